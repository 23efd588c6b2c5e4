"""Two revisions compared: what is flagged, how long it takes, and how long until it is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from random import Random

from PySide6.QtWidgets import QApplication, QMainWindow

from desk.compare.articles import Comparison, compare
from desk.text.blocks import ArticleText, Block, Paragraph, Run, body_text, plain
from tests.bench import corpus, seated
from tests.bench.figure import BUILD, Row, Sizes, median_of, shown, under
from tests.desk.compare.edits import (
    edits,
    flagged,
    flagged_by_letters,
    flagged_by_words,
    share,
    share_of_paragraph,
)
from ui.comparison.view import ComparisonView

WORDS, EDITS = 5_000, 200


def rows(_sizes: Sizes) -> Iterator[Row]:
    """Compare, beside difflib with its default junk: letters flagged on real-style edits, then the time it takes."""
    ours, by_letters, by_words = share(flagged), share(flagged_by_letters), share(flagged_by_words)
    yield Row(
        f"letters flagged / truly changed, {len(edits())} real-style edits",
        f"{ours:.2f} ×",
        f"{by_letters:.2f} × (difflib by letters), {by_words:.2f} × (by words)",
        f"{ours / by_letters:.2f} ×",
        "≤ 1.25 ×",
        ours <= 1.25,
    )
    worst = max(share_of_paragraph(edit) for edit in edits() if edit.kind == "word")
    yield Row("most of a paragraph flagged for one word", f"{worst:.0%}", "", "", "≤ 25 %", worst <= 0.25)
    yield from _timed()


def _timed() -> Iterator[Row]:
    made = corpus.words()
    old = made.long_article(WORDS)
    new = edited(old, EDITS, made)
    ours = median_of(lambda: compare(old, new), 15, warm=2)
    before, after = body_text(old).split(), body_text(new).split()
    plainly = median_of(lambda: SequenceMatcher(None, before, after).get_opcodes(), 3, warm=0)
    thorough = median_of(
        lambda: SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), 3, warm=0
    )
    places = compare(old, new).summary.changes
    name = f"compare two revisions of {WORDS:,} words, {EDITS} edits ({places} places found)"
    yield under(name, ours, 50, f"{shown(plainly)} ms difflib over the words, {shown(thorough)} without junk")
    moved = replace(new, blocks=new.blocks[10:] + new.blocks[:10])
    ours = median_of(lambda: compare(old, moved), 15, warm=2)
    yield under("the same, ten paragraphs moved as well", ours, 50)
    yield from _shown(compare(old, new))


def _shown(comparison: Comparison) -> Iterator[Row]:
    seated.application(BUILD)
    window, view = QMainWindow(), ComparisonView()
    window.setCentralWidget(view)
    window.resize(1366, 768)
    window.show()
    paints = seated.Paints(view.viewport())
    seated.settle(lambda: paints.count > 0)

    def painted(work: Callable[[], None]) -> None:
        before = paints.count
        work()
        while paints.count == before:
            QApplication.processEvents()
        QApplication.processEvents()

    ours = median_of(lambda: painted(lambda: view.show_comparison(comparison, {})), 15, warm=2)
    yield under("a comparison shown, painted in a window of 1366 × 768", ours, 100)
    painted(view.previous_change)  # the last change: the whole page is laid out
    yield Row("next change, painted", f"{shown(median_of(lambda: painted(view.next_change), 50))} ms")
    window.close()


def edited(text: ArticleText, count: int, words: corpus.Words) -> ArticleText:
    """Replace, take out, put in words at so many places."""
    random = Random(11)
    blocks: list[Block] = list(text.blocks)
    prose = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    for turn in range(count):
        at = random.choice(prose)
        block = blocks[at]
        assert isinstance(block, Paragraph)
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
