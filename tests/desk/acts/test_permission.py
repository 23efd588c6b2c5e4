"""The workflow rules as a literal grid: who may do what, at which stage, on whose work."""

from __future__ import annotations

import pytest

from desk.acts.permission import allowed, issue_allowed, issue_refusal, refusal
from desk.acts.rules import ARTICLE_ACTS, Act, IssueState, Role, Stage
from desk.acts.workflow_rules import ISSUE_ACTS, RULES
from desk.errors import Denied, NotNow, Why

# Columns: draft, submitted, returned, for_approval, approved, released, binned.
# y: may, on anybody's work; o: only on one's own; n: never on one's own; .: may not.
GRID = """
writer    edit      o . o . o . .
writer    file      o . o . . . .
writer    submit    o . o . . . .
writer    withdraw  . o . . . . .
writer    return    . . . . . . .
writer    pass      . . . . . . .
writer    approve   . . . . . . .
writer    reopen    . . . . . . .
writer    bin       o . o . . . .
writer    restore   . . . . . . o
writer    recommend . . . . . . .
writer    reassign  . . . . . . .
writer    comment   y y y y y . .
writer    settle    o o o o o . .
writer    unsettle  o o o o o . .
writer    accept    o . o . o . .
writer    decline   o o o o o . .
writer    tick      o o o o o . .
writer    untick    o o o o o . .
writer    overrule  . . . . . . .
writer    circulate y y y y y y .
writer    receive   y y y y y . .
editor    edit      y y y y y . .
editor    file      y y y y y . .
editor    submit    y . y . . . .
editor    withdraw  . o . . . . .
editor    return    . y . . . . .
editor    pass      . n . . . . .
editor    approve   . . . . . . .
editor    reopen    . . . . . . .
editor    bin       y y y . . . .
editor    restore   . . . . . . y
editor    recommend . . . . . . .
editor    reassign  y y y y . . .
editor    comment   y y y y y . .
editor    settle    y y y y y . .
editor    unsettle  y y y y y . .
editor    accept    y y y y y . .
editor    decline   y y y y y . .
editor    tick      y y y y y . .
editor    untick    y y y y y . .
editor    overrule  . . . . . . .
editor    circulate y y y y y y .
editor    receive   y y y y y . .
deputy    edit      y y y y y . .
deputy    file      y y y y y . .
deputy    submit    o . o . . . .
deputy    withdraw  . o . . . . .
deputy    return    . . . y . . .
deputy    pass      . . . . . . .
deputy    recommend . . . n . . .
deputy    approve   . . . . . . .
deputy    reopen    . . . . . . .
deputy    bin       o . o . . . .
deputy    restore   . . . . . . o
deputy    reassign  . . . . . . .
deputy    comment   y y y y y . .
deputy    settle    y y y y y . .
deputy    unsettle  y y y y y . .
deputy    accept    y y y y y . .
deputy    decline   y y y y y . .
deputy    tick      y y y y y . .
deputy    untick    y y y y y . .
deputy    overrule  . . . . . . .
deputy    circulate y y y y y y .
deputy    receive   y y y y y . .
chief     edit      y y y y y . .
chief     file      y y y y y . .
chief     submit    o . o . . . .
chief     withdraw  . o . . . . .
chief     return    . y . y . . .
chief     pass      . n . . . . .
chief     approve   . . . n . . .
chief     reopen    . . . . y . .
chief     bin       y y y . . . .
chief     restore   . . . . . . y
chief     recommend . . . . . . .
chief     reassign  y y y y . . .
chief     comment   y y y y y . .
chief     settle    y y y y y . .
chief     unsettle  y y y y y . .
chief     accept    y y y y y . .
chief     decline   y y y y y . .
chief     tick      y y y y y . .
chief     untick    y y y y y . .
chief     overrule  n n n n n . .
chief     circulate y y y y y y .
chief     receive   y y y y y . .
secretary edit      o . o . . . .
secretary file      y y y y y . .
secretary submit    o . o . . . .
secretary withdraw  . o . . . . .
secretary return    . . . . . . .
secretary pass      . . . . . . .
secretary approve   . . . . . . .
secretary reopen    . . . . . . .
secretary bin       o . o . . . .
secretary restore   . . . . . . o
secretary recommend . . . . . . .
secretary reassign  . . . . . . .
secretary comment   y y y y y . .
secretary settle    o o o o o . .
secretary unsettle  o o o o o . .
secretary accept    o . o . . . .
secretary decline   o o o o o . .
secretary tick      y y y y y . .
secretary untick    y y y y y . .
secretary overrule  . . . . . . .
secretary circulate y y y y y y .
secretary receive   y y y y y . .
admin     edit      . . . . . . .
admin     file      . . . . . . .
admin     submit    . . . . . . .
admin     withdraw  . . . . . . .
admin     return    . . . . . . .
admin     pass      . . . . . . .
admin     approve   . . . . . . .
admin     reopen    . . . . . . .
admin     bin       . . . . . . .
admin     restore   . . . . . . .
admin     recommend . . . . . . .
admin     reassign  . . . . . . .
admin     comment   . . . . . . .
admin     settle    . . . . . . .
admin     unsettle  . . . . . . .
admin     accept    . . . . . . .
admin     decline   . . . . . . .
admin     tick      . . . . . . .
admin     untick    . . . . . . .
admin     overrule  . . . . . . .
admin     circulate . . . . . . .
admin     receive   . . . . . . .
writer    correct   . . . . . . .
editor    correct   . . . . . y .
deputy    correct   . . . . . . .
chief     correct   . . . . . y .
secretary correct   . . . . . y .
admin     correct   . . . . . . .
"""


def _cells() -> list[tuple[Role, Act, Stage, str]]:
    columns = (
        Stage.DRAFT,
        Stage.SUBMITTED,
        Stage.RETURNED,
        Stage.FOR_APPROVAL,
        Stage.APPROVED,
        Stage.RELEASED,
        Stage.BINNED,
    )
    cells = []
    for line in GRID.strip().splitlines():
        role, act, *marks = line.split()
        cells += [(Role(role), Act(act), stage, mark) for stage, mark in zip(columns, marks, strict=True)]
    return cells


@pytest.mark.parametrize("role", Role)
def test_the_grid(role: Role) -> None:
    marks = {(True, True): "y", (True, False): "o", (False, True): "n", (False, False): "."}
    there = {(act, stage): mark for who, act, stage, mark in _cells() if who is role}
    found = {
        (act, stage): marks[
            refusal(act, {role}, stage, own=True) is None, refusal(act, {role}, stage, own=False) is None
        ]
        for act, stage in there
    }
    assert found == there


def test_the_grid_is_whole() -> None:
    assert {(role, act) for role, act, _, _ in _cells()} == {(r, a) for r in Role for a in ARTICLE_ACTS}


HOUSE = {
    Act.CREATE: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.TAKE_IN: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.MAKE_ISSUE: {Role.SECRETARY, Role.CHIEF},
    Act.EDIT_ISSUE: {Role.SECRETARY, Role.CHIEF},
    Act.PLACE: {Role.SECRETARY, Role.CHIEF},
    Act.UNPLACE: {Role.SECRETARY, Role.CHIEF},
    Act.ARRANGE: {Role.SECRETARY, Role.CHIEF},
    Act.ARRANGE_SECTIONS: {Role.SECRETARY, Role.CHIEF},
    Act.WANT: {Role.SECRETARY, Role.CHIEF, Role.EDITOR},
    Act.UNWANT: {Role.SECRETARY, Role.CHIEF, Role.EDITOR},
    Act.DRESS_ISSUE: {Role.SECRETARY, Role.CHIEF},
    Act.FIT_ISSUE: {Role.SECRETARY, Role.CHIEF},
    Act.CLOSE_ISSUE: {Role.SECRETARY, Role.CHIEF},
    Act.OPEN_ISSUE: {Role.SECRETARY, Role.CHIEF},
    Act.RELEASE: {Role.SECRETARY, Role.CHIEF},
    Act.REOPEN_ISSUE: {Role.CHIEF},
    Act.EXPORT: {Role.SECRETARY, Role.CHIEF, Role.EDITOR},
    Act.FOUND: set(),
    Act.ADD_PERSON: {Role.ADMIN},
    Act.CHANGE_PERSON: {Role.ADMIN},
    Act.RESET_PASSWORD: {Role.ADMIN},
    Act.CHANGE_PASSWORD: set(Role),
    Act.FAILED_SIGN_IN: set(),
    Act.RECOVER: set(),
    Act.FAILED_RECOVERY: set(),
    Act.NEW_RECOVERY_CODE: {Role.ADMIN},
    Act.SET_SECTIONS: {Role.ADMIN, Role.SECRETARY},
    Act.CHANGE_SETTINGS: {Role.ADMIN, Role.SECRETARY},
    Act.SET_CHECKLISTS: {Role.ADMIN},
    Act.DELEGATE: {Role.CHIEF},
    Act.RESTORE_DESK: {Role.ADMIN, Role.SECRETARY},
    Act.TRY_RESTORE: set(),
    Act.ARCHIVE: {Role.ADMIN, Role.SECRETARY, Role.CHIEF},
    Act.END_DELEGATION: {Role.CHIEF, Role.ADMIN},
    Act.UNDO: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.MAKE_MEETING: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.EDIT_MEETING: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.MOVE_MEETING: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.SET_STATE: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.REMOVE_MEETING: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.UNDO_MEETING: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.ATTACH: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.DETACH: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.COVER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.UNCOVER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.ANSWER_COVER: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.WRITE_NEWS: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.IMPORT_CALENDAR: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.SET_DAYS: {Role.ADMIN, Role.SECRETARY},
    Act.ADD_TO_REGISTER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.CHANGE_REGISTER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.REMOVE_FROM_REGISTER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.IMPORT_REGISTER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.UNDO_REGISTER: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.SET_PROOF_RULE: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.IGNORE_EVERYWHERE: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.TEACH: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.UNTEACH: {Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY, Role.ADMIN},
    Act.IGNORE_FINDING: {Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY},
    Act.HEED_FINDING: set(Role),
}
OF_THE_MAKER = {Act.EDIT_MEETING, Act.MOVE_MEETING, Act.SET_STATE, Act.REMOVE_MEETING, Act.ATTACH, Act.DETACH}


def test_a_writer_may_change_a_meeting_that_they_entered() -> None:
    writer = {Role.WRITER}
    own = {act for act in HOUSE if refusal(act, writer, own=True) is None}
    assert own - {act for act in HOUSE if refusal(act, writer) is None} == OF_THE_MAKER


def test_every_act_has_its_law() -> None:
    assert set(RULES) == set(Act) == set(HOUSE) | set(ARTICLE_ACTS)


def test_acts_of_the_house() -> None:
    assert {act: {role for role in Role if refusal(act, {role}) is None} for act in HOUSE} == HOUSE


def test_refusals_say_why() -> None:
    assert refusal(Act.APPROVE, {Role.WRITER}, Stage.FOR_APPROVAL) == Denied(Why.ROLE)
    assert refusal(Act.APPROVE, {Role.CHIEF}, Stage.SUBMITTED) == NotNow(Why.STAGE)
    assert refusal(Act.APPROVE, {Role.CHIEF}, Stage.FOR_APPROVAL, own=True) == Denied(Why.OWN)
    assert refusal(Act.EDIT, {Role.WRITER}, Stage.DRAFT, own=False) == Denied(Why.NOT_OWN)
    assert refusal(Act.RETURN, {Role.EDITOR}, Stage.SUBMITTED, note="  ") == NotNow(Why.NOTE)
    assert refusal(Act.RETURN, {Role.EDITOR}, Stage.SUBMITTED, note=None) is None


@pytest.mark.parametrize(
    ("act", "role", "stage", "own", "wrote", "why"),
    [
        (Act.APPROVE, Role.CHIEF, Stage.FOR_APPROVAL, False, False, None),
        (Act.APPROVE, Role.CHIEF, Stage.FOR_APPROVAL, False, True, Why.OWN),
        (Act.APPROVE, Role.CHIEF, Stage.FOR_APPROVAL, True, True, Why.OWN),
        (Act.PASS, Role.EDITOR, Stage.SUBMITTED, False, True, Why.OWN),
        (Act.EDIT, Role.WRITER, Stage.DRAFT, True, True, None),
        (Act.EDIT, Role.WRITER, Stage.DRAFT, False, False, Why.NOT_OWN),
        (Act.EDIT, Role.WRITER, Stage.DRAFT, False, True, Why.NOT_OWN),
        (Act.EDIT, Role.EDITOR, Stage.DRAFT, False, True, None),
    ],
)
def test_who_once_wrote_it_judges_it_never_and_writes_it_no_more(
    act: Act, role: Role, stage: Stage, own: bool, wrote: bool, why: Why | None
) -> None:
    """An article may have been given to another author since."""
    refused = refusal(act, {role}, stage, own=own, wrote=wrote)
    assert refused == (None if why is None else Denied(why))
    assert (act in allowed({role}, stage, own=own, wrote=wrote)) is (why is None)


def test_a_reason_is_asked_for_where_the_table_says_so() -> None:
    for note, refused in (
        ("", NotNow(Why.NOTE)),
        (" \n", NotNow(Why.NOTE)),
        ("Thiếu ảnh", None),
        (None, None),
    ):
        assert refusal(Act.RETURN, {Role.CHIEF}, Stage.SUBMITTED, note=note) == refused
        assert refusal(Act.REOPEN_ISSUE, {Role.CHIEF}, note=note) == refused
    assert refusal(Act.PASS, {Role.CHIEF}, Stage.SUBMITTED, note="") is None


def test_what_one_may_do_now_is_what_is_not_refused() -> None:
    assert allowed({Role.WRITER}, Stage.SUBMITTED, own=True) == {
        Act.WITHDRAW, Act.COMMENT, Act.SETTLE, Act.UNSETTLE, Act.DECLINE, Act.TICK, Act.UNTICK,
        Act.CIRCULATE, Act.RECEIVE,
    }  # fmt: skip
    assert allowed({Role.WRITER}, Stage.SUBMITTED, own=False) == {
        Act.COMMENT,
        Act.CIRCULATE,
        Act.RECEIVE,
    }
    assert allowed({Role.WRITER, Role.SECRETARY}, Stage.RELEASED, own=True) == {
        Act.CORRECT,
        Act.CIRCULATE,
    }
    assert (
        allowed({Role.ADMIN}, Stage.DRAFT, own=True) == allowed(set(), Stage.DRAFT, own=True) == frozenset()
    )


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
def test_with_one_level_ones_own_article_comes_back_from_the_chief_too(role: Role) -> None:
    for stage in (Stage.SUBMITTED, Stage.FOR_APPROVAL):
        assert refusal(Act.WITHDRAW, {role}, stage, own=True, levels=1) is None
        assert Act.WITHDRAW in allowed({role}, stage, own=True, levels=1)
        assert refusal(Act.WITHDRAW, {role}, stage, own=False, levels=1) == Denied(Why.NOT_OWN)
    assert refusal(Act.WITHDRAW, {role}, Stage.FOR_APPROVAL, own=True, levels=2) == NotNow(Why.STAGE)
    assert Act.WITHDRAW not in allowed({role}, Stage.FOR_APPROVAL, own=True)
    assert refusal(Act.WITHDRAW, {role}, Stage.APPROVED, own=True, levels=1) == NotNow(Why.STAGE)


def test_a_meeting_of_another_is_not_a_writers() -> None:
    assert refusal(Act.EDIT_MEETING, {Role.WRITER}) == Denied(Why.NOT_OWN)
    assert refusal(Act.EDIT_MEETING, {Role.ADMIN}, own=True) == Denied(Why.ROLE)
    assert refusal(Act.EDIT_MEETING, {Role.WRITER, Role.EDITOR}) is None


def test_an_act_on_a_printed_article_is_asked_for_without_its_stage() -> None:
    assert refusal(Act.CORRECT, {Role.EDITOR}) is None
    assert refusal(Act.CORRECT, {Role.WRITER}) == Denied(Why.ROLE)


def test_a_second_role_opens_no_back_door() -> None:
    everything = set(Role)
    assert refusal(Act.APPROVE, everything, Stage.FOR_APPROVAL, own=True) == Denied(Why.OWN)
    assert refusal(Act.PASS, everything, Stage.SUBMITTED, own=True) == Denied(Why.OWN)


ISSUE_GRID = """
edit_issue       y y .
place            y . .
unplace          y . .
arrange          y y .
arrange_sections y y .
want             y . .
unwant           y y .
dress_issue      y y .
fit_issue        y y .
close_issue      y . .
open_issue       . y .
release          . y .
reopen_issue     . . y
export           y y y
"""


def test_an_issue_gives_way_to_its_state() -> None:
    stated: dict[tuple[Act, IssueState], bool] = {}
    for line in ISSUE_GRID.strip().splitlines():
        name, *marks = line.split()
        stated |= {(Act(name), state): mark == "y" for state, mark in zip(IssueState, marks, strict=True)}
    assert {act for act, _ in stated} == set(ISSUE_ACTS)
    for (act, state), may in stated.items():
        assert (issue_refusal(act, {Role.CHIEF}, state) is None) == may, (act, state)
        assert (act in issue_allowed({Role.CHIEF}, state)) == may
        assert issue_refusal(act, {Role.WRITER}, state) == Denied(Why.ROLE)
    assert issue_refusal(Act.PLACE, {Role.CHIEF}, IssueState.RELEASED) == NotNow(Why.ISSUE_RELEASED)
    assert issue_refusal(Act.PLACE, {Role.CHIEF}, IssueState.CLOSED) == NotNow(Why.ISSUE_CLOSED)
    assert issue_refusal(Act.RELEASE, {Role.CHIEF}, IssueState.OPEN) == NotNow(Why.ISSUE_OPEN)
    assert issue_allowed({Role.EDITOR}, IssueState.OPEN) == {Act.WANT, Act.UNWANT, Act.EXPORT}
    assert issue_allowed({Role.SECRETARY}, IssueState.RELEASED) == {Act.EXPORT}
    assert issue_refusal(Act.REOPEN_ISSUE, {Role.CHIEF}, IssueState.RELEASED, " ") == NotNow(Why.NOTE)
