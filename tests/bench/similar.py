"""The same or nearly the same text in the largest desk: how soon it is found, and whether always."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from random import Random

from desk.articles.duplicates import LEAST, similar_to
from desk.database import store
from desk.text.blocks import ArticleText, body_text
from desk.text.shingles import in_common, shingles
from tests.bench import corpus
from tests.bench.figure import Row, Sizes, median_of, under

_ASKED, _EDITED = 8, 60


def rows(sizes: Sizes) -> Iterator[Row]:
    """Ask for texts that are there, and that are not; then for texts whose paragraphs were moved and dropped.

    Every sentence of this desk stands in a tenth of its articles, which no real one has: it is the hardest case.
    """
    store.open_file(corpus.desk(sizes.large))
    try:
        made = corpus.words()
        for what, first in (("is there", 1), ("is not there", sizes.large + 1)):
            texts = [made.article(first + at * (sizes.large // _ASKED)) for at in range(_ASKED)]
            took = [median_of(partial(similar_to, text), max(5, sizes.times // 40)) for text in texts]
            name = f"nearly the same text among {sizes.large:,} articles: one that {what}"
            yield under(name, sorted(took)[len(took) // 2], 50, f"slowest {max(took):.0f} ms")
        wanted, found = _edited(made, Random(5), sizes.large)
        name = "the same, paragraphs moved and up to half of them dropped: found"
        yield Row(name, f"{found} of {wanted}", "", "", "all", found == wanted)
    finally:
        store.close_file()


def _edited(made: corpus.Words, random: Random, count: int) -> tuple[int, int]:
    wanted = found = 0
    for _ in range(_EDITED):
        seed = random.randrange(1, count - 100)
        whole = made.article(seed)
        blocks = random.sample(whole.blocks, random.randrange(len(whole.blocks) // 2, len(whole.blocks) + 1))
        text = replace(whole, blocks=tuple(blocks))
        if in_common(_shingles(text), _shingles(whole)) >= LEAST:
            wanted += 1
            found += seed in {row.article_id for row in similar_to(text)}
    return wanted, found


def _shingles(text: ArticleText) -> frozenset[str]:
    return shingles(text.title, body_text(text))
