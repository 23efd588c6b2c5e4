"""What is offered behind what one types, on the day of the event."""

from __future__ import annotations

from datetime import date

import pytest

from desk.registers import completion, editing
from desk.registers.completion import Known, Offer, offers
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, Title, WordEntry, WordKind
from tests.making import Cast

KNOWN = Known(
    people=(
        PersonEntry(
            "Nguyễn Thị Mẫu",
            (
                Title("Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", date(2016, 1, 1), date(2019, 12, 31), 2),
                Title("Phó Bí thư", "Tỉnh ủy", date(2020, 1, 1), None, 2),
            ),
        ),
        PersonEntry("Giàng A Sình", (Title("Bí thư", "Tỉnh ủy", date(2015, 1, 1), None, 1),)),
        PersonEntry("Nguyễn Thử"),
    ),
    bodies=(
        BodyEntry("Ban Tuyên giáo Tỉnh ủy", "BTG", None, date(2025, 1, 31)),
        BodyEntry(
            "Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTG", date(2025, 2, 1), None, "Ban Tuyên giáo Tỉnh ủy"
        ),
    ),
    documents=(
        DocumentEntry(
            "Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị", "về công nghệ thông tin", 1
        ),
        DocumentEntry(
            "Nghị quyết", "36", "-NQ/TW", date(2018, 10, 22), "Ban Chấp hành Trung ương", "về biển", 2
        ),
        DocumentEntry("Nghị định", "30", "/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư"),
        DocumentEntry("Kế hoạch", "12", "-KH/BTGTU", None),
    ),
    words=(
        WordEntry(WordKind.WORD, "giao ban báo chí"),
        WordEntry(WordKind.ABBREVIATION, "MTTQ", "Mặt trận Tổ quốc"),
    ),
)
OLD, NEW = date(2019, 4, 9), date(2026, 4, 9)
SEA = "Nghị quyết số 36-NQ/TW, ngày 22/10/2018 của Ban Chấp hành Trung ương về biển"
IT = "Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị về công nghệ thông tin"


def _texts(before: str, day: date | None = NEW) -> list[str]:
    return [one.text for one in offers(KNOWN, before, day)]


def _done(before: str, day: date | None = NEW) -> str:
    first = offers(KNOWN, before, day)[0]
    return before[: len(before) - first.length] + first.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("thực hiện NQ 36", f"thực hiện {SEA}"),
        ("thực hiện nq36", f"thực hiện {SEA}"),
        ("Nghị quyết số 36", SEA),
        ("theo Nghị quyết 36-NQ", f"theo {SEA}"),
        ("theo nghị quyết 36", f"theo n{SEA[1:]}"),
        ("theo nghi quyet 36", f"theo n{SEA[1:]}"),
        ("ND 30", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"),
        ("xem 30/2020", "xem Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư"),
        ("KH 12", "Kế hoạch số 12-KH/BTGTU"),
    ],
)
def test_a_type_and_a_number_become_the_whole_citation(before: str, after: str) -> None:
    assert _done(before) == after


def test_of_one_number_the_one_of_the_day_comes_first_and_the_short_form_last() -> None:
    assert _texts("NQ 36", OLD)[:3] == [SEA, IT, "Nghị quyết số 36-NQ/TW"]
    assert _texts("NQ 36", date(2016, 1, 1))[:2] == [IT, SEA]


def test_what_the_program_knows_itself_is_offered_too() -> None:
    assert "Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị" in _texts("CT 05")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("đồng chí Mẫ", "đồng chí Nguyễn Thị Mẫu – Phó Bí thư Tỉnh ủy"),
        ("đồng chí mau", "đồng chí Nguyễn Thị Mẫu – Phó Bí thư Tỉnh ủy"),
        ("đồng chí nguyen thi m", "đồng chí Nguyễn Thị Mẫu – Phó Bí thư Tỉnh ủy"),
        ("Thị Mẫu", "Nguyễn Thị Mẫu – Phó Bí thư Tỉnh ủy"),
        ("gian", "Giàng A Sình – Bí thư Tỉnh ủy"),
    ],
)
def test_a_name_or_its_beginning_becomes_the_name_with_the_title_of_that_day(before: str, after: str) -> None:
    assert _done(before) == after


def test_the_title_is_that_of_the_event_s_day_and_the_name_alone_can_be_had() -> None:
    assert _texts("mau", OLD) == ["Nguyễn Thị Mẫu – Trưởng ban Tuyên giáo Tỉnh ủy", "Nguyễn Thị Mẫu"]
    assert offers(KNOWN, "mau", date(2010, 1, 1)) == (Offer(3, "Nguyễn Thị Mẫu", "Phó Bí thư"),)
    assert _texts("nguyen th", OLD)[0].startswith("Nguyễn Thị Mẫu – Trưởng ban")


def test_a_short_name_becomes_the_body_of_that_day() -> None:
    assert _done("lãnh đạo btg", OLD) == "lãnh đạo Ban Tuyên giáo Tỉnh ủy"
    assert _done("lãnh đạo BTG") == "lãnh đạo Ban Tuyên giáo và Dân vận Tỉnh ủy"
    assert _done("Ban Tuyên giáo v") == "Ban Tuyên giáo và Dân vận Tỉnh ủy"


def test_words_of_the_house_are_ended_and_abbreviations_written_out() -> None:
    assert _done("họp giao ba") == "họp giao ban báo chí"
    assert _done("cán bộ mttq") == "cán bộ Mặt trận Tổ quốc"


@pytest.mark.parametrize(
    "before", ["", " ", "x", "có 36", "năm 2019", "abc xyz", "Nguyễn Thị Mẫu ", "“", "NQ 9999"]
)
def test_nothing_is_offered_where_nothing_fits(before: str) -> None:
    assert offers(KNOWN, before, NEW) == ()


def test_the_registers_are_read_in_one_question(cast: Cast) -> None:
    entries: tuple[Entry, ...] = (*KNOWN.people, *KNOWN.bodies, *KNOWN.documents, *KNOWN.words)
    for entry in entries:
        editing.add(cast.editor, entry)
    known = completion.known()
    assert [one.text for one in offers(known, "NQ 36", NEW)] == _texts("NQ 36")
    assert len(known.people) == 3
