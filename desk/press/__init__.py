"""The files of an issue, made from an Edition: web pages here, Word and Typst in rooms of their own."""
