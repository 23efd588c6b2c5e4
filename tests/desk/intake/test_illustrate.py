"""Photographs that came beside a text."""

from __future__ import annotations

from dataclasses import replace

from desk.intake.document import IntakeDocument
from desk.intake.illustrate import illustrated
from desk.intake.members import Member
from desk.intake.pieces import plain_piece
from desk.intake.plain_text import text_pieces
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import recognise
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from desk.text.blocks import Picture

STORY = """Xã Pa Hù ra quân trồng cây

Sáng 12/3, xã Pa Hù tổ chức lễ ra quân trồng cây đầu xuân ở cả bảy bản trong xã, với hơn 300 người tham gia.

Ảnh: Bà con trồng cây ở bản Lọng

Trong một buổi sáng, bà con đã trồng được 500 cây lát hoa dọc hai bên đường vào trung tâm xã.

Ảnh: Lãnh đạo xã phát động lễ ra quân

Minh Tâm
"""


def made(count: int) -> list[tuple[str, str]]:
    document = IntakeDocument(text_pieces(STORY))
    photographs = [
        Member(f"Anh {number}.jpg", b"\xff\xd8\xff" + bytes([number])) for number in range(1, count + 1)
    ]
    document, found = illustrated(document, recognise(document), photographs)
    taken = article(document, found)
    names = {picture.block_id: picture.name for picture in document.pictures}
    return [(names[block.id], block.caption) for block in taken.text.blocks if isinstance(block, Picture)]


def test_each_caption_gets_its_photograph_in_order() -> None:
    assert made(2) == [
        ("Anh 1.jpg", "Ảnh: Bà con trồng cây ở bản Lọng"),
        ("Anh 2.jpg", "Ảnh: Lãnh đạo xã phát động lễ ra quân"),
    ]


def test_more_photographs_than_captions_stand_at_the_end() -> None:
    assert made(3) == [("Anh 1.jpg", ""), ("Anh 2.jpg", ""), ("Anh 3.jpg", "")]


def test_without_photographs_nothing_changes() -> None:
    document = IntakeDocument(text_pieces(STORY))
    found = recognise(document)
    assert illustrated(document, found, []) == (document, found)


def test_a_line_left_out_parts_no_picture_from_its_caption() -> None:
    given = (
        (Role.TITLE, "Tít"),
        (Role.BODY, ""),
        (Role.OUT, "Xem ảnh lớn"),
        (Role.CAPTION, "Ảnh một"),
        (Role.CAPTION, "Ảnh hai"),
    )
    pieces = [Assigned(plain_piece(words), role, Evidence.UNDER_PICTURE) for role, words in given]
    pieces[1] = replace(pieces[1], piece=replace(pieces[1].piece, block=Picture("p", "")))
    document = IntakeDocument(tuple(one.piece for one in pieces))
    found = replace(recognise(document), pieces=tuple(pieces))
    whole = illustrated(document, found, [Member("1.jpg", b"\xff\xd8\xff")])[1].pieces
    assert [at for at, one in enumerate(whole) if isinstance(one.piece.block, Picture)] == [1, 4]
    assert whole[5].piece.words == "Ảnh hai"
