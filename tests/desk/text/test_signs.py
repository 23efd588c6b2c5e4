"""Signs that nobody sees are gone, what separates something seen is not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.text.signs import shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ban\u200b Tuyên\u200e giáo\ufeff", "Ban Tuyên giáo"),
        ("\u202eđảo ngược\u202c", "đảo ngược"),
        ("Nghị\xadquyết\x00", "Nghịquyết"),
        ("01\x1e7\x1e2019", "01\u20117\u20112019"),
        ("một\x0bhai\r\nba\u2028bốn", "một\nhai\nba\nbốn"),
        ("quý\xa0I", "quý\xa0I"),
        ("1\u202f245", "1\xa0245"),
        ("a\u2003b\u3000c\u3164d", "a b c d"),
        ("1\ufe0f\u20e3 🇻🇳", "1\ufe0f\u20e3 🇻🇳"),
        ("Nghe\u0323\u200b\u0302", "Nghệ"),
        ("1\x961", "1–1"),
        ("Chúc 🎉 👨\u200d👩\u200d👧 ❤\ufe0f", "Chúc 🎉 👨\u200d👩\u200d👧 ❤\ufe0f"),
        ("a\u200db\ufe0f", "ab"),
        ("a\ufffcb\ufdd0", "ab"),
        ("thẻ\tcột", "thẻ\tcột"),
    ],
)
def test_a_text_is_what_one_sees_of_it(text: str, seen: str) -> None:
    assert shown(text) == seen


@given(st.text())
def test_what_is_shown_is_shown_again_unchanged(text: str) -> None:
    once = shown(text)
    assert shown(once) == once
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in once if sign not in "\n\t")
