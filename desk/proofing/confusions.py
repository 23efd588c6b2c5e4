"""What a syllable may have been meant to be: other marks, sounds that regions confuse, slips of the hand.

Each candidate has a cost in nats, about the logarithm of how much rarer the slip is than none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from desk.proofing.syllable import is_syllable, key, parts, spelt, untoned

_ONSETS = (
    (("tr", "ch"), 2.0),
    (("s", "x"), 2.0),
    (("d", "gi", "r"), 2.0),
    (("l", "n"), 2.5),
    (("d", "đ"), 3.5),
    (("d", "v"), 4.0),
    (("th", "t"), 5.0),
    (("kh", "k"), 5.0),
    (("ng", "g"), 4.5),
    (("nh", "n"), 5.0),
    (("nh", "ng"), 5.0),
    (("ph", "p"), 5.0),
    (("c", "ch"), 5.0),
    (("c", "kh"), 5.5),
    (("h", "kh"), 5.5),
    (("b", "v"), 5.5),
    (("b", "n"), 6.0),
    (("gi", "ch"), 6.0),
    (("m", "n"), 6.0),
    (("h", "g"), 6.0),
    (("v", "gi"), 5.0),
    (("t", "r"), 5.5),
    (("t", "y"), 6.0),
)
_FINALS = (
    (("n", "ng"), 2.5),
    (("t", "c"), 2.5),
    (("n", "nh"), 3.5),
    (("ng", "nh"), 4.0),
    (("c", "ch"), 4.0),
    (("t", "ch"), 3.5),
    (("m", "n"), 4.0),
    (("p", "t"), 4.0),
    (("p", "c"), 4.5),
    (("i", "y"), 3.0),
    (("o", "u"), 3.5),
    (("m", "ng"), 5.0),
)
_HATS = ("aăâ", "eê", "oôơ", "uư")
_RIMES = (
    ("uông", "uân"),
    ("uôi", "ui"),
    ("iêu", "iu"),
    ("ươu", "iêu"),
    ("ươu", "ưu"),
    ("iêm", "im"),
    ("iên", "in"),
    ("ươi", "ưi"),
    ("ai", "ay"),
    ("au", "âu"),
    ("uât", "uôt"),
    ("ăng", "âng"),
    ("uâng", "uân"),
    ("uôt", "ut"),
    ("iêp", "ip"),
    ("uy", "ui"),
    ("oa", "ua"),
    ("oi", "ôi"),
    ("en", "ênh"),
    ("inh", "in"),
    ("ich", "it"),
)
_STOPS = ("c", "ch", "p", "t")
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
_NEAR = {
    "q": "wa",
    "w": "qes",
    "e": "wr",
    "r": "et",
    "t": "ry",
    "y": "tu",
    "u": "yi",
    "i": "uo",
    "o": "ip",
    "p": "o",
    "a": "qs",
    "s": "ad",
    "d": "sf",
    "g": "fh",
    "h": "gj",
    "k": "jl",
    "l": "k",
    "x": "zc",
    "c": "xv",
    "v": "cb",
    "b": "vn",
    "n": "bm",
    "m": "n",
}
_TELEX_TONES = {"f": 2, "r": 3, "x": 4, "s": 5, "j": 6}
_TELEX_HATS = (
    ("aa", "â"),
    ("aw", "ă"),
    ("ee", "ê"),
    ("oo", "ô"),
    ("ow", "ơ"),
    ("uw", "ư"),
    ("dd", "đ"),
    ("w", "ư"),
)


_TYPED_ONSETS = (
    ("ngh", "ng"),
    ("ng", "ngh"),
    ("gh", "g"),
    ("g", "gh"),
    ("k", "c"),
    ("c", "k"),
    ("j", "gi"),
    ("z", "d"),
    ("f", "ph"),
    ("w", "qu"),
)


def _compose(onset: str, rime: str) -> str:
    front = rime[:1] in ("e", "ê", "i", "y")
    if onset in ("c", "k"):
        onset = "k" if front else "c"
    elif onset in ("g", "gh"):
        onset = "gh" if front else "g"
    elif onset in ("ng", "ngh"):
        onset = "ngh" if front else "ng"
    if onset == "gi" and rime[:1] == "i":
        rime = rime[1:]
    return onset + rime


def _fits(plain: str, tone: int) -> bool:
    split = parts(plain)
    return split is not None and (not split[1].endswith(_STOPS) or tone in (5, 6))


@lru_cache(maxsize=8_000)
def near(found: str) -> tuple[tuple[str, float], ...]:
    """Return the keys that a valid syllable's key may have been meant to be, each with its cost."""
    plain, tone = found[:-1], int(found[-1])
    split = parts(plain)
    if split is None:
        return ()
    best: dict[str, float] = {}

    def add(letters: str, mark: int, cost: float) -> None:
        if mark not in (5, 6) and letters.endswith(_STOPS):
            mark = 5
        one = f"{letters}{mark}"
        if one != found and cost < best.get(one, 99.0):
            best[one] = cost

    onset, rime = split
    marks = _marks(tone)
    for mark, cost in marks:
        add(plain, mark, cost)
    for letters, cost in _plain_near(onset, rime):
        add(letters, tone, cost)
        for mark, more in marks:
            if mark in (3, 4) and tone in (3, 4):
                add(letters, mark, cost + more + 1.5)
            elif cost <= 4.0:
                add(letters, mark, cost + more + 2.5)
    return tuple(sorted(best.items(), key=lambda it: it[1]))


def _marks(tone: int) -> list[tuple[int, float]]:
    cost = {mark: 3.5 for mark in range(1, 7) if mark != tone}
    if tone in (3, 4):
        cost[7 - tone] = 1.5
    if tone == 1:
        cost = dict.fromkeys(cost, 3.0)
    return list(cost.items())


@lru_cache(maxsize=4_000)
def _plain_near(onset: str, rime: str) -> tuple[tuple[str, float], ...]:
    """Return the toneless spellings near one, each once at its least cost, i for y as keys have it."""
    best: dict[str, float] = {}
    for letters, cost in _letters(onset, rime):
        plain = key(letters)[:-1]
        if cost < best.get(plain, 99.0) and parts(letters):
            best[plain] = cost
    return tuple(best.items())


def _letters(onset: str, rime: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    plainest = "ng" if onset == "ngh" else "g" if onset == "gh" else "c" if onset == "k" else onset
    for group, cost in _ONSETS:
        if plainest in group:
            found += [(_compose(other, rime), cost) for other in group if other != plainest]
    for ends, cost in _FINALS:
        for here, there in (ends, ends[::-1]):
            if rime.endswith(here) and len(rime) > len(here) and not (here == "n" and rime.endswith("nh")):
                found.append((_compose(onset, rime[: -len(here)] + there), cost))
    for one, two in _RIMES:
        if rime in (one, two):
            found.append((_compose(onset, two if rime == one else one), 3.5))
    for at, letter in enumerate(rime):
        for hats in _HATS:
            if letter in hats:
                found += [
                    (_compose(onset, rime[:at] + other + rime[at + 1 :]), 3.5)
                    for other in hats
                    if other != letter
                ]
    plain = onset + rime
    for at in range(len(plain)):
        found.append((plain[:at] + plain[at + 1 :], 5.0))
        if at + 1 < len(plain):
            found.append((plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :], 4.5))
        found += [(plain[:at] + other + plain[at + 1 :], 5.5) for other in _NEAR.get(plain[at], "")]
    for at in range(len(plain) + 1):
        found += [(plain[:at] + letter + plain[at:], 5.0) for letter in "aceghimnoptuôêâơư"]
    return found


@lru_cache(maxsize=4_000)
def telex(word: str) -> str:
    """Return what a small word typed without its input method says, "" when it says nothing: "nguowif" → "người"."""
    if not any(letter in word for letter in "fjwzrxsaeod"):
        return ""
    plain, tone, _ = untoned(word)
    for at in range(len(plain) - 1, 0, -1):
        mark = _TELEX_TONES.get(plain[at])
        if mark and tone == 1:
            found = _hatted(plain[:at] + plain[at + 1 :])
            for one in (found, plain[:at] + plain[at + 1 :]):
                if one and _fits(one, mark):
                    return spelt(f"{one}{mark}", y=False)
    found = _hatted(plain)
    return spelt(f"{found}{tone}", y=False) if found and tone and _fits(found, tone) else ""


def _hatted(plain: str) -> str:
    was = plain
    plain = plain.replace("uwow", "ươ").replace("uwo", "ươ").replace("uow", "ươ")
    for typed, letter in _TELEX_HATS:
        plain = plain.replace(typed, letter)
    if plain == was and len(plain) > 3:  # the second sign stands at the word's end: "coongs", "dungd"
        for letter, hat in (("a", "â"), ("e", "ê"), ("o", "ô"), ("d", "đ")):
            if plain.endswith(letter) and letter in plain[:-1]:
                at = plain.rindex(letter, 0, len(plain) - 1)
                return plain[:at] + hat + plain[at + 1 : -1]
    return plain if plain != was else ""


@lru_cache(maxsize=4_000)
def mended(word: str) -> tuple[tuple[str, float], ...]:
    """Return keys that a small word which is no syllable may have been meant to be, each with its cost."""
    best: dict[str, float] = {}

    def add(raw: str, cost: float) -> None:
        plain, tone, _ = untoned(raw)
        if not tone:
            return
        if not _fits(plain, tone):
            if parts(plain) is not None:  # a stop without its tone: đươc
                for mark in (5, 6):
                    best[key(f"{spelt(f'{plain}{mark}')}")] = min(
                        cost + 1.0, best.get(f"{plain}{mark}", 99.0)
                    )
            return
        one = key(spelt(f"{plain}{tone}"))
        if cost < best.get(one, 99.0):
            best[one] = cost

    add(word, 0.5)  # the mark on a wrong letter alone
    meant = telex(word)
    if meant:
        add(meant, 0.5)
    word = unicodedata.normalize("NFC", word)
    for at in range(len(word)):
        twice = at and untoned(word[at])[0] == untoned(word[at - 1])[0]
        add(word[:at] + word[at + 1 :], 1.0 if twice else 3.0)
        if twice and untoned(word)[1] == 3 and untoned(word[:at] + word[at + 1 :])[1]:
            add(word[:at] + word[at + 1 :], 0.6)
        if at + 1 < len(word):
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            add(swapped, 1.5)
            typed = telex(swapped) if word.isascii() else ""
            if typed:
                add(typed, 2.0)
        for other in (*_alike(word[at]), *_NEAR.get(word[at], "")):
            add(word[:at] + other + word[at + 1 :], 3.5)
    for at in range(len(word) + 1):
        for letter in "aceghiknmoptuôêâơưđ":
            add(word[:at] + letter + word[at:], 3.5)
    for first, second in _TYPED_ONSETS:
        if word.startswith(first):
            add(second + word[len(first) :], 1.0)
    for (first, second), cost in _FINALS:  # quéc → quét
        for was, now in ((first, second), (second, first)):
            if word.endswith(was) and len(word) > len(was) + 1:
                add(word[: -len(was)] + now, cost)
    for lost in _lost_vowels(word):
        add(lost, 3.5)
    if word.isascii():
        for marked in _marked(word):
            add(marked, 1.5)
    for one in [it for it in best if best[it] <= 2.0]:
        for other, cost in near(one)[:12]:
            if cost <= 2.0:
                best.setdefault(other, best[one] + cost + 1.0)
    plain, tone, _ = untoned(word)
    if tone:
        for mark in range(1, 7):
            if _fits(plain, mark):
                best.setdefault(key(spelt(f"{plain}{mark}")), 2.0)
    for at, letter in enumerate(plain):
        for group in _HATS:
            if letter in group:
                for other in group:
                    changed = plain[:at] + other + plain[at + 1 :]
                    if tone and _fits(changed, tone):
                        best.setdefault(key(spelt(f"{changed}{tone}")), 2.5)
    return tuple(
        sorted(((one, cost) for one, cost in best.items() if is_syllable(spelt(one))), key=lambda it: it[1])
    )


def _marked(word: str) -> Iterator[str]:
    """Yield a word that has lost all its marks with those it may have had: truyen → truyền."""
    hatted = {""}
    for letter in word:
        group = next((one for one in _HATS if letter == one[0]), letter)
        hatted = {one + other for one in hatted for other in group}
    for one in hatted:
        for mark in range(2 if one == word else 1, 7):
            if parts(one) is not None and _fits(one, mark):
                yield spelt(f"{one}{mark}", y=False)


def _lost_vowels(word: str) -> Iterator[str]:
    """Yield a word without a tone's mark with a vowel in it that bears one: ngy → ngày, nhâ → nhà."""
    plain, tone, _ = untoned(word)
    if tone != 1:
        return
    bare = not set(plain) & set("aăâeêioôơuư")
    for at in range(1, len(word) + 1):
        letter = word[at] if at < len(word) else ""
        group = next((one for one in _HATS if letter and letter in one[1:]), "")
        for mark in range(2, 7):
            for vowel in "aăâeêioôơuư" if bare else "":
                yield word[:at] + spelt_letter(vowel, mark) + word[at:]
            for vowel in group:
                yield word[:at] + spelt_letter(vowel, mark) + word[at + 1 :]


def _alike(letter: str) -> str:
    plain, tone, _ = untoned(letter)
    for group in _HATS:
        if plain in group:
            return "".join(spelt_letter(other, tone) for other in group if other != plain)
    return "đ" if letter == "d" else "d" if letter == "đ" else ""


def spelt_letter(letter: str, tone: int) -> str:
    """Return a vowel with a tone's mark."""
    signs = {2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0301", 6: "\u0323"}
    return unicodedata.normalize("NFC", letter + signs.get(tone, ""))
