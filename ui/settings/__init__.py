"""The page Thiết lập, one file a tab; imports `session`, `controls`."""
