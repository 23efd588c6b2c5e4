"""Qt models: they show the rows they were given and never ask."""
