"""The marks of every article's text follow the text; a schema without them is given them."""

from __future__ import annotations

import shutil
from pathlib import Path

from desk.articles import writing
from desk.database import shingle_index, store
from desk.database.article_tables import ArticleShingle, ArticleWords
from desk.database.connection import column, rows
from desk.text.blocks import body_text
from desk.text.shingles import marks, shingles
from tests.making import Cast, article, version, words

OLD = Path(__file__).parents[2] / "files" / "desk-v6.sqlite"
LONG = " ".join(f"chữ{n}" for n in range(300))


def _kept(article_id: int) -> set[int]:
    return set(column(ArticleShingle.select(ArticleShingle.mark).where(ArticleShingle.article == article_id)))


def test_marks_follow_the_text(cast: Cast) -> None:
    made, other = article(cast, words("Một", LONG)), article(cast, words("Hai", LONG))
    for paragraphs in ((LONG, "Thêm một đoạn cuối bài."), ("Ngắn.",), (LONG * 4,)):
        text = words("Một", *paragraphs)
        writing.save(cast.writer, made, version(cast, made), text)
        assert _kept(made) == marks(shingles(text.title, body_text(text)))
    assert _kept(other) == marks(shingles("Hai", LONG))


def test_who_has_a_mark_the_newest_first(cast: Cast) -> None:
    made = [article(cast, words("Một", LONG)) for _ in range(3)]
    alone = article(cast, words("Riêng", LONG.replace("chữ", "tiếng")))
    shared = sorted(_kept(made[0]))
    assert shingle_index.holders(shared[:2], 2) == [[made[2], made[1]]] * 2
    assert shingle_index.holders([-1], 2) == []
    held = shingle_index.held(shared, [made[0], alone])
    assert held == {made[0]: set(shared), alone: set()}


def test_an_older_desk_is_given_its_marks(tmp_path: Path) -> None:
    shutil.copy(OLD, tmp_path / "desk.sqlite")
    store.open_file(tmp_path / "desk.sqlite")
    try:
        texts = list(rows(ArticleWords.select(ArticleWords.article, ArticleWords.title, ArticleWords.body)))
        assert texts
        for article_id, title, body in texts:
            assert _kept(article_id) == marks(shingles(title, body))
    finally:
        store.close_file()
