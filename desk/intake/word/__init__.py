"""Word's files become pieces: .docx, .docm, .dotx, transitional and strict; imports `intake.html`."""
