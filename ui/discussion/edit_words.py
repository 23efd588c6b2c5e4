"""What a suggestion on whole paragraphs says on its card: what is done, and what its words alone do not show."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desk.compare.articles import compare_blocks
from desk.compare.block_edit import BlockEdit, EditKind
from desk.review.discussion import Thread
from ui.comparison.block_notes import signs
from ui.words import review as review_words


def takes_words(edit: BlockEdit) -> bool:
    """Say whether the words it speaks of would go."""
    return edit.kind not in (EditKind.MOVE, EditKind.SPLIT, EditKind.JOIN) and edit.quote != edit.shown


def brings_words(edit: BlockEdit) -> bool:
    """Say whether other words would stand there."""
    return bool(edit.new or edit.kind is EditKind.HEAD) and edit.quote != edit.shown


def what_it_does(thread: Thread) -> Iterator[str]:
    """Yield the lines that say what a suggestion does; none for one that only exchanges words."""
    edit = thread.edit
    if edit is None:
        return
    if edit.kind is EditKind.MOVE:
        after = _before(edit)
        yield (
            _tr("Chuyển đoạn này đi chỗ khác")
            if not after
            else _tr("Chuyển đoạn này {after}").format(after=after)
        )
        return
    told = review_words.edit_kind(edit.kind)
    if edit.kind is EditKind.SET and len(edit.old) == len(edit.new) == 1:
        (change,) = compare_blocks(edit.old, edit.new)
        said = [words.removeprefix("± ") for words in signs(change, up=False)]
        if said:
            told = "; ".join(said).capitalize()
    yield told


def _before(edit: BlockEdit) -> str:
    """Say on which side of the text it goes."""
    at = edit.order.index(edit.new[0].id) if edit.new[0].id in edit.order else -1
    if at == 0:
        return _tr("lên đầu bài")
    return _tr("xuống cuối bài") if at == len(edit.order) - 1 else _tr("thành đoạn thứ {n}").format(n=at + 1)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ThreadCard", words)
