"""An announcement of meetings, read and made into meetings; imports `calendar` and below."""
