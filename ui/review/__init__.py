"""The page Bàn duyệt; imports `articles`, `comparison` and below."""
