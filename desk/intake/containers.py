"""One file or folder that holds others, opened to what may be an article; mails and zips within it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.archive.folder import members_in
from desk.intake.archive.zip import members_of
from desk.intake.bundle import Bundle, candidates, joined
from desk.intake.mail.eml import read_eml
from desk.intake.mail.mail import Mail, article_body
from desk.intake.mail.msg import read_msg
from desk.intake.members import Member, MemberKind, Unpacked, Unread, member_kind
from desk.text.blocks import nfc

_OLE = b"\xd0\xcf\x11\xe0"
_DEPTH = 3  # a mail in a zip in a mail
_ZIPS = 1  # a zip in a zip is opened, one in that is not


def read_mail(data: bytes, name: str) -> Mail:
    """Read a mail of either form; BadIntake says why it cannot be read."""
    return read_msg(data, name) if data.startswith(_OLE) else read_eml(data, name)


def bundle_of(data: bytes, name: str, kind: MemberKind) -> Bundle:
    """Open a mail or a zip; BadIntake says why it cannot be opened. It may come out empty (`bundle.refusal`)."""
    room = _Room()
    if kind is MemberKind.MAIL:
        return _mail(read_mail(data, name), room)
    return _unpacked(members_of(data, name), room)


def bundle_in(folder: Path) -> Bundle:
    """Open a folder; FileTrouble and BadIntake say why it cannot be."""
    return _unpacked(members_in(folder), _Room())


def bundle_among(files: Sequence[Path]) -> Bundle:
    """Sort files that were chosen together as those of a folder; faults as for `bundle_in`."""
    return _unpacked(Unpacked(tuple(Member(nfc(file.name), path=file) for file in files)), _Room())


@dataclass(frozen=True, slots=True)
class _Room:
    """How deep files within files are still opened, and how many bytes have been unpacked so far, in all."""

    depth: int = _DEPTH
    zips: int = _ZIPS
    unpacked: list[int] = field(default_factory=list)

    def take(self, members: Sequence[Member], name: str) -> None:
        """Count what a zip held; BadIntake TOO_HEAVY when that is more than is kept in memory."""
        self.unpacked.append(sum(len(one.data) for one in members))
        if sum(self.unpacked) > limits.MEMBERS_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, name)


def _mail(mail: Mail, room: _Room) -> Bundle:
    apart = _apart(mail.members, replace(room, zips=_ZIPS + 1))
    body = article_body(mail)
    own = candidates(apart.files, body, () if body is not None else mail.shown, mail.name)
    deeper = replace(room, depth=room.depth - 1)
    inner = [_mail(one, deeper) for one in mail.mails] if room.depth else []
    return joined([own, *inner, *apart.mails, Bundle(unread=(*mail.unread, *apart.unread))])


def _unpacked(unpacked: Unpacked, room: _Room) -> Bundle:
    apart = _apart(unpacked.members, room)
    return joined([candidates(apart.files), *apart.mails, Bundle(unread=(*unpacked.unread, *apart.unread))])


@dataclass(slots=True)
class _Apart:
    """Files with those of the zips among them, the mails among them, and what could not be opened."""

    files: list[Member] = field(default_factory=list)
    mails: list[Bundle] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def _apart(members: Sequence[Member], room: _Room) -> _Apart:
    """Open the mails and the zips among files; a zip's files stand in a folder of its name if it is not alone."""
    kinds = [(member, member_kind(member)) for member in members]
    several = sum(kind is MemberKind.ZIP for _, kind in kinds) > 1
    out = _Apart()
    for member, kind in kinds:
        try:
            if kind is MemberKind.MAIL and room.depth:
                mail = read_mail(member.content(), member.name)
                out.mails.append(_mail(mail, replace(room, depth=room.depth - 1)))
            elif kind is MemberKind.ZIP and room.zips:
                _open_zip(member, out, room, alone=not several)
            else:
                out.files.append(member)
        except BadIntake as refused:
            out.unread.append(Unread(member.name, refused.fault))
    return out


def _open_zip(member: Member, out: _Apart, room: _Room, *, alone: bool) -> None:
    inner = members_of(member.content(), member.name)
    room.take(inner.members, member.name)
    path = PurePosixPath(member.name)
    folder = path.parent if alone else path.with_suffix("")
    moved = [replace(one, name=str(folder / one.name)) for one in inner.members]
    apart = _apart(moved, replace(room, zips=room.zips - 1))
    out.files += apart.files
    out.mails += apart.mails
    out.unread += [*inner.unread, *apart.unread]
