"""Every page and dialog of the program with real content: what the walk over the layout looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QMarginsF, QPoint
from PySide6.QtGui import QContextMenuEvent, QPageLayout, QPageSize
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

from desk.acts import journal
from desk.acts.rules import Genre, Role, Stage
from desk.articles import listing, originals
from desk.articles.originals import Original
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.database import connection, revisions
from desk.dates.recurrence import read_rule
from desk.dates.series import MeetingState, When
from desk.department import export_profiles, legal_profiles, people, sections, settings
from desk.edition.outputs import PLAIN, Output
from desk.ics import import_export
from desk.ics.read import read_calendar
from desk.integrity.database import CheckResult, Finding
from desk.integrity.printed import FileState, FileVerdict, Verdict
from desk.issues import issues, plan, proposals
from desk.registers import storage
from desk.safety.backups import listed, make
from desk.safety.facts import Reason
from desk.safety.restore import look_inside
from tests.making import CODE, Cast, article, filled, person, words
from tests.ui.articles import given_back
from tests.ui.calendar.calendars import held, put
from tests.ui.calendar.test_import_dialog import FILE
from tests.ui.editor.sample import picture_bytes
from tests.ui.intake import given
from tests.ui.proofing.faulty import findings
from tests.ui.registers import filled as filled_registers
from ui.articles import correction_dialog, old_revision_dialog, reassign_dialog, section_dialog
from ui.articles.code_dialog import CodeDialog
from ui.articles.returned_dialog import ReturnedDialog
from ui.articles.revisions_dialog import RevisionsDialog
from ui.calendar import coverage_dialog, meeting_dialog, scope_dialog, state_dialog
from ui.calendar import import_dialog as calendar_import
from ui.calendar.announcement_dialog import AnnouncementDialog
from ui.calendar.days_in_view import View
from ui.calendar.ics_files import kind_words
from ui.calendar.week_schedule_dialog import WeekScheduleDialog
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.print_preview import PrintPreview
from ui.controls.progress_dialog import ProgressDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.editor.link_dialog import LinkDialog
from ui.editor.picture_dialog import PictureDialog, PictureWords
from ui.editor.recover_dialog import RecoverDialog
from ui.intake.comparison_dialog import ComparisonDialog
from ui.intake.import_dialog import ImportDialog
from ui.issue import design_dialog, export_dialog, propose_dialog, release_dialog, sections_dialog
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.proofing_dialog import Found, ProofDialog
from ui.issue.verify_dialog import VerifyDialog
from ui.paper.picture_object import decode
from ui.proofing.take_all_dialog import TakeAllDialog
from ui.registers.body_dialog import BodyEntryDialog
from ui.registers.document_dialog import DocumentEntryDialog
from ui.registers.import_dialog import RegisterImportDialog
from ui.registers.person_dialog import PersonEntryDialog
from ui.registers.word_dialog import WordEntryDialog
from ui.safety.archive_dialog import ArchiveDialog
from ui.safety.dialog import BackupsDialog, Source
from ui.safety.inside_dialog import InsideDialog
from ui.safety.restoring import ToldDialog, UnbrokenWait
from ui.safety.salvage_dialog import SalvageDialog
from ui.safety.wait_dialog import WaitDialog
from ui.safety.way_out import WayOut
from ui.session.desk_client import DeskClient
from ui.settings.delegation_dialog import DelegationDialog
from ui.settings.holiday_dialog import HolidayDialog
from ui.settings.legal_dialog import LegalDialog
from ui.settings.person_dialog import PasswordDialog, PersonDialog
from ui.settings.recovery_dialog import RecoveryCodeDialog
from ui.window.about_dialog import AboutDialog
from ui.window.check_dialog import CheckDialog
from ui.window.crash_dialog import CrashDialog
from ui.window.first_start import FirstStart
from ui.window.forgotten_dialog import ForgottenDialog
from ui.window.idle_lock import LockDialog
from ui.window.keys_dialog import KeysDialog
from ui.window.pages import Pages
from ui.window.place_dialog import PlaceDialog
from ui.window.renew_dialog import RenewDialog
from ui.window.sign_in import LastSignIn, SignIn
from ui.window.window import Window

LONG_NAME = "Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo"
LONG_TITLE = (
    "Hội nghị trực tuyến sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW về học tập, làm theo tư tưởng của Bác"
)
_STAGES = (Stage.DRAFT, Stage.SUBMITTED, Stage.RETURNED, Stage.FOR_APPROVAL, Stage.APPROVED)


@dataclass
class Walk:
    """The desk that is walked through: its people, its window, an article to speak of."""

    cast: Cast
    window: Window
    article: int

    @property
    def client(self) -> DeskClient:
        """Return the desk's client."""
        return self.window.session.client


def fill(cast: Cast) -> int:
    """Fill the desk with long names and titles, as a department has them; return one article."""
    person(cast, LONG_NAME, Role.WRITER, Role.EDITOR, Role.SECRETARY)
    made = [article(cast, words(f"{LONG_TITLE} {at}"), stage) for at, stage in enumerate(_STAGES)]
    filled(cast, LONG_TITLE, "Giao ban quý")
    with connection.writing():
        originals.keep(made[3], Original(f"{LONG_TITLE}.docx", "docx", b"PK"), cast.writer)
    put(cast, LONG_TITLE, datetime(2019, 4, 16, 8), hours=2)
    put(cast, "Giao ban tuần", datetime(2019, 4, 1, 8), "FREQ=WEEKLY")
    put(cast, "Hội nghị báo cáo viên", datetime(2019, 4, 16, 9), hours=3)
    make(cast.path, Reason.HAND)
    filled_registers.fill(cast)
    return made[3]


def pages(walk: Walk) -> Mapping[str, Callable[[], object]]:
    """Return what shows each page, a view or tab of it under its own name."""
    window = walk.window
    made = window.pages

    def go(page: str, then: Callable[[], object] = lambda: None) -> Callable[[], object]:
        def show() -> None:
            if made.is_writing():
                made.show(page)
            made.go(page)
            then()

        return show

    def settings_tab(at: int) -> Callable[[], object]:
        return go("settings", lambda: made.settings.tabs.setCurrentIndex(at))

    def register_tab(at: int) -> Callable[[], object]:
        return go("registers", lambda: made.registers.tabs.setCurrentIndex(at))

    def meeting() -> None:
        made.calendar.show_view(View.MONTH)
        row = held(LONG_TITLE)[0]
        made.calendar.month.choose((row.meeting_id, row.origin))

    return {
        "today": go("today"),
        "articles": go("articles", lambda: made.articles.list.choose(walk.article)),
        "review": go("review", lambda: made.review.list.view.selectRow(0)),
        **{f"calendar {view.value}": go("calendar", partial(_view, made, view)) for view in View},
        "calendar meeting": go("calendar", meeting),
        "issue": go("issue"),
        "shelf": go("shelf"),
        "journal": go("journal"),
        **{f"settings {at}": settings_tab(at) for at in range(9)},
        **{f"registers {at}": register_tab(at) for at in range(7)},
        "editor": lambda: window.navigation.edit(walk.article),
    }


def _keep_nothing(*_: object) -> None:
    pass


def _view(made: Pages, view: View) -> None:
    made.calendar.show_view(view)


def context_menus(walk: Walk) -> Mapping[str, Callable[[], object]]:
    """Return what asks for each menu that comes up on a page, by the right button or the button of more."""
    made, shown = walk.window.pages, pages(walk)

    def on(page: str, then: Callable[[], object]) -> Callable[[], object]:
        def ask() -> None:
            shown[page]()
            QApplication.processEvents()
            then()

        return ask

    def press(over: QWidget) -> None:
        at = over.rect().center()
        kind = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(over, QContextMenuEvent(kind, at, over.mapToGlobal(at)))

    def button(page: QWidget, name: str) -> None:
        found = [one for one in page.findChildren(QToolButton) if one.accessibleName().startswith(name)]
        found[0].click()

    def in_body() -> None:
        press(made.editor.form.body.viewport())

    return {
        "articles": on("articles", lambda: press(made.articles.list.view.viewport())),
        "articles order": on("articles", lambda: button(made.articles, "Thứ tự")),
        "today": on("today", lambda: press(made.today.inbox.lines[0])),
        "calendar": on("calendar meeting", lambda: made.calendar._show_context(QPoint(0, 0))),
        "calendar more": on("calendar month", lambda: button(made.calendar, "Việc khác")),
        "issue more": on("issue", lambda: button(made.issue, "Việc khác")),
        "editor": on("editor", in_body),
        "editor field": on("editor", lambda: press(made.editor.form.lead.viewport())),
        "person": on("today", lambda: walk.window._side.me.showMenu()),
    }


FAULTS = [CheckResult(Finding.ROW, "person 4", "CHANGED"), CheckResult(Finding.TEXT_CHANGED, "3/1")]


def dialogs(walk: Walk) -> Mapping[type[QDialog], Callable[[], QDialog]]:
    """Return how each dialog is made with real content."""
    cast, over, client = walk.cast, walk.window, walk.client
    row, text = listing.row(cast.chief, walk.article), words(LONG_TITLE, "Nội dung. " * 60)
    issue, everybody = issues.row(1), people.everybody()
    rows, kept = sections.listing(), listed(cast.path)[0]
    occurrence = held(LONG_TITLE)[0]
    weekly = held("Giao ban tuần")[1]
    parts, day = plan.plan(1).parts, date(2019, 4, 20)
    profiles = export_profiles.profiles()
    entry = journal.of_article(walk.article)[0]
    ics = read_calendar(FILE.replace("Giao ban", LONG_TITLE).encode(), "lich.ics", kind_words())
    verdict = Verdict(True, "4/2019", 1, (FileVerdict("ban-tin.pdf", FileState.CHANGED),), ())
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    actions = [*over.pages.calendar.meeting_actions(), *over.pages.calendar.steps()]
    told = "Đồng chí có chắc muốn làm việc này không? Mọi người trong phòng sẽ thấy ngay."
    return {
        RecoverDialog: lambda: RecoverDialog(
            over, "Hai bản", told, ("Bản đã lưu", text), ("Bản gõ dở", text), {}
        ),
        LinkDialog: lambda: LinkDialog(over, "https://tuyengiao.vn/chuyen-de", LONG_NAME),
        PictureDialog: lambda: PictureDialog(over, PictureWords(LONG_TITLE), decode(picture_bytes(300, 200))),
        RevisionsDialog: lambda: RevisionsDialog(over, over.session, row, revisions.listing(walk.article)),
        reassign_dialog.ReassignDialog: lambda: reassign_dialog.ReassignDialog(over, row, everybody),
        section_dialog.SectionDialog: lambda: section_dialog.SectionDialog(
            over, "Chuyển", rows, 1, Genre.NEWS
        ),
        ImportDialog: lambda: given.dialog(over, over.session),
        ComparisonDialog: lambda: ComparisonDialog(
            over, over.session, given.like(walk.article, LONG_TITLE), text
        ),
        old_revision_dialog.OldRevisionDialog: lambda: old_revision_dialog.OldRevisionDialog(
            over, client, entry
        ),
        correction_dialog.CorrectDialog: lambda: correction_dialog.CorrectDialog(over, LONG_TITLE, "đã in"),
        ReturnedDialog: lambda: ReturnedDialog(
            over, over.session, given_back.clashing(cast.chief, walk.article)
        ),
        CodeDialog: lambda: CodeDialog(over, over.session),
        KeysDialog: lambda: KeysDialog(
            over, [("&Lịch", actions), ("&Bài", over.pages.acts.actions.all())], {}
        ),
        AboutDialog: lambda: AboutDialog(over),
        CrashDialog: lambda: CrashDialog(over, "Traceback (most recent call last):\n" + "  File …\n" * 40),
        CheckDialog: lambda: CheckDialog(
            over, [CheckResult(Finding.ORIGINAL, f"1: “{LONG_TITLE}.docx”"), *FAULTS * 12]
        ),
        SignIn: lambda: SignIn(None, LastSignIn(1, LONG_NAME, "BAN TUYÊN GIÁO TỈNH ỦY"), lambda *_: None),
        FirstStart: lambda: FirstStart(None, settings.PROPOSED_SECTIONS, lambda: False),
        BackupsDialog: lambda: BackupsDialog(over, client, Source(cast.path)),
        InsideDialog: lambda: InsideDialog(over, kept, look_inside(kept.path)),
        WaitDialog: lambda: WaitDialog(over, "Đang sao lưu trước khi đóng…", told, "Đóng ngay"),
        UnbrokenWait: lambda: UnbrokenWait(over, "Đang phục hồi…", told, ""),
        ToldDialog: lambda: ToldDialog(over, "Đã phục hồi", told),
        PlaceDialog: lambda: PlaceDialog(None),
        ChoiceDialog: lambda: ChoiceDialog(over, "Giữ bản nào?", told, ("Giữ bản của tôi", "Để sau")),
        ReasonDialog: lambda: ReasonDialog(
            over, "Trả lại", told, "Trả lại", phrases=("Bổ sung số liệu.", LONG_NAME)
        ),
        PersonEntryDialog: lambda: PersonEntryDialog(over, storage.people()[0], [LONG_TITLE], _keep_nothing),
        BodyEntryDialog: lambda: BodyEntryDialog(over, storage.bodies()[1], [LONG_TITLE], _keep_nothing),
        DocumentEntryDialog: lambda: DocumentEntryDialog(over, storage.documents()[0], [], _keep_nothing),
        WordEntryDialog: lambda: WordEntryDialog(over, storage.words()[1], _keep_nothing),
        RegisterImportDialog: lambda: RegisterImportDialog(
            over, told, filled_registers.proposed(), filled_registers.FAULTS, _keep_nothing
        ),
        HolidayDialog: lambda: HolidayDialog(over, None, lambda _: None),
        PersonDialog: lambda: PersonDialog(over, everybody[0]),
        PasswordDialog: lambda: PasswordDialog(over, "Đổi mật khẩu", old=True),
        RenewDialog: lambda: RenewDialog(over, (LONG_NAME,), lambda *_: None),
        RecoveryCodeDialog: lambda: RecoveryCodeDialog(over, CODE, "BAN TUYÊN GIÁO TỈNH ỦY"),
        ForgottenDialog: lambda: ForgottenDialog(over, everybody, (LONG_NAME,), lambda *_: None),
        LockDialog: lambda: _lock(over, everybody),
        DelegationDialog: lambda: DelegationDialog(over, everybody),
        LegalDialog: lambda: LegalDialog(over, legal_profiles.profiles()[0]),
        CommissionDialog: lambda: CommissionDialog(over, parts, everybody, None, 1, day),
        export_dialog.ExportDialog: lambda: export_dialog.ExportDialog(over, issue, profiles),
        export_dialog.ExportProgress: lambda: export_dialog.ExportProgress(
            over, 3, "Đang phát hành số 4/2019"
        ),
        ProofDialog: lambda: ProofDialog(
            over,
            [Found(1, LONG_TITLE, (3, 4), one) for one in findings()],
            {1: LONG_TITLE},
            {1: (3, 4)},
        ),
        TakeAllDialog: lambda: TakeAllDialog(over, findings(), "Sửa"),
        release_dialog.ReleaseDialog: lambda: release_dialog.ReleaseDialog(
            over, issue, (), {Output.WORD: PLAIN}
        ),
        ArchiveDialog: lambda: ArchiveDialog(over, [2026, 2025]),
        SalvageDialog: lambda: SalvageDialog(over, cast.path),
        ProgressDialog: lambda: ProgressDialog(
            over, "Đang xuất kho lưu trữ", "Đang ghi bài: 1.200 / 10.000", 9
        ),
        WayOut: lambda: WayOut(
            None, "Chưa mở được bàn biên tập", told, ("Phục hồi từ bản sao lưu…", "Cứu dữ liệu…")
        ),
        VerifyDialog: lambda: VerifyDialog(over, "phat-hanh", verdict),
        design_dialog.DesignDialog: lambda: design_dialog.DesignDialog(
            over, over.session, issue, design_dialog.facts(issue)
        ),
        sections_dialog.IssueSectionsDialog: lambda: sections_dialog.IssueSectionsDialog(
            over, "4/2019", parts
        ),
        IssueDialog: lambda: IssueDialog(over, None, day, [issue]),
        propose_dialog.ProposeDialog: lambda: propose_dialog.ProposeDialog(
            over, "4/2019", proposals.gather(1)
        ),
        state_dialog.StateDialog: lambda: state_dialog.StateDialog(over, occurrence, lambda _: None),
        coverage_dialog.CoverageDialog: lambda: coverage_dialog.CoverageDialog(
            over, occurrence, everybody, lambda _: None
        ),
        AnnouncementDialog: lambda: AnnouncementDialog(
            over, client, lambda *_: None, lambda _: None, lambda *_: None
        ),
        meeting_dialog.MeetingDialog: lambda: _meeting(over, client),
        calendar_import.CalendarImportDialog: lambda: calendar_import.CalendarImportDialog(
            over, "lich.ics", import_export.plan_import(ics), lambda _: None
        ),
        scope_dialog.ScopeDialog: lambda: scope_dialog.ScopeDialog(
            over,
            client,
            "Xóa những cuộc nào?",
            lambda scope: meetings.preview_removal(weekly.meeting_id, weekly.origin, scope),
            lambda _: None,
            accept="Xóa",
        ),
        WeekScheduleDialog: lambda: WeekScheduleDialog(over, over.session, date(2019, 4, 16)),
        PrintPreview: lambda: PrintPreview(over, "In thử", page, lambda _: None),
    }


def _lock(over: Window, everybody: list[people.PersonRow]) -> QDialog:
    """Make the sign-in over a locked window, with its names."""
    lock = LockDialog(
        over, over.session.me, "Bàn biên tập tạm khóa vì đã 15 phút không ai dùng. " * 3, lambda *_: None
    )
    lock.offer(everybody)
    return lock


def _meeting(over: QWidget, client: DeskClient) -> QDialog:
    """Make the form of a meeting that recurs up to a day: with all its fields."""
    form = meeting_dialog.MeetingDialog(over, client, "Cuộc họp mới", lambda _: None)
    when = When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9))
    rule = read_rule("FREQ=WEEKLY;INTERVAL=2;UNTIL=20190630T080000")
    form.fill(Fields(LONG_TITLE, kind="briefing", place="Phòng họp tầng 2"), when, rule, MeetingState.PLANNED)
    return form
