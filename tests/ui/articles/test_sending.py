"""Files and letters: what is written, what opens, what is said when nothing opens."""

from __future__ import annotations

import email
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desk.acts import journal
from desk.acts.article_details import Circulated
from desk.circulation import outgoing
from desk.circulation.recognise import stamp_in
from tests.making import Cast
from tests.ui.articles.given_back import given_out
from ui.articles.circulation import Out
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    made = given_out(cast)
    window = sit(cast.editor)
    window.pages.go("articles")
    window.pages.articles.list.choose(made)
    return window


def _saves(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    proposed: list[str] = []

    def save(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return proposed


def _send(window: Window, which: Out) -> int:
    acts = window.pages.acts.circulation
    (made,) = acts.articles()
    acts.actions[which].trigger()
    return made


def way(made: int) -> str:
    detail = journal.of_article(made)[0].read(Circulated)
    return detail.way if detail else ""


def test_word_is_written_where_one_says(
    window: Window, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gửi đi.docx"
    proposed = _saves(monkeypatch, path)
    made = _send(window, Out.WORD)
    left = outgoing.outgoing(cast.editor, made)
    assert proposed == [f"{left.file_stem}.docx"]
    assert stamp_in(path.read_bytes(), path.name) == left.stamp
    assert way(made) == "word"


@pytest.mark.usefixtures("april")
def test_pdf_is_the_article_as_it_prints(
    window: Window, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bài.pdf"
    _saves(monkeypatch, path)
    made = _send(window, Out.PDF)
    words = PdfReader(path).pages[0].extract_text()
    assert outgoing.outgoing(cast.editor, made).code in words
    assert "Giao ban công tác Khoa giáo" in words
    assert way(made) == "pdf"


def test_who_steps_back_sends_nothing(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert way(_send(window, Out.WORD)) == ""


def test_a_letter_opens_as_a_draft_with_the_word_file(
    window: Window, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    def note(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    made = _send(window, Out.MAIL)
    (path,) = opened
    letter = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(letter, EmailMessage)
    assert letter["X-Unsent"] == "1"
    assert outgoing.outgoing(cast.editor, made).code in letter["Subject"]
    (word,) = letter.iter_attachments()
    content = word.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert stamp_in(content, "a.docx") == outgoing.outgoing(cast.editor, made).stamp
    assert way(made) == "mail"


def test_where_no_mail_program_is_the_letter_may_be_kept(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    said: list[tuple[str, str, object]] = []
    window.session.said.connect(lambda words, kind, action, on, _: said.append((words, action, on)))
    made = _send(window, Out.MAIL)
    words, action, keep = said[-1]
    assert "chưa có chương trình thư" in words
    assert action == "Giữ tệp thư…"
    assert way(made) == ""
    _saves(monkeypatch, tmp_path / "thư.eml")
    assert callable(keep)
    keep()
    assert (tmp_path / "thư.eml").read_bytes().startswith(b"Subject:")
    assert way(made) == "mail"
