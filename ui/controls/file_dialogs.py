"""Dialogs that ask for files and folders: each begins in Documents, then where one was last for the same thing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.look import local_settings


def choose_files(parent: QWidget | None, title: str, key: str, kinds: str = "") -> list[Path]:
    """Ask for files; `kinds` are Qt's filters, `key` names the thing whose folder is remembered."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, local_settings.read_folder(key), kinds)
    return [_remembered(path, key) for path in chosen]


def choose_file(parent: QWidget | None, title: str, key: str, kinds: str = "") -> Path | None:
    """Ask for one file; None when the person steps back."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, local_settings.read_folder(key), kinds)
    return _remembered(chosen, key) if chosen else None


def choose_new_file(parent: QWidget | None, title: str, key: str, name: str, kinds: str) -> Path | None:
    """Ask where a file of this name is to be written; None when the person steps back."""
    proposed = str(Path(local_settings.read_folder(key)) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, proposed, kinds)
    return _remembered(chosen, key) if chosen else None


def choose_folder(parent: QWidget | None, title: str, key: str, begin: str = "") -> Path | None:
    """Ask for a folder, beginning in `begin` if it is named; None when the person steps back."""
    chosen = QFileDialog.getExistingDirectory(parent, title, begin or local_settings.read_folder(key))
    if not chosen:
        return None
    local_settings.write(key, chosen)
    return Path(chosen)


def _remembered(chosen: str, key: str) -> Path:
    path = Path(chosen)
    local_settings.write(key, str(path.parent))
    return path
