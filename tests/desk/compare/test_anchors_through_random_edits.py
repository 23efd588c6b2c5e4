"""Anchors: through a thousand random edit scripts no comment is dropped, misplaced or left in silence."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.compare.anchors import Anchor, at, carried, words_now
from desk.text.blocks import ArticleText, block_text
from tests.desk.compare.edit_script import Script
from tests.effort import examples


def _selection(script: Script) -> tuple[str, int, int]:
    name, letters = script.random.choice(script.blocks)
    words = "".join(letter for letter, _ in letters)
    starts = [0, *(i + 1 for i, letter in enumerate(words) if letter == " ")]
    start = script.random.choice(starts)
    stops = [i for i, letter in enumerate(words) if letter == " " and i > start] + [len(words)]
    return name, start, script.random.choice(stops[:6])


def _context_tells_apart(text: ArticleText, anchor: Anchor, words: str) -> bool:
    return sum(block_text(block).count(words) for block in text.blocks) == 1


@settings(max_examples=examples(100))
@given(st.integers(0, 2**32))
def test_random_edit_scripts(seed: int) -> None:
    script = Script(seed)
    place, start, stop = _selection(script)
    ids = [number for _, number in dict(script.blocks)[place][start:stop]]
    text = script.text()
    anchor = at(text, place, start, stop)
    quote = anchor.quote
    never_lost = True
    for _ in range(script.random.randint(1, 4)):
        for _ in range(script.random.randint(1, 2)):
            script.edit()
        old, text = text, script.text()
        anchor = carried(anchor, old, text)
        assert anchor.quote == quote
        if anchor.lost:
            never_lost = False
            assert words_now(anchor, text) == ""
        else:
            there = {block.id: block_text(block) for block in text.blocks}
            assert 0 <= anchor.start < anchor.stop <= len(there[anchor.place])
        truth = script.truth(ids)
        words = quote
        if truth and _context_tells_apart(text, anchor, words) and (never_lost or len(quote) >= 24):
            assert (anchor.place, anchor.start, anchor.stop) == truth
        if not script.alive(ids) and not anchor.lost:
            assert set(words_now(anchor, text).split()) & set(quote.split())
