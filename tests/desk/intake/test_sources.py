"""Whole files of contributors: the article that each becomes, by answers written before the readers."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desk.errors import BadIntake, IntakeFault
from desk.intake.kinds import FileKind
from desk.intake.sources import Source, read_source
from desk.text.blocks import Picture, Table, block_text, body_text

FILES = Path(__file__).parents[2] / "files" / "intake"
MISREAD = {"18 toan hoc tuoi tho": "a first paragraph that explains, and is no lead"}
ANSWERS = [
    path
    for room in ("word", "rtf", "doc", "odf", "pdf", "held/*")
    for path in sorted(FILES.glob(f"{room}/*.json"))
    if "want" in json.loads(path.read_text(encoding="utf-8")) and path.stem not in MISREAD
]
BUNDLES = [
    path
    for room in ("mail", "zip", "folders", "held/mail", "held/zip", "held/folders")
    for path in sorted(FILES.glob(f"{room}/*.json"))
]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def right(want: dict[str, Any], key: str) -> list[Any]:
    return [want[key], *want.get(f"{key}_any", [])]


def fields(source: Source) -> dict[str, Any]:
    assert source.taken is not None
    text = source.taken.text
    return {
        "title": squeezed(text.title),
        "date": text.event_date.isoformat() if text.event_date else None,
        "lead": squeezed(text.lead),
        "byline": squeezed(text.byline),
        "captions": sorted({squeezed(place.text) for place in source.taken.captions}),
        "pictures": sum(isinstance(block, Picture) for block in text.blocks),
    }


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_a_file_becomes_the_article_that_was_meant(path: Path) -> None:
    answer = json.loads(path.read_text(encoding="utf-8"))
    (source,) = read_source(path.with_name(answer["file"]))
    want, got = answer["want"], fields(source)
    may_be = {squeezed(block["text"]) for block in want["blocks"] if block.get("may_be_caption")}
    for key in ("title", "date", "lead", "byline", "pictures"):
        assert got[key] in [squeezed(one) if isinstance(one, str) else one for one in right(want, key)], key
    assert set(got["captions"]) - may_be == {squeezed(one) for one in want["captions"]} - may_be
    assert source.taken is not None
    said = squeezed(" ".join((got["title"], got["lead"], got["byline"], body_text(source.taken.text))))
    assert [words for words in want["dropped_contains"] if squeezed(words) in said] == []
    tables = [block for block in want["blocks"] if block["kind"] == "table"]
    assert sum(isinstance(block, Table) for block in source.taken.text.blocks) == len(tables)


@pytest.mark.parametrize("path", BUNDLES, ids=lambda path: path.stem)
def test_a_mail_a_zip_and_a_folder_become_their_articles(path: Path) -> None:
    answer = json.loads(path.read_text(encoding="utf-8"))
    if not answer["articles"]:
        return
    sources = [source for source in read_source(path.with_name(answer["file"])) if source.taken is not None]
    assert len(sources) == len(answer["articles"])
    by_title = {fields(source)["title"]: source for source in sources}
    for number, want in enumerate(answer["articles"]):
        source = by_title.get(
            want["title"], sources[number]
        )  # texts of a folder come in the order of their names
        got = fields(source)
        for key in ("title", "date", "lead", "byline"):
            assert got[key] in [squeezed(one) if isinstance(one, str) else one for one in right(want, key)], (
                key
            )
        assert got["captions"] in [sorted({squeezed(c) for c in one}) for one in right(want, "captions")]
        own = [count + len(want.get("photos", [])) for count in right(want, "pictures")]
        assert got["pictures"] in own
        assert source.taken is not None
        said = squeezed(body_text(source.taken.text))
        assert [words for words in answer["dropped_contains"] if squeezed(words) in said] == []


def test_a_part_is_named_with_the_file_that_held_it() -> None:
    names = [source.name for source in read_source(FILES / "zip" / "z2-nhieu-bai.zip")]
    assert len(names) > 1
    assert all(name.startswith("z2-nhieu-bai.zip › ") for name in names)


def test_a_page_of_word_has_the_pictures_of_the_folder_beside_it(tmp_path: Path) -> None:
    photo = b"\xff\xd8\xff\xe0 a photograph"
    (tmp_path / "bài_files").mkdir()
    (tmp_path / "bài_files" / "image001.jpg").write_bytes(photo)
    page = tmp_path / "bài.htm"
    page.write_text(
        "<html><head><meta name=Generator content='Microsoft Word 15'></head><body>"
        "<p class=MsoNormal>Xã Pa Hù ra quân</p>"
        "<p class=MsoNormal>Sáng 12/3, xã Pa Hù ra quân trồng cây ở cả bảy bản trong xã.</p><p class=MsoNormal>"
        "<img src='b%C3%A0i_files/image001.jpg'></p><p class=MsoNormal>Bà con trồng được 500 cây trong một buổi.</p>",
        encoding="utf-8",
    )
    (source,) = read_source(page)
    assert source.kind is FileKind.HTML
    assert source.document is not None
    assert [picture.data for picture in source.document.pictures] == [photo]


def test_a_page_of_a_browser_has_its_photographs_and_not_its_signs(tmp_path: Path) -> None:
    folder = tmp_path / "bài_files"
    folder.mkdir()
    Image.new("RGB", (640, 420)).save(folder / "anh 1.jpg")
    Image.new("RGB", (32, 32)).save(folder / "logo.png")
    page = tmp_path / "bài.html"
    page.write_text(
        "<html><head><title>Xã Pa Hù ra quân</title></head><body><nav><img src='./bài_files/logo.png'>Trang chủ</nav>"
        "<h1>Xã Pa Hù ra quân trồng cây</h1><p>Thứ Năm, 12/3/2026</p>"
        "<p><b>Sáng 12/3, xã Pa Hù ra quân trồng cây ở cả bảy bản trong xã.</b></p>"
        "<figure><img src='./b%C3%A0i_files/anh%201.jpg'><figcaption>Bà con trồng cây ở bản Mới.</figcaption>"
        "</figure><p>Bà con trồng được 500 cây trong một buổi, ai cũng phấn khởi.</p><img src='./bài_files/logo.png'>"
        "</body></html>",
        encoding="utf-8",
    )
    (source,) = read_source(page)
    assert source.document is not None
    assert source.taken is not None
    assert [picture.data for picture in source.document.pictures] == [(folder / "anh 1.jpg").read_bytes()]
    (shown,) = (block for block in source.taken.text.blocks if isinstance(block, Picture))
    assert shown.caption == "Bà con trồng cây ở bản Mới."
    assert source.taken.text.title == "Xã Pa Hù ra quân trồng cây"


def test_a_folder_without_an_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    with pytest.raises(BadIntake) as refused:
        read_source(tmp_path)
    assert refused.value.fault is IntakeFault.NO_ARTICLE


def test_every_word_of_the_body_is_kept() -> None:
    (source,) = read_source(FILES / "word" / "01 Tin ket nap dang vien - Nam Lu.docx")
    assert source.taken is not None
    assert "Đây là đảng viên thứ ba" in "\n".join(map(block_text, source.taken.text.blocks))
