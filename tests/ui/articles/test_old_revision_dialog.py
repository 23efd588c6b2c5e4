"""An article as it stood when something was done to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.acts import journal
from desk.acts.rules import Stage
from desk.articles import listing, writing
from tests.making import Cast, article, words
from ui.articles.old_revision_dialog import OldRevisionDialog
from ui.window.window import Window

Sit = Callable[[int], Window]


def _edit(cast: Cast, made: int, title: str) -> int:
    opened = listing.open_article(cast.editor, made)
    return writing.save(cast.editor, made, opened.row.version, replace(opened.text, title=title), 2).version


def test_history_shows_the_text_as_it_stood(
    qtbot: QtBot, sit: Sit, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = article(cast, words("Tít thuở đầu"), Stage.FOR_APPROVAL)
    _edit(cast, made, "Tít về sau")
    window = sit(cast.chief)
    window.pages.go("review")
    shown: list[OldRevisionDialog] = []
    monkeypatch.setattr(OldRevisionDialog, "open", lambda self: shown.append(self))
    window.pages.review.side.history.revision_wanted.emit(journal.of_article(made)[-1])
    (dialog,) = shown
    assert "Tít thuở đầu" in dialog.paper.toPlainText()
    assert "Phiên bản 1" in dialog.about.text()
