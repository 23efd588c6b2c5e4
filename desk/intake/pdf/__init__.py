"""The text layer of PDF pages to pieces; may import `desk.intake.flow` and `desk.intake.html`."""
