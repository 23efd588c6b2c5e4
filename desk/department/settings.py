"""What belongs to the desk: the department's names, the imprint; and the founding of a new desk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from desk.acts import journal
from desk.acts.department_details import SettingsChanged
from desk.acts.gate import Changes, deciding
from desk.acts.journal import NewEntry, Subject
from desk.acts.review_settings import REVIEW, ReviewSettings, practice
from desk.acts.rules import Act, Role
from desk.acts.stored_setting import StoredSetting, known
from desk.database import connection
from desk.database.department_tables import Section
from desk.department import people
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


def found(names: Names, sections: Iterable[str], admin: str, title: str, unit: str, password: str) -> int:
    """Found the desk in a freshly made file: names, chuyên mục, the first administrator; return their id."""
    secret = people.hashed(password)
    with connection.writing():
        who = people.insert(admin, title, unit, frozenset({Role.ADMIN, Role.SECRETARY}), secret)
        clean = dict.fromkeys(nfc(name).strip() for name in sections)
        _NAMES.store(names)
        _IMPRINT.store(Imprint())
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
    return _NAMES.is_set()


def names() -> Names:
    """Return the names on the cover."""
    return _NAMES.value()


def imprint() -> Imprint:
    """Return the imprint's lines."""
    return _IMPRINT.value()


def change(who: int, names: Names, imprint: Imprint) -> Changes:
    """Change the department's names and the imprint."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        if not names.bulletin.strip():
            raise NotNow(Why.NAME_EMPTY)
        before = {**asdict(_NAMES.value()), **asdict(_IMPRINT.value())}
        _NAMES.store(names)
        _IMPRINT.store(imprint)
        now = {**asdict(_NAMES.value()), **asdict(_IMPRINT.value())}
        doing.detail = SettingsChanged({name: now[name] for name in now if now[name] != before.get(name)})
        doing.title = names.bulletin
        return Changes(settings=True, act=Act.CHANGE_SETTINGS)


def change_practice(who: int, wanted: ReviewSettings) -> Changes:
    """Change how the office reviews: levels, patience, stock phrases."""
    with deciding(who, Act.CHANGE_SETTINGS) as doing:
        clean = dict.fromkeys(" ".join(nfc(phrase).split()) for phrase in wanted.phrases)
        now = ReviewSettings(
            levels=1 if wanted.levels == 1 else 2,
            waiting_days=max(1, wanted.waiting_days),
            due_days=max(0, wanted.due_days),
            phrases=tuple(phrase for phrase in clean if phrase),
            own_words=wanted.own_words,
        )
        before, after = asdict(practice()), asdict(now)
        doing.detail = SettingsChanged({name: after[name] for name in after if after[name] != before[name]})
        doing.title = names().bulletin
        REVIEW.store(now)
        return Changes(settings=True, act=Act.CHANGE_SETTINGS)


def _load_names(stored: dict[str, Any]) -> Names:
    return Names(**{"committee": "", "department": "", **known(Names, stored)})


def _load_imprint(stored: dict[str, Any]) -> Imprint:
    return Imprint(**known(Imprint, stored))


def _dump(lines: Names | Imprint) -> dict[str, Any]:
    values: dict[str, Any] = asdict(lines)
    return {name: nfc(value).strip() if isinstance(value, str) else value for name, value in values.items()}


_NAMES = StoredSetting("names", lambda: _load_names({}), _load_names, _dump)
_IMPRINT = StoredSetting("imprint", Imprint, _load_imprint, _dump)
