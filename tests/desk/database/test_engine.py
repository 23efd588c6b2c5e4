"""What other rooms ask of the engine without knowing which it is."""

from __future__ import annotations

import re

from desk.database import connection, engine
from desk.database.article_tables import Article, Authorship, Draft
from desk.database.connection import column, db, first, named
from desk.database.department_tables import Section, Setting
from desk.database.engine_pass import BrokenReference
from desk.database.journal_tables import Journal
from desk.database.review_tables import Comment
from tests.making import Cast, article


def test_it_says_what_it_is() -> None:
    name, version = engine.library()
    assert name
    assert re.fullmatch(r"\d+(\.\d+)+", version)


def test_a_sound_file_has_no_damage(cast: Cast) -> None:
    article(cast)
    assert list(engine.damage()) == []
    assert list(engine.broken_references()) == []


def test_a_row_that_points_to_nothing_is_named(cast: Cast) -> None:
    made = article(cast)
    db.execute_sql("PRAGMA foreign_keys=0")
    with connection.writing():
        Article.update(section=999).where(Article.id == made).execute()
    assert list(engine.broken_references()) == [BrokenReference("article", made, "section")]


def test_the_highest_number_outlives_its_row(cast: Cast) -> None:
    assert engine.highest_number(Comment) == 0
    last = Journal.select(Journal.id).order_by(Journal.id.desc()).limit(1).scalar()
    assert engine.highest_number(Journal) == last


def test_one_of_many_numbers(cast: Cast) -> None:
    made = [article(cast) for _ in range(3)]
    found = column(Article.select(Article.id).where(engine.among(Article.id, [made[2], made[0], 99])))
    assert found == [made[0], made[2]]
    assert column(Article.select(Article.id).where(engine.among(Article.id, []))) == []


def test_joined_values(cast: Cast) -> None:
    made = article(cast)
    here = Authorship.article == made
    with connection.writing():
        Authorship.insert(article=made, person=cast.chief).execute()
    joined = Authorship.select(engine.joined(Authorship.person)).where(here).scalar()
    assert {int(one) for one in joined.split(",")} == {cast.writer, cast.chief}
    assert Authorship.select(engine.joined(Authorship.person)).where(Authorship.article == 0).scalar() is None


def test_put_stores_a_row_and_puts_another_in_its_place(cast: Cast) -> None:
    with connection.writing():
        engine.put(Setting, key="thử", value="1")
        engine.put(Setting, key="thử", value="2")
        for title in ("Một", "Hai"):
            engine.put(
                Draft,
                uid="a",
                person=cast.writer,
                article=None,
                base=0,
                section=None,
                title=title,
                text="{}",
                typed_at="",
            )
    assert column(Setting.select(Setting.value).where(Setting.key == "thử")) == ["2"]
    assert column(Draft.select(Draft.title)) == ["Hai"]


def test_rows_by_name_and_by_column(cast: Cast) -> None:
    titles = Section.select(Section.id, Section.title.alias("words")).order_by(Section.id)
    assert [row.words for row in named(titles)] == column(Section.select(Section.title).order_by(Section.id))
    assert first(Section.select(Section.id).where(Section.id == 0)) is None
