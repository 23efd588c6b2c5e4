"""The issue of the bulletin: its plan, printing and releases; imports `articles`, `export` and below."""
