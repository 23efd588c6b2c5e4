"""Recurrence, edits of a series and the lunar calendar: pure reckoning with dates; imports the ground floor only."""
