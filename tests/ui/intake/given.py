"""Real files for Nhập bài: Word files, copied web pages written to text files, entries read of them."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path

import docx as python_docx
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget

from desk.acts.rules import Stage
from desk.articles.duplicates import SimilarRow
from desk.department import sections
from desk.errors import BadIntake, IntakeFault
from desk.intake.kinds import FileKind
from desk.intake.sources import read_one, read_source
from desk.paths import ROOT
from ui.intake.entry import Entry, entry_of, refused_entry
from ui.intake.import_dialog import ImportDialog
from ui.intake.pictures import Pictures
from ui.session.session import Session

_INTAKE = ROOT / "tests" / "files" / "intake"
PICTURED = _INTAKE / "docx" / "ket-nap.docx"  # a letterhead, a title of two lines, a picture with its caption
TRACKED = _INTAKE / "docx" / "co-sua.docx"  # eight tracked changes, no date
LOCKED = _INTAKE / "docx" / "mat-khau.docx"  # it has a password
# Copied pages: nothing doubtful; a doubtful caption; no lead and a doubtful caption; the lead said twice.
CLEAN, CAPTION, NO_LEAD, REPEATED = "a03", "a07", "a01", "a09"
CLEAN_TOO = ("a05", "a13", "a19", "a21")


def page(folder: Path, which: str) -> Path:
    """Write a copied page to a file, and return it."""
    path = folder / f"bài {which}.txt"
    path.write_text(_words(which), encoding="utf-8")
    return path


def heavy(folder: Path) -> Path:
    """Write a Word file with a photograph that is sent after its words, and return it."""
    document = python_docx.Document()
    document.add_paragraph("Huyện Nậm Lư ra quân làm thủy lợi")
    document.add_paragraph("Sáng 12/10, huyện Nậm Lư tổ chức lễ ra quân, nạo vét mương cho vụ đông xuân.")
    photograph = BytesIO()
    Image.effect_noise((1200, 800), 90).save(photograph, "JPEG", quality=95)
    document.add_picture(photograph)
    path = folder / "bài nặng.docx"
    document.save(str(path))
    return path


def story(folder: Path, number: int) -> Path:
    """Write an article in which nothing is doubtful, with words of its own, to a file."""
    path = folder / f"tin {number}.txt"
    lines = [
        _own_words(line, number) if len(line) > 100 else line for line in _words(CLEAN_TOO[0]).splitlines()
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _own_words(line: str, number: int) -> str:
    words = line.split()
    return " ".join(f"{word} số{number}" if at % 3 == 2 and at > 4 else word for at, word in enumerate(words))


def page_entry(which: str) -> Entry:
    """Read a copied page."""
    made = entry_of(read_one(_words(which).encode(), f"bài {which}.txt", FileKind.TEXT))
    made.compared = True
    return made


def _words(which: str) -> str:
    for line in (_INTAKE / "web" / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["id"] == which:
            return str(case["text"])
    raise KeyError(which)


def entry(path: Path) -> Entry:
    """Read a file's one entry, in this process."""
    (source,) = read_source(path)
    made = entry_of(source)
    made.compared = True
    return made


def carried(*paths: Path) -> QMimeData:
    """Return what Explorer puts on the clipboard, or drags, for these files."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def like(article_id: int, title: str) -> SimilarRow:
    """Return an article of the desk that has nearly the same words."""
    return SimilarRow(article_id, title, Stage.DRAFT, date(2024, 5, 12), 0.97)


def dialog(over: QWidget | None, session: Session) -> ImportDialog:
    """Make the dialog as it stands when a list was read: changes, a doubt, an article like one that is there."""
    made = ImportDialog(over, Pictures(session.client, session))
    made.show_sections(sections.listing())
    entries = [entry(PICTURED), entry(TRACKED), page_entry(NO_LEAD), page_entry(REPEATED)]
    entries[0].similar = [like(1, "Hội nghị trực tuyến sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW")]
    locked = refused_entry(LOCKED.name, BadIntake(IntakeFault.ENCRYPTED, LOCKED.name))
    made.show_reading(5, 12, reading=True)
    made.add([*entries, locked])
    return made
