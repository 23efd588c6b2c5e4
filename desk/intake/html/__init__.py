"""HTML, from a page, the clipboard or another reader, becomes pieces; imports `text`."""
