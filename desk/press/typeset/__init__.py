"""The booklet as PDF, set by Typst: layout, measuring, imposition; imports `edition`, `text`."""
