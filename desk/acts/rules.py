"""The terms of the workflow rules: roles, stages, genres, acts; who may do what is in `workflow_rules`."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """What a person is at the desk; one may be several."""

    WRITER = "writer"
    EDITOR = "editor"
    DEPUTY = "deputy"
    CHIEF = "chief"
    SECRETARY = "secretary"
    ADMIN = "admin"


class Stage(Enum):
    """Where an article is on its way."""

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
    """Where an issue of the bulletin is: being filled, its list of articles closed, released."""

    OPEN = "open"
    CLOSED = "closed"
    RELEASED = "released"


class Act(Enum):
    """Everything that changes the desk."""

    CREATE = "create"
    TAKE_IN = "take_in"
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
    # an article out of the house, and what came back corrected
    CIRCULATE = "circulate"
    RECEIVE = "receive"
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
    FIT_ISSUE = "fit_issue"
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
    # the registers of the office and its proofreader
    ADD_TO_REGISTER = "add_to_register"
    CHANGE_REGISTER = "change_register"
    REMOVE_FROM_REGISTER = "remove_from_register"
    IMPORT_REGISTER = "import_register"
    UNDO_REGISTER = "undo_register"
    SET_PROOF_RULE = "set_proof_rule"
    IGNORE_FINDING = "ignore_finding"
    IGNORE_EVERYWHERE = "ignore_everywhere"
    HEED_FINDING = "heed_finding"
    TEACH = "teach"
    UNTEACH = "unteach"
    # the house
    FOUND = "found"
    ADD_PERSON = "add_person"
    CHANGE_PERSON = "change_person"
    RESET_PASSWORD = "reset_password"
    CHANGE_PASSWORD = "change_password"
    FAILED_SIGN_IN = "failed_sign_in"
    RECOVER = "recover"
    FAILED_RECOVERY = "failed_recovery"
    NEW_RECOVERY_CODE = "new_recovery_code"
    SET_SECTIONS = "set_sections"
    CHANGE_SETTINGS = "change_settings"
    SET_CHECKLISTS = "set_checklists"
    DELEGATE = "delegate"
    END_DELEGATION = "end_delegation"
    RESTORE_DESK = "restore_desk"
    TRY_RESTORE = "try_restore"
    ARCHIVE = "archive"


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
    Act.CIRCULATE,
    Act.RECEIVE,
)
# What is done beside an article's text: it makes no version, so that it takes no save away from anybody.
BESIDE = frozenset(
    {
        Act.COMMENT,
        Act.SETTLE,
        Act.UNSETTLE,
        Act.DECLINE,
        Act.TICK,
        Act.UNTICK,
        Act.OVERRULE,
        Act.CORRECT,
        Act.CIRCULATE,
        Act.RECEIVE,
    }
)
# What a delegate may do for the chief who named them (ký thay): to judge, not to write.
DELEGATED = frozenset({Act.RETURN, Act.PASS, Act.APPROVE, Act.REOPEN, Act.OVERRULE})
