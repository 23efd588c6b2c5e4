"""Whether an act is allowed: asked by the gate, which raises the refusal, and for every button, which it greys."""

from __future__ import annotations

from collections.abc import Iterable

from desk.acts.rules import ARTICLE_ACTS, Act, IssueState, Role, Stage
from desk.acts.workflow_rules import ISSUE_ACTS, Own, rules_of
from desk.errors import Denied, DeskError, NotNow, Why


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
    rule = rules_of(levels)[act]
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
            return Denied(Why.OWN if any(grant.own is Own.NEVER for grant in there) else Why.NOT_OWN)
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
