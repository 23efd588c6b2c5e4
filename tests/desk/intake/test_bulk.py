"""What is large of a text is sent after its words."""

from __future__ import annotations

from pathlib import Path

from desk.intake.bulk import bulk_of, with_bulk, without_bulk
from desk.intake.document import IntakeDocument, SourcePicture
from desk.intake.kinds import FileKind
from desk.intake.sources import Source

PICTURES = (SourcePicture("a", b"1" * 150_000, "a.jpg"), SourcePicture("b", b"2" * 150_000, "b.jpg"))
HEAVY = Source("bài.docx", FileKind.DOCX, b"x" * 300_000, IntakeDocument((), PICTURES))


def test_a_source_comes_together_again() -> None:
    bulk = bulk_of(HEAVY)
    assert bulk is not None
    light = without_bulk(HEAVY)
    assert light.awaits
    assert light.document is not None
    assert [len(one.data) for one in light.document.pictures] == [0, 0]
    assert (light.data, [one.name for one in light.document.pictures]) == (b"", ["a.jpg", "b.jpg"])
    assert with_bulk(light, bulk) == HEAVY


def test_what_is_little_is_sent_whole() -> None:
    assert bulk_of(Source("bài.txt", FileKind.TEXT, b"x" * 1000)) is None
    assert bulk_of(Source("bài.txt")) is None


def test_what_has_an_empty_part_is_sent_whole(tmp_path: Path) -> None:
    assert bulk_of(Source("bài.docx", FileKind.DOCX, b"", IntakeDocument((), PICTURES))) is None
