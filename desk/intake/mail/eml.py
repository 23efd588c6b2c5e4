"""A mail as a file (.eml; RFC 5322, MIME: RFC 2045 to 2049, 2231, 2387, 3676), read however damaged it is."""

from __future__ import annotations

import email
import re
from datetime import datetime
from email import policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.archive.names import plain_name
from desk.intake.mail.body import BodyPart
from desk.intake.mail.letters import decoded, file_name, header, html_letters
from desk.intake.mail.mail import Collected, Mail, mail_of, within_limits
from desk.intake.mail.tnef import read_tnef
from desk.intake.members import Member, MemberKind, Unread, member_kind
from desk.intake.plain_text import unflowed

_HOLDERS = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_HOLDER_LIMIT = 100  # each is five calls of Python's parser deep
_SPLIT_NAMES = re.compile(r"att\d+\.(?:txt|html?)", re.IGNORECASE)  # how Exchange names the parts of a body
_LEFT = ("text/calendar", "text/x-amp-html", "message/delivery-status", "application/pgp-signature")
_PARSER_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


class _RawHeaders(policy.Compat32):
    """Gives headers as they stand: what is no ASCII in them is letters too (`desk.intake.mail.letters`)."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return a header's value, its bytes as surrogates."""
        return value


def read_eml(data: bytes, name: str) -> Mail:
    """Read a mail; BadIntake says why it cannot be read (EMPTY, TOO_HEAVY, BROKEN, ENCRYPTED)."""
    if not data.strip():
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES or len(_HOLDERS.findall(data)) > _HOLDER_LIMIT:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    reader = _Reader(name)
    mail = reader.read(parsed(data, name), name, 0)
    nothing = not (mail.body.pieces or mail.members or mail.mails or mail.subject or mail.unread)
    if nothing and not mail.sender:
        raise BadIntake(IntakeFault.BROKEN, name)
    return mail


def parsed(data: bytes, name: str) -> Message:
    """Parse a message; BadIntake BROKEN where even Python's tolerant parser gives up."""
    try:
        return email.message_from_bytes(data.lstrip(b"\r\n \t"), policy=_RawHeaders())
    except _PARSER_FAULTS as error:
        raise BadIntake(IntakeFault.BROKEN, name) from error


def payload(part: Message) -> bytes:
    """Return a part's bytes as they were before they were packed for the mail; b"" when they cannot be unpacked."""
    try:
        found = part.get_payload(decode=True)
    except _PARSER_FAULTS:  # its file is named as empty
        return b""
    return found if isinstance(found, bytes) else b""


class _Reader:
    """Walks through the parts of one file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parts = 0
        self._bytes = 0

    def read(self, message: Message, name: str, depth: int) -> Mail:
        """Read one mail, with those attached to it."""
        if depth > limits.MAIL_DEPTH:
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
        sender, address = parseaddr(header(message, "from"))
        found = Collected(name, header(message, "subject"), sender or address, _sent(message))
        self._walk(message, found, depth, 0)
        if not within_limits(found.members):
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
        return mail_of(found)

    def _walk(self, part: Message, found: Collected, depth: int, level: int) -> None:
        self._parts += 1
        if self._parts > limits.MAIL_PARTS or level > limits.MAIL_DEPTH:
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
        kind = part.get_content_type()
        if kind == "multipart/encrypted" or (
            kind.endswith("pkcs7-mime") and "signed" not in str(part["content-type"])
        ):
            raise BadIntake(IntakeFault.ENCRYPTED, self._name)
        held = part.get_payload() if part.is_multipart() else []
        inner = [one for one in held if isinstance(one, Message)]
        if not inner:
            self._leaf(part, found)
        elif kind.startswith("message/"):
            if kind == "message/rfc822":
                self._inner_mail(part, inner, found, depth)
        elif kind == "multipart/alternative":
            best = _richest(inner)
            if best is not None:
                self._walk(best, found, depth, level + 1)
        elif kind == "multipart/signed":
            self._walk(inner[0], found, depth, level + 1)
        else:
            for one in inner:
                self._walk(one, found, depth, level + 1)
            if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in part.defects):
                _leave_out_cut(found)

    def _inner_mail(self, part: Message, inner: list[Message], found: Collected, depth: int) -> None:
        for one in inner:
            name = plain_name(file_name(part) or f"{header(one, 'subject') or 'thư'}.eml")
            found.mails.append(self.read(one, name, depth + 1))

    def _leaf(self, part: Message, found: Collected) -> None:
        kind, name = part.get_content_type(), file_name(part)
        if kind in _LEFT:
            return
        data = payload(part)
        self._bytes += len(data)
        if self._bytes > limits.MEMBERS_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, self._name)
        if kind.endswith("pkcs7-mime"):  # signed, the text packed into the signature
            found.unread.append(Unread(plain_name(name or "smime.p7m"), IntakeFault.UNKNOWN_KIND))
            return
        attached = part.get_content_disposition() == "attachment"
        if (
            kind in ("text/plain", "text/html")
            and not attached
            and (not name or _SPLIT_NAMES.fullmatch(name))
        ):
            found.parts.append(_words(part, kind, data))
            return
        member = Member(plain_name(name or _nameless(part, kind)), data)
        if not data and name:
            found.unread.append(Unread(member.name, IntakeFault.EMPTY))
            return
        if member_kind(member) is MemberKind.TNEF:
            _unpack(member, found)
            return
        keys = _addresses(part)
        for key in keys:
            found.related[key] = member
        if not keys or attached:
            found.members.append(member)


def _sent(message: Message) -> datetime | None:
    value = header(message, "date")
    try:
        return parsedate_to_datetime(value) if value else None
    except (ValueError, TypeError, OverflowError):  # a day that there is not
        return None


def _richest(parts: list[Message]) -> Message | None:
    """Return which of several forms of one text is read: the last that holds HTML, else the first."""
    forms = [one for one in parts if one.get_content_type() not in _LEFT]
    with_html = [
        one
        for one in forms
        if any(inner.get_content_type() == "text/html" and payload(inner).strip() for inner in one.walk())
    ]
    return with_html[-1] if with_html else next(iter(forms), None)


def _words(part: Message, kind: str, data: bytes) -> BodyPart:
    charset = str(part.get_content_charset() or "")
    if kind == "text/html":
        return BodyPart(html=html_letters(data, charset))
    text = decoded(data, charset)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unflowed(text, joins_words=str(part.get_param("delsp", "")).lower() == "yes")
    return BodyPart(text=text)


def _addresses(part: Message) -> list[str]:
    identity = header(part, "content-id").strip("<> ")
    location = header(part, "content-location")
    return [*([f"cid:{identity}"] if identity else []), *([location] if location else [])]


def _nameless(part: Message, kind: str) -> str:
    end = {"text/plain": ".txt", "text/html": ".html", "message/rfc822": ".eml"}.get(kind, "")
    return f"tệp đính kèm{end or '.' + kind.rpartition('/')[2].rpartition('.')[2]}"


def _unpack(member: Member, found: Collected) -> None:
    """Take the files out of a winmail.dat; one that cannot be read is named."""
    inside = read_tnef(member.data)
    if not inside:
        found.unread.append(Unread(member.name, IntakeFault.UNKNOWN_KIND))
    found.members.extend(inside)


def _leave_out_cut(found: Collected) -> None:
    """Name the last file of a mail that ends in the middle of it."""
    if found.members and _is_cut(found.members[-1].data):
        cut = found.members.pop()
        found.unread.append(Unread(cut.name, IntakeFault.BROKEN))


def _is_cut(data: bytes) -> bool:
    if data.startswith(b"\xff\xd8\xff"):
        return not data.rstrip(b"\0").endswith(b"\xff\xd9")
    return data.startswith(b"\x89PNG") and b"IEND" not in data[-20:]
