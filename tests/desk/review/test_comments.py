"""The discussion: threads, mentions, suggestions that become edits, and what must never happen to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.acts import journal, notifications
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Act, Role, Stage
from desk.articles import listing, workflow, writing
from desk.compare.anchors import Anchor
from desk.compare.apply_suggestion import replaced
from desk.department import people
from desk.errors import Denied, NotNow, Why
from desk.review import comments, discussion
from desk.review.discussion import ThreadState
from desk.text.blocks import ArticleText, Mark, Paragraph, Run, Table, block_text
from tests.making import PASSWORD, Cast, article, version, words

BODY = "Quý I, các đơn vị tổng kết 10 năm thực hiện Chỉ thị 38-CT/TW của Ban Bí thư."


def _made(cast: Cast, stage: Stage = Stage.SUBMITTED) -> tuple[int, str]:
    text = words("Giao ban", BODY, "Kết luận hội nghị, đồng chí Trưởng ban yêu cầu báo cáo đúng hạn.")
    return article(cast, text, stage), text.blocks[0].id


def _suggest(cast: Cast, made: int, place: str, old: str, new: str) -> int:
    start = BODY.index(old)
    comments.comment(cast.editor, made, comments.Stretch(place, start, start + len(old)), "", new)
    return discussion.of_article(cast.editor, made)[-1].id


def test_a_thread_is_answered_closed_and_opened(cast: Cast) -> None:
    made, place = _made(cast)
    seen = version(cast, made)
    comments.comment(cast.editor, made, comments.Stretch(place, 0, 5), "Quý mấy?")
    (thread,) = discussion.of_article(cast.writer, made)
    assert (thread.anchor.quote, thread.said[0].author) == ("Quý I", "Phạm Văn Biên")
    comments.reply(cast.writer, thread.id, "Quý I năm 2019")
    comments.settle(cast.editor, thread.id)
    assert discussion.of_article(cast.editor, made)[0].state is ThreadState.RESOLVED
    comments.unsettle(cast.editor, thread.id)
    comments.settle(cast.editor, thread.id)
    comments.reply(cast.writer, thread.id, "Còn một điều")
    assert discussion.of_article(cast.editor, made)[0].open
    assert version(cast, made) == seen, "talk makes no version"
    assert journal.check() == []


def test_an_accepted_suggestion_is_an_edit_that_names_both(cast: Cast) -> None:
    made, place = _made(cast)
    thread = _suggest(cast, made, place, "Chỉ thị 38-CT/TW", "Chỉ thị số 38-CT/TW")
    comments.accept(cast.chief, thread, version(cast, made))
    text = listing.open_article(cast.chief, made).text
    assert block_text(text.blocks[0]) == BODY.replace("Chỉ thị 38", "Chỉ thị số 38")
    entry = journal.of_article(made)[0]
    assert (entry.act, entry.person) == (Act.ACCEPT, "Trần Thị Lãnh")
    assert (entry.detail["suggested_by"], entry.detail["new"]) == ("Phạm Văn Biên", "Chỉ thị số 38-CT/TW")
    assert notifications.inbox(cast.editor)[0].kind is NotificationKind.ANSWERED
    with pytest.raises(NotNow):
        comments.unsettle(cast.editor, thread)
    with pytest.raises(NotNow) as again:
        comments.accept(cast.chief, thread, version(cast, made))
    assert again.value.why is Why.SETTLED


def test_a_suggestion_never_overwrites_what_its_author_did_not_see(cast: Cast) -> None:
    made, place = _made(cast)
    thread = _suggest(cast, made, place, "tổng kết 10 năm thực hiện", "sơ kết")
    text = listing.open_article(cast.editor, made).text
    first = Paragraph(place, (Run(BODY.replace("10 năm", "mười năm")),))
    writing.save(cast.editor, made, version(cast, made), replace(text, blocks=(first, *text.blocks[1:])), 2)
    (seen,) = discussion.of_article(cast.editor, made)
    assert (seen.changed, seen.now) == (True, "tổng kết mười năm thực hiện")
    with pytest.raises(NotNow) as gone:
        comments.accept(cast.editor, thread, version(cast, made))
    assert (gone.value.why, gone.value.subject) == (Why.PLACE_GONE, "tổng kết mười năm thực hiện")


def test_open_suggestions_stop_the_approval_open_comments_do_not(cast: Cast) -> None:
    made, place = _made(cast, Stage.FOR_APPROVAL)
    thread = _suggest(cast, made, place, "38-CT/TW", "số 38-CT/TW")
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Nên có ảnh")
    with pytest.raises(NotNow) as waits:
        workflow.approve(cast.chief, made, version(cast, made))
    assert (waits.value.why, waits.value.subject) == (Why.SUGGESTIONS, "1")
    comments.decline(cast.chief, thread, "Giữ nguyên")
    workflow.approve(cast.chief, made, version(cast, made))
    (left,) = (thread for thread in discussion.of_article(cast.chief, made) if thread.open)
    assert not left.suggestion


def test_a_comment_on_an_older_text_is_followed_to_the_current(cast: Cast) -> None:
    made, place = _made(cast)
    opened = listing.open_article(cast.editor, made)
    first = Paragraph(place, (Run("Trong " + BODY),))
    writing.save(
        cast.editor,
        made,
        opened.row.version,
        replace(opened.text, blocks=(first, *opened.text.blocks[1:])),
        2,
    )
    comments.comment(cast.chief, made, comments.Stretch(place, 0, 5, opened.row.revision), "?")
    (thread,) = discussion.of_article(cast.chief, made)
    assert (thread.anchor.start, thread.now) == (6, "Quý I")


def test_mentions_find_the_longest_name(cast: Cast) -> None:
    made, _ = _made(cast)
    for name in ("Lê Thị", "Lê Thị Viết Hoa"):
        people.add(cast.admin, name, "", "", frozenset({Role.WRITER}), PASSWORD)
    by_name = {row.name: row.id for row in people.everybody()}
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "@lê thị viết hoa xem giúp, cả @Lê Thị nữa")
    kinds = {name: [row.kind for row in notifications.inbox(who)] for name, who in by_name.items()}
    assert kinds["Lê Thị Viết Hoa"] == kinds["Lê Thị"] == [NotificationKind.MENTIONED]
    assert kinds["Lê Thị Viết"][0] is NotificationKind.COMMENTED
    former = people.person(by_name["Lê Thị"])
    people.change(
        cast.admin,
        former.id,
        former.version,
        people.PersonEdit(former.name, "", "", former.roles, active=False),
    )
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "@Lê Thị còn ở đây không?")
    assert [row.read for row in notifications.inbox(former.id)] == [False]


def test_who_may_close_and_who_may_not(cast: Cast) -> None:
    people.add(cast.admin, "Người Ngoài", "", "", frozenset({Role.WRITER}), PASSWORD)
    outsider = people.by_name("Người Ngoài").id
    made, _ = _made(cast)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Một")
    comments.comment(outsider, made, comments.WHOLE_ARTICLE, "Hai")
    first, second = (thread.id for thread in discussion.of_article(cast.editor, made))
    with pytest.raises(Denied):
        comments.settle(outsider, first)
    comments.settle(outsider, second)
    with pytest.raises(NotNow) as closed:
        comments.settle(cast.editor, second)
    assert closed.value.why is Why.SETTLED


def test_blank_words_and_suggestions_without_words_are_refused(cast: Cast) -> None:
    made, _ = _made(cast)
    with pytest.raises(NotNow) as blank:
        comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "  ")
    assert blank.value.why is Why.COMMENT_EMPTY
    with pytest.raises(NotNow) as nowhere:
        comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "", "chữ mới")
    assert nowhere.value.why is Why.PLACE_GONE
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Một")
    with pytest.raises(NotNow) as plain:
        comments.decline(cast.editor, discussion.of_article(cast.editor, made)[0].id)
    assert plain.value.why is Why.NOT_A_SUGGESTION


def test_replacing_keeps_the_look_of_what_is_replaced() -> None:
    runs = (Run("Một "), Run("hai ba", frozenset({Mark.BOLD})), Run(" bốn"))
    text = ArticleText(
        title="Tít cũ", blocks=(Paragraph("p", runs), Table("t", (((Run("a"),), (Run("bc"),)),)))
    )
    now = replaced(text, Anchor("p", 4, 10, "hai ba"), "2, 3")
    assert now.blocks[0] == Paragraph("p", (Run("Một "), Run("2, 3", frozenset({Mark.BOLD})), Run(" bốn")))
    cell = replaced(text, Anchor("t", 2, 4, "bc"), "x").blocks[1]
    assert isinstance(cell, Table)
    assert cell.rows == (((Run("a"),), (Run("x"),)),)
    assert replaced(text, Anchor("@title", 4, 6, "cũ"), "mới").title == "Tít mới"
    assert replaced(text, Anchor("p", 4, 11, "hai ba "), "").blocks[0] == Paragraph("p", (Run("Một bốn"),))
