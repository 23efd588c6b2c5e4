"""The same lead, paragraph, sentence, phrase or little word twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desk.proofing.finding import Finding, Severity
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph

_LEAST = 60  # letters of a paragraph that may not come twice; a refrain or a signature may
_LEAST_SENTENCE = 12
_LEAST_FAR = 24  # letters of a sentence that comes again farther on
_FEWEST_FAR = 6  # words of it
_NEXT, _FEW = 15, 2  # letters and spaces of a line that may not stand under itself
_SENTENCE = Lazy(r"[^.!?…]+[.!?…]+[”\"]?\s*")
_NO_WORD = Lazy(r"[\W_]+")
_PHRASE = Lazy(r"(?<![\w-])([^\W\d_]+ [^\W\d_]+(?: [^\W\d_]+)?) \1(?![\w-])", re.IGNORECASE)
# What is said twice on purpose: "rất lâu rất lâu", "từng bước từng bước", "cố lên cố lên", "đi mãi đi mãi".
_ON_PURPOSE = Lazy(
    r"(?:rất|thật|từng|mỗi|mãi|càng|quá|muôn|ngàn|vạn|bao|cố|hò|dô|tùng|một|hai|mau|học) |"
    r".* (?:mãi|hoài|nữa|lên|ơi|lắm|đi|thôi|rồi|nhé|lên nào|đi nào|ngày|năm|đời|cắc|dinh|hai)$",
    re.IGNORECASE,
)
_WORD = Lazy(r"\w+(?:[./:,]\d+)*")
_CLAUSE = (3, 16)  # words
_GREETED = Lazy(r"(?:Kính t|T)hưa\b", needs=("hưa",))
_JOINT, _PAUSE = Lazy(r"[,;]? "), Lazy(r"[,;]")
# Little words that Vietnamese never says twice in a row, whatever lists know of them beside their neighbours.
_LITTLE = (
    "có|của|và|là|được|với|để|trong|cho|các|những|đã|sẽ|tại|về|theo|do|bởi|trên|dưới|đến|này|vì|nên|thì|mà|cùng|"
    "không|cũng|như|khi|hay|hoặc|một|cần|phải|đang|vào"
)
_TWICE = Lazy(rf"(?<![\w-])({_LITTLE}) \1(?![\w-])", re.IGNORECASE)


def words_of(text: str) -> str:
    """Return a paragraph's words in small letters, "" of a short one: a refrain, a signature may come twice."""
    same = _NO_WORD.sub(" ", text.lower()).strip() if len(text) >= _LEAST else ""
    return same if len(same) >= _LEAST else ""


def again(one: Paragraph) -> Finding:
    """Return the finding of a paragraph whose words stood above."""
    message = "Đoạn này đã có ở trên."
    return Finding("repeat.paragraph", Severity.WRONG, one.start, one.end, one.text, message, ("",))


def find(one: Paragraph) -> list[Finding]:
    """Return the sentences of a paragraph said twice in a row."""
    found = [] if one.capitals else [*_words(one), *_clauses(one)]
    if one.text.count(" ") > 5:
        before = ""
        for hit in _SENTENCE.finditer(one.text):
            said = _NO_WORD.sub(" ", hit.group().lower()).strip()
            if said == before and len(said) >= _LEAST_SENTENCE and len(said.split()) > 2:
                start, end = one.start + hit.start(), one.start + hit.end()
                found.append(
                    Finding(
                        "repeat.sentence",
                        Severity.WRONG,
                        start,
                        end,
                        hit.group(),
                        "Câu này viết hai lần.",
                        ("",),
                    )
                )
            before = said
    return found


class Said(NamedTuple):
    """The words of a paragraph and of its sentences, with their places in it."""

    words: str  # "" of a short line
    sentences: tuple[tuple[int, int, str], ...]


def said(one: Paragraph) -> Said:
    """Return what a paragraph says, as two places that say the same are compared."""
    words = _NO_WORD.sub(" ", one.text.lower()).strip()
    sentences = tuple(
        (hit.start(), hit.end(), _NO_WORD.sub(" ", hit.group().lower()).strip())
        for hit in _SENTENCE.finditer(one.text)
    )
    return Said(words if len(words) > _NEXT and words.count(" ") > _FEW else "", sentences)


def across(every: Iterable[tuple[Paragraph, Said]]) -> Iterator[Finding]:
    """Yield the sentences of a text that stood in it before, and lines that stand under themselves."""
    told: set[str] = set()
    before, line = "", ""
    for one, spoken in every:
        if spoken.words and spoken.words == line and not words_of(one.text):
            yield again(one)
            continue
        line = spoken.words
        for low, high, words in spoken.sentences:
            if len(words) >= _LEAST_FAR and words.count(" ") + 1 >= _FEWEST_FAR:
                if words in told and words != before and not _GREETED.match(one.text, low):
                    place = (one.start + low, one.start + high)
                    message = "Câu này đã có ở trên."
                    yield Finding(
                        "repeat.sentence", Severity.WRONG, *place, one.text[low:high], message, ("",)
                    )
                told.add(words)
            before = words


def _clauses(one: Paragraph) -> Iterator[Finding]:
    """Yield the three words or more that are said again at once, a comma or semicolon between or not."""
    if "\t" in one.text or "|" in one.text:
        return
    words = [(hit.start(), hit.end(), hit.group().lower()) for hit in _WORD.finditer(one.text)]
    said, at = [word for _, _, word in words], 0
    while at + 2 * _CLAUSE[0] <= len(said):
        size = next(
            (
                n
                for n in range(_CLAUSE[1], _CLAUSE[0] - 1, -1)
                if said[at : at + n] == said[at + n : at + 2 * n]
            ),
            0,
        )
        between = one.text[words[at + size - 1][1] : words[at + size][0]] if size else ""
        inner = one.text[words[at][0] : words[at + size - 1][1]] if size else ""
        ends = bool(between.strip()) or not _PAUSE.search(
            inner
        )  # a phrase that goes over a comma begins at one
        if (
            not size
            or not ends
            or not _JOINT.fullmatch(between)
            or len(set(said[at : at + size])) < _CLAUSE[0] - 1
        ):
            at += 1
            continue
        start, end = words[at + size - 1][1], words[at + 2 * size - 1][1]
        again = one.text[start:end]
        if not _ON_PURPOSE.match(" ".join(said[at : at + size])) and not one.text[:start].endswith(
            ("!", "?")
        ):
            place = (one.start + start, one.start + end)
            yield Finding("repeat.phrase", Severity.LOOK, *place, again, "Cụm từ này viết hai lần.", ("",))
        at += 2 * size


def _words(one: Paragraph) -> list[Finding]:
    """Return the phrases of a paragraph that stand twice in a row, and the little words."""
    found: list[Finding] = []
    for pattern, rule, message in (
        (_PHRASE, "phrase", "Cụm từ này viết hai lần."),
        (_TWICE, "word", "Chữ này viết hai lần."),
    ):
        for hit in pattern.finditer(one.text):
            once = hit.group(1)
            again = hit.group()[len(once) + 1 :]
            words = once.lower().split(" ")
            if again != once and not (again == once.lower() and once[1:] == once[1:].lower()):
                continue  # "của Của", a name
            if rule == "phrase" and (
                _ON_PURPOSE.match(once)
                or len(set(words)) < len(words)
                or (once[0].isupper() and again[0].isupper())
            ):
                continue
            start, end = one.start + hit.start(), one.start + hit.end()
            found.append(Finding(f"repeat.{rule}", Severity.LOOK, start, end, hit.group(), message, (once,)))
    return found
