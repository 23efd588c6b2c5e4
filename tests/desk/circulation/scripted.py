"""Twelve articles, and what somebody does to the Word file of one: each edit with the text that it must make."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from lxml import etree

from desk.edition.edition import Names
from desk.press.word.article import article_word
from desk.text.blocks import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    new_id,
    normal,
    plain,
    sha256,
    to_json,
)
from desk.text.stamp import BLOCK_MARK, Stamp
from tests.ui.editor.sample import picture_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMES = Names("ĐẢNG BỘ TỈNH NGHỆ AN", "BAN TUYÊN GIÁO TỈNH ỦY")
DESK = "d" * 64
PICTURE = "ab" * 32
_SAID = (
    "hội nghị cán bộ toàn tỉnh phát biểu kết luận nêu rõ nhiệm vụ trọng tâm năm công tác tuyên giáo cấp "
    "ủy cơ sở đồng chí kiểm tra giám sát tư tưởng học tập nghị quyết tuyên truyền kết quả sáu tháng đầu "
    "năm còn một số hạn chế cần khắc phục đề nghị các địa phương báo cáo trước ngày 30/6/2019 theo Kế "
    "hoạch 36-KH/TU"
)
_WORDS = _SAID.split(" ")
Element: TypeAlias = Any


def articles() -> list[ArticleText]:
    """Return twelve articles: news, lists, headings, tables, pictures, quotations, a frame."""
    return [_article(number) for number in range(12)]


def _article(number: int) -> ArticleText:
    chance = random.Random(number)

    def words(count: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize() + "."

    def paragraph() -> Block:
        return Paragraph(new_id(), (Run(words(chance.randint(18, 45))),))

    blocks: list[Block] = [paragraph() for _ in range(5)]
    if number % 2:
        blocks.insert(2, Heading(new_id(), (Run(words(5)),), 1))
    if number % 3 == 0:
        blocks.insert(3, Quote(new_id(), (Run(words(14)),)))
    if number % 3 == 1:
        blocks[3:3] = [ListItem(new_id(), (Run(words(9)),), ordered=bool(number % 2)) for _ in range(3)]
    blocks[1] = Paragraph(
        new_id(), (Run("Đồng chí "), Run("Nguyễn Văn An", frozenset({Mark.BOLD})), Run(" " + words(20)))
    )
    table = [["TT", "Đơn vị", "Kết quả"], *([str(n), words(3), str(n * 7)] for n in range(1, 4))]
    blocks.insert(
        4, Table(new_id(), tuple(tuple((Run(cell),) for cell in row) for row in table), header=True)
    )
    blocks.insert(5, Picture(new_id(), PICTURE, words(7), "Minh Đức"))
    if number % 4 == 0:
        blocks.append(Table(new_id(), (((Run(words(8) + "\n" + words(9)),),),)))
    return normal(ArticleText(words(8)[:-1], words(16), "Phòng Khoa giáo", None, tuple(blocks)))


def stamp_of(text: ArticleText) -> Stamp:
    return Stamp(DESK, 12, 3, sha256(to_json(text)))


def written(text: ArticleText) -> bytes:
    """Return the Word file of an article as the desk gives it out."""
    return article_word(text, {PICTURE: picture_bytes(300, 200)}, NAMES, 2019, stamp_of(text))


# -- the file ----------------------------------------------------------------------------------------------


class WordFile:
    """A Word file that is edited as a word processor edits it; `author` tracks the changes under a name."""

    def __init__(self, data: bytes, author: str = "") -> None:
        self._parts = {}
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self._parts = {name: file.read(name) for name in file.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])
        self.body = self.root.find(f"{W}body")
        self._author, self._count = author, 1000

    def bytes(self) -> bytes:
        self._parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in self._parts.items():
                file.writestr(name, data)
        return out.getvalue()

    def strip(self) -> None:
        """Take out all that the desk put in to know the file again, but its words."""
        for tag in ("bookmarkStart", "bookmarkEnd"):
            marks: list[Element] = list(self.root.iter(W + tag))
            for one in marks:
                one.getparent().remove(one)
        self._parts.pop("docProps/custom.xml", None)
        self._parts.pop("customXml/item1.xml", None)
        for name in ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"):
            root = etree.fromstring(self._parts[name])
            for one in list(root):
                if any("custom" in str(value) for value in one.attrib.values()):
                    root.remove(one)
            self._parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    def paragraph(self, block: str) -> Element:
        """Return the paragraph that a block's bookmark begins in."""
        name = BLOCK_MARK + block
        mark = next(one for one in self.root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == name)
        return next(one for one in mark.iterancestors(f"{W}p"))

    # -- letters ---------------------------------------------------------------------------------------

    def replace(self, paragraph: Element, old: str, new: str) -> None:
        """Replace words that stand in one run."""
        run = next(one for one in paragraph.iter(f"{W}r") if old in _letters(one))
        head, tail = _letters(run).split(old, 1)
        pieces = [self._run(run, head), *self._changed(run, old, new), self._run(run, tail)]
        for one in pieces:
            run.addprevious(one)
        run.getparent().remove(run)

    def _changed(self, run: Element, old: str, new: str) -> list[Element]:
        if not self._author:
            return [self._run(run, new)]
        out = []
        if old:
            out.append(self._tracked("del", [self._run(run, old, "delText")]))
        if new:
            out.append(self._tracked("ins", [self._run(run, new)]))
        return out

    def _tracked(self, tag: str, content: list[Element]) -> Element:
        change = etree.Element(W + tag)
        self._count += 1
        change.set(f"{W}id", str(self._count))
        change.set(f"{W}author", self._author)
        change.set(f"{W}date", "2019-04-10T08:00:00Z")
        change.extend(content)
        return change

    def _run(self, like: Element, words: str, tag: str = "t") -> Element:
        run = etree.Element(f"{W}r")
        if (look := like.find(f"{W}rPr")) is not None:
            run.append(copy.deepcopy(look))
        text = etree.SubElement(run, W + tag)
        text.text = words
        text.set(SPACE, "preserve")
        return run

    def bold(self, paragraph: Element, words: str) -> None:
        run = next(one for one in paragraph.iter(f"{W}r") if words in _letters(one))
        head, tail = _letters(run).split(words, 1)
        fat = self._run(run, words)
        look = fat.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            fat.insert(0, look)
        look.insert(0, etree.Element(f"{W}b"))
        if self._author:
            look.append(self._tracked("rPrChange", [etree.Element(f"{W}rPr")]))
        for one in (self._run(run, head), fat, self._run(run, tail)):
            run.addprevious(one)
        run.getparent().remove(run)

    # -- paragraphs ------------------------------------------------------------------------------------

    def add_after(self, paragraph: Element, words: str) -> None:
        made = etree.Element(f"{W}p")
        properties = etree.SubElement(made, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", "BTBody")
        run = self._run(etree.Element(f"{W}r"), words)
        if self._author:
            etree.SubElement(properties, f"{W}rPr").append(self._tracked("ins", []))
            made.append(self._tracked("ins", [run]))
        else:
            made.append(run)
        _whole(paragraph).addnext(made)

    def remove(self, paragraph: Element) -> None:
        if not self._author:
            whole = _whole(paragraph)
            whole.getparent().remove(whole)
            return
        for own in list(paragraph.iter(f"{W}ins")):  # who deletes what they put in themselves leaves nothing
            own.getparent().remove(own)
        for run in list(paragraph.iter(f"{W}r")):
            if run.getparent().tag == f"{W}del":
                continue
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"
            change = self._tracked("del", [])
            run.addprevious(change)
            change.append(run)
        properties = paragraph.find(f"{W}pPr")
        mark = properties.find(f"{W}rPr")
        if mark is None:
            mark = etree.SubElement(properties, f"{W}rPr")
        mark.insert(0, self._tracked("del", []))

    def move_after(self, paragraph: Element, after: Element) -> None:
        whole = _whole(paragraph)
        if not self._author:
            _whole(after).addnext(whole)
            return
        there = copy.deepcopy(whole)
        for mark in [*there.iter(f"{W}bookmarkStart"), *there.iter(f"{W}bookmarkEnd")]:
            mark.getparent().remove(mark)
        for change in list(there.iter(f"{W}del")):
            change.getparent().remove(change)
        for change in list(there.iter(f"{W}ins")):
            for run in list(change):
                change.addprevious(run)
            change.getparent().remove(change)
        for run in list(there.iter(f"{W}r")):
            change = self._tracked("moveTo", [])
            run.addprevious(change)
            change.append(run)
        _whole(after).addnext(there)
        self.remove(whole)
        for one in list(whole.iter(f"{W}del")):
            one.tag = f"{W}moveFrom"
            for text in one.iter(f"{W}delText"):
                text.tag = f"{W}t"
        mark = whole.find(f"{W}pPr/{W}rPr/{W}moveFrom")
        if mark is not None:
            mark.tag = f"{W}del"

    def split(self, paragraph: Element, before: str) -> None:
        """Press Enter before some words: the bookmark begins in the first piece, and ends in the second."""
        run = next(one for one in paragraph.iter(f"{W}r") if before in _letters(one))
        head, tail = _letters(run).split(before, 1)
        second = etree.Element(f"{W}p")
        second.append(copy.deepcopy(paragraph.find(f"{W}pPr")))
        following = [run, *run.itersiblings()]
        for one in following:
            second.append(one)
        run.addprevious(self._run(run, before + tail))
        second.remove(run)
        paragraph.append(self._run(run, head.rstrip()))
        paragraph.addnext(second)
        if self._author:
            properties = paragraph.find(f"{W}pPr")
            etree.SubElement(properties, f"{W}rPr").append(self._tracked("ins", []))

    def join(self, paragraph: Element, second: Element) -> None:
        if self._author:
            properties = paragraph.find(f"{W}pPr")
            mark = properties.find(f"{W}rPr")
            if mark is None:
                mark = etree.SubElement(properties, f"{W}rPr")
            mark.insert(0, self._tracked("del", []))
            run = next(second.iter(f"{W}r"))
            run.addprevious(self._tracked("ins", [self._run(run, " ")]))
            return
        paragraph.append(self._run(etree.Element(f"{W}r"), " "))
        for one in list(second):
            if one.tag != f"{W}pPr":
                paragraph.append(one)
        second.getparent().remove(second)


def _letters(run: Element) -> str:
    return "".join(one.text or "" for one in run.iter(f"{W}t"))


def _whole(paragraph: Element) -> Element:
    """Return what stands in the body: the paragraph, or the table around it."""
    table = next(paragraph.iterancestors(f"{W}tbl"), None)
    return paragraph if table is None else table


# -- edits -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Script:
    """An edit by its name: what it does to the file and the text that it makes; of how many edits a reader speaks."""

    name: str
    do: Callable[[WordFile, ArticleText], ArticleText]
    edits: int = 1


def _body(text: ArticleText) -> list[Block]:
    return [one for one in text.blocks if isinstance(one, Paragraph)]


def _with(text: ArticleText, block: Block) -> ArticleText:
    return replace(text, blocks=tuple(block if one.id == block.id else one for one in text.blocks))


def _exchanged(text: ArticleText, block: Any, old: str, new: str) -> ArticleText:
    runs = list(block.runs)
    at = next(n for n, run in enumerate(runs) if old in run.text)
    runs[at] = replace(runs[at], text=runs[at].text.replace(old, new, 1))
    return _with(text, replace(block, runs=tuple(runs)))


def _piece(block: Any, start: int, count: int) -> str:
    """Return some words of a block's last run, without no-break spaces between them in the file."""
    words = block.runs[-1].text.split(" ")
    for at in range(start, len(words) - count):
        some = words[at : at + count]
        if not any(sign.isdigit() for word in words[max(0, at - 1) : at + count + 1] for sign in word):
            phrase = " ".join(some)
            if block.runs[-1].text.count(phrase) == 1 and phrase:
                return phrase
    raise AssertionError("no words")


def _word(number: int, new: str) -> Callable[[WordFile, ArticleText], ArticleText]:
    def do(file: WordFile, text: ArticleText) -> ArticleText:
        block: Any = _body(text)[number]
        old = _piece(block, 4, 3)
        file.replace(file.paragraph(block.id), old, new)
        return _exchanged(text, block, old, new)

    return do


def _sentence(file: WordFile, text: ArticleText) -> ArticleText:
    block: Any = _body(text)[2]
    said = " Đề nghị các đồng chí xem lại số liệu này."
    end = block.runs[-1].text[-12:]
    end = end[end.find(" ") + 1 :]
    file.replace(file.paragraph(block.id), end, end + said)
    return _exchanged(text, block, block.runs[-1].text, block.runs[-1].text + said)


def _cut_words(file: WordFile, text: ArticleText) -> ArticleText:
    block: Any = _body(text)[3]
    old = _piece(block, 6, 2) + " "
    file.replace(file.paragraph(block.id), old, "")
    return _exchanged(text, block, old, "")


def _bold(file: WordFile, text: ArticleText) -> ArticleText:
    block: Any = _body(text)[0]
    words = _piece(block, 5, 3)
    file.bold(file.paragraph(block.id), words)
    head, tail = block.runs[0].text.split(words, 1)
    runs = (Run(head), Run(words, frozenset({Mark.BOLD})), Run(tail))
    return _with(text, replace(block, runs=runs))


def _title(file: WordFile, text: ArticleText) -> ArticleText:
    old = text.title.split()[2]
    file.replace(file.paragraph("title"), f" {old}", f" {old} chuyên đề")
    return replace(text, title=text.title.replace(f" {old}", f" {old} chuyên đề", 1))


def _lead(file: WordFile, text: ArticleText) -> ArticleText:
    old = text.lead.split()[0]
    file.replace(file.paragraph("lead"), old, f"Hôm qua, {old.lower()}")
    return replace(text, lead=f"Hôm qua, {old.lower()}" + text.lead[len(old) :])


def _caption(file: WordFile, text: ArticleText) -> ArticleText:
    picture = next(one for one in text.blocks if isinstance(one, Picture))
    old = picture.caption.split()[0]
    file.replace(file.paragraph(picture.id + "_c"), old, "Quang cảnh")
    return _with(text, replace(picture, caption=picture.caption.replace(old, "Quang cảnh", 1)))


def _table(text: ArticleText) -> Table:
    return next(one for one in text.blocks if isinstance(one, Table) and len(one.rows) > 1)


def _cell(file: WordFile, text: ArticleText) -> ArticleText:
    table = _table(text)
    rows = [list(row) for row in table.rows]
    whole = _whole(file.paragraph(table.id))
    cell = whole.findall(f"{W}tr")[2].findall(f"{W}tc")[2].find(f"{W}p")
    file.replace(cell, plain(rows[2][2]), "1.250")
    rows[2][2] = (Run("1.250"),)
    return _with(text, replace(table, rows=tuple(map(tuple, rows))))


def _row(file: WordFile, text: ArticleText) -> ArticleText:
    table = _table(text)
    whole = _whole(file.paragraph(table.id))
    line = whole.findall(f"{W}tr")[2]
    made = copy.deepcopy(line)
    for mark in [*made.iter(f"{W}bookmarkStart"), *made.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    for cell, words in zip(made.iter(f"{W}t"), ("9", "Đơn vị mới thêm vào", "77"), strict=True):
        cell.text = words
    line.addnext(made)
    rows = list(table.rows)
    rows.insert(3, ((Run("9"),), (Run("Đơn vị mới thêm vào"),), (Run("77"),)))
    return _with(text, replace(table, rows=tuple(rows)))


ADDED = "Đoạn này do lãnh đạo viết thêm để bổ sung kết quả sáu tháng đầu năm."


def _added(file: WordFile, text: ArticleText) -> ArticleText:
    block = _body(text)[2]
    file.add_after(file.paragraph(block.id), ADDED)
    at = text.blocks.index(block) + 1
    made = Paragraph("new00001", (Run(ADDED),))
    return replace(text, blocks=(*text.blocks[:at], made, *text.blocks[at:]))


def _removed(file: WordFile, text: ArticleText) -> ArticleText:
    block = _body(text)[2]
    file.remove(file.paragraph(block.id))
    return replace(text, blocks=tuple(one for one in text.blocks if one is not block))


def _moved(file: WordFile, text: ArticleText) -> ArticleText:
    block, after = _body(text)[0], _body(text)[3]
    file.move_after(file.paragraph(block.id), file.paragraph(after.id))
    blocks = [one for one in text.blocks if one is not block]
    blocks.insert(blocks.index(after) + 1, block)
    return replace(text, blocks=tuple(blocks))


def _split(file: WordFile, text: ArticleText) -> ArticleText:
    block: Any = _body(text)[3]
    before = _piece(block, 9, 2)
    file.split(file.paragraph(block.id), before)
    head, tail = block.runs[0].text.split(before, 1)
    at = text.blocks.index(block)
    pieces = (
        replace(block, runs=(Run(head.rstrip()),)),
        Paragraph("new00002", (Run(before + tail),)),
    )
    return replace(text, blocks=(*text.blocks[:at], *pieces, *text.blocks[at + 1 :]))


def _joined(file: WordFile, text: ArticleText) -> ArticleText:
    first, second = _neighbours(text)
    file.join(file.paragraph(first.id), file.paragraph(second.id))
    made = replace(first, runs=(*first.runs, Run(" "), *second.runs))
    blocks = [made if one is first else one for one in text.blocks if one is not second]
    return normal(replace(text, blocks=tuple(blocks)))


def _neighbours(text: ArticleText) -> tuple[Any, Any]:
    for one, other in zip(text.blocks, text.blocks[1:], strict=False):
        if isinstance(one, Paragraph) and isinstance(other, Paragraph):
            return one, other
    raise AssertionError("no neighbours")


def _several(*scripts: Callable[[WordFile, ArticleText], ArticleText]) -> Callable[..., ArticleText]:
    def do(file: WordFile, text: ArticleText) -> ArticleText:
        for one in scripts:
            text = one(file, text)
        return text

    return do


SCRIPTS = (
    Script("nothing", lambda _, text: text, 0),
    Script("word", _word(0, "đổi mới")),
    Script("word with a number", _word(3, "ngày 12/5/2019")),
    Script("word beside a name", _word(1, "nhấn mạnh")),
    Script("sentence", _sentence),
    Script("words cut", _cut_words),
    Script("bold", _bold),
    Script("title", _title),
    Script("lead", _lead),
    Script("caption", _caption),
    Script("cell", _cell),
    Script("row", _row),
    Script("added", _added),
    Script("removed", _removed),
    Script("moved", _moved),
    Script("split", _split),
    Script("joined", _joined),
    Script("two words", _several(_word(0, "một hai"), _word(3, "ba bốn")), 2),
    Script("moved and edited", _several(_word(0, "chỗ khác"), _moved), 2),
    Script("added and cut", _several(_cut_words, _added, _caption), 3),
    Script("much", _several(_title, _lead, _word(0, "rất nhiều"), _cell, _added, _sentence, _caption), 7),
)
