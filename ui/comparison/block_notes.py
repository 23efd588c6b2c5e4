"""What a comparison says in words above a block: what its letters cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from desk.compare.articles import BlockChange, Facet, Fate
from desk.text.blocks import Block, Heading, ListItem, Quote, block_text

_SHORT = 6  # words that call a passage to mind


def signs(change: BlockChange, *, up: bool) -> Iterator[str]:
    """Yield a line for each change of place, picture, look or description; `up` says where a moved block went."""
    if change.fate is Fate.MOVED:
        yield _tr("⇅ đoạn chuyển lên từ dưới") if up else _tr("⇅ đoạn chuyển xuống từ trên")
    if change.picture:
        yield _tr("± đổi ảnh")
    if change.looks:
        told = ", ".join(_facet(facet, change) for facet in Facet if facet in change.looks)
        yield _tr("± đổi kiểu: {what}").format(what=told)
    if change.alt:
        yield _tr("± đổi mô tả ảnh")


def departures(blocks: Sequence[BlockChange]) -> dict[int, list[tuple[BlockChange, bool]]]:
    """Return, by the place in front of which it stood, each moved block and whether it went up."""
    moved = {at: change for at, change in enumerate(blocks) if change.fate is Fate.MOVED}
    out: dict[int, list[tuple[BlockChange, bool]]] = {}
    for at, change in moved.items():
        stood = next(
            (
                place
                for place, other in enumerate(blocks)
                if place not in moved
                and other.old_at is not None
                and change.old_at is not None
                and other.old_at > change.old_at
            ),
            len(blocks),
        )
        out.setdefault(stood, []).append((change, at < stood))
    for gone in out.values():
        gone.sort(key=lambda pair: pair[0].old_at or 0)
    return out


def left_behind(change: BlockChange, *, up: bool) -> str:
    """Return the line that stands where a moved block was."""
    words = block_text(change.old).split() if change.old is not None else []
    begun = " ".join(words[:_SHORT]) + ("…" if len(words) > _SHORT else "")
    told = _tr("⇡ “{words}” đã chuyển lên trên") if up else _tr("⇣ “{words}” đã chuyển xuống dưới")
    return told.format(words=begun)


def _facet(facet: Facet, change: BlockChange) -> str:
    if facet is Facet.KIND:
        return _tr("{old} thành {new}").format(old=_kind(change.old), new=_kind(change.new))
    words = {
        Facet.BOLD: _tr("đậm"),
        Facet.ITALIC: _tr("nghiêng"),
        Facet.UNDERLINE: _tr("gạch chân"),
        Facet.SUB: _tr("chỉ số dưới"),
        Facet.SUPER: _tr("chỉ số trên"),
        Facet.LINK: _tr("liên kết"),
        Facet.LEVEL: _tr("cấp của mục"),
        Facet.NUMBERING: _tr("đánh số"),
        Facet.HEAD: _tr("hàng đầu của bảng"),
        Facet.WIDTH: _tr("khổ in của ảnh"),
    }
    return words[facet]


def _kind(block: Block | None) -> str:
    if isinstance(block, Heading):
        return _tr("đề mục")
    if isinstance(block, ListItem):
        return _tr("mục danh sách")
    if isinstance(block, Quote):
        return _tr("trích dẫn")
    return _tr("đoạn thường")


def _tr(words: str) -> str:
    return QCoreApplication.translate("DiffView", words)
