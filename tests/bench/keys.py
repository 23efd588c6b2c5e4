"""From the key to the painted letter in a long article: the real form, beside a bare QTextEdit."""

from __future__ import annotations

import time
from collections.abc import Iterator
from random import Random

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desk.text.blocks import word_count
from tests.bench import corpus, seated
from tests.bench.figure import BUILD, Row, Sizes, median_of, percentile, under
from ui.editor.form import ArticleForm
from ui.look import style

WORDS = 5_000
LETTERS = "nghi quyet cua dang bo tinh ve cong tac tuyen giao "


def rows(sizes: Sizes) -> Iterator[Row]:
    """Type in the middle of both, a stretch here and a stretch there."""
    seated.application(BUILD)
    text = corpus.words().long_article(WORDS)
    form = ArticleForm()
    form.load(text)
    bare = QTextEdit()
    bare.setFont(style.paper_font())
    bare.setPlainText(form.body.toPlainText())
    for widget in (form, bare):
        widget.resize(1000, 700)
        widget.show()
        QTest.qWaitForWindowExposed(widget)
    turns = max(4, sizes.times // 20)
    ours, plain = [], []
    for turn in range(turns):
        ours += _typed(form, form.body, turn)
        plain += _typed(bare, bare, turn)
    limit, anchor = percentile(ours, 0.99), percentile(plain, 0.99)
    yield Row(
        f"key → painted letter in {word_count(text):,} words ({len(ours):,} keys)",
        f"p50 {percentile(ours, 0.5):.2f}, p99 {limit:.2f}, max {max(ours):.2f} ms",
        f"p50 {percentile(plain, 0.5):.2f}, p99 {anchor:.2f}, max {max(plain):.2f} ms (bare QTextEdit)",
        f"{limit / anchor:.2f} ×",
        "p99 ≤ 8 ms and ≤ 2 ×",
        limit <= 8 and limit <= 2 * anchor,
    )
    yield under(
        "the same article handed over for a draft (text(), once a pause)", median_of(form.text, 20), 16
    )
    yield under("its words counted (once a pause)", median_of(form._tell_words, 20), 16)
    for widget in (form, bare):
        widget.close()
        widget.deleteLater()
    QApplication.processEvents()


def _typed(window: QWidget, edit: QTextEdit, turn: int) -> list[float]:
    """Type a stretch at some place; every key waits for its paint, as the eye does."""
    random = Random(turn)
    window.activateWindow()
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(random.randrange(edit.document().characterCount() - 1))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    for _ in range(5):
        QApplication.processEvents()
        time.sleep(0.002)
    paints = seated.Paints(edit.viewport())
    times = []
    for letter in LETTERS:
        before = paints.count
        start = time.perf_counter()
        QTest.keyClick(edit, Qt.Key.Key_Space) if letter == " " else QTest.keyClicks(edit, letter)
        while paints.count == before:
            QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
        QApplication.processEvents()
    return times[2:]
