"""The engine's own check of a file goes on beside who reads its rows, and is stopped with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.database import connection, engine_pass
from desk.database.article_tables import Article
from desk.database.connection import db
from desk.database.engine_pass import BrokenReference
from desk.errors import FileTrouble, Trouble
from desk.text.blocks import Paragraph, Picture
from tests.engine import act, unguard
from tests.making import Cast, article, words


def test_a_sound_file_has_nothing_to_say(cast: Cast) -> None:
    article(cast)
    with engine_pass.begun() as found:
        assert (list(found.damage()), list(found.broken_references())) == ([], [])


def test_a_row_that_points_to_nothing_is_named_unless_the_check_is_a_quick_one(cast: Cast) -> None:
    made = article(cast)
    db.execute_sql("PRAGMA foreign_keys=0")
    with connection.writing():
        Article.update(section=999).where(Article.id == made).execute()
    with engine_pass.begun() as found:
        assert list(found.broken_references()) == [BrokenReference("article", made, "section")]
    with engine_pass.begun(quick=True) as found:
        assert list(found.broken_references()) == []


def _doubtful() -> list[int] | None:
    with engine_pass.begun() as found:
        return found.doubtful_words()


def test_words_of_paragraphs_are_not_in_doubt_those_of_other_blocks_are(cast: Cast) -> None:
    plain = article(cast, words("Một", "Hai câu.", 'Ba "câu"\\\ncó dấu'))
    assert _doubtful() == []
    others = (Picture("a" * 8, "0" * 64, "Chú thích"), Paragraph("b" * 8, ()))
    mixed = [article(cast, replace(words(), blocks=(*words().blocks, one))) for one in others]
    assert _doubtful() == mixed
    with engine_pass.begun(quick=True) as found:
        assert found.doubtful_words() == []
    unguard()
    act(f"UPDATE article_text SET byline = byline || ' ' WHERE article_id = {plain}")
    assert _doubtful() == [plain, *mixed]


def test_a_text_that_is_none_leaves_every_word_in_doubt(cast: Cast) -> None:
    made = article(cast)
    unguard()
    act(f"UPDATE revision SET text = 'x' WHERE article_id = {made}")
    assert _doubtful() is None


def test_it_is_stopped_with_what_the_desk_reads(cast: Cast) -> None:
    stopped: list[object] = []

    class Running:
        def interrupt(self) -> None:
            stopped.append(self)

    running = Running()
    with connection.stopped_too(running):  # type: ignore[arg-type]  # all that is asked of a connection here
        connection.interrupt()
    connection.interrupt()
    assert stopped == [running]


def test_what_breaks_off_beside_it_ends_it(cast: Cast) -> None:
    def broken_off() -> None:
        with engine_pass.begun():
            raise KeyError("beside")

    with pytest.raises(KeyError, match="beside"):
        broken_off()
    with engine_pass.begun() as found:
        assert list(found.damage()) == []


def test_a_file_that_was_moved_away_is_not_checked_in_its_place(cast: Cast) -> None:
    away = cast.path.rename(cast.path.with_name("khac.sqlite"))
    try:
        with pytest.raises(FileTrouble) as refused, engine_pass.begun():
            pass
    finally:
        away.rename(cast.path)
    assert refused.value.kind is Trouble.ABSENT
