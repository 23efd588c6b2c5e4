"""An entry of the journal is one line, whatever is in it."""

from __future__ import annotations

from desk.safety.journal_text import line

ENTRY = {
    "id": 3, "at": "2019-04-09T03:00:00.000+00:00", "person": "An", "act": "approve",
    "title": "Một\nhai", "note": "vì",
}  # fmt: skip


def test_it_is_one_line_of_words() -> None:
    assert line(ENTRY, lambda act: act.upper()) == "3\t09/04/2019 10:00\tAn\tAPPROVE\tMột hai – vì"


def test_what_is_none_stands_as_it_is() -> None:
    def deed(act: str) -> str:
        raise ValueError(act)

    assert line({**ENTRY, "at": 5, "note": ""}, deed) == "3\t5\tAn\tapprove\tMột hai"
