"""Numbers and symbols of documents that stand alone."""

from __future__ import annotations

import pytest

from desk.proofing.symbols import right_symbol
from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("57/NQ-TW", "57-NQ/TW"),
        ("144-QD/TW", "144-QĐ/TW"),
        ("30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("16-CT/TTG", "16/CT-TTg"),
        ("36-HD/VPTW", "36-HD/VPTW"),
    ],
)
def test_the_right_form(written: str, right: str) -> None:
    assert right_symbol(written) == right


def test_one_that_stands_alone() -> None:
    assert told("Văn bản 57/NQ-TW đã gửi các chi bộ.", "citation") == [("57/NQ-TW", "57-NQ/TW")]
    assert told("Luật số 15/QH13/2012 còn hiệu lực.", "citation") == [("15/QH13/2012", "15/2012/QH13")]
