"""What an office teaches: counts alone, laid over those that ship."""

from __future__ import annotations

import pytest

from desk.proofing.engine import proof
from desk.proofing.model import model
from desk.proofing.teaching import NotCounts, count, merged, taught
from tests.desk.proofing import scoring

OLD = [
    "Bà con bản Phiêng cõng đá xếp kè.\nMỗi nhà cõng đá xếp kè ba ngày.",
    "Trai bản cõng đá xếp kè bên suối.",
]


def test_counts_are_laid_over() -> None:
    knowing = taught(count(OLD))
    assert knowing.count("cong4", "đa5", "xêp5") == model().count("cong4", "đa5", "xêp5") + 3
    assert knowing.count("xêp5", "ke2") > model().count("xêp5", "ke2")


def test_no_sentence_is_kept() -> None:
    counts = count(["Đồng chí Sùng A Páo kể chuyện cũ ở bản Huổi Só."])
    assert b"Huoi" not in counts
    assert taught(counts).count("huôi3", "so5") == model().count("huôi3", "so5") + 1
    assert taught(counts).count("kê3", "chuyên6", "cu4") == model().count("kê3", "chuyên6", "cu4")


def test_several_counts_are_one() -> None:
    both = merged(count(OLD[:1]), count(OLD[1:]))
    assert taught(both).count("cong4", "đa5") == taught(count(OLD)).count("cong4", "đa5")


@pytest.mark.parametrize("wrong", [b"", b"soatloi1", b"soatloi1x", b"PK\3\4", count(OLD)[:-5]])
def test_other_bytes_are_refused(wrong: bytes) -> None:
    with pytest.raises(NotCounts):
        taught(wrong)


def test_what_was_taught_is_no_longer_marked() -> None:
    text = "Nhà nào cũng có chĩnh mẻ và hũ mắm cáy."
    assert [one.text for one in proof(text)] == ["chĩnh"]
    old = [
        "Bà bán mắm cáy ở chợ.",
        "Hũ mắm cáy và chĩnh mẻ đặt góc bếp.",
        "Nhà ai cũng có chĩnh mẻ, mắm cáy ngon.",
    ]
    assert proof(text, knowing=taught(count(old))) == ()


def test_a_line_counts_once_however_many_articles_have_it() -> None:
    texts = [row["text"] for row in scoring.rows(scoring.FOLDER / "clean.jsonl")[:4]]
    assert count(texts * 3) == count(texts)
