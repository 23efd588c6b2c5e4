"""RTF files to pieces."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.intake.rtf.reader import read_rtf
from desk.text.blocks import ListItem, Paragraph, Table
from tests.desk.intake.answers import answers, check, survives


@pytest.mark.parametrize("path", answers("rtf"), ids=lambda path: path.name)
def test_real_files_have_what_their_answers_say(path: Path) -> None:
    check(read_rtf, path)


@pytest.mark.parametrize("path", answers("rtf"), ids=lambda path: path.name)
def test_whatever_the_bytes_are_it_reads_or_refuses(path: Path) -> None:
    survives(read_rtf, path.read_bytes(), 1)


HEAD = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset163{\*\panose 0202}Times{\*\falt Tms};}{\f1 .VnTime;}}"
    rb"{\stylesheet{\s1 heading 1;}{\s2 caption;}}{\info{\title ten}}"
)


def read(words: bytes) -> IntakeDocument:
    return read_rtf(HEAD + words + b"}", "a.rtf")


def words_of(words: bytes) -> list[str]:
    return [piece.words for piece in read(words).pieces]


def test_letters_come_by_page_by_number_and_by_font() -> None:
    assert words_of(rb"\f0 H\u7897\'f4i ngh\u7883? \'d0a\'d2ng\par") == ["Hội nghị Đảng"]
    assert words_of(rb"\f1 H\'b5 N\'e9i") == ["Hà Nội"]
    assert words_of(rb"\uc2\u7897ab\uc0\u7883 c\'93d\'94") == ["ộịc“d”"]
    assert words_of(rb"a\~b\_c\-d\emdash\{\}\u-10179?\u-8704?") == ["a\xa0b‑cd—{}😀"]


def test_looks_styles_and_places() -> None:
    first, second, third = read(
        rb"\pard\s1\qc\b T\u237?t\b0\par\pard\plain\fi567\i\fs28 Nghi\'eang\par\pard\plain\qr\tab Ph\'a3i\par"
    ).pieces
    assert (first.rank, first.centred) == (1, True)
    assert (second.indented, second.italic, second.size) == (True, True, 14.0)
    assert third.right


def test_what_is_no_text_is_left_out_and_counted() -> None:
    document = read(
        rb"{\header trang dau\par}{\*\generator x;}a{\v an}{\deleted xoa}{\revised moi}{\strike gach}"
        rb"{\object{\*\objdata 00}{\result kq}}{\*\moMath{\mr x}}\par"
    )
    assert [piece.words for piece in document.pieces] == ["amoikq"]
    kinds = (
        Dropped.HEADERS,
        Dropped.HIDDEN,
        Dropped.TRACKED,
        Dropped.STRUCK,
        Dropped.OBJECTS,
        Dropped.EQUATIONS,
    )
    assert [document.left_out.get(kind) for kind in kinds] == [1] * 6


def test_links_notes_comments_and_boxes() -> None:
    document = read(
        rb'{\field{\*\fldinst HYPERLINK "https://a.vn"}{\fldrslt\ul lien ket}}'
        rb"{\super\chftn{\footnote\pard{\super\chftn} theo b\'e1o c\'e1o}}"
        rb"{\*\atnauthor Lan}\chatn{\*\annotation xem l\u7841?i}{\shp{\*\shpinst{\shptxt trong h\u7897?p\par}}}\par"
    )
    text, box, note = document.pieces
    assert isinstance(text.block, Paragraph)
    assert text.block.runs[0].link == "https://a.vn"
    assert (text.words, box.words, note.words) == ("lien ket1", "trong hộp", "1 theo báo cáo")
    assert note.hint is Hint.NOTE
    assert [(one.author, one.text, one.source) for one in document.comments] == [("Lan", "xem lại", "p1")]


def test_lists_and_tables_nested_and_merged() -> None:
    document = read(
        rb"{\listtext\pard 1.\tab}\pard\ls1\ilvl0 m\'f4t\par{\pntext\f0\'b7\tab}\pard ch\u7845?m\par"
        rb"\trowd\clvmgf\cellx2000\cellx4000\pard\intbl a\cell"
        rb"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}"
        rb"\pard\intbl\itap1 b\cell\row\trowd\clvmrg\cellx2000\cellx4000\pard\intbl\cell c\cell\row\pard sau\par"
    )
    one, bullet, table, after = document.pieces
    assert isinstance(one.block, ListItem)
    assert isinstance(bullet.block, ListItem)
    assert (one.block.ordered, bullet.block.ordered, after.words) == (True, False, "sau")
    assert isinstance(table.block, Table)
    cells = [["".join(run.text for run in cell) for cell in row] for row in table.block.rows]
    assert cells == [["a", "x\ty\nb"], ["", "c"]]


def test_a_picture_is_taken_once_and_a_metafile_is_named() -> None:
    png = BytesIO()
    Image.new("RGB", (100, 90)).save(png, "PNG")
    digits = png.getvalue().hex().encode("ascii")
    document = read(
        rb"{\*\shppict{\pict\pngblip\bliptag1 " + digits + rb"}}{\nonshppict{\pict\wmetafile8 0100}}\par"
        rb"{\pict\emfblip " + (b"\1\0\0\0" + bytes(36) + b" EMF").hex().encode("ascii") + rb"}\par"
        rb"{\pict\pngblip\bin" + str(len(png.getvalue())).encode("ascii") + b" " + png.getvalue() + rb"}\par"
    )
    assert [picture.data for picture in document.pictures] == [png.getvalue()] * 2
    assert document.left_out[Dropped.UNDRAWN_PICTURES] == 1


@pytest.mark.parametrize(
    "data",
    [b"{\\rtf1 " + b"{" * 100_000, HEAD + b"cut", HEAD + b"{\\pict\\bin99999 ab}}", b"no rtf", b"{\\rtf1{a}"],
)
def test_a_broken_file_is_said_to_be_broken(data: bytes) -> None:
    with pytest.raises(BadIntake) as refused:
        read_rtf(data, "a.rtf")
    assert refused.value == BadIntake(IntakeFault.BROKEN, "a.rtf")
