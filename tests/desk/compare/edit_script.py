"""A text edited at random, a step at a time, whose letters know who they are."""

from __future__ import annotations

import random

from desk.text.blocks import ArticleText, Paragraph, Run

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
