"""Signs of the fonts Symbol and Wingdings, and coloured pictographs, to the plain signs that look like them.

Word writes a bullet of such a font as a private-use letter (U+F000 and the letter's code in the font), which no other
font shows. Only those are listed that Word makes by itself (bullets, AutoCorrect) and that mean one thing in the two
fonts; what is not listed stays as it is. Source: the code charts of both fonts (Unicode's L2/11-052 for Wingdings).
"""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        "\uf02d": "–",
        "\uf06c": "●",
        "\uf06e": "■",
        "\uf06f": "□",
        "\uf071": "❑",
        "\uf075": "◆",
        "\uf076": "❖",
        "\uf0a7": "▪",
        "\uf0a8": "☐",
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0df": "←",
        "\uf0e0": "→",
        "\uf0e8": "➔",
        "\uf0f0": "⇨",
        "\uf0fb": "✗",
        "\uf0fc": "✓",
        "\uf0fd": "☒",
        "\uf0fe": "☑",
        "\uf04a": "☺",
        "\uf0b3": "≥",
        "\uf0a3": "≤",
        "\uf0b1": "±",
        "\uf0b4": "×",
        "\uf0b0": "°",
        "✅": "✔",
        "❌": "✘",
        "⭐": "★",
        "➕": "+",
        "➖": "−",
    }
)


def with_plain_signs(text: str) -> str:
    """Return the text with plain signs in place of those of symbol fonts and of coloured ticks, crosses and stars."""
    return text if text.isascii() else text.translate(_PLAIN)
