"""Of a file that cannot be opened `check` says what is wrong with it, not only which file it is."""

from __future__ import annotations

import json
from pathlib import Path

from tests.engine import drop_table
from tests.ui.terminal.running import Capture, run

_HEADER = "Tệp dữ liệu hỏng: phần đầu tệp không phải của một cơ sở dữ liệu: tệp khác loại, hoặc bị ghi đè"


def test_what_is_wrong_is_said_in_words_and_as_json(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "desk.sqlite").write_bytes(b"kh\xc3\xb4ng ph\xe1\xba\xa3i" * 500)
    code, out, err = run(capsys, "check", "--data", tmp_path)
    assert (code, out) == (1, f"{_HEADER}\n")
    assert err
    code, out, _ = run(capsys, "check", "--json", "--data", tmp_path)
    assert [one["text"] for one in json.loads(out)][1:] == [_HEADER]


def test_a_table_that_is_missing_is_named(filled: Path, capsys: Capture) -> None:
    drop_table(filled / "desk.sqlite", "placement")
    code, out, _ = run(capsys, "check", "--data", filled)
    assert code == 1
    assert "placement" in out
