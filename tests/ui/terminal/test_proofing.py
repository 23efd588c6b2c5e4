"""The verb `proof`: files proofread on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.ui.terminal.running import Capture, run


def test_json_has_places_in_the_nfc_text(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "bài.txt"
    file.write_text("Hội nghị\nSự lảnh đạo của Đảng ủy xã.", encoding="utf-8")
    code, out, err = run(capsys, "proof", file, "--json", "--date", "2025-04-15")
    (one,) = json.loads(out)
    assert (code, err) == (0, "")
    assert list(one) == ["rule", "severity", "start", "end", "text", "message", "suggestions"]
    assert (one["start"], one["end"], one["text"], one["suggestions"][0]) == (12, 16, "lảnh", "lãnh")


def test_words_and_several_files(tmp_path: Path, capsys: Capture) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("Hội nghị đã họp.", encoding="utf-8")
    bad.write_text("Hội nghị đã họp , rồi nghỉ.", encoding="utf-8")
    code, out, err = run(capsys, "proof", good, bad)
    assert code == 0
    assert out.startswith("b.txt:1: sai:")
    assert "a.txt: không thấy gì." in err
    code, out, _ = run(capsys, "proof", good, bad, tmp_path / "không có.txt", "--json")
    assert code == 1
    assert [Path(one["file"]).name for one in json.loads(out)] == ["b.txt"]


def test_a_register_silences_and_a_broken_one_is_refused(tmp_path: Path, capsys: Capture) -> None:
    file, register = tmp_path / "b.txt", tmp_path / "so tay.json"
    file.write_text("Hội nghị đã họp , rồi nghỉ.", encoding="utf-8")
    register.write_text('{"rules": {"typography": "off"}}', encoding="utf-8")
    assert json.loads(run(capsys, "proof", file, "--json", "--register", register)[1]) == []
    register.write_text("[1", encoding="utf-8")
    assert run(capsys, "proof", file, "--register", register)[0] == 1


def test_several_files_are_one_issue(tmp_path: Path, capsys: Capture) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Đồng chí Trần Văn Sính dự hội nghị.", encoding="utf-8")
    second.write_text("Đồng chí Trần Văn Xính trao quà.", encoding="utf-8")
    (one,) = json.loads(run(capsys, "proof", first, second, "--json")[1])
    assert (one["rule"], one["text"], one["suggestions"]) == (
        "issue.name",
        "Trần Văn Xính",
        ["Trần Văn Sính"],
    )
