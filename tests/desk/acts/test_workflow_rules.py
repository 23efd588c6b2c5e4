"""The table of who may do what: where acts lead, which want a reason, which can be undone, in which state."""

from __future__ import annotations

from datetime import timedelta

from desk.acts.review_settings import ReviewSettings
from desk.acts.rules import Act, IssueState, Role, Stage
from desk.acts.workflow_rules import ISSUE_ACTS, RULES, UNDO_WITHIN, is_undoable, roles_granted, rules_of
from desk.articles import listing, workflow
from desk.department import settings
from tests.making import Cast, article


def test_every_act_has_its_rule_in_an_office_of_either_kind() -> None:
    assert set(RULES) == set(rules_of(1)) == set(rules_of(2)) == set(Act)


def test_where_acts_lead() -> None:
    leads = {act: rule.to for act, rule in rules_of(2).items() if rule.to is not None}
    assert leads == {
        Act.SUBMIT: Stage.SUBMITTED,
        Act.WITHDRAW: Stage.DRAFT,
        Act.RETURN: Stage.RETURNED,
        Act.PASS: Stage.FOR_APPROVAL,
        Act.APPROVE: Stage.APPROVED,
        Act.REOPEN: Stage.FOR_APPROVAL,
        Act.BIN: Stage.BINNED,
        Act.RESTORE: Stage.DRAFT,
    }


def test_one_level_changes_two_acts_and_no_other() -> None:
    one, two = rules_of(1), rules_of(2)
    assert {act for act in Act if one[act] != two[act]} == {Act.SUBMIT, Act.WITHDRAW}
    assert one[Act.SUBMIT].to is Stage.FOR_APPROVAL
    assert {stage for grant in one[Act.WITHDRAW].grants for stage in grant.stages} == {
        Stage.SUBMITTED,
        Stage.FOR_APPROVAL,
    }
    assert {stage for grant in two[Act.WITHDRAW].grants for stage in grant.stages} == {Stage.SUBMITTED}


def test_which_acts_want_a_reason_and_which_can_be_undone_for_ten_minutes() -> None:
    assert {act for act, rule in RULES.items() if rule.note} == {
        Act.RETURN,
        Act.REOPEN,
        Act.REASSIGN,
        Act.OVERRULE,
        Act.REOPEN_ISSUE,
        Act.IGNORE_EVERYWHERE,
    }
    assert {act for act in Act if is_undoable(act)} == {
        Act.TAKE_IN,
        Act.SUBMIT,
        Act.WITHDRAW,
        Act.RETURN,
        Act.PASS,
        Act.RECOMMEND,
        Act.APPROVE,
        Act.REOPEN,
        Act.BIN,
        Act.RESTORE,
    }
    assert timedelta(minutes=10) == UNDO_WITHIN


def test_who_decides_what() -> None:
    assert roles_granted(Act.APPROVE) == roles_granted(Act.REOPEN) == {Role.CHIEF}
    assert roles_granted(Act.PASS) == {Role.EDITOR, Role.CHIEF}
    assert roles_granted(Act.RECOMMEND) == {Role.DEPUTY}
    assert roles_granted(Act.ADD_PERSON) == roles_granted(Act.SET_CHECKLISTS) == {Role.ADMIN}
    assert roles_granted(Act.RELEASE) == roles_granted(Act.PLACE) == {Role.SECRETARY, Role.CHIEF}
    assert roles_granted(Act.CHANGE_PASSWORD) == set(Role)
    assert roles_granted(Act.FOUND) == set()


def test_in_which_state_an_issue_takes_what() -> None:
    taken = {state: {act for act, states in ISSUE_ACTS.items() if state in states} for state in IssueState}
    always = {Act.EDIT_ISSUE, Act.ARRANGE, Act.ARRANGE_SECTIONS, Act.UNWANT, Act.DRESS_ISSUE, Act.FIT_ISSUE}
    assert taken == {
        IssueState.OPEN: {*always, Act.PLACE, Act.UNPLACE, Act.WANT, Act.CLOSE_ISSUE, Act.EXPORT},
        IssueState.CLOSED: {*always, Act.OPEN_ISSUE, Act.RELEASE, Act.EXPORT},
        IssueState.RELEASED: {Act.REOPEN_ISSUE, Act.EXPORT},
    }


def test_one_level_leads_straight_to_the_chief(cast: Cast) -> None:
    settings.change_practice(cast.admin, ReviewSettings(levels=1))
    made = article(cast)
    sent = workflow.move(cast.writer, Act.SUBMIT, made, 1)
    assert listing.row(cast.chief, made).stage is Stage.FOR_APPROVAL
    assert Act.WITHDRAW in listing.row(cast.writer, made).acts
    back = workflow.move(cast.writer, Act.WITHDRAW, made, sent.version)
    sent = workflow.move(cast.writer, Act.SUBMIT, made, back.version)
    workflow.approve(cast.chief, made, sent.version)
    assert listing.row(cast.chief, made).stage is Stage.APPROVED
