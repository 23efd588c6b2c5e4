"""OpenDocument texts to pieces."""

from __future__ import annotations

import base64
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.errors import BadIntake, IntakeFault
from desk.intake.odf.reader import read_odf
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.text.blocks import ListItem, Paragraph
from tests.desk.intake.answers import answers, check, survives
from tests.desk.intake.odf.making import flat


@pytest.mark.parametrize("path", answers("odf"), ids=lambda path: path.name)
def test_real_files_have_what_their_answers_say(path: Path) -> None:
    check(read_odf, path)


@pytest.mark.parametrize("path", answers("odf"), ids=lambda path: path.name)
def test_whatever_the_bytes_are_it_reads_or_refuses(path: Path) -> None:
    survives(read_odf, path.read_bytes(), 3)


def words_of(text: str, styles: str = "") -> list[str]:
    return [piece.words for piece in read_odf(flat(text, styles), "a.fodt").pieces]


def test_letters_blanks_and_lines_of_a_flat_text() -> None:
    assert words_of("<text:p>a\n  b<text:s text:c='3'/>c<text:line-break/>d<text:tab/>e</text:p>") == [
        "a b c\nd e"
    ]
    (piece,) = read_odf(flat("<text:p><text:tab/>a</text:p>"), "a").pieces
    assert piece.indented


def test_headings_lists_links_and_sections() -> None:
    document = read_odf(
        flat(
            '<text:h text:outline-level="2">Đầu mục</text:h><text:list><text:list-item><text:p>một</text:p>'
            "<text:list><text:list-item><text:p>hai</text:p></text:list-item></text:list></text:list-item>"
            '</text:list><text:section text:display="none"><text:p>ẩn</text:p></text:section><text:section>'
            '<text:p><text:a xlink:href="https://a.vn">liên kết</text:a></text:p></text:section>'
        ),
        "a",
    )
    heading, one, two, link = document.pieces
    assert (heading.rank, one.words, two.words) == (2, "một", "hai")
    assert isinstance(two.block, ListItem)
    assert two.block.level == 1
    assert isinstance(link.block, Paragraph)
    assert link.block.runs[0].link == "https://a.vn"
    assert document.left_out == {Dropped.HIDDEN: 1}


def test_notes_comments_changes_and_prompts() -> None:
    document = read_odf(
        flat(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>cũ</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>chữ<text:note><text:note-citation>1"
            "</text:note-citation><text:note-body><text:p>theo báo cáo</text:p></text:note-body></text:note>"
            "<office:annotation><dc:creator>Lan</dc:creator><dc:date>2024-03-04T08:15:00.1</dc:date>"
            "<text:p>xem</text:p><text:p>lại</text:p></office:annotation>"
            "<text:placeholder>điền tên</text:placeholder></text:p>"
        ),
        "a",
    )
    text, note = document.pieces
    assert (text.words, note.words, note.hint) == ("chữ1", "1 theo báo cáo", Hint.NOTE)
    (comment,) = document.comments
    assert (comment.author, comment.text, comment.source) == ("Lan", "xem\nlại", text.source)
    assert document.left_out == {Dropped.TRACKED: 1, Dropped.FOOTNOTES: 1, Dropped.PROMPTS: 1}


def test_a_caption_in_a_box_stands_below_its_picture_once() -> None:
    png = BytesIO()
    Image.new("RGB", (90, 90)).save(png, "PNG")
    data = base64.b64encode(png.getvalue()).decode("ascii")
    document = read_odf(
        flat(
            '<text:p>trước<draw:frame text:anchor-type="paragraph"><draw:text-box><text:p>'
            '<draw:frame text:anchor-type="paragraph"><draw:image><office:binary-data>'
            f"{data}</office:binary-data></draw:image></draw:frame>Ảnh: Lan</text:p></draw:text-box></draw:frame>"
            " và sau</text:p>"
        ),
        "a",
    )
    assert [piece.words for piece in document.pieces] == ["trước và sau", "", "Ảnh: Lan"]
    assert document.pieces[2].after_picture
    assert [picture.data for picture in document.pictures] == [png.getvalue()]


def test_the_picture_of_an_object_comes_in_its_place() -> None:
    png = BytesIO()
    Image.new("RGB", (90, 90)).save(png, "PNG")
    data = "<office:binary-data>{}</office:binary-data>".format
    shown = data(base64.b64encode(png.getvalue()).decode("ascii"))
    frame = "<draw:frame><draw:object-ole/><draw:image>{}</draw:image></draw:frame>"
    document = read_odf(flat(f"<text:p>trước{frame.format(shown)}</text:p>"), "a")
    assert [picture.data for picture in document.pictures] == [png.getvalue()]
    assert document.left_out == {Dropped.OBJECTS_SHOWN: 1}
    undrawn = data(base64.b64encode(b"VCLMTF").decode("ascii"))
    document = read_odf(flat(f"<text:p>trước{frame.format(undrawn)}</text:p>"), "a")
    assert (document.pictures, document.left_out) == ((), {Dropped.OBJECTS: 1})


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", IntakeFault.EMPTY),
        (b"<a/>", IntakeFault.BROKEN),
        (b"PK\x03\x04", IntakeFault.BROKEN),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', IntakeFault.DANGEROUS),
        (flat("", body="spreadsheet"), IntakeFault.UNKNOWN_KIND),
        (flat("<text:section>" * 200 + "</text:section>" * 200), IntakeFault.TOO_HEAVY),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        read_odf(data, "a.odt")
    assert refused.value == BadIntake(fault, "a.odt")


def test_a_text_with_a_password_says_so() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        package.writestr("content.xml", b"\x01\x02")
    with pytest.raises(BadIntake) as refused:
        read_odf(out.getvalue(), "a.odt")
    assert refused.value.fault is IntakeFault.ENCRYPTED
