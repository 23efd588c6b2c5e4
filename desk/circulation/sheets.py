"""Articles as pages: as they print, and as phiếu trình duyệt."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from desk.circulation.outgoing import OutgoingArticle
from desk.text.blocks import word_count

if TYPE_CHECKING:  # no circle: they bring Typst, which is loaded when somebody prints
    from desk.press.typeset.single import SingleArticle
    from desk.press.typeset.typst import TypesetText

_FOOT = "Bàn biên tập · gõ mã ở “Mở theo mã trên phiếu…” (Ctrl+G) để mở đúng phiên bản này"


def printed_images(articles: Sequence[OutgoingArticle], ppi: float) -> list[bytes]:
    """Return the pages of articles as they print, a PNG each. PressFailed if one cannot be set."""
    return [image for one in articles for image in _images(_printed(one), ppi)]


def slip_images(articles: Sequence[OutgoingArticle], ppi: float) -> list[bytes]:
    """Return the pages of articles as phiếu trình duyệt, a PNG each."""
    return [image for one in articles for image in _images(_slip(one), ppi)]


def printed_pdf(article: OutgoingArticle) -> bytes:
    """Return the PDF of an article as it prints; the same text gives the same bytes on one day."""
    with _printed(article) as setting:
        return setting.pdf()


def slip_pdf(article: OutgoingArticle) -> bytes:
    """Return the PDF of an article's phiếu trình duyệt."""
    with _slip(article) as setting:
        return setting.pdf()


def _images(setting: AbstractContextManager[TypesetText], ppi: float) -> list[bytes]:
    with setting as text:
        return text.images(ppi)


def _printed(article: OutgoingArticle) -> AbstractContextManager[TypesetText]:
    from desk.press.typeset.single import as_printed

    return as_printed(_single(article))


def _slip(article: OutgoingArticle) -> AbstractContextManager[TypesetText]:
    from desk.press.typeset.single import as_slip

    return as_slip(_single(article))


def _single(article: OutgoingArticle) -> SingleArticle:
    from desk.press.typeset.single import SingleArticle

    stamp = article.stamp
    facts = (
        ("Số bài", str(stamp.article)),
        ("Người viết", article.author),
        ("Phiên bản", f"{stamp.revision}, lưu ngày {article.saved:%d/%m/%Y}"),
        ("Ngày trình", f"{article.today:%d/%m/%Y}"),
        ("Chuyên mục", article.section or "chưa xếp"),
        ("Độ dài", f"{word_count(article.text)} chữ"),
    )
    return SingleArticle(
        article.text, article.pictures, article.names, article.today, article.code, facts, _FOOT
    )
