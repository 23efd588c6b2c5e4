"""The review queue, discussion and checklists; imports `articles` and below."""
