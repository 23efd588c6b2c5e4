"""Every part of a salvage has its words, and what came of it is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.acts.rules import Act
from desk.safety.archive import Archived
from desk.safety.new_folder import Part, Progress
from desk.safety.rescued import Fate
from desk.safety.salvaged import Given, Salvaged
from ui.words import salvage as words


def test_how_far_it_is() -> None:
    assert {words.progress(Progress(part)) for part in Part} == {f"{text}…" for text in words.PARTS.values()}
    assert words.progress(Progress(Part.ARTICLES, 3, 9)) == "Đang ghi bài: 3 / 9"
    assert set(words.FATES) == set(Fate)


def test_what_came_of_it() -> None:
    whole = Salvaged(articles=[Given(1, "Một", Fate.WHOLE, 1, 1)], pictures=2)
    assert words.salvaged(whole) == "Cứu được 1 trong 1 bài, 2 ảnh, 0 tệp đã phát hành. Không thấy mất gì."
    lost = Salvaged(articles=[Given(1, "", Fate.LOST, 0, 0), Given(2, "", Fate.OLDER, 1, 2)])
    assert "Bài không trọn: 1 bản cũ hơn, 1 bị mất." in words.salvaged(lost)


def test_an_archive_is_told() -> None:
    folder = Path("kho") / "Kho lưu trữ"
    said = words.archived(Archived(folder, 1200, 3, 40, 5))
    assert said == "Đã xuất 1.200 bài, 3 số bản tin, 40 tệp vào “Kho lưu trữ”."
    assert "không thấy lỗi" in words.taken_in(folder, whole=True)
    assert "không ổn" in words.taken_in(folder, whole=False)


def test_an_act_is_told_as_the_journal_tells_it() -> None:
    assert words.deed(Act.APPROVE.value)
    with pytest.raises(ValueError, match="bay"):
        words.deed("bay")
