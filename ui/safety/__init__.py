"""Backups, salvage and the archive on the screen; imports `controls` and below."""
