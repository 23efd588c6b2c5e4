"""Refusals, troubles and doubts in words."""

from __future__ import annotations

import pytest

from desk import clock, errors
from desk.acts.rules import Act
from desk.errors import DeskError, FileTrouble, Stale, Trouble
from desk.integrity.database import CheckResult, Finding
from ui.words import faults, whys, wording


def test_every_refusal_has_its_sentence() -> None:

    made: dict[type[DeskError], DeskError] = {
        errors.Missing: errors.Missing("article"),
        Stale: Stale("An", Act.APPROVE.value, clock.now()),
        errors.Denied: errors.Denied(errors.Why.ROLE),
        errors.NotNow: errors.NotNow(errors.Why.NOTE),
        errors.Unmet: errors.Unmet((("title", ""), ("", "Đã soát")), "Giao ban"),
        errors.BadPassword: errors.BadPassword(4),
        errors.FileTrouble: errors.FileTrouble(errors.Trouble.FULL),
        errors.BadBackup: errors.BadBackup(errors.BackupFault.TAMPERED, "a.sqlite"),
        errors.BadArchive: errors.BadArchive(next(iter(errors.ArchiveFault)), "kho.json"),
        errors.BadPicture: errors.BadPicture(errors.PictureFault.EMPTY, "a.jpg"),
        errors.BadIntake: errors.BadIntake(errors.IntakeFault.EMPTY, "a.txt"),
        errors.PressFailed: errors.PressFailed("x"),
        errors.BadRule: errors.BadRule(errors.RuleFault.NEVER),
        errors.Broken: errors.Broken(),
        errors.Cancelled: errors.Cancelled(),
    }
    assert set(made) == set(DeskError.__subclasses__())
    for error in made.values():
        sentence = wording.error(error)
        assert sentence.endswith((".", ")", ": x")), sentence
        assert "{" not in sentence
    assert "{" not in wording.finding(CheckResult(Finding.JOURNAL, "7", "ALTERED"))


def test_a_file_in_trouble_is_named_where_that_helps() -> None:
    assert all("{path}" in words for words in faults.TROUBLES_AT.values())
    for kind in Trouble:
        plain, named = wording.error(FileTrouble(kind)), wording.error(FileTrouble(kind, "bài.docx"))
        assert "{" not in plain + named
        assert ("bài.docx" in named) == (kind in faults.TROUBLES_AT), kind


def test_a_fault_of_the_journal_is_said_and_another_detail_stands_as_it_is() -> None:
    assert wording.finding(CheckResult(Finding.JOURNAL, "7", "ALTERED")) == "Nhật ký, mục 7: bị sửa"
    other = wording.finding(CheckResult(Finding.JOURNAL, "7", "lạ"))
    assert other == "Nhật ký, mục 7: lạ"


@pytest.mark.parametrize(
    "table", [whys.WHYS, faults.TROUBLES, faults.PICTURES, faults.INTAKES, faults.RULE_FAULTS]
)
def test_a_sentence_begins_large_and_never_shouts(table: dict[object, str]) -> None:
    for kind, words in table.items():
        assert words[:1] in "{“" or words[:1].isupper(), kind
        assert words.endswith((".", "}")), kind
        assert "!" not in words


def test_a_sign_that_the_press_lacks_is_said_in_vietnamese() -> None:
    said = wording.error(errors.PressFailed("PDF/A-2b error: the text …", "😀"))
    assert said.startswith("Chữ in không có “😀”.")
    assert "error" not in said
