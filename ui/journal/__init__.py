"""The page Nhật ký and its printing; imports `session`, `controls`."""
