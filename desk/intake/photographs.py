"""Photographs beside texts: in which order they stand, and which text each belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.intake.members import Member
from desk.text.vietnamese import bare

_NUMBER = re.compile(r"(\d+)")
_WORD = re.compile(r"[a-z]{2,}|\d+")
# What people call any photograph or any text: no sign of which belongs to which.
_COMMON = frozenset(
    (
        *(
            "anh",
            "hinh",
            "photo",
            "image",
            "img",
            "dsc",
            "dscf",
            "pic",
            "pxl",
            "screenshot",
            "jpg",
            "jpeg",
            "png",
        ),
        *(
            "tin",
            "bai",
            "viet",
            "final",
            "sua",
            "ban",
            "docx",
            "doc",
            "word",
            "minh",
            "hoa",
            "kem",
            "theo",
            "chup",
        ),
        *("cua", "ve", "va", "cho", "tai", "o", "trong"),
    )
)


def in_order(photographs: Sequence[Member]) -> tuple[Member, ...]:
    """Return photographs by their numbers where all have one (“ảnh 2” before “Ảnh 10”), else as they came."""
    if all(_NUMBER.search(_stem(one.last_name)) for one in photographs):
        return tuple(sorted(photographs, key=lambda one: natural(one.name)))
    return tuple(photographs)


def natural(name: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts names as a person would: numbers by their size, letters without marks."""
    parts: list[tuple[int, int, str]] = []
    for part in _NUMBER.split(bare(name)):
        words = " ".join(re.split(r"[\s_.,()-]+", part)).strip()
        if part.isdecimal():
            parts.append((0, int(part), ""))
        elif words:
            parts.append((1, 0, words))
    return parts


def owner(photograph: Member, texts: Sequence[str]) -> int | None:
    """Return which of the texts (their names) a photograph belongs to: the only one near it, or of its name."""
    folders = photograph.name.split("/")[:-1]
    while True:
        around = "/".join([*folders, ""]) if folders else ""
        near = [at for at, name in enumerate(texts) if name.startswith(around)]
        if len(near) == 1:
            return near[0]
        if near:
            return _namesake(photograph.name.removeprefix(around), near, texts)
        if not folders:
            return None
        folders.pop()


def _namesake(name: str, near: Sequence[int], texts: Sequence[str]) -> int | None:
    words = _words(_stem(name))
    shared = {at: words & _words(_stem(texts[at].rpartition("/")[2])) for at in near}
    if not any(shared.values()):
        return None
    best = max(near, key=lambda at: len(shared[at]))
    alone = sum(len(shared[at]) == len(shared[best]) for at in near) == 1
    return best if alone else None


def _stem(name: str) -> str:
    stem, dot, end = name.rpartition(".")
    return stem if dot and len(end) <= 5 else name


def _words(name: str) -> frozenset[str]:
    """Return the words that tell one name from another; a number counts at the start and after “bài”, “tin”."""
    found = _WORD.findall(bare(name))
    words = set()
    for at, word in enumerate(found):
        if not word.isdecimal():
            words.add(word)
        elif at == 0 or found[at - 1] in ("bai", "tin"):
            words.add(word.lstrip("0") or "0")
    return frozenset(words - _COMMON)
