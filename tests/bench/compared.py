"""Two revisions compared: five thousand words, two hundred edits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random

from desk.compare import compare
from desk.text import ArticleText, Block, Paragraph, Run, body_text, plain
from tests.bench import corpus
from tests.bench.figure import Row, Sizes, median_of, shown, under

WORDS, EDITS = 5_000, 200


def rows(_sizes: Sizes) -> Iterator[Row]:
    """Compare, beside difflib over the words of the whole text."""
    made = corpus.words()
    old = made.long_article(WORDS)
    new = edited(old, EDITS, made)
    ours = median_of(lambda: compare(old, new), 15, warm=2)
    before, after = body_text(old).split(), body_text(new).split()
    plainly = median_of(lambda: SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), 3, warm=0)
    places = compare(old, new).summary.changes
    name = f"compare two revisions of {WORDS:,} words, {EDITS} edits ({places} places found)"
    yield under(name, ours, 50, f"{shown(plainly)}: difflib over the words")
    moved = replace(new, blocks=new.blocks[10:] + new.blocks[:10])
    ours = median_of(lambda: compare(old, moved), 15, warm=2)
    yield under("the same, ten paragraphs moved as well", ours, 50)


def edited(text: ArticleText, edits: int, words: corpus.Words) -> ArticleText:
    """Replace, take out, put in words at so many places."""
    random = Random(11)
    blocks: list[Block] = list(text.blocks)
    for turn in range(edits):
        at = random.randrange(len(blocks))
        block = blocks[at]
        if not isinstance(block, Paragraph):
            continue
        tokens = plain(block.runs).split()
        place = random.randrange(len(tokens))
        fresh = random.choice(words.sentence(random).split())
        if turn % 3 == 0:
            tokens[place] = fresh
        elif turn % 3 == 1:
            tokens.insert(place, fresh)
        elif len(tokens) > 1:
            del tokens[place]
        blocks[at] = Paragraph(block.id, (Run(" ".join(tokens)),))
    return replace(text, blocks=tuple(blocks))
