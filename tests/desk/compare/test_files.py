"""Two text files compared: places count in the file as it is read, what is no text is refused with its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.compare.articles import Fate
from desk.compare.files import MOST_BYTES, compare_files, read_lines
from desk.compare.words import OpKind
from desk.errors import BadIntake, IntakeFault


def _file(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_lines_that_hold_words_have_their_number_and_place(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", "\ufeffMột\r\n\r\n  hai\rba".encode())
    assert [(line.number, line.text[:5].strip()) for line in read_lines(path)] == [
        (0, "Một"),
        (2, "hai"),
        (3, "ba"),
    ]


def test_a_word_that_changed_has_its_place_on_both_sides(tmp_path: Path) -> None:
    old = _file(tmp_path, "cũ.txt", "Hội nghị giao ban quý I của tỉnh".encode())
    new = _file(tmp_path, "mới.txt", "Hội nghị giao ban quý II của tỉnh".encode("utf-16"))
    (paragraph,) = compare_files(old, new).paragraphs
    assert paragraph.fate is Fate.CHANGED
    pieces = [
        (piece.kind, piece.text, piece.old, piece.new)
        for piece in paragraph.pieces
        if piece.kind is not OpKind.EQUAL
    ]
    assert pieces == [(OpKind.DELETE, "I", (22, 23), None), (OpKind.INSERT, "II", None, (22, 24))]


@pytest.mark.parametrize(
    ("data", "fault"), [(b"caf\xe9", IntakeFault.NOT_TEXT), (b"x" * (MOST_BYTES + 1), IntakeFault.TOO_HEAVY)]
)
def test_what_is_no_text_or_too_heavy_is_refused(tmp_path: Path, data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        read_lines(_file(tmp_path, "a.txt", data))
    assert (refused.value.fault, refused.value.name) == (fault, "a.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadIntake) as refused:
        read_lines(tmp_path)
    assert refused.value.fault is IntakeFault.UNKNOWN_KIND
