"""The law of the desk: roles, stages, acts, and the one table that says who may do what, when.

Source: the road of an article at a Ban Tuyên giáo (cộng tác viên → biên tập viên/Trưởng phòng → lãnh
đạo Ban → thư ký), QĐ 229/QĐ-BHXH and the department's own practice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from desk.errors import Denied, DeskError, NotNow, Why


class Role(Enum):
    """What a person is at the desk; one may be several."""

    WRITER = "writer"
    EDITOR = "editor"
    CHIEF = "chief"
    SECRETARY = "secretary"
    ADMIN = "admin"


class Stage(Enum):
    """Where an article is on its road."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    FOR_APPROVAL = "for_approval"
    APPROVED = "approved"
    RELEASED = "released"
    BINNED = "binned"


class Act(Enum):
    """Everything that changes the desk."""

    CREATE = "create"
    EDIT = "edit"
    FILE = "file"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    PASS = "pass"
    APPROVE = "approve"
    REOPEN = "reopen"
    BIN = "bin"
    RESTORE = "restore"
    # the issue
    MAKE_ISSUE = "make_issue"
    EDIT_ISSUE = "edit_issue"
    PLACE = "place"
    UNPLACE = "unplace"
    ARRANGE = "arrange"
    EXPORT = "export"
    # the house
    FOUND = "found"
    ADD_PERSON = "add_person"
    CHANGE_PERSON = "change_person"
    RESET_PASSWORD = "reset_password"
    CHANGE_PASSWORD = "change_password"
    SET_SECTIONS = "set_sections"
    CHANGE_SETTINGS = "change_settings"


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
class Rule:
    """An act's law: who is granted it, where it leads, whether a reason is due, what undoes it."""

    grants: tuple[Grant, ...]
    to: Stage | None = None
    note: bool = False
    undo: Act | None = None


S = Stage
_OPEN = frozenset({S.DRAFT, S.RETURNED})
_DESKED = frozenset({S.DRAFT, S.RETURNED, S.SUBMITTED})
_EDITABLE = frozenset({S.DRAFT, S.RETURNED, S.SUBMITTED, S.FOR_APPROVAL, S.APPROVED})
_FILEABLE = _EDITABLE


def _at(*stages: Stage) -> frozenset[Stage]:
    return frozenset(stages)


RULES: dict[Act, Rule] = {
    Act.CREATE: Rule((Grant(Role.WRITER), Grant(Role.EDITOR), Grant(Role.CHIEF), Grant(Role.SECRETARY))),
    Act.EDIT: Rule(
        (
            Grant(Role.WRITER, _OPEN | _at(S.APPROVED), Own.ONLY),
            Grant(Role.EDITOR, _EDITABLE),
            Grant(Role.CHIEF, _EDITABLE),
            Grant(Role.SECRETARY, _OPEN, Own.ONLY),
        )
    ),
    Act.FILE: Rule(
        (
            Grant(Role.WRITER, _OPEN, Own.ONLY),
            Grant(Role.EDITOR, _FILEABLE),
            Grant(Role.CHIEF, _FILEABLE),
            Grant(Role.SECRETARY, _FILEABLE),
        )
    ),
    Act.SUBMIT: Rule(
        (
            Grant(Role.WRITER, _OPEN, Own.ONLY),
            Grant(Role.EDITOR, _OPEN),
            Grant(Role.CHIEF, _OPEN, Own.ONLY),
            Grant(Role.SECRETARY, _OPEN, Own.ONLY),
        ),
        to=S.SUBMITTED,
        undo=Act.WITHDRAW,
    ),
    Act.WITHDRAW: Rule(
        tuple(
            Grant(role, _at(S.SUBMITTED), Own.ONLY)
            for role in (Role.WRITER, Role.EDITOR, Role.CHIEF, Role.SECRETARY)
        ),
        to=S.DRAFT,
        undo=Act.SUBMIT,
    ),
    Act.RETURN: Rule(
        (
            Grant(Role.EDITOR, _at(S.SUBMITTED)),
            Grant(Role.CHIEF, _at(S.SUBMITTED, S.FOR_APPROVAL)),
        ),
        to=S.RETURNED,
        note=True,
    ),
    Act.PASS: Rule(
        (Grant(Role.EDITOR, _at(S.SUBMITTED), Own.NEVER), Grant(Role.CHIEF, _at(S.SUBMITTED), Own.NEVER)),
        to=S.FOR_APPROVAL,
    ),
    Act.APPROVE: Rule((Grant(Role.CHIEF, _at(S.FOR_APPROVAL), Own.NEVER),), to=S.APPROVED),
    Act.REOPEN: Rule((Grant(Role.CHIEF, _at(S.APPROVED)),), to=S.FOR_APPROVAL, note=True),
    Act.BIN: Rule(
        (
            Grant(Role.WRITER, _OPEN, Own.ONLY),
            Grant(Role.EDITOR, _DESKED),
            Grant(Role.CHIEF, _DESKED),
            Grant(Role.SECRETARY, _OPEN, Own.ONLY),
        ),
        to=S.BINNED,
        undo=Act.RESTORE,
    ),
    Act.RESTORE: Rule(
        (
            Grant(Role.WRITER, _at(S.BINNED), Own.ONLY),
            Grant(Role.EDITOR, _at(S.BINNED)),
            Grant(Role.CHIEF, _at(S.BINNED)),
            Grant(Role.SECRETARY, _at(S.BINNED), Own.ONLY),
        ),
        to=S.DRAFT,
        undo=Act.BIN,
    ),
    Act.MAKE_ISSUE: Rule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.EDIT_ISSUE: Rule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.PLACE: Rule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.UNPLACE: Rule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.ARRANGE: Rule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.EXPORT: Rule((Grant(Role.SECRETARY), Grant(Role.CHIEF), Grant(Role.EDITOR))),
    Act.FOUND: Rule(()),
    Act.ADD_PERSON: Rule((Grant(Role.ADMIN),)),
    Act.CHANGE_PERSON: Rule((Grant(Role.ADMIN),)),
    Act.RESET_PASSWORD: Rule((Grant(Role.ADMIN),)),
    Act.CHANGE_PASSWORD: Rule(tuple(Grant(role) for role in Role)),
    Act.SET_SECTIONS: Rule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.CHANGE_SETTINGS: Rule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
}

ARTICLE_ACTS = (
    Act.EDIT,
    Act.FILE,
    Act.SUBMIT,
    Act.WITHDRAW,
    Act.RETURN,
    Act.PASS,
    Act.APPROVE,
    Act.REOPEN,
    Act.BIN,
    Act.RESTORE,
)


def refusal(
    act: Act, roles: Iterable[Role], stage: Stage | None = None, *, own: bool = False, note: str | None = None
) -> DeskError | None:
    """Say why a person with these roles may not do it, or None when they may.

    `stage` is None for acts on something other than an article. `note` is None where the question is only
    whether a button is enabled; a blank note refuses an act that wants a reason.
    """
    rule = RULES[act]
    mine = [grant for grant in rule.grants if grant.role in set(roles)]
    if not mine:
        return Denied(Why.ROLE)
    if stage is not None:
        there = [grant for grant in mine if stage in grant.stages]
        if not there:
            return NotNow(Why.STAGE)
        mine = [grant for grant in there if _fits(grant.own, own)]
        if not mine:
            return Denied(Why.OWN if own else Why.NOT_OWN)
    if rule.note and note is not None and not note.strip():
        return NotNow(Why.NOTE)
    return None


def allowed(roles: Iterable[Role], stage: Stage, *, own: bool) -> frozenset[Act]:
    """Return the acts on an article that these roles may do now; buttons are enabled by it."""
    held = frozenset(roles)
    return frozenset(act for act in ARTICLE_ACTS if refusal(act, held, stage, own=own) is None)


def _fits(grant: Own, own: bool) -> bool:
    return grant is Own.ANY or (grant is Own.ONLY) == own
