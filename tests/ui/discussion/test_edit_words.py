from __future__ import annotations

from desk.circulation import receiving
from desk.compare.block_edit import BlockEdit, EditKind
from desk.review import discussion
from desk.text.blocks import Paragraph, Run
from tests.making import Cast
from tests.ui.articles.given_back import given_out, read_back
from ui.discussion.edit_words import brings_words, takes_words, what_it_does


def test_each_suggestion_says_what_it_does(cast: Cast) -> None:
    made = given_out(cast)
    receiving.receive(cast.editor, read_back(cast, made), cast.chief)
    threads = discussion.of_article(cast.editor, made)
    said = [(list(what_it_does(one)), one.edit is not None) for one in threads]
    assert ([], False) in said
    assert (["Đổi kiểu: đậm"], True) in said
    assert (["Thêm đoạn"], True) in said


def test_words_are_struck_only_where_they_go() -> None:
    one, other = Paragraph("a", (Run("một"),)), Paragraph("b", (Run("hai"),))
    assert takes_words(BlockEdit(EditKind.REMOVE, (one,)))
    assert not brings_words(BlockEdit(EditKind.REMOVE, (one,)))
    move = BlockEdit(EditKind.MOVE, (one,), (one,), ("b", "a"))
    assert not takes_words(move)
    assert not brings_words(move)
    assert brings_words(BlockEdit(EditKind.SPLIT, (one,), (one, other)))
    assert not takes_words(BlockEdit(EditKind.SPLIT, (one,), (one, other)))
