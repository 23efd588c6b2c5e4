"""Every page and dialog of the program, opened on one desk; the fields and the views that are found in them."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTabWidget,
    QTextEdit,
    QWidget,
)

import ui
from desk.acts import journal
from desk.acts.rules import Genre
from desk.articles import listing
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields
from desk.database import revisions
from desk.dates.series import MeetingState, When
from desk.department import export_profiles, people, sections
from desk.ics import import_export
from desk.ics.read import read_calendar
from desk.integrity import database
from desk.integrity.database import CheckResult, Finding
from desk.integrity.printed import Verdict
from desk.issues import issues, proposals
from desk.issues.plan import PlanPart
from desk.safety.facts import Backup
from desk.safety.restore import Inside
from tests.making import words
from tests.ui.articles.given_back import empty
from tests.ui.calendar.calendars import occurrence
from tests.ui.calendar.test_import_dialog import FILE
from tests.ui.intake.given import dialog as import_dialog
from tests.ui.intake.given import like
from tests.ui.proofing.faulty import findings
from tests.ui.registers.filled import FAULTS, proposed
from ui.articles.code_dialog import CodeDialog
from ui.articles.correction_dialog import CorrectDialog
from ui.articles.old_revision_dialog import OldRevisionDialog
from ui.articles.reassign_dialog import ReassignDialog
from ui.articles.returned_dialog import ReturnedDialog
from ui.articles.revisions_dialog import RevisionsDialog
from ui.articles.section_dialog import SectionDialog
from ui.calendar.announcement_dialog import AnnouncementDialog
from ui.calendar.coverage_dialog import CoverageDialog
from ui.calendar.ics_files import kind_words
from ui.calendar.import_dialog import CalendarImportDialog
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.state_dialog import StateDialog
from ui.calendar.view_base import CalendarView
from ui.calendar.week_schedule_dialog import WeekScheduleDialog
from ui.calendar.year_view import YearView
from ui.controls.calendar_popup import CalendarPopup
from ui.controls.reason_dialog import ReasonDialog
from ui.editor.completion import OfferList
from ui.editor.link_dialog import LinkDialog
from ui.editor.picture_dialog import PictureDialog, PictureWords
from ui.editor.recover_dialog import RecoverDialog
from ui.intake.comparison_dialog import ComparisonDialog
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.design_dialog import DesignDialog, facts
from ui.issue.export_dialog import ExportDialog
from ui.issue.issue_dialog import IssueDialog
from ui.issue.proofing_dialog import Found, ProofDialog
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.release_dialog import ReleaseDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.issue.verify_dialog import VerifyDialog
from ui.proofing.take_all_dialog import TakeAllDialog
from ui.registers.body_dialog import BodyEntryDialog
from ui.registers.document_dialog import DocumentEntryDialog
from ui.registers.import_dialog import RegisterImportDialog
from ui.registers.person_dialog import PersonEntryDialog
from ui.registers.word_dialog import WordEntryDialog
from ui.safety.archive_dialog import ArchiveDialog
from ui.safety.dialog import BackupsDialog, Source
from ui.safety.inside_dialog import InsideDialog
from ui.safety.salvage_dialog import SalvageDialog
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
from ui.window.place_dialog import PlaceDialog
from ui.window.renew_dialog import RenewDialog
from ui.window.sign_in import LastSignIn, SignIn
from ui.window.window import Window

FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
VIEWS = (QAbstractItemView, CalendarView, YearView)
_DAY = date(2019, 4, 20)
_WHEN = When(datetime(2019, 4, 20, 8), datetime(2019, 4, 20, 9))
_PARTS = (PlanPart(1, "Tin tức", ()), PlanPart(2, "Gương sáng", ()))

Make = Callable[[Window], QWidget]
PAGES = (
    "today",
    "articles",
    "review",
    "calendar",
    "issue",
    "shelf",
    "journal",
    "registers",
    "settings",
    "editor",
)


def _meeting(window: Window) -> QWidget:
    form = MeetingDialog(None, window.session.client, "Cuộc họp mới", lambda _: None)
    form.fill(Fields(title="", kind=MeetingKind.BRIEFING.value), _WHEN, None, MeetingState.PLANNED)
    return form


def _calendar_import(window: Window) -> QWidget:
    calendar = read_calendar(FILE.encode(), "lich.ics", kind_words())
    return CalendarImportDialog(None, "lich.ics", import_export.plan_import(calendar), lambda _: None)


def _revisions(window: Window) -> QWidget:
    row = listing.row(window.session.who, 1)
    return RevisionsDialog(None, window.session, row, revisions.listing(1))


def _popup(window: Window) -> QWidget:
    return CalendarPopup(_DAY, window, may_be_none=True)


DIALOGS: Mapping[str, Make] = {
    "correction": lambda window: CorrectDialog(None, "Bài một", "đã in"),
    "import": lambda window: import_dialog(None, window.session),
    "comparison": lambda window: ComparisonDialog(None, window.session, like(1, "Bài một"), words()),
    "old revision": lambda window: OldRevisionDialog(None, window.session.client, journal.of_article(1)[-1]),
    "returned": lambda window: ReturnedDialog(None, window.session, empty(window.session.who, 1)),
    "code": lambda window: CodeDialog(None, window.session),
    "reassign": lambda window: ReassignDialog(None, listing.row(window.session.who, 1), people.everybody()),
    "revisions": _revisions,
    "section": lambda window: SectionDialog(None, "Bài", sections.listing(), None, Genre.NEWS),
    "announcement": lambda window: AnnouncementDialog(
        None, window.session.client, lambda *_: None, lambda _: None, lambda *_: None
    ),
    "coverage": lambda window: CoverageDialog(None, _occurrence(), people.everybody(), lambda _: None),
    "calendar import": _calendar_import,
    "meeting": _meeting,
    "state": lambda window: StateDialog(None, _occurrence(), lambda _: None),
    "week schedule": lambda window: WeekScheduleDialog(window, window.session, _DAY),
    "calendar popup": _popup,
    "year": lambda window: YearView(window),
    "reason": lambda window: ReasonDialog(None, "Mở lại số", "Vì sao?", "Mở lại"),
    "offers of the registers": lambda window: OfferList(),
    "link": lambda window: LinkDialog(None, "https://a.vn", "a"),
    "picture": lambda window: PictureDialog(None, PictureWords(), QImage(8, 8, QImage.Format.Format_RGB32)),
    "recover": lambda window: RecoverDialog(
        None, "Gõ dở", "", ("Đã lưu", words()), ("Gõ dở", words("B")), {}
    ),
    "commission": lambda window: CommissionDialog(None, _PARTS, [], None, 1, _DAY),
    "design": lambda window: DesignDialog(None, window.session, issues.row(1), facts(issues.row(1))),
    "archive": lambda window: ArchiveDialog(None, [2019]),
    "salvage": lambda window: SalvageDialog(None, Path("desk.sqlite")),
    "export": lambda window: ExportDialog(None, issues.row(1), export_profiles.profiles()),
    "issue": lambda window: IssueDialog(None, None, _DAY, []),
    "propose": lambda window: ProposeDialog(None, "4/2019", proposals.gather(1)),
    "proofread issue": lambda window: ProofDialog(
        None, [Found(1, "Một", (3, 4), one) for one in findings()], {1: "Một"}, {1: (3, 4)}
    ),
    "take all": lambda window: TakeAllDialog(None, findings()[:2], "Sửa"),
    "release": lambda window: ReleaseDialog(None, issues.row(1), (), export_profiles.profiles()),
    "issue sections": lambda window: IssueSectionsDialog(None, "4/2019", _PARTS),
    "verify": lambda window: VerifyDialog(None, "phat-hanh", Verdict(True, "4/2019", 1, (), ())),
    "delegation": lambda window: DelegationDialog(None, people.everybody()),
    "holiday": lambda window: HolidayDialog(None, None, lambda _: None),
    "legal": lambda window: LegalDialog(None, None),
    "register person": lambda window: PersonEntryDialog(None, None, ["Tỉnh ủy"], _keep_nothing),
    "register body": lambda window: BodyEntryDialog(None, None, ["Tỉnh ủy"], _keep_nothing),
    "register document": lambda window: DocumentEntryDialog(None, None, ["Tỉnh ủy"], _keep_nothing),
    "register word": lambda window: WordEntryDialog(None, None, _keep_nothing),
    "register import": lambda window: RegisterImportDialog(None, "", proposed(), FAULTS, _keep_nothing),
    "person": lambda window: PersonDialog(None, None),
    "password": lambda window: PasswordDialog(None, "Đổi mật khẩu", old=True),
    "backups": lambda window: BackupsDialog(None, window.session.client, Source(database.place())),
    "inside a backup": lambda window: InsideDialog(
        None, Backup(Path("x"), datetime(2019, 4, 16, 8, tzinfo=UTC), 1), Inside((), (), ("Bài một",))
    ),
    "renew": lambda window: RenewDialog(None, (), lambda *_: None),
    "recovery code": lambda window: RecoveryCodeDialog(None, "ABCDE-FGHJK-LMNPQ-RSTUV", "BAN"),
    "forgotten": lambda window: ForgottenDialog(None, people.everybody(), (), lambda *_: None),
    "lock": lambda window: LockDialog(window, window.session.me, "Tạm khóa.", lambda *_: None),
    "about": lambda window: AboutDialog(None),
    "crash": lambda window: CrashDialog(None, "Traceback …"),
    "check": lambda window: CheckDialog(None, [CheckResult(Finding.TEXT_CHANGED, "3/1")], lambda *_: None),
    "first start": lambda window: FirstStart(None, ("Gợi ý",)),
    "place": lambda window: PlaceDialog(None),
    "sign in": lambda window: SignIn(None, LastSignIn(), lambda *_: None),
}


def _keep_nothing(*_: object) -> None:
    pass


def _occurrence() -> OccurrenceRow:
    return occurrence(datetime(2019, 4, 17, 8))


def fields_of(window: QWidget) -> list[QWidget]:
    """Return what a person may type text into, in one window; a spin box is one field, not two."""
    found = [one for one in window.findChildren(QWidget) if isinstance(one, FIELDS) and _is_own(one, window)]
    boxes = (QAbstractSpinBox, QComboBox, QCalendarWidget)
    return [one for one in found if not isinstance(one.parent(), boxes) or _is_editable(one.parent())]


def _is_editable(parent: object) -> bool:
    return isinstance(parent, QComboBox) and parent.isEditable()


def views_of(window: QWidget) -> list[QWidget]:
    """Return the lists, tables, trees and views of days of one window."""
    inside = [window, *window.findChildren(QWidget)]
    return [one for one in inside if isinstance(one, VIEWS) and _is_own(one, window)]


def boxes_of(window: QWidget) -> list[QComboBox]:
    """Return the boxes of one window that offer a choice."""
    return [one for one in window.findChildren(QComboBox) if _is_own(one, window)]


def _is_own(one: QWidget, window: QWidget) -> bool:
    return one.window() is window.window() and not one.inherits("QHeaderView")


def reveal(widget: QWidget) -> None:
    """Bring a widget into sight: its tab, its page, and what a state would show and let be done."""
    place: QWidget | None = widget
    while place is not None:
        above = place.parentWidget()
        if isinstance(above, QStackedWidget):
            tabs = above.parentWidget()
            if isinstance(tabs, QTabWidget):
                tabs.setCurrentWidget(place)
            else:
                above.setCurrentWidget(place)
        elif not place.isWindow():
            place.setVisible(True)
        place.setEnabled(True)
        place = None if place.isWindow() else above


def makers() -> frozenset[str]:
    """Return the modules of `ui` that make a field or a view, read from their code."""
    return frozenset(name for name in _modules() if _makes(importlib.import_module(name)))


def _modules() -> Iterator[str]:
    found = pkgutil.walk_packages(ui.__path__, "ui.")
    return (
        one.name for one in found if not one.ispkg and not one.name.startswith(("ui.tour", "ui.terminal"))
    )


def _makes(module: ModuleType) -> bool:
    kinds = (*FIELDS, *VIEWS)
    names = {name for name, one in vars(module).items() if isinstance(one, type) and issubclass(one, kinds)}
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(func, ast.Name) and func.id in names for func in calls)


def owners(widget: QWidget) -> Iterator[str]:
    """Return the modules of `ui` whose classes a widget is of, or stands in."""
    place: QObject | None = widget
    while place is not None:
        yield from (kind.__module__ for kind in type(place).__mro__ if kind.__module__.startswith("ui."))
        place = place.parent()
