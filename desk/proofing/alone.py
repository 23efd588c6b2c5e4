"""What a paragraph says by itself: its own findings, and what it gives to the questions between paragraphs."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from desk.proofing import (
    abbreviations,
    bodies,
    capitals,
    citing,
    comparisons,
    context,
    dates,
    holidays,
    jubilees,
    listings,
    numbers,
    offices,
    people,
    persons,
    ratios,
    reckoning,
    repeats,
    spelling,
    symbols,
    titles,
    typography,
    unmarked,
)
from desk.proofing.finding import Finding
from desk.proofing.likelihood import Likelihood
from desk.proofing.reading import Paragraph, read
from desk.proofing.register import Register


class Answer(NamedTuple):
    """A paragraph as if it stood first in a text, and what was found in it; `plain` when it reads as Vietnamese."""

    paragraph: Paragraph
    plain: bool
    same: str  # its words alone, "" of a short one, see `repeats.words_of`
    bare: tuple[Finding, ...] = ()
    found: tuple[Finding, ...] = ()
    names: tuple[people.Name, ...] = ()
    cited: tuple[citing.Cited, ...] = ()
    shorts: tuple[Finding, ...] = ()
    titled: tuple[titles.Titled, ...] = ()
    bodies: tuple[bodies.Body, ...] = ()
    places: tuple[people.Name, ...] = ()
    said: repeats.Said = repeats.Said("", ())
    pairs: tuple[people.Name, ...] = ()  # words with capitals, two by two


def answer(line: str, date: dt.date | None, likely: Likelihood, register: Register) -> Answer | None:
    """Return what a line says by itself, None when it is no text."""
    one = read(line)
    if one is None:
        return None
    plain, bare = unmarked.apart(one)
    same = repeats.words_of(line)
    if not plain:
        return Answer(one, plain, same, bare)
    called = people.names(one)
    known = people.syllables(called) | register.syllables
    cited = citing.read(one)
    titled = titles.titled(one, called)
    found = [
        *repeats.find(one),
        *typography.find(one),
        *dates.find(one, date),
        *jubilees.find(one, date),
        *holidays.find(one),
        *listings.find(one),
        *symbols.alone(one, [(it.at, it.end) for it in cited]),
        *people.cases(one),
        *offices.find(one),
        *abbreviations.misspelt(one),
        *abbreviations.typed(one),
        *capitals.find(one),
        *numbers.find(one),
        *ratios.find(one, date),
        *reckoning.find(one),
        *comparisons.find(one),
        *persons.ages(one, date),
        *bodies.find(one, date),
        *titles.against(titled, register, date),
        *spelling.find(one, likely, known),
        *context.find(one, likely, known),
    ]
    return Answer(
        one,
        plain,
        same,
        bare,
        tuple(found),
        tuple(called),
        tuple(cited),
        tuple(abbreviations.uses(one)),
        tuple(titled),
        tuple(bodies.named(one)),
        tuple(people.places(one)),
        repeats.said(one),
        people.pairs(one),
    )
