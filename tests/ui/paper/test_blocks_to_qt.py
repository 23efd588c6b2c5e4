"""Blocks to a QTextDocument and back."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.text.blocks import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    normal,
)
from tests.effort import examples
from ui.paper.blocks_to_qt import PageDocument, fill, read

letters = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Co", "Cn"], exclude_characters="\ufffc")
    | st.sampled_from("\n\tưởngđẠ̣́"),
    max_size=12,
)
runs = st.lists(
    st.builds(
        Run,
        letters,
        st.frozensets(st.sampled_from(Mark), max_size=3),
        st.sampled_from(["", "", "https://nghean.gov.vn/a?b=1", "mailto:a@b.vn"]),
    ),
    max_size=4,
).map(tuple)
ids = st.text("0123456789abcdef", min_size=8, max_size=8)
blocks = st.one_of(
    st.builds(Paragraph, ids, runs),
    st.builds(Heading, ids, runs, st.integers(1, 2)),
    st.builds(ListItem, ids, runs, st.booleans(), st.integers(0, 4), st.integers(1, 30)),
    st.builds(Quote, ids, runs),
    st.builds(Picture, ids, st.sampled_from(["ab" * 32, "0c" * 32]), letters, letters, letters),
    st.builds(
        Table, ids, st.lists(st.lists(runs, max_size=3).map(tuple), max_size=3).map(tuple), st.booleans()
    ),
)


def stored(*some: Block) -> tuple[Block, ...]:
    return normal(ArticleText(blocks=some)).blocks


@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(blocks, max_size=8))
def test_every_text_comes_back_as_it_went_in(some: list[Block]) -> None:
    wanted = stored(*some)
    document = PageDocument()
    fill(document, wanted)
    assert stored(*read(document)) == wanted
    assert read(document) == read(document)


def test_nothing_stays_nothing_and_an_empty_paragraph_stays_one() -> None:
    document = PageDocument()
    fill(document, ())
    assert read(document) == ()
    fill(document, (Paragraph("a1", ()),))
    assert read(document) == (Paragraph("a1", ()),)
