"""The page Tin bài and what shows one article: actions, history, discussion; imports `session`, `controls`."""
