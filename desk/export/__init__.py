"""One use case: check an issue, make every output, put it into a folder, journal it; imports `press` and below."""
