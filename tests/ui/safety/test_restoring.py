"""A restore through the window: from the list, and at a start without a desk that could be opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.articles import listing
from desk.articles.listing import ListQuery
from desk.database import store
from desk.department import people
from desk.errors import BackupFault, BadBackup
from desk.safety import restore
from desk.safety.backups import make
from desk.safety.facts import Backup, Reason
from tests.making import Cast, article, words
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.safety import restoring
from ui.safety.dialog import BackupsDialog
from ui.safety.restoring import ToldDialog
from ui.safety.way_out import WayOut
from ui.session.desk_client import DeskClient
from ui.window import app
from ui.window.commands import Do
from ui.window.first_start import FirstStart
from ui.window.sign_in import SignIn


@pytest.fixture
def backup(cast: Cast) -> Backup:
    """A backup of a desk with one article, before a second one came."""
    article(cast, words("Trước"))
    made = make(cast.path, Reason.HAND).backup
    article(cast, words("Sau"))
    return made


@pytest.fixture
def entered(cast: Cast, client: DeskClient, monkeypatch: pytest.MonkeyPatch) -> Iterator[app.App]:
    """The program on the cast's desk; whoever is asked to sign in is the administrator."""

    def sign(door: SignIn) -> int:
        door.show()  # the desk is opened when it is painted
        for _ in range(20):
            QApplication.processEvents()
        door.grab()
        for _ in range(20):
            QApplication.processEvents()
        if door.result() == QDialog.DialogCode.Rejected and not door.isVisible():
            return 0
        door.person = people.person(cast.admin)
        door.hide()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SignIn, "exec", sign)
    made = app.App(cast.path.parent, client)
    yield made
    if made.window is not None:
        made.window.part()


def _titles() -> list[str]:
    return [row.title for row in listing.listing(1, ListQuery()).rows]


def _choose_first(dialog: BackupsDialog) -> None:
    QTest.qWait(10)
    answer(ChoiceDialog, lambda asked: asked.agree())
    dialog.restore()


def test_from_the_list_of_a_window(entered: app.App, cast: Cast, backup: Backup) -> None:
    window = entered.show_window(people.person(cast.admin))
    entered._opened = True
    told: list[str] = []

    def read(dialog: ToldDialog) -> None:
        told.append(dialog.intro.text())
        dialog.accept()

    def choose(dialog: BackupsDialog) -> None:
        answer(ToldDialog, read)
        _choose_first(dialog)

    answer(BackupsDialog, choose)
    window.commands[Do.BACKUPS].trigger()
    for _ in range(300):
        if told:
            break
        QTest.qWait(10)
    QTest.qWait(10)
    assert "Bàn biên tập nay như lúc được sao lưu." in told[0]
    assert "desk-truoc-khi-phuc-hoi-" in told[0]
    assert entered.window is not None
    assert entered.window is not window
    assert _titles() == ["Trước"]
    (entry,) = journal.entries(JournalQuery(act=Act.RESTORE_DESK))
    assert entry.person == "Quản Trị"


@pytest.mark.parametrize("damage", ["wrong", "damaged"])
def test_from_the_dialog_of_a_file_that_cannot_be_opened(
    entered: app.App, cast: Cast, backup: Backup, damage: str
) -> None:
    store.close_file()
    data = cast.path.read_bytes()
    cast.path.write_bytes(
        b"khong phai" * 500 if damage == "wrong" else data[:40] + b"\xa5" * (len(data) - 40)
    )
    asked: list[str] = []

    def want(dialog: WayOut) -> None:
        asked.append(dialog.ok.text())
        answer(BackupsDialog, choose)
        dialog.agree()

    def choose(dialog: BackupsDialog) -> None:
        assert not dialog.now.isVisible()  # there is nothing to back up
        answer(ToldDialog, ToldDialog.accept)
        _choose_first(dialog)

    answer(WayOut, want)
    assert entered.start()
    assert asked == ["Phục hồi từ bản sao lưu…"]
    assert entered.window is not None
    assert _titles() == ["Trước"]
    assert len(list(cast.path.parent.glob("desk-truoc-khi-phuc-hoi-*.sqlite"))) == 1


def _lose(cast: Cast) -> None:
    store.close_file()
    for path in cast.path.parent.glob("desk.sqlite*"):
        path.unlink()


def test_where_the_file_is_gone_no_new_desk_is_founded_unasked(
    entered: app.App, cast: Cast, backup: Backup
) -> None:
    _lose(cast)

    def want(dialog: WayOut) -> None:
        answer(BackupsDialog, choose)
        dialog.agree()

    def choose(dialog: BackupsDialog) -> None:
        answer(ToldDialog, ToldDialog.accept)
        _choose_first(dialog)

    answer(WayOut, want)
    assert entered.start()
    assert _titles() == ["Trước"]


def test_who_leaves_that_question_changes_nothing(entered: app.App, cast: Cast, backup: Backup) -> None:
    _lose(cast)
    answer(WayOut, WayOut.reject)
    assert not entered.start()
    assert not cast.path.exists()


def test_on_a_new_machine_a_backup_comes_back_from_the_first_start(
    entered: app.App, cast: Cast, backup: Backup, tmp_path: Path
) -> None:
    _lose(cast)
    stick = tmp_path / "Ổ USB"
    backup.path.parent.rename(stick)

    def want(dialog: FirstStart) -> None:
        answer(BackupsDialog, choose)
        dialog.restore.click()

    def choose(dialog: BackupsDialog) -> None:
        from ui.safety import second_place

        assert dialog.row() is None
        second_place.choose(str(stick))
        dialog.read()
        answer(ToldDialog, ToldDialog.accept)
        _choose_first(dialog)

    answer(FirstStart, want)
    assert entered.start()
    assert _titles() == ["Trước"]


def test_who_steps_back_from_the_list_may_go_on_founding(
    entered: app.App, cast: Cast, backup: Backup, tmp_path: Path
) -> None:
    _lose(cast)
    backup.path.parent.rename(tmp_path / "Ổ USB")

    def want(dialog: FirstStart) -> None:
        answer(BackupsDialog, BackupsDialog.reject)
        dialog.restore.click()
        assert dialog.isVisible()
        dialog.reject()

    answer(FirstStart, want)
    assert not entered.start()


def test_what_is_refused_is_said(client: DeskClient, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise BadBackup(BackupFault.TAMPERED, "desk-x.sqlite")

    monkeypatch.setattr(restore, "restore", refused)
    told = answer(ToldDialog, ToldDialog.accept)
    assert restoring.run(client, None, cast.path, cast.path) is None
    assert "không còn như lúc được ghi" in told[0].intro.text()
