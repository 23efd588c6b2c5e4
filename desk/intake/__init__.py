"""Foreign files and the clipboard become an article's text; imports `text`."""
