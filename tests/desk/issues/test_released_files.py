"""Released files: what several hold is kept once, each comes back byte for byte, or not at all."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from desk.database import connection
from desk.database.issue_tables import Release, ReleaseFile, ReleasePart
from desk.edition.edition import Edition
from desk.edition.outputs import Output
from desk.errors import FileTrouble, Trouble
from desk.integrity import database
from desk.integrity.database import CheckResult, Finding
from desk.issues import printing, released_files, releases
from desk.pictures import prepare, stored_pictures
from tests import engine
from tests.desk.press.editions import noisy
from tests.making import Cast


@pytest.fixture
def photograph(released: Cast) -> tuple[Edition, bytes, bytes]:
    """An issue with a photograph that the desk has, whole and small."""
    made = prepare.prepare(noisy(2000, 1000, 1)[1], "ảnh.jpg")
    stored_pictures.add_prepared(released.writer, made)
    small = stored_pictures.renditions([made.sha256])[made.sha256]
    edition = replace(printing.edition(1), pictures={made.sha256: made.data}, renditions={made.sha256: small})
    return edition, made.data, small


def _pdf(*streams: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"".join(b"1 0 obj stream\n" + one + b"\nendstream endobj\n" for one in streams)


def _docx(picture: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("word/document.xml", "chữ")
        made.writestr("word/media/1.jpg", picture)
    return file.getvalue()


def _stored(name: str) -> tuple[list[list[object]], int]:
    """Return the parts of a stored file, and how much of it is its own."""
    file = ReleaseFile.get(ReleaseFile.name == name)
    return json.loads(file.parts), len(zlib.decompress(file.data))


def _kept(release: int) -> dict[str, bytes]:
    return dict(released_files.kept(ReleaseFile.release == release))


def test_a_photograph_is_kept_once_for_all_files_that_show_it(
    photograph: tuple[Edition, bytes, bytes],
) -> None:
    edition, whole, small = photograph
    key, scaled, page = sha256(whole).hexdigest(), noisy(900, 600, 2)[1], "<p>Chữ của bài</p>" * 3000
    files = {
        Output.PRINT: {"in.pdf": _pdf(whole, b"q Q", scaled)},
        Output.SCREEN: {"man-hinh.pdf": _pdf(small)},
        Output.WORD: {"ban-tin.docx": _docx(scaled)},
        Output.WEB: {"web/anh.jpg": whole, "web/bai.html": page.encode("utf-8"), "web/trang.css": b""},
    }
    with connection.writing():
        before = ReleasePart.select().count()
        number = Release.insert(_copy()).execute()
        released_files.keep(number, edition, files)
    once = sha256(scaled).hexdigest()
    assert [part[1:] for part in _stored("in.pdf")[0]] == [["picture", key], ["part", once]]
    assert [part[1:] for part in _stored("man-hinh.pdf")[0]] == [["rendition", key]]
    assert [part[1:] for part in _stored("ban-tin.docx")[0]] == [["part", once]]
    assert _stored("web/anh.jpg") == ([[0, "picture", key]], 0)
    assert _stored("web/bai.html") == ([], len(page.encode("utf-8")))
    assert len(ReleaseFile.get(ReleaseFile.name == "web/bai.html").data) < 1000
    assert ReleasePart.select().count() == before + 1
    assert _kept(number) == {name: data for made in files.values() for name, data in made.items()}
    assert list(released_files.damaged()) == []


def _copy() -> dict[str, object]:
    """Return the first release's row as that of a second one."""
    stored: Any = Release.get_by_id(1).__data__
    bare = json.dumps({**json.loads(stored["manifest"]), "files": []})
    return {**stored, "id": None, "number": 2, "manifest": bare}


def test_a_release_of_before_there_were_parts_holds_its_files_whole(released: Cast) -> None:
    with connection.writing():
        number = Release.insert(_copy()).execute()
        for name, data in (("cũ.pdf", _pdf(b"x" * 9000)), ("rỗng.css", b"")):
            ReleaseFile.insert(
                release=number,
                output="print",
                name=name,
                sha256=sha256(data).hexdigest(),
                data=data,
                parts="",
            ).execute()
    assert _kept(number) == {"cũ.pdf": _pdf(b"x" * 9000), "rỗng.css": b""}
    assert list(released_files.damaged()) == []


@pytest.mark.parametrize("harm", ["part", "own", "compressed", "lost"])
def test_what_does_not_come_back_as_it_was_does_not_come_back(released: Cast, harm: str) -> None:
    name = next(name for name in _kept(1) if name.endswith("-in.pdf"))
    engine.unguard()
    (part, *_), _ = _stored(name)
    with connection.writing():
        if harm == "part":
            ReleasePart.update(data=b"\0" * 5000).where(ReleasePart.sha256 == part[2]).execute()
        elif harm == "lost":
            engine.act(f"DELETE FROM release_part WHERE sha256 = '{part[2]}'")
        else:
            data = zlib.compress(b"%PDF") if harm == "own" else b"\0"
            ReleaseFile.update(data=data).where(ReleaseFile.name == name).execute()
    asked: tuple[Callable[[], object], ...] = (
        lambda: releases.files(1),
        lambda: releases.package(1, Output.PRINT),
    )
    for ask in asked:
        with pytest.raises(FileTrouble) as refused:
            ask()
        assert refused.value == FileTrouble(Trouble.CORRUPT, name)
    assert (1, name) in released_files.damaged()
    assert CheckResult(Finding.RELEASE, "1", name) in database.check()


def test_the_pictures_on_which_releases_stand_never_change(released: Cast) -> None:
    stored_pictures.add_prepared(released.writer, prepare.prepare(noisy(2000, 1000, 1)[1], "ảnh.jpg"))
    acts = ("UPDATE picture SET data = ''", "UPDATE rendition SET data = ''", "DELETE FROM release_part")
    for act in acts:
        with pytest.raises(Exception, match="never"):
            engine.act(act)
