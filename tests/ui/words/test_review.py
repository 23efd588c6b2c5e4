"""The review desk in words: checklists, queues, notices."""

from __future__ import annotations

from datetime import UTC, datetime

from desk.acts.notifications import NotificationKind, NotificationRow
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Genre
from desk.review.queue import Queue
from desk.text.printed_signs import Part, SignPlace, stored
from ui.words import review


def _notice(kind: NotificationKind) -> str:
    at = datetime(2019, 4, 16, 3, 0, tzinfo=UTC)
    return review.notice(NotificationRow(1, at, kind, 7, "Trần Thị Lãnh", "Giao ban", "chữ", read=False))


def test_an_item_of_the_checklist_has_its_own_words_or_the_programs() -> None:
    assert review.requirement("", "Đã đối chiếu số liệu") == "Đã đối chiếu số liệu"
    assert review.requirement(Auto.BYLINE.value, "bỏ qua") == "Có bút danh"
    assert review.requirement(Auto.LEAD_ONCE.value, "") == "Sapô không lặp lại trong thân bài"


def test_levels_lists_and_genres_are_named() -> None:
    assert [review.level(one) for one in Level] == ["Tắt", "Nên có", "Bắt buộc"]
    assert [review.before(one) for one in Before] == ["Trước khi gửi", "Trước khi duyệt", "Trước khi in"]
    assert [review.genre(one) for one in (Genre.NEWS, Genre.ERRATUM)] == ["Tin", "Đính chính"]


def test_a_queue_keeps_the_place_for_its_days() -> None:
    assert review.queue(Queue.WAITING) == "Tất cả bài chờ tôi"
    assert review.queue(Queue.OVERDUE).format(days=3) == "Nằm quá 3 ngày"
    assert review.queue(Queue.UNANSWERED) == "Trao đổi chưa trả lời"


def test_a_notice_says_who_did_what() -> None:
    assert _notice(NotificationKind.RETURNED) == "Trần Thị Lãnh trả lại bài"
    assert _notice(NotificationKind.COVER_DECLINED) == "Trần Thị Lãnh không nhận đưa tin cuộc họp"


def test_signs_that_cannot_be_printed_are_named_with_their_places() -> None:
    places = (
        SignPlace("😀", Part.PARAGRAPH, 2, "chúc mừng"),
        SignPlace("\uf041", Part.TITLE),
        SignPlace("胡", Part.CAPTION, 3),
        SignPlace("⑪", Part.TABLE, 1, "Ô"),
        SignPlace("⑫", Part.LEAD),
    )
    assert review.requirement(Auto.SIGNS.value, stored(places)) == (
        "Bỏ hoặc thay ký hiệu mà chữ in không có: “😀” (đoạn 2, sau “chúc mừng”), ký hiệu U+F041 (tít), "
        "“胡” (chú thích ảnh 3), “⑪” (bảng 1, sau “Ô”), và 1 chỗ nữa"
    )
    assert review.requirement(Auto.SIGNS.value, "") == "Bỏ hoặc thay ký hiệu mà chữ in không có"
