"""Every Vietnamese word of the screen; imports the desk's enums and errors."""
