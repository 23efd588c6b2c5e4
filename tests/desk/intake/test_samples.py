"""The sample desk: every article is taken in whole, and desk.json names only what is there."""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desk.acts.rules import Role
from desk.edition.edition import Imprint, Names
from desk.intake.files import take_in
from desk.intake.result import DoubtKind
from desk.paths import SAMPLE
from desk.pictures.prepare import prepare
from desk.text.blocks import from_json, to_json, word_count

ARTICLES = sorted(SAMPLE.glob("[0-9][0-9]-*"))
DESK: dict[str, Any] = json.loads((SAMPLE / "desk.json").read_text(encoding="utf-8"))
ODD = {
    "01-giao-ban-khoa-giao-quy-1-2019.txt": {DoubtKind.REPEATED_LEAD},
    "04-so-ket-chi-thi-05-huyen-phong-son.txt": {DoubtKind.REPEATED_LEAD},
    "05-guong-chi-bo-ban-phieng.txt": {DoubtKind.REPEATED_LEAD},
    "13-phat-huy-vai-tro-nguoi-co-uy-tin.txt": {DoubtKind.WEEKDAY},
}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_article_is_taken_in(path: Path) -> None:
    taken = take_in(path)
    text = taken.text
    assert text.title
    assert text.lead
    assert text.byline
    assert text.event_date is not None
    assert 250 <= word_count(text) <= 900
    assert {doubt.kind for doubt in taken.doubts} - {DoubtKind.CAPTION_GUESSED} == ODD.get(path.name, set())
    assert taken.dropped
    assert from_json(to_json(text)) == text
    assert unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))


def test_the_desk_names_every_article_once_and_only_known_people_and_sections() -> None:
    assert [article["file"] for article in DESK["articles"]] == [path.name for path in ARTICLES]
    people = {person["name"] for person in DESK["people"]}
    assert len(people) == len(DESK["people"])
    for article in DESK["articles"]:
        assert article["author"] in people
        assert article["section"] in DESK["sections"]
        if article["event"]:
            start, end = (datetime.fromisoformat(article["event"][key]) for key in ("start", "end"))
            assert start < end
    assert {article["section"] for article in DESK["articles"]} == set(DESK["sections"])


def test_every_role_has_somebody_and_names_fit_the_press() -> None:
    roles = {Role[role] for person in DESK["people"] for role in person["roles"]}
    assert roles == set(Role)
    assert Names(**DESK["names"]).committee
    assert Imprint(**DESK["imprint"]).copies > 0


def test_the_photographs_are_fit_for_the_desk() -> None:
    pictures = [article["picture"] for article in DESK["articles"] if article["picture"]]
    assert sorted(picture["file"] for picture in pictures) == [
        path.name for path in sorted(SAMPLE.glob("anh-*.jpg"))
    ]
    for picture in pictures:
        data = (SAMPLE / picture["file"]).read_bytes()
        assert len(data) < 250_000
        made = prepare(data, picture["file"])
        assert (made.width, made.height, made.mime) == (1600, 1067, "image/jpeg")
        owner = next(article for article in DESK["articles"] if article["picture"] == picture)
        assert len(take_in(SAMPLE / owner["file"]).captions) == 1  # there is a place for it
