"""Search: without diacritics, newest or best first, in the scope that was asked, whatever letters are typed."""

from __future__ import annotations

import pytest

from desk.acts.rules import Stage
from desk.articles import listing, search
from desk.articles.listing import ListQuery
from desk.articles.search import SearchScope
from desk.department import people
from desk.integrity import database
from desk.text.blocks import ArticleText, Paragraph, Run
from tests.making import Cast, article, filled, words

EVERYWHERE = SearchScope()


def test_hits_come_newest_first_and_go_on_behind_the_last_one(cast: Cast) -> None:
    made = [article(cast, words("Hội nghị", f"Lần {number}")) for number in range(4)]
    assert [hit.article_id for hit in search.newest("hoi nghi", EVERYWHERE)] == made[::-1]
    assert [hit.article_id for hit in search.newest("hoi nghi", EVERYWHERE, made[2])] == [made[1], made[0]]
    assert [hit.article_id for hit in search.newest("hoi nghi", EVERYWHERE, limit=3)] == made[:0:-1]
    assert search.ids("hoi nghi", EVERYWHERE, limit=2) == [made[3], made[2]]


def test_a_word_of_the_title_counts_more_than_one_of_the_body(cast: Cast) -> None:
    titled = article(cast, words("Khoa giáo", "Không có gì."))
    article(cast, words("Tin khác", "Về khoa giáo."))
    hits = search.ranked("khoa giáo", EVERYWHERE)
    assert [hit.title for hit in hits] == ["Khoa giáo", "Tin khác"]
    assert [hit.article_id for hit in search.ranked("khoa giáo", EVERYWHERE, 1)] == [titled]


def test_nothing_is_found_for_nothing(cast: Cast) -> None:
    article(cast)
    for typed in ("", " * ", "không-có-chữ-này"):
        assert search.newest(typed, EVERYWHERE) == search.ranked(typed, EVERYWHERE) == []
        assert search.ids(typed, EVERYWHERE) == []


def test_the_scope_leaves_out_what_was_not_asked_for(cast: Cast) -> None:
    draft, sent = article(cast), article(cast, stage=Stage.SUBMITTED, section=3)
    binned = article(cast, stage=Stage.BINNED)
    for scope, found in (
        (EVERYWHERE, [sent, draft]),
        (SearchScope(stages=("submitted",)), [sent]),
        (SearchScope(stages=("binned", "draft")), [binned, draft]),
        (SearchScope(section_id=3), [sent]),
        (SearchScope(author_id=cast.writer), [sent, draft]),
        (SearchScope(author_id=cast.editor), []),
        (SearchScope(month="2019-04"), [sent, draft]),
        (SearchScope(month="2019-05"), []),
        (SearchScope(unplaced=True), [sent, draft]),
    ):
        assert [hit.article_id for hit in search.newest("giao ban", scope)] == found, scope
        assert sorted(hit.article_id for hit in search.ranked("giao ban", scope)) == sorted(found), scope
        assert search.ids("giao ban", scope) == found, scope


def test_what_stands_in_an_issue_is_not_unplaced(cast: Cast) -> None:
    filled(cast, "Giao ban")
    loose = article(cast, words("Giao ban"))
    for look in (search.newest, search.ranked):
        assert [hit.article_id for hit in look("giao ban", SearchScope(unplaced=True))] == [loose]
    assert search.ids("giao ban", SearchScope(unplaced=True)) == [loose]


def test_the_last_word_is_a_prefix_while_less_than_a_screenful_is_found(cast: Cast) -> None:
    begun = [article(cast, words("Khẩn")) for _ in range(19)]
    longer = article(cast, words("Khẩnx"))
    assert search.ids("khẩn", EVERYWHERE) == [longer, *begun[::-1]]
    whole = article(cast, words("Khẩn cấp"))  # with it twenty are found as they stand, which is enough
    assert search.ids("khẩn", EVERYWHERE) == [whole, *begun[::-1]]


def test_a_snippet_gives_the_letters_that_were_written(cast: Cast) -> None:
    article(cast, words("Tin", "Mở đầu. " * 30 + "Đại hội đảng bộ đã bầu. " + "Hết. " * 30))
    (hit,) = search.newest("dai hoi", EVERYWHERE)
    assert "\x02Đại hội\x03 đảng bộ đã bầu" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert search.ranked("dai hoi", EVERYWHERE) == [hit]


def test_every_part_of_a_text_is_looked_through_and_shown_as_it_stands(cast: Cast) -> None:
    text = ArticleText(
        title="Đổi mới",
        lead="Đầu tiên là đường",
        byline="Đặng Đức",
        blocks=(Paragraph("p", (Run("Đêm đông…"),)),),
    )
    made = article(cast, text)
    for typed, snippet in (
        ("doi", "\x02Đổi\x03 mới"),
        ("duong", "Đầu tiên là \x02đường\x03"),
        ("duc", "Đặng \x02Đức\x03"),
        ("dong", "Đêm \x02đông\x03…"),
    ):
        (hit,) = search.newest(typed, EVERYWHERE)
        assert (hit.article_id, hit.title, hit.snippet) == (made, "Đổi mới", snippet)


def test_the_best_come_first_wherever_they_stand(cast: Cast) -> None:
    """The title counts most, then the lead, the byline, the body."""
    made = [
        article(
            cast, ArticleText(title=title, lead=lead, byline=byline, blocks=(Paragraph("p", (Run(body),)),))
        )
        for title, lead, byline, body in (
            ("Tin", "một", "hai", "dầu"),
            ("Tin", "một", "dầu", "hai"),
            ("Tin", "dầu", "một", "hai"),
            ("Dầu", "một", "hai", "ba"),
        )
    ]
    assert [hit.article_id for hit in search.ranked("dầu", EVERYWHERE)] == made[::-1]
    assert [hit.article_id for hit in search.ranked("dầu", EVERYWHERE, limit=2)] == [made[3], made[2]]


def test_a_word_that_is_ended_by_a_space_is_whole(cast: Cast) -> None:
    made = article(cast, words("Khẩn cấp"))
    assert search.ids("khẩ", EVERYWHERE) == search.ids("khẩn ", EVERYWHERE) == [made]
    assert search.ids("khẩ ", EVERYWHERE) == []
    assert search.ids("kh cấp", EVERYWHERE) == []


def test_a_sound_index_has_no_fault(cast: Cast) -> None:
    article(cast)
    assert search.index_fault() == ""


def test_search_finds_without_diacritics(cast: Cast) -> None:
    made = article(cast, words("Đổi mới công tác Đảng", "Đồng chí báo cáo viên nêu Chỉ thị số 36-NQ/TW."))
    article(cast, words("Tin khác", "Không có gì."))
    for typed in ("dong chi", "đồng chí", "doi moi", "36-NQ/TW", "DANG", "bao cao vi", '"cong tac dang"'):
        page = listing.listing(cast.writer, ListQuery(words=typed))
        assert [row.id for row in page.rows] == [made], typed
    snippet = listing.listing(cast.writer, ListQuery(words="dong chi")).rows[0].snippet
    assert "\x02Đồng chí\x03" in snippet


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR", "AND OR", "-", "a:b", "(", "😀", "NEAR(a b)", "'; DROP", "^", '""']
)
def test_search_takes_any_letters(cast: Cast, typed: str) -> None:
    article(cast)
    assert listing.listing(cast.writer, ListQuery(words=typed)).rows in (
        (),
        listing.listing(cast.writer, ListQuery()).rows,
    )


def test_the_index_is_rebuilt_from_the_view(cast: Cast) -> None:
    made = article(cast, words("Đồng chí"))
    search.rebuild()
    assert [row.id for row in listing.listing(cast.writer, ListQuery(words="dong chi")).rows] == [made]
    assert database.check() == []


def test_the_phrase_comes_before_the_words_apart_and_pages_go_on_through_both(cast: Cast) -> None:
    phrase = [article(cast, words("Tin", "Ủy ban họp.")) for _ in range(3)]
    apart = [article(cast, words("Tin", "Đảng ủy mời ban chỉ huy.")) for _ in range(3)]
    wanted = [*phrase[::-1], *apart[::-1]]
    assert [hit.article_id for hit in search.ranked("ủy ban", EVERYWHERE)] == wanted
    shown: list[int] = []
    while page := search.newest("ủy ban", EVERYWHERE, shown[-1] if shown else 0, 2):
        shown += [hit.article_id for hit in page]
    assert shown == wanted
    assert search.ids("ủy ban", EVERYWHERE) == sorted(wanted, reverse=True)


def test_marks_that_were_typed_leave_out_other_ones(cast: Cast) -> None:
    driven = article(cast, words("Tin", "Chở phiên dịch."))
    market = article(cast, words("Tin", "Đi chợ phiên."))
    for look in (search.ranked, search.newest):
        assert [hit.article_id for hit in look("chở phiên", EVERYWHERE)] == [driven]
        assert [hit.article_id for hit in look("cho phien", EVERYWHERE)] == [market, driven]
        assert [hit.article_id for hit in look("chợ phiên", EVERYWHERE)] == [market]
    assert search.ids("chở phiên", EVERYWHERE) == [driven]


def test_marks_that_no_article_has_find_every_writing(cast: Cast) -> None:
    driven = article(cast, words("Tin", "Chở phiên dịch."))
    market = article(cast, words("Tin", "Đi chợ phiên."))
    for look in (search.ranked, search.newest):
        assert [hit.article_id for hit in look("chõ phiên", EVERYWHERE)] == [market, driven]


def test_words_apart_must_have_their_marks_too_wherever_the_tone_stands(cast: Cast) -> None:
    place = article(cast, words("Tin", "Xã Nậm Mu giữ gìn hòa bình."))
    year = article(cast, words("Tin", "Năm 2019, 60% mức đóng; hoa bình."))
    for typed, found in (
        ("Nậm Mu", [place]),
        ("mu nậm", [place]),
        ("mức năm", [year]),
        ("hoà bình", [place]),
    ):
        assert search.ids(typed, EVERYWHERE) == found, typed


def test_pages_go_on_through_what_has_its_marks(cast: Cast) -> None:
    made = [article(cast, words("Tin", "Đi chợ phiên.")) for _ in range(3)]
    article(cast, words("Tin", "Chở phiên dịch."))
    shown: list[int] = []
    while page := search.newest("chợ phiên", EVERYWHERE, shown[-1] if shown else 0, 2):
        shown += [hit.article_id for hit in page]
    assert shown == made[::-1]


def test_the_authors_name_finds_what_they_wrote(cast: Cast) -> None:
    name = people.person(cast.writer).name
    named = article(cast, words("Gặp mặt", f"{name} phát biểu."))
    other = article(cast, words("Tin khác"))
    for look in (search.ranked, search.newest):
        hits = look(name, EVERYWHERE)
        assert [hit.article_id for hit in hits] == [named, other]
        assert hits[1].snippet.startswith("Chiều ngày 08/4/2019")
    (hit,) = search.newest(name, EVERYWHERE, before=named)
    assert hit.article_id == other
    assert search.ids(name, EVERYWHERE) == [other, named]


def test_one_slip_is_forgiven_when_nothing_else_is_found(cast: Cast) -> None:
    made = article(cast, words("Khai mạc hội thi báo cáo viên"))
    article(cast, words("Tin khác"))
    for typed in ("hội thi báo cáo viêb", "hooij thi", "ội thi báo", "khai mca"):
        assert [hit.article_id for hit in search.newest(typed, EVERYWHERE)] == [made], typed
        assert search.ids(typed, EVERYWHERE) == [made], typed
    assert search.ids("12 hội thi", EVERYWHERE) == []
