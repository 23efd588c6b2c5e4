"""The office's registers: people, bodies, documents, words, rules, what is ignored; imports `acts` and below."""
