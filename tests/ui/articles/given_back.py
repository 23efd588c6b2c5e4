"""An article that was given out as Word, and the file as somebody sends it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desk.acts.rules import Stage
from desk.articles import listing
from desk.circulation import outgoing, receiving
from desk.circulation.proposals import proposals
from desk.circulation.receiving import Base, Edit, ReturnedFile
from desk.circulation.recognise import stamp_in
from desk.circulation.returned_text import ReturnedText
from desk.database import revisions
from desk.department.people import everybody
from tests.desk.circulation.scripted import WordFile
from tests.making import Cast, article, words

FIRST = "Tại hội nghị, các đồng chí đã trao đổi, thảo luận về kết quả sáu tháng."
SECOND = "Đồng chí Bí thư kết luận và giao nhiệm vụ cho các đơn vị thực hiện."
NAME = "giao-ban-da-sua.docx"


def given_out(cast: Cast, title: str = "Giao ban công tác Khoa giáo") -> int:
    """Make an article that waits for its editor."""
    return article(cast, words(title, FIRST, SECOND), Stage.SUBMITTED)


def sent_back(cast: Cast, made: int, author: str = "", *, edited: bool = True) -> bytes:
    """Return its Word file with a word replaced, one set bold and a paragraph added."""
    file = WordFile(outgoing.word(outgoing.outgoing(cast.editor, made, 1)), author)
    if edited:
        first, second = revisions.text_of(made, 1).blocks
        file.replace(file.paragraph(first.id), "trao đổi", "bàn bạc")
        file.bold(file.paragraph(second.id), "kết luận")
        file.add_after(file.paragraph(second.id), "Hội nghị kết thúc lúc 17 giờ cùng ngày.")
    return file.bytes()


def file_back(folder: Path, cast: Cast, made: int, author: str = "") -> Path:
    """Write the returned file into a folder."""
    path = folder / NAME
    path.write_bytes(sent_back(cast, made, author))
    return path


def read_back(cast: Cast, made: int, author: str = "", *, edited: bool = True) -> ReturnedFile:
    """Return the file as the dialog is given it."""
    data = sent_back(cast, made, author, edited=edited)
    return receiving.read(receiving.base(cast.editor, stamp_in(data, NAME), NAME), data, NAME)


def empty(who: int, made: int) -> ReturnedFile:
    """Return a file in which nothing was changed."""
    base = _base(who, made)
    return ReturnedFile(NAME, "0" * 64, base, ReturnedText(base.now), (), (), {})


def _base(who: int, made: int) -> Base:
    left = outgoing.outgoing(who, made)
    return Base(listing.row(who, made), left, left.text, tuple(everybody()))


def clashing(who: int, made: int) -> ReturnedFile:
    """Return a file of whose corrections all clash, with an old revision, names and words as long as they come."""
    base = _base(who, made)
    first = base.now.blocks[0]
    other = replace(base.now, title="Tít khác hẳn", blocks=(*base.now.blocks, replace(first, id="x1")))
    edits = tuple(Edit(one, "Nguyễn Thị Thanh Huyền", who, clash=True) for one in proposals(base.now, other))
    older = replace(base.left, stamp=replace(base.left.stamp, revision=99))
    return ReturnedFile(
        "ban-sua-cua-dong-chi-pho-truong-ban-thuong-truc.docx",
        "0" * 64,
        replace(base, left=older),
        ReturnedText(other, marked=False, kept=0.1),
        edits,
        (),
        {},
    )
