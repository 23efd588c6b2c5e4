"""Rooms and halls as people write them: one place has one key, however it was shortened."""

from __future__ import annotations

import re

from desk.text.vietnamese import bare

_WORD = re.compile(r"[^\W\d_]+|\d+")
_JOINED = re.compile(r"\b(p|ph|ht|t|so|phong|tang|lau)(\d+)\b")  # "P201", "T2"
_SHORT = {
    "p": "phong",
    "ph": "phong hop",
    "ht": "hoi truong",
    "t": "tang",
    "lau": "tang",
    "vp": "van phong",
    "tt": "trung tam",
    "tp": "thanh pho",
    "tu": "tinh uy",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
}
_COUNT = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNT, 1)}
_COUNTED = frozenset({"tang", "so"})  # what a number in words may follow: "tầng hai"
_IDLE = frozenset({"tai", "o", "so"})  # "tại phòng số 2" is "phòng 2"


def place_key(written: str) -> str:
    """Return what tells a place from others: "P. họp T2" and "phòng họp tầng hai" have one key; "" for no place."""
    words = _WORD.findall(_JOINED.sub(r"\1 \2", bare(written)))
    told: list[str] = []
    before = ""
    for word in words:
        full = _SHORT.get(word, word)
        if word.isdecimal():
            full = str(int(word))
        elif before in _COUNTED:
            full = _NUMBERS.get(word, full)
        before = full.rpartition(" ")[2]
        if word not in _IDLE:
            told.append(full)
    return " ".join(told)
