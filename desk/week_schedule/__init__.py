"""The week's schedule sheet from the calendar, as PDF, Word and text; imports `calendar` and below."""
