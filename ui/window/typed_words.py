"""Words typed into dialogs that are about to be closed over their person's head: kept as a draft of that person."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desk.articles import drafts
from desk.text.blocks import ArticleText, Paragraph, Run, new_id


@dataclass(frozen=True, slots=True)
class TypedWords:
    """What was typed in one dialog: its title, and a line for each field with the field's name before it."""

    title: str
    lines: tuple[str, ...]


def typed_in(dialogs: Iterable[QWidget]) -> list[TypedWords]:
    """Return what a person has typed into dialogs and not yet agreed to; passwords are nobody's to keep."""
    found = []
    for dialog in dialogs:
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            continue
        lines = tuple(line for field in dialog.findChildren(QWidget) if (line := _line(dialog, field)))
        if lines:
            found.append(TypedWords(dialog.windowTitle(), lines))
    return found


def keep(who: int, words: Iterable[TypedWords], title: str) -> None:
    """Keep them as unsaved drafts of somebody, each under `title` with the dialog's own in it."""
    for one in words:
        blocks = tuple(
            Paragraph(new_id(), (Run(part),))
            for line in one.lines
            for part in line.splitlines()
            if part.strip()
        )
        text = ArticleText(title.format(title=one.title), "", "", None, blocks)
        drafts.keep(who, uuid.uuid4().hex, None, 0, None, text)


def _line(dialog: QDialog, field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        hidden = field.echoMode() != QLineEdit.EchoMode.Normal or isinstance(field.parent(), QAbstractSpinBox)
        words = field.text() if field.isModified() and not hidden else ""
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        words = field.toPlainText() if field.document().isModified() and not field.isReadOnly() else ""
    else:
        return ""
    name = _name(dialog, field)
    return f"{name}: {words.strip()}" if words.strip() and name else words.strip()


def _name(dialog: QDialog, field: QWidget) -> str:
    if field.accessibleName():
        return field.accessibleName()
    for form in dialog.findChildren(QFormLayout):
        beside = form.labelForField(field)
        if beside is not None:
            return str(beside.property("text") or "")
    return ""
