"""How much of a text reads like Vietnamese: the measure by which an unknown encoding is chosen."""

from __future__ import annotations

import re
import unicodedata

from desk.text.vietnamese import bare

_WORD = re.compile(r"[^\W\d_][^\s\"'.,;:!?()\[\]“”‘’…/–—-]*")
_TONED = re.compile("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:uye|oeo|oai|oay|uay|uoi|uou|ieu|yeu|oao|uya|uyu|ia|ie|iu|ua|ue|ui|uo|uu|uy|oa|oe|oi|oo|ao|ai|au|ay|eo|eu|ya|ye|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")
_LOOKED_AT = 20_000  # letters


def vietnamese_share(text: str) -> float:
    """Return the share of words that are Vietnamese syllables, 0 to 1; 0 when none has a tone or a hat."""
    words = _WORD.findall(text[:_LOOKED_AT])
    if not words or not any(_TONED.search(word) for word in words):
        return 0.0
    return sum(_is_syllable(word) for word in words) / len(words)


def _is_syllable(word: str) -> bool:
    if not word.isalpha():
        return False
    small = word.lower()
    if word not in (small, word.upper(), small.capitalize()):
        return False  # letters of both cases mixed: read with the wrong table
    split = unicodedata.normalize("NFD", small)
    return all(sign in _MARKS or sign == "đ" or sign.isascii() for sign in split) and bool(
        _SYLLABLE.fullmatch(bare(small))
    )
