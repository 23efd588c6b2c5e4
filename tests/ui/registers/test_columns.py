"""What stands in the columns of a register, and by what they sort."""

from __future__ import annotations

import pytest

from desk.registers.contradictions import Clash, Contradiction
from desk.registers.entries import DocumentEntry, Entry, Kind, kind_of
from desk.registers.page import EntryRow
from tests.ui.registers.filled import ENTRIES
from ui.registers.columns import columns, summary, to_look_at

pytestmark = pytest.mark.usefixtures("april", "qapp")


def _cells(entry: Entry) -> list[str]:
    return [column.text(entry) for column in columns(kind_of(entry))]


def test_a_title_stands_under_now_on_its_days_alone() -> None:
    mau, uoc = ENTRIES[0], ENTRIES[3]
    assert _cells(mau) == [
        "Nguyễn Thị Mẫu",
        "Trưởng ban Tuyên giáo Tỉnh ủy",
        "Phó Bí thư Thường trực Tỉnh ủy (01/01/2020 –)",
        "3",
    ]
    assert _cells(uoc) == ["Đỗ Văn Ước", "", "Trưởng ban Tuyên giáo Tỉnh ủy (01/10/2019 –)", ""]
    rank = columns(Kind.PEOPLE)[3]
    assert rank.sorts_by(EntryRow(mau)) < rank.sorts_by(EntryRow(uoc))


def test_a_number_sorts_as_a_number() -> None:
    number = columns(Kind.DOCUMENTS)[1]
    nine, ten = (DocumentEntry("Chỉ thị", typed, "-CT/TW") for typed in ("9", "10"))
    assert number.sorts_by(EntryRow(nine)) < number.sorts_by(EntryRow(ten))
    assert [column.text(nine) for column in columns(Kind.DOCUMENTS)] == ["Chỉ thị", "9-CT/TW", "", "", ""]


def test_an_entry_in_one_line() -> None:
    assert summary(ENTRIES[5]) == "BTGDV, 01/02/2025 –, trước là Ban Tuyên giáo Tỉnh ủy"
    assert summary(ENTRIES[10]) == "Chính phủ, về công tác văn thư"
    assert [summary(one) for one in ENTRIES[11:]] == ["Từ", "Mặt trận Tổ quốc"]


def test_each_contradiction_is_a_sentence() -> None:
    against = (Contradiction(Clash.TWICE, "An"), Contradiction(Clash.SHORT, "Bình"))
    assert to_look_at(EntryRow(ENTRIES[0], against)) == "Đã có: An; Cùng tên tắt với Bình"
    assert to_look_at(EntryRow(ENTRIES[0])) == ""
