"""Registers with something in each: invented people, real documents, contradictions that are shown."""

from __future__ import annotations

from datetime import date

from desk.registers import editing, ignored, taught
from desk.registers.contradictions import Clash, Contradiction
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, Title, WordEntry, WordKind
from desk.registers.importing import Proposed
from desk.registers.row_faults import RowFault, RowProblem
from tests.making import Cast, article

BTG = "Ban Tuyên giáo Tỉnh ủy"
ENTRIES: tuple[Entry, ...] = (
    PersonEntry(
        "Nguyễn Thị Mẫu",
        (
            Title("Trưởng ban", BTG, date(2016, 1, 1), date(2019, 12, 31), 3),
            Title("Phó Bí thư Thường trực", "Tỉnh ủy", date(2020, 1, 1), None, 2),
        ),
    ),
    PersonEntry("Giàng A Sình", (Title("Phó Trưởng ban", BTG, date(2017, 5, 1), None, 4),)),
    PersonEntry("Lò Thị Én", (Title("Phó Trưởng ban", BTG, date(2018, 9, 1), None, 5),)),
    PersonEntry("Đỗ Văn Ước", (Title("Trưởng ban", BTG, date(2019, 10, 1), None, 3),)),
    BodyEntry(BTG, "BTG", date(1997, 1, 1), date(2025, 1, 31)),
    BodyEntry("Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTGDV", date(2025, 2, 1), None, BTG),
    BodyEntry("Ủy ban nhân dân tỉnh", "UBND"),
    DocumentEntry(
        "Nghị quyết",
        "36",
        "-NQ/TW",
        date(2014, 7, 1),
        "Bộ Chính trị",
        "về đẩy mạnh ứng dụng, phát triển công nghệ thông tin đáp ứng yêu cầu phát triển bền vững",
    ),
    DocumentEntry("Chỉ thị", "37", "-CT/TW", date(2014, 6, 6), "Ban Bí thư"),
    DocumentEntry("Chỉ thị", "37", "-CT/TW", date(2014, 6, 16), "Ban Bí thư"),
    DocumentEntry("Nghị định", "30", "/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư"),
    WordEntry(WordKind.WORD, "Mường Thà"),
    WordEntry(WordKind.ABBREVIATION, "MTTQ", "Mặt trận Tổ quốc"),
)


FAULTS = (
    RowFault(RowProblem.DAY, "31/02/2019", "Con người", 7),
    RowFault(RowProblem.NO_NAME, "", "Cơ quan", 12),
)


def proposed() -> tuple[Proposed, ...]:
    """Return what a workbook would bring: an entry of each kind, one that is contradicted, one that changes."""
    new = tuple(Proposed(entry, None) for entry in ENTRIES[::3])
    against = (Contradiction(Clash.TWO_DAYS, "Chỉ thị 37-CT/TW, 06/6/2014"),)
    return (*new, Proposed(ENTRIES[9], None, against), Proposed(ENTRIES[0], PersonEntry("Nguyễn Thị Mẫu")))


def fill(cast: Cast) -> int:
    """Fill the registers, pass over two findings, teach; return the article of one."""
    for entry in ENTRIES:
        editing.add(cast.editor, entry)
    editing.set_rule(cast.editor, "typography.dash", "gợi ý")
    editing.set_rule(cast.editor, "capital.tier", "off")
    made = article(cast)
    ignored.ignore(cast.writer, "spelling.syllable", "Mường Thà", made)
    ignored.ignore(cast.editor, "date.weekday", "Thứ Ba", None, "Theo lịch cũ của cơ quan")
    taught.keep(cast.editor, b"{}", 1234)
    return made
