"""The start: founding a desk, signing in, refusing what cannot be opened."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.acts.rules import Role
from desk.database import store
from desk.department import people, recovery, sections, settings
from desk.paths import ROOT
from tests.making import CODE, PASSWORD, Cast
from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.look import local_settings
from ui.session.desk_client import DeskClient
from ui.settings.recovery_dialog import RecoveryCodeDialog
from ui.window import app
from ui.window.app import AHEAD
from ui.window.commands import Do
from ui.window.file_door import FileDoor
from ui.window.first_start import FirstStart, Founding
from ui.window.sign_in import LastSignIn, SignIn


@pytest.fixture
def started(tmp_path: Path, client: DeskClient) -> Iterator[Callable[[], app.App]]:
    made: list[app.App] = []

    def start() -> app.App:
        made.append(app.App(tmp_path / "Dữ liệu của Ban", client))
        return made[-1]

    yield start
    for one in made:
        if one.window is not None:
            one.window.part()
    store.close_file()


def _stand(door: SignIn) -> int:
    """Paint the sign-in: the desk is opened then; return how it ended."""
    door.show()
    QApplication.processEvents()
    door.grab()
    QApplication.processEvents()
    return door.result()


def _walk(dialog: FirstStart) -> Founding | None:
    dialog.agree()
    dialog.agree()
    dialog.agree()
    assert dialog.fault.text() == "Cần điền tên."
    dialog.admin.setText("Nguyễn Quản Trị")
    dialog.password.setText("ngắn")
    dialog.agree()
    assert "ít nhất 10 ký tự" in dialog.fault.text()
    dialog.password.setText(PASSWORD)
    dialog.again.setText("khác hẳn rồi")
    dialog.agree()
    assert "khác nhau" in dialog.fault.text()
    dialog.again.setText(PASSWORD)
    dialog.agree()
    return dialog.result_


def test_a_desk_is_founded_and_its_founder_comes_in(
    qtbot: QtBot,
    started: Callable[[], app.App],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = FirstStart(None, settings.PROPOSED_SECTIONS)
    qtbot.addWidget(dialog)
    founding = _walk(dialog)
    monkeypatch.setattr(FirstStart, "ask", lambda *_: founding)

    def sign(door: SignIn) -> int:
        assert door.names.currentText() == "Nguyễn Quản Trị"
        _stand(door)
        assert door.names.count() == 1
        assert door.password.text() == ""
        door.password.setText("sai mật khẩu")
        door.agree()
        assert "chưa đúng" in door.fault.text()
        qtbot.waitUntil(door.ok.isEnabled)
        door.password.setText(PASSWORD)
        door.agree()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SignIn, "exec", sign)
    codes: list[str] = []

    def put_away(shown: RecoveryCodeDialog) -> None:
        codes.append(shown.code.text())
        qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)
        assert shown.isVisible()  # not before it is put away
        shown.kept.setFocus()
        qtbot.keyClick(shown.kept, Qt.Key.Key_Space)
        qtbot.mouseClick(shown.ok, Qt.MouseButton.LeftButton)

    answer(RecoveryCodeDialog, put_away)
    desk = started()
    assert desk.start()
    assert len(codes) == 1
    assert desk.window is not None
    assert recovery.recover(codes[0], desk.window.session.who, "con trâu bạc", CODE)
    assert desk.window.session.me.roles == {Role.ADMIN, Role.SECRETARY}
    assert local_settings.read("sign-in/last") == str(desk.window.session.who)
    assert PASSWORD not in (
        Path(local_settings._store.fileName()).read_text("utf-8") if local_settings._store else ""
    )
    assert [row.title for row in sections.listing()] == list(settings.PROPOSED_SECTIONS)


def test_what_cannot_be_opened_is_said(
    started: Callable[[], app.App], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = started()
    folder = desk._folder
    folder.mkdir(parents=True)
    (folder / "desk.sqlite").write_bytes(b"khong phai" * 500)
    said: list[str] = []

    def ask(parent: object, title: str, told: str, answers: tuple[str, ...]) -> int:
        said.append(told)
        return -1

    monkeypatch.setattr(ChoiceDialog, "ask", ask)
    monkeypatch.setattr(SignIn, "exec", _stand)
    assert not desk.start()
    assert "không phải tệp của Bàn biên tập" in said[0]


def test_signing_out_lets_the_next_one_in(
    qtbot: QtBot,
    cast: Cast,
    client: DeskClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = app.App(cast.path.parent, client)
    first = desk.show_window(people.person(cast.writer))

    def sign(door: SignIn) -> int:
        door.person = people.person(cast.chief)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(SignIn, "exec", sign)
    first.commands[Do.SIGN_OUT].trigger()
    assert desk.window is not None
    assert desk.window is not first
    assert desk.window.session.who == cast.chief
    assert not first.isVisible()
    desk.window.part()


def test_files_of_a_start_wait_for_somebody_and_those_of_a_second_one_come_at_once(
    cast: Cast, client: DeskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[list[Path]] = []
    monkeypatch.setattr(FileDoor, "take_soon", lambda _, files: taken.append(files))
    desk = app.App(cast.path.parent, client)
    desk.take([tmp_path / "a.docx"])
    desk.come_forward([tmp_path / "b.docx"])
    assert taken == []
    window = desk.show_window(people.person(cast.writer))
    assert taken == [[tmp_path / "a.docx", tmp_path / "b.docx"]]
    desk.come_forward([tmp_path / "c.ics"])
    desk.come_forward()
    assert taken[1:] == [[tmp_path / "c.ics"]]
    window.part()


def test_a_setup_closes_a_window_but_not_over_an_open_question(
    qtbot: QtBot, cast: Cast, client: DeskClient
) -> None:
    desk = app.App(cast.path.parent, client)
    window = desk.show_window(people.person(cast.writer))
    question = ChoiceDialog(window, "Giữ bản nào?", "", ("Để sau",))
    question.open()
    desk.leave()
    assert window.isVisible()
    question.reject()
    desk.leave()
    assert not window.isVisible()


def test_a_setup_closes_the_sign_in(qtbot: QtBot, tmp_path: Path) -> None:
    door = SignIn(None, LastSignIn(), lambda *_: None)
    qtbot.addWidget(door)
    desk = app.App(tmp_path)
    desk.leave()
    door.open()
    qtbot.waitUntil(lambda: not door.isVisible())


def test_the_sample_desk_says_its_password(
    started: Callable[[], app.App], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def look(door: SignIn) -> int:
        said.append(door.intro.text())
        return 0

    monkeypatch.setattr(SignIn, "exec", look)
    for folder in (started()._folder, Path("other")):
        monkeypatch.setattr(app, "sample_folder", lambda folder=folder: folder)
        assert not started()._let_in()
    assert "mật khẩu mẫu" in said[0]
    assert "mật khẩu mẫu" not in said[1]


_SIGNING_IN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.window import app as ui_app, application
folder = Path(sys.argv[1]).parent
running = application.make_application()
application.dress(folder)
desk = ui_app.App(folder)
opening = ui_app.App._open
def stands(self, dialog):
    print(*sorted({"peewee", "apsw", "ui.window.window"} & set(sys.modules)))
    opening(self, dialog)
    look = QTimer(dialog)
    look.timeout.connect(lambda: ready(dialog))
    look.start(20)
def ready(dialog):
    if dialog.names.count() > 1 and set(ui_app.FIRST + ui_app.AHEAD) <= set(sys.modules) and dialog.ok.isEnabled():
        dialog.password.setText(sys.argv[2])
        dialog.agree()
ui_app.App._open = stands
QTimer.singleShot(60_000, running.quit)
print(desk.start())
print(*desk.window.pages.made)
desk.window.pages.go("issue")
print(*desk.window.pages.made)
desk.window.part()
desk.close()
"""


def test_everything_is_loaded_while_the_sign_in_stands(cast: Cast) -> None:
    """Neither database nor window before it is painted, all of it beside; no page is made before it is shown."""
    store.close_file()
    done = subprocess.run(
        [sys.executable, "-c", _SIGNING_IN, str(cast.path), PASSWORD],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.splitlines() == ["", "True", "today", "today issue"]


def test_every_page_is_loaded_ahead() -> None:
    pages = {path.relative_to(ROOT).with_suffix("") for path in (ROOT / "ui").glob("*/*page.py")}
    named = {".".join(page.parts) for page in pages} - {"ui.session.page", "ui.today.page"}
    assert named == {name for name in AHEAD if name.endswith("page")}
