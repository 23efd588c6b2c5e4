"""The acts on findings say why they may not be done."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from ui.proofing.actions import WAYS, Fault, FaultState, faults


@pytest.mark.parametrize(
    ("state", "taken", "remembered"),
    [
        (FaultState(), "Chọn một chỗ trong danh sách.", "Chọn một chỗ trong danh sách."),
        (FaultState(chosen=True), "Bài này chỉ đọc, không sửa được.", "Lưu bài đã, rồi mới ghi nhớ được."),
        (FaultState(chosen=True, may=True, stored=True), "Chỗ này máy không đoán được nên sửa thế nào.", ""),
        (FaultState(chosen=True, suggests=True, may=True, stored=True), "", ""),
    ],
)
def test_why_not(state: FaultState, taken: str, remembered: str) -> None:
    assert state.why_not_taken() == taken
    assert state.why_not_remembered() == remembered
    assert bool(state.why_not_chosen()) is not state.chosen


def test_every_act_has_a_key_of_its_own() -> None:
    typed = [entry.key for entry in WAYS.values()] + [entry.key for entry in faults("Sửa").values()]
    keys = [QKeySequence(key).toString() for key in typed]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert faults("Đề nghị")[Fault.TAKE].words == "Đề nghị"
