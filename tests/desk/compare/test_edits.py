"""The comparison against what an editor would mark by hand, on a fixture of real-style edits."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.compare.articles import Fate
from desk.compare.files import compare_files
from desk.compare.words import OpKind, word_ops
from desk.errors import BadIntake, FileTrouble
from desk.text.blocks import nfc
from tests.desk.compare.edits import Edit, edits, fates, flagged, share
from tests.effort import examples

ALL = list(edits())


def test_the_fixture_is_large_and_varied() -> None:
    assert len(ALL) >= 80
    assert len({edit.kind for edit in ALL}) >= 15


def test_no_more_is_flagged_than_an_editor_would() -> None:
    assert share(flagged) <= 1.25


@pytest.mark.parametrize("edit", [e for e in ALL if e.kind == "word"], ids=lambda e: f"{e.number}")
def test_one_word_flags_at_most_a_quarter_of_its_paragraph(edit: Edit) -> None:
    assert flagged(edit) <= 0.25 * (len(edit.old[0]) + len(edit.new[0])) / 2


@pytest.mark.parametrize("edit", [e for e in ALL if e.kind == "nfd"], ids=lambda e: f"{e.number}")
def test_another_spelling_of_the_same_letters_is_no_change(edit: Edit) -> None:
    assert edit.old != edit.new
    assert flagged(edit) == 0
    assert set(fates(edit)) == {Fate.SAME}


@pytest.mark.parametrize("edit", [e for e in ALL if e.kind.startswith("order")], ids=lambda e: f"{e.number}")
def test_a_moved_paragraph_is_moved_and_not_rewritten(edit: Edit) -> None:
    found = fates(edit)
    if edit.kind == "order":
        assert found.count(Fate.MOVED) == len(edit.old) - _longest_kept(edit)
    else:
        assert Fate.MOVED in found
    assert Fate.ADDED not in found
    assert Fate.REMOVED not in found
    assert flagged(edit) <= edit.truth * 1.25


def _longest_kept(edit: Edit) -> int:
    """Return how many paragraphs can stay where they are at most."""
    sizes = range(len(edit.old), 0, -1)
    return next(
        size
        for size in sizes
        if any(kept in combinations(edit.new, size) for kept in combinations(edit.old, size))
    )


@settings(max_examples=examples(100))
@given(st.sampled_from(ALL), st.sampled_from(ALL))
def test_operations_always_give_both_texts_back(one: Edit, other: Edit) -> None:
    old, new = nfc(one.old[0]), nfc(other.new[0])
    ops = word_ops(old, new)
    assert "".join(op.text for op in ops if op.kind is not OpKind.INSERT) == old
    assert "".join(op.text for op in ops if op.kind is not OpKind.DELETE) == new


@pytest.mark.parametrize("edit", ALL, ids=lambda e: f"{e.number}-{e.kind}")
def test_offsets_in_files_are_exact(edit: Edit, tmp_path: Path) -> None:
    old, new = tmp_path / "cũ.txt", tmp_path / "mới.txt"
    old.write_text("\n\n".join(edit.old), encoding="utf-8-sig")
    new.write_text("\r\n".join(edit.new), encoding="utf-16")
    whole = {"old": nfc("\n\n".join(edit.old)), "new": "\n".join(edit.new)}
    read: dict[tuple[str, int], list[str]] = defaultdict(list)  # a line cut in two comes piece by piece
    lines = {}
    for paragraph in compare_files(old, new).paragraphs:
        for side, line in (("old", paragraph.old), ("new", paragraph.new)):
            if line is None:
                continue
            assert whole[side][line.start : line.start + len(line.text)] == line.text
            spans = [(getattr(piece, side), piece.text) for piece in paragraph.pieces if getattr(piece, side)]
            assert all(line.text[span[0] : span[1]] == text for span, text in spans)
            read[side, line.number].extend(text for _, text in spans)
            lines[side, line.number] = line.text
    assert {key: "".join(texts) for key, texts in read.items()} == lines
    assert len(lines) == len(edit.old) + len(edit.new)


def test_what_cannot_be_compared_is_named(tmp_path: Path) -> None:
    good, binary = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("Một đoạn.", encoding="utf-8")
    binary.write_bytes(b"\x00\x01\x02" * 50)
    with pytest.raises(BadIntake):
        compare_files(good, binary)
    with pytest.raises(FileTrouble):
        compare_files(good, tmp_path / "không có.txt")
    empty = tmp_path / "rỗng.txt"
    empty.write_bytes(b"")
    with pytest.raises(BadIntake):
        compare_files(empty, good)
