"""Sổ tay: people, bodies, documents, words and rules of the office; imports `controls`, `session` and below."""
