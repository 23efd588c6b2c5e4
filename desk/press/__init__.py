"""Files out: the booklet, the Word document and the web pages, pure functions of an Edition."""
