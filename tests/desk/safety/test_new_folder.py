"""A folder stands under its name when it is whole, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.cancel import never
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.safety.new_folder import new_folder, plain


def test_it_stands_when_it_is_ended(tmp_path: Path) -> None:
    parent = tmp_path / "chưa có"
    with new_folder(parent, "Kho", never) as (folder, end):
        assert folder.put_text("a/b.txt", "chữ").size == 5
        folder.put_lines("c.jsonl", [b"1", b"2"])
        assert folder.read("c.jsonl") == b"1\n2\n"
        assert not (parent / "Kho").exists()
        place = end()
    assert place == parent / "Kho"
    assert [one.path for one in folder.files] == ["a/b.txt", "c.jsonl"]
    with new_folder(parent, "Kho", never) as (_, end):
        assert end() == parent / "Kho (2)"


def test_left_halfway_it_leaves_nothing(tmp_path: Path) -> None:
    parent = tmp_path / "chưa có"
    with pytest.raises(Cancelled), new_folder(parent, "Kho", lambda: True) as (folder, _):
        folder.put_text("a.txt", "")
    assert not parent.exists()


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    with pytest.raises(FileTrouble) as refused, new_folder(tmp_path / "tệp", "Kho", never):
        pass
    assert refused.value.kind is Trouble.NO_FOLDER


@pytest.mark.parametrize(
    ("given", "kept"),
    [("a/b:c?.docx", "a_b_c_.docx"), ("  .. ", "tep"), ("Bài 1.", "Bài 1"), ("x" * 300 + ".pdf", "x" * 120)],
)
def test_a_strangers_name_is_plain(given: str, kept: str) -> None:
    assert plain(given) == kept
