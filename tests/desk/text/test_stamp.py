from __future__ import annotations

import hashlib

import pytest

from desk.text.stamp import Stamp, block_mark, digits_of, marked_block, short_code, stamp_of

SHA = hashlib.sha256("bài".encode()).hexdigest()


def test_a_code_says_how_the_digest_begins() -> None:
    for number in range(200):
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        code = short_code(digest)
        assert len(code) == 9
        assert code[4] == "-"
        assert not set("ILOU") & set(code)
        assert digest.startswith(digits_of(code))
        assert len(digits_of(code)) == 10


def test_a_code_is_read_as_a_hand_writes_it() -> None:
    code = short_code("00000" + SHA)
    typed = code.lower().replace("-", " ").replace("0", "o")
    assert digits_of(f" {typed} ") == digits_of(code) != ""


@pytest.mark.parametrize("typed", ["", "7KQ2", "7KQ2-M9XD-A", "7KQ2-M9XU", "số bốn"])
def test_what_is_no_code_says_nothing(typed: str) -> None:
    assert digits_of(typed) == ""


def test_a_bookmark_says_the_stamp_in_few_letters() -> None:
    stamp = Stamp("d" * 64, 123456, 789, SHA)
    assert len(stamp.bookmark) <= 40
    read = stamp_of(stamp.bookmark)
    assert read is not None
    assert (read.article, read.revision) == (123456, 789)
    assert read.names(SHA)
    assert read.is_of("d" * 64)
    assert not read.is_of("e" * 64)
    assert stamp_of("_Toc000001") is None
    assert not Stamp("", 0, 0, SHA).is_of("d" * 64)


def test_a_block_is_named_by_its_bookmark() -> None:
    for name in ("1a2b3c4d", "@title", "@lead", "@byline", "1a2b3c4d_c"):
        assert marked_block(block_mark(name)) == name
    assert block_mark("có dấu") == ""
    assert marked_block("_GoBack") == ""
