"""Word files read whole: forms with their answers, files that are none, files made to choke a reader."""

from __future__ import annotations

import random
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.pieces import Hint
from desk.intake.result import Dropped
from desk.intake.word.docx import read_docx
from desk.text.blocks import Picture
from tests.desk.intake.word.answers import (
    OLD_WORD,
    UNSEEN,
    WORD_FILES,
    answer,
    even,
    missing_tables,
    missing_words,
    right_pictures,
    tables,
    whole_text,
)
from tests.desk.intake.word.making import docx, drawing, paragraph, part, png, zipped
from tests.effort import examples

_REFUSED = {"broken": IntakeFault.BROKEN, "password": IntakeFault.ENCRYPTED}
_REPORTED = {"linked-picture": Dropped.LINKED_PICTURES, "smartart": Dropped.OBJECTS, "ole": Dropped.OBJECTS}


def _fault(data: bytes) -> IntakeFault:
    with pytest.raises(BadIntake) as refused:
        read_docx(data, "bài.docx")
    assert refused.value.name == "bài.docx"
    return refused.value.fault


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem)
def test_a_form_is_read_as_its_answer_says(path: Path) -> None:
    told = answer(path)
    data, number = path.read_bytes(), path.stem.split()[0]
    if "refused" in told:
        assert _fault(data) is _REFUSED[told["refused"]]
        return
    if number == OLD_WORD:
        assert _fault(data) is IntakeFault.UNKNOWN_KIND
        return
    want, document = told["want"], read_docx(data, path.name)
    texts = [whole_text(document, raised=raised) for raised in (True, False)]
    assert min((missing_words(want, text) for text in texts), key=len) == []
    assert missing_tables(want, tables(document)) == []
    assert right_pictures(want, len(document.pictures))
    assert len(document.pictures) == sum(isinstance(piece.block, Picture) for piece in document.pieces)
    for one in (
        want["dropped_contains"] if number in UNSEEN and UNSEEN[number] is None else UNSEEN.get(number) or ()
    ):
        assert even(one) not in texts[0]
    for one in want.get("must_report", ()):
        assert document.left_out.get(_REPORTED[one])
    assert bool(document.left_out.get(Dropped.TRACKED)) == want["tracked"]
    assert [(one.author, one.text) for one in document.comments] == [
        (one["author"], one["text"]) for one in want["comments"]
    ]
    notes = [piece for piece in document.pieces if piece.hint is Hint.NOTE]
    assert len(notes) == len(want["footnotes"]) == document.left_out.get(Dropped.FOOTNOTES, 0)


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.stem)
def test_whatever_the_bytes_are_nothing_but_a_refusal_comes(path: Path) -> None:
    data = path.read_bytes()
    chance = random.Random(path.stem)
    for turn in range(examples(30)):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        if turn % 3 == 0:
            del broken[chance.randrange(len(broken)) :]
        with suppress(BadIntake):
            read_docx(bytes(broken), path.name)


def test_whatever_the_xml_says_nothing_but_a_refusal_comes() -> None:
    """What the zip's own sums would catch first: values that are none, in XML that is well formed."""
    values = ("", "-1", "999999999999", "abc", "1e9", "%", "é", "0x1F", "nan", "true")
    for path in WORD_FILES[::5]:
        if "refused" in answer(path) or path.stem.startswith(OLD_WORD):
            continue
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        chance = random.Random(path.stem)
        names = [name for name in parts if name.endswith((".xml", ".rels"))]
        for _ in range(examples(12)):
            name = chance.choice(names)
            pieces = parts[name].split(b'"')
            if len(pieces) > 2:
                pieces[chance.randrange(len(pieces) // 2) * 2 + 1] = chance.choice(values).encode()
            with suppress(BadIntake):
                read_docx(zipped({**parts, name: b'"'.join(pieces)}), path.name)


def test_what_is_no_word_file_is_refused_with_its_reason() -> None:
    whole = docx(paragraph("Bài"))
    assert _fault(b"") is IntakeFault.EMPTY
    assert _fault(b"%PDF-1.7") is IntakeFault.BROKEN
    assert _fault(whole[: len(whole) // 2]) is IntakeFault.BROKEN
    assert _fault(zipped({"a.txt": "a"})) is IntakeFault.UNKNOWN_KIND
    assert _fault(zipped({"[Content_Types].xml": "<Types/>"})) is IntakeFault.BROKEN
    assert _fault(docx("<w:p>")) is IntakeFault.BROKEN
    invalid: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": part("document", "?").encode() + b"\xff",
    }
    assert _fault(zipped(invalid)) is IntakeFault.BROKEN
    sheet = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<workbook/>"}
    assert _fault(zipped(sheet)) is IntakeFault.UNKNOWN_KIND


def test_entities_are_refused_before_anything_is_read() -> None:
    laughs = "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
    body = part("document", "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body>")
    parts = {"[Content_Types].xml": "<Types/>"}
    for text in ((laughs + body).encode(), ("\ufeff" + laughs + body).encode("utf-16-le")):
        assert _fault(zipped({**parts, "word/document.xml": text})) is IntakeFault.DANGEROUS
    styled = docx(paragraph("Bài"), {"styles.xml": laughs + part("styles", "")})
    assert _fault(styled) is IntakeFault.DANGEROUS


def test_text_in_utf_16_is_read() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + part(
        "document", f"<w:body>{paragraph('Đại hội')}</w:body>"
    )
    data = zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": text.encode("utf-16")})
    assert [piece.words for piece in read_docx(data, "a.docx").pieces] == ["Đại hội"]


def test_what_would_choke_a_reader_is_too_heavy() -> None:
    bomb = docx(f"<w:p><w:r><w:t>{' ' * (limits.RATIO_BYTES + 1)}</w:t></w:r></w:p>")
    assert _fault(bomb) is IntakeFault.TOO_HEAVY
    assert _fault(zipped({f"a{at}": "" for at in range(3_000)})) is IntakeFault.TOO_HEAVY
    deep = "<w:sdt><w:sdtContent>" * 300 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 300
    assert _fault(docx(deep)) is IntakeFault.TOO_HEAVY
    row = f"<w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    assert _fault(docx(f"<w:tbl>{row * 50_000}</w:tbl>")) is IntakeFault.TOO_HEAVY


@pytest.mark.parametrize(
    ("around", "step", "ground"),
    [
        ("|", "<w:sdt><w:sdtContent>|</w:sdtContent></w:sdt>", paragraph("đáy")),
        ("|", "<w:customXml>|</w:customXml>", paragraph("đáy")),
        ("|", "<w:ins>|</w:ins>", paragraph("đáy")),
        ("|", f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>|</w:tc></w:tr></w:tbl>", paragraph("đáy")),
        ("|", "<w:tbl><w:tr><w:tc>|</w:tc></w:tr></w:tbl>", paragraph("đáy")),
        ("<w:tbl>|</w:tbl>", "<w:ins>|</w:ins>", f"<w:tr><w:tc>{paragraph('đáy')}</w:tc></w:tr>"),
        ("<w:p>|</w:p>", "<w:smartTag>|</w:smartTag>", "<w:r><w:t>đáy</w:t></w:r>"),
        ("<w:p><m:oMath>|</m:oMath></w:p>", "<m:e>|</m:e>", "<m:r><m:t>đáy</m:t></m:r>"),
        ("<w:p><m:oMath>|</m:oMath></w:p>", "<m:f><m:num>|</m:num></m:f>", "<m:r><m:t>đáy</m:t></m:r>"),
        ("<w:p><w:r><w:pict>|</w:pict></w:r></w:p>", "<v:group>|</v:group>", '<v:textpath string="đáy"/>'),
        (
            "|",
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>|</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
            paragraph("đáy"),
        ),
    ],
)
def test_what_is_nested_is_read_to_its_ground_or_refused(around: str, step: str, ground: str) -> None:
    """The parser refuses more than 256 elements around one; up to there Python's own stack must hold."""

    def nested(times: int) -> bytes:
        (first, last), (begin, end) = around.split("|"), step.split("|")
        return docx(first + begin * times + ground + end * times + last)

    steps = step.partition("|")[0].count("<") - step.partition("|")[0].count("</") * 2
    document = read_docx(nested(240 // steps if steps > 1 else 240), "a.docx")
    assert "đáy" in "".join(piece.words for piece in document.pieces)
    assert _fault(nested(256)) is IntakeFault.TOO_HEAVY


def test_a_broken_picture_costs_nobody_the_words() -> None:
    data = docx(
        f"<w:p>{drawing('i')}</w:p>" + paragraph("Chú thích"),
        {"image1.png": b"no picture"},
        ("i", "image", "image1.png", False),
    )
    document = read_docx(data, "a.docx")
    assert [piece.words for piece in document.pieces] == ["Chú thích"]
    assert document.pieces[0].after_picture
    assert (document.left_out, document.lines) == ({Dropped.PICTURES: 1}, ("image1.png",))


def test_headers_that_say_something_are_counted() -> None:
    data = docx(
        paragraph("Bài"),
        {
            "header1.xml": part("hdr", paragraph("Liên đoàn Lao động")),
            "footer1.xml": part("ftr", paragraph("1")),
        },
        ("h", "header", "header1.xml", False),
        ("f", "footer", "footer1.xml", False),
    )
    document = read_docx(data, "a.docx")
    assert [piece.words for piece in document.pieces] == ["Bài"]
    assert document.left_out == {Dropped.HEADERS: 1}


def test_the_text_before_the_changes_can_be_asked_for() -> None:
    (path,) = (path for path in WORD_FILES if path.stem.startswith("03 "))
    before = whole_text(read_docx(path.read_bytes(), path.name, original=True), raised=True)
    assert "quí II" in before
    assert "121 hội nghị" in before
    assert "Tỉnh ủy tổ chức" in before
    assert before.index("tin giả") < before.index("tiếng Mông")


def test_pictures_look_as_they_do_in_word() -> None:
    (path,) = (path for path in WORD_FILES if path.stem.startswith("14 "))
    with zipfile.ZipFile(path) as archive:
        whole = [Image.open(BytesIO(archive.read(f"word/media/{name}"))).size for name in _media(archive)]
    cropped, turned = (
        Image.open(BytesIO(one.data)).size for one in read_docx(path.read_bytes(), "a").pictures
    )
    assert cropped == (round(whole[0][0] * 0.6), round(whole[0][1] * 0.9))
    assert turned == (whole[1][1], whole[1][0])


def _media(archive: zipfile.ZipFile) -> list[str]:
    return sorted(name.rpartition("/")[2] for name in archive.namelist() if "/media/" in name)


def test_fonts_and_colours_of_a_word_file_are_nobodys_loss() -> None:
    looks = '<w:sz w:val="30"/><w:color w:val="FF0000"/><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    document = read_docx(docx(paragraph("Bài", run=looks)), "a.docx")
    assert document.left_out == {}
    assert document.pieces[0].size == 15.0


def test_a_comment_at_an_empty_paragraph_stands_at_the_piece_before_it() -> None:
    body = paragraph("Trước") + '<w:p><w:commentRangeStart w:id="7"/></w:p>' + paragraph("Sau")
    words = part("comments", f'<w:comment w:id="7" w:author="Thủy">{paragraph("Xem lại")}</w:comment>')
    document = read_docx(docx(body, {"comments.xml": words}), "a.docx")
    (comment,) = document.comments
    assert comment.source == document.pieces[0].source


def test_png_of_the_maker_is_a_picture() -> None:
    data = docx(
        f"<w:p>{drawing('i', alt='Hội nghị')}</w:p>",
        {"i.png": png()},
        ("i", "image", "i.png", False),
    )
    (picture,) = read_docx(data, "a.docx").pictures
    assert (picture.name, picture.data) == ("Hội nghị", png())
