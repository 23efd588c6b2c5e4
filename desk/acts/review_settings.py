"""How this office reviews: its levels, its patience, its stock phrases for a return."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from desk.acts.stored_setting import StoredSetting, known

PHRASES = (
    "Bổ sung số liệu, ghi rõ nguồn.",
    "Kiểm tra lại họ tên, chức danh đại biểu.",
    "Viết gọn sapô, không lặp lại trong thân bài.",
    "Bổ sung chú thích ảnh và tên người chụp.",
    "Trích dẫn văn bản cho đủ số, ký hiệu, ngày, cơ quan ban hành.",
)


class OwnWords(StrEnum):
    """Whether somebody may judge a text most of whose words they have saved themselves since it was handed on."""

    MAY = "may"
    NOT_PASS = "not_pass"
    NOT_JUDGE = "not_judge"  # neither pass nor recommend nor approve


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    """The office's way of reviewing; days are calendar days."""

    levels: int = 2  # 2: editor, then chief; 1: straight to the chief
    waiting_days: int = 3  # from when an article has lain too long
    due_days: int = 5  # before an issue's closing, from when its missing articles press
    phrases: tuple[str, ...] = PHRASES
    own_words: OwnWords = OwnWords.NOT_PASS
    wrong_stops: bool = False  # whether what the proofreader takes for wrong stops sending and approving
    idle_minutes: int = 0  # after which the window is locked; 0: never


IDLE_LEAST, IDLE_MOST = 5, 120  # minutes


def practice() -> ReviewSettings:
    """Return how the office reviews now."""
    return REVIEW.value()


def _load(stored: dict[str, Any]) -> ReviewSettings:
    given = known(ReviewSettings, stored)
    if "phrases" in given:
        given["phrases"] = tuple(given["phrases"])
    if "own_words" in given:
        given["own_words"] = OwnWords(given["own_words"])
    return ReviewSettings(**given)


REVIEW = StoredSetting("practice", ReviewSettings, _load, asdict)
