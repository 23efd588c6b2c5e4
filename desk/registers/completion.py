"""What the registers offer for what is being typed: a document's citation, a name with its title, a body, a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desk.database import connection
from desk.dates.typed_day import parse_day
from desk.proofing import citing
from desk.registers import storage
from desk.registers.citing import cited, cited_again, named
from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    PersonEntry,
    WordEntry,
    WordKind,
    name,
    split_number,
    within,
)
from desk.text.vietnamese import bare

MOST = 12  # offered at once
_WORDS = 5  # typed words that are looked at
_LEAST = 2  # typed letters
# The letters by which people call the types of documents: in symbols, and the ways they are typed.
_LETTERS = {
    "Nghị quyết": ("nq",),
    "Chỉ thị": ("ct",),
    "Kết luận": ("kl",),
    "Quyết định": ("qd",),
    "Quy định": ("qd", "qdi"),
    "Hướng dẫn": ("hd",),
    "Kế hoạch": ("kh",),
    "Thông báo": ("tb",),
    "Báo cáo": ("bc",),
    "Thông tri": ("tt",),
    "Thông tư": ("tt",),
    "Chương trình": ("ctr",),
    "Chương trình hành động": ("cthd",),
    "Quy chế": ("qc",),
    "Đề án": ("da",),
    "Tờ trình": ("ttr",),
    "Nghị định": ("nd",),
    "Công văn": ("cv",),
    "Luật": ("luat",),
    "Pháp lệnh": ("pl",),
    "Công điện": ("cd",),
}
_TYPED = re.compile(
    r"(?:(?P<type>[^\W\d_]+(?: [^\W\d_]+){0,3}?)\s*)?(?:\bsố:?\s*)?(?P<number>\d{1,4}(?:[-/][\w/-]*)?)$"
)
_WORD = re.compile(r"[\w'’/&.-]+")


@dataclass(frozen=True, slots=True)
class Offer:
    """What can stand in place of the last `length` letters: the words, and what a list says of them beside."""

    length: int
    text: str
    beside: str = ""


@dataclass(frozen=True)
class Known:
    """The registers as they were read, for as long as nobody changes them."""

    people: tuple[PersonEntry, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    words: tuple[WordEntry, ...] = ()

    @cached_property
    def bare_people(self) -> list[tuple[str, PersonEntry]]:
        """Return the people with their names without marks."""
        return [(bare(one.name), one) for one in self.people]

    @cached_property
    def all_documents(self) -> list[DocumentEntry]:
        """Return the office's documents, then those that the program knows; the office's say more."""
        own = {(one.type.casefold(), one.written.casefold(), one.day) for one in self.documents}
        shipped = [
            one for one in _shipped() if (one.type.casefold(), one.written.casefold(), one.day) not in own
        ]
        return [*self.documents, *shipped]


def known() -> Known:
    """Read the registers for completion, in one question."""
    with connection.reading():
        return Known(storage.people(), storage.bodies(), storage.documents(), storage.words())


def offers(known: Known, before: str, day: date | None = None) -> tuple[Offer, ...]:
    """Return what can stand in place of the end of `before`, a paragraph up to the caret, best first.

    `day` is the article's event date: titles and bodies are those of that day.
    """
    found: dict[str, Offer] = {}
    for offer in (
        *_documents(known, before, day),
        *_shorts(known, before, day),
        *_people(known, before, day),
        *_long_words(known, before, day),
    ):
        if offer.text != before[len(before) - offer.length :]:
            found.setdefault(offer.text, offer)
    return tuple(found.values())[:MOST]


def _shipped() -> Iterator[DocumentEntry]:
    for symbol, every in citing.known().items():
        number, rest = split_number(symbol)
        for kind, day, body in every:
            yield DocumentEntry(kind, number, rest, parse_day(day, date.min.replace(year=2000)), body)


# -- documents ---------------------------------------------------------------------------------------------


def _documents(known: Known, before: str, day: date | None) -> Iterator[Offer]:
    hit = _TYPED.search(before)
    if hit is None:
        return
    number, symbol = split_number(hit["number"])
    typed = (hit["type"] or "").removesuffix(" số").strip()
    kind, length = _type(typed), len(hit["number"])
    if kind:
        length = (
            len(before) - hit.start() if kind == typed else len(before) - before.rindex(kind, hit.start())
        )
    elif "số" not in hit.group() and not symbol:
        return  # a bare figure is a figure
    found = [
        one
        for one in known.all_documents
        if one.number == number
        and bare(one.symbol).startswith(bare(symbol))
        and (not kind or bare(kind) in (bare(one.type), *_LETTERS.get(one.type, ())))
    ]
    found.sort(key=lambda one: (not _before(one, day), not one.id, -(one.day.toordinal() if one.day else 0)))
    for one in found:
        small = one.type[:1].lower() + one.type[1:] if kind[:1].islower() and " " in kind else one.type
        beside = one.body if one.subject else ""
        yield Offer(length, cited(one, small), beside)
    for one in found:
        small = one.type[:1].lower() + one.type[1:] if kind[:1].islower() and " " in kind else one.type
        yield Offer(length, cited_again(one, small), name(one))


def _type(typed: str) -> str:
    """Return the end of the typed words that names a type of document: "NQ" of "theo NQ"; "" for none."""
    words = typed.split(" ")
    for at in range(len(words)):
        last = " ".join(words[at:])
        plain = bare(last)
        if any(plain == bare(kind) or plain in short for kind, short in _LETTERS.items()):
            return last
    return ""


def _before(one: DocumentEntry, day: date | None) -> bool:
    return day is None or one.day is None or one.day <= day


# -- people, bodies, words ---------------------------------------------------------------------------------


def _ends(before: str) -> Iterator[tuple[int, str]]:
    """Yield the last words that were typed, the longest row first: how many letters it has, and it without marks."""
    starts = [hit.start() for hit in _WORD.finditer(before)]
    if not starts or not _WORD.fullmatch(before[starts[-1] :]):
        return
    for start in starts[-_WORDS:]:
        typed = before[start:]
        if len(typed) >= _LEAST:
            yield len(typed), bare(typed)


def _people(known: Known, before: str, day: date | None) -> Iterator[Offer]:
    for length, typed in _ends(before):
        found = [one for plain, one in known.bare_people if _begins(plain, typed)]
        found.sort(key=lambda one: _rank(one, day))
        for one in found:
            held = sorted((it for it in one.titles if it.held(day)), key=lambda it: it.rank or 1000)
            for it in held:
                yield Offer(length, named(one.name, it.title, it.body))
        for one in found:
            last = one.titles[-1].title if one.titles and not any(it.held(day) for it in one.titles) else ""
            yield Offer(length, one.name, last)
        if found:
            return


def _begins(plain: str, typed: str) -> bool:
    """Say whether a name begins so, from its first word or a later one: Nguyễn Th, Mẫ."""
    return plain.startswith(typed) or f" {typed}" in plain


def _rank(one: PersonEntry, day: date | None) -> int:
    return min((it.rank or 1000 for it in one.titles if it.held(day)), default=1001)


def _shorts(known: Known, before: str, day: date | None) -> Iterator[Offer]:
    """Offer what a short name or an abbreviation stands for."""
    for length, typed in _ends(before):
        for body in known.bodies:
            if body.short and bare(body.short) == typed and within(body.since, body.until, day):
                yield Offer(length, body.name, body.short)
        for one in known.words:
            if one.kind is WordKind.ABBREVIATION and one.meaning and bare(one.word) == typed:
                yield Offer(length, one.meaning, one.word)


def _long_words(known: Known, before: str, day: date | None) -> Iterator[Offer]:
    """Offer bodies and words of the house that begin as it was typed."""
    for length, typed in _ends(before):
        some = False
        for body in known.bodies:
            if bare(body.name).startswith(typed) and within(body.since, body.until, day):
                some = True
                yield Offer(length, body.name, body.short)
        for one in known.words:
            if bare(one.word).startswith(typed):
                some = True
                meant = one.kind is WordKind.ABBREVIATION and one.meaning
                yield Offer(length, one.meaning if meant else one.word, one.word if meant else one.meaning)
        if some:
            return
