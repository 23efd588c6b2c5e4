"""A year takes what is of it, and what that cannot do without."""

from __future__ import annotations

from datetime import UTC, datetime

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.registers import ignored
from desk.safety import archive_scope
from tests.desk.safety.full_desk import held_meeting
from tests.making import Cast, article, pictured, words


def test_articles_of_december_keep_their_issue_of_january(cast: Cast) -> None:
    late = article(cast, words("Cuối năm"), Stage.APPROVED)
    clock.set_clock(lambda: datetime(2020, 1, 5, 3, tzinfo=UTC))
    issues.make(cast.secretary, issues.IssueWords("1", 2020, 1))
    placing.place(cast.secretary, 1, 1, [late])
    scope = archive_scope.of_year(2019)
    assert scope.of("article") == ("id", {late})
    assert scope.of("issue") == ("id", {1})
    assert archive_scope.of_year(2020).of("article") == ("id", {late})
    assert archive_scope.of_year(2018).of("article") == ("id", set())
    assert archive_scope.years() == [2020, 2019]


def test_what_is_passed_over_on_the_whole_desk_belongs_to_every_year(cast: Cast) -> None:
    ignored.ignore(cast.editor, "date.weekday", "Thứ Ba", article(cast))
    ignored.ignore(cast.editor, "date.weekday", "Thứ Ba", None, "Theo lịch cũ")
    assert archive_scope.of_year(2019).of("ignored_finding") == ("id", {1, 2})
    assert archive_scope.of_year(2018).of("ignored_finding") == ("id", {2})


def test_pictures_and_meetings_come_with_what_names_them(cast: Cast) -> None:
    made = article(cast, pictured(cast, "Có ảnh", "Toàn cảnh"))
    weekly = held_meeting(cast, "Giao ban tuần", datetime(2018, 4, 2, 8), "FREQ=WEEKLY")
    held_meeting(cast, "Họp năm trước", datetime(2018, 4, 2, 8))
    scope = archive_scope.of_year(2019)
    assert scope.of("revision") == ("article_id", {made})
    assert scope.of("meeting") == ("id", {weekly})
    _, pictures = scope.of("picture")
    assert pictures is not None
    assert len(pictures) == 1
    assert scope.of("person") == ("", None)
    assert scope.of("journal") == ("", None)
    assert archive_scope.of_year(2017).of("picture")[1] == set()
