"""What Thiết lập does to the desk, as operations; what a save says in the quiet bar stands here too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk.acts.requirements import Before
from desk.acts.review_settings import ReviewSettings
from desk.calendar import holidays
from desk.calendar.holidays import DayEntry
from desk.department import delegations, legal_profiles, people, recovery, sections, settings
from desk.department.people import PersonRow
from desk.edition.design import Legal
from desk.edition.edition import Imprint, Names
from desk.review import checklists
from desk.review.checklists import ItemEdit
from ui.session.operation import Op
from ui.session.session import Session
from ui.settings.person_dialog import PersonWords


def change_names(session: Session, names: Names, imprint: Imprint) -> Op:
    """Save the department's names and the imprint."""
    return Op(lambda: settings.change(session.who, names, imprint), _tr("lưu tên cơ quan và măng-sét"))


def change_practice(session: Session, wanted: ReviewSettings) -> Op:
    """Save how the office reviews."""
    return Op(lambda: settings.change_practice(session.who, wanted), _tr("lưu cách duyệt bài"))


def set_sections(session: Session, wanted: list[tuple[int | None, str]]) -> Op:
    """Save the chuyên mục in their order."""
    return Op(lambda: sections.set_sections(session.who, wanted), _tr("lưu danh mục chuyên mục"))


def set_checklist(session: Session, before: Before, items: Sequence[ItemEdit]) -> Op:
    """Save one of the three checklists."""
    return Op(lambda: checklists.set_list(session.who, before, items), _tr("lưu mục kiểm tra"))


def set_holidays(session: Session, entries: Sequence[DayEntry], did: str) -> Op:
    """Save the days off and anniversaries."""
    days = tuple(entries)
    return Op(lambda: holidays.set_entries(session.who, days), did)


def set_legal_profiles(
    session: Session, profiles: Sequence[Legal], did: str, *, before: Sequence[Legal] | None = None
) -> Op:
    """Save the legal profiles; with `before` the quiet bar offers to take it back to those."""
    rows = tuple(profiles)
    back = None
    if before is not None:
        back = set_legal_profiles(session, before, _tr("lấy lại khung pháp lý"))
    return Op(lambda: legal_profiles.set_profiles(session.who, rows), did, back)


def add_person(session: Session, words: PersonWords) -> Op:
    """Add a person with their first password."""
    return Op(
        lambda: people.add(session.who, words.name, words.title, words.unit, words.roles, words.password)
    )


def change_person(session: Session, row: PersonRow, words: PersonWords) -> Op:
    """Change a person's name, title, unit, roles, or whether they work here."""
    return Op(
        lambda: people.change(
            session.who,
            row.id,
            row.version,
            people.PersonEdit(words.name, words.title, words.unit, words.roles, active=words.active),
        )
    )


def reset_password(session: Session, person: int, new: str) -> Op:
    """Give a person a new password."""
    return Op(lambda: people.reset_password(session.who, person, new))


def change_password(session: Session, old: str, new: str) -> Op:
    """Change one's own password."""
    return Op(lambda: people.change_password(session.who, old, new))


def renew_recovery_code(session: Session, code: str) -> Op:
    """Put a code that was made a moment ago in place of the one in force."""
    return Op(lambda: recovery.renew(session.who, code), _tr("tạo mã khôi phục mới"))


def delegate(session: Session, to: int, since: datetime, until: datetime, note: str) -> Op:
    """Let another sign for this person for a while."""
    return Op(lambda: delegations.delegate(session.who, to, since, until, note))


def end_delegation(session: Session, delegation: int) -> Op:
    """End a delegation before its time."""
    return Op(lambda: delegations.end(session.who, delegation))


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)
