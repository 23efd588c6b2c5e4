"""iCalendar files in and out; imports `calendar` and below."""
