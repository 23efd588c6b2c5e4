"""Proofread a text: every family of rules over it, what they find in order."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Mapping
from typing import Any

from desk.proofing import (
    abbreviations,
    capitals,
    citations,
    context,
    dates,
    numbers,
    people,
    repeats,
    spelling,
    typography,
    unmarked,
)
from desk.proofing.finding import Finding, kept
from desk.proofing.model import Model, model
from desk.proofing.reading import paragraphs
from desk.proofing.register import Register


def proof(
    text: str,
    *,
    date: dt.date | None = None,
    register: Register | Mapping[str, Any] | None = None,
    knowing: Model | None = None,
) -> tuple[Finding, ...]:
    """Return what a good editor would mark in a text, a paragraph a line, in order of place.

    Offsets count letters of the NFC text. `date` is the day of the event or of writing, None when nobody knows;
    `register` what the office keeps of people, bodies, documents and rules, see `register.py`.
    """
    text = unicodedata.normalize("NFC", text)
    known = register if isinstance(register, Register) else Register.read(register or {})
    knowing = knowing or model()
    every = paragraphs(text)
    plain, bare = unmarked.apart(repeats.first_ones(every))
    found = list(bare)
    found += repeats.find(every)
    found += typography.find(plain)
    found += dates.find(plain, date)
    found += citations.find(plain, known)
    found += people.find(plain, known)
    found += capitals.find(plain)
    found += numbers.find(plain)
    found += abbreviations.find(plain, known)
    names = people.syllables(plain, known)
    found += spelling.find(plain, knowing, names)
    found += context.find(plain, knowing, names)
    return tuple(one for one in kept(found) if not known.silent(one))
