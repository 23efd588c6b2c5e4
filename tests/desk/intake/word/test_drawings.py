"""What is drawn in a text."""

from __future__ import annotations

import pytest
from lxml import etree

from desk.intake.picture_parts import Shape
from desk.intake.word.drawings import Shown, ShownBox, ShownObject, ShownPicture, ShownWords, floats, shown
from tests.desk.intake.word.making import NAMES, drawing


def _drawing(text: str) -> etree._Element:
    return etree.fromstring(f"<w:r {NAMES}>{text}</w:r>")[0]


def _shown(text: str) -> list[Shown]:
    return list(shown(_drawing(text)))


def _picture(text: str) -> ShownPicture:
    (one,) = _shown(text)
    assert isinstance(one, ShownPicture)
    return one


def _own(text: str) -> str:
    return text.removeprefix("<w:r>").removesuffix("</w:r>")


def test_a_picture_names_its_bytes_its_crop_and_its_turn() -> None:
    crop, frame = '<a:srcRect l="25000" t="10000" r="15%"/>', '<a:xfrm rot="5400000" flipH="1"/>'
    one = _picture(_own(drawing("i", f"{crop}|{frame}", alt="Hội nghị")))
    assert (one.inside, one.outside, one.alt) == ("i", "", "Hội nghị")
    assert one.shape == Shape((0.25, 0.1, 0.15, 0.0), 90.0, True, False)
    assert _picture(_own(drawing("i", how="link"))).outside == "i"


def test_a_hidden_drawing_shows_nothing() -> None:
    assert (
        _shown('<w:drawing><wp:docPr hidden="1"/><pic:pic><a:blip r:embed="i"/></pic:pic></w:drawing>') == []
    )


def test_an_anchored_drawing_stands_beside_the_words() -> None:
    assert floats(_drawing(_own(drawing("i", anchored=True))))
    assert not floats(_drawing(_own(drawing("i"))))
    assert floats(_drawing('<w:pict><v:shape style="position: absolute;left:0"/></w:pict>'))
    assert not floats(_drawing('<w:pict><v:shape style="width:1pt"/></w:pict>'))


def test_an_old_picture_is_one() -> None:
    one = _picture(
        '<w:pict><v:shape style="rotation:-90;flip:x" alt="Nến"><v:imagedata r:id="i" cropleft="16384f" '
        'croptop=".1" cropright="?"/></v:shape></w:pict>'
    )
    assert (one.inside, one.alt) == ("i", "Nến")
    assert one.shape == Shape((0.25, 0.1, 0.0, 0.0), -90.0, True, False)
    assert (
        _shown('<w:pict><v:shape style="visibility:hidden"><v:imagedata r:id="i"/></v:shape></w:pict>') == []
    )


def test_a_shape_that_a_picture_fills_is_one() -> None:
    filled = '<wps:spPr><a:blipFill><a:blip r:embed="i"/></a:blipFill></wps:spPr>'
    assert _picture(f"<w:drawing><wps:wsp>{filled}</wps:wsp></w:drawing>").inside == "i"
    assert _picture('<w:pict><v:rect><v:fill r:id="i"/></v:rect></w:pict>').inside == "i"
    assert _shown('<w:pict><v:rect><v:fill color="red"/></v:rect></w:pict>') == []


def test_boxes_and_pictures_of_a_group_come_in_their_order() -> None:
    group = (
        '<w:drawing><mc:AlternateContent><mc:Choice Requires="wps"><pic:pic><a:blip r:embed="i"/></pic:pic>'
        "<wps:txbx><w:txbxContent/></wps:txbx></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
        "</mc:AlternateContent></w:drawing>"
    )
    assert [type(one) for one in _shown(group)] == [ShownPicture, ShownBox]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<w:pict><v:shape><v:textpath string="CHÀO MỪNG"/></v:shape></w:pict>', [ShownWords("CHÀO MỪNG")]),
        ("<w:drawing><c:chart/></w:drawing>", [ShownObject("chart")]),
        ('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>', [ShownObject("Excel.Sheet.12")]),
        (
            '<w:object><o:OLEObject ProgID="Equation.3"/></w:object>',
            [ShownObject("Equation.3", formula=True)],
        ),
        ("<w:pict><v:line/></w:pict>", []),
    ],
)
def test_words_charts_and_objects(text: str, found: list[Shown]) -> None:
    assert _shown(text) == found
