"""A design and an imprint as they are stored: read back whole, and leniently where a file is older or newer."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from desk.edition.design import CoverDesign, Design, Fitting, InnerDesign, PageFormat
from desk.edition.edition import Imprint
from desk.issues.stored_design import OWN, design_json, imprint_json, over, read_design, read_imprint

DESIGN = Design(PageFormat.A4, CoverDesign.PHOTO, InnerDesign.CLEAR, grey=True, emblem="a" * 64)


def test_what_is_stored_is_read_back() -> None:
    assert read_design(design_json(DESIGN)) == DESIGN
    own = Imprint(copies=300, deposit=" tháng 4 ")
    assert read_imprint(imprint_json(own)) == Imprint(copies=300, deposit="tháng 4")
    assert imprint_json(Imprint()) == "{}"


def test_what_is_not_said_is_as_usual_and_what_is_unknown_is_left_out() -> None:
    assert read_design("{}") == Design()
    assert read_design('{"cover": "frame", "later": 1}') == Design(cover=CoverDesign.FRAME)
    assert read_imprint('{"later": "x"}') == Imprint()


def test_a_fitting_is_stored_only_where_it_is_not_usual() -> None:
    """Old desks and releases stay as they are: what is stored of a usual design says nothing of it."""
    assert "fitting" not in design_json(DESIGN)
    fitted = replace(DESIGN, fitting=Fitting(lines=1, air=-1, pictures=8))
    assert read_design(design_json(fitted)) == fitted
    assert read_design('{"fitting": {"lines": 2, "later": 1}}') == Design(fitting=Fitting(lines=2))


def test_an_issue_says_otherwise_than_the_desk() -> None:
    desk = Imprint(responsible="Trần Thị Lãnh", printer="Nhà in tỉnh", copies=300)
    assert over(desk, Imprint(copies=500)) == Imprint(
        responsible="Trần Thị Lãnh", printer="Nhà in tỉnh", copies=500
    )


def test_every_line_of_a_design_is_kept() -> None:
    for design in (
        Design(),
        Design(PageFormat.SMALL, CoverDesign.FRAME, InnerDesign.CLASSIC, grey=False, photo="b" * 64),
        replace(DESIGN, grey=False, emblem="", photo="c" * 64),
    ):
        assert read_design(design_json(design)) == design


def test_an_imprint_stores_what_it_says_in_one_form_of_its_letters() -> None:
    typed = unicodedata.normalize("NFD", " Nhà in tỉnh ")
    assert imprint_json(Imprint(printer=typed, copies=0)) == '{"printer": "Nhà in tỉnh"}'


def test_the_lines_of_an_issues_own_are_lines_of_the_imprint() -> None:
    assert set(OWN) == {"copies", "licence", "deposit", "designer", "proofreader"}
    every = Imprint(copies=1, licence="a", deposit="b", designer="c", proofreader="d")
    assert over(Imprint(licence="x", copies=9), every) == every
