"""The windows: thin views that ask the Office and show frozen rows."""
