"""What the office keeps."""

from __future__ import annotations

from desk.proofing.engine import proof
from desk.proofing.register import Register


def test_a_register_of_another_form_knows_nothing() -> None:
    assert Register.read({"people": 3, "rules": [], "documents": [{"date": "x"}, 5]}).people == ()


def test_rules_off_names_and_words_are_heard() -> None:
    text = "Huyện đã họp , rồi lập HTX."
    assert proof(text, register={"rules": {"typography": "off"}, "abbreviations": ["HTX"]}) == ()
    assert [
        one.text for one in proof("Ông Trần Đức Thuẫn dự.", register={"people": [{"name": "Trần Đức Thuần"}]})
    ] == ["Thuẫn"]
