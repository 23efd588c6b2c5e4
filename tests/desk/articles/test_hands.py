"""Whose hands are in an article: told to the approver, the journal and the manifest, and kept from judging."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.article_details import DirectEdits
from desk.acts.review_settings import OwnWords, ReviewSettings
from desk.acts.rules import Act, Role, Stage
from desk.articles import workflow, writing
from desk.articles.hands import hands
from desk.department import delegations, settings
from desk.errors import Denied, Why
from desk.text.blocks import ArticleText, body_text
from tests.making import Cast, article, person, version, words

LONG = words(
    "Giao ban công tác Khoa giáo", "Ban Tuyên giáo Tỉnh ủy tổ chức giao ban công tác Khoa giáo quý I."
)
CORRECTED = words(
    "Giao ban công tác Khoa giáo", "Ban Tuyên giáo Tỉnh ủy tổ chức giao ban công tác Khoa giáo quý II."
)
ANEW = words("Sơ kết việc học tập", "Sáng ngày 09 tháng 4, đồng chí Trưởng ban chủ trì hội nghị trực tuyến.")


def _saved(cast: Cast, who: int, text: ArticleText, stage: Stage = Stage.SUBMITTED) -> int:
    made = article(cast, LONG, stage)
    writing.save(who, made, version(cast, made), text)
    return made


def test_nobodys_hand_is_in_what_its_author_wrote(cast: Cast) -> None:
    made = article(cast, LONG, Stage.FOR_APPROVAL)
    assert hands(made) == ()
    workflow.approve(cast.chief, made, version(cast, made))
    entry = journal.of_article(made)[0]
    assert entry.read(DirectEdits) is None


def test_a_corrected_word_is_told_and_stands_in_nobodys_way(cast: Cast) -> None:
    made = _saved(cast, cast.editor, CORRECTED)
    (hand,) = hands(made)
    assert (hand.person, hand.name) == (cast.editor, "Phạm Văn Biên")
    assert 0 < hand.share <= 10
    workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    assert journal.of_article(made)[0].read(DirectEdits) == DirectEdits(
        ((cast.editor, hand.name, hand.share),)
    )
    workflow.approve(cast.chief, made, version(cast, made))
    assert journal.of_article(made)[0].read(DirectEdits) is not None


def test_who_wrote_it_anew_may_not_pass_it(cast: Cast) -> None:
    made = _saved(cast, cast.editor, ANEW)
    assert hands(made)[0].share >= 50
    with pytest.raises(Denied) as refused:
        workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    assert refused.value.why is Why.REWROTE
    workflow.move(cast.chief, Act.PASS, made, version(cast, made))


@pytest.mark.parametrize(("last", "share"), [("tỷ", 46), ("vải", 50)])
def test_from_half_of_the_words_on_a_text_is_its_revisers_own(cast: Cast, last: str, share: int) -> None:
    """Thirteen words of title and lead stay; of thirteen below them all are new, or all but one."""
    made = article(
        cast, words("Tít", "một hai ba bốn năm sáu bảy tám chín mười vạn triệu tỷ"), Stage.SUBMITTED
    )
    anew = words("Tít", f"cam quýt mít dừa ổi xoài na mận đào lê táo nho {last}")
    writing.save(cast.editor, made, version(cast, made), anew)
    assert hands(made)[0].share == share
    if share < 50:
        workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    else:
        with pytest.raises(Denied):
            workflow.move(cast.editor, Act.PASS, made, version(cast, made))


@pytest.mark.parametrize(
    ("own", "passes", "approves"),
    [(OwnWords.MAY, True, True), (OwnWords.NOT_PASS, False, True), (OwnWords.NOT_JUDGE, False, False)],
)
def test_the_office_says_who_may_judge_their_own_words(
    cast: Cast, own: OwnWords, passes: bool, approves: bool
) -> None:
    settings.change_practice(cast.admin, replace(ReviewSettings(), own_words=own))
    made = _saved(cast, cast.chief, ANEW)
    if passes:
        workflow.move(cast.chief, Act.PASS, made, version(cast, made))
    else:
        with pytest.raises(Denied):
            workflow.move(cast.chief, Act.PASS, made, version(cast, made))
        workflow.move(cast.editor, Act.PASS, made, version(cast, made))
    if approves:
        workflow.approve(cast.chief, made, version(cast, made))
    else:
        with pytest.raises(Denied):
            workflow.approve(cast.chief, made, version(cast, made))


def test_what_a_chief_wrote_anew_is_approved_by_no_delegate_of_theirs(cast: Cast) -> None:
    settings.change_practice(cast.admin, replace(ReviewSettings(), own_words=OwnWords.NOT_JUDGE))
    made = _saved(cast, cast.chief, ANEW, Stage.FOR_APPROVAL)
    delegate = person(cast, "Ngô Thay Ký", Role.DEPUTY)
    hour = timedelta(hours=1)
    delegations.delegate(cast.chief, delegate, clock.now() - hour, clock.now() + hour)
    with pytest.raises(Denied) as refused:
        workflow.approve(delegate, made, version(cast, made))
    assert refused.value.why is Why.REWROTE


def test_what_was_handed_on_anew_is_the_authors_again(cast: Cast) -> None:
    made = _saved(cast, cast.editor, ANEW)
    workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "viết lại")
    writing.save(cast.writer, made, version(cast, made), LONG)
    workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made))
    assert hands(made) == ()
    assert body_text(LONG)
