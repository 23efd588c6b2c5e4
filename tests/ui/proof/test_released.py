"""What went to print: its own pages on the screen, its own files written out again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.edition.design import PageFormat
from desk.edition.page_geometry import geometry
from desk.errors import Denied
from desk.issues import issues, manifest, releases
from tests.making import Cast
from tests.making import printed as release
from ui.proof import released
from ui.proof.released import PrintedPages
from ui.proof.view import ProofView
from ui.session.desk_client import DeskClient

pytestmark = pytest.mark.usefixtures("april", "released")


@pytest.fixture
def issue(cast: Cast) -> int:
    """The released issue, of two articles on one page."""
    return 1


@pytest.fixture
def view(qtbot: QtBot) -> ProofView:
    made = ProofView()
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_pages_are_those_of_the_file_for_the_screen(issue: int) -> None:
    row = releases.newest(issue)
    pages, kept = released.printed(row.id), releases.files(row.id)
    assert (pages.release_id, pages.issue_id) == (row.id, issue)
    assert pages.pdf == kept["ban-tin-so-4-2019-man-hinh.pdf"]
    assert (pages.layout.total, pages.layout.size) == (row.pages, (148, 210))
    listed = manifest.read(kept[manifest.NAME])
    assert [(span.article, span.first, span.last) for span in pages.layout.spans] == [
        (mark.id, *mark.pages) for mark in listed.articles if mark.pages
    ]
    assert [span.last > span.first for span in pages.layout.spans] == [False, True]
    assert {(span.top, span.bottom) for span in pages.layout.spans} == {(0, 210)}


def test_the_last_release_is_read_only_when_it_is_not_known(cast: Cast, issue: int) -> None:
    first = releases.newest(issue).id
    assert released.printed_last(issue, first) is None
    releases.reopen(cast.chief, issue, issues.row(issue).version, "Sai số trang")
    release(cast)
    second = released.printed_last(issue, first)
    assert second is not None
    assert second.release_id == releases.newest(issue).id != first


def test_its_pages_come_and_go(qtbot: QtBot, issue: int, client: DeskClient, view: ProofView) -> None:
    shown, pages = PrintedPages(client, view), released.printed(releases.newest(issue).id)
    assert shown.shown() == 0
    shown.show(pages)
    assert shown.shown() == pages.release_id
    layout = view.layout_shown()
    assert layout is not None
    assert layout.total == pages.layout.total
    qtbot.waitUntil(lambda: not view.missing())
    assert len({(span.first, span.top) for span in layout.spans}) == 2  # those on one page are told apart
    shown.let_go()
    assert shown.shown() == 0
    view.show_layout(pages.layout)
    assert view.missing()  # nobody brings pages any more


def test_who_may_export_takes_its_files(cast: Cast, issue: int) -> None:
    row = releases.newest(issue)
    assert released.files(cast.secretary, row) == releases.files(row.id)
    with pytest.raises(Denied):
        released.files(cast.writer, row)


def test_its_files_are_written_into_a_new_folder_of_today(issue: int, tmp_path: Path) -> None:
    row, parent = releases.newest(issue), tmp_path / "lấy lại"
    files = releases.files(row.id)
    work = released.write(row, files, parent)
    assert not parent.exists()  # until it is done, in a thread
    folder = work()
    assert folder == parent / "ban-tin-so-4-2019_2019-04-16"
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == set(files)
    assert all((folder / name).read_bytes() == data for name, data in files.items())
    assert work() == parent / "ban-tin-so-4-2019_2019-04-16_lan-2"


def test_columns_are_those_of_the_format() -> None:
    for one in PageFormat:
        assert released._columns(one.size) == geometry(one).columns
    assert released._columns((100, 100)) == 1
    assert released._columns(PageFormat.A4.size) == 2
