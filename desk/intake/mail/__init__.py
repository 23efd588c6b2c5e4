"""Mails (.eml, .msg) and saved pages of the same form (.mht); imports `intake.html`, `intake.rtf` and below."""
