"""Corrections: approved like any article, proposed for a later issue than the one they mend."""

from __future__ import annotations

import unicodedata

import pytest

from desk.acts import journal
from desk.acts.article_details import Corrected
from desk.acts.journal import JournalQuery
from desk.acts.requirements import TITLE_CHARACTERS
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, workflow, writing
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.issue_tables import Placement
from desk.errors import Denied, NotNow, Why
from desk.integrity import database
from desk.issues import corrections, issues, placing, printing, proposals, releases
from desk.issues.corrections import ErratumRow, Links
from desk.issues.issues import IssueWords
from desk.text.blocks import body_text
from tests.desk.issues.made_issues import made_issue, seen
from tests.making import Cast, article, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def _correct(cast: Cast, article_id: int = 1, was: str = "trao đổi", now: str = "bàn bạc") -> int:
    """Correct an article of the released issue; return the number of the correction."""
    changes = corrections.correct(cast.editor, article_id, was, now)
    (made,) = changes.articles - {article_id}
    return made


def _approve(cast: Cast, article_id: int) -> None:
    workflow.move(cast.editor, Act.SUBMIT, article_id, version(cast, article_id))
    workflow.move(cast.chief, Act.PASS, article_id, version(cast, article_id))
    workflow.approve(cast.chief, article_id, version(cast, article_id))


def test_a_correction_is_approved_and_proposed_for_the_next_issue(released: Cast) -> None:
    for printed, correct in (("", "quý II"), ("quý I", " "), ("quý I", "quý  I")):
        with pytest.raises(NotNow) as refused:
            corrections.correct(released.editor, 1, printed, correct)
        assert refused.value.why is Why.CORRECTION_EMPTY
    with pytest.raises(Denied):
        corrections.correct(released.writer, 1, "quý I", "quý II")
    draft = article(released)
    with pytest.raises(NotNow):
        corrections.correct(released.editor, draft, "quý I", "quý II")
    corrections.correct(released.editor, 1, "quý I", "quý II")
    (erratum,) = corrections.of_article(1)
    following = made_issue(released, "Tin tháng 5", number="5", month=5)
    assert proposals.gather(following).errata == (erratum,)  # nobody approved it yet
    assert proposals.gather(following).proposed == ()
    _approve(released, erratum.article_id)
    (proposed,) = proposals.gather(following).proposed
    assert proposed.article_id == erratum.article_id
    placing.place(released.secretary, following, seen(following), [erratum.article_id], 1)
    last = printing.edition(following).sections[-1]
    assert (last.title, last.boxed) == ("Đính chính", True)
    placing.arrange(released.secretary, following, seen(following), erratum.article_id, 2, 0)
    assert printing.edition(following).sections[-1].title == "Đính chính"  # its place is fixed
    assert database.check() == []


def test_corrections_are_ordered_among_themselves(released: Cast) -> None:
    made = [_correct(released, number) for number in (1, 2)]
    for number in made:
        _approve(released, number)
    following = made_issue(released, number="5", month=5)
    placing.place(released.secretary, following, 1, made, corrections.section())
    placing.arrange(released.secretary, following, 2, made[1], corrections.section(), 0)
    (part,) = printing.edition(following).sections
    assert [piece.article for piece in part.pieces] == [made[1], made[0]]


def test_a_correction_says_where_it_was_printed_how_and_how_it_reads(released: Cast) -> None:
    was, now = unicodedata.normalize("NFD", " các  đồng chí "), " các \n đại biểu"
    changes = corrections.correct(released.editor, 1, was, now)
    (made,) = changes.articles - {1}
    assert (changes.act, changes.version) == (Act.CORRECT, 1)
    told = listing.open_article(released.editor, made)
    assert (told.text.title, told.text.byline) == ("Đính chính bài “Bài một”", "Ban Biên tập")
    assert body_text(told.text) == (
        "Bản tin số 4/2019, trang 4, bài “Bài một” đã in: “các đồng chí”. Xin đọc là: “các đại biểu”.\n"
        "Mong bạn đọc thông cảm."
    )
    assert (told.row.section_id, told.row.genre) == (corrections.section(), Genre.ERRATUM)
    assert Article.get_by_id(1).genre != Genre.ERRATUM.value
    assert corrections.of_article(1) == [
        ErratumRow(
            article_id=made,
            title="Đính chính bài “Bài một”",
            stage=Stage.DRAFT,
            of_id=1,
            of_title="Bài một",
            issue="4/2019",
            printed="các đồng chí",
            correct="các đại biểu",
            placed=False,
        )
    ]
    entry = journal.entries(JournalQuery(act=Act.CORRECT), limit=1)[0]
    assert (entry.subject_id, entry.read(Corrected)) == (
        1,
        Corrected("các đồng chí", "các đại biểu", made),
    )


def test_a_correction_names_the_issue_of_its_own_article(released: Cast) -> None:
    (other,) = issues.make(released.secretary, IssueWords("5", 2019, 5)).issues
    with connection.writing():
        Placement.update(issue=other).where(Placement.article == 2).execute()
    _correct(released)
    assert corrections.of_article(1)[0].issue == "4/2019"


def test_without_a_known_page_a_correction_names_the_issue_alone() -> None:
    text = corrections._text("Bài một", "4/2019", 0, "quý I", "quý II")
    assert body_text(text).startswith("Bản tin số 4/2019, bài “Bài một” đã in: “quý I”.")


_ROOM = TITLE_CHARACTERS - len("Đính chính bài “”")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Bài", "Bài"),
        ("a" * _ROOM, "a" * _ROOM),
        ("a" * (_ROOM + 1), "a" * (_ROOM - 1) + "…"),
        ("a" * (_ROOM - 2) + " bcd", "a" * (_ROOM - 2) + "…"),
    ],
)
def test_the_title_of_a_correction_is_no_longer_than_a_title_may_be(title: str, told: str) -> None:
    made = corrections._titled(title)
    assert made == f"Đính chính bài “{told}”"
    assert len(made) <= TITLE_CHARACTERS


def test_corrections_are_listed_newest_first_without_those_thrown_away(released: Cast) -> None:
    first, other, second, binned = (_correct(released, number) for number in (1, 2, 1, 1))
    workflow.move(released.editor, Act.BIN, binned, version(released, binned))
    assert [row.article_id for row in corrections.listing()] == [second, other, first]
    assert [row.article_id for row in corrections.of_article(1)] == [second, first]
    assert [row.article_id for row in corrections.of_article(2)] == [other]
    _approve(released, first)
    (following,) = issues.make(released.secretary, IssueWords("5", 2019, 5)).issues
    placing.place(released.secretary, following, 1, [first])
    assert [(row.article_id, row.placed) for row in corrections.listing()] == [
        (second, False),
        (other, False),
        (first, True),
    ]
    assert [row.article_id for row in corrections.listing(unplaced=True)] == [second, other]


def test_the_way_leads_from_an_article_to_its_corrections_and_back(released: Cast) -> None:
    first, second = _correct(released), _correct(released)
    newest, older = corrections.of_article(1)
    assert corrections.links(1) == Links((newest, older), None)
    assert corrections.links(first) == Links((), older)
    assert corrections.links(second).corrects == newest
    assert corrections.links(2) == Links()


def test_the_corrections_have_one_chuyen_muc_made_when_it_is_first_needed(released: Cast) -> None:
    assert corrections.section() == 0
    made = [_correct(released), _correct(released, 2)]
    fixed = corrections.section()
    assert fixed > 0
    assert [corrections.fixed_place(one) for one in (*made, 1)] == [fixed, fixed, 0]
    assert [listing.row(released.editor, one).section_id for one in made] == [fixed, fixed]


def test_as_printed_is_what_was_released_and_not_what_it_says_now(released: Cast) -> None:
    text = words("Bài một")
    printed = "\n".join((text.title, text.lead, body_text(text), text.byline))
    releases.reopen(released.chief, 1, seen(1), "Sai số liệu")
    writing.save(released.editor, 1, version(released, 1), words("Bài một, sửa"))
    assert corrections.as_printed(1) == printed


def test_as_printed_of_what_was_never_printed_is_what_it_says_now(cast: Cast) -> None:
    made = article(cast, words("Bài cũ", "Thân bài."))
    writing.save(cast.writer, made, 1, words("Bài mới", "Thân bài."))
    assert corrections.as_printed(made).split("\n")[0] == "Bài mới"
    issue_id = made_issue(cast, "Xếp rồi, chưa in")
    (placed,) = (piece.article for piece in printing.edition(issue_id).pieces)
    assert corrections.as_printed(placed).startswith("Xếp rồi, chưa in\n")


@pytest.mark.parametrize(
    ("sought", "there"),
    [
        ("các đồng chí", True),
        ("các đồng\nchí  đã", True),
        (unicodedata.normalize("NFD", "đồng chí"), True),
        ("các đồng chi", False),
        ("chí các", False),
    ],
)
def test_words_are_sought_wherever_lines_break(sought: str, there: bool) -> None:
    assert corrections.has("Tại đây, các đồng\nchí đã trao đổi.", sought) is there


def test_a_correction_that_brings_its_own_stop_gets_no_other(released: Cast) -> None:
    (made,) = corrections.correct(released.editor, 1, "hết.", "xong vấn đề.").articles - {1}
    text = body_text(listing.open_article(released.editor, made).text)
    assert "đã in: “hết.” Xin đọc là: “xong vấn đề.”\n" in text
