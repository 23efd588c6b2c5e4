"""The RRULE of a calendar file to a rule on our wall, from whatever zone it is meant in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from itertools import islice

from desk import clock
from desk.dates import recurrence
from desk.dates.recurrence import Recurrence, read_rule
from desk.dates.series import Series, When, once, recurring
from desk.errors import BadRule, RuleFault
from desk.ics import properties
from desk.ics.event import MOST_DATES
from desk.ics.result import IcsFault, Unfit
from desk.ics.time_zones import LAST_YEAR, Moment, Zones, local_in, wall

# What the rules of one file may cost, in units of `recurrence.effort`: some twenty rules that never fit, which
# take a PC of 2020 twenty seconds. Counted, not timed, so that every machine reads the same of a file.
MOST_EFFORT = 6_000_000
WRITTEN_OUT = timedelta(days=731)  # from today, of an endless series that no rule on our wall says
_LATEST = 9_990  # a rule that ends later never ends
_COMPARED = 400  # occurrences of a rule in another zone that must agree with the rule made of it
_UNTIL = re.compile(r"UNTIL=([0-9TZ]+)")
_COUNT = re.compile(r"(?:^|;)COUNT=(\d+)(?=;|$)")
# What some programs write where they mean nothing: "COUNT=-1", "INTERVAL=0", "BYDAY=".
_EMPTY = re.compile(
    r"(^|;)(?:(?:COUNT|INTERVAL)=(?:-\d+|0+)|RSCALE=GREGORIAN|SKIP=OMIT|X-[A-Z-]+=[^;]*|[A-Z]+=)(?=;|$)"
)
ONCE = Recurrence("DAILY", count=1)  # a series of one, which dates of its own can be added to


class Patience:
    """The work that the rules of one file may make."""

    def __init__(self, most: int = MOST_EFFORT) -> None:
        self.left = most

    def spend(self, effort: int) -> None:
        """Take a work off what is left; Unfit(TOO_SLOW) when nothing was left before it."""
        if self.left < 0:
            raise Unfit(IcsFault.TOO_SLOW)
        self.left -= effort


@dataclass(slots=True)
class RuleReader:
    """What reading the rule of one event needs: its DTSTART, whether it is of whole days."""

    start: Moment
    days: bool
    zones: Zones
    patience: Patience

    def series(self, written: str, when: When) -> tuple[Series, list[datetime], bool]:
        """Return the series of an RRULE, starts that its rule does not have, and whether later ones were left out.

        BadRule, or Unfit, when it cannot be a meeting's. The series begins later than `when` where the rule does not
        have DTSTART: an occurrence all the same (RFC 5545 §3.8.5.3), which the caller adds.
        """
        rule = self.read(written)
        if self.start.zone is not None and not self.days:
            return self._foreign(rule, when, self.start.zone)
        return self._synced(when, properties.by_days(rule) if self.days else rule), [], False

    def read(self, written: str) -> Recurrence:
        """Read an RRULE; its end is turned to the zone that its DTSTART is in."""
        told = "".join(written.upper().split())
        # Some programs repeat the hour of DTSTART.
        for name, value in (
            ("HOUR", self.start.local.hour),
            ("MINUTE", self.start.local.minute),
            ("SECOND", 0),
        ):
            told = re.sub(rf"(^|;)BY{name}=0?{value}(?=;|$)", r"\1", told)
        told = _EMPTY.sub(r"\1", told)
        found, counted = _UNTIL.search(told), _COUNT.search(told)
        if found is None:
            return read_rule(told)
        told = told.replace(found[0], "")
        if int(found[1][:4]) > LAST_YEAR:
            return read_rule(told)
        until = self._until(found[1])
        if counted is None:
            return read_rule(f"{told};UNTIL={until:{properties.STAMP}}")
        # RFC 5545 §3.3.10 forbids both; what ends first does.
        rule = read_rule(told)
        last = self._checked(When(self.start.local, self.start.local), rule).ends
        return rule if last is None or last <= until else replace(rule, count=None, until=until)

    def _until(self, written: str) -> datetime:
        bound = self.zones.moment(written, {})
        zone = None if self.days else self.start.zone
        until = local_in(bound.wall, zone) if bound.zone is UTC else bound.local
        return datetime.combine(until.date(), time(23, 59, 59)) if bound.day else until

    # -- series ------------------------------------------------------------------------------------------

    def _checked(self, when: When, rule: Recurrence) -> Series:
        self.patience.spend(recurrence.checking_effort(rule, when.start))
        made = recurring_by(when, rule)
        walked = made.when.start if rule.count is None or made.ends is None else made.ends
        self.patience.spend(recurrence.effort(rule, when.start, walked))
        return made

    def _synced(self, when: When, rule: Recurrence) -> Series:
        """Return the series of a rule, a meeting held once when there is but its DTSTART.

        DTSTART counts as an occurrence even where the rule does not have it.
        """
        try:
            made = self._checked(when, rule)
        except BadRule as error:
            if error.fault is not RuleFault.NEVER or rule.until is None:
                raise
            self._checked(when, replace(rule, until=None))  # a rule that no date ever fits is refused
            return once(when)
        if made.when.start == when.start or rule.count is None:
            return made
        return self._checked(when, replace(rule, count=rule.count - 1)) if rule.count > 1 else once(when)

    def _foreign(self, rule: Recurrence, when: When, zone: tzinfo) -> tuple[Series, list[datetime], bool]:
        """Take a rule that is meant in another zone: turned where a rule on our wall says the same dates, else
        written out date by date."""
        local = self._synced(When(self.start.local, self.start.local + when.length), rule)
        if local.rule is None:
            return once(when), [], False
        meant = [wall(one, zone) for one in islice(_dates(local), _COMPARED + 1)]
        self.patience.spend(recurrence.effort(local.rule, local.when.start, local_in(meant[-1], zone)))
        first = when.at(meant[0])
        turned = _turned(local, first)
        if turned is not None and _agree(meant, turned):
            return turned, [], False
        bound = max(first.start, datetime.combine(clock.today(), time())) + WRITTEN_OUT
        if local.ends is not None and len(meant) <= _COMPARED:
            return recurring(first, ONCE), meant[1:], False
        self.patience.spend(recurrence.effort(local.rule, first.start, bound))
        told = [wall(one, zone) for one in _dates(local, local_in(bound, zone))][-MOST_DATES:]
        return recurring(when.at(told[0]), ONCE), told[1:], True


def recurring_by(when: When, rule: Recurrence) -> Series:
    """Return a series as `dates.series.recurring`; Unfit when it ends where no calendar does."""
    made = recurring(when, rule)
    if made.ends is not None and made.ends.year > _LATEST:
        raise Unfit(IcsFault.RULE_TOO_MANY, str(rule))
    return made


def _turned(local: Series, first: When) -> Series | None:
    """Return the series of another zone with its rule turned to our wall, None when the rule cannot be."""
    try:
        rule = recurrence.aligned(local.rule or ONCE, local.when.start, first.start)
        return recurring_by(first, rule)
    except (BadRule, Unfit, ValueError, OverflowError):
        return None


def _agree(meant: list[datetime], turned: Series) -> bool:
    got = list(islice(_dates(turned), len(meant) + 1))
    return got == meant or (len(meant) > _COMPARED and got[:-1] == meant)


def _dates(series: Series, until: datetime | None = None) -> Iterator[datetime]:
    first = series.when.start
    far = until or first.replace(year=first.year + 400, day=min(28, first.day))
    return recurrence.starts(series.rule or ONCE, first, series.ends, first, far)
