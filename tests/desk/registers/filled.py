"""An entry of each register: invented people, real documents."""

from __future__ import annotations

from datetime import date

from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, Title, WordEntry, WordKind

MAU = PersonEntry(
    "Nguyễn Thị Mẫu",
    (
        Title("Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", date(2016, 1, 1), date(2019, 12, 31), 1),
        Title("Phó Bí thư", "Tỉnh ủy", date(2020, 1, 1)),
    ),
)
ENTRIES: tuple[Entry, ...] = (
    MAU,
    BodyEntry("Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTGDV", date(2025, 2, 1), None, "Ban Tuyên giáo Tỉnh ủy"),
    DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị", "về công nghệ thông tin"),
    WordEntry(WordKind.ABBREVIATION, "TGTU", "Tuyên giáo Tỉnh ủy"),
)
