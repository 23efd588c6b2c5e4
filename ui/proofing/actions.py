"""The acts on findings, the same in the editor and on Bàn duyệt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from ui.controls.action_table import Entry, Reach, Table, mark


class Way(Enum):
    """The ways from finding to finding."""

    NEXT = auto()
    PREVIOUS = auto()


class Fault(Enum):
    """What one does with the finding that is looked at."""

    TAKE = auto()
    TAKE_ALL = auto()
    ONCE = auto()
    HERE = auto()
    EVERYWHERE = auto()
    KEEP = auto()


@dataclass(frozen=True, slots=True)
class FaultState:
    """What the acts depend on."""

    chosen: bool = False
    suggests: bool = False  # the chosen one has a suggestion
    may: bool = False  # the text may be changed, or suggested to
    keeps: str = ""  # why the chosen one is nothing for the registers
    stored: bool = False  # the article is, so that something can be remembered of it
    settles: bool = False  # the chosen one stops the article: it is mended, or passed over for good

    def why_not_taken(self) -> str:
        """Return why the chosen finding cannot be mended."""
        tr = QCoreApplication.translate
        if not self.chosen:
            return tr("ProofPanel", "Chọn một chỗ trong danh sách.")
        if not self.may:
            return tr("ProofPanel", "Bài này chỉ đọc, không sửa được.")
        return "" if self.suggests else tr("ProofPanel", "Chỗ này máy không đoán được nên sửa thế nào.")

    def why_not_chosen(self) -> str:
        """Return why nothing can be done with a finding."""
        return (
            "" if self.chosen else QCoreApplication.translate("ProofPanel", "Chọn một chỗ trong danh sách.")
        )

    def why_not_once(self) -> str:
        """Return why the chosen finding cannot be passed over for a while."""
        return why_not_once() if self.settles else self.why_not_chosen()

    def why_not_remembered(self) -> str:
        """Return why nothing can be remembered of the chosen finding."""
        tr = QCoreApplication.translate
        if not self.chosen:
            return tr("ProofPanel", "Chọn một chỗ trong danh sách.")
        return "" if self.stored else tr("ProofPanel", "Lưu bài đã, rồi mới ghi nhớ được.")


def why_not_once() -> str:
    """Return why what is wrong cannot be passed over for a while where it stops the article."""
    words = (
        "Còn chỗ sai thì bài không gửi, không duyệt được. Nếu chỗ này đúng, hãy bỏ qua trong bài (Shift+Del)."
    )
    return QCoreApplication.translate("ProofPanel", words)


WAYS: Table[Way, None] = {
    Way.NEXT: Entry(mark("Soát lỗi: chỗ sau"), "down", "F7", reach=Reach.WINDOW, names_key=True),
    Way.PREVIOUS: Entry(mark("Soát lỗi: chỗ trước"), "up", "Shift+F7", reach=Reach.WINDOW, names_key=True),
}


def _own(words: str, key: str, when: Callable[[FaultState], str]) -> Entry[FaultState]:
    """Make the entry of an act whose key the panel reads: on the pages around it Del and Ins are other acts."""
    return Entry(mark(words), key=key, when=when, reach=Reach.READ)


def faults(take: str) -> Table[Fault, FaultState]:
    """Return the acts; `take` says what is done with a suggestion: it mends the text, or becomes a đề nghị sửa."""
    return {
        Fault.TAKE: Entry(take, key="Return", when=lambda state: state.why_not_taken(), reach=Reach.READ),
        Fault.TAKE_ALL: _own("Tất cả lỗi loại này…", "Shift+Return", lambda state: state.why_not_taken()),
        Fault.ONCE: _own("Bỏ qua lần này", "Del", lambda state: state.why_not_once()),
        Fault.HERE: _own("Bỏ qua trong bài này", "Shift+Del", lambda state: state.why_not_remembered()),
        Fault.EVERYWHERE: _own("Cả cơ quan bỏ qua…", "Ctrl+Del", lambda state: state.why_not_remembered()),
        Fault.KEEP: _own("Ghi vào sổ tay", "Ins", lambda state: state.keeps),
    }
