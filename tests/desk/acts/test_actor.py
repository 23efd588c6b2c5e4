"""The person at the gate: with the roles they have at this moment, or not at all."""

from __future__ import annotations

import pytest

from desk.acts.actor import Actor, actor, roles_of
from desk.acts.rules import Act, Role
from desk.articles import workflow, writing
from desk.database.department_tables import Person
from desk.department import people
from desk.errors import Denied, Why
from tests.making import PASSWORD, Cast, article, words


def test_who_acts_has_their_name_and_all_their_roles(cast: Cast) -> None:
    assert actor(cast.writer) == Actor(cast.writer, "Lê Thị Viết", frozenset({Role.WRITER}))
    assert actor(cast.admin).roles == {Role.ADMIN, Role.SECRETARY}


def test_nobody_and_who_left_are_denied(cast: Cast) -> None:
    Person.update(active=False).where(Person.id == cast.editor).execute()
    for who in (0, 9999, cast.editor):
        with pytest.raises(Denied) as refused:
            actor(who)
        assert refused.value.why is Why.INACTIVE


def test_roles_are_read_as_they_are_stored() -> None:
    assert roles_of("editor chief") == {Role.EDITOR, Role.CHIEF}
    assert roles_of("") == frozenset()


def test_a_deactivated_person_can_do_nothing(cast: Cast) -> None:
    made = article(cast)
    row = people.person(cast.writer)
    people.change(
        cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", row.roles, active=False)
    )
    with pytest.raises(Denied) as refused:
        writing.save(cast.writer, made, 1, words("Khác"))
    assert refused.value.why is Why.INACTIVE
    with pytest.raises(Denied):
        people.sign_in(cast.writer, PASSWORD)


def test_a_role_taken_away_counts_at_once(cast: Cast) -> None:
    made = article(cast)
    workflow.move(cast.writer, Act.SUBMIT, made, 1)
    row = people.person(cast.editor)
    people.change(
        cast.admin, row.id, row.version, people.PersonEdit(row.name, "", "", frozenset({Role.WRITER}))
    )
    with pytest.raises(Denied):
        workflow.move(cast.editor, Act.PASS, made, 2)
