"""The command line: its grammar and verbs; imports the desk and `tour`."""
