"""What the proofreader is given of the registers."""

from __future__ import annotations

from datetime import date

from desk.database import connection
from desk.proofing.finding import Severity
from desk.proofing.register import Body, Document, Held
from desk.registers import editing
from desk.registers.entries import WordEntry, WordKind
from desk.registers.reading import register
from tests.desk.registers.filled import ENTRIES
from tests.making import Cast


def test_everything_of_the_registers_is_in_it(cast: Cast) -> None:
    for entry in (*ENTRIES, WordEntry(WordKind.WORD, "Mường Thà")):
        editing.add(cast.editor, entry)
    editing.set_rule(cast.editor, "typography.dash", "gợi ý")
    editing.set_rule(cast.editor, "capital.common", "off")
    with connection.reading():
        known = register()
        assert register() is known
    assert known.people == ("Nguyễn Thị Mẫu",)
    mau, body = "Nguyễn Thị Mẫu", "Ban Tuyên giáo Tỉnh ủy"
    assert known.held == (
        Held(mau, "Trưởng ban Tuyên giáo Tỉnh ủy", date(2016, 1, 1), date(2019, 12, 31), body, 1),
        Held(mau, "Phó Bí thư Tỉnh ủy", date(2020, 1, 1), None, "Tỉnh ủy"),
    )
    assert known.bodies == (
        Body("Ban Tuyên giáo và Dân vận Tỉnh ủy", "BTGDV", date(2025, 2, 1), None, "Ban Tuyên giáo Tỉnh ủy"),
    )
    assert known.documents == (Document("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị"),)
    assert known.words == {"mường thà"}
    assert known.abbreviations == {"TGTU", "BTGDV"}
    assert known.off == {"capital.common"}
    assert known.severities == {"typography.dash": Severity.HINT}


def test_on_a_day_only_the_titles_and_bodies_of_that_day(cast: Cast) -> None:
    for entry in ENTRIES:
        editing.add(cast.editor, entry)
    old = register(date(2019, 4, 9))
    assert [one.title for one in old.held] == ["Trưởng ban Tuyên giáo Tỉnh ủy"]
    assert old.bodies == ()
    assert [one.title for one in register(date(2026, 1, 1)).held] == ["Phó Bí thư Tỉnh ủy"]
