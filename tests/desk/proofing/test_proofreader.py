"""One who proofreads again and again finds the same as one who reads a text for the first time."""

from __future__ import annotations

import random
import time
import unicodedata
from datetime import date

from desk.proofing.engine import Proofreader, proof, proof_issue
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


def test_what_was_read_is_not_read_again() -> None:
    reader = Proofreader()
    text = "\n".join(row["text"] for row in scoring.rows(scoring.FOLDER / "clean.jsonl"))
    reader.proof(text)
    began = time.process_time()
    reader.proof(text + "\nMột dòng nữa.")
    assert time.process_time() - began < 0.15  # 11,000 words; 0.5 s the first time


def test_an_issue_tells_what_contradicts_between_articles() -> None:
    day = date(2024, 5, 6)
    found = proof_issue(
        [
            ("a", "Đồng chí Trần Văn Sính, Bí thư Đảng ủy xã Bình Lâm, dự hội nghị.", day),
            (
                "b",
                "Đồng chí Trần Văn Xính trao quà.\nTheo Chỉ thị số 77-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
                day,
            ),
            (
                "c",
                "Đồng chí Trần Văn Sính, Phó Bí thư Đảng ủy xã Bình Lâm, nói.\n"
                "Theo Chỉ thị số 77-CT/TW, ngày 16/5/2016 của Bộ Chính trị.",
                day,
            ),
        ]
    )
    told = {
        (key, one.rule, one.text) for key, every in found.items() for one in every if one.family == "issue"
    }
    assert told == {
        ("b", "issue.name", "Trần Văn Xính"),
        ("c", "issue.title", "Phó Bí thư Đảng ủy xã Bình Lâm"),
        ("c", "issue.citation", "16/5/2016"),
    }
    other = next(one.other for one in found["b"] if one.rule == "issue.name")
    assert other == ("a", 9, 22)
