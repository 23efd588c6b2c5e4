"""The page Hôm nay and the inbox; imports `session`, `controls`."""
