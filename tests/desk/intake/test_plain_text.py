"""Plain text to paragraphs; whole pages are in test_web_page.py."""

from __future__ import annotations

from desk.intake.plain_text import lines, unflowed


def test_every_line_is_a_paragraph_unless_lines_were_broken_to_a_width() -> None:
    assert lines("Tít\n\nMột.\nHai.\n") == ["Tít", "Một.", "Hai."]
    broken = "\n\n".join(["Tít", *["x" * 70 + "\n" + "y" * 68 + "\n" + "z" * 20] * 3])
    assert lines(broken) == ["Tít", *[f"{'x' * 70} {'y' * 68} {'z' * 20}"] * 3]


def test_lines_that_flow_are_joined() -> None:
    assert unflowed("một \nhai\nba", joins_words=False) == "một hai\nba"
    assert unflowed("mộ \nt", joins_words=True) == "một"
    assert unflowed("một\n-- \nTên", joins_words=False) == "một\n-- \nTên"
    assert unflowed(" >không trích\n> trích \nsau", joins_words=False) == ">không trích\n> trích \nsau"
