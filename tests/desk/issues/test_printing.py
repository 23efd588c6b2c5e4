"""The printed issue through the gate: planning, wanted pieces, gathering, release, correction, verification."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdf
import pytest

from desk import clock
from desk.acts import journal
from desk.acts.journal import JournalQuery, Subject
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, IssueState, Stage
from desk.articles import listing, workflow, writing
from desk.database import store
from desk.database.article_tables import Revision
from desk.database.issue_tables import ReleaseFile
from desk.department import export_profiles, legal_profiles
from desk.edition.design import CoverDesign, Design, InnerDesign, Legal, PageFormat
from desk.edition.edition import Imprint
from desk.edition.outputs import Finish, Output
from desk.errors import BadIntake, Denied, FileTrouble, IntakeFault, Missing, NotNow, Unmet, Why
from desk.export import packages, write_files
from desk.export.make import make
from desk.export.preflight import Limit, LimitFault
from desk.integrity import database
from desk.integrity import printed as integrity_printed
from desk.integrity.printed import ArticleState, FileState
from desk.issues import commissions, corrections, issues, manifest, placing, printing, proposals, releases
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.issues import DesignWish, IssueWords
from desk.issues.printing import BlockerKind
from desk.issues.proposals import BodyLevel
from desk.issues.releases import ReleaseContent
from desk.issues.sections import SectionWish
from desk.paths import ROOT
from desk.pictures import stored_pictures
from desk.pictures.prepare import prepare
from desk.review import checklists
from desk.review.checklists import ItemEdit
from desk.text.blocks import Picture, new_id
from tests.desk.press import editions
from tests.engine import tampering
from tests.making import Cast, article, version, words

JULY = datetime(2019, 4, 20, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: JULY)


def _issue(cast: Cast, *titles: str, number: str = "4", month: int = 4) -> int:
    """Make an issue with approved articles in it."""
    issues.make(cast.secretary, IssueWords(number, 2019, month))
    issue = issues.find(number, 2019)
    made = [article(cast, words(title), Stage.APPROVED) for title in titles]
    if made:
        placing.place(cast.secretary, issue.id, 1, made)
    return issue.id


def _seen(issue_id: int) -> int:
    return issues.row(issue_id).version


def _pressed(issue_id: int, *made: Output) -> ReleaseContent:
    edition = printing.edition(issue_id)
    found = packages.measured(edition)
    files = {one: packages.package(edition, one, make(edition, one)) for one in made or releases.FROZEN}
    return ReleaseContent(edition, files, found.pages, found.layout.total, found.cover)


def _released(cast: Cast, *titles: str) -> int:
    issue_id = _issue(cast, *(titles or ("Giao ban quý I", "Sơ kết Chỉ thị 05")))
    issues.close(cast.secretary, issue_id, _seen(issue_id))
    releases.release(cast.secretary, issue_id, _seen(issue_id), _pressed(issue_id))
    return issue_id


# -- approvals -------------------------------------------------------------------------------------------


def test_a_text_altered_in_the_file_behind_the_desk_does_not_print(cast: Cast) -> None:
    """An approval is bound to the bytes of a text: whatever the columns beside it still say."""
    issue_id = _issue(cast, "Giao ban quý I", "Sơ kết Chỉ thị 05")
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
    issue_id = _issue(cast, "Giao ban quý I")
    edition = printing.edition(issue_id)
    wish = ItemEdit(None, "Đọc bông hai lần", dict.fromkeys(Genre, Level.REQUIRED))
    checklists.set_list(cast.admin, Before.PRINT, [wish])
    with pytest.raises(Unmet) as stopped:
        printing.exported(cast.secretary, issue_id, {}, edition)
    assert stopped.value.subject == "Giao ban quý I"


def test_as_many_pages_as_the_office_set_are_allowed(cast: Cast) -> None:
    issue_id = _issue(cast, "Giao ban quý I")
    issues.set_design(cast.secretary, issue_id, _seen(issue_id), DesignWish(Design(), pages=64))
    assert printing.standing((), issue_id, 64) == ()
    assert printing.standing((), issue_id, 65) == (LimitFault(Limit.PAGES, found=65, allowed=64),)


# -- planning --------------------------------------------------------------------------------------------


def test_a_combined_and_a_special_issue_say_so(cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("1+2", 2019, 1, "Mừng Xuân", "", 2, True))
    row = issues.find("1+2", 2019)
    assert (row.ends, row.special, row.theme) == (2, True, "Mừng Xuân")
    with pytest.raises(NotNow) as refused:
        issues.make(cast.secretary, IssueWords("3", 2019, 3, "", "", 2))
    assert refused.value.why is Why.DATES


def test_chuyen_muc_are_ordered_hidden_and_added_for_one_issue(cast: Cast) -> None:
    issue_id = _issue(cast, "Giao ban quý I")
    parts = issue_plan.plan(issue_id).parts
    filled = next(part for part in parts if part.placed)
    last, empty = parts[-1], next(part for part in parts if not part.placed)
    wishes = [
        SectionWish(last.section_id, last.title),
        SectionWish(0, "Chào mừng Đại hội"),
        SectionWish(filled.section_id, filled.title),
        SectionWish(empty.section_id, empty.title, hidden=True),
    ]
    issue_sections.arrange_sections(cast.secretary, issue_id, _seen(issue_id), wishes)
    plan = issue_plan.plan(issue_id)
    assert [part.title for part in plan.parts][:3] == [last.title, "Chào mừng Đại hội", filled.title]
    assert plan.parts[1].own
    assert next(part for part in plan.parts if part.section_id == empty.section_id).hidden
    # Another issue keeps the desk's order, unless it takes this one as its model.
    other = issue_plan.plan(_issue(cast, number="5", month=5))
    assert [part.title for part in other.parts] == [part.title for part in parts]
    issues.make(cast.secretary, IssueWords("6", 2019, 6), like=issue_id)
    like = issue_plan.plan(issues.find("6", 2019).id)
    assert [p.title for p in like.parts][:2] == [
        last.title,
        filled.title,
    ]  # what was added for one issue stays there
    with pytest.raises(NotNow) as refused:
        issue_sections.arrange_sections(
            cast.secretary,
            issue_id,
            _seen(issue_id),
            [SectionWish(filled.section_id, filled.title, hidden=True)],
        )
    assert refused.value == NotNow(Why.SECTION_FILLED, filled.title)
    with pytest.raises(NotNow) as refused:
        issue_sections.arrange_sections(cast.secretary, issue_id, _seen(issue_id), [SectionWish(0, "  ")])
    assert refused.value.why is Why.NAME_EMPTY
    assert database.check() == []


def test_gathering_proposes_by_the_rule(cast: Cast) -> None:
    issue_id = _issue(cast)
    made = {
        title: article(cast, words(title), Stage.APPROVED)
        for title in (
            "Chi bộ bản Phiêng sinh hoạt chuyên đề",
            "Huyện ủy Phong Sơn sơ kết Chỉ thị 05 của Bộ Chính trị",
            "Bộ Chính trị ban hành Kết luận mới",
            "Tỉnh ủy tổ chức hội nghị báo cáo viên",
        )
    }
    article(cast, words("Chưa duyệt"), Stage.FOR_APPROVAL)
    proposed = proposals.gather(issue_id).proposed
    assert [(one.title.split()[0], one.level) for one in proposed] == [
        ("Bộ", BodyLevel.CENTRAL),
        ("Tỉnh", BodyLevel.PROVINCE),
        ("Huyện", BodyLevel.DISTRICT),
        ("Chi", BodyLevel.GRASSROOTS),
    ]
    assert all(one.fits for one in proposed)
    placing.place(cast.secretary, issue_id, 1, [one.article_id for one in proposed])
    placed = [row.article_id for part in issue_plan.plan(issue_id).parts for row in part.placed]
    assert placed == [made[one.title] for one in proposed]
    assert proposals.gather(issue_id).proposed == ()


def test_a_wanted_piece_stands_in_the_plan_until_it_is_placed(cast: Cast) -> None:
    issue_id = _issue(cast)
    section = issue_plan.plan(issue_id).parts[1].section_id
    with pytest.raises(NotNow) as refused:
        commissions.commission(cast.secretary, issue_id, 1, CommissionWish(section, " "))
    assert refused.value.why is Why.NO_TITLE
    commissions.commission(
        cast.secretary, issue_id, 1, CommissionWish(section, "Gương đảng viên", cast.writer, "2019-04-18")
    )
    (wanted,) = issue_plan.plan(issue_id).parts[1].wanted
    assert (wanted.person, wanted.due, wanted.late) == ("Lê Thị Viết", date(2019, 4, 18), True)
    (mine,) = commissions.mine(cast.writer)
    assert (mine.title, mine.issue, mine.late) == ("Gương đảng viên", "4/2019", True)
    assert commissions.mine(cast.editor) == []
    (begun,) = commissions.begin(cast.writer, wanted.id).articles
    assert listing.row(cast.writer, begun).title == "Gương đảng viên"
    assert commissions.begin(cast.writer, wanted.id).articles == {begun}  # a second press makes no twin
    assert issue_plan.plan(issue_id).parts[1].wanted[0].stage is Stage.DRAFT
    writing.save(cast.writer, begun, 1, words("Gương đảng viên"), section)
    workflow.move(cast.writer, Act.SUBMIT, begun, 2)
    assert commissions.mine(cast.writer) == []  # it is handed in
    workflow.move(cast.editor, Act.PASS, begun, 3)
    workflow.approve(cast.chief, begun, 4)
    placing.place(cast.secretary, issue_id, _seen(issue_id), [begun])
    assert issue_plan.plan(issue_id).parts[1].wanted == ()
    commissions.commission(cast.editor, issue_id, _seen(issue_id), CommissionWish(section, "Hỏi – đáp"))
    left = issue_plan.plan(issue_id).parts[1].wanted[0]
    commissions.commission(
        cast.editor, issue_id, _seen(issue_id), CommissionWish(section, "Hỏi – đáp tháng 4"), left.id
    )
    assert issue_plan.plan(issue_id).parts[1].wanted[0].title == "Hỏi – đáp tháng 4"
    commissions.cancel(cast.secretary, issue_id, _seen(issue_id), left.id)
    with pytest.raises(Missing):
        commissions.cancel(cast.secretary, issue_id, _seen(issue_id), left.id)
    assert database.check() == []


def test_a_closed_issue_is_ordered_but_not_filled(cast: Cast) -> None:
    issue_id = _issue(cast, "Một", "Hai")
    issues.close(cast.secretary, issue_id, 2)
    one = article(cast, words("Ba"), Stage.APPROVED)
    tried: tuple[Callable[[], object], ...] = (
        lambda: placing.place(cast.secretary, issue_id, 3, [one]),
        lambda: placing.unplace(cast.secretary, issue_id, 3, [one]),
        lambda: commissions.commission(cast.secretary, issue_id, 3, CommissionWish(1, "Bài")),
        lambda: issues.close(cast.secretary, issue_id, 3),
    )
    for act in tried:
        with pytest.raises(NotNow) as refused:
            act()
        assert refused.value.why is Why.ISSUE_CLOSED
    first = issue_plan.plan(issue_id).parts[1].placed[1].article_id
    placing.arrange(cast.secretary, issue_id, 3, first, 2, 0)
    issues.open_again(cast.secretary, issue_id, 4)
    placing.place(cast.secretary, issue_id, 5, [one])


def test_the_dress_of_an_issue_and_its_law(cast: Cast) -> None:
    issue_id = _issue(cast, "Một")
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


def test_legal_profiles_are_the_offices_data(cast: Cast) -> None:
    proposed = legal_profiles.profiles()
    assert {one.key for one in proposed} >= {"ban-tin-2016", "ban-tin-2025", "tai-lieu-khong-kinh-doanh"}
    assert "cần xác nhận theo Luật Báo chí 2025" in legal_profiles.profiles()[1].note
    assert legal_profiles.profile("", date(2026, 11, 24)) == proposed[1]
    own = Legal("rieng", "Quy định của tỉnh", since="2026-01-01", pages=48, needs=("responsible",))
    legal_profiles.set_profiles(cast.admin, (*proposed, own))
    assert legal_profiles.profile("rieng") == own
    with pytest.raises(NotNow):
        legal_profiles.set_profiles(cast.admin, (own, own))
    with pytest.raises(NotNow):
        legal_profiles.set_profiles(cast.admin, ())
    with pytest.raises(Denied):
        legal_profiles.set_profiles(cast.writer, proposed)


# -- release ---------------------------------------------------------------------------------------------


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


def test_a_release_freezes_the_issue_with_its_files(cast: Cast) -> None:
    issue_id = _issue(cast, "Giao ban quý I", "Sơ kết Chỉ thị 05")
    pressed = _pressed(issue_id)
    with pytest.raises(NotNow) as refused:
        releases.release(cast.secretary, issue_id, 2, pressed)
    assert refused.value.why is Why.ISSUE_OPEN
    issues.close(cast.secretary, issue_id, 2)
    with pytest.raises(Denied):
        releases.release(cast.editor, issue_id, 3, pressed)
    changes = releases.release(cast.secretary, issue_id, 3, pressed)
    assert changes.articles == {piece.article for piece in pressed.edition.pieces}
    assert issues.row(issue_id).state is IssueState.RELEASED
    assert all(listing.row(cast.chief, one).stage is Stage.RELEASED for one in changes.articles)
    (row,) = releases.listing()
    assert (row.issue, row.number, row.articles, row.standing) == ("4/2019", 1, 2, True)
    assert row.pages % 4 == 0
    assert releases.cover(row.id).startswith(b"\x89PNG")
    entry = journal.entries(JournalQuery(act=Act.RELEASE, subject=Subject.ISSUE))[0]
    assert entry.sha256 == row.sha256
    told = {mark.name: mark.sha256 for mark in manifest.read(releases.files(row.id)[manifest.NAME]).files}
    assert told == entry.detail["files"]
    again = releases.files(row.id)
    assert {n: d for n, d in again.items() if n != manifest.NAME} == {
        name: data for made in pressed.files.values() for name, data in made.items()
    }
    assert set(releases.outputs(row.id)) == set(releases.FROZEN)
    tried: tuple[Callable[[], object], ...] = (
        lambda: placing.unplace(cast.secretary, issue_id, 4, list(changes.articles)),
        lambda: issues.edit(cast.secretary, issue_id, 4, IssueWords("5", 2019, 4)),
        lambda: issues.set_design(cast.secretary, issue_id, 4, DesignWish(Design())),
    )
    for act in tried:
        with pytest.raises(NotNow) as refused:
            act()
        assert refused.value.why is Why.ISSUE_RELEASED
    one = next(iter(changes.articles))
    with pytest.raises(NotNow):
        writing.save(cast.editor, one, version(cast, one), words("Sửa sau khi in"))
    with pytest.raises(Exception, match="never changes"):
        ReleaseFile.update(data=b"\0").execute()
    assert database.check() == []


def test_what_changed_meanwhile_or_is_missing_is_not_released(cast: Cast) -> None:
    issue_id = _issue(cast, "Một", "Hai")
    pressed = _pressed(issue_id)
    first = pressed.edition.pieces[1].article
    placing.arrange(cast.secretary, issue_id, 2, first, 2, 0)
    issues.close(cast.secretary, issue_id, 3)
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, pressed)
    assert refused.value.why is Why.PRINTED_CHANGED
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, _pressed(issue_id, Output.PRINT))
    assert refused.value.why is Why.FILES_MISSING
    good = _pressed(issue_id)
    blocked = ReleaseContent(
        good.edition, good.files, good.pages, good.total, good.cover, ("80 trang, quá 64",)
    )
    with pytest.raises(NotNow) as refused:
        releases.release(cast.chief, issue_id, 4, blocked)
    assert refused.value == NotNow(Why.ISSUE_BLOCKED, "80 trang, quá 64")
    assert issues.row(issue_id).state is IssueState.CLOSED
    assert releases.listing() == []


def test_blockers_name_their_place(cast: Cast) -> None:
    issue_id = _issue(cast)
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


def test_a_power_cut_while_releasing_leaves_it_released_or_not(cast: Cast) -> None:
    issue_id = _issue(cast, "Một", "Hai")
    issues.close(cast.secretary, issue_id, _seen(issue_id))
    store.close_file()
    child = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from desk.database import store\n"
        "from desk.issues import issues, printing, releases\n"
        "from desk.edition.outputs import Output\n"
        "from desk.database.issue_tables import ReleaseFile\n"
        "store.open_file(Path(sys.argv[1]))\n"
        "real, turns = ReleaseFile.insert, []\n"
        "def cut(**values):\n"
        "    turns.append(1)\n"
        "    if len(turns) == 3:\n"
        "        os._exit(9)\n"
        "    return real(**values)\n"
        "ReleaseFile.insert = cut\n"
        "files = {one: {one.value: b'x' * 4_000_000} for one in releases.FROZEN}\n"
        f"pressed = releases.ReleaseContent(printing.edition({issue_id}), files, {{}}, 8, b'')\n"
        f"releases.release({cast.secretary}, {issue_id}, issues.row({issue_id}).version, pressed)\n"
    )
    done = subprocess.run([sys.executable, "-c", child, str(cast.path)], cwd=ROOT, check=False)
    assert done.returncode == 9
    store.open_file(cast.path)
    assert releases.listing() == []
    assert issues.row(issue_id).state is IssueState.CLOSED
    assert database.check() == []
    releases.release(cast.secretary, issue_id, _seen(issue_id), _pressed(issue_id))
    assert [row.number for row in releases.listing()] == [1]
    assert database.check() == []


def test_reopening_is_the_chiefs_and_keeps_the_first_release(cast: Cast) -> None:
    issue_id = _released(cast)
    with pytest.raises(Denied):
        releases.reopen(cast.secretary, issue_id, _seen(issue_id), "Sai bìa")
    with pytest.raises(NotNow) as refused:
        releases.reopen(cast.chief, issue_id, _seen(issue_id), " ")
    assert refused.value.why is Why.NOTE
    changes = releases.reopen(cast.chief, issue_id, _seen(issue_id), "Sai ảnh bìa")
    assert issues.row(issue_id).state is IssueState.CLOSED
    assert all(listing.row(cast.chief, one).stage is Stage.APPROVED for one in changes.articles)
    assert [row.standing for row in releases.listing()] == [False]
    releases.release(cast.chief, issue_id, _seen(issue_id), _pressed(issue_id))
    assert [(row.number, row.standing) for row in releases.listing()] == [(2, True), (1, False)]
    noted = journal.entries(JournalQuery(act=Act.REOPEN_ISSUE, subject=Subject.ISSUE))[0]
    assert noted.note == "Sai ảnh bìa"
    assert database.check() == []


def test_a_correction_is_approved_and_proposed_for_the_next_issue(cast: Cast) -> None:
    issue_id = _released(cast, "Giao ban quý I")
    made = issue_plan.plan(issue_id).parts[1].placed[0].article_id
    for printed, correct in (("", "quý II"), ("quý I", " "), ("quý I", "quý  I")):
        with pytest.raises(NotNow) as refused:
            corrections.correct(cast.editor, made, printed, correct)
        assert refused.value.why is Why.CORRECTION_EMPTY
    with pytest.raises(Denied):
        corrections.correct(cast.writer, made, "quý I", "quý II")
    draft = article(cast)
    with pytest.raises(NotNow):
        corrections.correct(cast.editor, draft, "quý I", "quý II")
    corrections.correct(cast.editor, made, "quý I", "quý II")
    (erratum,) = corrections.of_article(made)
    said = listing.open_article(cast.chief, erratum.article_id).text
    assert "Bản tin số 4/2019, trang 3, bài “Giao ban quý I” đã in: “quý I”. Xin đọc là: “quý II”." in str(
        said
    )
    following = _issue(cast, "Tin tháng 5", number="5", month=5)
    assert proposals.gather(following).errata == (erratum,)  # nobody approved it yet
    assert proposals.gather(following).proposed == ()
    workflow.move(cast.editor, Act.SUBMIT, erratum.article_id, 1)
    workflow.move(cast.chief, Act.PASS, erratum.article_id, 2)
    workflow.approve(cast.chief, erratum.article_id, 3)
    (proposed,) = proposals.gather(following).proposed
    assert proposed.article_id == erratum.article_id
    placing.place(cast.secretary, following, _seen(following), [erratum.article_id], 1)
    last = printing.edition(following).sections[-1]
    assert (last.title, last.boxed) == ("Đính chính", True)
    placing.arrange(cast.secretary, following, _seen(following), erratum.article_id, 2, 0)
    assert printing.edition(following).sections[-1].title == "Đính chính"  # its place is fixed
    assert database.check() == []


# -- verification ----------------------------------------------------------------------------------------


def test_a_released_file_and_folder_are_verified(cast: Cast, tmp_path: Path) -> None:
    _released(cast)
    (row,) = releases.listing()
    files = releases.files(row.id)
    folder = write_files.write_new_folder(files, tmp_path, "số 4")
    verdict = integrity_printed.verify(folder)
    assert verdict.sound
    assert (verdict.issue, verdict.release, len(verdict.articles)) == ("4/2019", 1, 2)
    printed = next(name for name in files if name.endswith("-in.pdf"))
    alone = integrity_printed.verify(folder / printed)
    assert alone.sound
    # Written a second time, the same bytes; the first folder is not touched.
    twice = write_files.write_new_folder(files, tmp_path, "số 4")
    assert twice.name == "số 4_lan-2"
    assert all((twice / name).read_bytes() == data for name, data in files.items())
    (folder / printed).write_bytes(files[printed] + b" ")
    (folder / "thêm.txt").write_text("?", encoding="utf-8")
    next(path for path in folder.iterdir() if path.suffix == ".docx").unlink()
    verdict = integrity_printed.verify(folder)
    assert not verdict.sound
    states = {one.name: one.state for one in verdict.files}
    assert states[printed] is FileState.CHANGED
    assert states["thêm.txt"] is FileState.UNKNOWN
    assert FileState.GONE in states.values()


def test_a_file_made_anew_is_judged_by_its_words(cast: Cast, tmp_path: Path) -> None:
    issue_id = _released(cast)
    edition = printing.edition(issue_id)
    other = tmp_path / "in lại.pdf"
    made = make(edition, Output.PROOF)
    assert isinstance(made, bytes)
    other.write_bytes(made)
    verdict = integrity_printed.verify(other)
    assert not verdict.released
    assert verdict.issue == "4/2019"
    assert {one.state for one in verdict.articles} == {ArticleState.APPROVED}


def test_words_changed_on_the_page_are_found(cast: Cast, tmp_path: Path) -> None:
    from dataclasses import replace

    issue_id = _released(cast)
    edition = printing.edition(issue_id)
    part = next(part for part in edition.sections if part.pieces)
    forged = words(part.pieces[0].text.title, "Tại hội nghị, các đồng chí đã tranh luận gay gắt.")
    pieces = (replace(part.pieces[0], text=forged), *part.pieces[1:])
    changed = replace(edition, sections=(replace(part, pieces=pieces),))
    made = make(changed, Output.SCREEN)
    assert isinstance(made, bytes)
    path = tmp_path / "giả.pdf"
    path.write_bytes(made)
    states = {one.title: one.state for one in integrity_printed.verify(path).articles}
    assert states[forged.title] is ArticleState.WORDS_DIFFER
    assert states[part.pieces[1].text.title] is ArticleState.APPROVED


def test_a_year_alone_on_its_line_is_a_word_and_no_pages_number(cast: Cast, tmp_path: Path) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    titles = ["Kỷ niệm chiến thắng", "2019"]
    body = ("Tại hội nghị, các đồng chí đã trao đổi. " * 40, "1945", "3", "4", "5", "Đã in xong.", "1975")
    made = [article(cast, words(title, *body), Stage.APPROVED) for title in titles]
    placing.place(cast.secretary, 1, 1, made)
    issues.close(cast.secretary, 1, _seen(1))
    releases.release(cast.secretary, 1, _seen(1), _pressed(1))
    for output, finish in ((Output.PRINT, Finish(marks=True, bleed=True)), (Output.PROOF, Finish())):
        path = tmp_path / f"{output.value}.pdf"
        data = make(printing.edition(1), output, finish)
        assert isinstance(data, bytes)
        path.write_bytes(data)
        lines = [line for page in pypdf.PdfReader(path).pages for line in page.extract_text().splitlines()]
        assert {"1945", "2019", "5"} <= {line.strip() for line in lines}  # such lines there are
        verdict = integrity_printed.verify(path)
        assert not verdict.released
        assert [one for one in verdict.articles if one.state is not ArticleState.APPROVED] == []


def test_a_year_forged_on_the_page_is_found(cast: Cast, tmp_path: Path) -> None:
    from dataclasses import replace

    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    made = article(cast, words("Kỷ niệm chiến thắng", "Năm ấy là", "1945"), Stage.APPROVED)
    placing.place(cast.secretary, 1, 1, [made])
    issues.close(cast.secretary, 1, _seen(1))
    releases.release(cast.secretary, 1, _seen(1), _pressed(1))
    edition = printing.edition(1)
    (part,) = edition.sections
    forged = replace(part.pieces[0], text=words("Kỷ niệm chiến thắng", "Năm ấy là", "1946"))
    data = make(replace(edition, sections=(replace(part, pieces=(forged,)),)), Output.SCREEN)
    assert isinstance(data, bytes)
    path = tmp_path / "giả.pdf"
    path.write_bytes(data)
    (found,) = integrity_printed.verify(path).articles
    assert (found.state, found.words) == (ArticleState.WORDS_DIFFER, "1945")


def test_an_article_changed_behind_the_programs_back_is_found(cast: Cast, tmp_path: Path) -> None:
    _released(cast)
    (row,) = releases.listing()
    folder = write_files.write_new_folder(releases.files(row.id), tmp_path, "số 4")
    told = json.loads((folder / manifest.NAME).read_text("utf-8"))
    told["articles"][0]["sha256"] = "0" * 64
    (folder / manifest.NAME).write_text(json.dumps(told), encoding="utf-8")
    verdict = integrity_printed.verify(folder)
    assert not verdict.released
    assert verdict.articles[0].state is ArticleState.NOT_APPROVED


@pytest.mark.parametrize("name", ["trống", "lạ.pdf", "không có.pdf", "hỏng"])
def test_what_cannot_be_verified_says_why(cast: Cast, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "trống":
        path.mkdir()
    elif name == "hỏng":
        path.mkdir()
        (path / manifest.NAME).write_bytes(b"\xff{")
    elif name == "lạ.pdf":
        path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises((BadIntake, FileTrouble)) as refused:
        integrity_printed.verify(path)
    if isinstance(refused.value, BadIntake):
        assert refused.value.fault in (IntakeFault.NO_MANIFEST, IntakeFault.UNKNOWN_KIND)


def test_the_offices_outputs_are_kept(cast: Cast) -> None:
    assert set(export_profiles.profiles()) == {Output.PRINT, Output.SCREEN, Output.WORD}
    wanted = {Output.PRINT: Finish(bleed=True, marks=True), Output.OFFICE: Finish(grey=True)}
    export_profiles.save(cast.secretary, wanted)
    assert export_profiles.profiles() == wanted
    with pytest.raises(Denied):
        export_profiles.save(cast.writer, wanted)
