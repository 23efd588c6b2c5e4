from __future__ import annotations

from desk.articles import listing, writing
from desk.circulation import by_code, outgoing
from tests.making import Cast, article, version, words


def test_a_text_that_came_back_is_found_where_it_stands_last(cast: Cast) -> None:
    made = article(cast, words("Tít cũ", "Một đoạn."))
    left = outgoing.outgoing(cast.writer, made)
    writing.save(cast.writer, made, version(cast, made), words("Tít mới", "Một đoạn."), 2)
    writing.restore_revision(cast.writer, made, version(cast, made), 1)
    found = by_code.starting(left.stamp.sha256[:10])
    assert found is not None
    assert found.revision == listing.row(cast.writer, made).revision
    assert found.current
    assert found.title == "Tít cũ"
    assert by_code.starting("0" * 10) is None
