"""Pictures made as fine as the paper shows, grey where the issue is grey; drawings that are none are refused."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from desk.edition.design import CoverDesign, Design, PageFormat
from desk.edition.edition import Edition
from desk.errors import BadPicture, PictureFault, PressFailed
from desk.press.typeset import picture_output
from desk.press.typeset.picture_output import again, rasterised, reproduced, shown
from desk.text.blocks import ArticleText, Picture
from tests.desk.press import editions
from tests.desk.press.booklets import booklet
from tests.desk.press.shapes import EMBLEM, key_of

WIDE = 596  # pixels that 134 dpi show of a column of 113 mm


@pytest.mark.parametrize(
    "data",
    [
        b"<svg", b"<?xml version='1.0'?><html/>", b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ],
)  # fmt: skip
def test_a_broken_emblem_is_refused_by_name(data: bytes) -> None:
    key = key_of(data)
    edition = replace(editions.short_issue(), design=Design(emblem=key))
    edition = replace(edition, pictures={**edition.pictures, key: data})
    with pytest.raises(BadPicture) as caught:
        booklet(edition)
    assert caught.value.name == f"{key[:12]}.svg"


def test_an_emblem_that_is_not_there_is_refused() -> None:
    with pytest.raises(PressFailed, match="ab"):
        booklet(replace(editions.short_issue(), design=Design(emblem="ab" * 32)))


def test_an_emblem_may_be_a_drawing_or_a_photograph() -> None:
    for data in (EMBLEM, editions.picture(300, 300)[1]):
        for design in CoverDesign:
            edition = editions.short_issue()
            edition = replace(
                edition, pictures={**edition.pictures, key_of(data): data},
                design=Design(cover=design, emblem=key_of(data)),
            )  # fmt: skip
            assert booklet(edition)


def shows(width: int, kind: str = "JPEG", *, small: int = 0) -> tuple[str, Edition]:
    """Return an issue with one picture so many pixels wide, and its key; `small` is the width of its rendition."""
    key, data = editions.picture(width, width // 2, kind)
    edition = editions.with_article(ArticleText("T", blocks=(Picture("", key),)), **{key: data})
    if small:
        edition = replace(edition, renditions={key: editions.picture(small, small // 2)[1]})
    return key, edition


def name(width: int, kind: str = "JPEG", *, dpi: int = 134, grey: bool = False, small: int = 0) -> str:
    key, edition = shows(width, kind, small=small)
    return reproduced(edition, dpi=dpi, grey=grey)[key].name.removeprefix(key)


@pytest.mark.parametrize(
    ("width", "grey", "ending"),
    [
        (774, False, ".jpg"),
        (776, False, f"-{WIDE}c.jpg"),
        (700, True, "-700g.jpg"),
        (776, True, f"-{WIDE}g.jpg"),
    ],
)
def test_only_much_too_fine_pictures_are_made_again(width: int, grey: bool, ending: str) -> None:
    assert name(width, grey=grey) == ending


def test_every_dot_stays_where_none_is_said_and_drawings_stay_png() -> None:
    assert name(2000, dpi=0) == ".jpg"
    assert name(2000, "PNG") == f"-{WIDE}c.png"
    assert name(2000, "WEBP") == f"-{WIDE}c.jpg"


@pytest.mark.parametrize(
    ("small", "grey", "ending"),
    [
        (595, False, f"-{WIDE}c.jpg"),
        (596, False, "-s.jpg"),
        (774, False, "-s.jpg"),
        (776, False, f"-s-{WIDE}c.jpg"),
        (640, True, f"-s-{WIDE}g.jpg"),
    ],
)
def test_a_small_rendition_stands_in_where_it_is_fine_enough(small: int, grey: bool, ending: str) -> None:
    assert name(1600, grey=grey, small=small) == ending


def test_what_stays_has_its_own_bytes_and_the_rest_its_pixels() -> None:
    key, edition = shows(700)
    kept = reproduced(edition, dpi=134, grey=False)[key]
    assert kept.ready
    assert kept.data == edition.pictures[key]
    key, edition = shows(2000)
    with Image.open(io.BytesIO(reproduced(edition, dpi=134, grey=True)[key].data)) as image:
        assert (image.size, image.mode, image.format) == ((WIDE, 298), "L", "JPEG")


def test_emblem_and_cover_photograph_are_made_too() -> None:
    photo, data = editions.picture(3000, 2000)
    emblem = key_of(EMBLEM)
    edition = replace(
        editions.with_article(ArticleText("T")), pictures={photo: data, emblem: EMBLEM},
        design=Design(cover=CoverDesign.PHOTO, emblem=emblem, photo=photo),
    )  # fmt: skip
    made = reproduced(edition, dpi=100, grey=False)
    assert made[photo].name == f"{photo}-606c.jpg"  # 154 mm
    assert (made[emblem].name, made[emblem].data) == (f"{emblem}.svg", EMBLEM)
    grey = reproduced(edition, dpi=100, grey=True)[emblem]
    assert grey.name == f"{emblem}-g.png"
    with Image.open(io.BytesIO(grey.data)) as image:
        assert image.mode in ("L", "LA")


def test_a_picture_printed_twice_is_as_fine_as_its_larger_place() -> None:
    key, data = editions.picture(2000, 1000)
    half = Picture("", key, width="half")
    for blocks in ((half, Picture("", key)), (Picture("", key), half)):
        edition = editions.with_article(ArticleText("T", blocks=blocks), **{key: data})
        assert reproduced(edition, dpi=134, grey=False)[key].name == f"{key}-{WIDE}c.jpg"
    pair = editions.with_article(ArticleText("T", blocks=(half, half, Picture("", key))), **{key: data})
    assert [round(width, 1) for _, _, width in shown(pair)] == [54.5, 54.5, 113.0]
    assert [article for article, _, _ in shown(pair)] == [pair.pieces[0].article] * 3


@pytest.mark.parametrize(
    ("mode", "grey", "found", "kind"),
    [
        ("RGB", False, "RGB", "PNG"),
        ("RGB", True, "L", "PNG"),
        ("RGBA", False, "RGBA", "PNG"),
        ("RGBA", True, "LA", "PNG"),
        ("CMYK", False, "RGB", "JPEG"),
        ("L", True, "L", "JPEG"),
    ],
)
def test_what_is_clear_stays_clear(mode: str, grey: bool, found: str, kind: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (80, 40)).save(file, kind)
    with Image.open(io.BytesIO(again(file.getvalue(), "k", 20, grey))) as image:
        assert (image.mode, image.size, image.format) == (found, (20, 10), kind)


def test_a_picture_cut_off_is_named() -> None:
    _, data = editions.picture(300, 200)
    with pytest.raises(PressFailed, match="picture kkkkkkkkkkkk: "):
        again(data[: len(data) // 2], "k" * 64, 20, False)


def test_what_is_no_drawing_is_not_drawn() -> None:
    with pytest.raises(BadPicture) as refused:
        rasterised(b"<g/>", "k" * 64)
    assert refused.value.fault is PictureFault.NO_PICTURE


def test_a_drawing_that_is_one_passes_and_is_drawn() -> None:
    with Image.open(io.BytesIO(rasterised(EMBLEM, key_of(EMBLEM)))) as image:
        assert image.format == "PNG"
        assert image.width > 100


def test_a_picture_asked_for_again_is_not_made_again() -> None:
    key, edition = shows(2000)
    first, second = (reproduced(edition, dpi=134, grey=False)[key] for _ in range(2))
    assert first.data is second.data
    picture_output.forget()
    assert reproduced(edition, dpi=134, grey=False)[key].data is not first.data


def test_on_a_larger_page_an_emblem_is_finer() -> None:
    key, data = editions.picture(2000, 2000, "PNG")
    names = [
        reproduced(
            replace(editions.with_article(ArticleText("T")), pictures={key: data}, design=Design(form, emblem=key)),
            dpi=100, grey=False,
        )[key].name
        for form in (PageFormat.A5, PageFormat.A4)
    ]  # fmt: skip
    assert names == [f"{key}-189c.png", f"{key}-268c.png"]


def test_a_drawing_that_would_be_a_strip_is_refused() -> None:
    strip = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="%d"><path d="M0 0h1v9H0"/></svg>'
    rasterised(strip % 8, "k" * 64)
    with pytest.raises(PressFailed):
        rasterised(strip % 100000, "k" * 64)
