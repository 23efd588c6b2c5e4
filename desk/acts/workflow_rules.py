"""The workflow rules: the one table that says who may do what, when, and where it leads.

Source: the way of an article at a Ban Tuyên giáo (cộng tác viên → biên tập viên/Trưởng phòng → lãnh
đạo Ban → thư ký), QĐ 229/QĐ-BHXH and the department's own practice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum

from desk.acts.rules import Act, IssueState, Role, Stage


class Own(Enum):
    """Whether a grant speaks of one's own work."""

    ANY = "any"
    ONLY = "only"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Grant:
    """One role's permission: at these stages, on whose work."""

    role: Role
    stages: frozenset[Stage] = frozenset()
    own: Own = Own.ANY


@dataclass(frozen=True, slots=True)
class ActRule:
    """The rule of an act: who is granted it, where it leads, whether a reason is due, whether it can be undone."""

    grants: tuple[Grant, ...]
    to: Stage | None = None
    note: bool = False
    undoable: bool = False


UNDO_WITHIN = timedelta(minutes=10)  # so long an act on an article or a meeting can be undone

S = Stage
_OPEN = frozenset({S.DRAFT, S.RETURNED})
_DESKED = frozenset({S.DRAFT, S.RETURNED, S.SUBMITTED})
_EDITABLE = frozenset({S.DRAFT, S.RETURNED, S.SUBMITTED, S.FOR_APPROVAL, S.APPROVED})


def _at(*stages: Stage) -> frozenset[Stage]:
    return frozenset(stages)


_ON_DESK = _EDITABLE - {S.APPROVED}
_EVERYBODY = (Role.WRITER, Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY)
_EDITING = (
    Grant(Role.WRITER, _OPEN | _at(S.APPROVED), Own.ONLY),
    Grant(Role.EDITOR, _EDITABLE),
    Grant(Role.DEPUTY, _EDITABLE),
    Grant(Role.CHIEF, _EDITABLE),
    Grant(Role.SECRETARY, _OPEN, Own.ONLY),
)
_MINDING = (
    Grant(Role.WRITER, _EDITABLE, Own.ONLY),
    Grant(Role.EDITOR, _EDITABLE),
    Grant(Role.DEPUTY, _EDITABLE),
    Grant(Role.CHIEF, _EDITABLE),
    Grant(Role.SECRETARY, _EDITABLE, Own.ONLY),
)
_PLANNERS = tuple(Grant(role) for role in (Role.EDITOR, Role.DEPUTY, Role.CHIEF, Role.SECRETARY))
_KEEPERS = (*_PLANNERS, Grant(Role.ADMIN))  # of the registers
_PLANNING = (*_PLANNERS, Grant(Role.WRITER, own=Own.ONLY))  # a unit may change what it announced itself
_TICKING = (*_MINDING[:-1], Grant(Role.SECRETARY, _EDITABLE))


def _own(stages: frozenset[Stage], *but: Role) -> tuple[Grant, ...]:
    return tuple(Grant(role, stages, Own.ONLY) for role in _EVERYBODY if role not in but)


RULES: dict[Act, ActRule] = {
    Act.CREATE: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.TAKE_IN: ActRule(tuple(Grant(role) for role in _EVERYBODY), undoable=True),  # back: into the bin
    Act.EDIT: ActRule(_EDITING),
    Act.FILE: ActRule(
        (
            Grant(Role.WRITER, _OPEN, Own.ONLY),
            Grant(Role.EDITOR, _EDITABLE),
            Grant(Role.DEPUTY, _EDITABLE),
            Grant(Role.CHIEF, _EDITABLE),
            Grant(Role.SECRETARY, _EDITABLE),
        )
    ),
    Act.SUBMIT: ActRule(
        (*_own(_OPEN, Role.EDITOR), Grant(Role.EDITOR, _OPEN)), to=S.SUBMITTED, undoable=True
    ),
    Act.WITHDRAW: ActRule(_own(_at(S.SUBMITTED)), to=S.DRAFT, undoable=True),
    Act.RETURN: ActRule(
        (
            Grant(Role.EDITOR, _at(S.SUBMITTED)),
            Grant(Role.DEPUTY, _at(S.FOR_APPROVAL)),
            Grant(Role.CHIEF, _at(S.SUBMITTED, S.FOR_APPROVAL)),
        ),
        to=S.RETURNED,
        note=True,
        undoable=True,
    ),
    Act.PASS: ActRule(
        (Grant(Role.EDITOR, _at(S.SUBMITTED), Own.NEVER), Grant(Role.CHIEF, _at(S.SUBMITTED), Own.NEVER)),
        to=S.FOR_APPROVAL,
        undoable=True,
    ),
    Act.RECOMMEND: ActRule((Grant(Role.DEPUTY, _at(S.FOR_APPROVAL), Own.NEVER),), undoable=True),
    Act.APPROVE: ActRule((Grant(Role.CHIEF, _at(S.FOR_APPROVAL), Own.NEVER),), to=S.APPROVED, undoable=True),
    Act.REOPEN: ActRule((Grant(Role.CHIEF, _at(S.APPROVED)),), to=S.FOR_APPROVAL, note=True, undoable=True),
    Act.BIN: ActRule(
        (*_own(_OPEN, Role.EDITOR, Role.CHIEF), Grant(Role.EDITOR, _DESKED), Grant(Role.CHIEF, _DESKED)),
        to=S.BINNED,
        undoable=True,
    ),
    Act.RESTORE: ActRule(
        (
            *_own(_at(S.BINNED), Role.EDITOR, Role.CHIEF),
            Grant(Role.EDITOR, _at(S.BINNED)),
            Grant(Role.CHIEF, _at(S.BINNED)),
        ),
        to=S.DRAFT,
        undoable=True,
    ),
    Act.REASSIGN: ActRule((Grant(Role.EDITOR, _ON_DESK), Grant(Role.CHIEF, _ON_DESK)), note=True),
    Act.UNDO: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.COMMENT: ActRule(tuple(Grant(role, _EDITABLE) for role in _EVERYBODY)),
    Act.SETTLE: ActRule(_MINDING),
    Act.UNSETTLE: ActRule(_MINDING),
    Act.ACCEPT: ActRule(_EDITING),
    Act.DECLINE: ActRule(_MINDING),
    Act.TICK: ActRule(_TICKING),
    Act.UNTICK: ActRule(_TICKING),
    Act.OVERRULE: ActRule((Grant(Role.CHIEF, _EDITABLE, Own.NEVER),), note=True),
    Act.CIRCULATE: ActRule(tuple(Grant(role, _EDITABLE | _at(S.RELEASED)) for role in _EVERYBODY)),
    Act.RECEIVE: ActRule(tuple(Grant(role, _EDITABLE) for role in _EVERYBODY)),
    Act.MAKE_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.EDIT_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.PLACE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.UNPLACE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.ARRANGE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.ARRANGE_SECTIONS: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.WANT: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF), Grant(Role.EDITOR))),
    Act.UNWANT: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF), Grant(Role.EDITOR))),
    Act.DRESS_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.FIT_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.CLOSE_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.OPEN_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.RELEASE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.REOPEN_ISSUE: ActRule((Grant(Role.CHIEF),), note=True),
    Act.CORRECT: ActRule(
        tuple(Grant(role, _at(S.RELEASED)) for role in (Role.EDITOR, Role.CHIEF, Role.SECRETARY))
    ),
    Act.EXPORT: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF), Grant(Role.EDITOR))),
    Act.MAKE_MEETING: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.EDIT_MEETING: ActRule(_PLANNING),
    Act.MOVE_MEETING: ActRule(_PLANNING),
    Act.SET_STATE: ActRule(_PLANNING),
    Act.REMOVE_MEETING: ActRule(_PLANNING),
    Act.UNDO_MEETING: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.ATTACH: ActRule(_PLANNING),
    Act.DETACH: ActRule(_PLANNING),
    Act.COVER: ActRule(_PLANNERS),
    Act.UNCOVER: ActRule(_PLANNERS),
    Act.ANSWER_COVER: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.WRITE_NEWS: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.IMPORT_CALENDAR: ActRule(_PLANNERS),
    Act.SET_DAYS: ActRule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.ADD_TO_REGISTER: ActRule(_KEEPERS),
    Act.CHANGE_REGISTER: ActRule(_KEEPERS),
    Act.REMOVE_FROM_REGISTER: ActRule(_KEEPERS),
    Act.IMPORT_REGISTER: ActRule(_KEEPERS),
    Act.UNDO_REGISTER: ActRule(_KEEPERS),
    Act.SET_PROOF_RULE: ActRule(_KEEPERS),
    Act.IGNORE_FINDING: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
    Act.IGNORE_EVERYWHERE: ActRule(_KEEPERS, note=True),
    Act.HEED_FINDING: ActRule(tuple(Grant(role) for role in Role)),
    Act.TEACH: ActRule(_KEEPERS),
    Act.UNTEACH: ActRule(_KEEPERS),
    Act.FOUND: ActRule(()),
    Act.ADD_PERSON: ActRule((Grant(Role.ADMIN),)),
    Act.CHANGE_PERSON: ActRule((Grant(Role.ADMIN),)),
    Act.RESET_PASSWORD: ActRule((Grant(Role.ADMIN),)),
    Act.CHANGE_PASSWORD: ActRule(tuple(Grant(role) for role in Role)),
    Act.FAILED_SIGN_IN: ActRule(()),
    Act.RECOVER: ActRule(()),
    Act.FAILED_RECOVERY: ActRule(()),
    Act.NEW_RECOVERY_CODE: ActRule((Grant(Role.ADMIN),)),
    Act.SET_SECTIONS: ActRule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.CHANGE_SETTINGS: ActRule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.SET_CHECKLISTS: ActRule((Grant(Role.ADMIN),)),
    Act.DELEGATE: ActRule((Grant(Role.CHIEF),)),
    Act.END_DELEGATION: ActRule((Grant(Role.CHIEF), Grant(Role.ADMIN))),  # a chief those they gave
    Act.RESTORE_DESK: ActRule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.TRY_RESTORE: ActRule(()),  # the program's own
    Act.ARCHIVE: ActRule(
        (Grant(Role.ADMIN), Grant(Role.SECRETARY), Grant(Role.CHIEF))
    ),  # it holds everything
}
# An office with one level: what is sent goes straight to the chief, and can be taken back from there.
_ONE_LEVEL = {
    **RULES,
    Act.SUBMIT: replace(RULES[Act.SUBMIT], to=S.FOR_APPROVAL),
    Act.WITHDRAW: replace(RULES[Act.WITHDRAW], grants=_own(_at(S.SUBMITTED, S.FOR_APPROVAL))),
}

# At which state of its issue an act may be done; a released issue never changes.
_FILLED = frozenset({IssueState.OPEN})
_UNRELEASED = frozenset({IssueState.OPEN, IssueState.CLOSED})
ISSUE_ACTS: dict[Act, frozenset[IssueState]] = {
    Act.EDIT_ISSUE: _UNRELEASED,
    Act.PLACE: _FILLED,
    Act.UNPLACE: _FILLED,
    Act.ARRANGE: _UNRELEASED,
    Act.ARRANGE_SECTIONS: _UNRELEASED,
    Act.WANT: _FILLED,
    Act.UNWANT: _UNRELEASED,
    Act.DRESS_ISSUE: _UNRELEASED,
    Act.FIT_ISSUE: _UNRELEASED,
    Act.CLOSE_ISSUE: _FILLED,
    Act.OPEN_ISSUE: frozenset({IssueState.CLOSED}),
    Act.RELEASE: frozenset({IssueState.CLOSED}),
    Act.REOPEN_ISSUE: frozenset({IssueState.RELEASED}),
    Act.EXPORT: frozenset(IssueState),
}


def rules_of(levels: int) -> Mapping[Act, ActRule]:
    """Return the table of an office with one or two levels of review."""
    return _ONE_LEVEL if levels == 1 else RULES


def is_undoable(act: Act) -> bool:
    """Say whether an act can be taken back for a while; the levels of review change nothing in it."""
    return RULES[act].undoable


def roles_granted(act: Act) -> frozenset[Role]:
    """Return the roles that may do an act at all."""
    return frozenset(grant.role for grant in RULES[act].grants)
