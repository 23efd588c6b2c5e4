"""Backups, restore, salvage and the archive: what is left when the desk's file is not."""
