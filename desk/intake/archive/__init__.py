"""Files that hold files, packed (zip) or in a folder; imports `intake.members` and below."""
