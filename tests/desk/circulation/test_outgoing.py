from __future__ import annotations

import io

import docx
import pytest

from desk.acts import journal
from desk.acts.article_details import Circulated
from desk.acts.rules import Act, Stage
from desk.articles import listing, writing
from desk.circulation import by_code, outgoing
from desk.circulation.outgoing import Way
from desk.circulation.recognise import stamp_in
from desk.errors import Missing, NotNow, Why
from tests.making import Cast, article, version, words


def test_an_article_goes_out_as_it_stands_or_as_it_stood(cast: Cast) -> None:
    made = article(cast, words("Tít cũ", "Một đoạn."), Stage.SUBMITTED)
    writing.save(cast.editor, made, version(cast, made), words("Tít mới", "Một đoạn."), 2)
    now, old = outgoing.outgoing(cast.editor, made), outgoing.outgoing(cast.editor, made, 1)
    assert (now.text.title, old.text.title) == ("Tít mới", "Tít cũ")
    assert now.code != old.code
    assert old.file_stem == f"tit-cu-b{made}-v1"
    assert now.stamp.desk == journal.hash_of(1)
    with pytest.raises(Missing):
        outgoing.outgoing(cast.editor, 99)


def test_its_word_file_says_what_it_is(cast: Cast) -> None:
    made = article(cast)
    left = outgoing.outgoing(cast.writer, made)
    data = outgoing.word(left)
    assert stamp_in(data, "a.docx") == left.stamp
    document = docx.Document(io.BytesIO(data))
    heads = [document.sections[0].header, document.sections[0].first_page_header]
    assert all(left.code in head.paragraphs[0].text for head in heads)


def test_the_journal_says_that_it_went(cast: Cast) -> None:
    made = article(cast)
    left = outgoing.outgoing(cast.writer, made)
    before = version(cast, made)
    outgoing.went(cast.writer, made, left.stamp.revision, left.stamp.sha256, Way.MAIL)
    assert version(cast, made) == before
    entry = journal.of_article(made)[0]
    assert entry.act is Act.CIRCULATE
    assert entry.read(Circulated) == Circulated("mail", 1, left.code)


def test_a_code_leads_to_its_revision(cast: Cast) -> None:
    made = article(cast, words("Tít cũ", "Một đoạn."))
    code = outgoing.outgoing(cast.writer, made).code
    found = by_code.find(code.lower().replace("-", " "))
    assert (found.article_id, found.revision, found.current) == (made, 1, True)
    writing.save(cast.writer, made, version(cast, made), words("Tít mới", "Một đoạn."), 2)
    assert not by_code.find(code).current
    assert listing.row(cast.writer, made).revision != 1
    for typed in ("0000-0000", "", "abc"):
        with pytest.raises(NotNow) as refused:
            by_code.find(typed)
        assert refused.value.why is Why.CODE_UNKNOWN
