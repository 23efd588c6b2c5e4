from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.circulation import outgoing
from desk.errors import FileTrouble
from tests.making import Cast
from tests.ui.articles.given_back import NAME, file_back, given_out
from ui.articles import returned_files


def test_files_of_this_desk_are_told_from_others(cast: Cast, tmp_path: Path) -> None:
    made = given_out(cast)
    mine = file_back(tmp_path, cast, made)
    left = outgoing.outgoing(cast.editor, made)
    foreign = tmp_path / "khác.docx"
    foreign.write_bytes(outgoing.word(replace(left, stamp=replace(left.stamp, desk="e" * 64))))
    other = tmp_path / "ảnh.docx"
    other.write_bytes(b"rubbish")
    found = returned_files.stamped([mine, foreign, other, tmp_path / "không có.docx"])
    assert set(found) == {mine, foreign}
    assert returned_files.ours(found) == [mine]


def test_a_file_is_opened_with_what_it_says(cast: Cast, tmp_path: Path) -> None:
    made = given_out(cast)
    file = returned_files.opened(file_back(tmp_path, cast, made))
    assert file.name == NAME
    assert file.stamp == outgoing.outgoing(cast.editor, made).stamp
    base = returned_files.base(cast.editor, file, 0)
    assert len(returned_files.read(base, file).edits) == 3
    with pytest.raises(FileTrouble):
        returned_files.opened(tmp_path / "không có.docx")
