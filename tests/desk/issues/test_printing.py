"""From the plan to the press: what an issue prints, what stands in the way, its design and its law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.acts import requirements
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Genre, Stage
from desk.articles import writing
from desk.database.article_tables import Revision
from desk.edition.design import CoverDesign, Design, InnerDesign, PageFormat
from desk.edition.edition import Imprint
from desk.edition.outputs import Output
from desk.errors import NotNow, Unmet, Why
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
from tests.desk.issues.made_issues import made_issue, seen
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
