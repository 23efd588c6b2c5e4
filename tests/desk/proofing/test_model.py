"""The counts that ship."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from desk.proofing.model import FOLDER, OWN, model, pack


def test_it_knows_official_prose_and_is_small() -> None:
    assert model().compound("quan5", "triêt6") & OWN
    assert model().count("chi1", "bô6") > 20
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 8 * 2**20


def test_a_text_under_test_does_not_vouch_for_itself() -> None:
    seen = model().count("chi1", "bô6")
    assert replace(model(), without=Counter({("chi1", "bô6"): 5})).count("chi1", "bô6") == seen - 5


def test_what_is_packed_is_written(tmp_path: Path) -> None:
    pack(tmp_path, Counter({("a1",): 2}), {"ba1"}, {("ba1", "a1"): 3})
    assert {path.name for path in tmp_path.iterdir()} == {"syllables.txt", "ngrams.bin", "compounds.bin"}
