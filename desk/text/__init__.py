"""An article's blocks, Vietnamese letters and their encodings: pure; imports the ground floor only."""
