"""The tour's first days: founded, written, returned, approved, with a picture of each step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk import clock
from desk.acts import journal
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.database import store
from desk.department import people
from desk.errors import NotNow, Why
from desk.integrity import database
from desk.paths import DESK_FILE
from desk.sample import articles
from ui.tour import calendar, first_days, issue, registers, review, safety, tour
from ui.tour.guide import Guide

pytestmark = pytest.mark.usefixtures("qapp")
_WORKFLOW = (Act.SUBMIT, Act.RETURN, Act.PASS, Act.APPROVE)
_SHOWN = (
    "lap-ban-bien-tap",
    "chuyen-muc-ban-dau",
    "dang-nhap",
    "nhap-nhieu-bai",
    "nhap-bai-co-cho-phai-xem",
    "nhap-bai",
    "soan-bai",
    "soat-loi",
    "gui-con-cho-sai",
    "tin-bai",
    "tim-khong-dau",
    "ban-duyet-bien-tap",
    "tra-lai",
    "bai-bi-tra-lai",
    "gui-con-cho-sai",
    "ban-duyet-lanh-dao",
    "da-duyet",
)


def _nothing(_: Guide) -> None:
    """Leave a chapter out."""


@pytest.fixture
def _first_days_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for chapter in (review, calendar, registers, issue, safety):
        monkeypatch.setattr(chapter, "walk", _nothing)
    monkeypatch.setattr(first_days, "look_round", _nothing)


@pytest.mark.usefixtures("_first_days_only")
def test_the_first_days_are_walked_and_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "Chuyến đi"
    out.mkdir()
    (out / "cũ.png").touch()
    assert tour.run(out) == 0
    assert str(out) in capsys.readouterr().err
    pictures = sorted(path.name for path in out.glob("*.png"))
    wanted = [f"{at:02}-{name}-{word}.png" for at, name in enumerate(_SHOWN, 1) for word in ("sang", "toi")]
    assert pictures == wanted
    seen = [QImage(str(out / name)) for name in pictures]
    for light, dark in zip(seen[::2], seen[1::2], strict=True):
        assert light.pixelColor(3, 3).lightness() > dark.pixelColor(3, 3).lightness()
    assert clock.now().year > 2019  # the tour's clock is put back
    store.open_file(out / "du-lieu" / DESK_FILE)
    try:
        who = people.by_name("Mai Xuân Trường").id
        first = articles.read().articles[0]
        rows = listing.listing(who, listing.ListQuery()).rows
        (row,) = [one for one in rows if one.title == first.text.title]
        assert (row.stage, row.author) == (Stage.APPROVED, first.author)
        walked = [one.act for one in journal.of_article(row.id) if one.act in _WORKFLOW]
        assert sorted(walked, key=_WORKFLOW.index) == [
            Act.SUBMIT,
            Act.SUBMIT,
            Act.RETURN,
            Act.PASS,
            Act.APPROVE,
        ]
        assert database.check() == []
    finally:
        store.close_file()


@pytest.mark.usefixtures("_first_days_only")
def test_what_is_refused_on_the_way_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused() -> None:
        raise NotNow(Why.STAGE)

    def ask(guide: Guide) -> None:
        guide.client.ask(guide.client, refused, lambda _: None)
        guide.settle()

    for chapter in ("found", "write"):
        monkeypatch.setattr(first_days, chapter, _nothing)
    monkeypatch.setattr(first_days, "judge", ask)
    assert tour.run(tmp_path / "a") == 1
    assert capsys.readouterr().err.startswith("Vướng: NotNow(")
    monkeypatch.setattr(first_days, "judge", lambda guide: guide.at_desk(refused))  # it ends the tour
    assert tour.run(tmp_path / "b") == 1
    assert "Vướng: NotNow(" in capsys.readouterr().err
    assert QApplication.instance() is not None


def test_what_keeps_the_desk_safe_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for chapter, name in (
        (review, "walk"), (calendar, "walk"), (registers, "walk"), (issue, "walk"),
        (first_days, "write"), (first_days, "judge"), (first_days, "look_round"),
    ):  # fmt: skip
        monkeypatch.setattr(chapter, name, _nothing)
    assert tour.run(tmp_path / "ra") == 0
    shown = [
        path.name.split("-", 1)[1].removesuffix("-sang.png")
        for path in sorted((tmp_path / "ra").glob("*-sang.png"))
    ]
    assert shown[3:] == [
        "sao-luu", "xem-trong-ban-sao-luu", "khong-mo-duoc", "cuu-du-lieu", "xuat-kho-luu-tru",
        "kiem-tra-du-lieu", "kiem-tra-thay-cho-khong-on", "ma-khoi-phuc",
    ]  # fmt: skip


def test_the_registers_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for chapter, name in (
        (review, "walk"), (calendar, "walk"), (safety, "walk"), (issue, "walk"),
        (first_days, "write"), (first_days, "judge"), (first_days, "look_round"),
    ):  # fmt: skip
        monkeypatch.setattr(chapter, name, _nothing)
    assert tour.run(tmp_path / "ra") == 0
    shown = [
        path.name.split("-", 1)[1].removesuffix("-sang.png")
        for path in sorted((tmp_path / "ra").glob("*-sang.png"))
    ]
    assert shown[3:] == [
        "so-tay-con-nguoi", "so-tay-co-quan", "so-tay-van-ban", "so-tay-quy-tac", "so-tay-da-bo-qua",
        "so-tay-sua-nguoi", "so-tay-nhap-excel", "dien-tu-so-tay",
    ]  # fmt: skip
