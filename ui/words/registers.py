"""The words of the office's registers: what they are called, what contradicts, why a row of a file is not taken."""

from __future__ import annotations

from desk.registers.contradictions import Clash, Contradiction
from desk.registers.entries import Kind, WordKind
from desk.registers.importing import Novelty
from desk.registers.row_faults import RowFault, RowProblem
from ui.words.marked import mark as _mark
from ui.words.marked import tr

KINDS: dict[Kind, str] = {
    Kind.PEOPLE: _mark("Con người"),
    Kind.BODIES: _mark("Cơ quan"),
    Kind.DOCUMENTS: _mark("Văn bản"),
    Kind.WORDS: _mark("Từ của cơ quan"),
}
WORD_KINDS: dict[WordKind, str] = {
    WordKind.WORD: _mark("Từ"),
    WordKind.ABBREVIATION: _mark("Viết tắt"),
}
CLASHES: dict[Clash, str] = {
    Clash.DATES: _mark("Ngày kết thúc sớm hơn ngày bắt đầu ({other})"),
    Clash.TITLES: _mark("Cùng lúc hai chức danh ở một cơ quan: {other}"),
    Clash.SEAT: _mark("Cùng lúc, cùng chức danh với {other}"),
    Clash.TWO_DAYS: _mark("Cùng số, ký hiệu mà khác ngày với {other}"),
    Clash.TWICE: _mark("Đã có: {other}"),
    Clash.SHORT: _mark("Cùng tên tắt với {other}"),
    Clash.PREDECESSOR: _mark("Cơ quan trước đây lại có sau: {other}"),
    Clash.MEANING: _mark("Còn nghĩa khác: {other}"),
}
NOVELTIES: dict[Novelty, tuple[str, str]] = {  # word, colour token
    Novelty.NEW: (_mark("Mới"), "green"),
    Novelty.CHANGED: (_mark("Thay đổi"), "blue"),
    Novelty.SAME: (_mark("Đã có"), "muted"),
}
ROW_PROBLEMS: dict[RowProblem, str] = {
    RowProblem.NO_NAME: _mark("thiếu tên"),
    RowProblem.NO_NUMBER: _mark("thiếu số, ký hiệu"),
    RowProblem.DAY: _mark("không đọc được ngày “{words}”"),
    RowProblem.REVERSED: _mark("ngày kết thúc sớm hơn ngày bắt đầu"),
    RowProblem.FORMULA: _mark("có ô công thức, hãy dán giá trị"),
    RowProblem.TOO_LONG: _mark("có ô dài quá 500 chữ cái"),
}


def kind(which: Kind) -> str:
    """Return what a register is called."""
    return tr(KINDS[which])


def word_kind(which: WordKind) -> str:
    """Return what a word of the house is."""
    return tr(WORD_KINDS[which])


def novelty(which: Novelty) -> str:
    """Return what an entry brings to its register."""
    return tr(NOVELTIES[which][0])


def contradiction(what: Contradiction) -> str:
    """Return the sentence for a contradiction."""
    return tr(CLASHES[what.clash]).format(other=what.other)


def row_fault(what: RowFault) -> str:
    """Return the sentence for a row that is not taken: "Văn bản, dòng 7: thiếu tên"."""
    why = tr(ROW_PROBLEMS[what.problem]).format(words=what.words)
    return tr(_mark("{sheet}, dòng {row}: {why}")).format(sheet=what.sheet, row=what.row, why=why)
