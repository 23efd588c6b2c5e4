"""What a damaged desk's file still says: texts weighed by their sums, the other rows by their seals."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from hashlib import sha256 as sha256_of
from typing import Any

from desk.database.damaged_file import DamagedFile, Row
from desk.database.seals import SEALED, digest_of, seal_hash
from desk.edition.edition import Names
from desk.errors import DeskError
from desk.text.blocks import ArticleText, from_json, sha256, to_json

_BROKEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, DeskError)


class Fate(Enum):
    """What became of an article."""

    WHOLE = auto()  # its newest text, proven by its sum
    OLDER = auto()  # the newest text that is proven; a later one is damaged
    UNPROVEN = auto()  # a text that can be read; nothing proves that it is as it was saved
    WORDS = auto()  # words without their order in blocks
    LOST = auto()


@dataclass(frozen=True, slots=True)
class SavedText:
    """A revision as it lies in the file."""

    number: int
    stored: str
    proven: bool
    saved_at: str


@dataclass(slots=True)
class RescuedArticle:
    """An article: what can be given out of it, and what the file says beside."""

    id: int
    title: str = ""
    fate: Fate = Fate.LOST
    revision: int = 0
    newest: int = 0  # the number of the newest text that the file knows of
    text: ArticleText | None = None
    words: str = ""  # where there is no text
    damaged: str = ""  # the words of a later text that is damaged
    row: Row = field(default_factory=dict)
    texts: list[SavedText] = field(default_factory=list)


class SealedRows:
    """What the seals say of rows; a seal whose own sum is wrong says nothing."""

    def __init__(self, file: DamagedFile) -> None:
        self._digests: dict[tuple[str, str], str | None] = {}
        for seal in file.rows("seal"):
            try:
                values = [seal[name] for name in ("id", "entry", "journal_hash", "rows", "prev")]
                if seal_hash(values) != seal["hash"]:
                    continue
                for table, digests in json.loads(seal["rows"]).items():
                    self._digests |= {(table, key): digest for key, digest in digests.items()}
            except _BROKEN:
                continue

    def contradict(self, table: str, key: str, row: Row) -> bool:
        """Say whether a row is otherwise than an act has left it; of what no seal speaks that cannot be said."""
        sealed = self._digests.get((table, key))
        if table not in SEALED or sealed is None:
            return False
        try:
            return digest_of(table, row.items()) != sealed
        except _BROKEN:
            return True


def articles(file: DamagedFile, seals: SealedRows) -> list[RescuedArticle]:
    """Return every article that the file knows of in any way, by number."""
    found: dict[int, RescuedArticle] = {}

    def one(number: Any) -> RescuedArticle | None:
        if type(number) is not int or not 0 < number < 2**40:
            return None
        return found.setdefault(number, RescuedArticle(number))

    for row in file.rows("article"):
        article = one(row["id"])
        if article is not None:
            article.row, article.title = row, str(row["title"])
            if not seals.contradict("article", str(row["id"]), row) and type(row["revision"]) is int:
                article.newest = max(article.newest, row["revision"])
    for row in file.rows("revision"):
        article = one(row["article_id"])
        if article is None or type(row["number"]) is not int or not isinstance(row["text"], str):
            continue
        sound = not seals.contradict("revision", str(row["id"]), row)
        proven = sound and _sum(row["text"]) == row["sha256"]
        article.texts.append(SavedText(row["number"], row["text"], proven, str(row["saved_at"])))
        if sound:
            article.newest = max(article.newest, row["number"])
    searched: dict[int, str] = {}
    for row in file.rows("article_text"):
        parts = (row["title"], row["lead"], row["body"], row["byline"])
        searched[row["article_id"]] = "\n\n".join(str(part) for part in parts if part)
    for row in file.rows("journal"):
        if row["subject"] == "article":
            article = one(row["subject_id"])
            if article is not None and not article.title:
                article.title = str(row["title"])
    for number in range(1, min(file.numbers_given("article"), 10_000_000) + 1):
        one(number)
    for article in found.values():
        _weigh(article, searched.get(article.id, ""))
    return [found[number] for number in sorted(found)]


def _weigh(article: RescuedArticle, searched: str) -> None:
    """Choose what is given out of an article: the newest text that is proven before one that is not."""
    texts = sorted(article.texts, key=lambda one: one.number, reverse=True)
    read = [(one, text) for one in texts if (text := readable(one.stored)) is not None]
    best = next(((one, text) for one, text in read if one.proven), None)
    saved: SavedText | None = None
    if best is not None:
        saved, article.text = best
        number = saved.number
        article.fate = Fate.WHOLE if number >= article.newest else Fate.OLDER
        article.damaged = next((words_of(one.stored) for one in texts if one.number > number), "")
        if article.fate is Fate.OLDER and not article.damaged:
            article.damaged = searched
    elif read:
        saved, article.text = read[0]
        article.fate = Fate.UNPROVEN
        article.damaged = searched
    elif searched or texts:
        article.fate, article.words = Fate.WORDS, searched or words_of(texts[0].stored)
        saved = texts[0] if texts else None
    else:
        return
    article.revision = saved.number if saved is not None else 0
    article.newest = max(article.newest, article.revision)
    if article.text is not None:
        article.title = article.text.title or article.title


def readable(stored: str) -> ArticleText | None:
    """Read a stored text; None where it is no text of an article."""
    try:
        text = from_json(stored)
        to_json(text)
    except _BROKEN:
        return None
    return text


def words_of(stored: str) -> str:
    """Return the words of a stored text that cannot be read as one: what stands in quotation marks, but the names."""
    found = []
    at = 0
    while (begin := stored.find('"', at)) >= 0:
        end = begin + 1
        while end < len(stored) and stored[end] != '"':
            end += 2 if stored[end] == "\\" else 1
        piece = stored[begin + 1 : end].replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")
        if stored[end + 1 : end + 2] != ":" and (" " in piece.strip() or len(piece) > 12):
            found.append(piece)
        at = end + 1
    return "\n".join(found)


def _sum(text: str) -> str:
    try:
        return sha256(text)
    except UnicodeEncodeError:
        return ""


def by_article(file: DamagedFile, table: str) -> dict[int, list[Row]]:
    """Return the rows of a table by the article that they speak of."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in file.rows(table):
        found[row["article_id"]].append(row)
    return found


def names(file: DamagedFile) -> Names:
    """Return the names of the department, as far as they can be read."""
    for row in file.rows("setting"):
        if row["key"] == "names":
            try:
                said: Mapping[str, Any] = json.loads(row["value"])
                return Names(**{key: str(said[key]) for key in Names.__dataclass_fields__ if key in said})
            except _BROKEN:
                break
    return Names("", "")


def proven_blobs(file: DamagedFile, table: str, lost: Callable[[str], None]) -> Iterator[tuple[Row, bytes]]:
    """Yield the rows whose bytes have the sum they are stored under; of the others `lost` is told the sum."""
    for row in file.rows(table):
        data = row["data"]
        if isinstance(data, bytes) and sha256_of(data).hexdigest() == row["sha256"]:
            yield row, data
        else:
            lost(str(row["sha256"]))
