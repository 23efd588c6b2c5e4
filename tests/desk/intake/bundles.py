"""Mails, zips and folders with the right answers beside them, and what opening them must give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desk.intake.bundle import Bundle
from desk.intake.document import IntakeDocument
from tests.desk.intake.answers import FILES, flat, read_words

HOSTILE = FILES / "hostile"


def inputs(kind: str) -> list[Path]:
    """Return the files or folders of this kind, each with its answer beside it."""
    return sorted(path for path in (FILES / kind).iterdir() if path.suffix != ".json")


def answer(path: Path) -> dict[str, Any]:
    """Return the answer beside a file or a folder."""
    found: dict[str, Any] = json.loads(
        path.with_name(f"{path.name.partition('.')[0]}.json").read_text(encoding="utf-8")
    )
    return found


def check(bundle: Bundle, want: dict[str, Any]) -> None:
    """Hold a bundle against its answer: which texts, whose photographs, and the words of a mail's own text."""
    articles = want["articles"] or want.get("articles_any", [])
    got = [(one.name, [photograph.name for photograph in one.photographs]) for one in bundle.candidates]
    assert got == [(one["source"], one.get("photos", [])) for one in articles]
    assert not bundle.photographs
    for one, article in zip(bundle.candidates, articles, strict=True):
        if one.document is not None:
            check_body(one.document, article, want["dropped_contains"])
        else:
            assert one.data


def check_body(document: IntakeDocument, article: dict[str, Any], dropped: list[str]) -> None:
    """Hold a mail's own text against the answer: nothing is missing, nothing is left over."""
    left = read_words(document)
    for part in (
        article["lead"],
        *article["body"],
        article["byline"],
        *article["captions"],
        article["title"],
    ):
        if part and part != document.title:
            assert flat(part) in left, part
            left = left.replace(flat(part), "", 1)
    assert not left.strip()
    assert not any(words in read_words(document) for words in dropped)
    assert len(document.pictures) in {article["pictures"], *article.get("pictures_any", [])}
