"""What the office keeps."""

from __future__ import annotations

from datetime import date

from desk.proofing.engine import proof
from desk.proofing.finding import Finding, Severity
from desk.proofing.register import Body, Held, Register


def test_a_register_of_another_form_knows_nothing() -> None:
    assert Register.read({"people": 3, "rules": [], "documents": [{"date": "x"}, 5]}).people == ()


def test_rules_off_names_and_words_are_heard() -> None:
    text = "Huyện đã họp , rồi lập HTX."
    assert proof(text, register={"rules": {"typography": "off"}, "abbreviations": ["HTX"]}) == ()
    assert [
        one.text for one in proof("Ông Trần Đức Thuẫn dự.", register={"people": [{"name": "Trần Đức Thuần"}]})
    ] == ["Thuẫn"]


def test_titles_bodies_and_severities_are_read_and_what_has_another_form_is_passed_over() -> None:
    known = Register.read(
        {
            "people": [
                {
                    "name": "Lò Thị Én",
                    "titles": [{"title": "Bí thư Tỉnh ủy", "from": "2020-01-01", "rank": 1}, 3],
                },
                {"name": 5, "titles": [{"title": "Bí thư"}]},
                {"name": "An", "titles": [{"to": "2020-01-01"}]},
            ],
            "bodies": [
                {"name": "Ban Dân vận", "short": "BDV", "to": "2025-01-31", "predecessor": "Ban A"},
                "x",
            ],
            "rules": {
                "date.weekday": "gợi ý",
                "number": "nên xem",
                "typography": "off",
                "people": "loud",
                "x": [],
            },
        }
    )
    assert known.held == (Held("Lò Thị Én", "Bí thư Tỉnh ủy", date(2020, 1, 1), None, "", 1),)
    assert known.bodies == (Body("Ban Dân vận", "BDV", None, date(2025, 1, 31), "Ban A"),)
    assert known.severities == {"date.weekday": Severity.HINT, "number": Severity.LOOK}
    assert known.off == {"typography"}
    found = Finding("date.weekday", Severity.WRONG, 0, 3, "Thứ", "")
    assert known.graded(found).severity is Severity.HINT
    assert known.graded(Finding("number.sum", Severity.WRONG, 0, 1, "5", "")).severity is Severity.LOOK
    assert known.graded(Finding("people.case", Severity.WRONG, 0, 1, "a", "")).severity is Severity.WRONG
