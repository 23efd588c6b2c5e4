"""Own widgets: paper, editor, rows, bars."""
