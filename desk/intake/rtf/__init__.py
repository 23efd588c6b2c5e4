"""Rich Text Format 1.9.1 to pieces; may import `desk.intake.flow` and `desk.intake.html`."""
