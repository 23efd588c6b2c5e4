from __future__ import annotations

import io

from pypdf import PdfReader

from desk.circulation import outgoing, sheets
from tests.making import Cast, article, pictured, words


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def test_a_slip_says_what_it_is_of_and_asks_for_an_answer(cast: Cast) -> None:
    made = article(cast, words("Hội nghị cán bộ", "Một đoạn của bài."))
    left = outgoing.outgoing(cast.editor, made)
    said = text_of(sheets.slip_pdf(left))
    for words_ in (
        "PHIẾU TRÌNH DUYỆT BÀI",
        left.code,
        "Người viết",
        "Phiên bản",
        "Ý kiến của lãnh đạo",
        "Ký, ghi rõ",
    ):
        assert words_ in said
    assert "Một đoạn của bài." in said


def test_articles_print_one_after_the_other(cast: Cast) -> None:
    made = [article(cast, pictured(cast, f"Bài {n}", "Quang cảnh")) for n in (1, 2)]
    left = [outgoing.outgoing(cast.editor, one) for one in made]
    for images in (sheets.printed_images(left, 40), sheets.slip_images(left, 40)):
        assert len(images) >= 4
        assert all(image.startswith(b"\x89PNG") for image in images)


def test_the_pdf_is_the_article_alone(cast: Cast) -> None:
    left = outgoing.outgoing(cast.editor, article(cast, words("Hội nghị cán bộ")))
    data = sheets.printed_pdf(left)
    assert data == sheets.printed_pdf(left)
    said = text_of(data)
    assert left.code in said
    assert "MỤC LỤC" not in said
    assert "Số đặc biệt" not in said
