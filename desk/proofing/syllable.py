"""The Vietnamese syllable: onset, rime and tone, where its tone mark stands, and whether the language has it.

Rules of spelling as taught in school (Quyết định 240/QĐ, 1984, and usage): k, gh and ngh before e, ê, i, y; a rime
that ends in c, ch, p, t has the tone sắc or nặng; both places of the mark (hòa, hoà) and i or y are accepted.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from desk.proofing.patterns import Lazy
from desk.proofing.word_lists import word_set

_MARKS = {"\u0300": 2, "\u0309": 3, "\u0303": 4, "\u0301": 5, "\u0323": 6}
_SIGNS = {number: mark for mark, number in _MARKS.items()}
# The longer before the shorter, for the first that fits is taken; none last.
ONSETS = (
    *("ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
_RIMES = word_set(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu "
    "iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay "
    "oăc oăm oăn oăng oăt oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uê uêch uênh uơ uân uâng uât uây "
    "uy uya uych uynh uyn uyt uyu uyên uyêt uyp ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"
)
_Y_ALONE = word_set("y yêm yên yêng yêt yêu")
_AFTER_QU = word_set(
    "a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê ên ênh êch êt "
    "i it ich in inh y yt ynh ych yên yêt yêu ơ ôc ơi yp oai"
)
_AFTER_GI = word_set("êng êt êm êc ên êp")
_FRONT = "eêiy"
_Y_FOR_I = word_set("h k l m s t v b n")
_HATS = "ăâêôơư"
_VOWELS = "aăâeêioôơuưy"
_LETTER = Lazy("[a-zăâđêôơư]+")


def untoned(word: str) -> tuple[str, int, int]:
    """Return a small word without its tone, the tone (1 to 6, ngang first, 0 for two marks) and where it stood."""
    if word.isascii():
        return word, 1, -1
    out: list[str] = []
    tone, place = 1, -1
    for letter in unicodedata.normalize("NFD", word):
        if letter in _MARKS:
            tone = _MARKS[letter] if tone == 1 else 0
            place = len(unicodedata.normalize("NFC", "".join(out))) - 1
        else:
            out.append(letter)
    return unicodedata.normalize("NFC", "".join(out)), tone, place


@lru_cache(maxsize=20_000)
def parts(plain: str) -> tuple[str, str] | None:
    """Split a toneless small word into onset and rime; None when no Vietnamese syllable is spelt so."""
    for onset in ONSETS:
        if plain.startswith(onset) and _fits(onset, plain[len(onset) :]):
            return onset, plain[len(onset) :]
    return None


def _fits(onset: str, rime: str) -> bool:
    if onset == "qu":
        return rime in _AFTER_QU
    if onset == "gi":
        return (rime in _RIMES and rime[0] not in "i") or rime in _AFTER_GI
    if onset == "":
        return (
            rime in _RIMES and rime not in ("ia", "iêu", "iêc", "iêm", "iên", "iêng", "iêt")
        ) or rime in _Y_ALONE
    if not rime:
        return False
    if rime == "y":
        return onset in _Y_FOR_I
    if rime not in _RIMES:
        return False
    front = rime[0] in _FRONT
    if onset in ("gh", "ngh", "k"):
        return front
    if onset in ("g", "ng", "c"):
        return not front or (onset == "g" and rime in ("i", "in", "ip"))
    return True


def places(onset: str, rime: str) -> tuple[int, ...]:
    """Return at which letters of onset + rime a tone mark may stand, the old style (hòa) first."""
    first = len(onset)
    if onset == "gi" and rime == "":
        return (1,)
    hats = [index for index, letter in enumerate(rime) if letter in _HATS]
    if hats:
        return (first + hats[-1],)
    vowels = [index for index, letter in enumerate(rime) if letter in _VOWELS]
    if len(vowels) == 1 or rime[-1] not in _VOWELS:
        return (first + vowels[-1],)
    if len(vowels) == 3:
        return (first + vowels[1],)
    if rime in ("oa", "oe", "uy"):
        return (first, first + 1)
    return (first,)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Return whether a small word obeys the rules of spelling, its tone mark in a place where it may stand."""
    plain, tone, place = untoned(word)
    split = parts(plain) if tone else None
    if split is None:
        return False
    onset, rime = split
    if rime[-2:] in ("ch",) or rime[-1:] in ("c", "p", "t"):
        return tone in (5, 6) and place in places(onset, rime)
    return tone == 1 or place in places(onset, rime)


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return one spelling for all that are accepted of a small word: its letters, i for y, then the tone's digit."""
    plain, tone, _ = untoned(word)
    if plain.endswith("y") and (plain[:-1] in _Y_FOR_I or plain == "quy"):
        plain = plain[:-1] + "i"
    return f"{plain}{tone}" if plain else word


@lru_cache(maxsize=20_000)
def spelt(found: str, y: bool = True) -> str:
    """Return the word of a key in the usual spelling of the office: old place of the tone, y after k, l, m, qu."""
    plain, tone = found[:-1], int(found[-1] or 1)
    if y and plain in ("ki", "li", "mi", "qui", "ti", "hi"):
        plain = plain[:-1] + "y"
    if tone <= 1:
        return plain
    split = parts(plain)
    at = places(*split)[0] if split else max((plain.rfind(vowel) for vowel in _VOWELS), default=0)
    return unicodedata.normalize("NFC", plain[: at + 1] + _SIGNS[tone] + plain[at + 1 :])


def letters_only(word: str) -> bool:
    """Return whether a small word has but letters of the Vietnamese alphabet, f, j, w and z with them."""
    return bool(_LETTER.fullmatch(untoned(word)[0]))
