"""What Thiết lập does to the desk, as operations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject

from desk import clock
from desk.acts import requirements
from desk.acts.requirements import Before, Level
from desk.acts.review_settings import practice
from desk.acts.rules import Genre, Role
from desk.calendar import holidays
from desk.department import delegations, legal_profiles, people, sections, settings
from desk.errors import BadPassword, DeskError
from desk.review.checklists import ItemEdit
from tests.making import PASSWORD, Cast
from ui.session.operation import Op
from ui.session.session import Session
from ui.settings import operations
from ui.settings.person_dialog import PersonWords

SessionOf = Callable[[int], Session]


def _run(session: Session, op: Op) -> list[str]:
    """Run an operation; return what the quiet bar said."""
    said: list[str] = []
    session.said.connect(lambda words, *_: said.append(words))
    owner = QObject()
    op.run(session, owner)
    return said


def test_what_is_saved_is_stored_and_said(session_of: SessionOf, cast: Cast) -> None:
    session = session_of(cast.admin)
    names = replace(settings.names(), bulletin="Thông tin nội bộ")
    said = _run(session, operations.change_names(session, names, settings.imprint()))
    assert said == ["Đã lưu tên cơ quan và măng-sét."]
    assert settings.names().bulletin == "Thông tin nội bộ"
    _run(session, operations.change_practice(session, replace(practice(), waiting_days=9)))
    assert practice().waiting_days == 9
    _run(session, operations.set_sections(session, [(None, "Tin mới")]))
    assert [row.title for row in sections.listing()] == ["Tin mới"]
    item = ItemEdit(None, "Đã soát", dict.fromkeys(Genre, Level.REQUIRED))
    _run(session, operations.set_checklist(session, Before.PRINT, [item]))
    assert "Đã soát" in [one.text for one in requirements.items(Before.PRINT)]
    said = _run(session, operations.set_holidays(session, holidays.proposed()[:2], "bỏ ngày"))
    assert said[-1] == "Đã bỏ ngày."
    assert len(holidays.entries()) == 2


def test_legal_profiles_that_were_dropped_come_back(session_of: SessionOf, cast: Cast) -> None:
    session = session_of(cast.admin)
    before = legal_profiles.profiles()
    backs: list[Callable[[], None]] = []
    session.said.connect(lambda _, __, action, on: backs.append(on) if action else None)
    _run(session, operations.set_legal_profiles(session, before[1:], "bỏ khung", before=before))
    assert len(legal_profiles.profiles()) == len(before) - 1
    backs[0]()
    assert legal_profiles.profiles() == before
    assert len(backs) == 1  # what was taken back is not taken back again


def test_people_come_change_and_get_passwords(session_of: SessionOf, cast: Cast) -> None:
    session = session_of(cast.admin)
    new = PersonWords("Vũ Mới", "Chuyên viên", "Phòng", frozenset({Role.WRITER}), True, PASSWORD)
    _run(session, operations.add_person(session, new))
    row = people.by_name("Vũ Mới")
    _run(session, operations.change_person(session, row, replace(new, title="Trưởng phòng")))
    assert people.person(row.id).title == "Trưởng phòng"
    _run(session, operations.reset_password(session, row.id, "mật khẩu hai"))
    own = session_of(row.id)
    refused: list[DeskError] = []
    own.client.refused.connect(refused.append)
    _run(own, operations.change_password(own, PASSWORD, "mật khẩu ba"))
    assert isinstance(refused[0], BadPassword)
    _run(own, operations.change_password(own, "mật khẩu hai", "mật khẩu ba"))
    assert people.sign_in(row.id, "mật khẩu ba").id == row.id


def test_a_chief_lets_another_sign_and_ends_it(session_of: SessionOf, cast: Cast) -> None:
    session, now = session_of(cast.chief), clock.now()
    _run(session, operations.delegate(session, cast.editor, now, now + timedelta(days=1), "công tác"))
    (row,) = delegations.listing()
    assert row.open
    _run(session, operations.end_delegation(session, row.id))
    assert not delegations.listing()[0].open
