"""The page on which an article is written; imports `session`, `controls`, `paper`."""
