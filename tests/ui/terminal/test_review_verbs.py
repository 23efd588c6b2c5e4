"""Found in review: the tour empties its folder, so it must be its own; what is missing is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.database import store
from main import main
from tests.making import Cast
from tests.ui.terminal.running import acting
from ui.tour import tour

Capture = pytest.CaptureFixture[str]


def test_the_tour_empties_no_folder_but_its_own(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked: list[Path] = []

    def walk(out: Path) -> int:
        walked.append(out)
        return 0

    monkeypatch.setattr(tour, "run", walk)
    mine = tmp_path / "Tài liệu"
    mine.mkdir()
    assert main(["tour", "--out", str(mine)]) == 0
    (mine / "báo cáo.docx").touch()
    assert main(["tour", "--out", str(mine)]) == 1
    assert main(["tour", "--out", str(mine / "báo cáo.docx")]) == 1
    assert "thư mục mới" in capsys.readouterr().err
    (mine / "du-lieu").mkdir()
    assert main(["tour", "--out", str(mine)]) == 0
    assert main(["tour", "--out", str(tmp_path / "mới")]) == 0
    assert walked == [mine, mine, tmp_path / "mới"]


def test_what_is_missing_is_named(cast: Cast, tmp_path: Path, capsys: Capture) -> None:
    store.close_file()
    data = ["--data", str(cast.path.parent)]
    for arguments, said in (
        (["show", "999"], "mã 999"),
        (["export", "9/2019", "--out", str(tmp_path / "ra")], "số 9/2019"),
        (["import", "x.txt", *acting(cast.path.parent, "Ai Đó")], "Ai Đó"),
    ):
        assert main([*arguments, *data]) == 1
        assert said in capsys.readouterr().err
