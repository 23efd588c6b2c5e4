"""Soát lỗi: what the proofreader found in an article, as marks on the page and as a list to walk through."""
