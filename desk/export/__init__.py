"""What is made and written of an issue: outputs, packages, preflight, folders, workbooks; imports `press`."""
