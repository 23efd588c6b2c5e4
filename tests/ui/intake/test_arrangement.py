"""One source under review: roles, fields, undo, doubts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.result import DoubtKind
from desk.text.blocks import Picture
from tests.ui.intake.given import CAPTION, CLEAN, NO_LEAD, PICTURED, REPEATED, TRACKED, entry, page
from ui.intake.arrangement import Arrangement, Field


@pytest.fixture
def pictured() -> Arrangement:
    """A Word file with a letterhead, a title of two lines and a picture."""
    return entry(PICTURED).arrangement


def _place(arrangement: Arrangement, role: Role) -> int:
    return next(at for at, one in enumerate(arrangement.pieces) if one.role is role)


def test_every_piece_takes_another_role_and_the_article_follows(pictured: Arrangement) -> None:
    at = _place(pictured, Role.BODY)
    words = pictured.pieces[at].piece.words
    assert pictured.give([at], Role.LEAD) == 1
    assert pictured.text().lead.endswith(words)
    assert pictured.pieces[at].evidence is Evidence.PERSON
    pictured.give([at], Role.OUT)
    assert words in pictured.taken().dropped
    assert words not in pictured.text().lead


def test_a_second_line_given_the_title_is_added_to_it(pictured: Arrangement) -> None:
    title = pictured.text().title
    pictured.give([1], Role.TITLE)
    assert pictured.text().title == f"TIN BÀI CỘNG TÁC {title}"


def test_a_picture_is_body_or_left_out_and_nothing_else(pictured: Arrangement) -> None:
    at = next(at for at, one in enumerate(pictured.pieces) if isinstance(one.piece.block, Picture))
    assert pictured.give([at], Role.TITLE) == 0
    assert not pictured.can_undo()
    assert pictured.give([at], Role.OUT) == 1
    assert not any(isinstance(block, Picture) for block in pictured.text().blocks)


def test_no_date_line_is_nothing_to_look_at() -> None:
    arrangement = entry(TRACKED).arrangement
    assert DoubtKind.NO_DATE in {doubt.kind for doubt in arrangement.taken().doubts}
    assert DoubtKind.NO_DATE not in {doubt.kind for doubt in arrangement.doubts()}


def test_a_line_given_the_date_is_read(tmp_path: Path) -> None:
    file = tmp_path / "bài.txt"
    file.write_text(
        "Giao ban quý\n\nPhong Sơn có nhiều đổi mới trong quý vừa qua.\n\nNgày 5 tháng 3 năm 2024\n", "utf-8"
    )
    made = entry(file).arrangement
    made.give([0, 1, 2], Role.BODY)
    assert made.text().event_date is None
    made.give([2], Role.DATE)
    assert made.text().event_date == date(2024, 3, 5)


def test_a_field_that_was_written_stays_so_until_it_is_released(pictured: Arrangement) -> None:
    title = pictured.text().title
    pictured.write(Field.TITLE, "Chi bộ kết nạp đảng viên")
    pictured.give([1], Role.TITLE)
    assert pictured.text().title == "Chi bộ kết nạp đảng viên"
    assert pictured.is_written(Field.TITLE)
    pictured.release(Field.TITLE)
    assert pictured.text().title == f"TIN BÀI CỘNG TÁC {title}"


def test_decisions_are_taken_back_and_made_again(pictured: Arrangement) -> None:
    before = pictured.text()
    pictured.give([1, 2], Role.BODY)
    after = pictured.text()
    assert pictured.undo()
    assert pictured.text() == before
    assert not pictured.undo()
    assert pictured.redo()
    assert pictured.text() == after
    assert not pictured.redo()
    pictured.undo()
    pictured.give([1], Role.BODY)
    assert not pictured.can_redo()


def test_what_a_person_answers_is_no_longer_doubtful(tmp_path: Path) -> None:
    arrangement = entry(page(tmp_path, NO_LEAD)).arrangement
    assert {doubt.kind for doubt in arrangement.doubts()} == {DoubtKind.NO_LEAD, DoubtKind.CAPTION_GUESSED}
    assert not arrangement.is_clean()
    (place,) = arrangement.doubtful()
    arrangement.write(Field.LEAD, "Sáng 8/6, tỉnh Phong Sơn sơ kết.")
    arrangement.give([place], Role.CAPTION)
    assert arrangement.doubts() == []
    assert arrangement.doubtful() == []
    assert arrangement.is_clean()


def test_a_doubt_knows_its_paragraph(tmp_path: Path) -> None:
    arrangement = entry(page(tmp_path, CAPTION)).arrangement
    (doubt,) = arrangement.doubts()
    place = arrangement.place_of(doubt)
    assert place is not None
    assert arrangement.pieces[place].role is Role.CAPTION
    assert arrangement.lacks_picture(place)
    assert not arrangement.lacks_picture(0)


def test_the_lead_said_twice_is_dropped_unless_it_is_kept(tmp_path: Path) -> None:
    arrangement = entry(page(tmp_path, REPEATED)).arrangement
    without = arrangement.text()
    arrangement.keep_repeated(True)
    assert len(arrangement.text().blocks) == len(without.blocks) + 1
    arrangement.undo()
    assert arrangement.text() == without


def test_a_photograph_over_a_caption_answers_its_doubt(tmp_path: Path) -> None:
    arrangement = entry(page(tmp_path, CAPTION)).arrangement
    (doubt,) = arrangement.doubts()
    arrangement.attach(doubt.block_id, Path("ảnh.jpg"))
    assert arrangement.photos == ((doubt.block_id, Path("ảnh.jpg")),)
    assert arrangement.doubts() == []
    assert arrangement.doubtful() == []
    place = arrangement.place_of(doubt)
    assert place is not None
    arrangement.give([place], Role.OUT)
    assert not arrangement.photos


def test_nothing_is_left_and_nothing_breaks(tmp_path: Path) -> None:
    arrangement = entry(page(tmp_path, CLEAN)).arrangement
    assert arrangement.is_clean()
    arrangement.give(range(len(arrangement.pieces)), Role.OUT)
    text = arrangement.text()
    assert not (text.title)
    assert not (text.lead)
    assert not (text.blocks)
    assert not arrangement.is_clean()
    arrangement.undo()
    assert arrangement.is_clean()
