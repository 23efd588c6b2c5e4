"""RTF's tables of fonts and styles."""

from __future__ import annotations

from desk.intake.flow.style_names import Named
from desk.intake.rtf.head import FontTable, StyleTable
from desk.intake.rtf.letters import Font
from desk.intake.rtf.tokens import tokens


def test_fonts_have_their_names_and_pages() -> None:
    table = FontTable()
    for token in tokens(b"{\\f0\\froman\\fcharset163 Times New Roman;}{\\f7\\fnil .VnTime;}\\f8\\cpg1251 A;"):
        table.take(token)
    assert table.fonts == {0: Font("Times New Roman", 1258), 7: Font(".VnTime", 0), 8: Font("A", 1251)}


def test_styles_that_mean_something_are_known_by_number() -> None:
    table = StyleTable()
    for style in (
        b"\\s1\\b heading 1;",
        b"\\s2 Normal;",
        b"\\cs3 caption;",
        b"\\s4 Ch\\u250?\\'20th\\u237?ch;",
    ):
        table.begin()
        for token in tokens(style):
            table.take(token, 1252)
    assert table.styles == {1: Named(1), 4: Named(css="MsoCaption")}
