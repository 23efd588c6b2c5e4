"""Dialogs: a question each, asked through a classmethod that tests can drive."""
