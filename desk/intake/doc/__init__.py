"""Word 97–2003 documents (MS-DOC) to pieces; may import `desk.intake.flow` and `desk.intake.html`."""
