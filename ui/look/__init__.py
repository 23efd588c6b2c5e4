"""Style, palette, fonts and this machine's own settings; imports no other room of ui."""
