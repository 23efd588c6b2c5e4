"""Letters of Symbol and Wingdings, which draw other signs than their letters say, to the signs that one saw.

Sources: Adobe's Symbol encoding; Microsoft's Wingdings character map. Word writes them as letters of these fonts or,
where the font is lost, as private-use letters U+F020–U+F0FF.
"""

from __future__ import annotations

import re

_GREEK = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)
_SYMBOL = {
    **_GREEK,
    **dict(zip("\"$'@\\^`~¢£¥§¨©ª«¬\xad®¯", "∀∃∋≅∴⊥‾∼′≤∞♣♦♥♠↔←↑→↓", strict=True)),
    **dict(zip("²³´µ¶·¸¹º»¼ÅÆÇÈÉÌÎÏÐÑÖ×ÙÚÛÜÝÞßåò", "″≥×∝∂•÷≠≡≈…⊕∅∩∪⊃⊂∈∉∠∇√⋅∧∨⇔⇐⇑⇒⇓∑∫", strict=True)),
}
_WINGDINGS = {
    **dict(zip("!\"#$%&'()*+,-./", "✎✂✁👓🔔📖🕯☎✆✉📩📪📫📬📭", strict=True)),
    **dict(zip("ABCDEFGHIJKLMNO", "✌👌👍👎☜☞☝☟✋☺😐☹💣☠🏳", strict=True)),
    **dict(zip("lmnopqrstuvwxz{|", "●❍■□□❑❒⬧⧫◆❖⬥⌧⌘❀✿", strict=True)),
    **dict(zip("\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a", "⓪①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    **dict(zip("\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95", "⓿❶❷❸❹❺❻❼❽❾❿", strict=True)),
    **dict(zip("\x9e\x9f¡¢¤¥§¨«ª¬", "·•○○◉◎▪□★✦✶", strict=True)),
    **dict(zip("ØÜßàáâãäåæçèéêëìíîïðñòóô", "➢➔←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⇔⇕", strict=True)),
    **dict(zip("ûüýþ", "✗✓☒☑", strict=True)),
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_NAME = re.compile(r"(?:[^,]*\d\S*\s+)?['\"]?(symbol|wingdings)['\"]?\s*(?:,|$)", re.IGNORECASE)
_PRIVATE = re.compile("[\uf020-\uf0ff]")
_PICTOGRAPHS = str.maketrans({"✅": "✔", "❌": "✘", "⭐": "★", "➕": "+", "➖": "−"})
_MOST = 4  # signs in a row
_BULLET = "\uf0b7"  # the one that Word takes from Symbol; the others come from Wingdings


def symbol_font(font: str) -> str:
    """Return "symbol" or "wingdings" when a CSS `font-family` (or `font`) is one of them, else ""."""
    match = _NAME.match(font.strip())
    return match[1].lower() if match else ""


def from_symbols(text: str, font: str) -> str:
    """Return the signs that the letters of a symbol font draw; what the table does not know stays.

    Whole words are no signs: a program named the font and drew them in another.
    """
    if len("".join(text.split())) > _MOST:
        return text
    table = _FONTS[font]
    return "".join(table.get(letter, letter) for letter in _PRIVATE.sub(_low, text))


def from_private(text: str) -> str:
    """Return the signs of private-use letters whose font is lost."""
    return _PRIVATE.sub(_sign, text)


def _low(match: re.Match[str]) -> str:
    return chr(ord(match[0]) - 0xF000)


def _sign(match: re.Match[str]) -> str:
    return "•" if match[0] == _BULLET else _WINGDINGS.get(_low(match), match[0])


def with_plain_signs(text: str) -> str:
    """Return the text with plain signs in place of private-use letters and of coloured ticks, crosses and stars."""
    return text if text.isascii() else from_private(text).translate(_PICTOGRAPHS)
