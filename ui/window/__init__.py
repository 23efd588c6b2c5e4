"""The main window: start, sign-in, menus, pages, crash report; imports every page."""
