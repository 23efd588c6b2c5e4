"""What the proofreader is given of the registers, read in one question."""

from __future__ import annotations

from datetime import date

from desk.database.connection import once_a_question
from desk.proofing.finding import Severity
from desk.proofing.register import Body, Document, Held, Register
from desk.registers import storage
from desk.registers.citing import titled
from desk.registers.entries import WordKind, within

OFF = "off"  # the state of a rule that is not asked
STATES = (OFF, *(one.value for one in Severity))


@once_a_question
def register(day: date | None = None) -> Register:
    """Return all that the office keeps for its proofreading; with a day only titles and bodies of that day."""
    words = storage.words()
    states = storage.rule_states()
    return Register(
        people=tuple(one.name for one in storage.people()),
        documents=tuple(
            Document(one.type, one.number, one.symbol, one.day, one.body) for one in storage.documents()
        ),
        words=frozenset(one.word.lower() for one in words if one.kind is WordKind.WORD),
        abbreviations=frozenset(one.word for one in words if one.kind is WordKind.ABBREVIATION)
        | frozenset(one.short for one in storage.bodies() if one.short),
        off=frozenset(rule for rule, state in states.items() if state == OFF),
        held=tuple(
            Held(one.name, titled(held.title, held.body), held.since, held.until, held.body, held.rank)
            for one in storage.people()
            for held in one.titles
            if held.held(day)
        ),
        bodies=tuple(
            Body(one.name, one.short, one.since, one.until, one.predecessor)
            for one in storage.bodies()
            if within(one.since, one.until, day)
        ),
        severities={rule: Severity(state) for rule, state in states.items() if state in STATES[1:]},
    )
