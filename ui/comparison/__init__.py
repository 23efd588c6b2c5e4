"""Two texts on one sheet, what changed marked; imports `paper`."""
