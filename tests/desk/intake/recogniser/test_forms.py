"""Copied web pages in the forms of public sites, with invented names; the answers were written before the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk.intake.files import read_article
from desk.text.blocks import block_text
from desk.text.symbol_fonts import with_plain_signs

FILES = Path(__file__).parents[3] / "files" / "intake" / "web"
PAGES: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted(FILES.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
MISREAD = {
    "u33": "an author's initials at the end of the last paragraph",
    "p813": "a stanza whose lines the copy parts as it parts paragraphs",
    "p822": "a sentence of the story that a caption could be as well",
    "t003": "a theme over the title that ends with a colon, which other pages mean as the title's beginning",
    "u35": "a caption of two sentences among others that name their photographers",
    "w11-04-bao-quan-khu": "captions that are sentences, in a story that is nothing else",
    "w11-06-bao-tinh-epi": "a heading in capitals under a box of other news",
    "w11-08-dai-tnvn": "a caption that could be a sentence of the story as well",
    "w11-10-mat-tran-aspx": "no day but the one in the first sentence",
    "w11-17-hoi-phu-nu": "captions under the title and in the story that end with a stop",
    "w11-24-kiem-lam-html": "a title in capitals on two lines that begins with a body's name",
}
FURNITURE = (
    "Những tin",
    "đánh giá",
    "Lượt xem",
    "Cỡ chữ",
    "PHẢN HỒI",
    "Thông tin bạn đọc",
    "Từ khóa",
    "Đăng bởi",
)


def right(want: dict[str, Any], key: str) -> list[Any]:
    """Return the answers that are right for a field."""
    return [want[key], *want.get(f"{key}_any", [])]


def test_what_is_misread_is_among_the_pages() -> None:
    assert MISREAD.keys() <= {page["id"] for page in PAGES}


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page["id"] not in MISREAD],
    ids=lambda page: f"{page['id']} {page['form'][:40]}",
)
def test_every_field_of_a_page_is_right(page: dict[str, Any]) -> None:
    want = page["want"]
    taken = read_article(page["text"].encode("utf-8"), f"{page['id']}.txt")
    text = taken.text
    apart = {place.block_id for place in taken.captions} | {taken.repeated_lead}
    body = [block_text(block) for block in text.blocks if block.id not in apart]
    assert text.title in right(want, "title")
    assert (text.event_date.isoformat() if text.event_date else None) in right(want, "date")
    assert text.lead in right(want, "lead")
    assert text.byline in right(want, "byline")
    assert sorted({place.text for place in taken.captions}) in [
        sorted(set(one)) for one in right(want, "captions")
    ]
    assert len(body) in right(want, "paras")
    if "body" in want and len(body) == want["paras"]:
        assert body == [with_plain_signs(line) for line in want["body"]]
    assert not [line for line in (text.title, text.lead, text.byline, *body) if line.startswith(FURNITURE)]
