"""Pages of the site: the parts are told apart, the words stay, the doubts are said."""

from __future__ import annotations

import codecs
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.edition.edition import date_line
from desk.errors import BadIntake, FileTrouble, IntakeFault, Missing, Trouble
from desk.intake.date_line import DateLine, read_date_line
from desk.intake.files import take_in
from desk.intake.line_kinds import is_byline
from desk.intake.result import DoubtKind, Dropped, Taken, with_picture, without
from desk.intake.web_page import PAGE_BYTES, lines, read_web
from desk.paths import SAMPLE
from desk.text.blocks import Heading, ListItem, Paragraph, Picture, Table, block_text, body_text

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
GOOD = ["Thứ 3 Ngày 09/04/2019", "Tên bài", "Sapô của bài.", *BODY, "Phòng Khoa giáo", "Các tin khác"]


# -- the real article --------------------------------------------------------------------------------------


def test_the_real_article_is_told_apart() -> None:
    taken = take_in(REAL)
    text = taken.text
    assert text.title == "Giao ban công tác Khoa giáo quý I năm 2019"
    assert text.event_date == date(2019, 4, 9)
    assert text.lead.startswith("Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức")
    assert text.byline == "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
    assert taken.dropped == ("Các tin khác",)
    assert len(text.blocks) == 6
    assert all(block_text(block) == block_text(block).strip("\xa0 ") for block in text.blocks)


def test_the_real_article_s_repeated_lead_is_offered_not_taken() -> None:
    taken = take_in(REAL)
    assert taken.repeated_lead == taken.text.blocks[0].id
    assert "Thuần- Trưởng" in taken.text.lead
    assert "Thuần - Trưởng" in block_text(taken.text.blocks[0])
    assert taken.repeated_lead is not None
    shorter = without(taken.text, taken.repeated_lead)
    assert shorter.blocks == taken.text.blocks[1:]


def test_the_real_article_s_caption_waits_for_its_picture() -> None:
    taken = take_in(REAL)
    (place,) = taken.captions
    assert place.text == "Các đại biểu dự Hội nghị giao ban"
    assert place.after == taken.text.blocks[1].id
    assert kinds(taken) == [DoubtKind.REPEATED_LEAD, DoubtKind.CAPTION_GUESSED]
    assert taken.doubts[1].block_id == place.block_id
    pictured = with_picture(taken.text, place.block_id, "ab" * 32, credit="Ảnh: Phòng Khoa giáo")
    assert pictured.blocks[2] == Picture(place.block_id, "ab" * 32, place.text, "Ảnh: Phòng Khoa giáo")
    assert len(pictured.blocks) == len(taken.text.blocks)


def test_the_real_article_loses_no_word() -> None:
    source = REAL.read_text(encoding="utf-8").split()
    assert all_words(take_in(REAL)) == source[4:]  # but the date line


def test_a_block_that_is_not_there_is_missing() -> None:
    taken = take_in(REAL)
    with pytest.raises(Missing):
        without(taken.text, "nothere")
    with pytest.raises(Missing):
        with_picture(taken.text, "nothere", "ab")


# -- plain text --------------------------------------------------------------------------------------------

LINE = st.lists(
    st.sampled_from(["Hội", "nghị", "số", "36-NQ/TW,", "quý\xa0I", "“về", "–", "chi.", "Các"]), min_size=1
)


@given(
    st.lists(st.tuples(st.sampled_from(["", INDENT, "\t"]), LINE), min_size=1, max_size=12),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
)
def test_words_in_are_words_out(given_lines: list[tuple[str, list[str]]], between: str) -> None:
    text = between.join(start + " ".join(words) for start, words in given_lines)
    assert all_words(read_web(text.encode("utf-8"), "a.txt")) == text.split()


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
    text = read_web(encoded, "bai.txt").text
    assert (text.title, text.lead, text.byline) == ("Tên bài", "Sapô của bài.", "Phòng Khoa giáo")
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
    text = read_web(to_1258("\n".join(GOOD)), "bai.txt").text
    assert (text.title, text.lead) == ("Tên bài", "Sapô của bài.")
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
    ("parts", "wanted"),
    [
        (GOOD, []),
        (["Thứ 4 Ngày 09/04/2019", *GOOD[1:]], [DoubtKind.WEEKDAY]),
        (["Thứ 3 Ngày 31/04/2019", *GOOD[1:]], [DoubtKind.BAD_DATE]),
        (GOOD[1:], [DoubtKind.NO_DATE]),
        ([*GOOD[:2], *GOOD[3:]], [DoubtKind.NO_LEAD]),
        (GOOD[:6], [DoubtKind.NO_BYLINE]),
        ([GOOD[0], "x" * 301, *GOOD[3:]], [DoubtKind.NO_TITLE]),
        ([*GOOD[:3], *BODY[:1], "Quang cảnh hội nghị", *BODY[1:], *GOOD[6:]], [DoubtKind.CAPTION_GUESSED]),
        ([*GOOD[:3], *BODY[:1], "1. Kết quả đạt được", *BODY[1:], *GOOD[6:]], []),
        ([*GOOD[:3], *BODY[:1], "Hội nghị đã thảo luận.", *BODY[1:], *GOOD[6:]], []),
        (
            ["Tên bài", "Sapô.", "Đoạn một.", "Đoạn hai."],
            [DoubtKind.NO_DATE, DoubtKind.LEAD_GUESSED, DoubtKind.NO_BYLINE],
        ),
        (
            [*GOOD[:3], "Sapô  - của bài", *BODY, *GOOD[6:]],
            [DoubtKind.REPEATED_LEAD, DoubtKind.CAPTION_GUESSED][:1],
        ),
        ([*GOOD[:3], "Sapô khác của bài.", *BODY, *GOOD[6:]], []),
    ],
)
def test_doubts(parts: list[str], wanted: list[DoubtKind]) -> None:
    assert kinds(read_web(page(*parts), "a.txt")) == wanted


def test_an_unknown_table_of_letters_is_noticed() -> None:
    tcvn3 = (
        "Uû ban nh©n d©n tØnh ®· chØ ®¹o c¸c ngµnh thùc hiÖn c«ng t¸c tuyªn truyÒn ®Õn nh©n d©n trong tØnh"
    )
    assert DoubtKind.LEGACY_LETTERS in kinds(read_web(page("Tªn bµi", tcvn3, tcvn3), "a.txt"))
    assert DoubtKind.LEGACY_LETTERS not in kinds(take_in(REAL))


def test_everything_after_the_foot_is_dropped() -> None:
    taken = read_web(page(*GOOD, "Tin một (08/04/2019)", "Tin hai"), "a.txt")
    assert taken.dropped == ("Các tin khác", "Tin một (08/04/2019)", "Tin hai")
    assert taken.text.byline == "Phòng Khoa giáo"


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"", "a.txt", IntakeFault.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", IntakeFault.NOT_TEXT),
        (b"MZ\x90\x00\x03", "a.txt", IntakeFault.NOT_TEXT),
        (b"PK\x03\x04" + bytes(range(256)), "a.txt", IntakeFault.NOT_TEXT),
        (codecs.BOM_UTF16_LE + b"a", "a.txt", IntakeFault.NOT_TEXT),
        (b"a" * (PAGE_BYTES + 1), "a.txt", IntakeFault.TOO_HEAVY),
        (b"a", "a.exe", IntakeFault.UNKNOWN_KIND),
        (b"a", "a", IntakeFault.UNKNOWN_KIND),
        (b" \n \n", "a.txt", IntakeFault.NO_ARTICLE),
        (b"<html><script>x</script>", "a.html", IntakeFault.NO_ARTICLE),
        ("Các tin khác\n\nCác tin khác".encode(), "a.txt", None),
    ],
)
def test_refusals(data: bytes, name: str, fault: IntakeFault | None) -> None:
    if fault is None:
        assert read_web(data, name).text.title == "Các tin khác"
        return
    with pytest.raises(BadIntake) as caught:
        read_web(data, name)
    assert (caught.value.fault, caught.value.name) == (fault, name)


def test_files_that_cannot_be_read_are_trouble_not_intake(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as caught:
        take_in(tmp_path / "không có.txt")
    assert caught.value.kind is Trouble.ABSENT
    (tmp_path / "thư mục.txt").mkdir()
    with pytest.raises(FileTrouble):
        take_in(tmp_path / "thư mục.txt")
    with pytest.raises(BadIntake) as refused:
        take_in(tmp_path / "không có.pdf")
    assert refused.value.fault is IntakeFault.UNKNOWN_KIND


# -- date lines and bylines --------------------------------------------------------------------------------


@given(st.dates(date(1930, 2, 3), date(2100, 1, 1)))
def test_our_own_date_line_is_read_back(when: date) -> None:
    assert read_date_line(date_line(when)) == DateLine(when)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Thứ Ba, ngày 9/4/2019", DateLine(date(2019, 4, 9))),
        ("Thứ ba, 09/04/2019 | 08:30", DateLine(date(2019, 4, 9))),
        ("Chủ nhật Ngày 07/04/2019", DateLine(date(2019, 4, 7))),
        ("Chủ nhật Ngày 09/04/2019", DateLine(date(2019, 4, 9), weekday_true=False)),
        ("09-04-2019", DateLine(date(2019, 4, 9))),
        ("Thứ 3 Ngày 32/04/2019", DateLine(None)),
        ("Ngày 09/04/2019, Ban Tuyên giáo họp", None),
        ("Thứ 3", None),
    ],
)
def test_date_lines(line: str, wanted: DateLine | None) -> None:
    assert read_date_line(line) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy", True),
        ("Nguyễn Thị Hòa", True),
        ("Lê Văn Bình – Ban Tuyên giáo Huyện ủy", True),
        ("Tin, ảnh: Hoàng Nam", True),
        ("(Theo Báo tỉnh)", True),
        ("Kết quả đạt được trong quý", False),
        ("Phòng Khoa giáo đã hoàn thành nhiệm vụ.", False),
        ("1. Kết quả", False),
        ("", False),
    ],
)
def test_bylines(line: str, wanted: bool) -> None:
    assert is_byline(line) is wanted


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
    taken = read_web(HTML.encode(), "trang.html")
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
    taken = read_web(to_1258(html), "a.htm")
    assert taken.text.title == "Tên bài"
    assert body_text(taken.text) == "Thân bài có đủ dấu: hội nghị, ủy ban."
