"""Backups that are proven, kept in two places, and restored without a working file; imports `integrity` and below."""
