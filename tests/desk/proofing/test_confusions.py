"""What may have been meant."""

from __future__ import annotations

import pytest

from desk.proofing.confusions import mended, near, telex
from desk.proofing.syllable import key


def test_the_likeliest_slips_cost_least() -> None:
    costs = dict(near(key("lảnh")))
    assert costs[key("lãnh")] < costs[key("lành")]
    assert key("nảnh") in costs


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nguowif", "người"), ("caays", "cấy"), ("hoongr", "hổng"), ("trwcj", "trực"), ("ba", "")],
)
def test_telex(typed: str, meant: str) -> None:
    assert telex(typed) == meant


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("ngaỳ", "ngày"), ("hcữ", "chữ"), ("phủủ", "phủ"), ("nghành", "ngành"), ("đuợc", "được")],
)
def test_what_is_no_syllable_is_mended(wrong: str, right: str) -> None:
    assert key(right) in dict(mended(wrong))
