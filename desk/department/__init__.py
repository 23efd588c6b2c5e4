"""The department's people, delegations, names, sections, legal and export profiles; imports `acts` and below."""
