"""Two text files compared: places count in the file as it is read, what is no text is refused with its name."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from desk.compare.articles import Fate, Seam
from desk.compare.files import compare_files, read_lines
from desk.compare.words import OpKind
from desk.errors import BadIntake, FileTrouble, IntakeFault, Trouble


def _file(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_lines_that_hold_words_have_their_number_and_place(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", "\ufeffMột\r\n\r\n  hai\rba".encode())
    assert [(line.number, line.start, line.text) for line in read_lines(path)] == [
        (0, 0, "Một"),
        (2, 5, "  hai"),
        (3, 11, "ba"),
    ]


def test_lines_that_came_went_and_were_broken_have_their_places(tmp_path: Path) -> None:
    one, two = "Hội nghị giao ban quý I của tỉnh.", "Đồng chí Trưởng ban dự và chủ trì."
    old = _file(tmp_path, "cũ.txt", f"Bỏ đi\n{one} {two}\nCuối".encode())
    new = _file(tmp_path, "mới.txt", f"{one}\n\n{two}\nCuối\nThêm vào".encode())
    lines = [
        (
            found.fate,
            found.seam,
            *((line.number, line.start) if line else None for line in (found.old, found.new)),
        )
        for found in compare_files(old, new).paragraphs
    ]
    end = 6 + len(one) + 1 + len(two) + 1
    assert lines == [
        (Fate.REMOVED, None, (0, 0), None),
        (Fate.CHANGED, Seam.CUT, (1, 6), (0, 0)),
        (Fate.SAME, None, (1, 6), (2, len(one) + 2)),
        (Fate.SAME, None, (2, end), (3, len(one) + len(two) + 3)),
        (Fate.ADDED, None, None, (4, len(one) + len(two) + 8)),
    ]


def test_the_second_piece_of_a_line_begins_where_the_first_ended(tmp_path: Path) -> None:
    one, two = "Hội nghị giao ban quý I của tỉnh.", "Đồng chí Trưởng ban dự và chủ trì."
    whole, broken = f"{one} {two}".encode(), f"{one}\n{two}".encode()
    cut = compare_files(_file(tmp_path, "a.txt", whole), _file(tmp_path, "b.txt", broken))
    sewn = compare_files(tmp_path / "b.txt", tmp_path / "a.txt")
    first, second = (0, len(one)), (len(one) + 1, len(one) + 1 + len(two))
    alone = (0, len(two))
    spans = [[(piece.old, piece.new) for piece in found.pieces] for found in cut.paragraphs]
    assert spans == [[(first, first), ((len(one), len(one) + 1), None)], [(second, alone)]]
    spans = [[(piece.old, piece.new) for piece in found.pieces] for found in sewn.paragraphs]
    assert spans == [[(first, first), (None, (len(one), len(one) + 1))], [(alone, second)]]


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
    ("mark", "letters"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF8, "utf-8"),
        (b"", "utf-8"),
    ],
)
def test_a_file_is_read_in_each_of_its_encodings(tmp_path: Path, mark: bytes, letters: str) -> None:
    (line,) = read_lines(_file(tmp_path, "a.txt", mark + "Đồng chí Bí thư".encode(letters)))
    assert line.text == "Đồng chí Bí thư"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"caf\xe9", IntakeFault.NOT_TEXT),
        (b"x" * (8 * 1024 * 1024 + 1), IntakeFault.TOO_HEAVY),
        (b"", IntakeFault.EMPTY),
        (b" \n\t\r\n", IntakeFault.EMPTY),
    ],
    ids=["no UTF-8", "too heavy", "nothing", "no words"],
)
def test_what_is_no_text_or_too_heavy_is_refused(tmp_path: Path, data: bytes, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        read_lines(_file(tmp_path, "a.txt", data))
    assert (refused.value.fault, refused.value.name) == (fault, "a.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        read_lines(tmp_path)
    assert refused.value.kind is Trouble.NO_FILE


def test_eight_megabytes_are_read(tmp_path: Path) -> None:
    (line,) = read_lines(_file(tmp_path, "a.txt", b"x" * (8 * 1024 * 1024)))
    assert len(line.text) == 8 * 1024 * 1024


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        read_lines(tmp_path / "không có.txt")
    assert "không có.txt" in str(refused.value.path)
