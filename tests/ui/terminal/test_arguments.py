"""The grammar of the command line."""

from __future__ import annotations

import pytest

from tests.ui.terminal.running import Capture, run


@pytest.mark.parametrize(
    "arguments",
    [
        ("bay",),
        ("show",),
        ("show", "một"),
        ("export", "4-2019", "--out", "x"),
        ("export", "4/2019", "--format", "exe", "--out", "x"),
        ("export", "4/2019"),
        ("export", "4/2019", "--profile", "fax", "--out", "x"),
        ("verify",),
        ("import", "x.txt"),
        ("search",),
    ],
)
def test_misuse_is_code_2_in_vietnamese(arguments: tuple[str, ...], capsys: Capture) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "cách dùng:" in err
    assert "Lệnh chưa đúng" in err
    assert "invalid" not in err
    assert "required" not in err
