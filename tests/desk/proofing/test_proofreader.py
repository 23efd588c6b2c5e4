"""One who proofreads again and again finds the same as one who reads a text for the first time."""

from __future__ import annotations

import random
import unicodedata
from datetime import date
from typing import Any

import pytest

from desk.proofing import engine
from desk.proofing.alone import answer
from desk.proofing.engine import Proofreader, proof
from tests.desk.proofing import scoring

ROWS = scoring.rows(scoring.FOLDER / "seeded.jsonl")


def test_the_same_text_has_the_same_findings_whichever_way_it_is_asked() -> None:
    reader = Proofreader(remembered=50)
    chosen = random.Random(4).sample(ROWS, 60)
    for row in [*chosen, *reversed(chosen)]:
        day = date.fromisoformat(row["date"])
        assert reader.proof(row["text"], date=day) == proof(row["text"], date=day)


def test_while_somebody_types_nothing_of_before_remains() -> None:
    reader = Proofreader()
    text = unicodedata.normalize("NFC", "\n".join(row["text"] for row in ROWS[:6]))
    hand = random.Random(7)
    for _ in range(25):
        at = hand.randrange(len(text))
        text = (
            text[:at] + hand.choice(["", "\n", " ", "ả", "“", "lảnh đạo "]) + text[at + hand.randrange(3) :]
        )
        assert reader.proof(text) == proof(text)


def test_another_register_is_not_answered_from_memory() -> None:
    reader = Proofreader()
    text = "Sự lảnh đạo của Đảng ủy xã."
    assert reader.proof(text)
    assert reader.proof(text, register={"rules": {"context": "off"}}) == ()
    assert reader.proof(text)


def test_what_was_read_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Proofreader()
    text = "\n".join(row["text"] for row in ROWS[:6])
    reader.proof(text)
    read: list[str] = []

    def answered(line: str, *rest: Any) -> Any:
        read.append(line)
        return answer(line, *rest)

    monkeypatch.setattr(engine, "answer", answered)
    reader.proof(text + "\nMột dòng nữa.")
    assert read == ["Một dòng nữa."]
