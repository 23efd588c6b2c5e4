"""PDF pages to pieces."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.pdf.reader import read_pdf
from desk.intake.result import DoubtKind
from desk.text.blocks import Table
from tests.desk.intake.answers import answers, check, survives


@pytest.mark.parametrize("path", answers("pdf"), ids=lambda path: path.name)
def test_real_files_have_what_their_answers_say(path: Path) -> None:
    check(read_pdf, path)


@pytest.mark.parametrize("path", answers("pdf"), ids=lambda path: path.name)
def test_whatever_the_bytes_are_it_reads_or_refuses(path: Path) -> None:
    survives(read_pdf, path.read_bytes(), 4)


def _empty(pages: int) -> bytes:
    file = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        file.new_page(595, 842)
    out = BytesIO()
    file.save(out)
    file.close()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", IntakeFault.EMPTY),
        (b"no pdf", IntakeFault.BROKEN),
        (answers("pdf")[0].read_bytes()[:20_000], IntakeFault.BROKEN),
        (b"%PDF-1.7\nnothing\n%%EOF", IntakeFault.BROKEN),
        (_empty(1), IntakeFault.SCAN),
        (_empty(201), IntakeFault.TOO_HEAVY),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        read_pdf(data, "a.pdf")
    assert refused.value == BadIntake(fault, "a.pdf")


def test_a_pdf_with_a_password_says_so() -> None:
    writer = pypdf.PdfWriter(BytesIO(answers("pdf")[0].read_bytes()))
    writer.encrypt("mat khau", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(BadIntake) as refused:
        read_pdf(out.getvalue(), "a.pdf")
    assert refused.value.fault is IntakeFault.ENCRYPTED


def test_a_drawn_table_is_a_table_and_joined_lines_are_said() -> None:
    path = next(path for path in answers("pdf") if path.name.startswith("84"))
    document = read_pdf(path.read_bytes(), path.name)
    (table,) = (piece.block for piece in document.pieces if isinstance(piece.block, Table))
    assert ["".join(run.text for run in cell) for cell in table.rows[1]] == ["Nà Lốm", "140", "101"]
    assert [doubt.kind for doubt in document.doubts] == [DoubtKind.LINES_JOINED]
    assert (document.pieces[0].centred, document.pieces[0].bold, document.pieces[1].indented) == (
        True,
        True,
        True,
    )
