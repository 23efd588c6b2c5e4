"""What the proofreader has learned of old issues: the counts, as `desk.proofing` writes and reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk import clock
from desk.acts.gate import Changes, deciding
from desk.acts.journal import Subject
from desk.acts.register_details import WasTaught
from desk.acts.rules import Act
from desk.database.connection import first
from desk.database.department_tables import Person
from desk.database.register_tables import Taught
from desk.errors import NotNow, Why


@dataclass(frozen=True, slots=True)
class TaughtRow:
    """By how many articles, when and by whom it was taught."""

    articles: int
    at: datetime
    by: str


def keep(who: int, counts: bytes, articles: int) -> Changes:
    """Keep what was learned of so many articles, in place of what was kept before."""
    with deciding(who, Act.TEACH, Subject.REGISTER) as doing:
        if not counts or articles < 1:
            raise NotNow(Why.NO_BODY)
        doing.detail = WasTaught(articles)
        Taught.delete().execute()
        Taught.insert(counts=counts, articles=articles, at=clock.stamp(clock.now()), person=who).execute()
    return Changes(registers=True, act=Act.TEACH)


def forget(who: int) -> Changes:
    """Forget what was learned."""
    with deciding(who, Act.UNTEACH, Subject.REGISTER) as doing:
        row = kept()
        doing.nothing = row is None
        doing.detail = WasTaught(row.articles) if row is not None else None
        Taught.delete().execute()
    return Changes(registers=True, act=Act.UNTEACH)


def read() -> bytes | None:
    """Return the counts; None where nobody has taught it."""
    found = first(Taught.select(Taught.counts))
    return bytes(found[0]) if found else None


def kept() -> TaughtRow | None:
    """Return who taught it and when, without the counts."""
    query = Taught.select(Taught.articles, Taught.at, Person.name).join(
        Person, on=(Taught.person == Person.id)
    )
    found = first(query)
    return TaughtRow(found[0], clock.read_stamp(found[1]), found[2]) if found else None
