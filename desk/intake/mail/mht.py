"""A page that a browser or Word saved in one file (.mht; RFC 2557): its HTML and the pictures beside it."""

from __future__ import annotations

import re
from email.message import Message
from urllib.parse import urljoin

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.document import IntakeDocument
from desk.intake.html.clean_html import html_document
from desk.intake.mail.eml import parsed, payload
from desk.intake.mail.letters import header, html_letters
from desk.intake.members import Member, MemberKind, member_kind

_HOLDERS = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_HOLDER_LIMIT = 20
_SOURCE = re.compile(r"(<img\b[^>]{0,2000}?\ssrc\s*=\s*)([\"']?)([^\"'>\s]{1,2000})\2", re.IGNORECASE)


def read_mht(data: bytes, name: str) -> IntakeDocument:
    """Read a saved page; BadIntake says why it cannot be read (EMPTY, TOO_HEAVY, BROKEN)."""
    if not data.strip():
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES or len(_HOLDERS.findall(data)) > _HOLDER_LIMIT:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    pages: list[Message] = []
    pictures: dict[str, bytes] = {}
    for part in parsed(data, name).walk():
        if part.is_multipart():
            continue
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            pages.append(part)
        elif part.get_content_maintype() in ("image", "application") and len(pictures) < limits.PICTURES:
            _take(part, pictures)
    if not pages:
        raise BadIntake(IntakeFault.BROKEN, name)
    html = html_letters(payload(pages[0]), str(pages[0].get_content_charset() or ""))
    base = header(pages[0], "content-location")
    try:
        return html_document(_addressed(html, base, pictures), pictures)
    except BadIntake as refused:
        raise BadIntake(refused.fault, name) from refused


def _take(part: Message, pictures: dict[str, bytes]) -> None:
    data = payload(part)
    if member_kind(Member("", data)) is not MemberKind.PHOTOGRAPH or len(data) > limits.PICTURE_BYTES:
        return
    location, identity = header(part, "content-location"), header(part, "content-id").strip("<> ")
    pictures.update({key: data for key in (location, identity and f"cid:{identity}") if key})


def _addressed(html: str, base: str, pictures: dict[str, bytes]) -> str:
    """Write each picture's address as its part says it: a page names it from where it lies itself."""

    def whole(match: re.Match[str]) -> str:
        address = match[3].replace("&amp;", "&")
        for one in (address, _from(base, address)):
            if one in pictures:
                return f'{match[1]}"{one}"'
        return match[0]

    return _SOURCE.sub(whole, html)


def _from(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # an address that is none
        return address
