"""Pages of the site: the parts are told apart, the words stay, the doubts are said."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.errors import BadIntake, FileTrouble, IntakeFault, Trouble
from desk.intake.files import read_article, take_in
from desk.intake.plain_text import lines
from desk.intake.result import DoubtKind, Dropped, Taken
from desk.intake.web_page import PAGE_BYTES
from desk.paths import SAMPLE
from desk.text.blocks import Heading, ListItem, Paragraph, Table, block_text, body_text

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
INDENT = "\xa0 \xa0 \xa0 "


def page(*parts: str) -> bytes:
    return "\n\n".join(parts).encode("utf-8")


def kinds(taken: Taken) -> list[DoubtKind]:
    return [doubt.kind for doubt in taken.doubts]


def all_words(taken: Taken) -> list[str]:
    text = taken.text
    return " ".join([text.title, text.lead, body_text(text), text.byline, *taken.dropped]).split()


BODY = [f"{INDENT}Đoạn {number} của thân bài, có dấu chấm ở cuối." for number in ("một", "hai", "ba")]
LEAD = "Chiều 8/4, Ban Tuyên giáo Tỉnh ủy giao ban quý I."
GOOD = ["Thứ 3 Ngày 09/04/2019", "Tên bài", LEAD, *BODY, "Phòng Khoa giáo", "Các tin khác"]


# -- plain text --------------------------------------------------------------------------------------------

LINE = st.lists(
    st.sampled_from(["Hội", "nghị", "số", "36-NQ/TW,", "quý\xa0I", "“về", "–", "chi.", "Các"]), min_size=1
)


@given(
    st.lists(st.tuples(st.sampled_from(["", INDENT, "\t"]), LINE), min_size=1, max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)
def test_words_in_are_words_out(given_lines: list[tuple[str, list[str]]], between: str) -> None:
    text = between.join(["Giao ban quý I", *(start + " ".join(words) for start, words in given_lines)])
    read = Counter(all_words(read_article(text.encode("utf-8"), "a.txt")))
    read["–"] = text.split().count("–")  # it is put between the two lines of a byline
    assert read == Counter(text.split())


@pytest.mark.parametrize(
    "encoded",
    [
        page(*GOOD),
        codecs.BOM_UTF8 + page(*GOOD),
        codecs.BOM_UTF16_LE + "\n".join(GOOD).encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "\r\n".join(GOOD).encode("utf-16-be"),
        unicodedata.normalize("NFD", "\n\n".join(GOOD)).encode("utf-8"),
    ],
)
def test_every_encoding_gives_the_same_article(encoded: bytes) -> None:
    text = read_article(encoded, "bai.txt").text
    assert (text.title, text.lead, text.byline) == ("Tên bài", LEAD, "Phòng Khoa giáo")
    assert [block_text(block) for block in text.blocks] == [line.strip() for line in BODY]


def to_1258(text: str) -> bytes:
    """Spell Vietnamese as Windows does: a letter with its hat or horn, then its tone."""
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((p for p in parts[1:] if p in "\u0300\u0301\u0303\u0309\u0323"), "")
        rest = unicodedata.normalize("NFC", "".join(p for p in parts if p != tone)) if tone else letter
        out.append((rest + tone).encode("cp1258"))
    return b"".join(out)


def test_windows_1258_is_read_and_composed() -> None:
    text = read_article(to_1258("\n".join(GOOD)), "bai.txt").text
    assert (text.title, text.lead) == ("Tên bài", LEAD)
    assert block_text(text.blocks[0]) == BODY[0].strip()


def test_lines_broken_to_a_width_are_joined() -> None:
    wide = (
        "Quý I, Ban Tuyên giáo các cấp đã làm tốt công tác phối hợp với các ngành\n"
        "trong khối khoa giáo tham mưu kịp thời giúp Thường trực cấp ủy lãnh đạo,\n"
        "chỉ đạo triển khai thực hiện các chỉ thị."
    )
    found = lines(f"Tên bài\n\n{wide}\n\n{wide}\n")
    assert len(found) == 3
    assert found[1].split() == wide.split()
    assert len(lines("Một dòng.\nHai dòng.\nBa dòng.\n\nBốn dòng.")) == 4


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"", "a.txt", IntakeFault.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", IntakeFault.PICTURE_FILE),
        (b"MZ\x90\x00\x03", "a.txt", IntakeFault.EXECUTABLE),
        (b"PK\x03\x04" + bytes(range(256)), "a.txt", IntakeFault.BROKEN),
        (codecs.BOM_UTF16_LE + b"a", "a.txt", IntakeFault.NOT_TEXT),
        (b"<p>" + b"a" * PAGE_BYTES, "a.html", IntakeFault.TOO_HEAVY),
        (b" \n \n", "a.txt", IntakeFault.NO_ARTICLE),
        (b"<html><script>x</script>", "a.html", IntakeFault.NO_ARTICLE),
        ("Các tin khác\n\nCác tin khác".encode(), "a.txt", IntakeFault.NO_ARTICLE),
    ],
)
def test_refusals(data: bytes, name: str, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as caught:
        read_article(data, name)
    assert (caught.value.fault, caught.value.name) == (fault, name)


def test_files_that_cannot_be_read_are_trouble_not_intake(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        take_in(tmp_path / "không có.txt")
    assert caught.value.kind is Trouble.ABSENT
    (tmp_path / "thư mục.txt").mkdir()
    with pytest.raises(FileTrouble):
        take_in(tmp_path / "thư mục.txt")


# -- HTML --------------------------------------------------------------------------------------------------

HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Trang tin</title><style>p{color:red}</style></head>
<body><nav><a href="/">Trang chủ</a></nav><div class="tin">
<p class="ngay">Thứ 5 Ngày 18/04/2019</p><h1>Tập huấn <i>nghiệp vụ</i></h1>
<p><strong>Ngày 17/4/2019, Ban Tuyên giáo Huyện ủy tổ chức tập huấn.</strong></p>
<p>&nbsp; &nbsp; &nbsp; Lớp học có 85 học viên. <!-- ghi chú --></p>
<p style="text-align:center"><img src="/anh/1.jpg"><img src="data:image/png;base64,AAAA"><br>
Quang cảnh lớp tập huấn</p>
<h2>Nội dung</h2><h3>Chuyên đề</h3><ol><li>Kỹ năng nói;</li><li>Kỹ năng viết.</li></ol>
<table><tr><th>Cụm</th><th>Số người</th></tr><tr><td>Một</td><td>40</td></tr></table>
<p>&nbsp; &nbsp; &nbsp; Xem <a href="https://x.vn/a">tài liệu</a>.</p>
<p style="text-align:right"><b>Minh Tâm</b></p><p>Các tin khác</p><ul><li><a href="/t/1">Tin cũ</a></li></ul></div>
<footer>Bản quyền</footer><script>x()</script></body></html>"""


def test_an_html_page_is_told_apart() -> None:
    taken = read_article(HTML.encode(), "trang.html")
    text = taken.text
    assert (text.title, text.byline, text.event_date) == ("Tập huấn nghiệp vụ", "Minh Tâm", date(2019, 4, 18))
    assert text.lead == "Ngày 17/4/2019, Ban Tuyên giáo Huyện ủy tổ chức tập huấn."
    assert [type(block) for block in text.blocks] == [
        *(Paragraph, Paragraph, Heading, Heading, ListItem, ListItem, Table, Paragraph)
    ]
    assert [block.level for block in text.blocks if isinstance(block, Heading)] == [1, 2]
    assert [place.text for place in taken.captions] == ["Quang cảnh lớp tập huấn"]
    assert kinds(taken) == [DoubtKind.CAPTION_GUESSED]
    assert taken.dropped == ("/anh/1.jpg", "data:image/png", "Các tin khác", "Tin cũ")
    assert taken.left_out[Dropped.PICTURES] == 2
    assert taken.left_out[Dropped.SCRIPTS] == 1


def test_a_page_in_an_old_encoding_is_read_as_it_declares() -> None:
    html = (
        '<meta charset="windows-1258"><h1>' + "Tên bài" + "</h1><p>Thân bài có đủ dấu: hội nghị, ủy ban.</p>"
    )
    taken = read_article(to_1258(html), "a.htm")
    assert taken.text.title == "Tên bài"
    assert body_text(taken.text) == "Thân bài có đủ dấu: hội nghị, ủy ban."
