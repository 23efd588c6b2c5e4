"""Anchors: through a thousand random edit scripts no comment is dropped, misplaced or left in silence."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.compare import anchors
from desk.compare.anchors import Anchor, at, carried, words_now
from desk.text.blocks import ArticleText, Paragraph, Picture, Run, block_text
from tests.effort import examples

BODY = (
    "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban công tác Khoa giáo quý I.",
    "Đồng chí Trần Đức Thuần, Trưởng ban Tuyên giáo Tỉnh ủy dự và chủ trì hội nghị; cùng dự có đại diện lãnh đạo "
    "các sở, ngành trong tỉnh.",
    "Quý I, các đơn vị đã làm tốt công tác phối hợp, tham mưu tổng kết 10 năm thực hiện Chỉ thị 38-CT/TW.",
    "Bên cạnh kết quả đạt được, công tác thông tin, báo cáo của một số đơn vị chưa thường xuyên.",
    "Kết luận hội nghị, đồng chí Trưởng ban yêu cầu các đơn vị thực hiện tốt chế độ báo cáo tháng đúng quy định.",
)
NEW_WORDS = ("kịp thời", "toàn tỉnh", "nghiêm túc", "sáu tháng", "cơ sở")


class Script:
    """A text whose letters know who they are: the truth an anchor is held against."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.next = 0
        self.blocks: list[tuple[str, list[tuple[str, int]]]] = [
            (f"{number:08x}", self.letters(words)) for number, words in enumerate(BODY, 1)
        ]
        self.fresh = len(BODY)
        self.past = [list(self.blocks)]

    def letters(self, words: str) -> list[tuple[str, int]]:
        made = [(letter, self.next + at) for at, letter in enumerate(words)]
        self.next += len(words)
        return made

    def text(self) -> ArticleText:
        return ArticleText(
            title="Giao ban công tác Khoa giáo",
            blocks=tuple(
                Paragraph(name, (Run("".join(letter for letter, _ in letters)),))
                for name, letters in self.blocks
            ),
        )

    def edit(self) -> str:
        kind = self.random.choice(("split", "merge", "move", "delete", "retype", "type", "undo", "cut"))
        if len(self.blocks) < 2 and kind in ("merge", "cut", "move"):
            kind = "type"
        getattr(self, kind)()
        self.past.append(list(self.blocks))
        return kind

    def _some(self) -> int:
        return self.random.randrange(len(self.blocks))

    def _gap(self, letters: list[tuple[str, int]]) -> int:
        """A place between two words."""
        gaps = [i + 1 for i, (letter, _) in enumerate(letters) if letter == " "] or [len(letters)]
        return self.random.choice(gaps)

    def split(self) -> None:
        i = self._some()
        name, letters = self.blocks[i]
        cut = self._gap(letters)
        self.fresh += 1
        self.blocks[i : i + 1] = [(name, letters[:cut]), (f"{self.fresh:08x}", letters[cut:])]

    def merge(self) -> None:
        i = self.random.randrange(len(self.blocks) - 1)
        (name, one), (_, other) = self.blocks[i : i + 2]
        self.blocks[i : i + 2] = [(name, one + self.letters(" ") + other)]

    def move(self) -> None:
        block = self.blocks.pop(self._some())
        self.blocks.insert(self.random.randrange(len(self.blocks) + 1), block)

    def cut(self) -> None:
        """Words cut out of one paragraph and pasted into another."""
        i = self._some()
        name, letters = self.blocks[i]
        low, high = sorted((self._gap(letters), self._gap(letters)))
        taken = letters[low:high]
        self.blocks[i] = (name, letters[:low] + letters[high:])
        j = self._some()
        name, letters = self.blocks[j]
        place = self._gap(letters)
        self.blocks[j] = (name, letters[:place] + taken + letters[place:])

    def delete(self) -> None:
        i = self._some()
        name, letters = self.blocks[i]
        low, high = sorted((self._gap(letters), self._gap(letters)))
        self.blocks[i] = (name, letters[:low] + letters[high:])

    def type(self) -> None:
        i = self._some()
        name, letters = self.blocks[i]
        place = self._gap(letters)
        typed = self.letters(self.random.choice(NEW_WORDS) + " ")
        self.blocks[i] = (name, letters[:place] + typed + letters[place:])

    def retype(self) -> None:
        """The same words deleted and typed again: to a reader nothing happened."""
        i = self._some()
        name, letters = self.blocks[i]
        low, high = sorted((self._gap(letters), self._gap(letters)))
        self.blocks[i] = (name, letters[:low] + letters[low:high] + letters[high:])

    def undo(self) -> None:
        self.blocks = list(self.random.choice(self.past[-3:]))

    def truth(self, ids: list[int]) -> tuple[str, int, int] | None:
        """Where all of these letters stand in a row, or None."""
        for name, letters in self.blocks:
            here = [number for _, number in letters]
            if ids[0] in here:
                start = here.index(ids[0])
                if here[start : start + len(ids)] == ids:
                    return name, start, start + len(ids)
        return None

    def alive(self, ids: list[int]) -> int:
        wanted = set(ids)
        return sum(number in wanted for _, letters in self.blocks for _, number in letters)


def _selection(script: Script) -> tuple[str, int, int]:
    name, letters = script.random.choice(script.blocks)
    words = "".join(letter for letter, _ in letters)
    starts = [0, *(i + 1 for i, letter in enumerate(words) if letter == " ")]
    start = script.random.choice(starts)
    stops = [i for i, letter in enumerate(words) if letter == " " and i > start] + [len(words)]
    return name, start, script.random.choice(stops[:6])


def _context_tells_apart(text: ArticleText, anchor: Anchor, words: str) -> bool:
    return sum(block_text(block).count(words) for block in text.blocks) == 1


@settings(max_examples=examples(300))
@given(st.integers(0, 2**32))
def test_random_edit_scripts(seed: int) -> None:
    script = Script(seed)
    place, start, stop = _selection(script)
    ids = [number for _, number in dict(script.blocks)[place][start:stop]]
    text = script.text()
    anchor = at(text, place, start, stop)
    quote = anchor.quote
    never_lost = True
    for _ in range(script.random.randint(1, 4)):
        for _ in range(script.random.randint(1, 2)):
            script.edit()
        old, text = text, script.text()
        anchor = carried(anchor, old, text)
        assert anchor.quote == quote
        if anchor.lost:
            never_lost = False
            assert words_now(anchor, text) == ""
        else:
            there = {block.id: block_text(block) for block in text.blocks}
            assert 0 <= anchor.start < anchor.stop <= len(there[anchor.place])
        truth = script.truth(ids)
        words = quote
        if truth and _context_tells_apart(text, anchor, words) and (never_lost or len(quote) >= 24):
            assert (anchor.place, anchor.start, anchor.stop) == truth
        if not script.alive(ids) and not anchor.lost:
            assert set(words_now(anchor, text).split()) & set(quote.split())


def _text(*paragraphs: str) -> ArticleText:
    return ArticleText(
        title="Tít",
        blocks=tuple(Paragraph(f"{i:08x}", (Run(words),)) for i, words in enumerate(paragraphs, 1)),
    )


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
