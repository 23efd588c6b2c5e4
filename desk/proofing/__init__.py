"""The proofreader: what a good editor would mark in an article's text, one family of mistakes a file."""
