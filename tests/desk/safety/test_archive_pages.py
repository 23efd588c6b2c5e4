"""The pages say what there is in Vietnamese, and take nobody's words for markup."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

from desk.edition.edition import Names
from desk.safety import archive_pages
from desk.safety.archive_pages import ArchivedArticle, ArchivedIssue, Contents
from desk.text.blocks import Picture
from tests.making import words

ABOUT = ArchivedArticle(
    7, "bai/00007-mot", "Một <b>", "2019-04", "", "Lê Thị Viết", "Tin tức", "Trần Thị Lãnh",
    "2019-04-09T03:00:00.000+00:00", 2, "ab12",
)  # fmt: skip


def test_the_index_lists_issues_and_articles_by_month() -> None:
    files = [
        f"so/4-2019/lan-2/ban-tin{end}" for end in ("-in.pdf", ".docx", "-html/index.html", "-html/bai.html")
    ]
    issue = ArchivedIssue("4", 2019, 4, "Chủ đề & việc", "2019-04-26", False, files)
    special = ArchivedIssue("", 2019, 5, "", "", True, [])
    moment = datetime(2026, 11, 30, 8, 5)
    made = archive_pages.index(Contents("2019", Names("", "BAN"), moment, [ABOUT], [issue, special]))
    assert "Kho lưu trữ năm 2019" in made
    assert "Tháng 4/2019" in made
    assert "Một &lt;b&gt;" in made
    assert "26/04/2019" in made
    assert ">PDF để in, lần 2</a>" in made
    assert "bai.html" not in made
    assert "Số đặc biệt 2019" in made
    assert "chưa phát hành" in made
    assert "<script" not in made


def test_an_articles_page_says_who_approved_it_and_what_was_said() -> None:
    text = words("Một", "Lời <thân>.")
    lost = Picture("1", "ff", "Chú thích")
    said = [("Phạm Văn Biên", "2019-04-09T01:00:00.000+00:00", "thân", "Xem <lại>")]
    saved = [(1, "Lê Thị Viết", "hôm qua")]
    shown = type(text)(text.title, text.lead, text.byline, text.event_date, (*text.blocks, lost))
    made = archive_pages.article(ABOUT, shown, {}, said, saved)
    assert "Trần Thị Lãnh, 10:00 09/04/2019" in made
    assert "Lời &lt;thân&gt;." in made
    assert "Xem &lt;lại&gt;" in made
    assert "hôm qua" in made
    assert 'href="../kieu.css"' in made


def test_meetings_stand_by_their_day() -> None:
    rows = [
        SimpleNamespace(id=at, start=start, title=title, rule=rule, place="Phòng họp", unit="")
        for at, (start, title, rule) in enumerate(
            [("2019-04-16T08:00:00", "Sau", ""), ("2019-04-01T08:00:00", "Trước", "FREQ=WEEKLY")]
        )
    ]
    made = archive_pages.meetings("2019", rows)
    assert made.index("Trước") < made.index("Sau")
    assert "01/04/2019 08:00" in made
    assert "(lặp lại)" in made
    assert "Không có cuộc họp nào" in archive_pages.meetings("", [])
