"""The sample desk: articles and meetings to try the program with; imports `issues`, `calendar` and below."""
