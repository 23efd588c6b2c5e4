"""Meetings, their occurrences, coverage and reminders; imports `articles` and below."""
