"""RTF's tokens."""

from __future__ import annotations

from desk.intake.rtf.tokens import Token, tokens


def test_words_numbers_letters_and_signs_are_told_apart() -> None:
    found = list(tokens(b"{\\b1 x\\'e9\\~\r\n\\u-4051?\\par}"))
    assert found == [
        Token("open"),
        Token("word", "b", 1),
        Token("text", data=b"x"),
        Token("hex", data=b"\xe9"),
        Token("sign", data=b"~"),
        Token("word", "u", -4051),
        Token("text", data=b"?"),
        Token("word", "par"),
        Token("close"),
    ]


def test_bytes_behind_bin_are_taken_as_they_are_and_too_few_are_lost() -> None:
    assert list(tokens(b"\\bin3 {}\\x")) == [Token("bin", data=b"{}\\"), Token("text", data=b"x")]
    assert list(tokens(b"\\bin9 abc")) == [Token("lost")]
    assert list(tokens(b"\\bin-1 abc")) == [Token("lost")]


def test_a_backslash_alone_at_the_end_is_no_fault() -> None:
    assert list(tokens(b"a\\")) == [Token("text", data=b"a")]
