"""An article written, walked along its workflow, listed and searched; imports `department`, `pictures` and below."""
