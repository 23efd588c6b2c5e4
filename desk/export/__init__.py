"""What an issue goes out as, made and written: outputs, packages, preflight, folders, workbooks; above `press`."""
