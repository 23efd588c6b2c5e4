"""The live proof in the window: 60 articles, 30 pictures, 64 pages; how soon it follows an edit, how still it is."""

from __future__ import annotations

import shutil
import sys
import tempfile
import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from desk.acts.gate import Changes
from desk.acts.rules import Act, Role
from desk.articles import listing, workflow, writing
from desk.database import store
from desk.department import passwords, people, settings
from desk.edition.outputs import PLAIN, Finish, Output
from desk.issues import issues, placing
from desk.pictures import prepare, stored_pictures
from desk.text.blocks import Picture
from tests.bench import seated
from tests.bench.figure import BUILD, Row, Sizes, clocked, percentile, under
from tests.bench.press import heartbeat
from tests.desk.press.editions import BODY, NAMES, full_issue, paragraph
from tests.making import PASSWORD
from ui.window.app import AHEAD
from ui.window.window import Window

_ADMIN = 1


def rows(sizes: Sizes) -> Iterator[Row]:
    """Open the page, then edit articles behind it."""
    file = _desk()
    with seated.window_of(file, _ADMIN) as window:
        calm = heartbeat(window, lambda done: QTimer.singleShot(1500, done))
        ahead = heartbeat(window, partial(_load_ahead, window))
        yield under(
            "window's longest stall while the pages' modules are loaded ahead", max(ahead), 16, _told(calm)
        )
        stalls: list[float] = []

        def opened(done: Callable[[], None]) -> None:
            _when_laid(window, done)
            window.pages.go("issue")

        first = clocked(lambda: stalls.extend(heartbeat(window, opened)))
        pages = window.pages.issue.proof.layout_shown()
        yield under(
            f"Bản tin opened, {pages.total if pages else 0} pages: the first proof is there", first, 2500
        )
        longest = f"{max(stalls):.0f} ms"
        yield Row("window's longest stall meanwhile: the page itself is made", longest, _told(calm))
        yield from _exported(window)
        took, stalls = [], []
        for turn in range(7):
            edit = partial(_edit, window, turn)
            took.append(clocked(partial(_beat, stalls, window, edit)))
        middle = percentile(took, 0.5)
        yield under("an edit stored → its pages in view", middle, 1000, f"slowest {max(took):.0f} ms")
        p99 = percentile(stalls, 0.99)
        beside = f"{_told(calm)}; p99 {p99:.1f} ms"
        yield under("window's longest stall while the proof follows seven edits", max(stalls), 16, beside)


def _exported(window: Window) -> Iterator[Row]:
    """Export the issue as all that leaves the house, as from the dialog, whose opening readies the process."""
    window.pages.exporter.stand_by()
    seated.settle(lambda: False, 2)
    every: dict[Output, Finish] = {output: PLAIN for output in Output if output is not Output.PROOF}
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:

        def begin(done: Callable[[], None]) -> None:
            window.pages.exporter.finished.connect(lambda _: done(), Qt.ConnectionType.SingleShotConnection)
            window.pages.exporter.begin(1, every, Path(folder))

        stalls: list[float] = []
        took = clocked(partial(_beat, stalls, window, begin))
        made = len(list(Path(folder).rglob("*.*")))
    yield Row(
        "the issue exported as everything, from the press of the button", f"{took:,.0f} ms", f"{made} files"
    )
    p99 = percentile(stalls, 0.99)
    yield under("window's longest stall meanwhile", max(stalls), 16, f"p99 {p99:.1f} ms")


def _beat(stalls: list[float], window: Window, begin: Callable[[Callable[[], None]], None]) -> None:
    stalls.extend(heartbeat(window, begin))


def _load_ahead(window: Window, done: Callable[[], None]) -> None:
    """Do what the program does a second after its start."""
    window.session.client.load_ahead(AHEAD)

    def look() -> None:
        if set(AHEAD) <= set(sys.modules):
            done()
        else:
            QTimer.singleShot(5, look)

    look()


def _told(calm: list[float]) -> str:
    return f"{max(calm):.1f} ms: nothing under way"


def _edit(window: Window, turn: int, done: Callable[[], None]) -> None:
    """Store a longer text of one article; the page hears of it as of anybody's act."""
    article_id = sorted(window.pages.issue.plan.lengths)[turn * 3]

    def work() -> Changes:
        opened = listing.open_article(_ADMIN, article_id)
        text = replace(opened.text, blocks=(*opened.text.blocks, paragraph(BODY[turn % 4])))
        return writing.save(_ADMIN, article_id, opened.row.version, text, opened.row.section_id)

    _when_laid(window, done)
    window.session.client.do(window, work, quiet=True)


def _when_laid(window: Window, done: Callable[[], None]) -> None:
    """Say when the issue was laid out anew and its pages in view are there."""
    page = window.pages.issue

    def look() -> None:
        if page.live.idle() and not page.proof.missing():
            done()
        else:
            QTimer.singleShot(2, look)

    page.live.laid.connect(lambda _: look(), Qt.ConnectionType.SingleShotConnection)


def _desk() -> Path:
    """Return a desk with the full issue, made once."""
    folder = BUILD / "proof"
    file = folder / "desk.sqlite"
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    passwords.COST = 2**4
    store.create(file)
    store.open_file(file)
    edition = full_issue()
    titles = [part.title for part in edition.sections]
    admin = settings.found(NAMES, titles, "Quản Trị", "", "", PASSWORD)
    roles = frozenset({Role.EDITOR, Role.CHIEF, Role.SECRETARY, Role.ADMIN, Role.WRITER})
    people.change(admin, admin, 1, people.PersonEdit("Quản Trị", "", "", roles))
    people.add(admin, "Người Viết", "", "", frozenset({Role.WRITER, Role.EDITOR}), PASSWORD, renew=False)
    writer = people.by_name("Người Viết").id
    known: dict[str, str] = {}
    for key, data in edition.pictures.items():
        made = prepare.prepare(data, "anh.jpg")
        known[key] = stored_pictures.add_prepared(admin, made).sha256
    issues.make(admin, issues.IssueWords("4", 2019, 4))
    for number, part in enumerate(edition.sections, 1):
        for piece in part.pieces:
            blocks = tuple(
                replace(block, picture=known[block.picture]) if isinstance(block, Picture) else block
                for block in piece.text.blocks
            )
            text = replace(piece.text, blocks=blocks)
            (article_id,) = writing.create(writer, uuid.uuid4().hex, text, number).articles
            workflow.move(writer, Act.SUBMIT, article_id, 1)
            workflow.move(admin, Act.PASS, article_id, 2)
            workflow.approve(admin, article_id, 3)
            placing.place(admin, 1, issues.row(1).version, [article_id], number)
    store.close_file()
    return file
