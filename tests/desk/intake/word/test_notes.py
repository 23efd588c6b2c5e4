"""Foot and end notes after the text."""

from __future__ import annotations

from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.intake.word.docx import read_docx
from desk.text.blocks import Mark, Paragraph
from tests.desk.intake.word.making import docx, paragraph, part, relations


def _notes(kind: str, *texts: str) -> str:
    notes = (f'<w:{kind} w:id="{at}">{text}</w:{kind}>' for at, text in enumerate(texts, 1))
    return part(f"{kind}s", "".join(notes))


def _sign(kind: str, note: int, own: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if own else ""
    return f'<w:r><w:{kind}Reference{follows} w:id="{note}"/><w:t>{own}</w:t></w:r>'


def test_notes_stand_after_the_text_in_the_order_of_their_signs() -> None:
    body = f"<w:p><w:r><w:t>Một</w:t></w:r>{_sign('footnote', 2)}{_sign('endnote', 1)}{_sign('footnote', 1)}</w:p>"
    notes = {
        "footnotes.xml": _notes(
            "footnote", paragraph("Hai"), paragraph("Ba") + paragraph("Bốn"), paragraph("Thừa")
        ),
        "endnotes.xml": _notes("endnote", paragraph("Cuối")),
    }
    document = read_docx(docx(body, notes), "a")
    assert [piece.words for piece in document.pieces] == ["Một1i2", "1 Ba", "Bốn", "2 Hai", "i Cuối"]
    assert [piece.hint for piece in document.pieces] == [None, *[Hint.NOTE] * 4]
    assert document.left_out == {Dropped.FOOTNOTES: 3}
    assert isinstance(document.pieces[0].block, Paragraph)
    assert [Mark.SUPER in run.marks for run in document.pieces[0].block.runs] == [False, True]


def test_a_sign_of_its_own_is_not_counted() -> None:
    body = f"<w:p><w:r><w:t>Một</w:t></w:r>{_sign('footnote', 1, '*')}{_sign('footnote', 2)}</w:p>"
    notes = _notes("footnote", paragraph("* Hai"), paragraph("Ba"))
    document = read_docx(docx(body, {"footnotes.xml": notes}), "a")
    assert [piece.words for piece in document.pieces] == ["Một*1", "* Hai", "1 Ba"]


def test_a_sign_without_a_note_is_only_a_sign() -> None:
    document = read_docx(docx(f"<w:p><w:r><w:t>Một</w:t></w:r>{_sign('footnote', 9)}</w:p>"), "a")
    assert [piece.words for piece in document.pieces] == ["Một1"]


def test_a_note_has_links_of_its_own() -> None:
    words = '<w:p><w:hyperlink r:id="h"><w:r><w:t>trang</w:t></w:r></w:hyperlink></w:p>'
    parts = {
        "footnotes.xml": _notes("footnote", words),
        "_rels/footnotes.xml.rels": relations(("h", "hyperlink", "https://a.example", True)),
    }
    document = read_docx(docx(f"<w:p><w:r><w:t>a</w:t></w:r>{_sign('footnote', 1)}</w:p>", parts), "a")
    block = document.pieces[1].block
    assert isinstance(block, Paragraph)
    assert [run.link for run in block.runs] == ["", "https://a.example"]
