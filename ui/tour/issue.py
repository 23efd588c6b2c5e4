"""The tour of the printed issue: planned, dressed, proofed, exported in every profile, released, verified."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from desk.acts.requirements import Before
from desk.acts.rules import Act, Role, Stage
from desk.articles import listing, workflow
from desk.articles.listing import ListQuery
from desk.edition.outputs import Finish, Output
from desk.issues import commissions, corrections, releases
from desk.issues import plan as issue_plan
from desk.review import checklists, comments, discussion
from ui.issue.actions import Do
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.design_dialog import DesignDialog
from ui.issue.export_dialog import ExportDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.issue.verify_dialog import VerifyDialog
from ui.tour.review import CHIEF, EDITOR
from ui.window.window import Window

if TYPE_CHECKING:
    from ui.tour.tour import Tour

_OTHER_EDITOR = "Phạm Thị Thu Hà"
_WANTED = "Gương đảng viên trẻ ở bản vùng cao"


def walk(tour: Tour) -> None:
    """Make the month's issue, from an empty plan to the shelf."""
    tour.client.wait(
        partial(_close_the_month, *(tour.person(name) for name in (CHIEF, EDITOR, _OTHER_EDITOR)))
    )
    secretary = next(p for p in tour.data.people if Role.SECRETARY.name in p["roles"])
    window = tour.sit(secretary["name"])
    window.go("issue")
    tour.settle()
    tour.shoot("ban-tin-trong", window)
    tour.expect(IssueDialog, partial(_number, tour))
    window.issue.acts[Do.NEW].trigger()
    tour.settle()
    _plan(tour, window)
    _proof(tour, window)
    _export(tour, window)
    _release(tour, window)
    tour.leave(window)


def _close_the_month(chief: int, *editors: int) -> None:
    """Lead what still lies on the desk to its approval, as the last days of a month do."""
    for row in listing.listing(chief, ListQuery(), limit=100).rows:
        stage, version = row.stage, row.version
        if stage in (Stage.DRAFT, Stage.RETURNED):
            version = workflow.move(row.author_id, Act.SUBMIT, row.id, version).version
            stage = Stage.SUBMITTED
        if stage is Stage.SUBMITTED:
            editor = next(one for one in editors if one != row.author_id)
            version = workflow.move(editor, Act.PASS, row.id, version).version
            stage = Stage.FOR_APPROVAL
        if stage is Stage.FOR_APPROVAL:
            for thread in discussion.of_article(chief, row.id):
                if thread.suggestion and thread.open:
                    comments.decline(chief, thread.id)
            for state in checklists.of_article(row.id).of(Before.APPROVE):
                if state.missing:
                    checklists.tick(editors[0], row.id, state.item.id)
            workflow.approve(chief, row.id, listing.row(chief, row.id).version)


def _number(tour: Tour, dialog: QDialog) -> None:
    assert isinstance(dialog, IssueDialog)
    dialog.number.setText(tour.data.number)
    dialog.month.setValue(tour.data.month)
    dialog.year.setValue(tour.data.year)
    tour.dialog("so-moi", dialog)
    dialog.agree()


def _plan(tour: Tour, window: Window) -> None:
    page = window.issue
    tour.expect(ProposeDialog, partial(_agree, tour, "gom-bai"))
    page.acts[Do.GATHER].trigger()
    tour.settle()

    def ask(dialog: QDialog) -> None:
        assert isinstance(dialog, CommissionDialog)
        dialog.title.setText(_WANTED)
        dialog.person.setCurrentIndex(2)
        tour.dialog("dat-bai", dialog)
        dialog.agree()

    tour.expect(CommissionDialog, ask)
    page.acts[Do.WANT].trigger()
    tour.settle()

    def order(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueSectionsDialog)
        dialog.list.setCurrentRow(1)
        dialog.up.click()
        tour.dialog("chuyen-muc-cua-so", dialog)
        dialog.agree()

    tour.expect(IssueSectionsDialog, order)
    page.acts[Do.SECTIONS].trigger()
    tour.settle()
    tour.proofed(window)
    tour.shoot("ban-tin", window)


def _proof(tour: Tour, window: Window) -> None:
    page = window.issue
    page.proof.set_zoom(0.8)
    page.plan.choose_first()
    tour.settle()
    tour.proofed(window)
    tour.shoot("ban-tin-xem-trang", window)
    page.proof.set_zoom(0)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, DesignDialog)
        for number, (cover, inner) in enumerate(((1, 1), (2, 0), (0, 0))):
            dialog.cover.setCurrentIndex(cover)
            dialog.inner.setCurrentIndex(inner)
            tour.wait(dialog.live.idle)
            tour.settle(0.3)
            tour.dialog(f"trinh-bay-{number + 1}", dialog)
        dialog.has_published.setChecked(True)
        dialog.lines["designer"].setText("Phòng Tuyên truyền")
        dialog.agree()

    tour.expect(DesignDialog, look)
    page.acts[Do.DESIGN].trigger()
    tour.settle()
    tour.proofed(window)


def _export(tour: Tour, window: Window) -> None:
    page = window.issue

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        tour.dialog("xuat", dialog)
        dialog.reject()

    tour.expect(ExportDialog, look)
    page.acts[Do.EXPORT].trigger()
    tour.settle()
    issue = page.issue()
    if issue is None:
        return
    every = {output: Finish(bleed=output is Output.PRINT, marks=output is Output.PRINT) for output in Output}
    window.exporter.begin(issue.id, every, tour.out / "ban-in")
    tour.wait(lambda: any((tour.out / "ban-in").glob("ban-tin-so-*")))
    tour.settle()
    tour.shoot("da-xuat", window)


def _release(tour: Tour, window: Window) -> None:
    page = window.issue

    def look(dialog: QDialog) -> None:
        tour.dialog("con-vuong", dialog)
        dialog.reject()

    tour.expect(ReleaseDialog, look)
    page.acts[Do.RELEASE].trigger()
    tour.settle()
    issue = page.issue()
    if issue is None:
        return
    wanted = [
        one.id for part in tour.client.wait(partial(issue_plan.plan, issue.id)).parts for one in part.wanted
    ]
    for number in wanted:
        seen = tour.client.wait(partial(issue_plan.plan, issue.id)).issue.version
        tour.client.wait(partial(commissions.unwant, window.session.who, issue.id, seen, number))
    page.shown()
    tour.settle()
    page.acts[Do.CLOSE].trigger()
    tour.settle()
    tour.proofed(window)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, ReleaseDialog)
        dialog.folder.path.setText(str(tour.out / "phat-hanh"))
        tour.dialog("phat-hanh", dialog)
        dialog.agree()

    tour.expect(ReleaseDialog, agree)
    page.acts[Do.RELEASE].trigger()
    tour.settle()
    tour.wait(lambda: any((tour.out / "phat-hanh").glob("ban-tin-so-*")))
    tour.settle()
    tour.proofed(window)
    tour.shoot("da-phat-hanh", window)
    window.go("shelf")
    tour.settle(0.4)
    tour.shoot("tu-ban-tin", window)

    def verified(dialog: QDialog) -> None:
        tour.dialog("doi-chieu", dialog)
        dialog.reject()

    tour.expect(VerifyDialog, verified)
    window.shelf.verifying.check(next((tour.out / "phat-hanh").glob("ban-tin-so-*")))
    tour.settle(0.3)
    (row,) = tour.client.wait(releases.listing)
    first = tour.client.wait(partial(issue_plan.plan, row.issue_id)).parts
    made = next(placed.article_id for part in first for placed in part.placed)
    tour.client.wait(partial(_corrected, window.session.who, made))


def _corrected(who: int, article_id: int) -> None:
    title = listing.row(who, article_id).title
    corrections.correct(who, article_id, title, f"{title} (sửa)")


def _agree(tour: Tour, name: str, dialog: QDialog) -> None:
    tour.dialog(name, dialog)
    agree = getattr(dialog, "agree", dialog.accept)
    agree()
