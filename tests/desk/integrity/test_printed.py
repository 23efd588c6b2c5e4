"""Printed files against what was released: whole, by their words, forged, or none of ours."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest

from desk import clock
from desk.acts.rules import Stage
from desk.database.journal_tables import Journal
from desk.edition.outputs import Finish, Output
from desk.errors import BadIntake, FileTrouble, IntakeFault
from desk.export import write_files
from desk.export.make import make
from desk.integrity import printed as integrity_printed
from desk.integrity.printed import ArticleState, FileState
from desk.issues import issues, manifest, placing, printing, releases
from desk.issues.issues import IssueWords
from tests.desk.issues.made_issues import pressed_issue, seen
from tests.engine import tampering
from tests.making import Cast, article, words


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_a_released_file_and_folder_are_verified(released: Cast, tmp_path: Path) -> None:
    (row,) = releases.listing()
    files = releases.files(row.id)
    folder = write_files.write_new_folder(files, tmp_path, "số 4")
    verdict = integrity_printed.verify(folder)
    assert verdict.sound
    assert (verdict.issue, verdict.release, len(verdict.articles)) == ("4/2019", 1, 2)
    printed = next(name for name in files if name.endswith("-in.pdf"))
    alone = integrity_printed.verify(folder / printed)
    assert alone.sound
    # Written a second time, the same bytes; the first folder is not touched.
    twice = write_files.write_new_folder(files, tmp_path, "số 4")
    assert twice.name == "số 4_lan-2"
    assert all((twice / name).read_bytes() == data for name, data in files.items())
    (folder / printed).write_bytes(files[printed] + b" ")
    (folder / "thêm.txt").write_text("?", encoding="utf-8")
    next(path for path in folder.iterdir() if path.suffix == ".docx").unlink()
    verdict = integrity_printed.verify(folder)
    assert not verdict.sound
    states = {one.name: one.state for one in verdict.files}
    assert states[printed] is FileState.CHANGED
    assert states["thêm.txt"] is FileState.UNKNOWN
    assert FileState.GONE in states.values()


def test_a_file_made_anew_is_judged_by_its_words(released: Cast, tmp_path: Path) -> None:
    edition = printing.edition(1)
    other = tmp_path / "in lại.pdf"
    made = make(edition, Output.PROOF)
    assert isinstance(made, bytes)
    other.write_bytes(made)
    verdict = integrity_printed.verify(other)
    assert not verdict.released
    assert verdict.issue == "4/2019"
    assert {one.state for one in verdict.articles} == {ArticleState.APPROVED}


def test_words_changed_on_the_page_are_found(released: Cast, tmp_path: Path) -> None:
    edition = printing.edition(1)
    part = next(part for part in edition.sections if part.pieces)
    forged = words(part.pieces[0].text.title, "Tại hội nghị, các đồng chí đã tranh luận gay gắt.")
    pieces = (replace(part.pieces[0], text=forged), *part.pieces[1:])
    changed = replace(edition, sections=(replace(part, pieces=pieces),))
    made = make(changed, Output.SCREEN)
    assert isinstance(made, bytes)
    path = tmp_path / "giả.pdf"
    path.write_bytes(made)
    states = {one.title: one.state for one in integrity_printed.verify(path).articles}
    assert states[forged.title] is ArticleState.WORDS_DIFFER
    assert states[part.pieces[1].text.title] is ArticleState.APPROVED


def test_a_year_alone_on_its_line_is_a_word_and_no_pages_number(cast: Cast, tmp_path: Path) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    titles = ["Kỷ niệm chiến thắng", "2019"]
    body = ("Tại hội nghị, các đồng chí đã trao đổi. " * 40, "1945", "3", "4", "5", "Đã in xong.", "1975")
    made = [article(cast, words(title, *body), Stage.APPROVED) for title in titles]
    placing.place(cast.secretary, 1, 1, made)
    issues.close(cast.secretary, 1, seen(1))
    releases.release(cast.secretary, 1, seen(1), pressed_issue(1))
    for output, finish in ((Output.PRINT, Finish(marks=True, bleed=True)), (Output.PROOF, Finish())):
        path = tmp_path / f"{output.value}.pdf"
        data = make(printing.edition(1), output, finish)
        assert isinstance(data, bytes)
        path.write_bytes(data)
        lines = [line for page in pypdf.PdfReader(path).pages for line in page.extract_text().splitlines()]
        assert {"1945", "2019", "5"} <= {line.strip() for line in lines}  # such lines there are
        verdict = integrity_printed.verify(path)
        assert not verdict.released
        assert [one for one in verdict.articles if one.state is not ArticleState.APPROVED] == []


def test_a_year_forged_on_the_page_is_found(cast: Cast, tmp_path: Path) -> None:

    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    made = article(cast, words("Kỷ niệm chiến thắng", "Năm ấy là", "1945"), Stage.APPROVED)
    placing.place(cast.secretary, 1, 1, [made])
    issues.close(cast.secretary, 1, seen(1))
    releases.release(cast.secretary, 1, seen(1), pressed_issue(1))
    edition = printing.edition(1)
    (part,) = edition.sections
    forged = replace(part.pieces[0], text=words("Kỷ niệm chiến thắng", "Năm ấy là", "1946"))
    data = make(replace(edition, sections=(replace(part, pieces=(forged,)),)), Output.SCREEN)
    assert isinstance(data, bytes)
    path = tmp_path / "giả.pdf"
    path.write_bytes(data)
    (found,) = integrity_printed.verify(path).articles
    assert (found.state, found.words) == (ArticleState.WORDS_DIFFER, "1945")


def test_an_article_changed_behind_the_programs_back_is_found(released: Cast, tmp_path: Path) -> None:
    (row,) = releases.listing()
    folder = write_files.write_new_folder(releases.files(row.id), tmp_path, "số 4")
    told = json.loads((folder / manifest.NAME).read_text("utf-8"))
    told["articles"][0]["sha256"] = "0" * 64
    (folder / manifest.NAME).write_text(json.dumps(told), encoding="utf-8")
    verdict = integrity_printed.verify(folder)
    assert not verdict.released
    assert (verdict.issue, verdict.release) == ("4/2019", 1)  # as it says
    assert [one.state for one in verdict.articles] == [ArticleState.NOT_APPROVED, ArticleState.APPROVED]


def test_an_approval_whose_entry_was_changed_is_none(released: Cast, tmp_path: Path) -> None:
    with tampering():
        Journal.update(note="khác").where((Journal.act == "approve") & (Journal.subject_id == 1)).execute()
    folder = write_files.write_new_folder(releases.files(1), tmp_path, "số 4")
    states = {one.article_id: one.state for one in integrity_printed.verify(folder).articles}
    assert states == {1: ArticleState.NOT_APPROVED, 2: ArticleState.APPROVED}


@pytest.mark.parametrize("name", ["trống", "lạ.pdf", "không có.pdf", "hỏng"])
def test_what_cannot_be_verified_says_why(cast: Cast, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "trống":
        path.mkdir()
    elif name == "hỏng":
        path.mkdir()
        (path / manifest.NAME).write_bytes(b"\xff{")
    elif name == "lạ.pdf":
        path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises((BadIntake, FileTrouble)) as refused:
        integrity_printed.verify(path)
    if isinstance(refused.value, BadIntake):
        wanted = IntakeFault.BAD_PDF if name == "lạ.pdf" else IntakeFault.NO_MANIFEST
        assert refused.value.fault is wanted
