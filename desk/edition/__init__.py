"""The values of a printed issue: its design, outputs, page geometry and file names; imports `text`."""
