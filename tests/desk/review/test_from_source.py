"""What was read of a file made ready for the desk: where its comments stand, which file is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from desk.compare.anchors import WHOLE
from desk.intake.document import IntakeDocument, SourceComment
from desk.intake.kinds import FileKind
from desk.intake.plain_text import text_pieces
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import recognise
from desk.intake.recogniser.roles import Role
from desk.intake.result import Dropped
from desk.intake.sources import Source
from desk.review.from_source import intake_of

STORY = """Xã Pa Hù ra quân trồng cây

Sáng 12/3, xã Pa Hù tổ chức lễ ra quân trồng cây đầu xuân ở cả bảy bản trong xã, với hơn 300 người tham gia.

Trong một buổi sáng, bà con đã trồng được 500 cây lát hoa dọc hai bên đường vào trung tâm xã.

Minh Tâm

Các tin khác
"""
WHEN = datetime(2024, 3, 12, 8, 30)


def source(*places: str) -> Source:
    pieces = tuple(replace(piece, source=f"p{at}") for at, piece in enumerate(text_pieces(STORY)))
    said = tuple(SourceComment("Trần Thị B", f"Ý kiến {place}", place, WHEN) for place in places)
    document = IntakeDocument(pieces, comments=said, left_out={Dropped.TRACKED: 3})
    found = recognise(document)
    return Source("thư.eml › tin.docx", FileKind.DOCX, b"PK", document, found, article(document, found))


def test_a_comment_stands_where_its_words_have_come() -> None:
    made = source("p0", "p1", "p2", "p3", "p4", "")
    assert made.taken is not None
    intake = intake_of(made, made.taken.text, 2)
    block = made.taken.text.blocks[0]
    assert [one.place for one in intake.comments] == ["@title", "@lead", block.id, "@byline", WHOLE, WHOLE]
    assert {one.author for one in intake.comments} == {"Trần Thị B"}
    assert intake.comments[0].at == WHEN.astimezone(UTC)
    assert (intake.section_id, intake.tracked_changes) == (2, 3)


def test_the_part_s_own_file_is_kept_under_its_own_name() -> None:
    made = source()
    assert made.taken is not None
    original = intake_of(made, made.taken.text).original
    assert original is not None
    assert (original.name, original.kind, original.data) == ("tin.docx", "docx", b"PK")


def test_roles_that_a_person_gave_move_a_comment_too() -> None:
    made = source("p2")
    assert made.taken is not None
    assert made.found is not None
    pieces = [
        replace(one, role=Role.LEAD if one.piece.source == "p2" else one.role) for one in made.found.pieces
    ]
    assert intake_of(made, made.taken.text, None, pieces).comments[0].place == "@lead"


def test_a_text_without_a_file_keeps_none() -> None:
    made = replace(source(), data=b"", kind=None)
    assert made.taken is not None
    assert intake_of(made, made.taken.text).original is None


def test_an_answer_stays_one() -> None:
    made = source("p2", "p2")
    assert made.taken is not None
    assert made.document is not None
    head, reply = made.document.comments
    answered = replace(made, document=replace(made.document, comments=(head, replace(reply, answers=0))))
    assert [one.answers for one in intake_of(answered, made.taken.text).comments] == [None, 0]
