"""Operations that a reader can follow: what stayed by chance between two rewritten stretches is told as changed."""

from __future__ import annotations

import pytest

from desk.compare.words import Op, OpKind, readable, rising, seen_ops, word_ops


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


def _some(stem: str, count: int) -> str:
    return "".join(f"{stem}{n} " for n in range(count))


@pytest.mark.parametrize(
    ("kept", "gone", "come", "chance"),
    [
        (1, 3, 3, True),  # six words went and six came around one
        (1, 2, 3, False),
        (1, 3, 2, False),
        (2, 5, 5, True),
        (2, 5, 4, False),
        (2, 4, 5, False),
        (3, 20, 20, False),
    ],
)
def test_a_word_or_two_are_chance_where_five_times_as_many_went_and_came(
    kept: int, gone: int, come: int, chance: bool
) -> None:
    whole, rest = ("=", _some("giữ", 60)), _some("còn", kept)
    change = ("-", _some("cũ", gone)), ("+", _some("mới", come))
    ops = _ops(whole, *change, ("=", rest), *change, whole)
    rewritten = _ops(
        whole,
        ("-", _some("cũ", gone) + rest + _some("cũ", gone)),
        ("+", _some("mới", come) + rest + _some("mới", come)),
        whole,
    )
    assert readable(ops) == (rewritten if chance else ops)


def test_a_word_at_an_end_or_beside_what_only_came_is_no_chance() -> None:
    gone, came, whole = ("-", _some("cũ", 9)), ("+", _some("mới", 9)), ("=", _some("giữ", 60))
    for parts in (
        (whole, gone, came, ("=", "của ")),
        (("=", "của "), gone, came, whole),
        (whole, came, ("=", "của "), gone, came, whole),
        (whole, gone, came, ("=", "của "), gone, whole),
    ):
        assert readable(_ops(*parts)) == _ops(*parts)


@pytest.mark.parametrize(
    ("kept", "anew"),
    [((4, 4, 3), True), ((4, 4, 4), False), ((1, 1), False)],
    ids=["a little", "a quarter", "in two"],
)
def test_with_less_than_a_quarter_kept_in_many_places_a_passage_was_written_anew(
    kept: tuple[int, ...], anew: bool
) -> None:
    """Of 48 letters in the longer text twelve must be kept."""
    parts, new = [], 48 - sum(kept)
    for at, letters in enumerate(kept):
        come = new // len(kept) + (new % len(kept) if not at else 0)
        parts += [("=", "k" * letters), ("-", "c"), ("+", "m" * come)]
    ops, found = _ops(*parts), readable(_ops(*parts))
    assert found == (
        ops if not anew else (Op(OpKind.DELETE, found[0].text), Op(OpKind.INSERT, found[1].text))
    )
    for other in (OpKind.INSERT, OpKind.DELETE):
        assert "".join(op.text for op in found if op.kind is not other) == "".join(
            op.text for op in ops if op.kind is not other
        )


def test_what_is_the_same_is_one_stretch_and_nothing_is_none() -> None:
    assert word_ops("một hai", "một hai") == _ops(("=", "một hai"))
    assert word_ops("", "") == ()
    assert word_ops("", "một") == _ops(("+", "một"))
    assert word_ops("một", "") == _ops(("-", "một"))


def test_words_kept_between_replaced_ones_are_kept() -> None:
    assert word_ops("một hai ba bốn năm", "1 hai 3 bốn 5") == _ops(
        ("-", "một"),
        ("+", "1"),
        ("=", " hai "),
        ("-", "ba"),
        ("+", "3"),
        ("=", " bốn "),
        ("-", "năm"),
        ("+", "5"),
    )


@pytest.mark.parametrize(
    ("old", "new", "ops"),
    [
        ("số 1.234,5 tỷ", "số 1.234,6 tỷ", [("=", "số "), ("-", "1.234,5"), ("+", "1.234,6"), ("=", " tỷ")]),
        ("ngày 09/4/2019", "ngày 10/4/2019", [("=", "ngày "), ("-", "09/4/2019"), ("+", "10/4/2019")]),
        ("số 36-NQ/TW.", "số 37-NQ/TW.", [("=", "số "), ("-", "36-NQ/TW"), ("+", "37-NQ/TW"), ("=", ".")]),
        ("lúc 14:30.", "lúc 14:45.", [("=", "lúc "), ("-", "14:30"), ("+", "14:45"), ("=", ".")]),
        ("A&B đọc", "A&C đọc", [("-", "A&B"), ("+", "A&C"), ("=", " đọc")]),
        ("(họp)", "(bàn)", [("=", "("), ("-", "họp"), ("+", "bàn"), ("=", ")")]),
        ("họp, bàn", "họp bàn", [("=", "họp"), ("-", ","), ("=", " bàn")]),
        ("một  hai", "một hai", [("=", "một"), ("-", "  "), ("+", " "), ("=", "hai")]),
        ("a a a", "a a", [("=", "a a"), ("-", " a")]),
    ],
)
def test_numbers_dates_and_signs_stay_whole_and_marks_stand_alone(
    old: str, new: str, ops: list[tuple[str, str]]
) -> None:
    assert word_ops(old, new) == _ops(*ops)


def test_what_stands_once_in_a_long_passage_holds_it_together() -> None:
    """One word over and over meets itself too often to be followed; between fixed rows it is followed."""
    many = "a " * 600
    whole = f"{many}x y z {many}"
    assert word_ops(f"đầu {whole}cuối", f"khác {whole}hết") == _ops(
        ("-", "đầu"), ("+", "khác"), ("=", f" {whole}"), ("-", "cuối"), ("+", "hết")
    )
    assert len(word_ops(f"đầu {many}{many}cuối", f"khác {many}{many}hết")) == 2


def test_a_passage_that_only_begins_another_is_followed_to_its_end() -> None:
    assert word_ops("một hai", "một hai ba") == _ops(("=", "một hai"), ("+", " ba"))
    assert word_ops("một hai ba", "một hai") == _ops(("=", "một hai"), ("-", " ba"))


def test_the_longest_rising_row() -> None:
    assert rising([3, 0, 1, 4, 2]) == [1, 2, 4]
    assert rising([5]) == [0]
    assert rising([2, 1, 0]) == [2]
    assert rising([0, 1, 2]) == [0, 1, 2]
    assert rising([0, 4, 1, 5, 2, 3]) == [0, 2, 4, 5]
    assert rising([]) == []


def test_a_no_break_space_is_a_space_to_a_reader() -> None:
    assert seen_ops("quý\xa0I năm", "quý I\u202fnăm") == (Op(OpKind.EQUAL, "quý I\u202fnăm"),)
    ops = seen_ops("họp quý\xa0I", "họp quý II")
    assert "".join(op.text for op in ops if op.kind is not OpKind.INSERT) == "họp quý I"
    assert "".join(op.text for op in ops if op.kind is not OpKind.DELETE) == "họp quý II"
    assert [op.text for op in ops if op.kind is not OpKind.EQUAL] == ["I", "II"]


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200e"])
@pytest.mark.parametrize("at", [0, 1, 3, 7])
def test_a_sign_that_nobody_sees_is_no_change_and_stays_where_it_stood(sign: str, at: int) -> None:
    plain = "cơ quan Tỉnh ủy"
    signed = plain[:at] + sign + plain[at:]
    for old, new in ((plain, signed), (signed, plain), (signed, signed)):
        assert seen_ops(old, new) == (Op(OpKind.EQUAL, new),)
    ops = seen_ops(signed, plain.replace("Tỉnh", "Huyện"))
    assert "".join(op.text for op in ops if op.kind is not OpKind.INSERT).replace(sign, "") == plain
    assert [op.text.strip() for op in ops if op.kind is OpKind.INSERT] == ["Huyện"]
    assert seen_ops(signed, "") == (Op(OpKind.DELETE, signed),)
