"""`main.py check`: what is wrong, as sentences and as JSON; a forged approval is named and not exported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desk.acts import journal
from desk.database import store
from tests.engine import tamper
from tests.ui.terminal.running import run

Capture = pytest.CaptureFixture[str]
APPROVED_BY_ONE_UPDATE = (
    "UPDATE article SET stage = 'approved', approved_revision = revision, approved_sha256 = (SELECT sha256 FROM"
    " revision r WHERE r.article_id = article.id AND r.number = article.revision), approved_by_id = 4,"
    " approved_at = '2026-01-01T00:00:00.000+00:00' WHERE id = (SELECT max(id) FROM article)"
)


def _checked(capsys: Capture, folder: Path) -> tuple[int, list[dict[str, str]]]:
    code, out, _ = run(capsys, "check", "--json", "--data", folder)
    return code, json.loads(out)


def test_a_sound_desk_is_an_empty_list(filled: Path, capsys: Capture) -> None:
    assert _checked(capsys, filled) == (0, [])


def test_an_approval_that_nobody_gave_is_named_and_does_not_go_to_print(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    tamper(filled / "desk.sqlite", "UPDATE article SET stage = 'draft' WHERE id = 1", APPROVED_BY_ONE_UPDATE)
    code, found = _checked(capsys, filled)
    assert code == 1
    assert {(one["kind"], one["subject"]) for one in found} >= {("row", "article"), ("approval", "article")}
    assert all(set(one) == {"kind", "subject", "id", "text"} and all(one.values()) for one in found)
    out = tmp_path / "ra"
    code, _, err = run(capsys, "export", "4/2019", "--profile", "screen", "--out", out, "--data", filled)
    assert code == 1
    assert "duyệt" in err
    assert not list(out.rglob("*.pdf")) if out.exists() else True


def test_a_file_that_is_no_desk_is_named_too(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"kh\xc3\xb4ng ph\xe1\xba\xa3i" * 500)
    code, found = _checked(capsys, tmp_path)
    assert code == 1
    assert {one["kind"] for one in found} == {"file"}


def test_the_journal_is_held_against_a_code_on_paper(filled: Path, capsys: Capture) -> None:
    store.open_file(filled / "desk.sqlite", readonly=True)
    code = journal.code(journal.head())
    store.close_file()
    assert run(capsys, "check", "--code", code, "--data", filled)[0] == 0
    number, _, rest = code.partition("-")
    wrong = f"{number}-{rest[::-1]}"
    found, out, _ = run(capsys, "check", "--code", wrong, "--code", "mã", "--data", filled)
    assert found == 1
    assert wrong in out
