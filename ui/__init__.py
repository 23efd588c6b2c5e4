"""The windows: thin views that ask the desk client and show frozen rows."""
