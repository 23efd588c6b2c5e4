"""The text that a returned Word file says: the text it was made of, with everything that was changed in the file.

The file is held against the same file as the desk writes it: what both say alike is nobody's edit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desk.circulation.elements import Element, elements, merged_lines
from desk.circulation.letters import carried_over, same
from desk.circulation.pictures_compared import is_same_picture
from desk.compare import tables
from desk.compare.match_blocks import likeness, pairs
from desk.compare.words import OpKind
from desk.edition import masthead
from desk.intake.document import IntakeDocument
from desk.text.blocks import (
    TEXT_BLOCKS,
    ArticleText,
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
    TextBlock,
    body_text,
    new_id,
    plain,
)
from desk.text.stamp import CAPTION

_HEADS = {"@title": "title", "@lead": "lead", "@byline": "byline"}
_ALIKE = 0.5  # share of words from which a paragraph is a line of a frame


@dataclass(frozen=True, slots=True)
class ReturnedText:
    """What a file says: the text, where its pieces stand in it, and pictures that the desk may not have.

    `places` maps what comments and tracked changes know a piece by to a block's id or "@title" …; `pictures` maps
    the block of a new picture to its bytes. `marked` says whether the file still carried names of paragraphs.
    """

    text: ArticleText
    places: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    marked: bool = True
    kept: float = 1.0  # share of the words that stayed


def returned_text(own: ArticleText, written: IntakeDocument, returned: IntakeDocument) -> ReturnedText:
    """Return what `returned` makes of `own`; `written` is the desk's own file of `own`, read in the same way."""
    return _Returned(own, elements(written), elements(returned)).made()


class _Returned:
    def __init__(self, own: ArticleText, before: Sequence[Element], after: Sequence[Element]) -> None:
        self._own = own
        self._blocks = {block.id: block for block in own.blocks}
        self._before = {one.names[0]: one for one in before if one.names}
        self._after = _framed(own, self._before, list(after))
        self._names = _paired(list(self._before.values()), self._after)
        self._pictures: dict[str, bytes] = {}
        self._places: dict[str, str] = {}

    def made(self) -> ReturnedText:
        heads: dict[str, str] = {"title": self._own.title}
        for name in ("lead", "byline"):  # what was not written cannot have been taken out
            heads[name] = "" if f"@{name}" in self._before else getattr(self._own, name)
        captions = {name: one for one, name in zip(self._after, self._names, strict=True) if CAPTION in name}
        blocks: list[Block] = []
        for one, name in zip(self._after, self._names, strict=True):
            if name in _HEADS:
                heads[_HEADS[name]] = self._head(name, one)
                place = name
            elif name.endswith(CAPTION):
                place = name.removesuffix(CAPTION)
            else:
                block = self._block(name, one, captions.get(name + CAPTION))
                if block is None:
                    continue
                blocks.append(block)
                place = block.id
            if one.source:
                self._places.setdefault(one.source, place)
        kept = {block.id for block in self._own.blocks if block.id not in self._before}
        text = replace(self._own, **heads, blocks=_with_unwritten(self._own.blocks, blocks, kept))  # type: ignore[arg-type]  # strings all
        return ReturnedText(
            text, self._places, self._pictures, any(one.names for one in self._after), self._share(text)
        )

    def _share(self, text: ArticleText) -> float:
        sides = [Counter(" ".join(_words(one)).split()) for one in (self._own, text)]
        return likeness(*sides)

    def _head(self, name: str, one: Element) -> str:
        was = self._before[name]
        old = getattr(self._own, _HEADS[name])
        if isinstance(was.block, TEXT_BLOCKS) and isinstance(one.block, TEXT_BLOCKS):
            return plain(carried_over((Run(old),), was.block.runs, one.block.runs)).strip()
        return one.words

    def _block(self, name: str, one: Element, caption: Element | None) -> Block | None:
        own, was = self._blocks.get(name), self._before.get(name)
        if own is None or was is None:
            return self._new(one)
        if isinstance(own, Picture):
            return self._picture(own, was, one, caption)
        if isinstance(own, Table):
            return _table(own, was.block, one.block)
        if isinstance(was.block, TEXT_BLOCKS) and isinstance(one.block, TEXT_BLOCKS):
            runs = carried_over(own.runs, was.block.runs, one.block.runs)
            return _shaped(own, was.block, one.block, runs)
        return self._new(one, name)

    def _new(self, one: Element, name: str = "") -> Block | None:
        block: Block = replace(one.block, id=name or new_id())
        if isinstance(block, Heading):
            block = replace(block, level=min(block.level, 2))
        if isinstance(block, Picture):
            if not one.picture:
                return None
            self._pictures[block.id] = one.picture
        elif (not isinstance(block, Table) and not plain(block.runs).strip()) or (
            isinstance(block, Paragraph) and one.of_caption
        ):
            return None
        return block

    def _picture(self, own: Picture, was: Element, one: Element, caption: Element | None) -> Block:
        written = self._before.get(own.id + CAPTION)
        block = own
        if written is not None:
            now = () if caption is None else _runs(caption.block)
            if not same(_runs(written.block), now):
                stood = (Run(masthead.caption(own)),)
                block = _captioned(own, plain(carried_over(stood, _runs(written.block), now)).strip())
        if one.picture and was.picture and not is_same_picture(was.picture, one.picture):
            self._pictures[own.id] = one.picture
        return block


def _framed(own: ArticleText, before: Mapping[str, Element], after: list[Element]) -> list[Element]:
    """Make one element of the paragraphs of a frame that lost its name, and with it what held them together."""
    named = {name for one in after for name in one.names}
    for block in own.blocks:
        was = before.get(block.id)
        if was is None or block.id in named or not isinstance(block, Table):
            continue
        lines = was.words.split("\n")
        if not isinstance(was.block, Paragraph) or len(lines) < 2:
            continue
        first, last = (_likest(after, line) for line in (lines[0], lines[-1]))
        row = after[first : last + 1] if 0 <= first < last else []
        if row and all(isinstance(one.block, Paragraph) and not one.names for one in row):
            whole = Paragraph("", merged_lines([one.block for one in row]))
            after[first : last + 1] = [replace(row[0], block=whole)]
    return after


def _likest(elements: Sequence[Element], line: str) -> int:
    """Return which element is most like a line, -1 when none is like it."""
    words = Counter(line.split())
    alike = [likeness(words, Counter(one.words.split())) for one in elements]
    best = max(range(len(alike)), key=lambda at: alike[at], default=-1)
    return best if best >= 0 and alike[best] >= _ALIKE else -1


def _paired(before: list[Element], after: list[Element]) -> list[str]:
    """Return what each element of the returned file is called, "" for what is new."""
    known = {one.names[0]: one for one in before}
    names = [_own_name(one, known) for one in after]
    taken = {name for name in names if name}
    left = [replace(one.block, id=one.names[0]) for one in before if one.names[0] not in taken]
    free = [at for at, name in enumerate(names) if not name]
    blocks = [_identified(after[at].block, f"?{at}", after[at].picture) for at in free]
    left = [_identified(block, block.id, known[block.id].picture) for block in left]
    ids = {block.id: at for block, at in zip(blocks, free, strict=True)}
    for pair in pairs(left, blocks):
        if pair.old is not None and pair.new is not None:
            names[ids[pair.new.id]] = pair.old.id
    return names


def _identified(block: Block, name: str, picture: bytes) -> Block:
    if not isinstance(block, Picture):
        return replace(block, id=name)
    import hashlib

    return replace(block, id=name, picture=hashlib.sha256(picture).hexdigest(), caption="", alt="")


def _own_name(one: Element, known: Mapping[str, Element]) -> str:
    """Choose the name of a paragraph that came to carry several: its neighbours were joined to it, or went."""
    names = [name for name in one.names if name in known and _can_be(known[name].block, one.block)]
    if len(names) < 2:
        return names[0] if names else ""
    words = Counter(one.words.split())
    alike = {name: likeness(Counter(known[name].words.split()), words) for name in names}
    return max(names, key=lambda name: alike[name])


def _can_be(was: Block, now: Block) -> bool:
    return isinstance(was, Picture) == isinstance(now, Picture) and isinstance(was, Table) == isinstance(
        now, Table
    )


def _shaped(own: TextBlock, was: Block, now: TextBlock, runs: Runs) -> Block:
    """Return a block of its own kind with other runs; of the kind of `now` where that was changed."""
    if type(was) is type(now):
        block = replace(own, runs=runs)
        if isinstance(block, ListItem) and isinstance(now, ListItem) and isinstance(was, ListItem):
            if was.ordered != now.ordered:
                block = replace(block, ordered=now.ordered)
            if was.level != now.level:
                block = replace(block, level=max(0, block.level + now.level - was.level))
        return block
    kinds: dict[type, Callable[[], Block]] = {
        Paragraph: lambda: Paragraph(own.id, runs),
        Heading: lambda: Heading(own.id, runs, min(getattr(now, "level", 1), 2)),
        Quote: lambda: Quote(own.id, runs),
        ListItem: lambda: replace(now, id=own.id, runs=runs),
    }
    return kinds[type(now)]()


def _table(own: Table, was: Block, now: Block) -> Block:
    if isinstance(was, Paragraph) and isinstance(now, Paragraph):  # a frame of one cell
        return replace(own, rows=((carried_over(own.rows[0][0], was.runs, now.runs),),))
    if not isinstance(was, Table) or not isinstance(now, Table):
        return replace(now, id=own.id)
    rows = []
    at = -1
    columns = [len(row) for row in own.rows] == [len(row) for row in was.rows]
    for row in tables.grid(was, now):
        at += row.kind is not OpKind.INSERT
        if row.kind is OpKind.DELETE:
            continue
        cells, across = [], -1
        for cell in row.cells:
            across += cell.old is not None
            if cell.new is None:
                continue
            if cell.old is None or not columns or row.kind is OpKind.INSERT:
                cells.append(cell.new)
            else:
                cells.append(carried_over(own.rows[at][across], cell.old, cell.new))
        rows.append(tuple(cells))
    header = own.header if was.header == now.header else now.header
    made = replace(own, rows=tuple(rows), header=header)
    return own if _cells(made) == _cells(own) and made.header == own.header else made


def _cells(table: Table) -> list[list[Runs]]:
    return [list(row) for row in table.rows]


def _runs(block: Block) -> Runs:
    return block.runs if isinstance(block, TEXT_BLOCKS) else ()


def _captioned(own: Picture, words: str) -> Picture:
    """Part what stands under a picture into caption and credit: the credit is what it was, unless it was changed."""
    shown = masthead.caption(own)
    credit = shown[len(masthead.caption(replace(own, credit=""))) :].strip(" .") if own.credit else ""
    if own.credit and credit and words.endswith(credit):
        caption = words.removesuffix(credit).rstrip()
        if not own.caption.rstrip().endswith("."):
            caption = caption.removesuffix(".")
        return replace(own, caption=caption)
    head, mark, tail = words.rpartition("Ảnh:")
    if own.credit and mark:
        caption = head.rstrip()
        if not own.caption.rstrip().endswith("."):
            caption = caption.removesuffix(".")
        return replace(
            own, caption=caption, credit=tail.strip() if not own.credit.startswith("Ảnh") else mark + tail
        )
    return replace(own, caption=words, credit="")


def _with_unwritten(own: Sequence[Block], made: list[Block], unwritten: set[str]) -> tuple[Block, ...]:
    """Put the blocks back that no file shows (empty ones) behind the block that they followed."""
    out = list(made)
    for at, block in enumerate(own):
        if block.id in unwritten:
            before = own[at - 1].id if at else ""
            place = next((n + 1 for n, one in enumerate(out) if one.id == before), 0 if not at else len(out))
            out.insert(place, block)
    return tuple(out)


def _words(text: ArticleText) -> list[str]:
    return [text.title, text.lead, body_text(text), text.byline]
