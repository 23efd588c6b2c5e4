"""OpenDocument 1.3 texts to pieces; may import `desk.intake.flow` and `desk.intake.html`."""
