"""Lists of words as the modules of this room write them."""

from __future__ import annotations

# Small letters, within [] of a regular expression.
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that are parted by spaces."""
    return frozenset(words.split())
