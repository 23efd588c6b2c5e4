"""Photographs taken into the article."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image

from desk.pictures import stored_pictures
from desk.pictures.prepare import RENDITION
from desk.text.blocks import Picture
from tests.desk.press import editions
from tests.making import Cast
from tests.ui.keys import type_in
from ui.window.commands import Do as Command
from ui.window.window import Window

Sit = Callable[[int], Window]


def _type(window: Window, letters: str) -> None:
    window.pages.editor.form.focus_title()
    type_in(window.pages.editor.form.title, letters)


def test_a_photograph_taken_in_is_kept_small_too(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Command.NEW].trigger()
    _type(window, "Ảnh hội nghị")
    window.pages.editor.form.pictures_offered.emit([("ảnh.jpg", editions.noisy(1400, 900, 3)[1])])
    (picture,) = [block for block in window.pages.editor.form.text().blocks if isinstance(block, Picture)]
    window.pages.editor.save.trigger()
    (small,) = stored_pictures.renditions([picture.picture]).values()
    with Image.open(BytesIO(small)) as image:
        assert image.width == RENDITION


def test_bad_pictures_are_refused_with_a_reason(sit: Sit, cast: Cast) -> None:
    window = sit(cast.writer)
    window.commands[Command.NEW].trigger()
    for data, said in ((b"MZ" + b"\0" * 500, "không phải là ảnh"), (b"", "rỗng")):
        window.pages.editor.form.pictures_offered.emit([("ảnh.jpg", data)])
        assert said in window.notice.words()
    assert not any(isinstance(block, Picture) for block in window.pages.editor.form.text().blocks)
