"""Widgets without a subject and the frame of a dialog; imports `words`, `look`."""
