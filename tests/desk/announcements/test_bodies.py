"""Places and people, told by their first words."""

from __future__ import annotations

import pytest

from desk.announcements.bodies import is_person, is_place


@pytest.mark.parametrize(
    "words",
    [
        "phòng họp 2",
        "p.403",
        "- hội trường a",
        "tại ubnd xã",
        "sân vận động",
        "ht huyện",
        "trực tuyến (zoom)",
    ],
)
def test_places(words: str) -> None:
    assert is_place(words)


@pytest.mark.parametrize(
    "words", ["", "trưởng phòng", "xã hội", "văn phòng chuẩn bị", "phòng nội vụ chủ trì", "họp chi bộ"]
)
def test_what_is_no_place(words: str) -> None:
    assert not is_place(words)


@pytest.mark.parametrize(
    "words", ["đ/c hạnh", "các đồng chí", "pct ngô văn thỉnh", "chủ tịch ubnd", "lãnh đạo ban"]
)
def test_people(words: str) -> None:
    assert is_person(words)


@pytest.mark.parametrize("words", ["hội nghị sơ kết", "phòng họp 2", "tập huấn"])
def test_what_is_nobody(words: str) -> None:
    assert not is_person(words)


def test_rooms_of_messages_and_bodies() -> None:
    assert is_place("quán mộc")
    assert is_person("ban thường trực")
    assert not is_person("tổng dọn vệ sinh")
