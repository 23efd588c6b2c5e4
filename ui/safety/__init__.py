"""Backups on the screen: made by menu and clock, listed, looked into, restored; imports `controls` and below."""
