"""The manifest: every file and article with its SHA-256, read back as it was written; others are none."""

from __future__ import annotations

from hashlib import sha256

import pytest

from desk.issues import manifest, printing
from tests.making import Cast, filled

pytestmark = pytest.mark.usefixtures("in_april")


def test_what_is_written_is_read_back(cast: Cast) -> None:
    filled(cast, "Giao ban quý I")
    edition = printing.edition(1)
    written = manifest.write(
        1, edition, {"b.pdf": b"2", "a.pdf": b"1"}, {1: (2, 3)}, release=1, by="Hoàng Thư Ký"
    )
    read = manifest.read(written)
    assert (read.issue, read.release) == ("4/2019", 1)
    assert [(mark.name, mark.sha256, mark.size) for mark in read.files] == [
        (name, sha256(data).hexdigest(), 1) for name, data in (("a.pdf", b"1"), ("b.pdf", b"2"))
    ]
    (mark,) = read.articles
    assert (mark.title, mark.revision, mark.pages) == ("Giao ban quý I", 1, (2, 3))
    assert (mark.sha256, mark.approved_by) == (edition.pieces[0].sha256, "Trần Thị Lãnh")


def test_the_journal_keeps_the_sums_of_every_file(cast: Cast) -> None:
    filled(cast, "Giao ban quý I")
    files = {"a.pdf": b"1"}
    files[manifest.NAME] = manifest.write(1, printing.edition(1), files, {})
    assert manifest.fingerprints(files) == {name: sha256(data).hexdigest() for name, data in files.items()}


@pytest.mark.parametrize("stored", [b"", b"{}", b'{"v": 2}', b"\xff"])
def test_what_is_no_manifest_of_ours_is_refused(stored: bytes) -> None:
    with pytest.raises(ValueError, match=r"char 0|v|utf-8"):
        manifest.read(stored)
