"""The tour: a fresh desk, the whole road through the real window offscreen, a picture of every page."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk import clock
from desk.acts.rules import Act
from desk.articles import listing
from desk.department import people, settings
from desk.errors import DeskError
from desk.paths import DESK_FILE
from desk.sample import articles
from desk.sample.articles import PASSWORD, Sample, Walk
from ui.articles.import_dialog import ImportDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.look import style
from ui.look.style import Scheme
from ui.session.desk_client import DeskClient
from ui.tour import calendar, issue, review
from ui.window import app
from ui.window.first_start import FirstStart
from ui.window.sign_in import LastSignIn, SignIn
from ui.window.window import Window

_ADMIN = "Mai Xuân Trường"
_PATIENCE = 60.0  # seconds; a spawned process may be slow to start
_CORRECTIONS = (("Chỉ thị 38-CT/TW", "Chỉ thị số 38-CT/TW"), ("Thuần- Trưởng", "Thuần – Trưởng"))
_NOTE = "Bổ sung chữ “số” trước ký hiệu 38-CT/TW và thống nhất dấu gạch nối ở phần sapô."


class Tour:
    """Walks the road and photographs it."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.data = articles.read()
        self._shots = 0
        self._problems: list[str] = []

    def walk(self) -> list[str]:
        """Do everything, in order; return what was refused or went wrong on the way."""
        if self.out.exists():
            shutil.rmtree(self.out)
        self.out.mkdir(parents=True)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QApplication.instance() or app.make_application()
        app.dress(self.out)
        style.look().wear(Scheme.LIGHT)
        people.COST = 2**14  # a sample's passwords guard nothing
        self.clock = Walk()
        clock.set_clock(self.clock)
        self.client = DeskClient()
        self.client.refused.connect(lambda error: self._problems.append(repr(error)))
        try:
            self._found()
            self.clock.rest(datetime(2019, 4, 16, 8, 15, tzinfo=clock.HANOI))
            self._write()
            self._judge()
            review.walk(self)
            calendar.walk(self)
            self.clock.rest(datetime(2019, 4, 22, 15, 30, tzinfo=clock.HANOI))
            issue.walk(self)
            self._look_round()
        finally:
            self.client.close()
            clock.set_clock(None)
            application.processEvents()
        return self._problems

    # -- the road --------------------------------------------------------------------------------------

    def _found(self) -> None:
        data = self.data
        first = FirstStart(None, data.sections)
        first.department.setText(data.names.department)
        self.dialog("lap-ban-bien-tap", first)
        first.agree()
        self.dialog("chuyen-muc-ban-dau", first)
        first.close()
        path = self.out / "du-lieu" / DESK_FILE
        self.client.create(path)
        self.client.open_file(path)
        admin = next(p for p in data.people if p["name"] == _ADMIN)
        others = tuple(p for p in data.people if p is not admin)
        rest = Sample(
            data.names,
            data.imprint,
            data.sections,
            others,
            data.articles,
            data.number,
            data.year,
            data.month,
            "",
        )
        who = self.client.wait(
            lambda: settings.found(
                data.names, data.sections, admin["name"], admin["title"], admin["unit"], PASSWORD
            )
        )
        self.client.wait(partial(articles.fill, rest, who))
        everybody = self.client.wait(people.everybody)
        door = SignIn(None, LastSignIn(who), lambda *_: None)
        door.fill(data.names.department, everybody)
        self.dialog("dang-nhap", door)
        door.close()

    def _write(self) -> None:
        article = self.data.articles[0]
        window = self.sit(article.author)
        window.pages.go("articles")
        self.expect(ImportDialog, self._bring)
        window.pages.importer.take([article.file])
        self.settle()
        editor = window.pages.editor
        index = editor.section.findText(article.section)
        editor.section.setCurrentIndex(max(0, index))
        self.shoot("soan-bai", window)
        editor.save.trigger()
        self.settle()
        editor.submit.trigger()
        self.settle()
        self.shoot("tin-bai", window)
        window.pages.articles.search.setText("dong chi bao cao vien")
        self.settle(0.4)
        self.shoot("tim-khong-dau", window)
        self.leave(window)

    def _bring(self, dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        article = self.data.articles[0]
        for block_id in dialog.choosers:
            if article.picture is not None:
                dialog.attach(block_id, article.picture)
        self.dialog("nhap-bai", dialog)
        dialog.agree()

    def _judge(self) -> None:
        article_id = self._first_article()
        window = self.sit("Nguyễn Văn Thắng")
        window.pages.go("review")
        self.settle()
        window.pages.review.list.choose(article_id)
        self.settle()
        self.shoot("ban-duyet-bien-tap", window)
        self.expect(ReasonDialog, self._return)
        window.pages.acts.perform(Act.RETURN)
        self.settle()
        self.leave(window)
        window = self.sit(self.data.articles[0].author)
        window.navigation.edit(article_id)
        self.settle()
        self.shoot("bai-bi-tra-lai", window)
        for found, instead in _CORRECTIONS:
            self._replace(window, found, instead)
        self.settle()
        window.pages.editor.submit.trigger()
        self.settle()
        self.leave(window)
        self._act("Nguyễn Văn Thắng", article_id, Act.PASS)
        window = self.sit("Vũ Đình Khôi")
        window.pages.go("review")
        self.settle()
        window.pages.review.list.choose(article_id)
        self.settle()
        self.shoot("ban-duyet-lanh-dao", window)
        window.pages.acts.perform(Act.APPROVE)
        self.settle()
        self.shoot("da-duyet", window)
        self.leave(window)

    def _replace(self, window: Window, found: str, instead: str) -> None:
        form = window.pages.editor.form
        form.open_replace()
        form.find_bar.words.setText(found)
        form.find_bar.other.setText(instead)
        self.settle()
        form.find_bar.all.click()
        form.find_bar.close_bar()

    def _return(self, dialog: QDialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        dialog.words.setPlainText(_NOTE)
        self.dialog("tra-lai", dialog)
        dialog.agree()

    def _look_round(self) -> None:
        window = self.sit(_ADMIN)
        for name, words in (("journal", "nhat-ky"), ("settings", "thiet-lap-co-quan")):
            window.pages.go(name)
            self.settle()
            self.shoot(words, window)
        for index, words in (
            (1, "thiet-lap-chuyen-muc"),
            (2, "thiet-lap-nguoi"),
            (3, "thiet-lap-cach-duyet"),
            (4, "thiet-lap-muc-kiem-tra"),
            (5, "thiet-lap-ky-thay"),
            (6, "thiet-lap-ngay-nghi"),
            (7, "thiet-lap-khung-phap-ly"),
            (8, "thiet-lap-giao-dien"),
        ):
            window.pages.settings.tabs.setCurrentIndex(index)
            self.settle()
            self.shoot(words, window)
        self.leave(window)

    # -- steps -----------------------------------------------------------------------------------------

    def person(self, name: str) -> int:
        """Return a person's id."""
        return self.client.wait(partial(people.by_name, name)).id

    def sit(self, name: str) -> Window:
        """Seat a person at a window of their own."""
        self.clock.advance(1.2)
        me = self.client.wait(partial(people.by_name, name))
        desk = app.App(self.out, self.client)
        self._desk = desk
        window = desk.show_window(me)
        window.resize(1366, 768)
        self.settle()
        return window

    def leave(self, window: Window) -> None:
        """Close a person's window."""
        window.part()
        window.deleteLater()
        self.settle()
        # Outside an event loop nothing is deleted by itself, and every change of scheme dresses all that is there.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _act(self, name: str, article_id: int, act: Act) -> None:
        window = self.sit(name)
        window.pages.go("review")
        self.settle()
        window.pages.review.list.choose(article_id)
        self.settle()
        window.pages.acts.perform(act)
        self.settle()
        self.leave(window)

    def _first_article(self) -> int:
        title = self.data.articles[0].text.title
        who = self.client.wait(people.everybody)[0].id
        page = self.client.wait(partial(listing.listing, who, listing.ListQuery()))
        return next(row.id for row in page.rows if row.title == title)

    def expect(self, kind: type[QDialog], answer: Callable[[QDialog], None]) -> None:
        """Answer the modal dialog that the next step opens."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                answer(dialog)
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)

    def settle(self, least: float = 0.05) -> None:
        """Wait until nothing is under way, at least so many seconds."""
        end = time.monotonic() + least
        limit = end + _PATIENCE
        while (time.monotonic() < end or not self.client.idle()) and time.monotonic() < limit:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()

    def proofed(self, window: Window) -> None:
        """Wait until the proof in view is up to date and its pages are there."""
        self.wait(lambda: window.pages.issue.live.idle() and not window.pages.issue.proof.missing())
        self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so, as long as patience lasts."""
        limit = time.monotonic() + _PATIENCE
        while not until() and time.monotonic() < limit:
            self.settle(0.02)

    def dialog(self, name: str, dialog: QDialog) -> None:
        """Show a dialog and photograph it."""
        dialog.show()
        self.shoot(name, dialog)

    def shoot(self, name: str, widget: QWidget) -> None:
        """Photograph a widget, light and dark."""
        self._shots += 1
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for scheme, word in ((Scheme.LIGHT, "sang"), (Scheme.DARK, "toi")):
            style.look().wear(scheme)
            for _ in range(3):
                QApplication.processEvents()
            widget.grab().save(str(self.out / f"{self._shots:02}-{name}-{word}.png"))
        style.look().wear(Scheme.LIGHT)


def run(out: Path) -> int:
    """Walk the tour into `out`; 0 when nothing was refused on the way, else 1."""
    tour = Tour(out)
    try:
        problems = tour.walk()
    except DeskError as error:
        problems = [repr(error)]
    for problem in problems:
        sys.stderr.write(f"Vướng: {problem}\n")
    sys.stderr.write(f"Ảnh chụp và bản in ở {out}\n")
    return 1 if problems else 0
