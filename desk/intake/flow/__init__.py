"""Word processors' running text (runs, paragraphs, cells that marks end) to markup; may import `desk.intake.html`."""
