"""What opens a window, on which desk and with which files, and what is left to the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from desk.paths import DESK_FILE, data_folder, sample_folder
from main import Start, window_start

HERE = Path(__file__).resolve()


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], Start(data_folder())),
        (["--data", str(HERE.parent)], Start(HERE.parent)),
        ([f"--data={HERE.parent}"], Start(HERE.parent)),
        (["sample"], Start(sample_folder())),
        (["open", str(HERE)], Start(data_folder(), (HERE,))),
        (["open", "--data", str(HERE.parent), str(HERE)], Start(HERE.parent, (HERE,))),
    ],
)
def test_a_window_is_wanted(arguments: list[str], wanted: Start) -> None:
    assert window_start(arguments) == wanted


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["--data", "x", "check"],
        ["open"],
        ["open", "--help"],
        ["--data"],
        ["sample", "--help"],
        [str(HERE)],
    ],
)
def test_a_verb_is_wanted(arguments: list[str]) -> None:
    assert window_start(arguments) is None


def test_the_sample_desk_is_made_once(tmp_path: Path) -> None:
    (tmp_path / DESK_FILE).write_bytes(b"there")
    main.make_sample(tmp_path)
    assert (tmp_path / DESK_FILE).read_bytes() == b"there"
