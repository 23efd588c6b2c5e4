"""Letters of the fonts before Unicode: TCVN3 (.VnTime) and VNI (VNI-Times) to Vietnamese as it is written now.

Sources: TCVN 5712:1993, table VN3; the VNI Windows table of VNI Software.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto


class Legacy(Enum):
    """How the letters of a font are kept; capitals: the font draws every letter as one."""

    TCVN3 = auto()
    TCVN3_CAPITALS = auto()
    VNI = auto()


_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
# VNI writes the letter, then one sign that says hat and tone.
_VNI_SIGNS = {
    "ø": _GRAVE,
    "ù": _ACUTE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "â": _CIRCUMFLEX,
    "à": _CIRCUMFLEX + _GRAVE,
    "á": _CIRCUMFLEX + _ACUTE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE,
    "è": _BREVE + _GRAVE,
    "é": _BREVE + _ACUTE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_ALONE = {
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "ì": "ì",
    "í": "í",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}
_SIGNS, _ALONE = "".join(_VNI_SIGNS), "".join(_VNI_ALONE)
_VNI = re.compile(f"([aeouyôöAEOUYÔÖ])([{_SIGNS}{_SIGNS.upper()}])|([{_ALONE}{_ALONE.upper()}])")
_NAME = re.compile(r"(?:^|[\s,;:'\"])(?:(\.vn[a-z0-9 ]*)|(vni[- ]))", re.IGNORECASE)


def legacy_of(font: str) -> Legacy | None:
    """Return how the letters of a font (a CSS `font-family` or `font`) are kept; None for Unicode."""
    match = _NAME.search(font)
    if match is None:
        return None
    if match[2]:
        return Legacy.VNI
    return Legacy.TCVN3_CAPITALS if match[1].strip().lower().endswith("h") else Legacy.TCVN3


def from_legacy(text: str, kept: Legacy) -> str:
    """Return the letters in Unicode, composed; what the table does not know stays."""
    if kept is Legacy.VNI:
        return unicodedata.normalize("NFC", _VNI.sub(_vni, text))
    words = text.translate(_TCVN3)
    return words.upper() if kept is Legacy.TCVN3_CAPITALS else words


def _vni(match: re.Match[str]) -> str:
    if match[3]:
        return _alone(match[3])
    letter = _alone(match[1]) if match[1].lower() in _VNI_ALONE else match[1]
    return letter + _VNI_SIGNS[match[2].lower()]


def _alone(sign: str) -> str:
    letter = _VNI_ALONE[sign.lower()]
    return letter if sign.islower() else letter.upper()
