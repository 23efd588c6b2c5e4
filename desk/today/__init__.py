"""The overview Hôm nay: what a person has to do now; imports `issues`, `review`, `calendar` and below."""
