"""The editorial desk without its windows: articles, people, meetings, issues and their one file; it knows no Qt."""
