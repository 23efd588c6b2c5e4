"""The discussion: threads, mentions, suggestions that become edits, and what must never happen to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.acts import journal, notifications
from desk.acts.article_details import Accepted, Commented, Declined, Replied, Settled
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Act, Role, Stage
from desk.articles import listing, workflow, writing
from desk.compare.anchors import Anchor
from desk.compare.apply_suggestion import replaced
from desk.department import people
from desk.errors import Denied, Missing, NotNow, Why
from desk.review import comments, discussion
from desk.review.discussion import ThreadState
from desk.text.blocks import ArticleText, Mark, Paragraph, Run, Table, block_text
from tests.making import PASSWORD, Cast, article, person, version, words

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


def _said(cast: Cast, who: int | None = None) -> tuple[int, int]:
    """Make an article and a comment on the whole of it; return both numbers."""
    made, _ = _made(cast)
    comments.comment(who or cast.editor, made, comments.WHOLE_ARTICLE, "Ảnh đâu?")
    return made, discussion.of_article(cast.editor, made)[-1].id


def _kinds(who: int) -> list[NotificationKind]:
    return [row.kind for row in notifications.inbox(who)]


def test_the_journal_tells_what_was_said_and_what_became_of_it(cast: Cast) -> None:
    made, place = _made(cast)
    comments.comment(cast.editor, made, comments.Stretch(place, 0, 5), "Quý mấy?")
    (thread,) = discussion.of_article(cast.editor, made)
    comments.reply(cast.writer, thread.id, "Quý I")
    answer = discussion.of_article(cast.editor, made)[0].said[-1].id
    comments.settle(cast.editor, thread.id)
    comments.unsettle(cast.editor, thread.id)
    suggested = _suggest(cast, made, place, "10 năm", "mười năm")
    comments.decline(cast.chief, suggested, "Giữ nguyên")
    other = _suggest(cast, made, place, "Ban Bí thư", "Ban Bí thư TW")
    comments.accept(cast.chief, other, version(cast, made))
    accepted, _, declined, second, opened, settled, replied, first = journal.of_article(made)[:8]
    assert first.read(Commented) == Commented(thread.id, False, "Quý I")
    assert replied.read(Replied) == Replied(answer, thread.id)
    assert (settled.act, settled.read(Settled)) == (Act.SETTLE, Settled(thread.id))
    assert (opened.act, opened.read(Settled)) == (Act.UNSETTLE, Settled(thread.id))
    assert second.read(Commented) == Commented(suggested, True, "10 năm")
    assert declined.read(Declined) == Declined(suggested, "Phạm Văn Biên", "mười năm")
    assert declined.note == "Giữ nguyên"
    assert accepted.read(Accepted) == Accepted(other, "Phạm Văn Biên", "Ban Bí thư", "Ban Bí thư TW")


def test_a_comment_is_told_to_the_author_and_to_who_spoke_in_its_thread(cast: Cast) -> None:
    made, thread = _said(cast)
    assert (_kinds(cast.writer)[0], _kinds(cast.chief), _kinds(cast.secretary)) == (
        NotificationKind.COMMENTED,
        [],
        [],
    )
    comments.reply(cast.secretary, thread, "Tôi hỏi rồi")
    before = {who: len(_kinds(who)) for who in (cast.writer, cast.editor, cast.chief, cast.secretary)}
    comments.reply(cast.writer, thread, "Có đây")
    told = {who: len(_kinds(who)) - count for who, count in before.items()}
    assert told == {cast.writer: 0, cast.editor: 1, cast.chief: 0, cast.secretary: 1}
    comments.comment(cast.chief, made, comments.WHOLE_ARTICLE, "Việc khác")
    assert len(_kinds(cast.secretary)) == before[cast.secretary] + 1  # another thread is not theirs


@pytest.mark.parametrize(("length", "told"), [(120, 120), (121, 120), (300, 120)])
def test_a_notice_quotes_the_beginning_of_a_long_comment(cast: Cast, length: int, told: int) -> None:
    made, _ = _made(cast)
    body = "".join(chr(ord("a") + at % 26) for at in range(length))
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, body)
    words = notifications.inbox(cast.writer)[0].words
    assert len(words) == told
    assert words == (body if length <= told else body[: told - 1] + "…")


def test_a_declined_suggestion_is_told_to_who_made_it(cast: Cast) -> None:
    made, place = _made(cast)
    thread = _suggest(cast, made, place, "10 năm", "mười năm")
    comments.decline(cast.chief, thread, "Giữ nguyên")
    told = notifications.inbox(cast.editor)[0]
    assert (told.kind, told.words, told.by) == (NotificationKind.ANSWERED, "Giữ nguyên", "Trần Thị Lãnh")
    (closed,) = discussion.of_article(cast.editor, made)
    assert (closed.state, closed.closed_by) == (ThreadState.DECLINED, "Trần Thị Lãnh")
    comments.unsettle(cast.chief, thread)
    (opened,) = discussion.of_article(cast.editor, made)
    assert (opened.state, opened.closed_by, opened.closed_at) == (ThreadState.OPEN, "", None)


def test_a_declined_suggestion_stays_declined_when_somebody_answers(cast: Cast) -> None:
    made, place = _made(cast)
    thread = _suggest(cast, made, place, "10 năm", "mười năm")
    comments.decline(cast.chief, thread)
    comments.reply(cast.editor, thread, "Vì sao?")
    assert discussion.of_article(cast.editor, made)[0].state is ThreadState.DECLINED


def test_one_thread_is_closed_and_the_others_stay(cast: Cast) -> None:
    made, first = _said(cast)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Việc khác")
    comments.settle(cast.editor, first)
    assert [(one.id, one.open) for one in discussion.of_article(cast.editor, made)] == [
        (first, False),
        (first + 1, True),
    ]


def test_what_is_no_thread_or_in_the_wrong_state_is_refused(cast: Cast) -> None:
    made, thread = _said(cast)
    comments.reply(cast.editor, thread, "Trả lời")
    answer = discussion.of_article(cast.editor, made)[0].said[-1].id
    tried: tuple[Callable[[int], object], ...] = (
        lambda at: comments.reply(cast.editor, at, "Ơ"),
        lambda at: comments.settle(cast.editor, at),
        lambda at: comments.unsettle(cast.editor, at),
        lambda at: comments.decline(cast.editor, at),
        lambda at: comments.accept(cast.editor, at, version(cast, made)),
    )
    for number in (answer, 99):
        for act in tried:
            with pytest.raises(Missing) as missing:
                act(number)
            assert missing.value == Missing("comment")
    with pytest.raises(NotNow) as open_:
        comments.unsettle(cast.editor, thread)
    assert open_.value.why is Why.SETTLED
    with pytest.raises(NotNow) as plain:
        comments.accept(cast.chief, thread, version(cast, made))
    assert plain.value.why is Why.NOT_A_SUGGESTION
    with pytest.raises(NotNow) as blank:
        comments.reply(cast.editor, thread, " ")
    assert blank.value.why is Why.COMMENT_EMPTY


def test_a_suggestion_is_accepted_or_declined_and_not_settled(cast: Cast) -> None:
    made, place = _made(cast)
    thread = _suggest(cast, made, place, "10 năm", "")
    assert discussion.of_article(cast.editor, made)[0].replacement == ""  # to strike the words out
    with pytest.raises(NotNow) as refused:
        comments.settle(cast.editor, thread)
    assert refused.value == NotNow(Why.SUGGESTIONS, "1")


def test_who_made_a_suggestion_may_take_it_back(cast: Cast) -> None:
    made, place = _made(cast)
    outsider = person(cast, "Người Ngoài", Role.WRITER)
    comments.comment(outsider, made, comments.Stretch(place, 0, 5), "", "Quý II")
    comments.comment(cast.editor, made, comments.Stretch(place, 0, 5), "", "Quý III")
    own, other = (thread.id for thread in discussion.of_article(cast.editor, made))
    comments.decline(outsider, own)
    with pytest.raises(Denied):
        comments.decline(outsider, other)
    with pytest.raises(Denied):
        comments.unsettle(person(cast, "Ai khác", Role.WRITER), own)
    comments.unsettle(outsider, own)


def test_what_is_said_is_kept_in_one_form_of_its_letters(cast: Cast) -> None:
    made, place = _made(cast)
    typed = unicodedata.normalize("NFD", "  Đồng chí xem lại ")
    comments.comment(cast.editor, made, comments.Stretch(place, 0, 5), typed, typed)
    (thread,) = discussion.of_article(cast.editor, made)
    assert (thread.said[0].body, thread.replacement) == ("Đồng chí xem lại", "  Đồng chí xem lại ")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("@Trần Thị Lãnh", ["chief"]),
        ("nhờ @TRẦN THỊ LÃNH, @phạm văn biên.", ["chief", "editor"]),
        ("Trần Thị Lãnh", []),
        ("@Trần Thị", []),
        ("@Trần Thị Lãnhh", []),
        ("@ Trần Thị Lãnh", []),
        ("@@Trần Thị Lãnh", ["chief"]),
        (unicodedata.normalize("NFD", "@Trần Thị Lãnh"), ["chief"]),
    ],
)
def test_who_is_named_is_told_first_of_all_that_they_were_named(
    cast: Cast, body: str, named: list[str]
) -> None:
    made, _ = _made(cast)
    comments.comment(cast.secretary, made, comments.WHOLE_ARTICLE, body)
    told = {who: getattr(cast, who) for who in ("admin", "editor", "chief")}
    assert {who for who, at in told.items() if NotificationKind.MENTIONED in _kinds(at)} == {*named}
    assert _kinds(cast.writer)[0] is NotificationKind.COMMENTED
    assert [row.id for row in comments.mentionable()] == [
        row.id for row in people.everybody(active_only=True)
    ]


def test_no_sign_that_nobody_sees_comes_in_with_what_is_said_or_suggested(cast: Cast) -> None:
    made, place = _made(cast)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Xem\u200b lại\u00ad\u202e số.")
    number = _suggest(cast, made, place, "10 năm", "mười\u200b năm\ufeff")
    threads = {thread.id: thread for thread in discussion.of_article(cast.editor, made)}
    assert threads[number].replacement == "mười năm"
    assert "Xem lại số." in {said.body for thread in threads.values() for said in thread.said}
    comments.reply(cast.writer, number, "Vâng\u200b ạ.")
    assert discussion.of_article(cast.editor, made)[-1].said[-1].body == "Vâng ạ."


def test_a_suggestion_to_leave_a_whole_paragraph_out_leaves_no_empty_one(cast: Cast) -> None:
    made, place = _made(cast)
    number = _suggest(cast, made, place, BODY, "")
    comments.accept(cast.editor, number, version(cast, made))
    assert [block_text(block) for block in listing.open_article(cast.writer, made).text.blocks] == [
        "Kết luận hội nghị, đồng chí Trưởng ban yêu cầu báo cáo đúng hạn."
    ]
