"""The tour: the sample desk walked through the real window, with a picture of every page; imports `window`."""
