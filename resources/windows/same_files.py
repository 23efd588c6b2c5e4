"""Compares two tours: python same_files.py ONE OTHER; 1 when another file differs than may.

Byte by byte; a file in which a code of the journal or of a revision is printed, another in every run, by what it says
but for that. The pictures of the screen are left out: each system draws letters in its own way.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader

# What holds ids that are drawn anew with every run, or settings of the machine.
OTHERWISE = {"desk.sqlite", "giao-dien.ini", "lich.ics", "manifest.json"}
_BACKUPS = "sao-luu"  # named by the clock of the machine
_CODE = re.compile(rb"\d+(?:-[0-9a-f]{4}){4}|\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")


def main(one: Path, other: Path) -> int:
    """Say what differs, last how much is the same."""
    names = {path.relative_to(root) for root in (one, other) for path in root.rglob("*") if path.is_file()}
    names = {name for name in names if not (name.suffix == ".png" and name.parent == Path())}
    same, coded, faults = 0, 0, 0
    for name in sorted(names):
        if not ((one / name).exists() and (other / name).exists()):
            state = "only in one"
        elif (one / name).read_bytes() == (other / name).read_bytes():
            same += 1
            continue
        elif said(one / name) == said(other / name):
            coded += 1
            continue
        else:
            state = "differs"
        may = name.name in OTHERWISE or _BACKUPS in name.parts
        faults += not may
        sys.stdout.write(f"{name.as_posix()}: {state}{', as it may' if may else ''}\n")
    sys.stdout.write(
        f"{same} of {len(names)} files are the same byte by byte, {coded} but for a printed code\n"
    )
    return 1 if faults else 0


def said(path: Path) -> object:
    """Return what a file says but for the codes in it: words and sizes of pages, parts of a Word file, lines."""
    if path.suffix == ".pdf":
        pages = PdfReader(path).pages
        return [(_without(page.extract_text().encode()), tuple(map(float, page.mediabox))) for page in pages]
    if path.suffix == ".docx":
        with ZipFile(path) as parts:
            return {name: _without(parts.read(name)) for name in parts.namelist()}
    return _without(path.read_bytes())


def _without(words: bytes) -> bytes:
    return _CODE.sub(b"CODE", words)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
