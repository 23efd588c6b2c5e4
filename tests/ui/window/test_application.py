"""The application before there is a desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.look import local_settings, style
from ui.look.style import Scheme
from ui.window import application


def test_the_log_lies_in_the_desks_folder_or_where_it_can(tmp_path: Path) -> None:
    assert application.log_folder(tmp_path) == tmp_path / "log"
    assert (tmp_path / "log" / "desk.log").is_file()
    (tmp_path / "tệp").write_text("không phải thư mục", encoding="utf-8")
    assert application.log_folder(tmp_path / "tệp") != tmp_path / "tệp" / "log"


def test_it_wears_what_this_machine_last_wore(tmp_path: Path) -> None:
    local_settings.use(tmp_path)
    local_settings.write("look/scheme", Scheme.DARK.value)
    application.dress(tmp_path)
    assert style.look().scheme is Scheme.DARK


@pytest.mark.parametrize(("display", "seen"), [("", False), (":0", True)])
def test_a_screen_is_known_by_what_the_system_says(
    monkeypatch: pytest.MonkeyPatch, display: str, seen: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    assert application.has_screen() is seen
