"""The style sheet of a Word 97–2003 file."""

from __future__ import annotations

from desk.intake.doc.streams import Part, opened
from desk.intake.doc.styles import Styles, font_names
from desk.intake.flow.style_names import Named
from tests.desk.intake.answers import answers

SAMPLE = answers("doc")[0]


def test_a_real_sheet_has_normal_text_in_its_font_and_size() -> None:
    file = opened(SAMPLE.read_bytes(), SAMPLE.name)
    fonts = font_names(file.part(Part.FONTS))
    assert "Times New Roman" in fonts
    styles = Styles(file.part(Part.STYLES), fonts)
    assert styles.letters(0).look.size > 5
    assert styles.paragraph(0).look.named == Named()


def test_an_empty_or_cut_sheet_has_no_styles() -> None:
    file = opened(SAMPLE.read_bytes(), SAMPLE.name)
    for sheet in (b"", b"\x02\x00\x09", file.part(Part.STYLES)[:60]):
        styles = Styles(sheet, [])
        assert styles.paragraph(7).look.named == Named()
        assert styles.letter_style(7) == ()
    assert font_names(b"") == font_names(b"\x05\x00\x00\x00") == []
