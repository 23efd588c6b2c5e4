"""Tệp gốc: the file comes back byte for byte, is stored once, and what is not taken in is not kept."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import UTC, datetime

import pytest

from desk.articles import originals
from desk.articles.originals import ENDINGS, Original, OriginalRow, copy_name
from desk.database.article_tables import OriginalFile
from desk.database.connection import column
from desk.errors import BadIntake, FileTrouble, IntakeFault, Missing, Trouble
from desk.review.taking_in import Intake, take_in
from tests import engine
from tests.making import Cast, article, words

DATA = b"PK\x03\x04" + bytes(range(256)) * 40


def _taken(cast: Cast, name: str = "Tin giao ban.docx", data: bytes = DATA) -> int:
    (made,) = take_in(cast.writer, Intake(words(), original=Original(name, "docx", data))).articles
    return made


def test_a_file_comes_back_byte_for_byte(cast: Cast) -> None:
    made = _taken(cast)
    (row,) = originals.of(made)
    digest = hashlib.sha256(DATA).hexdigest()
    assert (row.name, row.kind, row.sha256, row.size) == ("Tin giao ban.docx", "docx", digest, len(DATA))
    assert row.taken_by == "Lê Thị Viết"
    assert originals.data(row.id) == DATA


def test_an_article_that_was_typed_has_none(cast: Cast) -> None:
    assert originals.of(article(cast)) == []
    with pytest.raises(Missing):
        originals.data(1)


def test_equal_bytes_are_stored_once(cast: Cast) -> None:
    first, second = _taken(cast), _taken(cast, "bản sao.docx")
    _taken(cast, data=DATA + b"x")
    assert len(column(OriginalFile.select(OriginalFile.sha256))) == 2
    assert [row.name for made in (first, second) for row in originals.of(made)] == [
        "Tin giao ban.docx",
        "bản sao.docx",
    ]


@pytest.mark.parametrize(
    ("called", "kept"),
    [
        (unicodedata.normalize("NFD", "Tin tuyên giáo.docx"), "Tin tuyên giáo.docx"),
        (r"C:\Users\Bình\Tin.docx", "Tin.docx"),
        ("../../etc/Tin.docx", "Tin.docx"),
        ("  ", "tep-goc"),
        ("a" * 260 + ".docx", "a" * 260 + ".docx"),
        ("Tin. ", "Tin."),
    ],
)
def test_it_keeps_its_name_without_folders(cast: Cast, called: str, kept: str) -> None:
    (row,) = originals.of(_taken(cast, called))
    assert row.name == kept


@pytest.mark.parametrize(
    ("original", "fault"),
    [
        (Original("tin.exe", "exe", b"MZ"), IntakeFault.UNKNOWN_KIND),
        (Original("tin.docx", "docx", b""), IntakeFault.EMPTY),
        (Original("tin.docx", "docx", bytes(originals.MOST_BYTES + 1)), IntakeFault.ORIGINAL_TOO_HEAVY),
    ],
    ids=["program", "empty", "heavy"],
)
def test_what_is_not_taken_in_is_not_kept(cast: Cast, original: Original, fault: IntakeFault) -> None:
    with pytest.raises(BadIntake) as refused:
        originals.checked(original)
    assert refused.value.fault is fault


def test_a_hundred_megabytes_are_not_too_heavy() -> None:
    whole = Original("tin.pdf", "pdf", bytes(originals.MOST_BYTES))
    assert originals.checked(whole) == whole


def test_a_file_that_was_changed_is_not_given_out(cast: Cast) -> None:
    made = _taken(cast)
    assert list(originals.damaged()) == []
    engine.unguard()
    engine.act("UPDATE original_file SET data = CAST('khác' AS BLOB)")
    (row,) = originals.of(made)
    with pytest.raises(FileTrouble) as refused:
        originals.data(row.id)
    assert (refused.value.kind, refused.value.path) == (Trouble.CORRUPT, "Tin giao ban.docx")
    assert list(originals.damaged()) == [("Tin giao ban.docx", made)]


@pytest.mark.parametrize("table", ["original_file", "article_original"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET sha256 = 'x'"])
def test_it_never_changes_and_never_goes(cast: Cast, table: str, change: str) -> None:
    _taken(cast)
    with pytest.raises(Exception, match="never"):
        engine.act(change.format(table))


@pytest.mark.parametrize(
    ("name", "kind", "copy"),
    [
        ("Tin giao ban.docx", "docx", "Tin giao ban.docx"),
        ("Tin.DOCM", "docx", "Tin.DOCM"),
        ("hóa đơn.pdf.exe", "docx", "hóa đơn.pdf.exe.docx"),
        ("run.bat", "txt", "run.bat.txt"),
        ("trang.htm", "html", "trang.htm"),
        ("tin cũ.doc", "html", "tin cũ.doc.html"),
        ('Tin: "số 4"?.docx', "docx", "Tin_ _số 4__.docx"),
        ("Tin.", "txt", "Tin.txt"),
        ("CON.txt", "txt", "_CON.txt"),
        ("aux.tin.txt", "txt", "_aux.tin.txt"),
        ("...", "eml", "tep-goc.eml"),
        ("à" * 260 + ".docx", "docx", "à" * 80 + ".docx"),
        ("a\nb.docx", "docx", "a_b.docx"),
    ],
)
def test_a_copy_has_a_name_that_every_system_takes(name: str, kind: str, copy: str) -> None:
    row = OriginalRow(1, name, kind, "", 1, datetime(2026, 1, 1, tzinfo=UTC), "")
    assert copy_name(row) == copy


def test_no_kind_is_run_by_a_system() -> None:
    endings = [ending for kind in ENDINGS.values() for ending in kind]
    assert len(endings) == len(set(endings))
    assert not {"exe", "bat", "cmd", "js", "vbs", "ps1", "sh", "lnk", "hta", "py", "desktop"} & set(endings)
