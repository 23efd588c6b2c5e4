"""The discussion as it is read: threads in reading order, what each may do, where an answer is awaited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.acts.rules import Act, Role, Stage
from desk.articles import listing, writing
from desk.compare import anchors
from desk.compare.anchors import Anchor
from desk.errors import Stale
from desk.review import comments, discussion, queue
from desk.review.comments import Stretch
from desk.review.discussion import Thread, ThreadState
from desk.review.queue import Queue
from tests.making import Cast, article, person, version, words

BODY = "Quý I, các đơn vị tổng kết 10 năm thực hiện Chỉ thị 38-CT/TW của Ban Bí thư."


def _made(cast: Cast, stage: Stage = Stage.SUBMITTED) -> tuple[int, str]:
    text = words("Giao ban", BODY, "Kết luận hội nghị, đồng chí Trưởng ban yêu cầu báo cáo đúng hạn.")
    return article(cast, text, stage), text.blocks[0].id


def _thread(**changes: object) -> Thread:
    anchor = Anchor("p", 0, 5, "Quý I")
    thread = Thread(1, anchor, "Quý I", 1, (), ThreadState.OPEN, None, "", None, frozenset())
    return replace(thread, **changes)  # type: ignore[arg-type]


def test_a_thread_knows_whether_it_waits_suggests_or_changed() -> None:
    thread = _thread()
    assert (thread.open, thread.suggestion, thread.changed) == (True, False, False)
    assert not _thread(state=ThreadState.RESOLVED).open
    assert _thread(replacement="").suggestion
    assert _thread(now="Quý II").changed
    assert not _thread(now="Quý II", anchor=replace(thread.anchor, lost=True)).changed
    assert not _thread(now="", anchor=Anchor("p", 3, 3, "x")).changed  # a place between letters


def test_a_thread_has_its_words_its_answers_and_who_closed_it(cast: Cast) -> None:
    made, place = _made(cast)
    comments.comment(cast.editor, made, Stretch(place, 0, 5), "Quý mấy?")
    comments.comment(cast.chief, made, comments.WHOLE_ARTICLE, "Hay")
    ids = [thread.id for thread in discussion.of_article(cast.editor, made) if thread.anchor.quote]
    comments.reply(cast.writer, ids[0], "Quý I năm 2019")
    comments.settle(cast.editor, ids[0])
    (thread,) = (one for one in discussion.of_article(cast.writer, made) if one.id == ids[0])
    assert [(said.author, said.author_id, said.body) for said in thread.said] == [
        ("Phạm Văn Biên", cast.editor, "Quý mấy?"),
        ("Lê Thị Viết", cast.writer, "Quý I năm 2019"),
    ]
    assert (thread.state, thread.closed_by, thread.revision) == (ThreadState.RESOLVED, "Phạm Văn Biên", 1)
    assert thread.closed_at is not None
    assert len(discussion.of_article(cast.writer, made)) == 2


def test_what_may_be_done_follows_the_state_and_the_kind(cast: Cast) -> None:
    made, place = _made(cast)
    comments.comment(cast.editor, made, Stretch(place, 0, 5), "Quý mấy?")
    comments.comment(cast.editor, made, Stretch(place, 7, 17), "", "đơn vị")
    first, second = (thread.id for thread in discussion.of_article(cast.editor, made))

    def acts(who: int, thread: int) -> frozenset[Act]:
        return next(one.acts for one in discussion.of_article(who, made) if one.id == thread)

    assert acts(cast.chief, first) == {Act.COMMENT, Act.SETTLE}
    assert acts(cast.chief, second) == {Act.COMMENT, Act.ACCEPT, Act.DECLINE}
    assert acts(cast.secretary, first) == acts(cast.secretary, second) == {Act.COMMENT}
    comments.settle(cast.editor, first)
    comments.decline(cast.chief, second)
    assert acts(cast.chief, first) == acts(cast.chief, second) == {Act.COMMENT, Act.UNSETTLE}


def test_ones_own_thread_may_be_closed_by_who_may_else_only_talk(cast: Cast) -> None:
    made, place = _made(cast)
    comments.comment(cast.secretary, made, Stretch(place, 0, 5), "Quý mấy?")
    (thread,) = discussion.of_article(cast.secretary, made)
    assert thread.acts == {Act.COMMENT, Act.SETTLE}
    outsider = person(cast, "Người Ngoài", Role.SECRETARY)
    assert discussion.of_article(outsider, made)[0].acts == {Act.COMMENT}


def test_a_suggestion_whose_words_are_gone_is_not_accepted_and_comes_first(cast: Cast) -> None:
    made, place = _made(cast)
    text = listing.open_article(cast.editor, made).text
    comments.comment(cast.editor, made, Stretch(place, 0, 5), "Quý mấy?")
    comments.comment(cast.editor, made, Stretch(text.blocks[1].id, 0, 8), "", "Cuối cùng")
    shorter = replace(text, blocks=text.blocks[:1])
    writing.save(cast.editor, made, version(cast, made), shorter, 2)
    orphan, other = discussion.of_article(cast.chief, made)
    assert (orphan.anchor.lost, orphan.suggestion, other.anchor.lost) == (True, True, False)
    assert orphan.acts == {Act.COMMENT, Act.DECLINE}


def test_an_answer_is_awaited_from_who_takes_part_or_is_named(cast: Cast) -> None:
    made, _ = _made(cast)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "@Trần Thị Lãnh xem giúp")
    assert _unanswered(cast.chief) == [made]
    assert _unanswered(cast.secretary) == []
    (thread,) = discussion.of_article(cast.chief, made)
    comments.reply(cast.chief, thread.id, "Được")
    assert _unanswered(cast.chief) == []
    assert _unanswered(cast.editor) == _unanswered(cast.writer) == [made]


def test_text_that_two_people_delete_at_once_leaves_an_orphan_with_its_words(cast: Cast) -> None:
    made, _ = _made(cast)
    opened = listing.open_article(cast.editor, made)
    last = opened.text.blocks[1]
    comments.comment(cast.chief, made, comments.Stretch(last.id, 0, 17), "Viết rõ hơn")
    without = replace(opened.text, blocks=opened.text.blocks[:1])
    writing.save(cast.editor, made, opened.row.version, without, 2)
    with pytest.raises(Stale):
        writing.save(cast.chief, made, opened.row.version, without, 2)
    (thread,) = discussion.of_article(cast.chief, made)
    assert thread.anchor.lost
    assert thread.anchor.quote == "Kết luận hội nghị"
    writing.restore_revision(cast.editor, made, version(cast, made), opened.row.revision)
    (back,) = discussion.of_article(cast.chief, made)
    assert (back.anchor.lost, back.now) == (False, "Kết luận hội nghị")


def test_what_waits_for_an_answer(cast: Cast) -> None:
    made, _ = _made(cast)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Ảnh đâu?")
    assert _unanswered(cast.writer) == [made]
    assert _unanswered(cast.editor) == _unanswered(cast.chief) == []
    thread = discussion.of_article(cast.writer, made)[0].id
    comments.reply(cast.writer, thread, "Có đây")
    assert _unanswered(cast.writer) == []
    assert queue.counts(cast.editor)[Queue.UNANSWERED] == 1
    comments.settle(cast.editor, thread)
    assert _unanswered(cast.editor) == []


def _unanswered(who: int) -> list[int]:
    return [row.id for row in queue.listing(who, Queue.UNANSWERED).rows]


def test_three_hundred_comments_are_read_in_order(cast: Cast) -> None:
    made, place = _made(cast)
    for number in range(300):
        comments.comment(
            cast.editor, made, comments.Stretch(place, number % 40, number % 40 + 4), f"Ý {number}"
        )
    found = discussion.of_article(cast.chief, made)
    assert len(found) == 300
    assert [t.anchor.start for t in found] == sorted(t.anchor.start for t in found)


def test_each_thread_is_awaited_for_itself(cast: Cast) -> None:
    """Who took part in one thread owes nothing in another; the last word counts in its own thread."""
    made, _ = _made(cast)
    comments.comment(cast.chief, made, comments.WHOLE_ARTICLE, "Một")
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Hai")
    first, second = (thread.id for thread in discussion.of_article(cast.editor, made))
    assert _unanswered(cast.editor) == _unanswered(cast.chief) == []
    comments.reply(cast.writer, first, "Đã rõ")
    assert (_unanswered(cast.chief), _unanswered(cast.editor), _unanswered(cast.writer)) == (
        [made],
        [],
        [made],
    )
    comments.reply(cast.writer, second, "Đã rõ")
    assert (_unanswered(cast.editor), _unanswered(cast.writer)) == ([made], [])
    comments.reply(cast.chief, first, "@Hoàng Thư Ký xem giúp")  # named in an answer
    assert (_unanswered(cast.secretary), _unanswered(cast.chief)) == ([made], [])
    comments.settle(cast.chief, first)
    assert _unanswered(cast.secretary) == []


def test_an_answer_is_awaited_on_its_own_article(cast: Cast) -> None:
    made, _ = _made(cast)
    other, _ = _made(cast)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Ảnh đâu?")
    assert _unanswered(cast.writer) == [made]
    assert discussion.of_article(cast.editor, other) == ()


def test_threads_stand_in_the_order_in_which_the_text_is_read(cast: Cast) -> None:
    made, place = _made(cast)
    text = listing.open_article(cast.editor, made).text
    second = text.blocks[1].id
    for at, start in ((second, 0), (place, 7), ("@lead", 0), (place, 0), ("@title", 0), (place, 7)):
        comments.comment(cast.editor, made, Stretch(at, start, start + 5), "?")
    found = discussion.of_article(cast.chief, made)
    assert [(one.anchor.place, one.anchor.start) for one in found] == [
        ("@title", 0),
        ("@lead", 0),
        (place, 0),
        (place, 7),
        (place, 7),
        (second, 0),
    ]
    assert [one.id for one in found] == [5, 3, 4, 2, 6, 1]
    assert found[3].anchor == anchors.at(text, place, 7, 12)  # with the words before and after it
    assert all((one.closed_by, one.closed_at, one.replacement) == ("", None, None) for one in found)
