"""A desk that cannot be opened: its file is salvaged from the dialog that says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.database import store
from desk.errors import FileTrouble, NotNow, Trouble, Why
from tests.making import Cast, article, words
from tests.ui.modal import answer
from ui.safety import at_start
from ui.safety.salvage_dialog import SalvageDialog
from ui.safety.way_out import WayOut


@pytest.fixture
def damaged(cast: Cast) -> Path:
    for at in range(3):
        article(cast, words(f"Bài {at}"))
    store.close_file()
    data = cast.path.read_bytes()
    cast.path.write_bytes(bytes(4096) + data[4096:])
    return cast.path


def test_what_can_be_salvaged() -> None:
    assert at_start.can_be_salvaged(FileTrouble(Trouble.CORRUPT))
    assert at_start.can_be_salvaged(FileTrouble(Trouble.NOT_A_DESK))
    assert not at_start.can_be_salvaged(FileTrouble(Trouble.NEWER))
    assert not at_start.can_be_salvaged(NotNow(Why.STAGE))


def test_from_the_dialog_to_the_list(
    qtbot: QtBot, damaged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(at_start, "open_path", opened.append)

    def fill(dialog: SalvageDialog) -> None:
        dialog.folder.path.setText(str(tmp_path / "cứu"))
        dialog.agree()
        answer(WayOut, tell)

    def tell(dialog: WayOut) -> None:
        assert "Cứu được 3 trong 3 bài" in dialog.intro.text()
        dialog.ok.click()

    answer(SalvageDialog, fill)
    at_start.run(damaged)
    (page,) = opened
    assert page.name == "danh-sach.html"
    assert page.exists()


def test_left_alone_nothing_is_written(qtbot: QtBot, damaged: Path, tmp_path: Path) -> None:
    answer(SalvageDialog, lambda dialog: dialog.leave())
    assert at_start.run(damaged) is None


def test_where_it_cannot_be_it_is_said(qtbot: QtBot, damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    said: list[str] = []

    def fill(dialog: SalvageDialog) -> None:
        dialog.folder.path.setText(str(tmp_path / "tệp"))
        dialog.agree()
        answer(WayOut, tell)

    def tell(dialog: WayOut) -> None:
        said.append(dialog.intro.text())
        dialog.ok.click()

    answer(SalvageDialog, fill)
    assert at_start.run(damaged) is None
    assert "không phải là thư mục" in said[0]
