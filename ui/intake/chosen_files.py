"""Where files come from: a dialog, a folder, what was dropped, the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtWidgets import QWidget

from desk.intake.kinds import SUFFIXES
from ui.controls.file_dialogs import choose_file, choose_files, choose_folder

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp"))
_CALENDARS = frozenset((".ics", ".vcs"))
_KEY = "import/folder"
# What a person looks for; every kind of `SUFFIXES` stands in the first line.
_GROUPS = (
    ("Tệp Word", (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".rtf", ".odt", ".ott", ".fodt")),
    ("Trang web, văn bản thường", (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".txt", ".text")),
    ("Thư", (".eml", ".msg")),
    ("PDF", (".pdf",)),
    ("Tệp nén", (".zip",)),
)


def choose_sources(parent: QWidget | None) -> list[Path]:
    """Ask for files to take in."""
    return choose_files(parent, _tr("Nhập bài"), _KEY, filters())


def choose_source_folder(parent: QWidget | None) -> list[Path]:
    """Ask for a folder to take in whole; nothing when the person steps back."""
    folder = choose_folder(parent, _tr("Nhập cả thư mục"), _KEY)
    return [] if folder is None else [folder]


def choose_photo(parent: QWidget | None) -> Path | None:
    """Ask for the photograph of a caption."""
    kinds = f"{_tr('Ảnh')} ({_stars(sorted(PICTURES))})"
    return choose_file(parent, _tr("Chọn ảnh cho chú thích"), "import/photos", kinds)


def filters() -> str:
    """Return the kinds of files that a person may choose among, in Qt's form."""
    lines = [f"{_tr('Mọi loại bài')} ({_stars(sorted(SUFFIXES))})"]
    lines += [f"{_tr(words)} ({_stars(endings)})" for words, endings in _GROUPS]
    return ";;".join([*lines, f"{_tr('Mọi tệp')} (*)"])


def files_of(mime: QMimeData | None) -> list[Path]:
    """Return the files and folders of this machine that were dropped or copied."""
    urls = mime.urls() if mime is not None else []  # an empty clipboard has none
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile() and url.toLocalFile()]


def are_pictures(files: list[Path]) -> bool:
    """Say whether all of these are pictures, by their names."""
    return bool(files) and all(path.suffix.lower() in PICTURES for path in files)


def is_calendar(path: Path) -> bool:
    """Say whether a file is a calendar, by its name: it is no article, the calendar takes it in."""
    return path.suffix.lower() in _CALENDARS


def _stars(endings: list[str] | tuple[str, ...]) -> str:
    return " ".join(f"*{ending}" for ending in endings)


def _tr(words: str) -> str:
    return QCoreApplication.translate("chosen_files", words)
