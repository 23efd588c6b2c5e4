"""Whatever was done to a desk's file, what can be read of it is given out, and what is lost is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import docx
import pytest

from desk.acts.rules import Stage
from desk.articles import drafts, originals, writing
from desk.articles.originals import Original
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.database import connection, store
from desk.dates.series import When
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.safety.new_folder import Part, Progress
from desk.safety.rescued import Fate, words_of
from desk.safety.salvage import LIST, salvage
from desk.safety.salvaged import Salvaged
from desk.text.blocks import from_data
from tests.desk.database.pages import page_of, page_size
from tests.engine import drop_table, tamper
from tests.making import Cast, article, pictured, version, words

PAGE = page_size()


@pytest.fixture
def desk(released: Cast) -> Path:
    """A closed desk with a release, an article of three revisions, one with a photograph, an original and a draft."""
    made = article(released, words("Bài ba", "Bản một."))
    for at in (2, 3):
        writing.save(released.writer, made, version(released, made), words("Bài ba", f"Bản {at}."))
    article(released, pictured(released, "Bài có ảnh", "Toàn cảnh hội nghị"), Stage.APPROVED)
    with connection.writing():
        originals.keep(made, Original("Bài gửi: số 1?.docx", "docx", b"PK" + b"x" * 9000), released.writer)
    drafts.keep(released.writer, "lạ", None, 0, None, words("Đang gõ dở"))
    when = When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9))
    meetings.make(released.secretary, Fields(title="Giao ban <quý>", kind="briefing"), when, None)
    store.close_file()
    return released.path


def _salvaged(path: Path, tmp_path: Path) -> Salvaged:
    before = sha256(path.read_bytes()).digest()
    result = salvage(path, tmp_path / "ra")
    assert sha256(path.read_bytes()).digest() == before
    assert not list((tmp_path / "ra").glob(".ban-tin*"))
    return result


def _json(result: Salvaged, number: int) -> dict[str, object]:
    (path,) = (result.folder / "bai").glob(f"{number:05d}-*.json")
    told: dict[str, object] = json.loads(path.read_text("utf-8"))
    return told


def test_of_a_sound_file_everything_is_given_out(desk: Path, tmp_path: Path) -> None:
    result = _salvaged(desk, tmp_path)
    assert result.whole
    assert [one.fate for one in result.articles] == [Fate.WHOLE] * 4
    assert len(result.released) == 8
    assert len(list((result.folder / "anh").iterdir())) == result.pictures == 1
    (original,) = (result.folder / "tep-goc").iterdir()
    assert original.name.endswith("Bài gửi_ số 1_.docx")
    assert result.drafts == ["go-do/001-dang-go-do.docx"]
    told = _json(result, 3)
    assert from_data(told["text"]).title == "Bài ba"
    assert [one["number"] for one in told["revisions"]] == [1, 2, 3]  # type: ignore[attr-defined]  # JSON
    (file,) = (result.folder / "bai").glob("00004-*.docx")
    made = docx.Document(str(file))
    assert made.core_properties.title == "Bài có ảnh"
    assert len(made.inline_shapes) == 1
    assert next(one.text for one in made.paragraphs if one.text) == "Bài có ảnh"
    listed = (result.folder / LIST).read_text("utf-8")
    assert "Không thấy mất gì" in listed
    assert "<script" not in listed
    assert "mật khẩu" not in (result.folder / "du-lieu" / "nguoi.json").read_text("utf-8")
    assert "Giao ban &lt;quý&gt;" in (result.folder / "lich-hop.html").read_text("utf-8")
    assert 'href="lich-hop.html"' in listed
    assert "password" not in (result.folder / "du-lieu" / "nguoi.json").read_text("utf-8")


def test_of_a_damaged_revision_the_one_before_is_given_out_with_the_words_of_the_later(
    desk: Path, tmp_path: Path
) -> None:
    tamper(
        desk, "UPDATE revision SET text = replace(text, 'Bản 3', 'Bàn 3') WHERE article_id = 3 AND number = 3"
    )
    result = _salvaged(desk, tmp_path)
    (given,) = result.of(Fate.OLDER)
    assert (given.id, given.revision, given.newest) == (3, 2, 3)
    assert "Bản 2." in json.dumps(_json(result, 3)["text"], ensure_ascii=False)
    (kept,) = (result.folder / "bai").glob("00003-*hong.txt")
    assert "Bàn 3." in kept.read_text("utf-8")
    assert "Bản 2, nguyên vẹn; bản 3 sau đó bị hỏng" in (result.folder / LIST).read_text("utf-8")


def test_a_text_that_is_none_gives_its_words(desk: Path, tmp_path: Path) -> None:
    tamper(desk, "UPDATE revision SET text = substr(text, 1, length(text) - 3) WHERE article_id = 1")
    result = _salvaged(desk, tmp_path)
    (given,) = result.of(Fate.WORDS)
    (file,) = (result.folder / "bai").glob("00001-*.txt")
    assert given.id == 1
    assert "các đồng chí đã trao đổi" in file.read_text("utf-8")


def test_letters_that_are_none_hide_nothing(desk: Path, tmp_path: Path) -> None:
    tamper(
        desk,
        "UPDATE person SET name = CAST(x'C328' AS TEXT) WHERE id = 2",
        "UPDATE revision SET text = CAST(x'7B22FF' AS TEXT) WHERE article_id = 2",
        "UPDATE journal SET title = CAST(x'FF41' AS TEXT) WHERE id = 9",
    )
    result = _salvaged(desk, tmp_path)
    assert result.rows["person"] == 5
    assert result.unproven == {"person": 1}
    assert [one.id for one in result.of(Fate.WHOLE)] == [1, 3, 4]
    assert "\ufffdA" in (result.folder / "nhat-ky.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "table", ["article", "revision", "person", "release_file", "journal", "seal", "setting"]
)
def test_a_table_that_was_dropped_is_found_on_its_pages(desk: Path, tmp_path: Path, table: str) -> None:
    drop_table(desk, table)
    result = _salvaged(desk, tmp_path)
    assert [one.fate for one in result.articles] == [Fate.WHOLE] * 4
    assert len(result.released) == 8
    assert result.entries > 20


def _overwrite(page: int) -> Callable[[bytearray], None]:
    def damage(data: bytearray) -> None:
        data[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE

    return damage


def _cut(data: bytearray) -> None:
    del data[len(data) * 2 // 3 + 99 :]


def _extended(data: bytearray) -> None:
    data.extend(b"rac" * 5000)


def _headless(data: bytearray) -> None:
    data[:100] = bytes(100)


@pytest.mark.parametrize("damage", [_overwrite(1), _extended, _headless], ids=["page 1", "tail", "head"])
def test_a_file_that_the_engine_cannot_open_gives_everything(
    desk: Path, tmp_path: Path, damage: Callable[[bytearray], None]
) -> None:
    _damage(desk, damage)
    result = _salvaged(desk, tmp_path)
    assert [one.fate for one in result.articles] == [Fate.WHOLE] * 4
    assert len(result.released) == 8


def test_behind_the_root_of_a_table_its_rows_are_found(desk: Path, tmp_path: Path) -> None:
    root = page_of(desk, "journal")
    whole = _salvaged(desk, tmp_path / "trước").entries
    _damage(desk, _overwrite(root))
    result = _salvaged(desk, tmp_path)
    assert [one.fate for one in result.articles] == [Fate.WHOLE] * 4
    assert result.entries > whole // 2


def test_a_file_cut_off_names_what_is_lost(desk: Path, tmp_path: Path) -> None:
    _damage(desk, _cut)
    result = _salvaged(desk, tmp_path)
    listed = (result.folder / LIST).read_text("utf-8")
    assert not result.whole
    assert {one.id for one in result.articles} == {1, 2, 3, 4}
    for one in result.of(Fate.LOST):
        assert f"<td>{one.id}</td>" in listed
        assert "Bài bị mất" in listed


def test_a_released_file_with_another_sum_is_named_and_not_given_out(desk: Path, tmp_path: Path) -> None:
    tamper(desk, "UPDATE release_file SET data = x'00' WHERE id = 2")
    result = _salvaged(desk, tmp_path)
    assert len(result.released) == 7
    (lost,) = result.released_lost
    assert lost.startswith("so/4-2019/lan-1/")
    assert not (result.folder / lost).exists()
    assert lost in (result.folder / LIST).read_text("utf-8")


def test_a_lost_picture_leaves_its_caption(desk: Path, tmp_path: Path) -> None:
    tamper(desk, "UPDATE picture SET data = x'FFD8'")
    result = _salvaged(desk, tmp_path)
    assert len(result.pictures_lost) == 1
    (given,) = (one for one in result.articles if one.pictures_lost)
    (file,) = (result.folder / "bai").glob(f"{given.id:05d}-*.docx")
    assert any("Ảnh không còn: Toàn cảnh hội nghị" in one.text for one in docx.Document(str(file)).paragraphs)


def test_what_a_program_that_died_has_left_beside_the_file_is_read(cast: Cast, tmp_path: Path) -> None:
    article(cast, words("Chưa vào tệp"))
    copy = tmp_path / "chép" / "desk.sqlite"
    copy.parent.mkdir()
    for beside in ("", "-wal"):
        shutil.copy(cast.path.with_name(cast.path.name + beside), copy.with_name(copy.name + beside))
    result = _salvaged(copy, tmp_path)
    assert [one.title for one in result.articles] == ["Chưa vào tệp"]
    assert sorted(path.name for path in copy.parent.iterdir()) == ["desk.sqlite", "desk.sqlite-wal"]


def test_an_open_desk_is_read_beside_its_program(cast: Cast, tmp_path: Path) -> None:
    article(cast, words("Vừa viết"))
    result = salvage(cast.path, tmp_path / "ra")
    assert [(one.title, one.fate) for one in result.articles] == [("Vừa viết", Fate.WHOLE)]
    article(cast, words("Viết tiếp"))


def test_desks_of_older_schemas_are_read(tmp_path: Path) -> None:
    for at, file in enumerate(sorted(Path("tests/files").glob("desk-v*.sqlite"))):
        result = _salvaged(file, tmp_path / str(at))
        assert result.articles, file
        assert {one.fate for one in result.articles} == {Fate.WHOLE}, file


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", Trouble.NOT_A_DESK), (b"khong phai" * 900, Trouble.NOT_A_DESK)],
    ids=["empty", "other"],
)
def test_what_is_no_desk_is_refused(tmp_path: Path, data: bytes, kind: Trouble) -> None:
    path = tmp_path / "lạ.sqlite"
    path.write_bytes(data)
    with pytest.raises(FileTrouble) as refused:
        salvage(path, tmp_path / "ra")
    assert refused.value.kind is kind
    assert not (tmp_path / "ra").exists()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        salvage(tmp_path / "không có", tmp_path)
    assert refused.value.kind is Trouble.ABSENT


def test_stopped_it_leaves_nothing(desk: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    with pytest.raises(Cancelled):
        salvage(desk, tmp_path / "ra", told.append, lambda: len(told) > 4)
    assert {one.what for one in told} >= {Part.READ, Part.PICTURES, Part.ARTICLES}
    assert not (tmp_path / "ra").exists()


def test_a_second_salvage_in_the_same_minute_has_its_own_folder(desk: Path, tmp_path: Path) -> None:
    first, second = _salvaged(desk, tmp_path), _salvaged(desk, tmp_path)
    assert second.folder != first.folder


def test_words_of_a_broken_text_are_its_strings() -> None:
    assert (
        words_of('{"title": "Một hai", "blocks": [{"runs": [["Ba \\"bốn\\" năm", "b"]], "x')
        == 'Một hai\nBa "bốn" năm'
    )


def _damage(path: Path, damage: Callable[[bytearray], None]) -> None:
    data = bytearray(path.read_bytes())
    damage(data)
    path.write_bytes(data)
