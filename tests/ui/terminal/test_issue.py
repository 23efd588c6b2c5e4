"""The verbs of the printed issue: its export, and the check of what was printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import RectangleObject

from desk.acts import journal
from desk.acts.rules import Stage
from desk.database import store
from desk.department import people, settings
from desk.edition.design import USUAL, Fitting
from desk.edition.edition import Names
from desk.export import packages, write_files
from desk.export.make import make
from desk.issues import issues, placing, printing, releases
from tests.desk.press.reading import fragments, opened
from tests.making import Cast, article, pictured, words
from tests.ui.terminal.running import Capture, acting, run


def test_export_writes_and_refuses(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    out_folder = tmp_path / "bản in"
    code, out, _ = run(
        capsys,
        "export",
        "4/2019",
        "--format",
        "pdf,html",
        "--out",
        out_folder,
        *acting(filled, "Hoàng Thư Ký"),
        "--data",
        filled,
    )
    assert (code, out) == (0, "")
    assert (out_folder / "ban-tin-so-4-2019.pdf").read_bytes().startswith(b"%PDF")
    assert (out_folder / "ban-tin-so-4-2019-html" / "index.html").exists()
    store.open_file(filled / "desk.sqlite", readonly=True)
    assert journal.entries(journal.JournalQuery(), limit=1)[0].person == "Hoàng Thư Ký"
    store.close_file()
    assert run(capsys, "export", "9/2019", "--out", out_folder, "--data", filled)[0] == 1
    denied = run(
        capsys, "export", "4/2019", "--out", out_folder, *acting(filled, "Lê Thị Viết"), "--data", filled
    )
    assert denied[0] == 1


def test_every_profile_goes_into_a_dated_folder(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    out_folder = tmp_path / "bản in"
    every = "print,office,screen,word,web,proof"
    shared = ("--out", out_folder, "--data", filled)
    assert run(capsys, "export", "4/2019", "--profile", every, "--marks", *shared)[0] == 0
    assert run(capsys, "export", "4/2019", "--profile", every, "--marks", *shared)[0] == 0
    one, two = sorted(out_folder.iterdir())
    assert two.name == f"{one.name}_lan-2"
    names = {path.name for path in one.iterdir()}
    assert names == {
        "ban-tin-so-4-2019-in.pdf",
        "ban-tin-so-4-2019-in-tai-co-quan.pdf",
        "ban-tin-so-4-2019-man-hinh.pdf",
        "ban-tin-so-4-2019-in-thu.pdf",
        "ban-tin-so-4-2019.docx",
        "ban-tin-so-4-2019-html",
        "manifest.json",
    }
    for path in one.glob("*.*"):
        if path.name != "manifest.json":
            assert path.read_bytes() == (two / path.name).read_bytes(), path.name
    told = json.loads((one / "manifest.json").read_text("utf-8"))
    assert told["release"] == 0
    assert told["articles"][0]["approved_by"] == "Trần Thị Lãnh"


def test_verify_tells_what_was_released(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    store.open_file(filled / "desk.sqlite")
    secretary = people.by_name("Hoàng Thư Ký").id
    issues.close(secretary, 1, 2)
    edition = printing.edition(1)
    files = {output: packages.package(edition, output, make(edition, output)) for output in releases.FROZEN}
    found = packages.measured(edition)
    pressed = releases.ReleaseContent(edition, files, found.pages, found.layout.total, found.cover)
    releases.release(secretary, 1, 3, pressed)
    kept = releases.files(1)
    others = Names("ĐẢNG BỘ TỈNH", "BAN KHÁC", "Thông tin nội bộ")
    settings.change(people.by_name("Quản Trị").id, others, settings.imprint())
    store.close_file()
    plain = tmp_path / "thường"
    assert (
        run(capsys, "export", "4/2019", "--format", "pdf,docx,html", "--out", plain, "--data", filled)[0] == 0
    )
    for path in (one for one in plain.rglob("*") if one.is_file()):
        assert path.read_bytes() in kept.values(), path.name
    folder = write_files.write_new_folder(kept, tmp_path, "số 4")
    code, out, err = run(capsys, "verify", folder, "--json", "--data", filled)
    verdict = json.loads(out)
    assert code == 0
    assert (verdict["sound"], verdict["issue"], verdict["release"]) == (True, "4/2019", 1)
    assert {one["state"] for one in verdict["articles"]} == {"approved"}
    assert "đúng là số 4/2019 đã phát hành" in err
    changed = next(folder.glob("*-in.pdf"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    code, out, err = run(capsys, "verify", changed, "--data", filled)
    assert code == 1
    assert "KHÁC với tệp đã phát hành" in out
    assert "đúng bản đã duyệt" in out  # its words are still what was approved
    code, out, err = run(capsys, "verify", tmp_path / "không có.pdf", "--data", filled)
    assert (code, out) == (1, "")
    assert "không có.pdf”" in err
    assert run(capsys, "check", "--data", filled)[0] == 0


def _made(folder: Path, name: str) -> Path:
    (path,) = folder.rglob(name)
    return path


def _sides(box: RectangleObject) -> tuple[int, int]:
    """Return a box's width and height in millimetres."""
    return round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)


def test_bleed_and_marks_are_of_the_printed_pages_alone(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    def exported(outputs: str, *finish: str) -> Path:
        folder = tmp_path / "-".join(("ra", *finish))
        given = ("--profile", outputs, *finish, "--out", folder, "--data", filled)
        assert run(capsys, "export", "4/2019", *given)[0] == 0
        return folder

    plain, bleeding = exported("print,screen"), exported("print", "--bleed")
    marked, grey = exported("print,screen", "--marks"), exported("screen", "--grey")
    screen = [_made(folder, "*-man-hinh.pdf").read_bytes() for folder in (plain, marked, grey)]
    assert screen[0] == screen[1] != screen[2]
    pages = [PdfReader(_made(folder, "*-in.pdf")).pages[0] for folder in (plain, bleeding, marked)]
    assert [_sides(page.bleedbox) for page in pages] == [(148, 210), (154, 216), (154, 216)]
    assert _sides(pages[1].mediabox) == (154, 216)
    assert _sides(pages[2].mediabox) > (154, 216)  # marks stand outside the bleed, which they bring


def test_a_fitted_issue_is_exported_as_it_is_set(cast: Cast, tmp_path: Path, capsys: Capture) -> None:
    made = article(cast, words("Bài", *(f"Dòng {n}." for n in range(80))), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    files = []
    for at, fitting in enumerate((Fitting(lines=2), USUAL)):
        issues.fit(cast.secretary, 1, 2 + at, fitting)
        store.close_file()
        out = tmp_path / str(at)
        assert run(capsys, "export", "4/2019", "--out", out, "--data", cast.path.parent)[0] == 0
        files.append((out / "ban-tin-so-4-2019.pdf").read_bytes())
        store.open_file(cast.path)
    assert [_pitch(made) for made in files] == [pytest.approx(14.5 * 34 / 36, abs=0.01), pytest.approx(14.5)]


def _pitch(pdf: bytes) -> float:
    """Return the points between two numbered paragraphs on one page."""
    for page in opened(pdf).pages:
        downs = [one.down for one in fragments(page) if one.text.startswith("Dòng")]
        if len(downs) > 1:
            return downs[1] - downs[0]
    raise AssertionError("no page has two of them")


def test_what_the_pages_have_against_the_issue_is_said(cast: Cast, tmp_path: Path, capsys: Capture) -> None:
    made = article(cast, pictured(cast, "Có ảnh", ""), Stage.APPROVED)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    store.close_file()
    given = ("--profile", "screen", "--out", tmp_path / "ra", "--data", cast.path.parent)
    code, out, err = run(capsys, "export", "4/2019", *given)
    assert (code, out) == (0, "")
    assert "Lưu ý: “Có ảnh”: ảnh chưa có chú thích" in err
    assert f"Đã ghi {tmp_path / 'ra' / 'ban-tin-so-4-2019'}" in err


@pytest.mark.usefixtures("released")
def test_a_released_issue_takes_no_finish_and_says_why(cast: Cast, tmp_path: Path, capsys: Capture) -> None:
    store.close_file()
    shared = ("--profile", "print", "--out", tmp_path / "ra", "--data", cast.path.parent)
    assert "được lấy từ tủ" in run(capsys, "export", "4/2019", "--grey", *shared)[2]
    assert "được lấy từ tủ" not in run(capsys, "export", "4/2019", *shared)[2]


def test_a_strange_file_is_not_what_was_released(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    strange = tmp_path / "lạ.docx"
    strange.write_bytes(b"PK")
    code, out, err = run(capsys, "verify", strange, "--json", "--data", filled)
    verdict = json.loads(out)
    assert code == 1
    assert (verdict["sound"], verdict["released"], verdict["issue"], verdict["release"]) == (
        False,
        False,
        "",
        0,
    )
    assert "“lạ.docx” không phải tệp của số nào đã phát hành." in err
