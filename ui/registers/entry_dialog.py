"""The frame of an entry's dialog: it stays until the desk has taken the entry, and says in place why it has not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desk.errors import DeskError
from desk.registers.entries import Entry
from ui.controls.form_dialog import FormDialog

# Keeps an entry: what is called when the desk has it, and what when it is refused.
Keep: TypeAlias = Callable[[Entry, Callable[[], object], Callable[[DeskError], None]], None]


class EntryDialog(FormDialog):
    """The fields of one entry."""

    def __init__(self, parent: QWidget | None, title: str, keep: Keep) -> None:
        super().__init__(parent, title)
        self._keep = keep

    def entry(self) -> Entry:
        """Return what was filled in."""
        raise NotImplementedError

    def wanting(self) -> QLineEdit | None:
        """Return the field without which there is no entry, where it is empty."""
        raise NotImplementedError

    def agree(self) -> None:
        """Keep the entry; a refusal is said in place and nothing typed is lost."""
        empty = self.wanting()
        if empty is not None:
            self.complain(self.tr("Cần điền: {field}.").format(field=empty.accessibleName()))
            empty.setFocus()
            return
        self._keep(self.entry(), self.accept, self.complain)


def line_field(text: str, name: str, known: Sequence[str] = ()) -> QLineEdit:
    """Make a field of one line; what is known is offered while one types."""
    field = QLineEdit(text)
    field.setAccessibleName(name)
    field.setMaxLength(500)
    if known:
        offer = QCompleter(list(dict.fromkeys(known)), field)
        offer.setProperty("caseSensitivity", "CaseInsensitive")
        offer.setProperty("filterMode", "MatchContains")
        field.setCompleter(offer)
    return field
