"""A text as words with their places."""

from __future__ import annotations

from desk.proofing.reading import paragraphs


def test_places_count_in_the_text() -> None:
    text = "Một.\n\nHai, ba tư"
    words = [word for one in paragraphs(text) for word in one.words]
    assert [text[word.start : word.end] for word in words] == ["Một", "Hai", "ba", "tư"]
    assert [word.run for word in words] == [0, 0, 1, 1]


def test_addresses_are_fenced_and_junk_is_no_text() -> None:
    (one,) = paragraphs("Gửi an@tinh.vn ngay")
    assert [word.text for word in one.words] == ["Gửi", "ngay"]
    assert paragraphs("a" * 5000) == ()


def test_a_line_without_end_is_read_in_pieces() -> None:
    text = "từ này " * 5000
    assert "".join(one.text for one in paragraphs(text)) == text
