"""The words of one paragraph."""

from __future__ import annotations

import pytest

from desk.intake.document import IntakeDocument
from desk.intake.result import Dropped
from desk.intake.word.docx import read_docx
from desk.intake.word.runs import Line, css
from desk.text.blocks import TEXT_BLOCKS, Mark, Picture, Run
from tests.desk.intake.word.making import docx, drawing, part, png

_IMAGE = ("i", "image", "i.png", False)


def _read(content: str, *links: tuple[str, str, str, bool], original: bool = False) -> IntakeDocument:
    return read_docx(
        docx(f"<w:p>{content}</w:p>", {"i.png": png()}, *links, _IMAGE), "a.docx", original=original
    )


def _runs(content: str, *links: tuple[str, str, str, bool]) -> tuple[Run, ...]:
    (piece,) = _read(content, *links).pieces
    assert isinstance(piece.block, TEXT_BLOCKS)
    return piece.block.runs


def _words(content: str) -> list[str]:
    return [piece.words for piece in _read(content).pieces]


def _r(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_marks_are_those_that_one_sees() -> None:
    runs = _runs(
        _r("đậm", "<w:b/>") + _r("nghiêng", "<w:i/>") + _r("gạch", '<w:u w:val="single"/>')
        + _r("2", '<w:vertAlign w:val="superscript"/>') + _r("thường", '<w:b w:val="0"/><w:u w:val="none"/>')
    )  # fmt: skip
    assert [run.marks for run in runs] == [
        {Mark.BOLD}, {Mark.ITALIC}, {Mark.UNDERLINE}, {Mark.SUPER}, set(),
    ]  # fmt: skip


def test_capitals_are_those_of_the_style_small_ones_stay_as_written() -> None:
    assert _words(_r("Hội thi", "<w:caps/>") + _r(" Đảng bộ", "<w:smallCaps/>")) == ["HỘI THI Đảng bộ"]


def test_hidden_and_struck_words_go_and_are_counted() -> None:
    shown_again = _r(".", '<w:vanish w:val="0"/>')
    document = _read(_r("Thấy") + _r(" ẩn", "<w:vanish/>") + _r(" bỏ", "<w:strike/>") + shown_again)
    assert [piece.words for piece in document.pieces] == ["Thấy."]
    assert document.left_out == {Dropped.HIDDEN: 1, Dropped.STRUCK: 1}


def test_signs_of_their_own_elements_are_letters() -> None:
    content = (
        '<w:r><w:t>34</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t><w:tab/><w:t>5267</w:t>'
        "<w:noBreakHyphen/><w:t>1 khẳng</w:t><w:softHyphen/><w:t>định</w:t><w:br/>"
        '<w:t>sau</w:t><w:sym w:char="x"/></w:r>'
    )
    assert _words(content) == ["34°C 5267\u20111 khẳngđịnh\nsau"]


@pytest.mark.parametrize(
    ("font", "text", "words"),
    [
        (".VnTime", "Héi nghÞ c¸n bé", "Hội nghị cán bộ"),
        (".VnTimeH", "héi nghÞ", "HỘI NGHỊ"),
        ("VNI-Times", "Hoäi nghò", "Hội nghị"),
        (".VnTime", "Hội nghị cán bộ", "Hội nghị cán bộ"),
        ("Arial", "Héi", "Héi"),
    ],
)
def test_letters_of_old_fonts_become_unicode(font: str, text: str, words: str) -> None:
    assert _words(_r(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')) == [words]


def test_capitals_of_an_old_font_are_capitals() -> None:
    looks = '<w:caps/><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    assert _words(_r("Héi nghÞ c¸n bé", looks)) == ["HỘI NGHỊ CÁN BỘ"]


def test_a_soft_hyphen_is_a_letter_of_tcvn3() -> None:
    looks = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    assert _words(f"<w:r>{looks}<w:t>Th</w:t><w:softHyphen/><w:t>ëng</w:t></w:r>") == ["Thưởng"]


def test_unicode_in_a_font_that_only_names_itself_old_stays() -> None:
    looks = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    body = "".join(f"<w:p>{_r(text, looks)}</w:p>" for text in ("Cô Hà", "Đại hội Chi bộ"))
    assert [piece.words for piece in read_docx(docx(body), "a").pieces] == ["Cô Hà", "Đại hội Chi bộ"]


def test_links_lead_where_they_did() -> None:
    link = ("h", "hyperlink", "https://yte.example/a", True)
    runs = _runs(f'<w:hyperlink r:id="h" w:anchor="b">{_r("trang")}</w:hyperlink>{_r(" x")}', link)
    assert runs == (Run("trang", link="https://yte.example/a#b"), Run(" x"))
    assert _runs(f'<w:hyperlink w:anchor="b">{_r("trang")}</w:hyperlink>') == (Run("trang"),)
    simple = f"<w:fldSimple w:instr=' HYPERLINK \"https://a.example\" '>{_r('a')}</w:fldSimple>"
    assert _runs(simple) == (Run("a", link="https://a.example"),)


def _field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{_r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_field_shows_its_result() -> None:
    assert _words(_r("Hình ") + _field("SEQ Hình", "1") + _r(": Vượt suối")) == ["Hình 1: Vượt suối"]
    assert _runs(_field('HYPERLINK "https://a.example"', "a")) == (Run("a", link="https://a.example"),)


def test_a_formula_that_a_field_draws_is_named() -> None:
    drawn = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\f(1;</w:instrText></w:r>'
        '<w:r><w:instrText>2) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = _read(_r("Bằng ") + drawn + _r(" diện tích.") + '<w:fldSimple w:instr="eq \\r(2)"/>')
    assert [piece.words for piece in document.pieces] == ["Bằng diện tích."]
    assert document.left_out == {Dropped.EQUATIONS: 2}
    assert document.lines == ("EQ \\f(1;2)", "eq \\r(2)")


def test_tracked_changes_are_made_or_undone() -> None:
    content = (
        f"{_r('Quý ')}<w:del>{_r('I').replace('w:t', 'w:delText')}</w:del><w:ins>{_r('II')}"
        f"<w:del>{_r('I').replace('w:t', 'w:delText')}</w:del></w:ins>"
    )
    now, before = (_read(content, original=original) for original in (False, True))
    assert (now.pieces[0].words, before.pieces[0].words) == ("Quý II", "Quý I")
    assert now.left_out == {Dropped.TRACKED: 3}


def test_controls_tags_and_rubies_are_looked_into() -> None:
    inner = f"<w:smartTag><w:sdt><w:sdtContent>{_r('a')}</w:sdtContent></w:sdt></w:smartTag>"
    ruby = f"<w:r><w:ruby><w:rt>{_r('x')}</w:rt><w:rubyBase>{_r('b')}</w:rubyBase></w:ruby></w:r>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_r('Bấm')}</w:sdtContent></w:sdt>"
    document = _read(inner + ruby + prompt)
    assert (document.pieces[0].words, document.left_out) == ("ab", {Dropped.PROMPTS: 1})


def test_the_letters_of_an_equation_stay() -> None:
    document = _read(f"{_r('Điểm ')}<m:oMath><m:r><m:t>T=A</m:t></m:r></m:oMath>{_r('.')}")
    assert (document.pieces[0].words, document.left_out) == ("Điểm T=A.", {Dropped.EQUATIONS: 1})


def test_a_picture_beside_the_words_does_not_cut_them() -> None:
    def kinds(content: str) -> list[str]:
        return ["ẢNH" if isinstance(one.block, Picture) else one.words for one in _read(content).pieces]

    beside, among = drawing("i", anchored=True), drawing("i")
    assert kinds(beside + _r("Chú thích")) == ["ẢNH", "Chú thích"]
    assert kinds(_r("Một ") + beside + _r("hai")) == ["Một hai", "ẢNH"]
    assert kinds(among + "<w:r><w:br/></w:r>" + _r("Chú thích")) == ["ẢNH", "Chú thích"]
    assert (
        kinds(_r("ẩn", "<w:vanish/>") + drawing("i").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"))
        == []
    )


def test_a_box_is_read_once_and_its_fallback_never() -> None:
    words = f"<w:txbxContent><w:p>{_r('Trong hộp')}</w:p></w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>{words}</wps:txbx>'
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{words}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = _read(_r("Ngoài") + box)
    assert [piece.words for piece in document.pieces] == ["Ngoài", "Trong hộp"]
    assert document.left_out == {Dropped.TEXT_BOXES: 1}


def test_what_is_embedded_is_named() -> None:
    chart = "<w:r><w:drawing><wp:inline><c:chart/></wp:inline></w:drawing></w:r>"
    words = (
        '<w:r><w:pict><v:shape style="position:absolute"><v:textpath string="Chào"/></v:shape></w:pict></w:r>'
    )
    document = _read(_r("a") + chart + words)
    assert [piece.words for piece in document.pieces] == ["a", "Chào"]
    assert document.left_out == {Dropped.OBJECTS: 1, Dropped.TEXT_BOXES: 1}
    assert document.lines == ("chart",)


def test_an_object_is_lost_where_its_picture_is() -> None:
    ole = (
        '<w:r><w:object><v:shape><v:imagedata r:id="i"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/>'
        "</w:object></w:r>"
    )
    data = docx(f"<w:p>{_r('a')}{ole}</w:p>", {"media/i.png": png()}, ("i", "image", "media/i.png", False))
    shown = read_docx(data, "a.docx")
    assert (len(shown.pictures), shown.left_out) == (1, {Dropped.OBJECTS_SHOWN: 1})
    lost = read_docx(docx(f"<w:p>{_r('a')}{ole}</w:p>"), "a.docx")
    assert (lost.left_out, lost.lines) == ({Dropped.OBJECTS: 1}, ("Excel.Sheet.12",))


def test_blanks_or_a_tab_before_the_first_word_set_it_in() -> None:
    for start in ("\t", "  ", " \xa0"):
        line = Line()
        line.write(start)
        line.write("Chữ  ")
        assert line.indented
    for start in ("", " ", "\xa0"):
        line = Line()
        line.write(f"{start}Chữ\t")
        assert not line.indented


def test_a_run_says_its_size_where_it_differs() -> None:
    assert css({"size": 14.0}, 14.0) == ""
    assert css({"size": 12.0, "b": True}, 14.0) == "font-weight:bold;font-size:12pt"
    assert css({"font": '.VnTime;"x'}, 0.0) == "font-family:.VnTimex"
    assert css({"font": ".VnTime"}, 0.0, fonts=False) == ""


def test_a_note_deleted_with_its_sign_is_no_note() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2"><w:p>{_r("Chú")}</w:p></w:footnote>')
    sign = '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    document = read_docx(docx(f"<w:p>{_r('a')}{sign}</w:p>", {"footnotes.xml": notes}), "a")
    assert [piece.words for piece in document.pieces] == ["a"]
