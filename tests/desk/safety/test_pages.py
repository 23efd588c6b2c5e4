"""The pages hold what they are given, and nothing from outside."""

from __future__ import annotations

from desk.safety import pages


def test_what_is_said_is_no_markup() -> None:
    assert pages.link("a b/ố.docx", "<b>") == '<a href="a%20b/%E1%BB%91.docx">&lt;b&gt;</a>'
    made = pages.document("Tên <x>", pages.table(("Số",), [("1",)]))
    assert "<title>Tên &lt;x&gt;</title>" in made
    assert "http" not in made + pages.CSS
    assert "<script" not in made
