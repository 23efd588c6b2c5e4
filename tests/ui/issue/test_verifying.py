"""Whether a file or folder is what was released, from choosing it to the verdict."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desk.export import write_files
from desk.issues import releases
from tests.making import Cast
from tests.ui.modal import answer
from ui.issue.verify_dialog import VerifyDialog
from ui.issue.verifying import Verifying
from ui.session.page import Page
from ui.session.session import Session

pytestmark = pytest.mark.usefixtures("released")


class Bench:
    """A page at which files are checked: what its quiet bar said, and the dialogs that came."""

    def __init__(self, page: Page) -> None:
        self.verifying = Verifying(page)
        self.said: list[tuple[str, str]] = []
        page.session.said.connect(lambda text, kind, *_: self.said.append((text, kind)))

    def verdict(self, qtbot: QtBot, act: Callable[[], object]) -> VerifyDialog:
        """Do something after which a verdict comes; return its dialog."""
        met: list[VerifyDialog] = []

        def look(dialog: VerifyDialog) -> None:
            met.append(dialog)
            dialog.hide()

        answer(VerifyDialog, look)
        act()
        qtbot.waitUntil(lambda: bool(met))
        return met[0]


@pytest.fixture
def bench(qtbot: QtBot, cast: Cast, session_of: Callable[[int], Session]) -> Bench:
    page = Page(session_of(cast.secretary))
    qtbot.addWidget(page)
    page.show()
    return Bench(page)


@pytest.fixture
def folder(cast: Cast, tmp_path: Path) -> Path:
    """The released issue's files, written out."""
    return write_files.write_new_folder(releases.files(1), tmp_path, "phát hành")


def test_a_folder_and_its_files_are_what_was_released(
    qtbot: QtBot, bench: Bench, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    whole = bench.verdict(qtbot, bench.verifying.choose_folder)
    assert whole.sentence.startswith("“phát hành” đúng là số 4/2019 đã phát hành (lần 1)")
    pdf = next(folder.glob("*-in.pdf"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pdf), ""))
    one = bench.verdict(qtbot, bench.verifying.choose_file)
    assert one.sentence.startswith(f"“{pdf.name}” đúng là số 4/2019")
    assert [line.text() for line in one.lines] == [pdf.name, "Bài một", "Bài hai"]
    assert bench.said == []  # nothing of it had to be read


def test_a_changed_pdf_is_read_and_its_words_compared(qtbot: QtBot, bench: Bench, folder: Path) -> None:
    pdf = next(folder.glob("*-in.pdf"))
    pdf.write_bytes(pdf.read_bytes() + b" ")
    dialog = bench.verdict(qtbot, lambda: bench.verifying.check(pdf))
    assert bench.said[0][0] == f"Đang đọc chữ trong “{pdf.name}” để đối chiếu…"
    assert "KHÔNG phải tệp đã phát hành của số 4/2019" in dialog.sentence
    assert [line.accessibleName().split(". ")[1] for line in dialog.lines] == [
        "KHÁC với tệp đã phát hành",
        "đúng bản đã duyệt",
        "đúng bản đã duyệt",
    ]


def test_another_file_is_no_issues_and_is_not_read(qtbot: QtBot, bench: Bench, folder: Path) -> None:
    word = folder / "lạ.docx"
    word.write_bytes(b"PK")
    dialog = bench.verdict(qtbot, lambda: bench.verifying.check(word))
    assert dialog.sentence == "“lạ.docx” không phải tệp của số nào đã phát hành."
    assert bench.said == []


def test_what_cannot_be_checked_is_said(bench: Bench, folder: Path, tmp_path: Path) -> None:
    empty, broken = tmp_path / "trống", tmp_path / "hỏng.pdf"
    empty.mkdir()
    broken.write_bytes(b"%PDF-1.7 hong")
    for path in (empty, tmp_path / "mất.pdf", broken):
        bench.verifying.check(path)
    assert [kind for _, kind in bench.said if kind == "error"] == ["error"] * 3
    assert [name for name in ("trống", "mất.pdf", "hỏng.pdf") if name not in str(bench.said)] == []


def test_choosing_nothing_checks_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    bench.verifying.choose_folder()
    bench.verifying.choose_file()
    assert bench.said == []
