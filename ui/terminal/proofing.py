"""`proof` of the command line: what the proofreader would mark in texts, as words or as JSON."""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desk.errors import BadIntake, DeskError, IntakeFault
from desk.intake.files import take_in
from desk.os_errors import file_size, file_trouble
from desk.proofing.engine import proof_issue
from desk.proofing.finding import Finding
from desk.proofing.register import Register
from desk.text.blocks import body_text
from desk.text.decoding import letters
from ui.words import wording

Notify = Callable[[str], None]
_MOST_BYTES = 8 * 2**20
_ARTICLES = frozenset({".doc", ".docx", ".dotx", ".odt", ".rtf", ".pdf", ".html", ".htm"})


def proofread(wish: argparse.Namespace, notify: Notify, write: Notify) -> int:
    """Proofread files, several as articles of one issue; 0 when all could be read, whatever was found."""
    try:
        register = _register(wish.register)
    except (OSError, ValueError):
        notify(f"Không đọc được sổ tay {wish.register}: phải là một tệp JSON.")
        return 1
    told: list[dict[str, Any]] = []
    failed = False
    texts: dict[Path, str] = {}
    for path in wish.files:
        try:
            texts[path] = _text(path)
        except DeskError as error:
            failed = True
            notify(f"{path.name}: {wording.error(error)}")
    proofread = proof_issue([(path, text, wish.date) for path, text in texts.items()], register=register)
    for path, found in proofread.items():
        text = texts[path]
        file = {"file": str(path)} if len(wish.files) > 1 else {}
        told += [{**file, **_data(one)} for one in found]
        if not wish.json:
            for one in found:
                write(_line(path, text, one))
            notify(f"{path.name}: {len(found)} chỗ cần xem." if found else f"{path.name}: không thấy gì.")
    if wish.json:
        write(json.dumps(told, ensure_ascii=False, indent=2))
    return int(failed)


def _register(path: Path | None) -> Register:
    if path is None:
        return Register()
    data = json.loads(path.read_text(encoding="utf-8-sig"))
    if not isinstance(data, dict):
        raise ValueError(path)
    return Register.read(data)


def _text(path: Path) -> str:
    """Return a file's text in NFC, a paragraph a line; of a Word file the title, the lead and the body."""
    if path.suffix.lower() in _ARTICLES:
        taken = take_in(path).text
        return unicodedata.normalize(
            "NFC", "\n".join(filter(None, (taken.title, taken.lead, body_text(taken))))
        )
    try:
        if file_size(path) > _MOST_BYTES:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    return unicodedata.normalize("NFC", letters(data, path.name))


def _data(one: Finding) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "message": one.message,
        "suggestions": list(one.suggestions),
    }


def _line(path: Path, text: str, one: Finding) -> str:
    number = text.count("\n", 0, one.start) + 1
    shown = one.text if len(one.text) < 60 else f"{one.text[:57]}…"
    right = f" → {one.suggestions[0] or '(bỏ)'}" if one.suggestions else ""
    return f"{path.name}:{number}: {one.severity.value}: “{shown}”{right} – {one.message}"
