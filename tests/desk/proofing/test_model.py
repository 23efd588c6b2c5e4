"""The counts that ship."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from desk.proofing.model import FOLDER, OWN, PYVI, model, pack
from desk.proofing.nearness import pack_near


def test_it_knows_official_prose_and_is_small() -> None:
    assert model().compound("quan5", "triêt6") & OWN
    assert model().count("chi1", "bô6") > 20
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 8 * 2**20


def test_a_text_under_test_does_not_vouch_for_itself() -> None:
    seen = model().count("chi1", "bô6")
    assert model().leaving_out(Counter({("chi1", "bô6"): 5})).count("chi1", "bô6") == seen - 5


def test_what_is_packed_is_written(tmp_path: Path) -> None:
    pack(tmp_path, Counter({("a1",): 2}), {"ba1", "a1"}, {("ba1", "a1"): PYVI}, {"a1": 300})
    pack_near(tmp_path, ["a1", "ba1", ""])
    assert {path.name for path in tmp_path.iterdir()} == {"syllables.txt", "ngrams.bin", "near.bin"}


def test_what_an_office_taught_is_laid_over() -> None:
    known = ("đăk5", "po1", "cơ1")
    taught = model().with_more(Counter({known: 3, known[:2]: 3, known[1:]: 3, ("po1",): 3, ("zz1",): 1}))
    assert taught.count(*known) == model().count(*known) + 3
    assert taught.count(*known[:2]) == model().count(*known[:2]) + 3
    assert taught.count("zz1") == 1
    assert model().count("zz1") == 0
