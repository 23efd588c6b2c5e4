"""What the registers say of what contradicts and of rows that are not taken."""

from __future__ import annotations

from desk.registers.contradictions import Clash, Contradiction
from desk.registers.entries import Kind, WordKind
from desk.registers.importing import Novelty
from desk.registers.row_faults import RowFault, RowProblem
from ui.words import registers as words


def test_a_row_is_named_with_its_sheet_and_why() -> None:
    assert words.row_fault(RowFault(RowProblem.DAY, "31/02", "Văn bản", 7)) == (
        "Văn bản, dòng 7: không đọc được ngày “31/02”"
    )
    assert words.row_fault(RowFault(RowProblem.NO_NAME, "", "Cơ quan", 2)) == "Cơ quan, dòng 2: thiếu tên"


def test_a_contradiction_names_the_other() -> None:
    told = words.contradiction(Contradiction(Clash.SEAT, "Đỗ Văn Ước"))
    assert told == "Cùng lúc, cùng chức danh với Đỗ Văn Ước"


def test_kinds_and_novelties_have_their_words() -> None:
    assert words.kind(Kind.WORDS) == "Từ của cơ quan"
    assert words.word_kind(WordKind.ABBREVIATION) == "Viết tắt"
    assert words.novelty(Novelty.CHANGED) == "Thay đổi"
