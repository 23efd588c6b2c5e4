"""The page Lịch họp: month, week, agenda, the meeting and its files; imports `articles`, `editor` and below."""
