"""Which article is the news of a meeting, and when it counts as written."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desk.acts.rules import Act, Stage
from desk.articles import workflow, writing
from desk.calendar import coverage, meetings, occurrences
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields
from desk.dates.series import When
from tests.making import Cast, article, words

START = datetime(2019, 4, 8, 8)


@pytest.fixture
def meeting(cast: Cast) -> int:
    """Return a meeting held once."""
    when = When(START, START + timedelta(hours=1))
    (number,) = meetings.make(cast.secretary, Fields("Giao ban tuần"), when).meetings
    return number


def read(meeting: int) -> OccurrenceRow:
    found = occurrences.one(meeting, START)
    assert found is not None
    return found


def test_what_was_only_opened_is_not_written(cast: Cast, meeting: int) -> None:
    (made,) = coverage.write_news(cast.writer, meeting, START).articles
    row = read(meeting)
    assert (row.article_id, row.written, row.lacks_news(row.end)) == (made, False, True)
    writing.save(cast.writer, made, 1, words("Giao ban tuần"))
    assert (read(meeting).written, read(meeting).lacks_news(row.end)) == (True, False)


@pytest.mark.parametrize(
    ("changed", "written"), [({}, True), ({"blocks": ()}, False), ({"blocks": (), "title": "Khác"}, False)]
)
def test_a_linked_draft_with_a_text_of_its_own_is_news(
    cast: Cast, meeting: int, changed: dict[str, object], written: bool
) -> None:
    coverage.link(cast.secretary, meeting, START, article(cast, replace(words(), **changed)))  # type: ignore[arg-type]
    assert read(meeting).written is written


def test_what_lies_in_the_bin_is_no_news_and_another_may_be_written(cast: Cast, meeting: int) -> None:
    made = article(cast)
    coverage.link(cast.secretary, meeting, START, made)
    workflow.move(cast.writer, Act.BIN, made, 1)
    row = read(meeting)
    assert (row.article_id, row.stage, row.lacks_news(row.end)) == (None, None, True)
    (other,) = coverage.write_news(cast.writer, meeting, START).articles
    assert read(meeting).article_id == other
    version = workflow.move(cast.writer, Act.RESTORE, made, 2).version
    assert version == 3
    assert (read(meeting).article_id, read(meeting).stage) == (made, Stage.DRAFT)
