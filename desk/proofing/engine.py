"""Proofread a text: every family of rules over it, what they find in order.

A paragraph's own findings depend on its words, the day and the register alone, so a reader keeps them (`alone.py`)
and asks over all paragraphs only what stands between them: names, citations, abbreviations, quotations, repeats.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, TypeVar

from desk.proofing import (
    abbreviations,
    citations,
    issue,
    listings,
    people,
    persons,
    repeats,
    spelling,
    tallies,
    titles,
    typography,
)
from desk.proofing.alone import Answer, answer
from desk.proofing.finding import Finding, kept
from desk.proofing.likelihood import Likelihood
from desk.proofing.model import Model, model
from desk.proofing.nearness import warm
from desk.proofing.reading import Paragraph, lines
from desk.proofing.register import Register

K = TypeVar("K", bound=Hashable)
_Known = list[tuple[int, Answer]]  # where each paragraph stands, and what it says by itself


class Proofreader:
    """One who proofreads again and again, such as for somebody who types; to be asked by one thread alone."""

    def __init__(self, knowing: Model | None = None, remembered: int = 1_000) -> None:
        """Prepare with what is known of the language, the model that ships by default, read when first needed.

        A paragraph of a hundred words that is remembered takes about 16 kB.
        """
        self._knowing = knowing
        self._likely: Likelihood | None = None
        self._remembered = remembered
        self._register = Register()
        self._answers: dict[tuple[str, dt.date | None], Answer | None] = {}

    def warm(self) -> None:
        """Read the model and its tables, so that the first text is as quick as the next."""
        self._likelihood()
        warm()

    def proof(
        self,
        text: str,
        *,
        date: dt.date | None = None,
        register: Register | Mapping[str, Any] | None = None,
    ) -> tuple[Finding, ...]:
        """Return what a good editor would mark in a text, as the function `proof` does."""
        self._with(register)
        return self._kept(self._over(self._known(text, date)))

    def proof_issue(
        self,
        articles: Iterable[tuple[K, str, dt.date | None]],
        *,
        register: Register | Mapping[str, Any] | None = None,
    ) -> dict[K, tuple[Finding, ...]]:
        """Return the findings of each article of an issue, and with them what contradicts between two of them."""
        self._with(register)
        known = {key: self._known(text, date) for key, text, date in articles}
        between = issue.find(
            [
                issue.Article(
                    key,
                    [it.moved(start) for start, one in read for it in one.names],
                    [it._replace(paragraph=_at(one, start)) for start, one in read for it in one.cited],
                    [it.moved(start) for start, one in read for it in one.titled],
                    [it.moved(start) for start, one in read for it in one.bodies],
                )
                for key, read in known.items()
            ]
        )
        return {key: self._kept([*self._over(read), *between.get(key, ())]) for key, read in known.items()}

    def _with(self, register: Register | Mapping[str, Any] | None) -> None:
        given = register if isinstance(register, Register) else Register.read(register or {})
        if given is not self._register and given != self._register:
            self._answers.clear()
        self._register = given

    def _likelihood(self) -> Likelihood:
        if self._likely is None:
            self._likely = Likelihood(self._knowing or model())
        return self._likely

    def _known(self, text: str, date: dt.date | None) -> _Known:
        found: _Known = []
        for start, line in lines(unicodedata.normalize("NFC", text)):
            key = (line, date)
            if key in self._answers:
                one = self._answers.pop(key)
            else:
                one = answer(line, date, self._likelihood(), self._register)
            self._answers[key] = one
            if one:
                found.append((start, one))
        while len(self._answers) > self._remembered:
            del self._answers[next(iter(self._answers))]
        return found

    def _over(self, known: _Known) -> list[Finding]:
        """Return the paragraphs' own findings, and what stands between them."""
        found: list[Finding] = []
        fresh: list[tuple[int, Answer, Paragraph]] = []
        texts, same = set(), set()
        for start, one in known:
            here = _at(one, start)
            if one.same and one.same in same:
                found.append(repeats.again(here))
                if here.text in texts:
                    continue  # what is wrong there was said
            elif one.same:
                same.add(one.same)
            texts.add(here.text)
            found += [it.moved(start) for it in one.bare]
            if one.plain:
                fresh.append((start, one, here))
        every = [here for _, _, here in fresh]
        names = [it.moved(start) for start, one, _ in fresh for it in one.names]
        cited = [it._replace(paragraph=here) for _, one, here in fresh for it in one.cited]
        used = [it.moved(start) for start, one, _ in fresh for it in one.shorts]
        found += typography.quotes(every)
        found += citations.find(cited, self._register)
        found += people.find(names, self._register)
        found += persons.find(every, names)
        found += people.find_places(
            [it.moved(start) for start, one, _ in fresh for it in one.places],
            [it.moved(start) for start, one, _ in fresh for it in one.pairs],
        )
        found += tallies.find(every)
        found += listings.across(every)
        found += repeats.across([(here, one.said) for _, one, here in fresh])
        titled = [it.moved(start) for start, one, _ in fresh for it in one.titled]
        found += titles.find(titled)
        found += titles.misnamed(titled, names)
        found += abbreviations.find(used, every, self._register)
        own: list[Finding] = []
        ended = True
        for start, one, here in fresh:
            own += [it.moved(start) for it in one.found if ended or it.start or it.rule != "capital.sentence"]
            ended = here.text.rstrip().endswith((".", "!", "?", "…", "”"))
        return found + self._spared(own, people.syllables(names), fresh)

    @staticmethod
    def _spared(
        own: list[Finding], names: frozenset[str], fresh: list[tuple[int, Answer, Paragraph]]
    ) -> list[Finding]:
        """Leave out words that are names elsewhere in the text, and foreign ones that it uses again and again."""
        foreign = {
            it.text for it in own if it.rule == "spelling.syllable" and spelling.may_be_foreign(it.text)
        }
        often: set[str] = set()
        if foreign:
            used = Counter(
                word.text for _, one, _ in fresh for word in one.paragraph.words if word.text in foreign
            )
            often = {word for word, times in used.items() if times > 2}
        return [
            it
            for it in own
            if it.rule not in ("spelling.syllable", "context.word")
            or not (it.text in names or it.text in often)
        ]

    def _kept(self, found: list[Finding]) -> tuple[Finding, ...]:
        known = self._register
        return kept([known.graded(it) for it in found if not known.silent(it)])


def _at(one: Answer, start: int) -> Paragraph:
    fences = tuple((low + start, high + start) for low, high in one.paragraph.fences)
    return Paragraph(start, one.paragraph.text, fences)


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
    return Proofreader(knowing).proof(text, date=date, register=register)


def proof_issue(
    articles: Iterable[tuple[K, str, dt.date | None]],
    *,
    register: Register | Mapping[str, Any] | None = None,
    knowing: Model | None = None,
) -> dict[K, tuple[Finding, ...]]:
    """Return the findings of each article of an issue, and what contradicts between two of them."""
    return Proofreader(knowing).proof_issue(articles, register=register)
