"""What approved articles tell that the registers do not know."""

from __future__ import annotations

from datetime import date

from desk.acts.rules import Stage
from desk.registers.entries import DocumentEntry, PersonEntry, Title
from desk.registers.proposals import approved, proposed
from tests.making import Cast, article, words

TEXT = (
    "Đồng chí Nguyễn Thị Mẫu – Phó Trưởng ban Tuyên giáo Tỉnh ủy dự và chủ trì hội nghị; cùng dự có đồng chí Giàng A "
    "Sình, Phó Chủ tịch Ủy ban nhân dân tỉnh, ông Lê Văn Thử - giám đốc Sở Y tế.",
    "Hội nghị quán triệt Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị và Chỉ thị số 40-CT/TW.",
)
MAU = PersonEntry("Nguyễn Thị Mẫu", (Title("Phó Trưởng ban", "Ban Tuyên giáo Tỉnh ủy"),))
NQ36 = DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị")


def test_people_with_titles_and_documents_with_days_are_found_in_what_was_approved(cast: Cast) -> None:
    article(cast, words("Nháp", "Ông Hoàng Văn Nọ, Bí thư Đảng ủy xã, phát biểu."))
    article(cast, words("Giao ban", *TEXT), Stage.APPROVED)
    article(cast, words("Giao ban 2", TEXT[0]), Stage.APPROVED)
    found = proposed(approved(), ())
    assert [one.entry for one in found] == [
        MAU,
        PersonEntry("Giàng A Sình", (Title("Phó Chủ tịch", "Ủy ban nhân dân tỉnh"),)),
        PersonEntry("Lê Văn Thử", (Title("Giám đốc", "Sở Y tế"),)),
        NQ36,
    ]
    assert [(one.article, one.times) for one in found] == [("Giao ban 2", 2)] * 3 + [("Giao ban", 1)]
    assert found[0].day == date(2019, 4, 9)


def test_what_the_registers_know_is_not_proposed_another_title_is(cast: Cast) -> None:
    article(cast, words("Giao ban", *TEXT), Stage.APPROVED)
    other = PersonEntry("Lê Văn Thử", (Title("Phó Giám đốc", "Sở Y tế"),))
    found = proposed(approved(), (MAU, NQ36, other))
    assert [one.entry for one in found] == [
        PersonEntry("Giàng A Sình", (Title("Phó Chủ tịch", "Ủy ban nhân dân tỉnh"),)),
        PersonEntry("Lê Văn Thử", (Title("Giám đốc", "Sở Y tế"),)),
    ]
