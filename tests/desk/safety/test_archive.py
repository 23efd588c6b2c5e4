"""An archive holds everything, for people and for machines; what cannot be written leaves nothing."""

from __future__ import annotations

import json
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import docx
import pytest

from desk.acts.rules import Stage
from desk.database import store
from desk.errors import ArchiveFault, BadArchive, Cancelled, FileTrouble, Trouble
from desk.issues import releases
from desk.safety.archive import INDEX, archive, archive_file
from desk.safety.new_folder import Part, Progress
from tests.desk.safety.full_desk import held_meeting
from tests.engine import tamper
from tests.making import Cast, article, pictured, words


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "script"
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


@pytest.fixture
def desk(released: Cast) -> Cast:
    article(released, pictured(released, "Bài có ảnh", "Toàn cảnh"), Stage.APPROVED)
    article(released, words("Bản thảo"))
    held_meeting(released, "Giao ban tháng 4", datetime(2019, 4, 16, 8))
    return released


def test_every_link_leads_to_a_file_and_every_file_is_listed(desk: Cast, tmp_path: Path) -> None:
    result = archive(tmp_path / "ra")
    assert (result.folder.name, result.articles, result.issues) == ("Kho lưu trữ", 4, 1)
    links: set[Path] = set()
    for page in result.folder.rglob("*.html"):
        found = _Links()
        found.feed(page.read_text("utf-8"))
        if "so" not in page.relative_to(result.folder).parts:
            links |= {page.parent / unquote(one) for one in found.found}
    assert all(one.resolve().exists() for one in links)
    files = {one.relative_to(result.folder).as_posix() for one in result.folder.rglob("*") if one.is_file()}
    listed = {one["path"] for one in json.loads((result.folder / "kho.json").read_text("utf-8"))["files"]}
    assert files - listed == {"kho.json", "kho.json.sha256"}
    assert listed <= files
    assert (result.files, result.size) == (
        len(listed),
        sum((result.folder / one).stat().st_size for one in listed),
    )
    index = (result.folder / INDEX).read_text("utf-8")
    assert all(
        said in index for said in ("Số 4/2019", "Bài có ảnh", "Tháng 4/2019", "Trần Thị Lãnh", 'lang="vi"')
    )
    assert "http" not in index.replace("https://", "http")
    assert "Giao ban tháng 4" in (result.folder / "lich-hop.html").read_text("utf-8")
    assert "Giao ban tháng 4" in (result.folder / "lich-hop.ics").read_text("utf-8")
    released = releases.files(1)
    kept = result.folder / "so" / "4-2019" / "lan-1"
    assert {name: (kept / name).read_bytes() for name in released} == released
    (word,) = (result.folder / "bai").glob("00003-*.docx")
    assert len(docx.Document(str(word)).inline_shapes) == 1
    told = json.loads((result.folder / "bai" / "00003-bai-co-anh.json").read_text("utf-8"))
    assert [one["number"] for one in told["revisions"]] == [1]
    assert [one["act"] for one in told["journal"]][-1] == "approve"


def test_a_year_holds_what_is_of_it(desk: Cast, tmp_path: Path) -> None:
    result = archive(tmp_path, 2019)
    assert (result.folder.name, result.articles) == ("Kho lưu trữ 2019", 4)
    other = archive(tmp_path, 2020)
    assert (other.articles, other.issues) == (0, 0)
    assert "Không có bài nào" in (other.folder / INDEX).read_text("utf-8")


def test_beside_its_program_a_file_is_archived(desk: Cast, tmp_path: Path) -> None:
    store.close_file()
    before = desk.path.read_bytes()
    assert archive_file(desk.path, tmp_path / "ra").articles == 4
    assert desk.path.read_bytes() == before


def test_stopped_it_leaves_nothing(desk: Cast, tmp_path: Path) -> None:
    told: list[Progress] = []
    with pytest.raises(Cancelled):
        archive(tmp_path / "ra", None, told.append, lambda: told[-1].what is Part.ARTICLES)
    assert {one.what for one in told} >= {Part.READ, Part.DATA, Part.ARTICLES}
    assert not (tmp_path / "ra").exists()
    assert archive(tmp_path / "ra").articles == 4  # and nothing is left half read


def test_where_nothing_can_be_written_it_is_refused(desk: Cast, tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("", encoding="utf-8")
    with pytest.raises(FileTrouble) as refused:
        archive(tmp_path / "tệp")
    assert refused.value.kind is Trouble.NO_FOLDER


def test_a_full_disk_leaves_nothing(desk: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_bytes

    def write(self: Path, data: bytes) -> int:
        if self.suffix == ".docx":
            raise OSError(28, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(FileTrouble) as refused:
        archive(tmp_path / "ra")
    assert refused.value.kind is Trouble.FULL
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("UPDATE revision SET text = '{' WHERE article_id = 1", "Bài một"),
        ("UPDATE release_file SET data = x'00' WHERE id = 1", "ban-tin-so-4-2019-in.pdf"),
    ],
)
def test_what_is_damaged_in_the_desk_is_named(desk: Cast, tmp_path: Path, statement: str, name: str) -> None:
    store.close_file()
    tamper(desk.path, statement)
    store.open_file(desk.path)
    with pytest.raises(BadArchive) as refused:
        archive(tmp_path / "ra")
    assert (refused.value.fault, refused.value.name) == (ArchiveFault.DAMAGED_DESK, name)
