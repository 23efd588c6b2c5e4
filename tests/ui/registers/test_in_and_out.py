"""A workbook out and in again, what articles propose, what cannot be read: through the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog

from desk.acts.rules import Stage
from desk.registers import storage
from desk.registers.read_workbook import read_register
from desk.registers.workbook import workbook
from tests.making import Cast, article, words
from tests.ui.registers.filled import ENTRIES, fill
from ui.registers.import_dialog import RegisterImportDialog
from ui.registers.page import Do, RegistersPage
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def _page(sit: Sit, who: int) -> tuple[RegistersPage, list[str]]:
    window = sit(who)
    said: list[str] = []
    window.session.said.connect(lambda text, *_: said.append(text))
    window.pages.go("registers")
    return window.pages.registers, said


def _chosen(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def _dialog(page: RegistersPage) -> RegisterImportDialog:
    dialog = page.in_and_out.dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_what_was_written_out_comes_in_on_another_desk_and_is_taken_back(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Sổ tay.xlsx"
    path.write_bytes(workbook(ENTRIES))
    page, _ = _page(sit, cast.editor)
    _chosen(monkeypatch, path)
    page.actions_of_page[Do.IMPORT].trigger()
    dialog = _dialog(page)
    assert dialog.counts.text() == "13 mục mới, 0 thay đổi, 0 đã có, 4 cần xem (chưa đánh dấu)."
    dialog.ok.click()
    assert not dialog.isVisible()
    assert len(storage.people()) == 2
    page.session.undo()
    assert storage.people() == ()
    page.actions_of_page[Do.IMPORT].trigger()
    dialog = _dialog(page)
    dialog.every.click()
    dialog.ok.click()
    assert len(storage.people()) == 4
    out = tmp_path / "ra"
    _chosen(monkeypatch, out)
    page.actions_of_page[Do.EXPORT].trigger()
    assert len(read_register(out.with_suffix(".xlsx")).entries) == len(ENTRIES) + 1  # a person of two titles
    page.actions_of_page[Do.IMPORT].trigger()


def test_rows_that_cannot_be_read_are_named_before_anything_is_taken(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lãnh đạo"
    for row in (
        ("Họ tên", "Chức vụ", "Đơn vị", "Từ", "Đến"),
        ("Lò Thị Én", "Bí thư", "Huyện ủy", "2020", "nay"),
        ("Hoàng Văn Nọ", "Bí thư", "Xã", "31/02/2020", ""),
        *((f"Người {at}", "Bí thư", "Xã", "2020", "2019") for at in range(9)),
    ):
        sheet.append(row)
    path = tmp_path / "lãnh đạo.xlsx"
    book.save(path)
    page, _ = _page(sit, cast.editor)
    _chosen(monkeypatch, path)
    page.actions_of_page[Do.IMPORT].trigger()
    dialog = _dialog(page)
    assert dialog.faults.text().splitlines()[:3] == [
        "Không nhận:",
        "Lãnh đạo, dòng 3: không đọc được ngày “31/02/2020”",
        "Lãnh đạo, dòng 4: ngày kết thúc sớm hơn ngày bắt đầu",
    ]
    assert dialog.faults.text().splitlines()[-1] == "… và 5 dòng nữa"
    assert storage.people() == ()
    dialog.none.click()
    dialog.ok.click()
    assert dialog.fault.text() == "Chưa chọn mục nào."
    dialog.every.click()
    dialog.ok.click()
    assert [one.name for one in storage.people()] == ["Lò Thị Én"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "“sổ.xlsx” là tệp rỗng."),
        (b"PK", "“sổ.xlsx” không phải là bảng tính Excel đọc được."),
        (None, "Không thấy"),
    ],
)
def test_what_cannot_be_read_is_said_and_nothing_is_lost(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes | None, told: str
) -> None:
    fill(cast)
    path = tmp_path / "sổ.xlsx"
    if data is not None:
        path.write_bytes(data)
    page, said = _page(sit, cast.editor)
    _chosen(monkeypatch, path)
    page.actions_of_page[Do.IMPORT].trigger()
    assert said[-1].startswith(told)
    assert len(storage.people()) == 4


def test_articles_propose_what_is_unknown_to_be_ticked(sit: Sit, cast: Cast) -> None:
    text = "Đồng chí Hoàng Văn Nọ, Bí thư Huyện ủy, nêu Kết luận số 50-KL/TW, ngày 05/10/2018 của Ban Bí thư."
    article(cast, words("Giao ban", text), Stage.APPROVED)
    page, _ = _page(sit, cast.editor)
    page.actions_of_page[Do.PROPOSE].trigger()
    dialog = _dialog(page)
    assert dialog.intro.text().startswith("Văn bản được trích dẫn và người có chức danh trong 1 bài")
    assert dialog.model.rowCount() == 2
    dialog.ok.click()
    assert storage.people()[0].titles[0].body == "Huyện ủy"
    assert storage.documents()[0].written == "50-KL/TW"
    page.actions_of_page[Do.PROPOSE].trigger()
    dialog = _dialog(page)
    assert dialog.model.rowCount() == 0
    assert not dialog.ok.isVisible()


def test_the_form_to_be_filled_in_is_written(
    sit: Sit, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, said = _page(sit, cast.writer)
    _chosen(monkeypatch, tmp_path / "mẫu.xlsx")
    page.actions_of_page[Do.FORM].trigger()
    assert said[-1] == "Đã ghi “mẫu.xlsx”."
    assert read_register(tmp_path / "mẫu.xlsx").entries == ()
    _chosen(monkeypatch, tmp_path / "không có" / "mẫu.xlsx")
    page.actions_of_page[Do.FORM].trigger()
    assert "mẫu.xlsx" in said[-1] or "không có" in said[-1]
