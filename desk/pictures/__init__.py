"""Photographs and the emblem, prepared and stored; imports `acts` and below."""
