"""Names of styles."""

from __future__ import annotations

from desk.intake.flow.style_names import Named, named


def test_names_of_word_libreoffice_and_people_are_known() -> None:
    assert named("heading 1") == named("Heading_20_1") == Named(1)
    assert named("heading 9") == Named(6)
    assert named("Title") == named("Tít bài") == Named(css="MsoTitle")
    assert named("Illustration") == named("Chú thích ảnh") == Named(css="MsoCaption")
    assert named("Normal") == named("heading") == Named()
