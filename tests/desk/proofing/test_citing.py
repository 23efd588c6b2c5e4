"""Citations read."""

from __future__ import annotations

from desk.proofing import citing
from desk.proofing.reading import read


def test_what_stands_around_a_symbol_is_read() -> None:
    one = read("Thực hiện Chỉ thị số 05 - CT/TW, ngày 15/5/2016 của Bộ Chính trị về học tập.")
    assert one is not None
    (it,) = citing.read(one)
    assert (it.type, it.symbol, it.so, it.day, it.body) == (
        "Chỉ thị",
        "05-CT/TW",
        True,
        "15/5/2016",
        "Bộ Chính trị",
    )


def test_the_documents_that_ship_are_known_by_their_symbols() -> None:
    assert ("Nghị quyết", "22/12/2024", "Bộ Chính trị") in citing.known()["57-NQ/TW"]
