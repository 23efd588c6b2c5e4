"""What the journal keeps of an act beside its title and note, a class a kind; imports nothing else that acts."""
