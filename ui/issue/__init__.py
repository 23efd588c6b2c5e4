"""The page Bản tin: plan, dialogs, export and release; imports `articles`, `proof` and below."""
