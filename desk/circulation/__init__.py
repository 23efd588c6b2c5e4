"""One article out, as Word, PDF, sheet and letter, and back with what was corrected; imports `review` and below."""
