"""The issue as a Word document; imports `press.typeset` for its page numbers, `edition`, `text`."""
