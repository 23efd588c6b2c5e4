"""The check-up of the file and the verification of what was printed; imports `issues`, `review` and below."""
