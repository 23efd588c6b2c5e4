"""The printed issue driven through the window: planned, proofed, dressed, released, shelved, corrected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import listing, writing
from desk.calendar import meetings
from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Fields
from desk.dates.series import When
from desk.department import legal_profiles
from desk.edition.outputs import Output
from desk.integrity import database
from desk.issues import corrections, issues, placing, releases
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from tests.making import Cast, article, dated, filled, version, words
from tests.ui.issue.planned import at_issue, put_issue
from tests.ui.modal import answer, front
from tests.ui.questions import questions_of
from ui.articles.correction_dialog import CorrectDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.issue.actions import Do
from ui.issue.issue_dialog import IssueDialog
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.released_page import ReleasedDo
from ui.issue.verify_dialog import VerifyDialog
from ui.settings.legal_dialog import LegalDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _titles() -> list[str]:
    return [row.title for part in issue_plan.plan(1).parts for row in part.placed]


def _meet(cast: Cast, month: int, day: int) -> None:
    begin = datetime(2019, month, day, 7, 30)
    told = Fields(title="Kỳ họp báo cáo viên", kind=MeetingKind.REPORTERS.value)
    meetings.make(cast.secretary, told, When(begin, begin + timedelta(hours=2)), None)


def test_an_issue_is_made_gathered_and_proofed(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    for title in ("Huyện ủy Phong Sơn sơ kết quý I", "Bộ Chính trị ban hành kết luận", "Tỉnh ủy họp báo"):
        article(cast, words(title), Stage.APPROVED)
    window = sit(cast.secretary)
    window.pages.go("issue")

    def name(dialog: IssueDialog) -> None:
        dialog.number.setText("3+4")
        dialog.month.setValue(4)
        dialog.last_month.setValue(3)
        dialog.agree()
        assert "Tháng cuối" in dialog.fault.text()
        dialog.month.setValue(3)
        dialog.last_month.setValue(4)
        dialog.year.setValue(2019)
        dialog.special.setChecked(True)
        dialog.agree()

    answer(IssueDialog, name)
    qtbot.keyClick(window.pages.issue, Qt.Key.Key_N, CTRL_SHIFT)
    assert window.pages.issue.issues.currentText() == "Số 3+4 – tháng 3, 4 năm 2019 (đặc biệt)"
    assert "Gom bài" in window.pages.issue.proof.accessibleDescription()

    def take(dialog: ProposeDialog) -> None:
        levels = [dialog.table.item(at, 2).text() for at in range(3)]  # type: ignore[union-attr]  # three rows are there
        assert levels == ["Trung ương", "Tỉnh", "Huyện"]
        dialog.none.click()
        dialog.agree()
        assert "Chưa chọn" in dialog.fault.text()
        for at in range(3):
            dialog.table.item(at, 0).setCheckState(Qt.CheckState.Checked)  # type: ignore[union-attr]  # as above
        dialog.agree()

    answer(ProposeDialog, take)
    front(window)
    qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert [title.split()[0] for title in _titles()] == ["Bộ", "Tỉnh", "Huyện"]
    page = window.pages.issue
    laid = page.proof.layout_shown()
    assert laid is not None
    assert page.budget.pages.text() == f"{laid.total} / 64 trang"
    assert set(page.plan.lengths) == {span.article for span in laid.spans}
    assert all(lines > 3 for _, lines in page.plan.lengths.values())


def test_release_from_its_obstacles_to_the_shelf(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(cast, "Bài một", "Bài hai")
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    _fill_imprint(cast)
    window.pages.issue.shown()
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    window.session.client.do(
        window, lambda: writing.save(cast.editor, made, version(cast, made), words("Bài một, sửa"))
    )

    def look(dialog: ReleaseDialog) -> None:
        assert [line.accessibleName() for line in dialog.lines] == [
            "Chưa chốt bài",
            "Bài đã sửa sau khi duyệt hoặc chưa duyệt. “Bài một, sửa”",
        ]
        assert not dialog.ok.isEnabled()
        dialog.lines[1].click()

    answer(ReleaseDialog, look)
    page.acts[Do.RELEASE].trigger()
    assert window.pages.page() is window.pages.articles  # the line led to its article
    placing.unplace(cast.secretary, 1, 2, [made])
    window.pages.go("issue")
    page.acts[Do.CLOSE].trigger()
    assert page.chip.words() == "Đã chốt bài"
    assert not page.acts[Do.GATHER].isEnabled()

    def agree(dialog: ReleaseDialog) -> None:
        assert dialog.ok.isEnabled()
        assert not dialog.outputs.boxes[Output.PRINT].isEnabled()  # it is always frozen
        dialog.folder.path.setText(str(tmp_path / "phát hành"))
        dialog.agree()

    answer(ReleaseDialog, agree)
    with qtbot.waitSignal(window.pages.exporter.finished) as done:
        page.acts[Do.RELEASE].trigger()
    assert done.args is not None
    folder = done.args[0]
    assert "Đã phát hành số 4/2019" in window.notice.words()
    assert issues.row(1).state is IssueState.RELEASED
    assert page.chip.words() == "Đã phát hành"
    assert not page.acts[Do.EDIT].isEnabled()

    window.pages.go("shelf")
    current = window.pages.shelf.current()
    assert current is not None
    assert current.issue == "4/2019"
    laid = window.pages.shelf.proof.layout_shown()
    assert laid is not None
    assert laid.total == current.pages
    qtbot.waitUntil(lambda: not window.pages.shelf.proof.missing())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "lại"))
    front(window)
    window.pages.shelf.covers.setFocus()
    qtbot.keyClick(window.pages.shelf.covers, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (again,) = (tmp_path / "lại").iterdir()
    for path in (one for one in folder.rglob("*") if one.is_file()):
        assert (again / path.relative_to(folder)).read_bytes() == path.read_bytes()

    sentences: list[str] = []

    def read(dialog: VerifyDialog) -> None:
        sentences.append(dialog.sentence)
        dialog.agree()

    answer(VerifyDialog, read)
    window.pages.shelf.verifying.check(again)
    qtbot.waitUntil(lambda: bool(sentences))
    assert "đúng là số 4/2019 đã phát hành" in sentences[0]
    printed = next(again.glob("*-in.pdf"))
    printed.write_bytes(printed.read_bytes() + b" ")
    answer(VerifyDialog, read)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(printed), ""))
    window.pages.shelf[ReleasedDo.CHECK].trigger()
    qtbot.waitUntil(lambda: len(sentences) == 2)
    assert "KHÔNG phải tệp đã phát hành" in sentences[1]
    window.pages.shelf[ReleasedDo.PLAN].trigger()
    assert window.pages.page() is window.pages.issue
    assert database.check() == []


def test_a_released_article_is_corrected_and_the_issue_reopened_by_the_chief(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(cast, "Bài một")
    _fill_imprint(cast)
    issues.close(cast.secretary, 1, 2)
    window = sit(cast.secretary)
    window.pages.go("issue")

    def agree(dialog: ReleaseDialog) -> None:
        dialog.write.setChecked(False)
        dialog.agree()

    answer(ReleaseDialog, agree)
    with qtbot.waitSignal(window.pages.exporter.finished):
        window.pages.issue.acts[Do.RELEASE].trigger()
    assert not window.pages.issue.acts[Do.REOPEN].isEnabled()
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    editor = sit(cast.editor)
    editor.navigation.show_article(made)

    def correct(dialog: CorrectDialog) -> None:
        dialog.agree()
        assert "phải khác nhau" in dialog.fault.text()
        dialog.printed.setPlainText("Bài một")
        dialog.correct.setPlainText("Bài số một")
        dialog.agree()

    answer(CorrectDialog, correct)
    editor.pages.acts.perform(Act.CORRECT)
    (erratum,) = corrections.of_article(made)
    assert erratum.correct == "Bài số một"
    editor.notice.press()  # Mở đính chính
    assert editor.pages.page() is editor.pages.editor
    assert editor.pages.editor.article_id() == erratum.article_id
    assert listing.row(cast.editor, made).stage is Stage.RELEASED
    chief = sit(cast.chief)
    chief.pages.go("issue")
    monkeypatch.setattr(ReasonDialog, "ask", lambda *_: "Sai số trang")
    chief.pages.issue.acts[Do.REOPEN].trigger()
    assert issues.row(1).state is IssueState.CLOSED
    assert [row.standing for row in releases.listing()] == [False]


def test_a_legal_profile_is_changed_in_the_settings(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.legal
    window.pages.settings.tabs.setCurrentWidget(tab)
    assert tab.table.rowCount() == 3

    def change(dialog: LegalDialog) -> None:
        dialog.until.setText("32/1/2027")
        dialog.agree()
        assert "Ngày hiệu lực" in dialog.fault.text()
        dialog.until.setText("31/12/2027")
        dialog.pages.setValue(48)
        dialog.needs["licence"].setChecked(False)
        dialog.agree()

    tab.table.selectRow(1)
    answer(LegalDialog, change)
    tab.change.click()
    changed = legal_profiles.profiles()[1]
    assert (changed.pages, changed.until) == (48, "2027-12-31")
    assert "licence" not in changed.needs

    def add(dialog: LegalDialog) -> None:
        dialog.name.setText("Quy định của tỉnh")
        dialog.agree()

    answer(LegalDialog, add)
    tab.add.click()
    assert [one.name for one in legal_profiles.profiles()][-1] == "Quy định của tỉnh"
    tab.table.selectRow(3)
    tab.drop.click()
    assert len(legal_profiles.profiles()) == 3
    window.notice.press()  # Hoàn tác
    assert [one.name for one in legal_profiles.profiles()][-1] == "Quy định của tỉnh"


def _fill_imprint(cast: Cast) -> None:
    from desk.department import settings
    from desk.edition.edition import Imprint

    dated()
    filled = Imprint(
        responsible="Trần Thị Lãnh",
        licence="12/GP",
        printer="Nhà in tỉnh",
        copies=300,
        periodicity="một tháng một số",
    )
    settings.change(cast.admin, settings.names(), filled)


def test_a_combined_issue_names_every_session(sit: Sit, cast: Cast) -> None:
    _meet(cast, 1, 10)
    _meet(cast, 2, 12)
    put_issue(cast, number="1+2", month=1, last=2)
    budget = at_issue(sit, cast).pages.issue.budget
    assert budget.dates.text() == "Báo cáo viên họp 10/01/2019 và 12/02/2019"
    assert not budget.lacking.isVisible()


def test_an_issue_without_a_session_leads_to_the_calendar(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    _meet(cast, 4, 10)
    put_issue(cast, number="5", month=5)
    window = at_issue(sit, cast)
    assert window.pages.issue.budget.lacking.text() == "Chưa có kỳ họp báo cáo viên trong lịch"
    qtbot.mouseClick(window.pages.issue.budget.lacking, Qt.MouseButton.LeftButton)
    assert window.pages.page() is window.pages.calendar
    assert (window.pages.calendar.day.year, window.pages.calendar.day.month) == (2019, 5)


def test_an_act_is_followed_by_one_question(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the pages as laid out have against the issue is asked when they are laid out."""
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    article(cast, words("Một"), Stage.APPROVED)
    window = sit(cast.secretary)
    asked = questions_of(window.pages.issue, monkeypatch)
    window.pages.go("issue")
    assert asked == ["issue"]
    asked.clear()
    window.pages.issue.acts[Do.PUT].trigger()
    qtbot.waitUntil(window.pages.issue.live.idle, timeout=20_000)
    assert asked == ["issue", "against"]
    assert _titles() == ["Một"]
