"""Pictures whose bytes stand in a page itself."""

from __future__ import annotations

import base64

import pytest

from desk.intake.html import embedded_pictures
from desk.intake.html.clean_html import html_blocks
from desk.intake.html.embedded_pictures import embedded_picture, name_of
from desk.intake.result import Dropped


def page(data: bytes) -> str:
    return f'<img src="data:image/png;base64,{base64.b64encode(data).decode()}">'


def test_embedded_pictures_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    many = html_blocks(page(b"abc") * 60)
    assert (len(many.pictures), many.dropped[Dropped.PICTURES]) == (50, 10)
    monkeypatch.setattr(embedded_pictures, "PICTURE_BYTES", 100)
    heavy = html_blocks(page(b"a" * 101) + page(b"a" * 99))
    assert ([len(data) for _, data in heavy.pictures], heavy.dropped[Dropped.PICTURES]) == ([99], 1)


def test_an_address_with_blanks_in_its_letters_is_read() -> None:
    assert embedded_picture("DATA:image/svg+xml;base64,YW\r\n Jj") == b"abc"
    assert embedded_picture("data:text/html;base64,YWJj") == b""
    assert embedded_picture("https://x.vn/a.png") == b""


def test_an_embedded_picture_is_named_by_its_kind() -> None:
    assert name_of("data:image/png;base64,YWJj") == "data:image/png"
    assert name_of("/" + "a" * 300) == "/" + "a" * 199
