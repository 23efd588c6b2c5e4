"""Markup that a reader of another format writes, read into pieces."""

from __future__ import annotations

from desk.intake.html.markup import element, escaped, picture, read_markup, style
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.text.blocks import ListItem, Paragraph, Picture, Table, block_text


def test_signs_of_markup_are_letters() -> None:
    words = 'Chỉ thị 05-CT/TW & "a < b > c" &amp;'
    document = read_markup(element("p", escaped(words)))
    assert document.pieces[0].words == words


def test_an_element_leaves_empty_attributes_out() -> None:
    assert element("p", "a", class_="MsoTitle", style="", id="p1") == '<p class="MsoTitle" id="p1">a</p>'
    assert (
        style({"text-align": "center", "font-size": "", "display": "none"})
        == "text-align:center;display:none"
    )


def test_the_look_of_a_paragraph_goes_with_it() -> None:
    document = read_markup(
        [
            element(
                "p",
                element("span", "A", style="font-size:14pt;font-weight:bold"),
                id="p1",
                style="text-align:center",
            ),
            element("p", element("i", "B"), id="p2", style="text-align:right"),
            element("p", "\xa0\xa0\xa0C"),
            element("p", "Ảnh: D", class_="MsoCaption"),
            element("p", "1 E", class_="MsoFootnoteText"),
            element("p", "F", style="text-indent:28pt"),
        ]
    )
    a, b, c, d, e, f = document.pieces
    assert (a.source, a.centred, a.size, a.bold, a.italic) == ("p1", True, 14.0, True, False)
    assert (b.source, b.right, b.italic, b.size) == ("p2", True, True, 0.0)
    assert (c.indented, c.words) == (True, "C")
    assert (d.hint, e.hint) == (Hint.CAPTION, Hint.NOTE)
    assert f.indented


def test_a_picture_that_came_beside_is_at_its_place() -> None:
    document = read_markup(
        [element("p", "Trước"), element("p", picture("media/1.png", "Hội nghị")), element("p", "Sau")],
        {"media/1.png": b"\x89PNG"},
    )
    assert [type(piece.block) for piece in document.pieces] == [Paragraph, Picture, Paragraph]
    (shown,) = document.pictures
    assert (shown.data, shown.name) == (b"\x89PNG", "Hội nghị")
    assert shown.block_id == document.pieces[1].block.id
    assert document.pieces[2].after_picture


def test_a_picture_without_bytes_is_named() -> None:
    document = read_markup(element("p", picture("media/2.emf")))
    assert document.pictures == ()
    assert document.left_out == {Dropped.PICTURES: 1}
    assert document.lines == ("part:media/2.emf",)


def test_lists_and_tables_are_read_as_those_of_pages() -> None:
    document = read_markup(
        "<ol><li>Một</li><li>Hai</li></ol><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    )
    one, two, table = (piece.block for piece in document.pieces)
    assert isinstance(one, ListItem)
    assert one.ordered
    assert isinstance(two, ListItem)
    assert isinstance(table, Table)
    assert block_text(table) == "a\tb\nc\td"


def test_a_table_has_the_id_of_its_element_and_what_is_in_it_has_none_of_its_own() -> None:
    cells = f"<tr><td>{element('p', 'a', id='p9')}</td><td>b</td></tr>"
    document = read_markup([element("p", "x", id="p1"), element("table", cells, id="p2"), element("p", "y")])
    assert [piece.source for piece in document.pieces] == ["p1", "p2", ""]
