"""Comments and their answers."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from desk.intake.document import IntakeDocument, SourceComment
from desk.intake.word.comments import plain_words
from desk.intake.word.docx import read_docx
from tests.desk.intake.word.making import NAMES, docx, paragraph, part


def _comment(key: int, author: str, *lines: str, date: str = "", para: str = "") -> str:
    said = f' w:date="{date}"' if date else ""
    words = "".join(paragraph(line) for line in lines).replace("<w:p>", f'<w:p w14:paraId="{para}">')
    return f'<w:comment w:id="{key}" w:author="{author}"{said}>{words}</w:comment>'


def _read(body: str, *comments: str, extended: str = "") -> IntakeDocument:
    parts = {"comments.xml": part("comments", "".join(comments))}
    if extended:
        parts["commentsExtended.xml"] = f"<w15:commentsEx {NAMES}>{extended}</w15:commentsEx>"
    return read_docx(docx(body, parts), "a")


def _at(key: int, text: str) -> str:
    return f'<w:p><w:commentRangeStart w:id="{key}"/><w:r><w:t>{text}</w:t></w:r></w:p>'


def test_a_comment_has_its_author_its_date_and_its_paragraph() -> None:
    document = _read(
        paragraph("a") + _at(1, "b"),
        _comment(1, "Hoàng Bích Thủy", "Hỏi lại CTV.", "Gấp", date="2024-07-24T09:30:00Z"),
    )
    when = datetime(2024, 7, 24, 9, 30)
    assert document.comments == (SourceComment("Hoàng Bích Thủy", "Hỏi lại CTV.\nGấp", "p2", when),)
    assert [piece.words for piece in document.pieces] == ["a", "b"]


def test_comments_come_in_the_order_of_the_text_answers_after_what_they_answer() -> None:
    document = _read(
        _at(3, "a") + _at(1, "b"),
        _comment(1, "A", "sau", para="1"),
        _comment(2, "B", "đáp", para="2"),
        _comment(3, "C", "trước", para="3"),
        extended='<w15:commentEx w15:paraId="3"/><w15:commentEx w15:paraId="2" w15:paraIdParent="3"/>',
    )
    assert [(one.text, one.source) for one in document.comments] == [
        ("trước", "p1"),
        ("đáp", "p1"),
        ("sau", "p2"),
    ]
    assert [one.answers for one in document.comments] == [None, 0, None]


def test_an_answer_to_a_comment_without_words_begins_a_thread() -> None:
    document = _read(
        _at(3, "a"),
        _comment(2, "B", "đáp", para="2"),
        _comment(3, "C", "", para="3"),
        extended='<w15:commentEx w15:paraId="3"/><w15:commentEx w15:paraId="2" w15:paraIdParent="3"/>',
    )
    assert [(one.text, one.answers) for one in document.comments] == [("đáp", None)]


def test_a_comment_between_blocks_or_at_a_point_has_its_place() -> None:
    point = '<w:p><w:r><w:t>b</w:t></w:r><w:r><w:commentReference w:id="2"/></w:r></w:p>'
    document = _read(
        f'<w:commentRangeStart w:id="1"/>{paragraph("a")}{point}',
        _comment(1, "A", "x"),
        _comment(2, "A", "y"),
        _comment(3, "A", "z"),
    )
    assert [(one.text, one.source) for one in document.comments] == [("x", "p1"), ("y", "p2"), ("z", "")]


def test_an_empty_comment_and_a_date_that_is_none_are_nothing() -> None:
    document = _read(_at(1, "a"), _comment(1, "A", ""), _comment(2, "A", "x", date="hôm qua"))
    assert [(one.text, one.when) for one in document.comments] == [("x", None)]


def test_what_was_deleted_of_a_comment_is_no_word_of_it() -> None:
    text = "<w:del><w:r><w:t>x</w:t></w:r></w:del><w:ins><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:ins>"
    assert plain_words(etree.fromstring(f"<w:p {NAMES}>{text}</w:p>")) == "a b"
