"""The list proves itself and every file; it leads nowhere out of the archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.errors import ArchiveFault, BadArchive
from desk.safety import archive_list
from desk.safety.archive_list import ArchiveList, ListedTable
from desk.safety.new_folder import FileEntry

TABLES = (ListedTable("article", "du-lieu/article.jsonl", 2, ("id", "uid")),)


def _kept(folder: Path, *paths: str) -> ArchiveList:
    files = tuple(FileEntry(path, "0" * 64, 1) for path in paths)
    listed = ArchiveList("2026", 8, "2026-11-30", (7, "ab"), {"article": 2}, TABLES, files)
    data, summed = archive_list.write(listed)
    (folder / archive_list.NAME).write_bytes(data)
    (folder / archive_list.SUM).write_bytes(summed)
    return listed


def test_it_comes_back_as_it_was_written(tmp_path: Path) -> None:
    listed = _kept(tmp_path, "bai/1.html", "anh/ố.jpg")
    assert archive_list.read(tmp_path) == listed


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "C:/x", "a\\b", ""])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, path: str) -> None:
    _kept(tmp_path, path)
    with pytest.raises(BadArchive) as refused:
        archive_list.read(tmp_path)
    assert refused.value.fault is ArchiveFault.NONE


def test_a_file_with_another_sum_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    right = FileEntry("a", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0)
    assert list(archive_list.prove(tmp_path, [right])) == [1]
    with pytest.raises(BadArchive, match="b"):
        list(archive_list.prove(tmp_path, [right, FileEntry("b", "0", 0)]))
