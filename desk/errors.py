"""What the desk refuses and what goes wrong around it; `ui.words.wording` finds the Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto


class DeskError(Exception):
    """Root of everything that is said to a person; anything else is a bug."""


@dataclass
class Missing(DeskError):
    """The thing acted on is not there (any more)."""

    what: str = ""


@dataclass
class Stale(DeskError):
    """Somebody acted on it meanwhile: who, what and when (UTC)."""

    by: str
    act: str
    at: datetime


class Why(Enum):
    """Reasons of a refusal."""

    ROLE = auto()  # this person has no role that may
    OWN = auto()  # nobody passes or approves what they wrote
    NOT_OWN = auto()  # only its author may
    STAGE = auto()  # not at this point of the road
    NOTE = auto()  # a reason must be given
    INACTIVE = auto()  # the person was deactivated
    LAST_ADMIN = auto()  # the last administrator stays
    NO_TITLE = auto()
    NO_BODY = auto()
    TITLE_TOO_LONG = auto()
    NAME_EMPTY = auto()
    NAME_TAKEN = auto()
    NUMBER_TAKEN = auto()
    NUMBER_EMPTY = auto()
    PASSWORD_SHORT = auto()
    PASSWORD_COMMON = auto()  # one of those that are tried first
    PASSWORD_NAME = auto()  # the person's own name, or the office's
    PASSWORD_SAME = auto()  # the one that an administrator gave is to be replaced
    NO_RECOVERY = auto()  # nobody has made a recovery code yet
    RENEW_FIRST = auto()  # an administrator gave the password: a new one is due, in the window
    NOT_APPROVED = auto()  # only approved articles are placed
    PLACED = auto()  # it stands in an issue already
    ISSUE_EMPTY = auto()
    ISSUE_OPEN = auto()  # its list of articles must be closed first (chốt bài)
    ISSUE_CLOSED = auto()  # its list of articles is closed
    ISSUE_RELEASED = auto()  # it went to print: it never changes
    ISSUE_BLOCKED = auto()  # something stands in the way of its release
    FILES_MISSING = auto()  # a release freezes its files: they were not made
    PRINTED_CHANGED = auto()  # the issue changed while its files were made
    SECTION_FILLED = auto()  # a chuyên mục with articles is not hidden
    ASKED_OF_ANOTHER = auto()  # somebody else was asked for this piece
    CORRECTIONS_ONLY = auto()  # the corrections' place in an issue is theirs alone
    CORRECTION_EMPTY = auto()  # what was printed and what it should say must both be given
    FORMAT_TOO_LARGE = auto()  # the page is larger than the law of the profile allows
    REWROTE = auto()  # most of its words are one's own by now
    UNPROVEN = auto()  # the journal does not bear the approval out
    STALE_APPROVAL = auto()  # the approved revision is not the current one
    BAD_TEXT = auto()  # the text does not follow the schema
    WRONG_PLACES = auto()  # the proofreader takes something for wrong, and the office lets none pass
    SUGGESTIONS = auto()  # suggestions wait for an answer: no approval before
    TOO_LATE = auto()  # ten minutes have passed; only the formal act is left
    NOT_UNDOABLE = auto()  # the last act cannot be taken back, or was another's
    SETTLED = auto()  # the thread was closed already
    PLACE_GONE = auto()  # the words a suggestion speaks of are not there any more
    COMMENT_EMPTY = auto()
    NOT_A_SUGGESTION = auto()
    DATES = auto()  # an end before its beginning, or already over
    DATES_TURNED = auto()  # of what is held from a day to a day
    SELF_DELEGATE = auto()
    OTHERS_DELEGATION = auto()  # another chief gave it
    ITEM_EMPTY = auto()
    END_FIRST = auto()  # a meeting that ends before it begins
    TOO_LONG = auto()  # a meeting of more than a month
    HAS_NEWS = auto()  # news or coverage hang on what would be removed
    COVERED = auto()  # this person has that task already
    NOT_YOURS = auto()  # somebody else was asked
    ONE_ONLY = auto()  # this can be done to one occurrence or a single meeting only
    UNDONE = auto()  # nothing to take back, or somebody acted since
    WRITTEN = auto()  # the meeting has its news already
    DAY_WRONG = auto()  # a day of the list that the calendar does not have
    ITEM_KNOWN = auto()  # what the program ticks itself is not ticked by hand
    RETURN_FOREIGN = auto()  # the file is of another desk
    RETURN_NONE = auto()  # the file says of no article of the desk that it is of it
    RETURN_GONE = auto()  # the revision it was made of is not there
    RETURN_SAME = auto()  # nothing in it was changed
    RETURN_RELEASED = auto()  # the article was printed meanwhile
    RETURN_BINNED = auto()  # the article lies in the bin
    CODE_UNKNOWN = auto()  # no revision has the code that was typed


@dataclass
class Denied(DeskError):
    """This person may not do it."""

    why: Why
    subject: str = ""


@dataclass
class NotNow(DeskError):
    """It may not be done at this point, or not like this; `subject` names what is in the way."""

    why: Why
    subject: str = ""


@dataclass
class Unmet(DeskError):
    """Required items of a checklist stand in the way: what the program ticks (its name) or a person (its words).

    `subject` names the article where more than one is asked.
    """

    items: tuple[tuple[str, str], ...]
    subject: str = ""


@dataclass
class BadPassword(DeskError):
    """Name and password do not fit; the next try counts after `wait` seconds."""

    wait: float = 0.0


class BadCode(BadPassword):
    """The recovery code is another one; the next try counts after `wait` seconds."""


class Trouble(Enum):
    """What the machine around the desk can do to it."""

    FULL = auto()
    BUSY = auto()
    READONLY = auto()
    CORRUPT = auto()
    IO = auto()
    NOT_A_DESK = auto()
    NEWER = auto()
    ABSENT = auto()
    LOCKED = auto()  # another program holds this desk
    NETWORK = auto()
    DENIED = auto()
    NO_FOLDER = auto()  # a file stands where a folder is meant
    NO_FILE = auto()  # a folder, a pipe, a device: nothing that could be read to its end


@dataclass
class FileTrouble(DeskError):
    """The environment: disk full, locked, damaged, newer; `path` is the file concerned."""

    kind: Trouble
    path: str = ""


class BackupFault(Enum):
    """Why a backup is not restored."""

    TAMPERED = auto()  # its bytes are not those that were written
    UNSOUND = auto()  # nothing beside it says what it should be, and what is in it is damaged
    OTHER_DESK = auto()  # it was made of another desk than the one that lies there
    NOT_KNOWN = auto()  # it may be another desk's: a person has to say that they mean it


@dataclass
class BadBackup(DeskError):
    """A backup is refused, with the reason."""

    fault: BackupFault
    name: str = ""


class PictureFault(Enum):
    """Why a file cannot be a picture of an article."""

    EMPTY = auto()
    NO_PICTURE = auto()
    TOO_LARGE = auto()  # more pixels than a camera makes: a bomb
    TOO_HEAVY = auto()  # more bytes than we read
    BROKEN = auto()


@dataclass
class BadPicture(DeskError):
    """The file is refused as a picture, with the reason."""

    fault: PictureFault
    name: str = ""


class IntakeFault(Enum):
    """Why a file cannot be taken in."""

    EMPTY = auto()
    NOT_TEXT = auto()
    TOO_HEAVY = auto()
    UNKNOWN_KIND = auto()
    NO_ARTICLE = auto()
    BAD_PDF = auto()  # a PDF that cannot be read to its end
    NO_MANIFEST = auto()  # a folder to verify without a manifest of ours
    NO_CALENDAR = auto()  # not an iCalendar file
    OLD_CALENDAR = auto()  # vCalendar 1.0, which has other rules and letters
    BARE_EVENT = auto()  # an event without the calendar around it
    CALENDAR_TOO_HEAVY = auto()
    NOTICE_TOO_LONG = auto()
    DOCUMENT_TOO_HEAVY = auto()  # to be kept with a meeting
    PROGRAM = auto()  # a program is no document
    ENCRYPTED = auto()  # a password is needed to open it
    BROKEN = auto()  # damaged, or not wholly copied
    SCAN = auto()  # pictures of pages, without letters
    EXECUTABLE = auto()  # a program
    PICTURE_FILE = auto()  # a photograph alone
    SPREADSHEET = auto()
    ARCHIVE = auto()  # packed in a way that is not read
    TOO_SLOW = auto()  # its reader did not end in time
    DANGEROUS = auto()  # it declares entities, as no program does that writes documents
    SAME_TEXT = auto()  # it stands in another file of the same mail or folder
    ORIGINAL_TOO_HEAVY = auto()  # to be kept with the article that was taken from it
    NOT_XLSX = auto()  # a register is wanted, and this is no workbook that can be read
    NO_REGISTER = auto()  # no sheet of the workbook has the heads of one
    REGISTER_TOO_LONG = auto()
    HEIC = auto()  # a photograph of an iPhone, which cannot be opened here


@dataclass
class BadIntake(DeskError):
    """The file cannot be taken in, with the reason."""

    fault: IntakeFault
    name: str = ""


class ArchiveFault(Enum):
    """Why a folder cannot be taken in as an archive."""

    NONE = auto()  # it has no list of what it holds, or one that is none
    CHANGED = auto()  # a file of it is not as it was written
    GONE = auto()
    NOT_EMPTY = auto()  # there is a desk already where it would go
    DAMAGED_DESK = auto()  # the desk that would be written out is not what it was: a released file, a text


@dataclass
class BadArchive(DeskError):
    """The archive is refused, with the reason; `name` is the file concerned."""

    fault: ArchiveFault
    name: str = ""


class RuleFault(Enum):
    """Why a rule cannot be a meeting's."""

    UNREADABLE = auto()
    TOO_FINE = auto()  # by the hour, minute or second
    TOO_MANY = auto()  # more occurrences counted than any meeting has
    NEVER = auto()  # no date fits it


@dataclass
class BadRule(DeskError):
    """A recurrence rule is refused, with the reason; `detail` is the part concerned."""

    fault: RuleFault
    detail: str = ""


@dataclass
class PressFailed(DeskError):
    """The page could not be set; `detail` is the typesetter's own word, `sign` what no letter of the page has."""

    detail: str = ""
    sign: str = ""


class Broken(DeskError):
    """A bug stopped the work; the crash dialog tells of it, whoever waits for an answer is let go."""


class Cancelled(DeskError):
    """The person stopped a long work; nothing of it is left behind."""
