"""The pages beside the plan: laid out anew after every change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts.rules import Stage
from desk.articles import writing
from desk.issues import placing
from desk.issues import plan as issue_plan
from desk.text.blocks import Heading, Paragraph, Run, new_id
from tests.making import Cast, article, filled, version, words
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_the_proof_follows_an_edit_and_flags_it(sit: Sit, cast: Cast) -> None:
    filled(cast, "Bài sẽ sửa")
    made = issue_plan.plan(1).parts[1].placed[0].article_id
    window = sit(cast.secretary)
    window.pages.go("issue")
    before = window.pages.issue.plan.lengths[made]
    many = tuple(f"Đoạn {n}. " + "Tại hội nghị, các đồng chí trao đổi, thảo luận. " * 6 for n in range(30))
    window.session.client.do(
        window, lambda: writing.save(cast.editor, made, version(cast, made), words("Bài sẽ sửa", *many))
    )
    after = window.pages.issue.plan.lengths[made]
    assert after[0] > before[0] + 1
    assert "chưa duyệt" in window.pages.issue.marks()[made].words


def test_an_article_that_ends_in_a_heading_is_proofed(sit: Sit, cast: Cast) -> None:
    filled(cast)
    text = words("Bài kết bằng đề mục")
    blocks = (
        Paragraph(new_id(), (Run("# $ @ < { } \\ * _ ` \" '"),)),
        Heading(new_id(), (Run("Đề mục cuối"),)),
    )
    made = article(
        cast, type(text)(text.title, text.lead, text.byline, text.event_date, blocks), Stage.APPROVED
    )
    placing.place(cast.secretary, 1, 1, [made])
    window = sit(cast.secretary)
    window.pages.go("issue")
    assert window.pages.issue.proof.layout_shown() is not None
