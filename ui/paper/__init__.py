"""An article drawn on its printed page; imports `look` and the text of the desk."""
