"""Anchors: a comment goes where its words went, is lost where they are gone, and found where they are back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from desk.compare import anchors
from desk.compare.anchors import Anchor, at, carried, words_now
from desk.text.blocks import ArticleText, Paragraph, Picture, Run, block_text
from tests.desk.compare.edit_script import BODY


def _text(*paragraphs: str) -> ArticleText:
    blocks = tuple(Paragraph(f"{i:08x}", (Run(words),)) for i, words in enumerate(paragraphs, 1))
    return ArticleText(title="Tít", blocks=blocks)


def _anchor(text: ArticleText, words: str) -> Anchor:
    for block in text.blocks:
        start = block_text(block).find(words)
        if start >= 0:
            return at(text, block.id, start, start + len(words))
    raise AssertionError(words)


def test_words_before_it_push_it_along() -> None:
    old = _text(BODY[2])
    new = _text("Trong " + BODY[2])
    now = carried(_anchor(old, "Chỉ thị 38-CT/TW"), old, new)
    assert words_now(now, new) == "Chỉ thị 38-CT/TW"


def test_an_edit_inside_leaves_the_rest_and_the_quotation() -> None:
    old = _text(BODY[2])
    new = _text(BODY[2].replace("Chỉ thị 38-CT/TW", "Chỉ thị số 38-CT/TW"))
    now = carried(_anchor(old, "Chỉ thị 38-CT/TW"), old, new)
    assert (words_now(now, new), now.quote) == ("Chỉ thị số 38-CT/TW", "Chỉ thị 38-CT/TW")


def test_deleted_words_are_lost_though_the_same_stand_elsewhere() -> None:
    old = _text("Các đơn vị báo cáo đúng hạn.", "Kế hoạch mới: các xã báo cáo hằng tuần.")
    anchor = at(old, "00000001", 11, 18)
    assert anchor.quote == "báo cáo"
    new = _text("Các đơn vị đúng hạn.", "Kế hoạch mới: các xã báo cáo hằng tuần.")
    assert carried(anchor, old, new).lost


def test_a_lost_one_comes_back_with_its_words() -> None:
    old, gone = _text(*BODY), _text(*BODY[:2])
    lost = carried(_anchor(old, "Chỉ thị 38-CT/TW"), old, gone)
    assert (lost.lost, lost.quote) == (True, "Chỉ thị 38-CT/TW")
    back = carried(lost, gone, old)
    assert words_now(back, old) == "Chỉ thị 38-CT/TW"


def test_a_picture_is_followed_by_its_block_then_by_itself() -> None:
    old = ArticleText(blocks=(Picture("aa", "0f", caption="Quang cảnh hội nghị"),))
    anchor = at(old, "aa")
    assert anchor.quote == "Quang cảnh hội nghị"
    again = ArticleText(blocks=(Picture("bb", "0f", caption="Quang cảnh"),))
    assert carried(anchor, old, again).place == "bb"
    lost = carried(anchor, old, ArticleText())
    assert lost.lost
    assert not carried(lost, ArticleText(), old).lost


def test_offsets_outside_are_drawn_in() -> None:
    text = _text("Ngắn")
    assert at(text, "00000001", -5, 99).quote == "Ngắn"
    assert at(text, "không có").place == anchors.WHOLE


def test_a_remnant_in_new_surroundings_is_lost() -> None:
    """Better lost than wrong: half of the words are there again, but nothing round them is what it was."""
    old = _text("Chiều nay Ban tổ chức hội nghị giao ban quý I tại hội trường lớn của tỉnh.")
    anchor = _anchor(old, "hội nghị giao ban quý I")
    new = _text("Sáng mai các đồng chí dự một hội nghị khác, giao ban sẽ lùi lại vô thời hạn.")
    assert carried(anchor, old, new).lost
    kept = _text("Chiều nay Ban tổ chức hội nghị giao ban tại hội trường lớn của tỉnh.")
    assert words_now(carried(anchor, old, kept), kept) == "hội nghị giao ban"


def test_words_that_came_twice_with_equal_surroundings_are_lost() -> None:
    """Nobody can say to which of the two the comment went."""
    old = _text(
        "Mở đầu: chỉ tiêu kết nạp đảng viên mới của toàn tỉnh là 1.200 người.", "Đoạn hai.", "Đoạn ba."
    )
    anchor = _anchor(old, "kết nạp đảng viên mới của toàn tỉnh")
    again = "Mở đầu: chỉ tiêu kết nạp đảng viên mới của toàn tỉnh là 1.200 người."
    twice = _text("Đã chuyển.", f"Đoạn hai. {again}", f"Đoạn ba. {again}")
    assert carried(anchor, old, twice).lost
    once = _text("Đã chuyển.", f"Đoạn hai. {again}", "Đoạn ba.")
    found = carried(anchor, old, once)
    assert (found.lost, found.place) == (False, "00000002")


S = "Chiều nay Ban tổ chức hội nghị giao ban quý I tại hội trường lớn."
GOAL = "abcdefg MỤC TIÊU hijklmn"
WHERE = "Nơi nào đó khác hẳn."


@pytest.mark.parametrize(
    ("old", "words", "new", "found"),
    [
        pytest.param(
            [S], "hội nghị giao ban", [f"Trong {S}"], (1, 28, "hội nghị giao ban"), id="pushed along"
        ),
        pytest.param([S], "hội nghị giao ban", [S[10:]], (1, 12, "hội nghị giao ban"), id="drawn back"),
        pytest.param(
            [S],
            "hội nghị giao ban",
            [S.replace("nghị", "thảo")],
            (1, 22, "hội thảo giao ban"),
            id="a word replaced",
        ),
        pytest.param(
            [S], "hội nghị giao ban", [S.replace("nghị giao ", "")], (1, 22, "hội ban"), id="what is left"
        ),
        pytest.param(
            ["xxxxxxxx yyyy abcd efg hij zzzzzzzz"],
            "abcd efg hij",
            ["xxxxxxxx yyyy abcd zzzzzzzz"],
            (1, 14, "abcd"),
            id="four letters of ten are left",
        ),
        pytest.param(
            ["xxxxxxxx yyyy abc def ghi zzzzzzzz"],
            "abc def ghi",
            ["xxxxxxxx yyyy abc zzzzzzzz"],
            None,
            id="a third is not enough",
        ),
        pytest.param(
            [S, "Hai."],
            "hội nghị giao ban",
            ["Chiều nay.", "Hai. Ban tổ chức hội nghị giao ban quý I"],
            (2, 17, "hội nghị giao ban"),
            id="moved with what stood round it",
        ),
        pytest.param(
            [S, "Hai."], "hội nghị giao ban", ["Chiều nay.", "Hai. hội nghị giao ban"], None, id="moved alone"
        ),
        pytest.param(
            [GOAL, "Hai."],
            "MỤC TIÊU",
            ["Một.", "Hai. fg MỤC TIÊU hijk"],
            (2, 8, "MỤC TIÊU"),
            id="eight letters round it",
        ),
        pytest.param(
            [GOAL, "Hai."], "MỤC TIÊU", ["Một.", "Hai. fg MỤC TIÊU hij"], None, id="seven letters round it"
        ),
        pytest.param(
            [f"Trước đó {'x' * 11} {'y' * 12} sau đó.", "Hai."],
            f"{'x' * 11} {'y' * 12}",
            ["Một.", f"Hai: {'x' * 11} {'y' * 12}!"],
            (2, 5, f"{'x' * 11} {'y' * 12}"),
            id="twenty-four letters that stand once",
        ),
        pytest.param(
            [f"Trước đó {'x' * 11} {'y' * 11} sau đó.", "Hai."],
            f"{'x' * 11} {'y' * 11}",
            ["Một.", f"Hai: {'x' * 11} {'y' * 11}!"],
            None,
            id="twenty-three letters",
        ),
        pytest.param(
            ["xxxxxxx yyyyyyyy", "Hai."],
            "xxxxxxx yyyyyyyy",
            ["Một.", "Hai: xxxxxxx yyyyyyyy!"],
            (2, 5, "xxxxxxx yyyyyyyy"),
            id="sixteen letters that were all of a paragraph",
        ),
        pytest.param(
            ["xxxxxxx yyyyyyy", "Hai."],
            "xxxxxxx yyyyyyy",
            ["Một.", "Hai: xxxxxxx yyyyyyy!"],
            None,
            id="fifteen letters that were all of a paragraph",
        ),
        pytest.param(
            [GOAL, "Hai.", "Ba."],
            "MỤC TIÊU",
            ["Một.", "Hai. defg MỤC TIÊU hijk", "Ba. abcdefg MỤC TIÊU hijklmn"],
            (3, 12, "MỤC TIÊU"),
            id="of two the one whose surroundings are its own",
        ),
        pytest.param(
            [f"Trước {'x' * 11} {'y' * 12} sau.", "Hai.", "Ba."],
            f"{'x' * 11} {'y' * 12}",
            ["Một.", f"Hai: {'x' * 11} {'y' * 12}!", f"Ba trước {'x' * 11} {'y' * 12}!"],
            None,
            id="long words that came twice",
        ),
        pytest.param(
            [S, f"Nhắc lại: {S[14:]}"],
            "hội nghị giao ban",
            [WHERE, f"Nhắc lại: {S[14:]}"],
            None,
            id="stood there all along",
        ),
        pytest.param([S], " ", [WHERE], None, id="a space alone"),
        pytest.param(
            ["Dự họp có: hội nghị, hội nghị và hội nghị cuối."],
            "hội nghị cuối",
            ["Hội nghị, hội nghị và hội nghị cuối."],
            (1, 22, "hội nghị cuối"),
            id="among its like",
        ),
    ],
)
def test_an_anchor_goes_where_its_words_went(
    old: list[str], words: str, new: list[str], found: tuple[int, int, str] | None
) -> None:
    before, after = _text(*old), _text(*new)
    anchor = _anchor(before, words)
    now = carried(anchor, before, after)
    assert now.quote == words
    if found is None:
        assert now == replace(anchor, lost=True)
        assert words_now(now, after) == ""
        return
    number, start, there = found
    assert now == replace(at(after, f"{number:08x}", start, start + len(there)), quote=words)
    assert words_now(now, after) == there


@pytest.mark.parametrize(
    ("old", "words", "news", "found"),
    [
        ([S], "hội nghị giao ban", [[S.replace(" giao ban", "")], [S]], (1, 22, "hội nghị giao ban")),
        (
            [S],
            "hội nghị giao ban",
            [[S.replace(" giao ban", "")], [f"{S.replace(' giao ban', '')} Và hội nghị giao ban."]],
            (1, 22, "hội nghị"),
        ),
        (
            [S],
            "hội nghị giao ban",
            [[S.replace("nghị", "nghị và")], [S.replace("ban q", "ban và hội nghị giao ban q")]],
            (1, 22, "hội nghị giao ban và hội nghị giao ban"),
        ),
        (
            [S, "Hai."],
            "hội nghị giao ban",
            [["Chiều nay.", "Hai."], ["Chiều nay.", "Hai. Ban tổ chức hội nghị giao ban quý I"]],
            (2, 17, "hội nghị giao ban"),
        ),
        (
            [S],
            "hội nghị giao ban",
            [[WHERE], [S.replace("giao ban", "triển khai")]],
            (1, 22, "hội nghị triển khai"),
        ),
        ([S], "hội nghị giao ban", [[WHERE], [S.replace("hội nghị giao ban", "cuộc họp ban")]], None),
        (
            ["Họp: hội nghị giao ban quý I tại"],
            "hội nghị giao ban",
            [[WHERE], ["Họp: hội nghị giao lưu quý I tại"]],
            None,
        ),
        ([f"{S[:39]} nay"], "hội nghị giao ban", [[WHERE], [f"{S[:30]} mới nay"]], None),
        (["Hai.", S], "hội nghị giao ban", [["Hai."], ["Hai. Ba."]], None),
        (
            [S, S.replace("giao", "mở")],
            "hội nghị giao ban",
            [[w, S.replace("giao", "mở")] for w in (WHERE, "Ba.")],
            None,
        ),
        ([S], "hội nghị giao ban", [[WHERE], [S, S]], None),
        ([S], "hội nghị giao ban", [[WHERE], [f"{WHERE} Thêm."]], None),
    ],
    ids=[
        "a remnant is whole again",
        "a remnant stays where its words came elsewhere",
        "its words came twice where it stands",
        "back elsewhere",
        "other words in its place",
        "too many other words in its place",
        "too little stood before it",
        "too little stood behind it",
        "its paragraph gone for good",
        "what is like it stood there all along",
        "back twice",
        "not back",
    ],
)
def test_what_was_lost_or_shrank_is_found_where_it_is_back(
    old: list[str], words: str, news: list[list[str]], found: tuple[int, int, str] | None
) -> None:
    text = _text(*old)
    anchor = _anchor(text, words)
    for paragraphs in news:
        new = _text(*paragraphs)
        anchor, text = carried(anchor, text, new), new
    assert anchor.quote == words
    assert anchor.lost is (found is None)
    if found is not None:
        number, start, there = found
        assert anchor == replace(at(text, f"{number:08x}", start, start + len(there)), quote=words)


def test_an_anchor_keeps_thirty_two_letters_on_both_sides() -> None:
    before, after = "abcdefghij" * 4, "zyxwvutsrq" * 4
    anchor = at(_text(f"{before}đây{after}"), "00000001", 40, 43)
    assert anchor == Anchor("00000001", 40, 43, "đây", before[-32:], after[:32])
    assert at(_text("ab đây cd"), "00000001", 3, 6) == Anchor("00000001", 3, 6, "đây", "ab ", " cd")


def test_places_of_the_head_have_anchors_too() -> None:
    text = ArticleText(title="Giao ban quý I", lead="Chiều nay", byline="Minh Đức")
    for place, words in ((anchors.TITLE, "quý I"), (anchors.LEAD, "nay"), (anchors.BYLINE, "Đức")):
        whole = {anchors.TITLE: text.title, anchors.LEAD: text.lead, anchors.BYLINE: text.byline}[place]
        anchor = at(text, place, len(whole) - len(words), len(whole))
        assert (anchor.place, anchor.quote, words_now(anchor, text)) == (place, words, words)
    title = at(text, anchors.TITLE, 9, 14)
    new = replace(text, title="Hội nghị giao ban quý I năm 2019")
    assert words_now(carried(title, text, new), new) == "quý I"


def test_a_word_on_the_whole_stays_one() -> None:
    old, new = _text(S), _text(WHERE)
    anchor = at(old, anchors.WHOLE, 3, 9)
    assert anchor == Anchor("", 0, 0, "", "", "", lost=False) == carried(anchor, old, new)
    assert at(old, "00000001") == Anchor("00000001", 0, 0, "", "", S[:32])
    assert words_now(anchor, new) == ""


def test_an_edit_beside_its_place_leaves_an_anchor_as_it_is() -> None:
    old, new = _text(S, "Hai."), _text(S, f"{S} Ba.")
    anchor = _anchor(old, "hội nghị giao ban")
    assert carried(anchor, old, new) is anchor


def test_an_anchor_on_a_paragraph_that_neither_text_has_is_lost() -> None:
    anchor = Anchor("cc", 0, 3, "hội")
    assert carried(anchor, _text("Một."), _text("Hai.")) == replace(anchor, lost=True)


def test_letters_composed_otherwise_are_the_same_place() -> None:
    old = _text(S)
    new = _text(f"Trong {unicodedata.normalize('NFD', S)}")
    now = carried(_anchor(old, "hội nghị giao ban"), old, new)
    assert (now.start, now.stop, words_now(now, new)) == (28, 45, "hội nghị giao ban")


def test_a_picture_is_followed_only_where_it_is_one() -> None:
    """Its caption has no words of its own to stand on; of two equal pictures nobody can say which it was."""
    picture = Picture("aa", "0f", caption="Quang cảnh hội nghị")
    old = ArticleText(blocks=(picture, Picture("cc", "1e")))
    anchor = at(old, "aa", 3, 5)
    assert anchor == Anchor("aa", quote="Quang cảnh hội nghị")
    assert words_now(anchor, old) == ""
    renamed = ArticleText(blocks=(replace(picture, caption="Khác", picture="2d"),))
    assert carried(anchor, old, renamed) == anchor
    twice = ArticleText(blocks=(replace(picture, id="x"), replace(picture, id="y"), Picture("cc", "1e")))
    assert carried(anchor, old, twice) == replace(anchor, lost=True)
    text = ArticleText(blocks=(Paragraph("aa", (Run("Quang cảnh hội nghị"),)),))
    assert carried(anchor, old, text).lost


def test_the_reading_order_begins_with_the_whole_and_ends_with_the_byline() -> None:
    text = ArticleText(blocks=(Paragraph("b"), Picture("p", "0f"), Paragraph("a")))
    ranks = anchors.reading_order(text)
    assert sorted(ranks, key=lambda place: ranks[place]) == [
        anchors.WHOLE, anchors.TITLE, anchors.LEAD, "b", "p", "a", anchors.BYLINE
    ]  # fmt: skip


def test_what_an_edit_left_of_its_words_stays_though_the_whole_stand_before_it() -> None:
    words = "Ban Tuyên giáo họp bàn; Ban Tuyên giáo đi cơ sở."
    old, new = _text(words), _text(words.replace("Ban Tuyên giáo đi", "Ban Tuyên đi"))
    second = words.rindex("Ban Tuyên giáo")
    now = carried(at(old, "00000001", second, second + len("Ban Tuyên giáo")), old, new)
    assert (now.start, words_now(now, new).strip()) == (second, "Ban Tuyên")


@pytest.mark.parametrize(
    ("old", "words", "new", "now"),
    [
        ("Có 120 đại biểu dự.", "120", "Có 125 đại biểu dự.", "125"),
        ("Thu được 1.245 đơn vị máu.", "1.245", "Hôm nay thu được 1.254 đơn vị máu.", "1.254"),
        ("Họp ngày 9/4/2019 tại xã.", "9/4/2019", "Họp ngày 10/4/2019 tại xã.", "10/4/2019"),
        ("Tỷ lệ đạt 97%.", "97%", "Tỷ lệ đạt 98,5%.", "98,5%"),
        ("Có 120 đại biểu dự.", "120", "Có đại biểu dự.", ""),
        ("Có 120 đại biểu dự.", "120", "Có nhiều đại biểu dự.", ""),
        ("Có 120 đại biểu dự.", "120", "Mời 7 xã.", ""),
    ],
)
def test_a_comment_on_a_figure_stays_when_the_figure_is_corrected(
    old: str, words: str, new: str, now: str
) -> None:
    before, after = _text(old), _text(new)
    moved = carried(_anchor(before, words), before, after)
    assert (moved.lost, words_now(moved, after), moved.quote) == (not now, now, words)


def test_a_comment_on_a_whole_paragraph_stays_on_what_is_left_of_it() -> None:
    old = ArticleText(title="Tít", blocks=(Paragraph("a1", (Run("Hội nghị đã thông qua nghị quyết."),)),))
    new = replace(old, blocks=(Paragraph("a1", (Run("Hội nghị đã thông qua kế hoạch mới"),)),))
    whole = at(old, "a1", 0, len("Hội nghị đã thông qua nghị quyết."))
    now = carried(whole, old, new)
    assert (now.lost, words_now(now, new)) == (False, "Hội nghị đã thông qua")
