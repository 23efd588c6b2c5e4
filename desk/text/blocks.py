"""An article's text: the JSON schema of its blocks, and what every converter agrees on.

Schema version 1. Stored as canonical JSON (sorted keys, no spaces, UTF-8, NFC); its SHA-256 is what an
approval names. Only these blocks and marks exist: no fonts, sizes or colours.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from desk.errors import NotNow, Why
from desk.text.symbol_fonts import with_plain_signs

SCHEMA = 1
TITLE_LIMIT = 300  # characters; a longer title is a paragraph pasted into the wrong field


def nfc(text: str) -> str:
    """Compose Vietnamese letters (NFC), the one form the desk stores."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def new_id() -> str:
    """Make a block id: 8 random hexadecimal digits, stable for the life of the block."""
    import secrets  # with hashlib

    return secrets.token_hex(4)


class Mark(Enum):
    """What a run of text may carry."""

    BOLD = "b"
    ITALIC = "i"
    UNDERLINE = "u"
    SUB = "sub"
    SUPER = "sup"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters with the same marks; a line break within a paragraph is "\\n"."""

    text: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    id: str
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the body, level 1 or 2."""

    id: str
    runs: Runs = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; `level` counts from 0, `start` is the number of an ordered list's first item."""

    id: str
    runs: Runs = ()
    ordered: bool = False
    level: int = 0
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage, set in."""

    id: str
    runs: Runs = ()


WIDTHS = ("column", "half", "page")  # how wide a picture is printed; two halves in a row stand side by side


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the desk (`picture` is its SHA-256, hexadecimal) with caption, credit, alt text and width."""

    id: str
    picture: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    width: str = "column"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell runs; `header` says that the first row is the head."""

    id: str
    rows: tuple[tuple[Runs, ...], ...] = ()
    header: bool = False


Block: TypeAlias = Paragraph | Heading | ListItem | Quote | Picture | Table
TextBlock: TypeAlias = Paragraph | Heading | ListItem | Quote
TEXT_BLOCKS = (Paragraph, Heading, ListItem, Quote)

_KINDS: dict[str, type[Block]] = {
    "p": Paragraph,
    "h": Heading,
    "li": ListItem,
    "q": Quote,
    "img": Picture,
    "table": Table,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class ArticleText:
    """All that is printed of an article: what a revision stores and an approval signs."""

    title: str = ""
    lead: str = ""
    byline: str = ""
    event_date: date | None = None
    blocks: tuple[Block, ...] = field(default=())


def plain(runs: Runs) -> str:
    """Return the letters of the runs."""
    return "".join(run.text for run in runs)


def block_text(block: Block) -> str:
    """Return a block's words: a table's cells tab by tab and line by line, a picture's caption and credit."""
    if isinstance(block, Table):
        return "\n".join("\t".join(plain(cell) for cell in row) for row in block.rows)
    if isinstance(block, Picture):
        return "\n".join(part for part in (block.caption, block.credit) if part)
    return plain(block.runs)


def body_text(text: ArticleText) -> str:
    """Return the body as plain text, a line a block."""
    return "\n".join(block_text(block) for block in text.blocks)


def word_count(text: ArticleText) -> int:
    """Count words (runs of non-space) in title, lead, body and captions."""
    return sum(len(part.split()) for part in (text.title, text.lead, body_text(text)))


def pictures_of(text: ArticleText) -> tuple[str, ...]:
    """Return the SHA-256 of every picture in reading order, each once."""
    return tuple(dict.fromkeys(b.picture for b in text.blocks if isinstance(b, Picture)))


def merged(runs: Iterable[Run]) -> Runs:
    """Join neighbours that carry the same marks and drop empty runs."""
    out: list[Run] = []
    parts: list[list[str]] = []
    for run in runs:
        if not run.text:
            continue
        if out and out[-1].marks == run.marks and out[-1].link == run.link:
            parts[-1].append(run.text)
        else:
            out.append(run)
            parts.append([run.text])
    return tuple(
        run if len(words) == 1 else replace(run, text="".join(words))
        for run, words in zip(out, parts, strict=True)
    )


def _stored(words: str) -> str:
    return with_plain_signs(nfc(words))


def normal(text: ArticleText) -> ArticleText:
    """Return the text as it is stored: NFC, signs of symbol fonts plain, runs merged, block ids there and unique."""
    seen: set[str] = set()

    def runs(them: Runs) -> Runs:
        return merged(replace(run, text=_stored(run.text)) for run in them)

    def one(block: Block) -> Block:
        if not block.id or block.id in seen:
            block = replace(block, id=new_id())
        seen.add(block.id)
        if isinstance(block, Table):
            return replace(block, rows=tuple(tuple(runs(cell) for cell in row) for row in block.rows))
        if isinstance(block, Picture):
            return replace(
                block, caption=_stored(block.caption), credit=_stored(block.credit), alt=nfc(block.alt)
            )
        return replace(block, runs=runs(block.runs))

    return ArticleText(
        title=_stored(" ".join(text.title.split())),
        lead=_stored(text.lead.strip()),
        byline=_stored(text.byline.strip()),
        event_date=text.event_date,
        blocks=tuple(one(block) for block in text.blocks),
    )


# -- JSON ------------------------------------------------------------------------------------------------


def to_json(text: ArticleText) -> str:
    """Write the canonical JSON of a text; the same text always gives the same letters."""
    return json.dumps(to_data(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(stored: str) -> str:
    """Return the SHA-256 (hexadecimal) of a text's canonical JSON."""
    import hashlib  # with OpenSSL, 3 ms of a start

    return hashlib.sha256(stored.encode("utf-8")).hexdigest()


def to_data(text: ArticleText) -> dict[str, Any]:
    """Return the text as JSON-ready values."""
    return {
        "v": SCHEMA,
        "title": text.title,
        "lead": text.lead,
        "byline": text.byline,
        "event_date": text.event_date.isoformat() if text.event_date else None,
        "blocks": [_block_data(block) for block in text.blocks],
    }


def from_json(stored: str) -> ArticleText:
    """Read a stored text; NotNow(BAD_TEXT) says what does not follow the schema."""
    try:
        data = json.loads(stored)
    except (json.JSONDecodeError, RecursionError) as error:
        raise NotNow(Why.BAD_TEXT, str(error)) from error
    return from_data(data)


def stored_words(stored: str) -> tuple[str, str, str, str]:
    """Return title, lead, byline and body (as `body_text`) of a stored text whose SHA-256 is right.

    Its form needs no second proof then: a text is not built to be compared.
    """
    data = json.loads(stored)
    body = "\n".join([_stored_block_words(one) for one in data["blocks"]])
    return data["title"], data["lead"], data["byline"], body


def _stored_block_words(data: Any) -> str:
    if data["t"] == _NAMES[Table]:
        return "\n".join("\t".join("".join([run[0] for run in cell]) for cell in row) for row in data["rows"])
    if data["t"] == _NAMES[Picture]:
        return "\n".join(part for part in (data.get("caption", ""), data.get("credit", "")) if part)
    return "".join([run[0] for run in data["runs"]])


def from_data(data: Any) -> ArticleText:
    """Read JSON-ready values back; NotNow(BAD_TEXT) says what does not follow the schema."""
    try:
        if data["v"] != SCHEMA:
            raise NotNow(Why.BAD_TEXT, f"v={data['v']}")
        when = data["event_date"]
        return ArticleText(
            title=_string(data["title"]),
            lead=_string(data["lead"]),
            byline=_string(data["byline"]),
            event_date=date.fromisoformat(when) if when else None,
            blocks=tuple(_block(item) for item in data["blocks"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotNow(Why.BAD_TEXT, f"{type(error).__name__}: {error}") from error


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a string: {value!r}")
    return value


def _runs_data(runs: Runs) -> list[list[str]]:
    return [
        [run.text, " ".join(sorted(mark.value for mark in run.marks)), *([run.link] if run.link else [])]
        for run in runs
    ]


def _runs(data: Any) -> Runs:
    return tuple(
        Run(_string(item[0]), frozenset(Mark(m) for m in item[1].split()), item[2] if len(item) > 2 else "")
        for item in data
    )


def _block_data(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"t": _NAMES[type(block)]}
    for item in fields(block):
        value = getattr(block, item.name)
        if item.name == "runs":
            data["runs"] = _runs_data(value)
        elif item.name == "rows":
            data["rows"] = [[_runs_data(cell) for cell in row] for row in value]
        elif item.name == "id" or value != item.default:
            data[item.name] = value
    return data


def _block(data: Any) -> Block:
    kind = _KINDS[data["t"]]
    values: dict[str, Any] = {key: value for key, value in data.items() if key != "t"}
    if "runs" in values:
        values["runs"] = _runs(values["runs"])
    if "rows" in values:
        values["rows"] = tuple(tuple(_runs(cell) for cell in row) for row in values["rows"])
    _check(kind, values)
    return kind(**values)


def _check(kind: type[Block], values: dict[str, Any]) -> None:
    _string(values["id"])
    for item in fields(kind):
        if item.name in values and item.name not in ("id", "runs", "rows"):
            wanted = str if item.name == "picture" else type(item.default)
            if type(values[item.name]) is not wanted:
                raise TypeError(f"{item.name} is {values[item.name]!r}")
    if kind is Picture:
        int(_string(values["picture"]), 16)
        if values.get("width", WIDTHS[0]) not in WIDTHS:
            raise TypeError(f"width is {values['width']!r}")
