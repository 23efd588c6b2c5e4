"""The parts of a Word file and where their ids lead."""

from __future__ import annotations

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.word.package import Relation, WordPackage
from tests.desk.intake.word.making import docx, paragraph, part, relations, zipped


def test_ids_lead_to_parts_and_out_of_the_file() -> None:
    data = docx(
        paragraph("a"),
        {"media/1.png": b"1"},
        ("a", "image", "/word/media/1.png", False),
        ("b", "image", "../word/media/1.png", False),
        ("c", "hyperlink", "https://dang.example/?a=1&amp;b", True),
    )
    known = WordPackage(data, "a").main.relations
    assert (known["a"].target, known["b"].target) == ("word/media/1.png", "word/media/1.png")
    assert known["c"] == Relation("hyperlink", "https://dang.example/?a=1&b", external=True)


def test_the_text_may_have_another_name() -> None:
    data = zipped(
        {
            "_rels/.rels": relations(("r", "officeDocument", "/Word/Bai.xml", False)),
            "word/bai.xml": part("document", "<w:body/>"),
        }
    )
    package = WordPackage(data, "a")
    assert b"body" in package.text()
    assert package.named("styles") is None


def test_a_part_that_is_named_but_not_there_is_none() -> None:
    data = docx("", None, ("s", "styles", "styles.xml", False))
    assert WordPackage(data, "a").named("styles") is None


def test_another_programs_package_is_no_word_file() -> None:
    for files in ({"content.xml": "<a/>"}, {"word/document.xml": "<a/>"}):
        with pytest.raises(BadIntake) as refused:
            WordPackage(zipped(files), "a").text()
        assert refused.value.fault is IntakeFault.UNKNOWN_KIND
