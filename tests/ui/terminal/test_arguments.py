"""The grammar of the command line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ui.terminal.running import Capture, run
from ui.terminal import arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ("bay",),
        ("show",),
        ("show", "một"),
        ("export", "4-2019", "--out", "x"),
        ("export", "4/2019", "--format", "exe", "--out", "x"),
        ("export", "4/2019"),
        ("export", "4/2019", "--profile", "fax", "--out", "x"),
        ("verify",),
        ("import", "x.txt"),
        ("search",),
    ],
)
def test_misuse_is_code_2_in_vietnamese(arguments: tuple[str, ...], capsys: Capture) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert "cách dùng:" in err
    assert "Lệnh chưa đúng" in err
    assert "invalid" not in err
    assert "required" not in err


def test_an_export_is_a_pdf_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    wish = arguments.read(["export", "1+2/2019", "--out", "x", "--data", str(tmp_path)])
    assert (wish.issue, wish.format, wish.profile, wish.name) == (("1+2", 2019), ("pdf",), (), "")
    assert (wish.bleed, wish.marks, wish.grey) == (False, False, False)
    assert wish.folder == tmp_path.resolve()


def test_kinds_are_taken_once_in_the_order_given_in_any_case() -> None:
    formats = arguments.read(["export", "4/2019", "--format", "HTML, pdf,,html", "--out", "x"])
    assert formats.format == ("html", "pdf")
    outputs = arguments.read(["export", "4/2019", "--profile", "web,Print,web", "--out", "x"])
    assert outputs.profile == ("web", "print")
    sheets = arguments.read(["schedule", "2019-W15", "--format", "TXT,pdf", "--out", "x"])
    assert sheets.format == ("txt", "pdf")


@pytest.mark.parametrize(
    ("given", "monday"), [("2019-W15", date(2019, 4, 8)), ("2020-w1", date(2019, 12, 30))]
)
def test_a_week_is_its_monday(given: str, monday: date) -> None:
    wish = arguments.read(["schedule", given, "--out", "x"])
    assert (wish.week, wish.format) == (monday, ("pdf",))


def test_only_a_look_needs_no_name(capsys: Capture) -> None:
    look = arguments.read(["import", "a.ics", "B.ICS", "c.vcs", "--dry-run", "--from", "2019-04-01"])
    assert (look.name, look.first, look.last) == ("", date(2019, 4, 1), None)
    assert arguments.read(["import", "a.ics", "b.txt", "--dry-run"]).name == ""
    for refused in (["b.txt"], ["a.ics"]):
        with pytest.raises(SystemExit) as left:
            arguments.read(["import", *refused])
        assert left.value.code == 2
        assert "còn thiếu --as" in capsys.readouterr().err
    assert arguments.read(["import", "b.txt", "--as", "An"]).name == "An"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (["export", "4-2019", "--out", "x"], "cần SỐ/NĂM như 4/2019, không phải '4-2019'"),
        (["export", "4/2019", "--format", ",", "--out", "x"], "cần pdf, docx, html, không phải ','"),
        (
            ["export", "4/2019", "--profile", "in", "--out", "x"],
            "cần print, office, screen, word, web, proof",
        ),
        (["export", "4/2019", "--format", "pdf", "--profile", "web", "--out", "x"], "không đi cùng"),
        (["schedule", "2019-W60", "--out", "x"], "cần NĂM-WTUẦN như 2019-W15, không phải '2019-W60'"),
        (["schedule", "2019-W15", "--format", "html", "--out", "x"], "cần pdf, docx, txt, không phải 'html'"),
        (["notice", "a.txt", "--today", "1/4/2019"], "cần ngày NĂM-THÁNG-NGÀY, không phải '1/4/2019'"),
        (["search", "x", "--limit", "hai"], "cần một số, không phải 'hai'"),
        (["show", "1", "--lạ"], "không hiểu --lạ"),
        (["export", "4/2019", "--out"], "đối số --out: cần một giá trị"),
        (["bay"], "không có lựa chọn 'bay'"),
    ],
)
def test_each_misuse_has_its_sentence(given: list[str], sentence: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as left:
        arguments.read(given)
    assert left.value.code == 2
    assert sentence in capsys.readouterr().err


def test_help_is_vietnamese(capsys: Capture) -> None:
    for asked in (["--help"], ["search", "--help"]):
        with pytest.raises(SystemExit) as left:
            arguments.read(asked)
        assert left.value.code == 0
        shown = capsys.readouterr().out
        assert shown.startswith("cách dùng: main.py")
        assert "tùy chọn" in shown
        assert "hiện trợ giúp này" in shown
        assert "options" not in shown


def test_a_search_shows_twenty_unless_asked() -> None:
    assert arguments.read(["search", "một", "hai"]).limit == 20
    wish = arguments.read(["search", "một", "hai", "--limit", "3", "--json"])
    assert (wish.words, wish.limit, wish.json) == (["một", "hai"], 3, True)
