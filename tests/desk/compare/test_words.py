"""Operations that a reader can follow: what stayed by chance between two rewritten stretches is told as changed."""

from __future__ import annotations

from desk.compare.words import Op, OpKind, readable, rising, word_ops


def _ops(*parts: tuple[str, str]) -> tuple[Op, ...]:
    return tuple(Op(OpKind(sign), text) for sign, text in parts)


def _stretch(gone: int, come: int) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("-", " ".join(f"cũ{n}" for n in range(gone)) + " "), (
        "+",
        " ".join(f"mới{n}" for n in range(come)) + " ",
    )


def _around(gone: int, come: int) -> tuple[Op, ...]:
    """Return one word that stayed between two stretches of so many words that went, and came."""
    whole = ("=", "Kết luận hội nghị, đồng chí Trưởng ban yêu cầu các đơn vị thực hiện tốt chế độ báo cáo. ")
    return _ops(whole, *_stretch(gone, come), ("=", "của "), *_stretch(gone, come), whole)


def test_a_word_left_between_two_rewritten_stretches_is_chance() -> None:
    ops = _around(3, 3)
    assert sum(op.kind is OpKind.EQUAL for op in readable(ops)) == 2
    assert "".join(op.text for op in readable(ops) if op.kind is not OpKind.INSERT) == "".join(
        op.text for op in ops if op.kind is not OpKind.INSERT
    )


def test_where_little_came_for_much_that_went_the_word_stays() -> None:
    """Both sides must be rewritten: a word between what was merely cut is what the reader holds on to."""
    assert readable(_around(6, 1)) == _around(6, 1)
    assert readable(_around(1, 6)) == _around(1, 6)


def test_what_little_is_kept_of_a_passage_written_anew_is_told_as_changed() -> None:
    """The longer of both texts decides: three old words in a text ten times as long are no text that stayed."""
    new = " ".join(f"mới{n}" for n in range(12))
    ops = _ops(("=", "một "), ("+", new), ("=", "hai "), ("+", new), ("=", "ba "), ("+", new))
    assert [op.kind for op in readable(ops)] == [OpKind.DELETE, OpKind.INSERT]
    short = _ops(("=", "một "), ("+", "và "), ("=", "hai "), ("+", "và "), ("=", "ba "))
    assert readable(short) == short


def test_a_passage_that_only_begins_another_is_followed_to_its_end() -> None:
    assert word_ops("một hai", "một hai ba") == _ops(("=", "một hai"), ("+", " ba"))
    assert word_ops("một hai ba", "một hai") == _ops(("=", "một hai"), ("-", " ba"))


def test_the_longest_rising_row() -> None:
    assert rising([3, 0, 1, 4, 2]) == [1, 2, 4]
    assert rising([]) == []
