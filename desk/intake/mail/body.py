"""The body of a mail to a document: its own part, in pieces, with the pictures that stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desk.intake.document import IntakeDocument
from desk.intake.html.clean_html import html_document
from desk.intake.html.markup import element, escaped
from desk.intake.mail.marks import is_contact
from desk.intake.mail.quoted import Line, Own, Passing, own_part, plain_lines
from desk.intake.pieces import IntakePiece, cut, plain_piece, stripped
from desk.intake.plain_text import lines
from desk.text.blocks import Paragraph, Picture, Table, new_id, plain
from desk.text.vietnamese import bare

_SIGNATURE = re.compile(
    r"<(?:div|table|span|p|blockquote)\b(?=[^>]{0,300}?\s(?:class|id|data-\w+)=[\"']?[^\"'>]{0,80}?"
    r"(?:gmail_signature(?!_prefix)|ms-outlook-mobile-signature|moz-signature|applemailsignature|mail_signature"
    r"|zmail_signature|yahoo-signature|outlook-signature|\bsignature\b|ms-outlook-ios-signature))[^>]*>",
    re.IGNORECASE,
)
_SIGN = "<p>--</p>"
_LONG_LINE = 60  # letters; lines of a paragraph that are as long are paragraphs
_CARD_WORDS = 60
_WIDTHS = range(50, 101)  # letters, at which mail programs break lines
_RAGGED = 25


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part of a mail's body in its order: plain text or HTML."""

    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A mail's own words, and the pictures of its foot, which may be photographs or a firm's sign (their bytes)."""

    document: IntakeDocument
    foot: tuple[bytes, ...] = ()


def body_of(
    parts: Sequence[BodyPart],
    pictures: Mapping[str, bytes],
    passing: Passing = Passing.UNKNOWN,
    sender: str = "",
) -> Body:
    """Read a body; `pictures` are those that its HTML names, by address (`cid:…`)."""
    if not any(part.html for part in parts):
        text = _unquoted("\n\n".join(part.text for part in parts))
        given = plain_lines(text)
        own = own_part(given, passing, sender)
        words = "\n".join(given[at].text for at in own.kept)
        return Body(IntakeDocument(tuple(plain_piece(line) for line in lines(words))))
    return _own_pieces(html_document("".join(map(_markup, parts)), pictures), passing, sender)


def _markup(part: BodyPart) -> str:
    if part.html:
        return _SIGNATURE.sub(lambda match: _SIGN + match[0], part.html)
    return "".join(element("p", escaped(line.strip())) for line in lines(part.text))


def _unquoted(text: str) -> str:
    """Take one level of “>” off where the only words of a mail are quoted: Apple forwards mails like that."""
    given = [line for line in text.splitlines() if line.strip()]
    quoted = sum(line.startswith(">") for line in given)
    if quoted < 3 or quoted < 0.8 * len(given):
        return text
    return "\n".join(re.sub(r"^>[ ]?", "", line) for line in text.splitlines())


def _own_pieces(document: IntakeDocument, passing: Passing, sender: str) -> Body:
    given: list[Line] = []
    places: list[
        tuple[int, int, int]
    ] = []  # of each line: its piece, its first letter, the one after its last
    for at, piece in enumerate(document.pieces):
        for line, start, end in _lines_of(piece, at):
            given.append(line)
            places.append((at, start, end))
    own = own_part(given, passing, sender)
    kept: dict[int, list[tuple[int, int]]] = {}
    for index in own.kept:
        at, start, end = places[index]
        kept.setdefault(at, []).append((start, end))
    pieces = [part for at, spans in kept.items() for part in _cut(document.pieces[at], spans)]
    staying = {piece.block.id for piece in pieces}
    foot = {document.pieces[at].block.id for at, _, _ in places[: own.until]} - staying if own.kept else set()
    return Body(
        replace(
            document,
            pieces=tuple(pieces),
            pictures=tuple(one for one in document.pictures if one.block_id in staying),
        ),
        _foot(document, own, foot),
    )


def _foot(document: IntakeDocument, own: Own, foot: set[str]) -> tuple[bytes, ...]:
    if not own.kept:
        return tuple(one.data for one in document.pictures)
    return tuple(one.data for one in document.pictures if one.block_id in foot)


def _lines_of(piece: IntakePiece, group: int) -> list[tuple[Line, int, int]]:
    if isinstance(piece.block, Picture):
        return [(Line("", group, picture=True), 0, 0)]
    if isinstance(piece.block, Table):
        rows = [[line for cell in row for line in plain(cell).splitlines()] for row in piece.block.rows]
        parts = [part for row in rows for part in row]
        card = sum(len(part.split()) for part in parts) <= _CARD_WORDS and any(map(is_contact, parts))
        return [(Line(" ".join(row), group, card), 0, 0) for row in rows]
    out = []
    start = 0
    for text in piece.words.split("\n"):
        out.append((Line(text, group), start, start + len(text)))
        start += len(text) + 1
    return out


def _cut(piece: IntakePiece, spans: list[tuple[int, int]]) -> list[IntakePiece]:
    """Return what stays of a piece; long lines of one paragraph are paragraphs, as people type them in a mail."""
    block = piece.block
    if isinstance(block, Table):
        return [piece] if 2 * len(spans) > len(block.rows) else []
    if isinstance(block, Picture):
        return [piece]
    words = piece.words
    long = any(end - start >= _LONG_LINE for start, end in spans)
    runs = block.runs
    if isinstance(block, Paragraph) and len(spans) > 1:
        if _is_broken([words[start:end] for start, end in spans]):
            runs = tuple(replace(run, text=run.text.replace("\n", " ")) for run in runs)
        elif long and not piece.centred:
            parts = [stripped(cut(runs, start, end)) for start, end in spans]
            return [replace(piece, block=Paragraph(new_id(), part)) for part in parts if plain(part).strip()]
    if runs is block.runs and len(spans) == words.count("\n") + 1:
        return [piece]
    left = stripped(cut(runs, spans[0][0], spans[-1][1]))
    return [replace(piece, block=replace(block, runs=left))] if plain(left).strip() else []


def _is_broken(given: list[str]) -> bool:
    """Say whether a program broke the lines of one paragraph to a width: most go on in small letters."""
    inner = [len(line) for line in given[:-1]]
    longest = max(map(len, given))
    wide = longest in _WIDTHS and min(inner) > longest - _RAGGED
    return wide and 2 * sum(line.lstrip()[:1].islower() for line in given[1:]) > len(given) - 1


# -- the subject -----------------------------------------------------------------------------------------

_ANSWER = re.compile(r"\s*(?:re|tl|tra loi|aw)\s*(?:\[\d+\])?\s*:\s*")
_PASSED = re.compile(r"\s*(?:fwd?|chuyen tiep|ct|wg|tr)\s*:\s*")
_TAG = re.compile(r"\s*(?:\[[^\]]{1,40}\]|\([^)]{1,20}\)|【[^】]{1,40}】)\s*[-:–]?\s*")
_TALK = re.compile(
    r"(?:(?:em |toi |xin |kinh )*gui\b|v/v\b|ve viec\b|kinh gui|\d+ (?:tin|bai|anh)"
    r"|(?:tin|bai|anh|hinh)(?: bai| anh)?(?:\s|,|$)(?!.{40})|bai (?:dang|viet|cong tac|gui)|tin (?:gui|dang)"
    r"|de nghi|noi dung|khong co tieu de|no subject|thu moi)"
)


def passing_of(subject: str) -> Passing:
    """Say what a subject's first letters say (“Fwd:”, “Re:”)."""
    text = bare(subject)
    while (tag := _TAG.match(text)) and tag[0]:
        text = text[tag.end() :]
    if _PASSED.match(text):
        return Passing.FORWARDED
    return Passing.ANSWERED if _ANSWER.match(text) else Passing.UNKNOWN


def title_of(subject: str) -> str:
    """Return a subject as a title, without “Fwd:”, “[Tin bài]”; "" where it says only that something is sent.

    The subject of an answer is that of the mail which was answered.
    """
    if passing_of(subject) is Passing.ANSWERED:
        return ""
    text = " ".join(subject.split())
    while True:
        folded = bare(text)
        mark = _ANSWER.match(folded) or _PASSED.match(folded) or _TAG.match(folded)
        if mark is None or not mark[0] or len(folded) != len(text):
            break
        text = text[mark.end() :]
    return "" if _TALK.match(bare(text)) else text.strip(" .-–:")
