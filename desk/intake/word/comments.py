"""Comments of a Word file (ECMA-376 part 1, 17.13.4) with their answers (MS-DOCX 2.5.4: commentsExtended)."""

from __future__ import annotations

from datetime import datetime

from desk.intake.document import SourceComment
from desk.intake.packages import Element
from desk.intake.word.names import W14, W15, letters_of, value, w
from desk.intake.word.reading import Reading
from desk.text.signs import shown

_DELETED = frozenset((w("del"), w("moveFrom")))
_SIGNS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


def comments(reading: Reading) -> tuple[SourceComment, ...]:
    """Return the comments in the order in which they begin in the text, each answer after what it answers."""
    part = reading.package.named("comments")
    root = None if part is None else reading.package.root(part.name)
    if root is None:
        return ()
    written = {value(one, w("id")): one for one in root.iter(w("comment"))}
    above = _answers(reading, written)
    places = {known: at for at, known in enumerate(reading.comments)}
    order = sorted(
        written,
        key=lambda one: (places.get(_thread(one, above), len(places)), _thread(one, above) != one),
    )
    found: list[SourceComment] = []
    numbers: dict[str, int] = {}  # of the comments that say something, among them
    for one in order:
        text = "\n".join(line for line in map(plain_words, written[one].iter(w("p"))) if line)
        if text:
            source = reading.comments.get(_thread(one, above)) or reading.comments.get(one, "")
            author = shown(value(written[one], w("author"))).strip()
            head = _thread(one, above)
            answers = numbers.get(head) if head != one else None
            numbers[one] = len(found)
            when = _when(value(written[one], w("date")))
            found.append(SourceComment(author, text, source, when, answers))
    return tuple(found)


def _answers(reading: Reading, written: dict[str, Element]) -> dict[str, str]:
    """Return which comment each answer belongs to, by their ids."""
    part = reading.package.named("commentsExtended")
    root = None if part is None else reading.package.root(part.name)
    if root is None:
        return {}
    # A comment is known by the last of its paragraphs there.
    ids = {value(one, f"{W14}paraId"): known for known, text in written.items() for one in text.iter(w("p"))}
    above = {}
    for one in root.iter(f"{W15}commentEx"):
        answer, to = ids.get(value(one, f"{W15}paraId")), ids.get(value(one, f"{W15}paraIdParent"))
        if answer is not None and to is not None and answer != to:
            above[answer] = to
    return above


def _thread(comment: str, above: dict[str, str]) -> str:
    """Return the comment that a thread begins with; Word has one level of answers."""
    return above.get(comment, comment)


def _when(text: str) -> datetime | None:
    """Read a date, which Word writes in the clock's own time whatever zone it names."""
    try:
        return datetime.fromisoformat(text[:19])
    except ValueError:
        return None


def plain_words(paragraph: Element) -> str:
    """Return the letters of a paragraph, without what was deleted."""
    letters: list[str] = []
    _collect(paragraph, letters)
    return shown("".join(letters)).strip()


def _collect(node: Element, letters: list[str]) -> None:
    for one in node:
        if one.tag == w("t"):
            letters.append(letters_of(one))
        elif one.tag in _SIGNS:
            letters.append(_SIGNS[one.tag])
        elif one.tag not in _DELETED:
            _collect(one, letters)
