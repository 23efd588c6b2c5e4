"""Twelve articles go out and come back, edited in twenty-one ways: every edit is there, none is invented."""

from __future__ import annotations

import functools
import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desk.circulation.proposals import all_accepted, proposals
from desk.circulation.returned_text import ReturnedText, returned_text
from desk.intake.document import IntakeDocument
from desk.intake.word.docx import read_docx
from desk.text.blocks import ArticleText, Picture, Runs, Table, normal
from tests.desk.circulation.scripted import SCRIPTS, Script, WordFile, articles, written

AUTHOR = "Trần Thị Lãnh"
ARTICLES = articles()
FILES = [written(text) for text in ARTICLES]
CASES = [
    pytest.param(number, script, AUTHOR if (number + at) % 2 else "", id=f"{number}-{script.name}")
    for number in range(len(ARTICLES))
    for at, script in enumerate(SCRIPTS)
]


def seen(text: ArticleText) -> list[Any]:
    """Return what a reader sees of a text: no ids, no kinds of spaces."""

    def runs(them: Runs) -> list[Any]:
        return [(run.text.replace("\xa0", " "), sorted(mark.value for mark in run.marks)) for run in them]

    blocks: list[Any] = []
    for block in normal(text).blocks:
        if isinstance(block, Table):
            blocks.append([[[runs(cell) for cell in row] for row in block.rows], block.header])
        elif isinstance(block, Picture):
            blocks.append([block.picture, block.caption, block.credit])
        else:
            blocks.append([type(block).__name__, runs(block.runs)])
    return [text.title, text.lead, text.byline, blocks]


@functools.cache
def as_written(text: ArticleText) -> IntakeDocument:
    return read_docx(
        FILES[ARTICLES.index(text)], "bài.docx"
    )  # written once: Qt paints otherwise with a window


def came_back(text: ArticleText, data: bytes) -> ReturnedText:
    return returned_text(text, as_written(text), read_docx(data, "bài.docx"))


def must_be(text: ArticleText, data: bytes, wanted: ArticleText, script: Script) -> None:
    """Hold what came back against what was done: the text, the edits, and the text of them all."""
    back = came_back(text, data)
    assert seen(back.text) == seen(wanted)
    found = proposals(text, back.text)
    assert script.edits <= len(found) <= 2 * script.edits
    for order in (found, found[::-1]):
        made, left = all_accepted(text, order)
        assert left == []
        assert seen(made) == seen(wanted)


@pytest.mark.parametrize(("number", "script", "author"), CASES)
def test_every_edit_comes_back_and_none_is_invented(number: int, script: Script, author: str) -> None:
    file = WordFile(FILES[number], author)
    wanted = normal(script.do(file, ARTICLES[number]))
    must_be(ARTICLES[number], file.bytes(), wanted, script)


@pytest.mark.parametrize(("number", "script", "author"), CASES[::3])
def test_the_same_where_the_file_lost_all_names(number: int, script: Script, author: str) -> None:
    file = WordFile(FILES[number], author)
    wanted = normal(script.do(file, ARTICLES[number]))
    file.strip()
    must_be(ARTICLES[number], file.bytes(), wanted, script)
    assert not came_back(ARTICLES[number], file.bytes()).marked


# -- saved again by LibreOffice ----------------------------------------------------------------------------

_RESAVED = [(number, at) for number in (0, 1, 3) for at in range(len(SCRIPTS))]


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[int, int], tuple[ArticleText, bytes]]:
    """Let LibreOffice save edited files again, all in one go."""
    program = shutil.which("soffice")
    assert program is not None
    folder = tmp_path_factory.mktemp("soffice")
    (folder / "out").mkdir()
    wanted = {}
    for number, at in _RESAVED:
        file = WordFile(FILES[number], AUTHOR if at % 2 else "")
        wanted[number, at] = normal(SCRIPTS[at].do(file, ARTICLES[number]))
        (folder / f"{number}-{at}.docx").write_bytes(file.bytes())
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), *map(str, folder.glob("*.docx"))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return {
        key: (text, Path(folder / "out" / f"{key[0]}-{key[1]}.docx").read_bytes())
        for key, text in wanted.items()
    }


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("number", "at"), _RESAVED)
def test_the_same_once_libreoffice_has_saved_it(
    number: int, at: int, resaved: Mapping[tuple[int, int], tuple[ArticleText, bytes]]
) -> None:
    wanted, data = resaved[number, at]
    must_be(ARTICLES[number], data, wanted, SCRIPTS[at])
    assert came_back(ARTICLES[number], data).marked
    assert io.BytesIO(data).read(2) == b"PK"
