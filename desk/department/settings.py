"""What belongs to the desk: the department's names, the imprint; and the founding of a new desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from desk.acts import journal
from desk.acts.department_details import SettingsChanged
from desk.acts.gate import Changes, deciding
from desk.acts.journal import NewEntry, Subject
from desk.acts.review_settings import IDLE_LEAST, IDLE_MOST, REVIEW, ReviewSettings, practice
from desk.acts.rules import Act, Role
from desk.database import connection
from desk.database.department_tables import Section
from desk.department import people, recovery
from desk.department.stored_names import IMPRINT, NAMES
from desk.edition.edition import Imprint, Names
from desk.errors import NotNow, Why
from desk.text.blocks import nfc

PROPOSED_SECTIONS = (
    "Văn bản, chính sách mới",
    "Tin tức – Sự kiện",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Gương chi bộ, đảng viên",
    "Nghiệp vụ công tác Đảng",
    "Thông tin lý luận",
    "Kinh tế – Xã hội, Khoa giáo",
    "Ngày lễ, lịch sử",
    "Hỏi – đáp",
)  # Lai Châu's bulletin since 01/2020 and the usual order elsewhere; the office edits them


def found(
    names: Names, sections: Iterable[str], admin: str, title: str, unit: str, password: str, code: str = ""
) -> int:
    """Found the desk in a freshly made file: names, chuyên mục, the first administrator; return their id.

    `code` is the recovery code; without one an administrator is asked to make it.
    """
    secret = people.accepted(password, admin, names)
    keep_code = recovery.keeper(code) if code else None
    with connection.writing():
        who = people.insert(admin, title, unit, frozenset({Role.ADMIN, Role.SECRETARY}), secret)
        clean = dict.fromkeys(nfc(name).strip() for name in sections)
        NAMES.store(names)
        IMPRINT.store(Imprint())
        if keep_code is not None:
            keep_code()
        for position, name in enumerate(name for name in clean if name):
            Section.insert(title=name, position=position, active=True).execute()
        journal.write(
            NewEntry(
                person_id=who,
                person=people.person(who).name,
                act=Act.FOUND,
                subject=Subject.DESK,
                title=names.bulletin,
            )
        )
    return who


def founded() -> bool:
    """Say whether the file has been founded."""
    return NAMES.is_set()


def names() -> Names:
    """Return the names on the cover."""
    return NAMES.value()


def imprint() -> Imprint:
    """Return the imprint's lines."""
    return IMPRINT.value()


def change(who: int, names: Names, imprint: Imprint) -> Changes:
    """Change the department's names and the imprint."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        if not names.bulletin.strip():
            raise NotNow(Why.NAME_EMPTY)
        before = {**asdict(NAMES.value()), **asdict(IMPRINT.value())}
        NAMES.store(names)
        IMPRINT.store(imprint)
        now = {**asdict(NAMES.value()), **asdict(IMPRINT.value())}
        doing.detail = _changed(before, now)
        doing.title = names.bulletin
        return Changes(settings=True, act=Act.CHANGE_SETTINGS)


def change_practice(who: int, wanted: ReviewSettings) -> Changes:
    """Change how the office reviews: levels, patience, stock phrases; and when an idle window is locked."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        clean = dict.fromkeys(" ".join(nfc(phrase).split()) for phrase in wanted.phrases)
        now = ReviewSettings(
            levels=1 if wanted.levels == 1 else 2,
            waiting_days=max(1, wanted.waiting_days),
            due_days=max(0, wanted.due_days),
            phrases=tuple(phrase for phrase in clean if phrase),
            own_words=wanted.own_words,
            wrong_stops=wanted.wrong_stops,
            idle_minutes=min(IDLE_MOST, max(IDLE_LEAST, wanted.idle_minutes))
            if wanted.idle_minutes > 0
            else 0,
        )
        before, after = asdict(practice()), asdict(now)
        doing.detail = _changed(before, after)
        doing.title = names().bulletin
        REVIEW.store(now)
        return Changes(settings=True, act=Act.CHANGE_SETTINGS)


def _changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> SettingsChanged:
    names = [name for name in now if now[name] != before.get(name)]
    return SettingsChanged({name: now[name] for name in names}, {name: before.get(name) for name in names})
