"""The law of the desk: roles, stages, acts, and the one table that says who may do what, when.

Source: the road of an article at a Ban Tuyên giáo (cộng tác viên → biên tập viên/Trưởng phòng → lãnh
đạo Ban → thư ký), QĐ 229/QĐ-BHXH and the department's own practice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from desk.errors import Denied, DeskError, NotNow, Why


class Role(Enum):
    """What a person is at the desk; one may be several."""

    WRITER = "writer"
    EDITOR = "editor"
    DEPUTY = "deputy"
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


class Genre(Enum):
    """What kind of piece an article is; checklists are set per genre."""

    NEWS = "news"
    FEATURE = "feature"
    DOCUMENT = "document"
    PHOTOS = "photos"
    ERRATUM = "erratum"


class IssueState(Enum):
    """Where an issue of the bulletin is on its road: being filled, its list of articles closed, released."""

    OPEN = "open"
    CLOSED = "closed"
    RELEASED = "released"


class Act(Enum):
    """Everything that changes the desk."""

    CREATE = "create"
    EDIT = "edit"
    FILE = "file"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    RETURN = "return"
    PASS = "pass"
    RECOMMEND = "recommend"
    APPROVE = "approve"
    REOPEN = "reopen"
    BIN = "bin"
    RESTORE = "restore"
    REASSIGN = "reassign"
    UNDO = "undo"
    # the discussion and the checklists of an article
    COMMENT = "comment"
    SETTLE = "settle"
    UNSETTLE = "unsettle"
    ACCEPT = "accept"
    DECLINE = "decline"
    TICK = "tick"
    UNTICK = "untick"
    OVERRULE = "overrule"
    # the issue
    MAKE_ISSUE = "make_issue"
    EDIT_ISSUE = "edit_issue"
    PLACE = "place"
    UNPLACE = "unplace"
    ARRANGE = "arrange"
    ARRANGE_SECTIONS = "arrange_sections"
    WANT = "want"
    UNWANT = "unwant"
    DRESS_ISSUE = "dress_issue"
    CLOSE_ISSUE = "close_issue"
    OPEN_ISSUE = "open_issue"
    RELEASE = "release"
    REOPEN_ISSUE = "reopen_issue"
    CORRECT = "correct"
    EXPORT = "export"
    # the calendar
    MAKE_MEETING = "make_meeting"
    EDIT_MEETING = "edit_meeting"
    MOVE_MEETING = "move_meeting"
    SET_STATE = "set_state"
    REMOVE_MEETING = "remove_meeting"
    UNDO_MEETING = "undo_meeting"
    ATTACH = "attach"
    DETACH = "detach"
    COVER = "cover"
    UNCOVER = "uncover"
    ANSWER_COVER = "answer_cover"
    WRITE_NEWS = "write_news"
    IMPORT_CALENDAR = "import_calendar"
    SET_DAYS = "set_days"
    # the house
    FOUND = "found"
    ADD_PERSON = "add_person"
    CHANGE_PERSON = "change_person"
    RESET_PASSWORD = "reset_password"
    CHANGE_PASSWORD = "change_password"
    SET_SECTIONS = "set_sections"
    CHANGE_SETTINGS = "change_settings"
    SET_CHECKLISTS = "set_checklists"
    DELEGATE = "delegate"
    END_DELEGATION = "end_delegation"


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
    """An act's law: who is granted it, where it leads, whether a reason is due, whether it can be taken back."""

    grants: tuple[Grant, ...]
    to: Stage | None = None
    note: bool = False
    undoable: bool = False


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
_PLANNING = (*_PLANNERS, Grant(Role.WRITER, own=Own.ONLY))  # a unit may change what it announced itself
_TICKING = (*_MINDING[:-1], Grant(Role.SECRETARY, _EDITABLE))


def _own(stages: frozenset[Stage], *but: Role) -> tuple[Grant, ...]:
    return tuple(Grant(role, stages, Own.ONLY) for role in _EVERYBODY if role not in but)


RULES: dict[Act, ActRule] = {
    Act.CREATE: ActRule(tuple(Grant(role) for role in _EVERYBODY)),
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
    Act.MAKE_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.EDIT_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.PLACE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.UNPLACE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.ARRANGE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.ARRANGE_SECTIONS: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
    Act.WANT: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF), Grant(Role.EDITOR))),
    Act.UNWANT: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF), Grant(Role.EDITOR))),
    Act.DRESS_ISSUE: ActRule((Grant(Role.SECRETARY), Grant(Role.CHIEF))),
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
    Act.FOUND: ActRule(()),
    Act.ADD_PERSON: ActRule((Grant(Role.ADMIN),)),
    Act.CHANGE_PERSON: ActRule((Grant(Role.ADMIN),)),
    Act.RESET_PASSWORD: ActRule((Grant(Role.ADMIN),)),
    Act.CHANGE_PASSWORD: ActRule(tuple(Grant(role) for role in Role)),
    Act.SET_SECTIONS: ActRule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.CHANGE_SETTINGS: ActRule((Grant(Role.ADMIN), Grant(Role.SECRETARY))),
    Act.SET_CHECKLISTS: ActRule((Grant(Role.ADMIN),)),
    Act.DELEGATE: ActRule((Grant(Role.CHIEF),)),
    Act.END_DELEGATION: ActRule((Grant(Role.CHIEF), Grant(Role.ADMIN))),
}
# An office with one level: what is sent goes straight to the chief, and can be taken back from there.
_ONE_LEVEL = {
    **RULES,
    Act.SUBMIT: replace(RULES[Act.SUBMIT], to=S.FOR_APPROVAL),
    Act.WITHDRAW: replace(RULES[Act.WITHDRAW], grants=_own(_at(S.SUBMITTED, S.FOR_APPROVAL))),
}

PRINTABLE = (Stage.APPROVED, Stage.RELEASED)  # at these stages an article may stand in an issue

ARTICLE_ACTS = (
    Act.EDIT,
    Act.FILE,
    Act.SUBMIT,
    Act.WITHDRAW,
    Act.RETURN,
    Act.PASS,
    Act.RECOMMEND,
    Act.APPROVE,
    Act.REOPEN,
    Act.BIN,
    Act.RESTORE,
    Act.REASSIGN,
    Act.COMMENT,
    Act.SETTLE,
    Act.UNSETTLE,
    Act.ACCEPT,
    Act.DECLINE,
    Act.TICK,
    Act.UNTICK,
    Act.OVERRULE,
    Act.CORRECT,
)
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
    Act.CLOSE_ISSUE: _FILLED,
    Act.OPEN_ISSUE: frozenset({IssueState.CLOSED}),
    Act.RELEASE: frozenset({IssueState.CLOSED}),
    Act.REOPEN_ISSUE: frozenset({IssueState.RELEASED}),
    Act.EXPORT: frozenset(IssueState),
}
# What is done beside an article's text: it makes no version, so that it takes no save away from anybody.
BESIDE = frozenset(
    {Act.COMMENT, Act.SETTLE, Act.UNSETTLE, Act.DECLINE, Act.TICK, Act.UNTICK, Act.OVERRULE, Act.CORRECT}
)
# What a delegate may do for the chief who named them (ký thay): to judge, not to write.
DELEGATED = frozenset({Act.RETURN, Act.PASS, Act.APPROVE, Act.REOPEN, Act.OVERRULE})


def law(levels: int) -> Mapping[Act, ActRule]:
    """Return the table of an office with one or two levels of review."""
    return _ONE_LEVEL if levels == 1 else RULES


def refusal(
    act: Act,
    roles: Iterable[Role],
    stage: Stage | None = None,
    *,
    own: bool = False,
    wrote: bool | None = None,
    note: str | None = None,
    levels: int = 2,
) -> DeskError | None:
    """Say why a person with these roles may not do it, or None when they may.

    `stage` is None for acts on something other than an article. `own` says that they are its author now (made it),
    `wrote` that they ever were (None: as `own`). `note` is None where the question is only whether a button
    is enabled; a blank note refuses an act that wants a reason.
    """
    rule = law(levels)[act]
    mine = [grant for grant in rule.grants if grant.role in set(roles)]
    if not mine:
        return Denied(Why.ROLE)
    if stage is None:
        mine = [grant for grant in mine if grant.stages or _fits(grant.own, own, own)]
        if not mine:
            return Denied(Why.NOT_OWN)
    else:
        there = [grant for grant in mine if stage in grant.stages]
        if not there:
            return NotNow(Why.STAGE)
        written = own if wrote is None else wrote
        mine = [grant for grant in there if _fits(grant.own, own, written)]
        if not mine:
            return Denied(Why.OWN if written else Why.NOT_OWN)
    if rule.note and note is not None and not note.strip():
        return NotNow(Why.NOTE)
    return None


def allowed(
    roles: Iterable[Role], stage: Stage, *, own: bool, wrote: bool | None = None, levels: int = 2
) -> frozenset[Act]:
    """Return the acts on an article that these roles may do now; buttons are enabled by it."""
    held = frozenset(roles)
    return frozenset(
        act for act in ARTICLE_ACTS if refusal(act, held, stage, own=own, wrote=wrote, levels=levels) is None
    )


def issue_refusal(
    act: Act, roles: Iterable[Role], state: IssueState, note: str | None = None
) -> DeskError | None:
    """Say why a person with these roles may not do an act on an issue at its state, or None when they may."""
    refused = refusal(act, roles, note=note)
    if refused is None and state not in ISSUE_ACTS[act]:
        return NotNow(_BARRED[state])
    return refused


_BARRED = {
    IssueState.OPEN: Why.ISSUE_OPEN,
    IssueState.CLOSED: Why.ISSUE_CLOSED,
    IssueState.RELEASED: Why.ISSUE_RELEASED,
}


def issue_allowed(roles: Iterable[Role], state: IssueState) -> frozenset[Act]:
    """Return the acts on an issue that these roles may do now; buttons are enabled by it."""
    held = frozenset(roles)
    return frozenset(act for act in ISSUE_ACTS if issue_refusal(act, held, state) is None)


def _fits(grant: Own, own: bool, wrote: bool) -> bool:
    if grant is Own.NEVER:
        return not wrote
    return grant is Own.ANY or own
