"""Trợ giúp → Giới thiệu: name, version, what the program is made of and under which licences, to be copied."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from desk.database import engine
from desk.version import version
from ui.controls.form_dialog import FormDialog
from ui.look.kept_size import keep_least_height
from ui.look.text_size import px

_LICENCES = (
    ("Chương trình", "MIT"),
    ("PySide6, Qt", "LGPL-3.0"),
    ("Python", "PSF-2.0"),
    ("SQLite", "thuộc sở hữu công cộng"),
    ("APSW", "OSI, any"),
    ("typst", "Apache-2.0"),
    ("pypdfium2, PDFium", "Apache-2.0, BSD-3-Clause"),
    ("lxml, pypdf, olefile, icalendar", "BSD"),
    ("peewee, python-docx, nh3", "MIT"),
    ("python-dateutil", "Apache-2.0, BSD-3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("tzdata", "Apache-2.0"),
    ("Phông chữ Tinos, Be Vietnam Pro", "OFL-1.1"),
    ("Phông chữ Desk Signs (từ DejaVu Sans)", "Bitstream Vera"),
    ("Biểu tượng Tabler", "MIT"),
)


class AboutDialog(FormDialog):
    """What one is asked for when one asks for help."""

    def __init__(self, parent: QWidget | None) -> None:
        told = f"Phiên bản {version()}. Bản tin Thông báo nội bộ, từ bài viết đến bản in."
        super().__init__(parent, "Bàn biên tập", told, accept=self.tr("Đóng"))
        self.setMinimumWidth(px(520))
        self.facts = QPlainTextEdit(facts())
        self.facts.setReadOnly(True)
        self.facts.setAccessibleName(self.tr("Phiên bản và giấy phép"))
        keep_least_height(self.facts, 280)
        self.body.addWidget(self.facts, 1)
        copy = QPushButton(self.tr("Sao chép"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.facts.toPlainText()))
        self.buttons.addButton(copy, self.buttons.ButtonRole.ActionRole)
        self.buttons.button(self.buttons.StandardButton.Cancel).hide()


def facts() -> str:
    """Return versions and licences, a line each."""
    versions = (
        ("Bàn biên tập", version()),
        engine.library(),
        ("Qt", PySide6.__version__),
        ("Python", platform.python_version()),
    )
    lines = [f"{name} {number}" for name, number in versions]
    return "\n".join([*lines, "", "Giấy phép", *(f"{name}: {licence}" for name, licence in _LICENCES)])
