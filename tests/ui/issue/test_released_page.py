"""What was released, through the window: its own pages and files, whatever became of the settings since."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts import journal
from desk.acts.requirements import TITLE_CHARACTERS, Before, Level
from desk.acts.rules import Act, Genre, IssueState, Stage
from desk.articles import listing
from desk.department import settings
from desk.edition.edition import Names
from desk.edition.outputs import Finish, Output
from desk.errors import FileTrouble, Trouble
from desk.export import write_files
from desk.integrity import printed
from desk.issues import corrections, issues, placing, releases
from desk.issues import plan as issue_plan
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, article, dated, words
from tests.ui.issue.releasing import IMPRINT
from tests.ui.modal import answer
from ui.articles.correction_dialog import CorrectDialog
from ui.issue.actions import Do
from ui.issue.export_dialog import ExportProgress
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.released_page import ReleasedDo
from ui.look import style
from ui.look.style import Scheme
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _closed(cast: Cast) -> None:
    settings.change(cast.admin, settings.names(), IMPRINT)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    dated()
    made = [article(cast, words(title), Stage.APPROVED) for title in ("Bài một", "Bài hai")]
    placing.place(cast.secretary, 1, 1, made)
    issues.close(cast.secretary, 1, issues.row(1).version)


def _release(window: Window, folder: Path | None = None) -> None:
    window.pages.go("issue")

    def agree(dialog: ReleaseDialog) -> None:
        assert dialog.ok.isEnabled(), [line.text() for line in dialog.lines]
        dialog.write.setChecked(folder is not None)
        dialog.folder.path.setText(str(folder or ""))
        dialog.agree()

    answer(ReleaseDialog, agree)
    window.pages.issue.acts[Do.RELEASE].trigger()


def _other_settings(cast: Cast) -> None:
    names = Names("ĐẢNG BỘ TỈNH", "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY", "Thông tin nội bộ")
    settings.change(cast.admin, names, IMPRINT)


def test_a_released_issue_shows_the_pages_that_went_to_print(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _closed(cast)
    window = sit(cast.secretary)
    _release(window)
    assert issues.row(1).state is IssueState.RELEASED
    _other_settings(cast)
    window.pages.go("today")
    window.pages.go("issue")
    page = window.pages.issue
    assert page.pages_pane.printed.shown() == releases.newest(1).id
    layout = page.proof.layout_shown()
    assert layout is not None
    assert layout.total == releases.newest(1).pages
    assert page.budget.pages.text() == f"{layout.total} / 64 trang"
    qtbot.waitUntil(lambda: not page.proof.missing())
    page.plan.choose(issue_plan.plan(1).parts[1].placed[1].article_id)
    assert page.proof.article() == issue_plan.plan(1).parts[1].placed[1].article_id
    releases.reopen(cast.chief, 1, issues.row(1).version, "Sai số trang")
    page.shown()
    assert page.pages_pane.printed.shown() == 0
    assert all(lines for _, lines in page.plan.lengths.values())


@pytest.mark.usefixtures("released")
def test_an_export_of_a_released_issue_is_what_was_released(sit: Sit, cast: Cast, tmp_path: Path) -> None:
    window = sit(cast.secretary)
    _other_settings(cast)
    checklists.set_list(
        cast.admin, Before.PRINT, [ItemEdit(None, "Đọc bông hai lần", dict.fromkeys(Genre, Level.REQUIRED))]
    )
    kept = releases.files(releases.newest(1).id)
    window.pages.exporter.begin(1, {Output.PRINT: Finish(), Output.WORD: Finish()}, tmp_path / "ra")
    (folder,) = (tmp_path / "ra").iterdir()
    for name in ("ban-tin-so-4-2019-in.pdf", "ban-tin-so-4-2019.docx"):
        assert (folder / name).read_bytes() == kept[name]
    (folder / "Thumbs.db").write_bytes(b"Windows")
    assert printed.verify(folder).sound
    assert {*releases.outputs(1)} == {*Output} - {Output.PROOF}
    window.pages.exporter.begin(1, {Output.WEB: Finish()}, tmp_path / "web")
    (folder,) = (tmp_path / "web").iterdir()
    pages = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}
    assert pages
    assert pages.items() <= kept.items()


@pytest.mark.parametrize("trouble", [Trouble.FULL, Trouble.DENIED])
def test_a_release_whose_files_cannot_be_written_is_a_release(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: Trouble
) -> None:
    _closed(cast)
    window = sit(cast.secretary)

    def refuse(*_: object, **__: object) -> None:
        raise FileTrouble(trouble, str(tmp_path / "ra"))

    monkeypatch.setattr(write_files, "write_new_folder", refuse)
    _release(window, tmp_path / "ra")
    assert issues.row(1).state is IssueState.RELEASED
    assert "Đã phát hành số 4/2019, nhưng chưa ghi được tệp" in window.notice.words()
    assert "Tủ bản tin" in window.notice.words()


def test_what_is_being_released_is_not_stopped_any_more(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    progress = ExportProgress(window, 3, "Đang phát hành số 4/2019")
    stopped: list[bool] = []
    progress.cancelled.connect(lambda: stopped.append(True))
    progress.show()
    progress.commit("Đang phát hành…")
    assert not progress.stop.isEnabled()
    qtbot.keyClick(progress, Qt.Key.Key_Escape)
    progress.close()
    assert progress.isVisible()
    assert stopped == []
    progress.end()
    assert not progress.isVisible()


@pytest.mark.usefixtures("released")
def test_a_release_keeps_its_number_and_a_long_title_its_correction(cast: Cast) -> None:
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    releases.reopen(cast.chief, 1, issues.row(1).version, "Sai số trang")
    issues.edit(cast.secretary, 1, issues.row(1).version, issues.IssueWords("4B", 2019, 4))
    assert releases.newest(1).issue == "4/2019"  # as its pages say
    assert corrections._titled("Hội nghị " * 20).endswith("…”")
    assert len(corrections._titled("Hội nghị " * 20)) <= TITLE_CHARACTERS
    assert listing.row(cast.secretary, made).stage is Stage.APPROVED


@pytest.mark.usefixtures("released")
def test_written_out_again_is_journaled_and_only_for_who_exports(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sit(cast.secretary)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "ra"))
    window.pages.go("shelf")
    window.pages.shelf[ReleasedDo.WRITE].trigger()
    (folder,) = (tmp_path / "ra").iterdir()
    entry = journal.entries(journal.JournalQuery(act=Act.EXPORT))[0]
    assert (entry.title, entry.detail["folder"]) == ("4/2019", folder.name)
    assert entry.sha256 == releases.newest(1).sha256
    other = sit(cast.writer)
    other.pages.go("shelf")
    assert other.pages.shelf.current() is not None
    assert not other.pages.shelf[ReleasedDo.WRITE].isEnabled()


def _correct(window: Window, article_id: int, printed: str, correct: str) -> list[str]:
    """Write a correction through the dialog; return what it remarks of each text on the way to these words."""
    remarks: list[str] = []

    def fill(dialog: CorrectDialog) -> None:
        for was in ("", "chữ không có trong bài", printed):
            dialog.printed.setPlainText(was)
            remarks.append(dialog.remark.words())
        dialog.correct.setPlainText(correct)
        dialog.agree()

    window.navigation.show_article(article_id)
    answer(CorrectDialog, fill)
    window.pages.acts.perform(Act.CORRECT)
    return remarks


@pytest.mark.usefixtures("released")
def test_what_was_printed_wrongly_and_its_correction_lead_to_each_other(sit: Sit, cast: Cast) -> None:
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    window = sit(cast.editor)
    window.navigation.show_article(made)
    road = window.pages.articles.reading.corrections
    assert not road.isVisible()
    _correct(window, made, "ngày 8/4/2019", "ngày 9/4/2019")
    _correct(window, made, "trao đổi", "thảo luận kỹ")
    window.notice.hide()
    window.navigation.show_article(made)
    assert [line.text() for line in road.lines] == [
        "Đã có đính chính: “thảo luận kỹ”",
        "Đã có đính chính: “ngày 9/4/2019”",
    ]
    road.lines[1].click()
    (_, first) = corrections.of_article(made)
    chosen = window.pages.articles.list.current()
    assert chosen is not None
    assert chosen.id == first.article_id
    (back,) = road.lines
    assert back.text() == "Đính chính cho “Bài một”, số 4/2019"
    assert "đã in “ngày 8/4/2019”" in back.toolTip()
    back.click()
    chosen = window.pages.articles.list.current()
    assert chosen is not None
    assert chosen.id == made
    window.navigation.show_article(issue_plan.plan(1).parts[1].placed[1].article_id)
    assert not road.isVisible()


@pytest.mark.usefixtures("released")
def test_words_that_were_never_printed_are_remarked_in_place(sit: Sit, cast: Cast) -> None:
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    window = sit(cast.editor)
    strange = "Bài đã in không có đúng những chữ này."
    decomposed = unicodedata.normalize("NFD", "Hội  nghị,\ncác đồng chí".replace("H", "h"))
    assert _correct(window, made, decomposed, "Hội nghị, các đại biểu") == ["", strange, ""]
    assert _correct(window, made, "chưa từng in", "Hội nghị")[-1] == strange  # said, and not forbidden
    assert next(one.printed for one in corrections.of_article(made)) == "chưa từng in"


def test_a_click_on_a_shared_page_chooses_the_article_that_stands_there(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    settings.change(cast.admin, settings.names(), IMPRINT)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    dated()
    made = [article(cast, words(title), Stage.APPROVED) for title in ("Bài một", "Bài hai", "Bài ba")]
    placing.place(cast.secretary, 1, 1, made)
    issues.close(cast.secretary, 1, issues.row(1).version)
    window = sit(cast.secretary)
    window.pages.go("issue")
    laid = window.pages.issue.proof.layout_shown()
    assert laid is not None
    _release(window)
    proof = window.pages.issue.proof
    layout = proof.layout_shown()
    assert layout is not None
    assert layout != laid
    for before, span in zip(laid.spans, layout.spans, strict=True):
        assert (span.article, span.first) == (before.article, before.first)
        assert span.top == pytest.approx(before.top, abs=5)
    assert len({span.first for span in layout.spans}) == 1
    for span in reversed(layout.spans):
        proof.go_to_article(made[0])
        rect = proof.page_rect(span.first)
        down = rect.top() + (span.top + 4) * rect.height() / layout.size[1]
        at = QPoint(rect.center().x(), round(down))
        qtbot.mouseClick(proof.viewport(), Qt.MouseButton.LeftButton, pos=at)
        chosen = window.pages.issue.plan.current()
        assert chosen is not None
        assert chosen.article_id == span.article


def test_a_cover_keeps_room_for_its_words_whatever_their_size(sit: Sit, released: Cast) -> None:
    window = sit(released.secretary)
    window.pages.go("shelf")
    covers = window.pages.shelf.covers
    style.look().wear(Scheme.LIGHT, 150)
    words = covers.item(0).text()
    room = QRect(0, 0, covers.gridSize().width(), 1000)
    need = covers.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, f"{words}\nlần 2")
    assert need.height() + covers.iconSize().height() <= covers.gridSize().height()
    assert max(covers.fontMetrics().horizontalAdvance(line) for line in words.split("\n")) < room.width()
