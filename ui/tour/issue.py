"""The tour of the printed issue: planned, designed, proofed, exported in every profile, released, verified."""

from __future__ import annotations

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
from ui.issue.proofing_dialog import ProofDialog
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.issue.verify_dialog import VerifyDialog
from ui.tour.guide import Guide
from ui.tour.review import CHIEF, EDITOR
from ui.window.window import Window

_OTHER_EDITOR = "Phạm Thị Thu Hà"
_WANTED = "Gương đảng viên trẻ ở bản vùng cao"


def walk(guide: Guide) -> None:
    """Make the month's issue, from an empty plan to the shelf."""
    guide.at_desk(_close_the_month, *(guide.person(name) for name in (CHIEF, EDITOR, _OTHER_EDITOR)))
    secretary = next(p for p in guide.data.people if Role.SECRETARY.name in p["roles"])
    window = guide.sit(secretary["name"])
    window.pages.go("issue")
    guide.settle()
    guide.shoot("ban-tin-trong", window)
    guide.expect(IssueDialog, lambda dialog: _number(guide, dialog))
    window.pages.issue.acts[Do.NEW].trigger()
    guide.settle()
    _plan(guide, window)
    _proof(guide, window)
    _export(guide, window)
    _release(guide, window)
    guide.leave(window)


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


def _number(guide: Guide, dialog: QDialog) -> None:
    assert isinstance(dialog, IssueDialog)
    dialog.number.setText(guide.data.number)
    dialog.month.setValue(guide.data.month)
    dialog.year.setValue(guide.data.year)
    guide.dialog("so-moi", dialog)
    dialog.agree()


def _plan(guide: Guide, window: Window) -> None:
    page = window.pages.issue
    guide.expect(ProposeDialog, lambda dialog: _agree(guide, "gom-bai", dialog))
    page.acts[Do.GATHER].trigger()
    guide.settle()

    def ask(dialog: QDialog) -> None:
        assert isinstance(dialog, CommissionDialog)
        dialog.title.setText(_WANTED)
        dialog.person.setCurrentIndex(2)
        guide.dialog("dat-bai", dialog)
        dialog.agree()

    guide.expect(CommissionDialog, ask)
    page.acts[Do.WANT].trigger()
    guide.settle()

    def order(dialog: QDialog) -> None:
        assert isinstance(dialog, IssueSectionsDialog)
        dialog.list.setCurrentRow(1)
        dialog.up.click()
        guide.dialog("chuyen-muc-cua-so", dialog)
        dialog.agree()

    guide.expect(IssueSectionsDialog, order)
    page.acts[Do.SECTIONS].trigger()
    guide.settle()
    guide.proofed(window)
    guide.shoot("ban-tin", window)


def _proof(guide: Guide, window: Window) -> None:
    page = window.pages.issue
    page.proof.set_zoom(0.8)
    page.plan.choose_first()
    guide.settle()
    guide.proofed(window)
    guide.shoot("ban-tin-xem-trang", window)
    page.proof.set_zoom(0)
    guide.expect(ProofDialog, lambda dialog: _proofread(guide, dialog))
    page.acts[Do.PROOF].trigger()
    guide.settle(0.5)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, DesignDialog)
        for number, (cover, inner) in enumerate(((1, 1), (2, 0), (0, 0))):
            dialog.cover.setCurrentIndex(cover)
            dialog.inner.setCurrentIndex(inner)
            guide.wait(dialog.live.idle)
            guide.settle(0.3)
            guide.dialog(f"trinh-bay-{number + 1}", dialog)
        dialog.has_published.setChecked(True)
        dialog.lines["designer"].setText("Phòng Tuyên truyền")
        dialog.agree()

    guide.expect(DesignDialog, look)
    page.acts[Do.DESIGN].trigger()
    guide.settle()
    guide.proofed(window)


def _proofread(guide: Guide, dialog: QDialog) -> None:
    guide.dialog("soat-loi-ca-so", dialog)
    dialog.reject()


def _export(guide: Guide, window: Window) -> None:
    page = window.pages.issue

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        guide.dialog("xuat", dialog)
        dialog.reject()

    guide.expect(ExportDialog, look)
    page.acts[Do.EXPORT].trigger()
    guide.settle()
    issue = page.issue()
    if issue is None:
        return
    every = {output: Finish(bleed=output is Output.PRINT, marks=output is Output.PRINT) for output in Output}
    window.pages.exporter.begin(issue.id, every, guide.out / "ban-in")
    guide.wait(lambda: any((guide.out / "ban-in").glob("ban-tin-so-*")))
    guide.settle()
    guide.shoot("da-xuat", window)


def _release(guide: Guide, window: Window) -> None:
    page = window.pages.issue

    def look(dialog: QDialog) -> None:
        guide.dialog("con-vuong", dialog)
        dialog.reject()

    guide.expect(ReleaseDialog, look)
    page.acts[Do.RELEASE].trigger()
    guide.settle()
    issue = page.issue()
    if issue is None:
        return
    wanted = [one.id for part in guide.at_desk(issue_plan.plan, issue.id).parts for one in part.wanted]
    for number in wanted:
        seen = guide.at_desk(issue_plan.plan, issue.id).issue.version
        guide.at_desk(commissions.cancel, window.session.who, issue.id, seen, number)
    page.shown()
    guide.settle()
    page.acts[Do.CLOSE].trigger()
    guide.settle()
    guide.proofed(window)

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, ReleaseDialog)
        dialog.folder.path.setText(str(guide.out / "phat-hanh"))
        guide.dialog("phat-hanh", dialog)
        dialog.agree()

    guide.expect(ReleaseDialog, agree)
    page.acts[Do.RELEASE].trigger()
    guide.settle()
    guide.wait(lambda: any((guide.out / "phat-hanh").glob("ban-tin-so-*")))
    guide.settle()
    guide.proofed(window)
    guide.shoot("da-phat-hanh", window)
    window.pages.go("shelf")
    guide.settle(0.4)
    guide.shoot("tu-ban-tin", window)

    def verified(dialog: QDialog) -> None:
        guide.dialog("doi-chieu", dialog)
        dialog.reject()

    guide.expect(VerifyDialog, verified)
    window.pages.shelf.verifying.check(next((guide.out / "phat-hanh").glob("ban-tin-so-*")))
    guide.settle(0.3)
    (row,) = guide.client.wait(releases.listing)
    first = guide.at_desk(issue_plan.plan, row.issue_id).parts
    made = next(placed.article_id for part in first for placed in part.placed)
    guide.at_desk(_corrected, window.session.who, made)


def _corrected(who: int, article_id: int) -> None:
    title = listing.row(who, article_id).title
    corrections.correct(who, article_id, title, f"{title} (sửa)")


def _agree(guide: Guide, name: str, dialog: QDialog) -> None:
    guide.dialog(name, dialog)
    agree = getattr(dialog, "agree", dialog.accept)
    agree()
