"""Printed pages by their words: numbers taken off, articles found by their titles, folders by their manifests."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from desk.database import connection
from desk.database.issue_tables import ReleaseFile
from desk.edition.masthead import PROOF
from desk.errors import BadIntake, FileTrouble, IntakeFault, Trouble
from desk.export import write_files
from desk.integrity import printed
from desk.integrity.printed import (
    ArticleState,
    ArticleVerdict,
    FileState,
    FileVerdict,
    Looked,
    PrintedWords,
    Verdict,
)
from desk.issues import manifest, printing, releases
from desk.text.blocks import ArticleText, ListItem, Paragraph, Picture, Run
from tests.desk.issues.made_issues import shelved
from tests.making import Cast

FINE = FileVerdict("a.pdf", FileState.SAME)
APPROVED = ArticleVerdict(1, "Một", ArticleState.APPROVED)


@pytest.mark.parametrize(
    ("changes", "sound"),
    [
        ({}, True),
        ({"released": False}, False),
        ({"files": ()}, True),
        *(({"files": (FINE, FileVerdict("b", state))}, state is FileState.SAME) for state in FileState),
        *(
            (
                {"articles": (APPROVED, ArticleVerdict(2, "Hai", state))},
                state is ArticleState.APPROVED,
            )
            for state in ArticleState
        ),
    ],
)
def test_a_verdict_is_sound_when_nothing_at_all_is_wrong(changes: dict[str, object], sound: bool) -> None:
    verdict = Verdict(released=True, issue="4/2019", release=1, files=(FINE,), articles=(APPROVED,))
    assert replace(verdict, **changes).sound is sound  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pages", "left"),
    [
        ([["a", "1"], ["b", "2"], ["c", "3"]], [["a"], ["b"], ["c"]]),
        ([["bìa"], ["a", "2"], ["b", "3"]], [["bìa"], ["a"], ["b"]]),
        ([["a", "3"], ["b", "4"], ["1975"]], [["a"], ["b"], ["1975"]]),  # a year is no page's number
        ([[], ["a", "2"], ["b", "3"]], [[], ["a"], ["b"]]),
        ([["1", "a"], ["2", "b"]], [["1", "a"], ["2", "b"]]),
        ([["a", "0"], ["b", "x"]], [["a"], ["b", "x"]]),
        ([["a"], ["b"]], [["a"], ["b"]]),
    ],
)
def test_pages_lose_the_number_that_counts_up(pages: list[list[str]], left: list[list[str]]) -> None:
    assert printed._off_pages(pages) == left


def test_sheets_lose_the_numbers_of_both_their_pages() -> None:
    """Of eight pages on four sides: 8 and 1, 2 and 7, 6 and 3, 4 and 5."""
    sides = [["a", "8", "1", "2"], ["2", "b", "7", "6"], ["6", "3", "1945"], ["4", "5", "c"]]
    assert printed._off_sheets(sides) == [["a", "2"], ["b", "6"], ["1945"], ["c"]]


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["a", "b", "1", "2"], ["a", "b"]),
        (["a", "1945", "b", "1", "2", "3"], ["a", "1945", "b"]),
        (["a", "3", "b", "1", "2", "3"], ["a", "3", "b"]),
        (["a", "b", "1", "2", PROOF], ["a", "b"]),
        (["1", "a", "2", "b", "3", "1945", "4"], ["a", "b", "1945"]),  # beside their lines, in two columns
        (["a", "0", "b", "2"], ["a", "0", "b"]),
        (["a", "b"], ["a", "b"]),
        (["1", "2"], []),
        ([], []),
    ],
)
def test_a_proof_loses_the_numbers_of_its_lines(lines: list[str], left: list[str]) -> None:
    assert printed._without_line_numbers(lines) == left


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("12", 12),
        (" 12 ", 12),
        ("\u206012\u2060", 12),
        ("12a", None),
        ("", None),
        ("1.2", None),
        ("-1", None),
    ],
)
def test_a_number_stands_alone_on_its_line(line: str, number: int | None) -> None:
    assert printed._number(line) == number


def test_letters_are_compared_without_breaks_capitals_and_forms() -> None:
    typed = unicodedata.normalize("NFD", "Hội\u00ad nghị\n\u200bđã\u2060 họp\ufeff")
    assert printed._bare(typed) == "HỘINGHỊĐÃHỌP"


def test_what_must_stand_on_a_page_are_the_sentences_of_every_part() -> None:
    text = ArticleText(
        title="Tít. Không tách",
        lead="Câu một. Câu hai!",
        byline="Phòng A; Phòng B",
        blocks=(
            Paragraph("p", (Run("Một: hai… ba? bốn"),)),
            Picture("i", "x", "Chú thích. Ảnh"),
            ListItem("l", (Run("Ý"),)),
        ),
    )
    assert list(printed._passages(text)) == [
        "Tít. Không tách",
        "Câu một.",
        "Câu hai!",
        "Một:",
        "hai…",
        "ba?",
        "bốn",
        "Chú thích. Ảnh",
        "Ý",
        "Phòng A; Phòng B",
    ]


def _pages(*texts: ArticleText) -> str:
    """Return the letters of a contents and of these texts after it, as they are read off pages."""
    contents = "".join(text.title for text in texts)
    return printed._bare(contents + "".join(part for text in texts for part in printed._passages(text)))


def _states(pages: str) -> list[tuple[ArticleState, str]]:
    looked = Looked(Path("in lại.pdf"), "0" * 64, pdf=True)
    verdict = printed.compare(looked, PrintedWords("4/2019", pages))
    assert (verdict.released, verdict.issue, verdict.release) == (False, "4/2019", 1)
    assert verdict.files == (FileVerdict("in lại.pdf", FileState.CHANGED),)
    return [(one.state, one.words) for one in verdict.articles]


def test_each_article_is_sought_from_its_title_to_the_next(released: Cast) -> None:
    first, second = (piece.text for piece in printing.edition(1).pieces)
    fine = (ArticleState.APPROVED, "")
    assert _states(_pages(first, second)) == [fine, fine]
    cut = replace(first, blocks=())
    # What was cut from the first stands in the second, where it does not count.
    assert printed._bare(first.byline) in _pages(cut, second)
    (_, words), other = _states(_pages(cut, second))
    assert (words, other) == ("Tại hội nghị, các đồng chí đã trao đổi, thảo luận.", fine)
    last = second.blocks[-1]
    assert isinstance(last, Paragraph)
    *_, sentence = printed._sentences(last.runs[0].text)
    short = replace(second, byline="Phòng khác")
    assert _states(_pages(first, short)) == [fine, (ArticleState.WORDS_DIFFER, second.byline)]
    assert sentence
    assert [state for state, _ in _states("")] == [ArticleState.WORDS_DIFFER] * 2
    assert _states("")[0][1] == "Bài một"


def test_the_words_that_are_not_on_the_page_are_quoted_in_short(released: Cast) -> None:
    first, second = (piece.text for piece in printing.edition(1).pieces)
    changed = replace(second, lead="")
    (_, words) = _states(_pages(first, changed))[1]
    assert words == second.lead[:80]


def test_a_file_without_words_or_of_an_unknown_issue_is_none_of_ours(released: Cast) -> None:
    looked = Looked(Path("x.docx"), "0" * 64)
    changed = (FileVerdict("x.docx", FileState.CHANGED),)
    assert printed.compare(looked, None) == Verdict(False, "", 0, changed, ())
    assert printed.compare(looked, PrintedWords("5/2019", "CHỮ")) == Verdict(False, "5/2019", 0, changed, ())
    assert printed.judge(looked) is None


def _told(change: dict[str, object]) -> bytes:
    """Return the manifest of the release with something changed in it."""
    stored = json.loads(releases.files(1)[manifest.NAME])
    return json.dumps({**stored, **change}, ensure_ascii=False).encode()


def test_the_newest_release_is_the_nearest(released: Cast) -> None:
    shelved(released, 1, 2, _told({"release": 2}))
    shelved(released, 1, 3, _told({"release": 3, "issue": "5/2019"}))
    looked = Looked(Path("x.pdf"), "0" * 64, pdf=True)
    assert printed.compare(looked, PrintedWords("4/2019", "")).release == 2


def test_a_file_is_of_the_newest_release_that_holds_it(released: Cast) -> None:
    data = b"%PDF of both"
    for number in (2, 3):
        made = shelved(released, 1, number, _told({"release": number}))
        with connection.writing():
            ReleaseFile.insert(
                release=made, output="print", name="a.pdf", sha256=sha256(data).hexdigest(), data=data
            ).execute()
    verdict = printed.judge(Looked(Path("khác tên.pdf"), sha256(data).hexdigest(), pdf=True))
    assert verdict is not None
    assert (verdict.released, verdict.issue, verdict.release) == (True, "4/2019", 3)
    assert verdict.files == (FileVerdict("khác tên.pdf", FileState.SAME),)
    assert [one.state for one in verdict.articles] == [ArticleState.APPROVED] * 2


def _folder(tmp_path: Path, told: bytes) -> Path:
    files = {**releases.files(1), manifest.NAME: told}
    return write_files.write_new_folder(files, tmp_path, "ra")


def test_an_export_of_what_was_released_is_of_that_release(released: Cast, tmp_path: Path) -> None:
    verdict = printed.verify(_folder(tmp_path, _told({"release": 0})))
    assert (verdict.released, verdict.release, verdict.sound) == (True, 1, True)
    listed = json.loads(_told({}))["files"]
    other = [{**listed[0], "sha256": "0" * 64}, *listed[1:]]
    for files in (other, []):
        verdict = printed.verify(_folder(tmp_path, _told({"release": 0, "files": files})))
        assert (verdict.released, verdict.release, verdict.issue) == (False, 0, "4/2019")


def test_a_manifest_that_only_says_it_is_a_releases_is_not(released: Cast, tmp_path: Path) -> None:
    verdict = printed.verify(_folder(tmp_path, _told({"release": 7})))
    assert (verdict.released, verdict.release) == (False, 7)
    assert {one.state for one in verdict.files} == {FileState.SAME}


def test_a_folder_is_looked_through_to_its_depths(released: Cast, tmp_path: Path) -> None:
    folder = _folder(tmp_path, _told({}))
    page = next(path for path in folder.rglob("*.html"))
    page.write_bytes(b"x")
    (page.parent / "thêm.html").write_bytes(b"x")
    (gone,) = folder.glob("*.docx")
    gone.unlink()
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$bai.docx"):
        (page.parent / name).write_bytes(b"x")
    wrong = [one for one in printed.verify(folder).files if one.state is not FileState.SAME]
    assert [(one.name, one.state) for one in wrong] == [
        (page.relative_to(folder).as_posix(), FileState.CHANGED),
        (gone.name, FileState.GONE),
        ((page.parent / "thêm.html").relative_to(folder).as_posix(), FileState.UNKNOWN),
    ]


def test_a_manifest_names_nothing_outside_its_folder(released: Cast, tmp_path: Path) -> None:
    (tmp_path / "ngoài.txt").write_bytes(b"1")
    mark = {"name": "../ngoài.txt", "sha256": sha256(b"1").hexdigest(), "size": 1}
    folder = _folder(tmp_path, _told({"files": [mark]}))
    assert printed.verify(folder).files[0] == FileVerdict("../ngoài.txt", FileState.GONE)


def test_an_article_is_what_was_approved_in_this_very_revision(released: Cast, tmp_path: Path) -> None:
    first, second = json.loads(_told({}))["articles"]
    for number, wrong in enumerate(
        ({"revision": 2}, {"sha256": second["sha256"]}, {"id": 2}, {"id": 99}, {"title": "Tên khác"})
    ):
        told = _told({"articles": [{**first, **wrong}, second]})
        found = printed.verify(_folder(tmp_path, told)).articles
        assert [one.state for one in found] == [
            ArticleState.APPROVED if number == 4 else ArticleState.NOT_APPROVED,
            ArticleState.APPROVED,
        ]


@pytest.mark.parametrize(("megabytes", "read"), [(64, True), (513, False)])
def test_what_no_booklet_comes_near_to_is_too_heavy(tmp_path: Path, megabytes: int, read: bool) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(megabytes * 1024 * 1024)  # which takes no room on the disk
    if read:
        assert not printed.look(tmp_path / "a").pdf
    else:
        with pytest.raises(BadIntake) as heavy:
            printed.look(tmp_path / "a")
        assert heavy.value.fault is IntakeFault.TOO_HEAVY


def test_what_is_too_heavy_or_not_there_is_not_read(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printed, "_HEAVY", 3)
    (tmp_path / "a").write_bytes(b"123")
    assert printed.look(tmp_path / "a") == Looked(tmp_path / "a", sha256(b"123").hexdigest())
    (tmp_path / "b").write_bytes(b"1234")
    with pytest.raises(BadIntake) as heavy:
        printed.look(tmp_path / "b")
    assert heavy.value == BadIntake(IntakeFault.TOO_HEAVY, "b")
    with pytest.raises(FileTrouble) as absent:
        printed.look(tmp_path / "c")
    assert absent.value == FileTrouble(Trouble.ABSENT, str(tmp_path / "c"))
    monkeypatch.setattr(printed, "_HEAVY", 9)
    (tmp_path / "d").write_bytes(b"%PDF-1.7")
    assert printed.look(tmp_path / "d").pdf
