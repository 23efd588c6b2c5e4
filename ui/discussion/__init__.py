"""Trao đổi: what is said of an article, as cards, where it is written and where it is answered."""
