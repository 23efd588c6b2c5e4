"""What contradicts between two articles of one issue: a name, a title, a document's day, a body's name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from desk.proofing.bodies import Body
from desk.proofing.citing import Cited
from desk.proofing.finding import Finding, Severity
from desk.proofing.people import Name, alike
from desk.proofing.titles import Titled, contradicts


class Article(NamedTuple):
    """What an article brings to the comparison, at its places in the article's text."""

    key: Hashable
    names: Sequence[Name]
    cited: Sequence[Cited]
    titled: Sequence[Titled]
    bodies: Sequence[Body]


def find(articles: Sequence[Article]) -> dict[Hashable, list[Finding]]:
    """Return what each article says otherwise than another one of the issue; the first to differ is named."""
    found: dict[Hashable, list[Finding]] = defaultdict(list)
    for rule in (_names, _titles, _citations, _bodies):
        for key, one in rule(articles):
            found[key].append(one)
    return dict(found)


def _finding(
    rule: str, span: tuple[int, int], text: str, message: str, right: str, other: tuple[Hashable, int, int]
) -> Finding:
    return Finding(
        f"issue.{rule}", Severity.LOOK, span[0], span[1], text, message, (right,) if right else (), "", other
    )


def _names(articles: Sequence[Article]) -> Iterator[tuple[Hashable, Finding]]:
    """Yield names of three words or more that another article spells otherwise, where either is told once."""
    uses: dict[str, list[tuple[Hashable, Name]]] = defaultdict(list)
    for article in articles:
        for name in article.names:
            if name.text.count(" ") > 1:
                uses[name.text].append((article.key, name))
    shapes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for text in uses:
        words = text.split(" ")
        for at in range(len(words)):
            shapes[(str(at), *words[:at], "", *words[at + 1 :])].add(text)
    for same in shapes.values():
        for text in same:
            for rival in same:
                if not _one_person(text, rival) or (len(uses[text]), rival) > (len(uses[rival]), text):
                    continue
                there, seen = uses[rival][0]
                for key, name in uses[text]:
                    if key != there:
                        message = f"Bài khác trong số này viết “{rival}”."
                        other = (there, seen.start, seen.end)
                        yield key, _finding("name", (name.start, name.end), text, message, rival, other)


def _one_person(first: str, second: str) -> bool:
    other = [(a, b) for a, b in zip(first.split(" "), second.split(" "), strict=True) if a != b]
    return len(other) == 1 and alike(*other[0])


def _titles(articles: Sequence[Article]) -> Iterator[tuple[Hashable, Finding]]:
    by: dict[str, list[tuple[Hashable, Titled]]] = defaultdict(list)
    for article in articles:
        for one in article.titled:
            rival = next(
                ((key, it) for key, it in by[one.name] if key != article.key and contradicts(it, one)), None
            )
            if rival:
                key, it = rival
                message = f"Bài khác trong số này viết {one.name} là “{it.text}”."
                other = (key, it.start, it.end)
                yield article.key, _finding("title", (one.start, one.end), one.text, message, it.text, other)
            by[one.name].append((article.key, one))


def _citations(articles: Sequence[Article]) -> Iterator[tuple[Hashable, Finding]]:
    """Yield documents of the centre that another article dates otherwise; lower numbers come again each term."""
    by: dict[tuple[str, str], tuple[Hashable, Cited]] = {}
    for article in articles:
        for one in article.cited:
            if not one.day:
                continue
            key, first = by.setdefault((one.type, one.symbol), (article.key, one))
            if key == article.key or first.day == one.day or first.day[-4:] != one.day[-4:]:
                continue
            start = one.paragraph.start
            text = one.paragraph.text[slice(*one.day_at)]
            message = f"Bài khác trong số này viết {one.type} số {one.symbol} ngày {first.day}."
            other = (key, first.paragraph.start + first.start, first.paragraph.start + first.end)
            span = (start + one.day_at[0], start + one.day_at[1])
            yield article.key, _finding("citation", span, text, message, first.day, other)


def _bodies(articles: Sequence[Article]) -> Iterator[tuple[Hashable, Finding]]:
    fresh: dict[str, tuple[Hashable, Body]] = {}
    for article in articles:
        for one in article.bodies:
            if one.text == one.now:
                fresh.setdefault(one.now, (article.key, one))
    for article in articles:
        for one in article.bodies:
            key, other = fresh.get(one.now, (article.key, one))
            if one.text != one.now and key != article.key:
                message = f"Bài khác trong số này viết “{one.now}”."
                place = (key, other.start, other.end)
                yield article.key, _finding("body", (one.start, one.end), one.text, message, one.now, place)
