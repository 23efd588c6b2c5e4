"""Words that are no Vietnamese syllables: misplaced marks, Telex left-overs, letters too many, missing or swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.proofing.confusions import mended, telex
from desk.proofing.context import CAPITAL_TIED, cased
from desk.proofing.counting import runs
from desk.proofing.finding import Finding, Severity
from desk.proofing.likelihood import Likelihood, place
from desk.proofing.model import Model
from desk.proofing.reading import Paragraph, Word
from desk.proofing.syllable import is_syllable, letters_only, parts, untoned
from desk.proofing.word_lists import word_set

_UNITS = word_set(
    "km cm mm kg ha gr mg ml kw kwh mw kv gb mb hz tr đ m g l h t x v n s p c ok vs st nxb tr tp "
    "ths ts pgs gs bs ks cn vv"
)
_FOREIGN = word_set(
    "internet video clip online web website email mail facebook zalo fanpage smartphone laptop wifi "
    "shan logo radio robot marketing "
    "container karaoke album fax photo photocopy file word excel livestream startup blog blockchain "
    "logistics tour show "
    "stress virus vaccine vắcxin vắc xin sars oxy oxygen golf gas axit protein vitamin hotline "
    "homestay resort taxi bus game "
    "gameshow chat chip data big cloud computer internet in-tơ-nét slogan poster banner pano panô "
    "studio sim card scan scanner "
    "cafe café style fan hot model team sale shop fashion box test kit index app mobile bank "
    "banking ebanking ecommerce "
    "made by of and the for with from new news media digital green smart city lab logic carbon "
    "credit tin festival carnaval "
    "casino beton dioxin asen composite nano pin inverter drone flycam camera ta-luy mét gam lit "
    "vôn oát ampe moóc moocs "
    "êđê ê-đê oscar nobel olympic sea games world cup marathon aerobic yoga gym zumba jazz rock pop "
    "rap hip hop piano ghita guitar"
)
_STRONG, _LONG = 3.0, 4
_VOWEL = re.compile("[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


def find(one: Paragraph, likely: Likelihood, names: frozenset[str]) -> list[Finding]:
    """Return the words that no Vietnamese word is spelt like, with what they may have been meant to be."""
    return [it for run in runs(one) for it in _of(run, likely, names)]


def may_be_foreign(word: str) -> bool:
    """Return whether a word without marks may be foreign: one that a text has more often is left alone."""
    return word.isascii() and telex(word.lower()) == ""


def _of(run: list[Word], likely: Likelihood, names: frozenset[str]) -> Iterator[Finding]:
    ids = likely.knowing.ids
    keys: list[int] = []
    for at, word in enumerate(run):
        low = word.text.lower()
        if is_syllable(low) or word.text in names or _passes(word, low, likely.knowing):
            continue
        mute = len(low) > 2 and low.isalpha() and not _VOWEL.search(low)  # Phm: a name lost its vowel
        large = word.text[0].isupper() and not mute
        if large and (not low.isalpha() or (not word.first and low.isascii())):
            continue
        keys = keys or [ids.get(one.key, 0) for one in run]
        spot = place(keys, at, likely.edge)
        ranked = sorted(
            (
                (likely.score(ids[key], spot) - cost, likely.tied(ids[key], spot), key)
                for key, cost in mended(low)
                if likely.knowing.listed(key)
            ),
            reverse=True,
        )
        marked = not low.isascii()
        if not ranked and not marked:
            continue
        if not marked and telex(low) == "" and not mute:  # maybe foreign: only what fits here very well
            around = run[max(0, at - 1) : at] + run[at + 1 : at + 2]
            if any(other.text.isascii() and not is_syllable(other.text.lower()) for other in around):
                continue
            if not ranked or ranked[0][1] < _STRONG - (len(low) > _LONG):
                continue
        elif not marked and not (
            ranked and (ranked[0][1] >= 1.0 or re.search("[fjwz]", low) or len(run) > 1)
        ):
            continue
        if large and not (ranked and ranked[0][1] >= (_STRONG if word.first else CAPITAL_TIED)):
            continue
        right = tuple(cased(key, word.text) for _, _, key in ranked[:3])
        message = f"Không có chữ “{word.text}” trong tiếng Việt."
        yield Finding("spelling.syllable", Severity.WRONG, word.start, word.end, word.text, message, right)


def _passes(word: Word, low: str, knowing: Model) -> bool:
    """Return whether a word is no syllable and yet right: a unit, an abbreviation, a foreign word, a name."""
    if low in _UNITS or low in _FOREIGN or len(low) < 2 or len(low) > 9:
        return True
    if word.text != low and word.text[1:] != low[1:]:
        return True  # HĐND, VietGAP
    if not letters_only(low.replace("'", "").replace("’", "")) or "'" in low or "’" in low:
        return True
    if parts(untoned(low)[0]) is not None:
        return False  # a syllable but for its tone: its key is that of the right one
    return knowing.ids.get(word.key, 1 << 30) <= knowing.listed_to
