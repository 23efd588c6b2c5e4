"""Files in: what contributors send becomes an article's text; nothing in the words changes."""
