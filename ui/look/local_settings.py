"""What belongs to this machine and person, not to the desk: window places, scheme, last folder (QSettings)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from ui.look import text_size
from ui.look.style import Scheme

_store: QSettings | None = None


def use(folder: Path) -> None:
    """Keep the settings in `giao-dien.ini` in the desk's folder; strings and numbers only, nothing pickled."""
    global _store
    _store = QSettings(str(folder / "giao-dien.ini"), QSettings.Format.IniFormat)


def read(key: str, otherwise: str = "") -> str:
    """Return a stored string."""
    value = _store.value(key, otherwise) if _store is not None else otherwise
    return str(value) if value is not None else otherwise


def read_number(key: str) -> int:
    """Return a stored whole number, 0 when there is none or it is damaged."""
    stored = read(key, "0")
    return int(stored) if stored.isdecimal() else 0


def read_folder(key: str) -> str:
    """Return the folder that one chose last for something, the person's documents before the first time."""
    return read(key) or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def read_scheme() -> Scheme:
    """Return the scheme last worn; the system's when none is stored or the word is damaged."""
    stored = read("look/scheme")
    return next((scheme for scheme in Scheme if scheme.value == stored), Scheme.SYSTEM)


def read_text_size() -> int:
    """Return the size of words last chosen, in per cent; 100 when none is stored or it is damaged."""
    stored = read_number("look/text")
    return stored if stored in text_size.CHOICES else 100


def write(key: str, value: str) -> None:
    """Store a string."""
    if _store is not None:
        _store.setValue(key, value)


def read_bytes(key: str) -> QByteArray:
    """Return stored geometry, empty when there is none."""
    return QByteArray.fromBase64(read(key).encode("ascii"))


def write_bytes(key: str, value: QByteArray) -> None:
    """Store geometry."""
    write(key, bytes(value.toBase64().data()).decode("ascii"))
