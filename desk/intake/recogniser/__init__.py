"""Tells title, date, lead, body, captions, byline and furniture of a document apart; imports `text`."""
