"""The editorial desk: articles, people, issues and their one file. It knows no Qt."""
