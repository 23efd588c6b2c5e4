"""Passwords: which are accepted, how they are stored, how long a wrong one waits.

Stored with scrypt (RFC 7914), its parameters beside the hash as `scrypt$n$r$p$salt$hash` (base64). On a file that its
reader can write, signing in attributes acts and prevents slips; it keeps no secret.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from datetime import timedelta
from functools import cache

from desk import clock
from desk.errors import NotNow, Why
from desk.paths import RESOURCES
from desk.text.blocks import nfc
from desk.text.vietnamese import bare

COST = 2**17  # scrypt's n: about 0.4 s and 128 MiB on an office machine
LEAST = 10  # characters of a password that is not words
LONGEST_WAIT = 300.0  # seconds
_BLOCK, _LANES = 8, 1
_WORDS_LEAST, _WORD_LEAST = 2, 3  # words, letters of each
_FREE_TRIES = 3
_UNIT_MOST = 3  # signs: what is one of these over and over is guessed as fast as one
_COMMON = RESOURCES / "passwords" / "common.txt"


def refusal(password: str, names: Iterable[str] = ()) -> NotNow | None:
    """Say why a password is not accepted, None when it is; `names` are its person's own and the office's."""
    given = nfc(password).strip()
    words = [part for part in given.split() if sum(letter.isalpha() for letter in part) >= _WORD_LEAST]
    if len(given) < LEAST and len(words) < _WORDS_LEAST:
        return NotNow(Why.PASSWORD_SHORT, str(LEAST))
    plain = _plain(given)
    letters = _letters(given)
    if plain in _common() or f"{letters}*" in _common() or _repeats(plain):
        return NotNow(Why.PASSWORD_COMMON)
    if letters and letters in {_letters(name) for name in names}:
        return NotNow(Why.PASSWORD_NAME)
    return None


def hashed(password: str) -> str:
    """Hash a password with fresh salt and today's cost."""
    import secrets

    salt = secrets.token_bytes(16)
    digest = _scrypt(password, salt, COST, _BLOCK, _LANES)
    return f"scrypt${COST}${_BLOCK}${_LANES}${_b64(salt)}${_b64(digest)}"


def matches(password: str, stored: str) -> bool:
    """Check a password against a stored hash, with the parameters stored in it."""
    import hmac

    cost, block, lanes, salt, digest = _params(stored)
    return hmac.compare_digest(_scrypt(password, salt, cost, block, lanes), digest)


def is_cheap(stored: str) -> bool:
    """Say whether a hash was made at less than today's cost."""
    return _params(stored)[0] < COST


def wait(failures: int) -> float:
    """Return the seconds that the next try waits after so many wrong ones."""
    if failures < _FREE_TRIES:
        return 0.0
    return float(min(LONGEST_WAIT, 2.0 ** min(failures - _FREE_TRIES + 1, 60)))


def wait_left(failures: int, failed_at: str | None) -> float:
    """Return the seconds of a wait that are left; all of them when the clock was set back behind the last failure."""
    if failed_at is None:
        return 0.0
    passed = clock.now() - clock.read_stamp(failed_at)
    if passed < timedelta(0):
        return wait(failures)
    return max(0.0, wait(failures) - passed.total_seconds())


def lies_ahead(failed_at: str | None) -> bool:
    """Say whether a failure was stamped by a clock that has been set back since."""
    return failed_at is not None and clock.read_stamp(failed_at) > clock.now()


@cache
def _common() -> frozenset[str]:
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _plain(text: str) -> str:
    return "".join(bare(text).split())


def _letters(text: str) -> str:
    return "".join(letter for letter in bare(text) if letter.isalpha())


def _repeats(plain: str) -> bool:
    return any(
        len(plain) > 2 * size and plain == (plain[:size] * len(plain))[: len(plain)]
        for size in range(1, _UNIT_MOST + 1)
    )


def _scrypt(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    import hashlib  # with OpenSSL, 3 ms of a start

    room = 256 * cost * block * lanes
    return hashlib.scrypt(
        nfc(password).encode("utf-8"), salt=salt, n=cost, r=block, p=lanes, maxmem=room, dklen=32
    )


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _params(stored: str) -> tuple[int, int, int, bytes, bytes]:
    _, cost, block, lanes, salt, digest = stored.split("$")
    return int(cost), int(block), int(lanes), base64.b64decode(salt), base64.b64decode(digest)
