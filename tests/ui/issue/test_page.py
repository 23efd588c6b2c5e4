"""The printed issue driven through the window: planned, proofed, dressed, released, shelved, corrected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Act, IssueState, Stage
from desk.articles import listing, writing
from desk.department import legal_profiles
from desk.edition.design import CoverDesign, InnerDesign, PageFormat
from desk.edition.outputs import Output
from desk.integrity import database
from desk.issues import corrections, issues, placing, printing, releases
from desk.issues import plan as issue_plan
from desk.issues.issues import DesignWish
from desk.text.blocks import Heading, Paragraph, Run, new_id
from tests.making import Cast, article, dated, filled, version, words
from tests.ui.modal import answer, front
from ui.articles.correction_dialog import CorrectDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.issue.actions import Do
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.design_dialog import DesignDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.released_page import ReleasedDo
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.issue.verify_dialog import VerifyDialog
from ui.proof.bar import ProofDo
from ui.settings.legal_dialog import LegalDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
EMBLEM = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<circle cx="5" cy="5" r="4" fill="#a3201d"/></svg>'
)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def _titles() -> list[str]:
    return [row.title for part in issue_plan.plan(1).parts for row in part.placed]


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


def test_page_and_plan_lead_to_each_other(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một", "Bài hai", "Bài ba")
    window = sit(cast.secretary)
    window.pages.go("issue")
    page = window.pages.issue
    qtbot.waitUntil(lambda: not page.proof.missing())
    last = issue_plan.plan(1).parts[1].placed[2].article_id
    page.plan.choose(last)
    laid = page.proof.layout_shown()
    assert laid is not None
    span = next(one for one in laid.spans if one.article == last)
    rect = page.proof.page_rect(span.first)
    assert rect.intersects(page.proof.viewport().rect())
    first = laid.spans[0]
    page.proof.go_to_article(first.article)
    rect = page.proof.page_rect(first.first)
    scale = rect.height() / laid.size[1]
    place = QPoint(rect.center().x(), round(rect.top() + (first.top + 4) * scale))
    qtbot.mouseClick(page.proof.viewport(), Qt.MouseButton.LeftButton, pos=place)
    chosen = page.plan.current()
    assert chosen is not None
    assert chosen.article_id == first.article
    before = page.proof.sight.factor()
    page.bar[ProofDo.LARGER].trigger()
    assert page.proof.sight.factor() > before
    qtbot.keyClick(page.proof, Qt.Key.Key_0)
    assert page.proof.sight.factor() == pytest.approx(before)
    qtbot.keyClick(page.proof, Qt.Key.Key_PageDown)
    assert page.proof.page() > 1
    page.proof.go_to_article(first.article)
    rect = page.proof.page_rect(first.first)
    place = QPoint(rect.center().x(), round(rect.top() + (first.top + 4) * rect.height() / laid.size[1]))
    qtbot.mouseDClick(page.proof.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.pages.page() is window.pages.editor


def test_the_proof_follows_an_edit_and_flags_it(sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài sẽ sửa")
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    window = sit(cast.secretary)
    window.pages.go("issue")
    before = window.pages.issue.plan.lengths[made]
    many = tuple(f"Đoạn {n}. " + "Tại hội nghị, các đồng chí trao đổi, thảo luận. " * 6 for n in range(30))
    window.session.client.do(
        window, lambda: writing.save(cast.editor, made, version(cast, made), words("Bài sẽ sửa", *many))
    )
    after = window.pages.issue.plan.lengths[made]
    assert after[0] > before[0] + 1
    assert "chưa duyệt" in window.pages.issue.marks()[made].words


def test_the_budget_says_what_is_over(sit: Sit, cast: Cast) -> None:
    filled(cast)
    long = ("Tại hội nghị, các đồng chí trao đổi, thảo luận. " * 40,) * 3
    made = [article(cast, words(f"Bài {n}", *long), Stage.APPROVED) for n in range(5)]
    placing.place(cast.secretary, 1, 1, made)
    window = sit(cast.secretary)
    issues.set_design(cast.secretary, 1, 2, DesignWish(issues.row(1).design, pages=4))
    window.pages.go("issue")
    laid = window.pages.issue.proof.layout_shown()
    assert laid is not None
    assert f"quá {laid.total - 4} trang" in window.pages.issue.budget.pages.text()
    assert window.pages.issue.plan.over == {span.article for span in laid.spans if span.last > 4}


def test_a_wanted_piece_from_the_plan_to_the_writers_day(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def ask(dialog: CommissionDialog) -> None:
        dialog.agree()
        assert dialog.fault.isVisible()
        dialog.title.setText("Gương đảng viên trẻ")
        dialog.person.setCurrentIndex(dialog.person.findData(cast.writer))
        dialog.agree()

    answer(CommissionDialog, ask)
    qtbot.keyClick(
        window.pages.issue.plan,
        Qt.Key.Key_B,
        CTRL_SHIFT,
    )
    wanted = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    assert [(one.title, one.person) for one in wanted] == [("Gương đảng viên trẻ", "Lê Thị Viết")]
    writer = sit(cast.writer)
    writer.pages.go("today")
    line = next(one for one in writer.pages.today.lines if one.text() == "Gương đảng viên trẻ")
    line.click()
    assert writer.pages.page() is writer.pages.editor
    assert writer.pages.editor.form.text().title == "Gương đảng viên trẻ"
    window.pages.go("issue")
    view = window.pages.issue.plan
    items = [view.topLevelItem(n) for n in range(view.topLevelItemCount())]
    for head in items:
        assert head is not None
        for at in range(head.childCount()):
            item = head.child(at)
            assert item is not None
            view.setCurrentItem(item)
            if view.current_wanted() is not None:
                break
        else:
            continue
        break
    assert view.current_wanted() is not None
    assert window.pages.issue.acts[Do.WRITE].isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert all(not part.wanted for part in issue_plan.plan(1).parts)
    window.notice.press()  # Hoàn tác
    (back,) = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    assert (back.title, back.person, back.stage) == ("Gương đảng viên trẻ", "Lê Thị Viết", Stage.DRAFT)


def test_an_article_taken_out_comes_back_where_it_stood(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Một", "Hai", "Ba")
    window = sit(cast.secretary)
    window.pages.go("issue")
    window.pages.issue.plan.choose(issue_plan.plan(1).parts[1].placed[1].article_id)
    qtbot.keyClick(window.pages.issue.plan, Qt.Key.Key_Delete)
    assert _titles() == ["Một", "Ba"]
    window.notice.press()
    assert _titles() == ["Một", "Hai", "Ba"]


def test_chuyen_muc_of_the_issue_by_keyboard(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài một")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def order(dialog: IssueSectionsDialog) -> None:
        front(dialog)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.agree()
        assert "đang có bài" in dialog.fault.text()
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.list.item(2).setCheckState(Qt.CheckState.Unchecked)
        dialog.add.click()
        dialog.list.currentItem().setText("Chào mừng Đại hội")
        dialog.agree()

    answer(IssueSectionsDialog, order)
    window.pages.issue.acts[Do.SECTIONS].trigger()
    parts = issue_plan.plan(1).parts
    assert parts[0].title == "Tin tức – Sự kiện"
    assert parts[2].hidden
    assert any(part.title == "Chào mừng Đại hội" and part.own for part in parts)
    plan = window.pages.issue.plan
    shown = [plan.topLevelItem(n).text(0) for n in range(plan.topLevelItemCount())]  # type: ignore[union-attr]  # those that are there
    assert parts[2].title not in shown


def test_the_dress_with_an_emblem(
    qtbot: QtBot, sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(cast, "Bài một")
    good, broken = tmp_path / "huy hiệu.svg", tmp_path / "hỏng.svg"
    good.write_text(EMBLEM, encoding="utf-8")
    broken.write_text("<svg><circle r=", encoding="utf-8")
    window = sit(cast.secretary)
    window.pages.go("issue")

    def design(dialog: DesignDialog) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(broken), ""))
        dialog.emblem.click()
        assert "hỏng.svg" in dialog.fault.text()
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
        dialog.emblem.click()
        assert dialog.design().emblem
        dialog.format.setCurrentIndex(dialog.format.findData(PageFormat.A4))
        dialog.agree()
        assert "lớn hơn mức 190 × 270 mm" in dialog.fault.text()
        dialog.format.setCurrentIndex(dialog.format.findData(PageFormat.SMALL))
        dialog.cover.setCurrentIndex(dialog.cover.findData(CoverDesign.FRAME))
        dialog.inner.setCurrentIndex(dialog.inner.findData(InnerDesign.CLEAR))
        dialog.copies.setValue(350)
        dialog.has_published.setChecked(True)
        laid = dialog.proof.layout_shown()
        assert laid is not None
        assert laid.size == PageFormat.SMALL.size  # the pages beside the choices are in them
        dialog.agree()

    answer(DesignDialog, design)
    qtbot.keyClick(
        window.pages.issue.plan,
        Qt.Key.Key_D,
        CTRL_SHIFT,
    )
    row = issues.row(1)
    assert (row.design.format, row.design.cover, row.imprint.copies) == (
        PageFormat.SMALL,
        CoverDesign.FRAME,
        350,
    )
    assert row.published == "2019-04-25"
    edition = printing.edition(1)
    assert row.design.emblem in edition.pictures


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


def test_an_article_that_ends_in_a_heading_is_proofed(sit: Sit, cast: Cast) -> None:
    filled(cast)
    text = words("Bài kết bằng đề mục")
    blocks = (
        Paragraph(new_id(), (Run("# $ @ < { } \\ * _ ` \" '"),)),
        Heading(new_id(), (Run("Đề mục cuối"),)),
    )
    made = article(
        cast, type(text)(text.title, text.lead, text.byline, text.event_date, blocks), Stage.APPROVED
    )
    placing.place(cast.secretary, 1, 1, [made])
    window = sit(cast.secretary)
    window.pages.go("issue")
    assert window.pages.issue.proof.layout_shown() is not None


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
