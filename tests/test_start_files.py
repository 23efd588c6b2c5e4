"""The files that somebody starts with before anything else works: how they are written, and what they name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
import unicodedata
from pathlib import Path

import pytest

from desk.paths import ROOT

BAT, SH = ROOT / "start.bat", ROOT / "start.sh"
WINDOWS = ROOT / "resources" / "windows"
SCRIPTS = [SH, *sorted(WINDOWS.glob("*.sh"))]


def test_windows_reads_crlf_and_utf8_only_once_it_was_told() -> None:
    """Its cmd misses labels between bare LF, and reads letters in the code page of the moment."""
    data = BAT.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    told, _, _ = text.partition("chcp 65001")
    assert told.isascii()
    assert all(
        line.isascii() for line in text.splitlines() if "echo" not in line and "call :install" not in line
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_lf_and_may_be_run(script: Path) -> None:
    data = script.read_bytes()
    assert b"\r" not in data
    assert unicodedata.is_normalized("NFC", data.decode("utf-8"))
    if script.name != "wine.sh":  # sourced
        assert data.startswith(b"#!/usr/bin/env bash\n")
        assert os.name == "nt" or os.access(script, os.X_OK)
    if os.name != "nt":
        subprocess.run(["bash", "-n", str(script)], check=True)


def test_every_label_is_there() -> None:
    text = BAT.read_text("utf-8")
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"(?:goto|call) :(\w+)", text)) == labels


def test_no_bracket_ends_a_block_too_early() -> None:
    """In cmd a bracket within a block closes it, wherever in a line it stands, unless it is quoted."""
    depth = 0
    for line in BAT.read_text("utf-8").splitlines():
        bare = re.sub(r'"[^"]*"', "", line).strip()
        if bare == ")":
            depth -= 1
        elif bare.endswith("("):
            depth += 1
        elif depth:
            assert "(" not in bare, line
            assert ")" not in bare, line
    assert depth == 0


def test_both_take_the_pythons_of_the_project() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"]
    low, high = (int(minor) for minor in re.findall(r"3\.(\d+)", wanted))
    tried = {f"3.{minor}" for minor in range(low, high)}
    for text in (BAT.read_text("utf-8"), SH.read_text("utf-8")):
        assert f"(3, {low}) <= sys.version_info < (3, {high})" in text
        assert f"từ 3.{low} đến 3.{high - 1}" in text
        assert tried <= set(re.findall(r"\b(3\.\d\d)\b", text.replace("python3", " 3")))


def test_tools_of_development_are_for_those_who_test() -> None:
    for text in (BAT.read_text("utf-8"), SH.read_text("utf-8")):
        for line in text.splitlines():
            if "requirements-test.lock" in line:
                assert '"test"' in line or "test | bench" in line or '"bench"' in line


@pytest.mark.skipif(os.name == "nt", reason="start.sh is for Debian")
def test_out_of_an_archive_alone_it_says_so(tmp_path: Path) -> None:
    shutil.copy(SH, tmp_path)
    done = subprocess.run(
        ["bash", str(tmp_path / "start.sh")], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert "giải nén cả tệp nén" in done.stdout


def test_the_setup_speaks_composed_vietnamese_and_both_builds_share_it() -> None:
    for path in [WINDOWS / "banbientap.nsi", *sorted((WINDOWS / "language").iterdir())]:
        text = path.read_bytes().decode("utf-8-sig")
        assert unicodedata.is_normalized("NFC", text), path
        assert "tập tin" not in text, path
    for build in ("build.sh", "build.ps1"):
        text = (WINDOWS / build).read_text("utf-8")
        assert "banbientap.spec" in text
        assert "banbientap.nsi" in text
        assert 'version = "' in text  # read from pyproject.toml
        assert not re.search(r"\b\d+\.\d+\.\d+-(?:setup|portable)", text)


def test_the_icon_has_every_size() -> None:
    data = (WINDOWS / "banbientap.ico").read_bytes()
    assert data[:4] == b"\x00\x00\x01\x00"
    sides = [data[6 + 16 * place] or 256 for place in range(data[4])]
    assert sides == [16, 20, 24, 32, 40, 48, 64, 96, 128, 256]
