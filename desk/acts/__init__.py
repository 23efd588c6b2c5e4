"""Who may do what: the rules, the gate, the journal, notifications; imports `database` and below."""
