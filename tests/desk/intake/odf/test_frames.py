"""What frames hold."""

from __future__ import annotations

from desk.intake.odf.frames import frame_object, frame_picture, frame_shape, is_drawn
from desk.intake.result import Dropped
from tests.desk.intake.odf.making import element

PNG = b"\x89PNG\r\n\x1a\n"
PARTS = {"Pictures/1.png": PNG, "Pictures/1.svm": b"VCLMTF"}


def _frame(images: str) -> object:
    return element(f"<draw:frame>{images}</draw:frame>")


def _part(name: str) -> bytes:
    return PARTS.get(name, b"")


def test_the_first_form_that_can_be_drawn_is_the_picture() -> None:
    both = '<draw:image xlink:href="Pictures/1.svm"/><draw:image xlink:href="./Pictures/1.png"/>'
    assert frame_picture(_frame(both), _part) == PNG
    inside = "<draw:image><office:binary-data>iVBORw0KGgo=</office:binary-data></draw:image>"
    assert frame_picture(_frame(inside), _part) == PNG


def test_what_lies_elsewhere_or_is_not_there_is_named() -> None:
    for address in ("https://a.vn/1.png", "../1.png", "/home/a/1.png"):
        assert (
            frame_picture(_frame(f'<draw:image xlink:href="{address}"/>'), _part) is Dropped.LINKED_PICTURES
        )
    assert frame_picture(_frame('<draw:image xlink:href="Pictures/2.png"/>'), _part) is Dropped.PICTURES
    assert frame_picture(_frame(""), _part) is None


def test_objects_are_told_from_formulae() -> None:
    math = '<draw:object><m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/></draw:object>'
    assert frame_object(_frame(math)) is Dropped.EQUATIONS
    assert frame_object(_frame("<draw:object-ole/>")) is Dropped.OBJECTS
    assert frame_object(_frame("<draw:image/>")) is None


def test_what_is_cut_off_is_a_share_of_the_whole() -> None:
    frame = element('<draw:frame svg:width="3cm" svg:height="4cm"/>')
    shape = frame_shape(frame, "rect(0cm, 1cm, 0cm, 0cm)")
    assert [round(share, 2) for share in shape.crop] == [0.0, 0.0, 0.25, 0.0]
    assert frame_shape(frame, "auto").is_plain


def test_a_picture_of_dots_is_told_by_its_first_bytes() -> None:
    assert is_drawn(PNG)
    assert is_drawn(b"RIFF\0\0\0\0WEBP")
    assert not is_drawn(b"RIFF\0\0\0\0WAVE")
    assert not is_drawn(b"VCLMTF")
