"""From the plan to the press: what an issue prints, what stands in the way, its design and its law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.acts import journal, requirements
from desk.acts.journal import JournalQuery, Subject
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import writing
from desk.database.article_tables import Article, Revision
from desk.department import settings
from desk.edition.design import CoverDesign, Design, InnerDesign, PageFormat
from desk.edition.edition import Imprint
from desk.edition.outputs import Output
from desk.errors import Denied, NotNow, Unmet, Why
from desk.export.make import make
from desk.export.preflight import Limit, LimitFault
from desk.issues import commissions, issues, placing, printing
from desk.issues.commissions import CommissionWish
from desk.issues.issues import DesignWish, IssueWords
from desk.issues.printing import BlockerKind
from desk.pictures import stored_pictures
from desk.pictures.prepare import prepare
from desk.review import checklists
from desk.review.checklists import ItemEdit
from desk.text.blocks import Picture, new_id
from tests.desk.issues.made_issues import made_issue, part_of, seen, wanted_in
from tests.desk.press import editions
from tests.engine import tampering
from tests.making import Cast, article, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def test_a_text_altered_in_the_file_behind_the_desk_does_not_print(cast: Cast) -> None:
    """An approval is bound to the bytes of a text: whatever the columns beside it still say."""
    issue_id = made_issue(cast, "Giao ban quý I", "Sơ kết Chỉ thị 05")
    before = Revision.get(Revision.article == 2)
    altered = before.text.replace("trao đổi", "tranh cãi")
    assert altered != before.text
    with tampering():
        Revision.update(text=altered).where(
            (Revision.article == 2) & (Revision.number == before.number)
        ).execute()
    refused = NotNow(Why.STALE_APPROVAL, "Sơ kết Chỉ thị 05")
    with pytest.raises(NotNow) as stopped:
        printing.edition(issue_id)
    assert stopped.value == refused
    (blocker,) = (one for one in printing.blockers(issue_id) if one.article_id)
    assert (blocker.kind, blocker.article_id, blocker.error) == (BlockerKind.STALE, 2, refused)


def test_an_export_is_not_journaled_once_the_checklist_stops_it(cast: Cast) -> None:
    """Somebody made an item required while the files were made."""
    issue_id = made_issue(cast, "Giao ban quý I")
    edition = printing.edition(issue_id)
    wish = ItemEdit(None, "Đọc bông hai lần", dict.fromkeys(Genre, Level.REQUIRED))
    checklists.set_list(cast.admin, Before.PRINT, [wish])
    with pytest.raises(Unmet) as stopped:
        printing.exported(cast.secretary, issue_id, {}, edition)
    assert stopped.value.subject == "Giao ban quý I"


def test_as_many_pages_as_the_office_set_are_allowed(cast: Cast) -> None:
    issue_id = made_issue(cast, "Giao ban quý I")
    issues.set_design(cast.secretary, issue_id, seen(issue_id), DesignWish(Design(), pages=64))
    assert printing.standing((), issues.row(issue_id), 64) == ()
    assert printing.standing((), issues.row(issue_id), 65) == (LimitFault(Limit.PAGES, found=65, allowed=64),)


def test_what_a_chief_let_pass_is_let_pass_for_that_text_alone(cast: Cast) -> None:
    issue_id = made_issue(cast, "Giao ban quý I")
    coarse = LimitFault(Limit.COARSE, 1, "ảnh", found=90, allowed=200)
    assert printing.standing((coarse,), issues.row(issue_id), 4) == (coarse,)
    sharp = next(one for one in requirements.items() if one.auto is Auto.SHARPNESS)
    checklists.overrule(cast.chief, 1, sharp.id, "Ảnh tư liệu")
    assert printing.standing((coarse,), issues.row(issue_id), 4) == ()
    writing.save(cast.editor, 1, version(cast, 1), words("Giao ban quý I, ảnh khác"))
    assert printing.standing((coarse,), issues.row(issue_id), 4) == (coarse,)


def test_a_combined_and_a_special_issue_say_so(cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("1+2", 2019, 1, "Mừng Xuân", "", 2, True))
    row = issues.find("1+2", 2019)
    assert (row.ends, row.special, row.theme) == (2, True, "Mừng Xuân")
    with pytest.raises(NotNow) as refused:
        issues.make(cast.secretary, IssueWords("3", 2019, 3, "", "", 2))
    assert refused.value.why is Why.DATES


def test_the_design_of_an_issue_and_its_law(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một")
    design = Design(PageFormat.SMALL, CoverDesign.FRAME, InnerDesign.CLEAR, grey=True)
    own = Imprint(copies=300, deposit="tháng 4 năm 2019")
    issues.set_design(
        cast.secretary, issue_id, 2, DesignWish(design, pages=40, imprint=own, published="2019-04-25")
    )
    row = issues.row(issue_id)
    assert (row.design, row.pages, row.imprint, row.published) == (design, 40, own, "2019-04-25")
    edition = printing.edition(issue_id)
    assert edition.design == design
    assert edition.imprint.copies == 300
    assert edition.published == date(2019, 4, 25)
    assert edition.legal is not None
    assert edition.legal.key == "ban-tin-2016"  # in force in April 2019
    with pytest.raises(NotNow) as refused:
        issues.set_design(cast.secretary, issue_id, 3, DesignWish(Design(PageFormat.A4), law="ban-tin-2016"))
    assert refused.value.why is Why.FORMAT_TOO_LARGE
    issues.set_design(
        cast.secretary, issue_id, 3, DesignWish(Design(PageFormat.A4), law="tai-lieu-khong-kinh-doanh")
    )
    assert printing.edition(issue_id).design.format is PageFormat.A4


def test_the_press_is_given_the_pictures_small_where_the_desk_has_them(cast: Cast) -> None:
    made = [
        prepare(editions.noisy(width, 600, width)[1], "ảnh.jpg") for width in (1200, 700)
    ]  # the second is small enough as it is
    for one in made:
        stored_pictures.add_prepared(cast.writer, one)
    blocks = tuple(Picture(new_id(), one.sha256, "Ảnh", "Trần An") for one in made)
    placed = article(cast, replace(words("Có ảnh"), blocks=blocks), Stage.APPROVED)
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [placed])
    edition = printing.edition(1)
    assert edition.renditions == {made[0].sha256: made[0].rendition}
    assert set(edition.pictures) == {one.sha256 for one in made}
    assert made[0].rendition in make(edition, Output.SCREEN)


def test_blockers_name_their_place(cast: Cast) -> None:
    issue_id = made_issue(cast)
    assert [one.kind for one in printing.blockers(issue_id)] == [BlockerKind.EMPTY, BlockerKind.NOT_CLOSED]
    made = article(cast, words("Một"), Stage.APPROVED)
    placing.place(cast.secretary, issue_id, 1, [made])
    commissions.commission(cast.secretary, issue_id, 2, CommissionWish(2, "Bài đặt"))
    issues.close(cast.secretary, issue_id, 3)
    (left,) = printing.blockers(issue_id)
    assert (left.kind, left.title, left.stops) == (BlockerKind.WANTED, "Bài đặt", False)
    writing.save(cast.editor, made, version(cast, made), words("Một, sửa"))
    stale = printing.blockers(issue_id)[0]
    assert (stale.kind, stale.article_id, stale.stops) == (BlockerKind.STALE, made, True)
    proof = printing.edition(issue_id, proof=True)
    assert proof.pieces[0].text.title == "Một, sửa"  # the proof shows it as it is now


def test_an_issue_prints_what_it_says_of_itself_with_its_articles_in_their_order(cast: Cast) -> None:
    wish = IssueWords("4+5", 2019, 4, "Mừng Xuân", "2019-04-24", 5, special=True)
    issues.make(cast.secretary, wish)
    made = [article(cast, words(title), Stage.APPROVED) for title in ("Một", "Hai", "Ba")]
    placing.place(cast.secretary, 1, 1, [made[2], made[0]], 4)
    placing.place(cast.secretary, 1, 2, [made[1]], 1)
    found = printing.edition(1)
    assert (found.number, found.year, found.month, found.last_month) == ("4+5", 2019, 4, 5)
    assert (found.theme, found.special, found.published) == ("Mừng Xuân", True, None)
    assert found.names == settings.names()
    assert [(part.title, [piece.text.title for piece in part.pieces]) for part in found.sections] == [
        (part_of(1, 1).title, ["Hai"]),
        (part_of(1, 4).title, ["Ba", "Một"]),
    ]
    assert not any(part.boxed for part in found.sections)
    first = found.pieces[0]
    assert (first.article, first.revision, first.approved_by) == (made[1], 1, "Trần Thị Lãnh")
    assert first.sha256 == Article.get_by_id(made[1]).approved_sha256
    assert list(printing.approved(reversed(made))) == made[::-1]


def test_an_empty_issue_is_named_and_its_proof_is_empty(cast: Cast) -> None:
    issue_id = made_issue(cast)
    with pytest.raises(NotNow) as refused:
        printing.edition(issue_id)
    assert refused.value == NotNow(Why.ISSUE_EMPTY, "4/2019")
    assert printing.edition(issue_id, proof=True).pieces == ()


def test_the_pictures_of_articles_and_cover_are_fetched_unless_they_are_known(cast: Cast) -> None:
    photo, emblem, cover = (prepare(editions.picture(300 + n, 200)[1], "ảnh.jpg") for n in range(3))
    for one in (photo, emblem, cover):
        stored_pictures.add_prepared(cast.writer, one)
    text = replace(words("Có ảnh"), blocks=(Picture(new_id(), photo.sha256, "Ảnh", "Trần An"),))
    issue_id = made_issue(cast)
    placing.place(cast.secretary, issue_id, 1, [article(cast, text, Stage.APPROVED)])
    design = Design(emblem=emblem.sha256, photo=cover.sha256)
    issues.set_design(cast.secretary, issue_id, 2, DesignWish(design))
    there = {one.sha256: one.data for one in (photo, emblem, cover)}
    assert printing.edition(issue_id).pictures == there
    known = {cover.sha256: b"known", "unknown": b"not asked for"}
    assert printing.edition(issue_id, known=known).pictures == {**there, cover.sha256: b"known"}


def _require(cast: Cast) -> None:
    """Make the checklist before print require something of every article."""
    wish = ItemEdit(None, "Đọc bông hai lần", dict.fromkeys(Genre, Level.REQUIRED))
    checklists.set_list(cast.admin, Before.PRINT, [wish])


def test_the_first_article_that_the_checklist_stops_is_named(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    placing.arrange(cast.secretary, issue_id, seen(issue_id), 2, 2, 0)
    _require(cast)
    with pytest.raises(Unmet) as stopped:
        printing.edition(issue_id)
    assert stopped.value.subject == "Hai"
    assert [piece.article for piece in printing.edition(issue_id, proof=True).pieces] == [2, 1]
    open_list, *blocked = printing.blockers(issue_id)
    assert (open_list.kind, open_list.title, open_list.stops) == (BlockerKind.NOT_CLOSED, "4/2019", True)
    assert [(one.kind, one.article_id, one.title) for one in blocked] == [
        (BlockerKind.CHECKLIST, 2, "Hai"),
        (BlockerKind.CHECKLIST, 1, "Một"),
    ]
    (item,) = requirements.items(Before.PRINT)
    checklists.tick(cast.secretary, 2, item.id)
    with pytest.raises(Unmet) as stopped:
        printing.edition(issue_id)
    assert stopped.value.subject == "Một"


def test_what_was_released_met_the_checklist_whatever_was_added_since(released: Cast) -> None:
    before = printing.edition(1)
    _require(released)
    assert printing.edition(1) == before
    assert printing.exported(released.secretary, 1, {}, before).act is Act.EXPORT


def test_the_journal_tells_the_files_of_an_export_and_the_texts_in_it(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    edition = printing.edition(issue_id)
    with pytest.raises(Denied):
        printing.exported(cast.writer, issue_id, {}, edition)
    assert printing.exported(cast.secretary, issue_id, {"a.pdf": "c0ffee"}, edition).issues == frozenset()
    entry = journal.entries(JournalQuery(), limit=1)[0]
    assert (entry.act, entry.subject, entry.subject_id) == (Act.EXPORT, Subject.ISSUE, issue_id)
    assert (entry.title, entry.version) == ("4/2019", seen(issue_id))
    articles = [[piece.article, piece.revision, piece.sha256] for piece in edition.pieces]
    assert (entry.detail["files"], entry.detail["articles"]) == ({"a.pdf": "c0ffee"}, articles)


def test_who_may_not_export_is_refused_before_the_press_starts(cast: Cast) -> None:
    for who in (cast.secretary, cast.chief):
        printing.may_export(who)
    with pytest.raises(Denied):
        printing.may_export(cast.writer)


def test_an_empty_plan_and_an_open_list_are_named_by_their_issue(cast: Cast) -> None:
    issue_id = made_issue(cast)
    assert [(one.title, one.stops) for one in printing.blockers(issue_id)] == [("4/2019", True)] * 2
    wish = CommissionWish(2, "Bài đặt")
    commissions.commission(cast.secretary, issue_id, 1, wish)
    assert printing.blockers(issue_id)[-1].wanted_id == wanted_in(issue_id)[0].id


@pytest.mark.parametrize(
    ("most", "total", "law", "told"),
    [
        (0, 80, None, []),
        (0, 80, 64, [64]),  # the office says nothing, the law does
        (40, 80, 64, [40, 64]),
        (64, 80, 64, [64]),  # said once
        (70, 80, 64, [64]),
        (40, 40, None, []),
        (40, 44, None, [40]),
    ],
)
def test_the_offices_own_maximum_is_told_before_the_laws_unless_that_says_enough(
    cast: Cast, most: int, total: int, law: int | None, told: list[int]
) -> None:
    made_issue(cast)
    row = replace(issues.row(1), pages=most)
    found = [] if law is None else [LimitFault(Limit.PAGES, found=total, allowed=law)]
    assert printing.standing(found, row, total) == tuple(
        LimitFault(Limit.PAGES, found=total, allowed=one) for one in told
    )


def test_a_chief_lets_pass_one_kind_of_fault_of_one_article(cast: Cast) -> None:
    made_issue(cast, "Một", "Hai")
    faults = tuple(
        LimitFault(kind, number, "ảnh")
        for kind in (Limit.COARSE, Limit.NO_CAPTION, Limit.SIZE)
        for number in (1, 2)
    )
    for auto, passed in ((Auto.CAPTIONS, faults[2]), (Auto.SHARPNESS, faults[0])):
        item = next(one for one in requirements.items() if one.auto is auto)
        before = printing.against(1, faults, 8)[1]
        checklists.overrule(cast.chief, 1, item.id, "Ảnh tư liệu")
        assert printing.against(1, faults, 8)[1] == tuple(one for one in before if one != passed)
    assert faults[1] in printing.standing(faults, issues.row(1), 8)


def test_a_proof_shows_what_is_now_and_nobody_as_its_approver(cast: Cast) -> None:
    draft = article(cast, words("Nháp"))
    (piece,) = printing.proofed([draft]).values()
    assert (piece.text.title, piece.revision, piece.approved_by) == ("Nháp", 1, "")
    with pytest.raises(NotNow) as refused:
        printing.approved([draft])
    assert refused.value == NotNow(Why.STALE_APPROVAL, "Nháp")
