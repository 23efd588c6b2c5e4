"""A mail: what it says itself, what came with it; and which of that may be an article."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BytesIO

from PIL import Image

from desk.errors import BadIntake
from desk.intake import limits
from desk.intake.document import IntakeDocument
from desk.intake.mail.body import Body, BodyPart, body_of, passing_of, title_of
from desk.intake.members import Member, MemberKind, Unread, member_kind

_ALONE_WORDS = 25  # of a body that may be an article when no text came with it
_BESIDE_WORDS = 120  # and when one did: less is a letter about it
_BESIDE_PIECES = 4
_SIGN_SIDE, _SMALL_SIDE = 120, 200  # dots; a firm's sign is no higher or no wider
_SIGN_BYTES = 12 * 1024
_FOOT_SIDE = 300  # dots; below a mail's sign-off a smaller picture is a sign
_NOT_OPENED = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    TypeError,
    struct.error,
    Image.DecompressionBombError,
)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as it was read; `members` are its attachments, `mails` those attached whole.

    `body` is its own part (`desk.intake.mail.quoted`), `shown` the pictures in it and at its foot that may be
    photographs, should its words be no article.
    """

    name: str
    subject: str = ""
    sender: str = ""
    sent: datetime | None = None
    body: IntakeDocument = field(default_factory=lambda: IntakeDocument(()))
    members: tuple[Member, ...] = ()
    mails: tuple[Mail, ...] = ()
    shown: tuple[Member, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(slots=True)
class Collected:
    """What a reader found in a mail, in order; `related` are the parts that its HTML names, by address."""

    name: str
    subject: str = ""
    sender: str = ""
    sent: datetime | None = None
    parts: list[BodyPart] = field(default_factory=list)
    related: dict[str, Member] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    mails: list[Mail] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def mail_of(found: Collected) -> Mail:
    """Make a mail of what a reader found; BadIntake TOO_HEAVY when its HTML is nested too deeply."""
    html = "".join(part.html for part in found.parts)
    used = {key: one for key, one in found.related.items() if key in html}
    used_data = {one.data for one in used.values()}
    members = list(found.members)
    for one in found.related.values():
        if one.data not in used_data and one not in members and not is_sign(one):
            members.append(one)
    pictures = {key: one.data for key, one in used.items() if member_kind(one) is MemberKind.PHOTOGRAPH}
    try:
        body = body_of(found.parts, pictures, passing_of(found.subject), found.sender)
    except BadIntake as refused:
        raise BadIntake(refused.fault, found.name) from refused
    shown = _shown(body, used)
    document = replace(body.document, title=title_of(found.subject))
    return Mail(
        found.name,
        found.subject,
        found.sender,
        found.sent,
        document,
        tuple(members),
        tuple(found.mails),
        shown,
        tuple(found.unread),
    )


def article_body(mail: Mail) -> IntakeDocument | None:
    """Return a mail's own words where they are an article: a story, not a letter about what came with it."""
    pieces = [piece for piece in mail.body.pieces if piece.words.strip()]
    words = sum(len(piece.words.split()) for piece in pieces)
    kinds = {member_kind(member) for member in mail.members}
    beside = bool(kinds & {MemberKind.TEXT, MemberKind.ZIP, MemberKind.MAIL}) or bool(mail.mails)
    if beside:
        return mail.body if words >= _BESIDE_WORDS and len(pieces) >= _BESIDE_PIECES else None
    return mail.body if words >= _ALONE_WORDS else None


def is_sign(member: Member) -> bool:
    """Say whether a picture within a mail is a firm's sign and no photograph."""
    if member_kind(member) is not MemberKind.PHOTOGRAPH:
        return False
    side = _shorter_side(member.data)
    return side < _SIGN_SIDE or (side < _SMALL_SIDE and len(member.data) <= _SIGN_BYTES)


def _shown(body: Body, used: dict[str, Member]) -> tuple[Member, ...]:
    """Return the pictures of a body as photographs: all that are no signs, at its foot only large ones."""
    by_data = {one.data: one for one in used.values()}
    inside = [by_data[picture.data] for picture in body.document.pictures if picture.data in by_data]
    foot = [by_data[data] for data in body.foot if data in by_data and _shorter_side(data) >= _FOOT_SIDE]
    return tuple(one for one in [*inside, *foot] if not is_sign(one))


def _shorter_side(data: bytes) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd metadata is nothing that anybody could mend here
        try:
            with Image.open(BytesIO(data)) as image:
                return min(image.size)
        except _NOT_OPENED:
            return 0


def within_limits(members: Sequence[Member]) -> bool:
    """Say whether a mail's files are few and light enough to be in memory together."""
    return len(members) <= limits.MAIL_PARTS and sum(len(one.data) for one in members) <= limits.MEMBERS_BYTES
