"""The pages of an issue as they print, live and released; imports `session`, `controls`."""
