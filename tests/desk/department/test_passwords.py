"""Which passwords are accepted, how they are stored, how long a wrong one waits."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest

from desk import clock
from desk.department import passwords
from desk.errors import Why

NAMES = ("Lê Thị Viết", "BAN TUYÊN GIÁO TỈNH ỦY", "")


@pytest.mark.parametrize(
    "good",
    [
        "mật khẩu 1",
        "con trâu",
        "đủ dài rồi",
        "x7#kQ2!mzp",
        "Lê Thị Viết ngồi ghế gỗ",
        "0912345678",
        unicodedata.normalize("NFD", "sông Lam nước chảy"),
    ],
)
def test_ten_signs_or_two_words_are_accepted(good: str) -> None:
    assert passwords.refusal(good, NAMES) is None


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("", Why.PASSWORD_SHORT),
        ("ngắn", Why.PASSWORD_SHORT),
        ("mậtkhẩu1", Why.PASSWORD_SHORT),
        ("là gì", Why.PASSWORD_SHORT),
        ("         a         ", Why.PASSWORD_SHORT),
        ("1234567890", Why.PASSWORD_COMMON),
        ("123 456 7890", Why.PASSWORD_COMMON),
        ("matkhau123", Why.PASSWORD_COMMON),
        ("Mật Khẩu 123", Why.PASSWORD_COMMON),
        ("mật khẩu", Why.PASSWORD_COMMON),
        ("Password2024", Why.PASSWORD_COMMON),
        ("qwertyuiop", Why.PASSWORD_COMMON),
        ("Tuyên giáo 2019", Why.PASSWORD_COMMON),
        ("aaaaaaaaaaaa", Why.PASSWORD_COMMON),
        ("1212121212", Why.PASSWORD_COMMON),
        ("abcabcabcab", Why.PASSWORD_COMMON),
        ("Lê Thị Viết", Why.PASSWORD_NAME),
        ("lethiviet99", Why.PASSWORD_NAME),
        ("ban tuyên giáo tỉnh ủy", Why.PASSWORD_NAME),
    ],
)
def test_what_is_guessed_at_once_is_refused(bad: str, why: Why) -> None:
    refused = passwords.refusal(bad, NAMES)
    assert refused is not None
    assert refused.why is why


def test_a_hash_carries_its_salt_and_its_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = passwords.hashed("mật khẩu 1")
    assert stored != passwords.hashed("mật khẩu 1")
    assert passwords.matches(unicodedata.normalize("NFD", "mật khẩu 1"), stored)
    assert not passwords.matches("mật khẩu 2", stored)
    assert not passwords.is_cheap(stored)
    monkeypatch.setattr(passwords, "COST", 2**5)
    assert passwords.is_cheap(stored)
    assert passwords.matches("mật khẩu 1", stored)


def test_a_wait_grows_up_to_five_minutes() -> None:
    assert [passwords.wait(failures) for failures in (0, 2, 3, 4, 9, 10, 5000)] == [0, 0, 2, 4, 128, 256, 300]


def test_a_wait_passes_and_begins_anew_when_the_clock_was_set_back() -> None:
    failed = datetime(2019, 4, 9, 3, tzinfo=UTC)
    clock.set_clock(lambda: failed + timedelta(seconds=1))
    assert passwords.wait_left(4, clock.stamp(failed)) == 3
    assert not passwords.lies_ahead(clock.stamp(failed))
    clock.set_clock(lambda: failed + timedelta(seconds=9))
    assert passwords.wait_left(4, clock.stamp(failed)) == 0
    clock.set_clock(lambda: failed - timedelta(days=300))
    assert passwords.wait_left(4, clock.stamp(failed)) == 4
    assert passwords.wait_left(10**6, clock.stamp(failed)) == passwords.LONGEST_WAIT
    assert passwords.lies_ahead(clock.stamp(failed))
    assert passwords.wait_left(0, None) == 0
