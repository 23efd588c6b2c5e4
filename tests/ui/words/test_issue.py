"""The printed issue in words: its name, its lengths, what stands in its way, what was verified."""

from __future__ import annotations

import pytest

from desk.acts.requirements import Auto
from desk.acts.rules import IssueState
from desk.edition.design import CoverDesign, InnerDesign, Legal, PageFormat
from desk.edition.outputs import Output
from desk.errors import Missing, Unmet
from desk.export.preflight import Limit, LimitFault
from desk.integrity.printed import ArticleState, ArticleVerdict, FileState, FileVerdict, Verdict
from desk.issues.issues import IssueRow
from desk.issues.printing import Blocker, BlockerKind
from desk.issues.proposals import BodyLevel
from desk.press.typeset.blank_pages import BlankPages
from desk.text.blocks import ArticleText, Paragraph, Picture, Run
from ui.words import issue
from ui.words.export import OUTPUTS
from ui.words.issue import Place

SHA = "ab" * 32


def test_every_word_of_the_printed_issue_is_there() -> None:
    for table, known in (
        (issue.STATES, IssueState),
        (issue.FORMATS, PageFormat),
        (issue.COVERS, CoverDesign),
        (issue.INNERS, InnerDesign),
        (issue.BODY_LEVELS, BodyLevel),
        (issue.FILE_STATES, FileState),
        (issue.ARTICLE_STATES, ArticleState),
        (issue.LIMITS, Limit),
        (OUTPUTS, Output),
    ):
        assert set(table) == set(known)


def _issue(number: str = "4", month: int = 4, **more: object) -> IssueRow:
    return IssueRow(1, number, 2019, month, "", "", 1, 0, **more)  # type: ignore[arg-type]  # a test's own facts


def test_an_issues_name_has_all_its_months() -> None:
    assert issue.issue_name(_issue()) == "Số 4 – tháng 4 năm 2019"
    assert issue.issue_name(_issue("1+2", 1, last_month=3)) == "Số 1+2 – tháng 1, 2, 3 năm 2019"
    assert issue.issue_name(_issue(special=True)) == "Số 4 – tháng 4 năm 2019 (đặc biệt)"
    assert issue.issue_name(_issue("Đặc biệt", special=True)) == "Số Đặc biệt – tháng 4 năm 2019"


def test_lengths_have_one_decimal_and_no_empty_one() -> None:
    assert [issue.pages(length) for length in (2.34, 2.0, 0.96)] == ["2,3 trang", "2 trang", "1 trang"]


def test_the_largest_page_names_the_sides_that_are_bound() -> None:
    def legal(width: float, height: float) -> Legal:
        return Legal("x", "x", width=width, height=height)

    assert issue.largest(legal(190, 270)) == "190 × 270 mm"
    assert issue.largest(legal(190, 0)) == "rộng 190 mm"
    assert issue.largest(legal(0, 270)) == "cao 270 mm"


def test_pictures_are_numbered_where_there_are_several() -> None:
    long = "Các đại biểu dự Hội nghị giao ban công tác khoa giáo quý một năm nay"
    several = ArticleText(
        blocks=(Picture("p1", SHA, ""), Paragraph("t", (Run("chữ"),)), Picture("p2", SHA, long))
    )
    named = issue.pictures([(7, several), (8, ArticleText(blocks=(Picture("p3", SHA, "một mình"),)))])
    assert named[7, "p1"] == "ảnh 1"
    assert named[7, "p2"] == "ảnh 2 (“Các đại biểu dự Hội nghị giao ban công tác khoa…”)"
    assert named[8, "p3"] == "ảnh"
    assert set(named) == {(7, "p1"), (7, "p2"), (8, "p3")}


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (LimitFault(Limit.PAGES, found=36, allowed=32), "36 trang, quá mức 32 trang"),
        (LimitFault(Limit.IMPRINT, subject="printer"), "Măng-sét chưa có: Nơi in"),
        (LimitFault(Limit.COARSE, found=96.4, allowed=200), "Bìa: ảnh chỉ 96 dpi ở khổ in, cần 200"),
        (LimitFault(Limit.BLANK_SECTION, subject="Tin tức"), "Chuyên mục “Tin tức” không có bài"),
        (LimitFault(Limit.NO_CAPTION, 7, "p1"), "Ảnh chưa có chú thích"),
    ],
)
def test_a_fault_of_the_pages_is_a_sentence(one: LimitFault, words: str) -> None:
    assert issue.fault(one) == words


def test_a_fault_of_an_article_names_it_and_its_picture() -> None:
    one = LimitFault(Limit.COARSE, 7, "p2", found=96, allowed=200)
    assert issue.fault(one, "Giao ban", "ảnh 2") == "“Giao ban”: ảnh 2 chỉ 96 dpi ở khổ in, cần 200"


def test_each_obstacle_leads_to_its_place() -> None:
    faults = [
        LimitFault(Limit.NO_CAPTION, 7, "p1"),
        LimitFault(Limit.PAGES, found=36, allowed=32),
        LimitFault(Limit.BLANK_SECTION, subject="Tin tức"),
        LimitFault(Limit.IMPRINT, subject="printer"),
        LimitFault(Limit.IMPRINT, subject="copies"),
        LimitFault(Limit.IMPRINT, subject="published"),
        LimitFault(Limit.SIZE, found=300, allowed=270),
    ]
    found = issue.obstacles((), faults, {7: ArticleText(title="Giao ban")})
    assert [one.place for one in found] == [
        Place.PICTURE,
        Place.BEYOND,
        Place.ISSUE,
        Place.SETTINGS,
        Place.DRESS,
        Place.DRESS,
        Place.DRESS,
    ]
    assert (found[0].told, found[0].article_id, found[0].at) == ("“Giao ban”", 7, "p1")
    assert [one.at for one in found[3:5]] == ["printer", "copies"]
    assert all(one.stops for one in found)


def test_what_stops_the_release_stands_first() -> None:
    unmet = Unmet((("", "Đã đối chiếu"), (Auto.TITLE.value, "")))
    blockers = [
        Blocker(BlockerKind.WANTED, title="Bài đặt", stops=False, wanted_id=3),
        Blocker(BlockerKind.CHECKLIST, 7, "Giao ban", unmet),
        Blocker(BlockerKind.STALE, 8, "Hội nghị", Missing()),
        Blocker(BlockerKind.EMPTY, title="4/2019"),
    ]
    found = issue.obstacles(blockers, (), {})
    assert [(one.words, one.told, one.place) for one in found] == [
        ("Mục kiểm tra chưa đạt: Đã đối chiếu", "“Giao ban”", Place.CHECKLIST),
        ("Mục kiểm tra chưa đạt: Tít không quá 120 ký tự", "“Giao ban”", Place.CHECKLIST),
        ("Bài đã sửa sau khi duyệt hoặc chưa duyệt", "“Hội nghị”", Place.REVIEW),
        ("Số 4/2019 chưa có bài nào", "", Place.ISSUE),
        ("Bài đặt chưa có", "“Bài đặt” · không chặn", Place.ISSUE),
    ]
    assert [one.at for one in found[:2]] == ["Đã đối chiếu", Auto.TITLE.value]
    assert [one.article_id for one in found] == [7, 7, 8, 0, 0]
    assert [one.stops for one in found] == [True, True, True, True, False]
    assert found[-1].wanted_id == 3


def test_a_verdict_is_one_of_four_sentences() -> None:
    same, other = FileVerdict("a.pdf", FileState.SAME), FileVerdict("a.pdf", FileState.CHANGED)
    sound = issue.verdict("số 4", Verdict(True, "4/2019", 2, (same,), ()))
    assert sound == "“số 4” đúng là số 4/2019 đã phát hành (lần 2), mọi bài đúng bản đã duyệt."
    broken = issue.verdict("số 4", Verdict(True, "4/2019", 2, (other,), ()))
    assert broken == "Bản kê là của số 4/2019 đã phát hành (lần 2), nhưng có chỗ không khớp."
    strange = issue.verdict("a.pdf", Verdict(False, "4/2019", 0, (same,), ()))
    assert strange.startswith("“a.pdf” KHÔNG phải tệp đã phát hành của số 4/2019.")
    unknown = issue.verdict("a.pdf", Verdict(False, "", 0, (same,), ()))
    assert unknown == "“a.pdf” không phải tệp của số nào đã phát hành."


def test_files_and_articles_are_said_to_be_right_or_wrong() -> None:
    assert issue.file_state(FileState.GONE) == "KHÔNG CÒN trong thư mục"
    differs = ArticleVerdict(7, "Giao ban", ArticleState.WORDS_DIFFER, "quý hai")
    assert issue.article_state(differs) == "CHỮ KHÁC bản đã duyệt, từ chỗ “quý hai”"


def test_a_sign_of_the_issue_that_cannot_be_printed_is_named_with_its_words() -> None:
    found = LimitFault(Limit.SIGNS, subject="Mừng Xuân 🎉 胡")
    assert issue.fault(found) == "Chữ in không có “🎉”, “胡” trong “Mừng Xuân 🎉 胡”"


def test_blank_pages_are_said_with_what_would_do_away_with_them() -> None:
    assert issue.blank_pages(BlankPages(26, 27, 1100, 13, 24)) == (
        "Trang 26–27 để trắng: còn chỗ cho khoảng 1.100 chữ, hoặc bớt khoảng 13 dòng thì còn 24 trang."
    )
    assert issue.blank_pages(BlankPages(7, 7, 250, 70, 4)) == "Trang 7 để trắng: còn chỗ cho khoảng 250 chữ."
