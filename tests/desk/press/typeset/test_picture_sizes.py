"""How large a picture is printed."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from desk.edition.design import PageFormat
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.errors import PressFailed
from desk.press.typeset.nested_lists import PicturePair
from desk.press.typeset.picture_sizes import PictureSize, fitted, header, pair, picture_size
from desk.text.blocks import ArticleText, Picture
from tests.desk.press import editions
from tests.desk.press.booklets import booklet, proof
from tests.desk.press.reading import page_texts

A5, A4 = geometry(PageFormat.A5), geometry(PageFormat.A4)


def _picture_text(width: int, height: int) -> tuple[ArticleText, dict[str, bytes]]:
    key, data = editions.picture(width, height, "PNG")
    return ArticleText("Ảnh", "", "", None, (Picture("", key, "chú thích " * 60, "An"),)), {key: data}


@pytest.mark.parametrize(("width", "height"), [(1, 4000), (4000, 1), (1, 1), (100, 100), (2500, 2400)])
def test_pictures_of_any_shape_keep_the_page(width: int, height: int) -> None:
    text, pictures = _picture_text(width, height)
    made = proof(editions.with_article(text, **pictures))
    assert made.plan.total == 4
    assert "chú thích" in page_texts(made.pdf)[2]


def test_a_missing_or_broken_picture_stops_the_press() -> None:
    with pytest.raises(PressFailed, match="not in the issue"):
        booklet(editions.with_article(ArticleText("T", blocks=(Picture("", "ab" * 32),))))
    with pytest.raises(PressFailed):
        booklet(
            editions.with_article(ArticleText("T", blocks=(Picture("", "ab" * 32),)), **{"ab" * 32: b"no"})
        )


@pytest.mark.parametrize(
    ("across", "down", "size"),
    [
        (1200, 600, (100.0, 50.0)),
        (1200, 1200, (80.0, 80.0)),
        (1200, 960, (100.0, 80.0)),
        (1200, 966, (99.379, 80.0)),
        (144, 72, (50.8, 25.4)),  # 72 dpi
        (10, 10, (25.0, 25.0)),  # but never below a quarter
        (10_000, 1, (100.0, 0.2)),
        (1, 10_000, (0.2, 80.0)),
    ],
)
def test_a_picture_is_fitted_to_a_width_and_a_height(
    across: int, down: int, size: tuple[float, float]
) -> None:
    assert fitted(across, down, 100, 80) == pytest.approx(size)


def sized(width: str, across: int, down: int, page: PageFormat = PageFormat.A5) -> tuple[float, float]:
    key, data = editions.picture(across, down)
    edition = editions.with_article(ArticleText("T"), **{key: data})
    made = picture_size(edition, Picture("", key, width=width), geometry(page))
    return made.width, made.height


def test_each_width_has_its_room() -> None:
    assert sized("column", 1200, 600) == (113, 56.5)
    assert sized("half", 1200, 600) == (54.5, 27.25)
    assert sized("page", 1200, 600, PageFormat.A4) == (170, 85)
    assert sized("column", 1200, 600, PageFormat.A4) == (81.5, 40.75)
    assert sized("column", 500, 1500)[1] == pytest.approx(0.68 * A5.room, abs=0.001)
    assert sized("half", 500, 1500)[1] == pytest.approx(0.45 * A5.room, abs=0.001)
    assert sized("page", 500, 1500)[1] == pytest.approx(A5.room - 22, abs=0.001)


def test_two_pictures_side_by_side_are_equally_high_where_their_shapes_allow_it() -> None:
    shapes = [editions.picture(900, 600), editions.picture(600, 600), editions.picture(3000, 600)]
    edition = editions.with_article(ArticleText("T"), **dict(shapes))
    broad, square, thin = (Picture("", key, width="half") for key, _ in shapes)
    left, right = pair(edition, PicturePair(broad, square), A5)
    assert left.width + right.width == pytest.approx(109)
    assert left.height == pytest.approx(right.height, abs=0.002)
    left, right = pair(edition, PicturePair(thin, square), A5)
    assert [left.width, right.width] == pytest.approx([109 * 0.66, 109 * 0.34])
    towers = [editions.picture(300 + n, 1500) for n in range(2)]
    both = PicturePair(*(Picture("", key, width="half") for key, _ in towers))
    tall = pair(editions.with_article(ArticleText("T"), **dict(towers)), both, A5)
    assert [one.height for one in tall] == pytest.approx([0.45 * A5.room] * 2, abs=0.001)


def test_dots_on_an_inch() -> None:
    assert PictureSize("jpg", 50.8, 10, 300, 60).dpi == 150


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("GIF", "gif"), ("WEBP", "webp")]
)
def test_a_picture_is_known_by_its_bytes(kind: str, suffix: str) -> None:
    key, data = editions.picture(40, 30, kind)
    assert header({key: data}, key) == (suffix, 40, 30)


def test_what_is_no_picture_is_refused_by_name() -> None:
    key, data = editions.picture(40, 30, "BMP")
    for pictures, words in (({}, " is not in the issue"), ({key: b"no"}, ": "), ({key: data}, " is BMP")):
        with pytest.raises(PressFailed) as refused:
            header(pictures, key)
        assert str(refused.value).startswith(f"picture {key[:12]}{words}")


def test_a_huge_picture_is_measured_without_a_word() -> None:
    file = io.BytesIO()
    Image.new("1", (12_000, 9_000)).save(file, "PNG")
    assert header({"huge": file.getvalue()}, "huge") == ("png", 12_000, 9_000)


def test_sizes_are_whole_thousandths_of_a_millimetre() -> None:
    assert fitted(700, 300, 113, 80) == (113, 48.429)
    assert fitted(300, 700, 113, 80) == (34.286, 80)


@pytest.mark.parametrize("form", list(PageFormat))
@pytest.mark.parametrize("width", ["column", "half", "page"])
def test_a_tall_picture_leaves_four_lines_for_its_caption(form: PageFormat, width: str) -> None:
    """Also one over the whole page: its caption stands below it and not on the next one."""
    key, data = editions.picture(1000, 3000)
    picture = replace(Picture("", key, "Đại hội"), width=width)
    page = geometry(form)
    size = picture_size(editions.with_article(ArticleText("T"), **{key: data}), picture, page)
    assert size.height <= page.room - 4 * PITCH / MM
    assert size.height == pytest.approx(size.width * 3, abs=0.01)
