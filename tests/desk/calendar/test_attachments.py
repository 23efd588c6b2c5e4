"""Documents of a meeting: kept with their names, taken away by name, never heavier than a desk should carry."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desk.calendar import attachments, meetings
from desk.calendar.storage import Fields
from desk.dates.series import When
from desk.errors import BadIntake, FileTrouble, IntakeFault, Missing, Trouble
from tests.making import Cast


@pytest.fixture
def meeting(cast: Cast) -> int:
    start = datetime(2019, 4, 16, 8)
    made = meetings.make(
        cast.secretary, Fields("Giao ban tuần", "briefing"), When(start, start + timedelta(hours=1))
    )
    (number,) = made.meetings
    return number


def test_a_document_is_kept_byte_for_byte_until_it_is_taken_away(
    cast: Cast, meeting: int, tmp_path: Path
) -> None:
    path = tmp_path / "Giấy mời.pdf"
    path.write_bytes(b"%PDF")
    attachments.attach_file(cast.secretary, meeting, path)
    (row,) = attachments.of_meeting(meeting)
    assert (row.name, row.size) == ("Giấy mời.pdf", 4)
    assert attachments.content(row.id) == ("Giấy mời.pdf", b"%PDF")
    attachments.detach(cast.secretary, row.id)
    assert attachments.of_meeting(meeting) == ()
    with pytest.raises(Missing):
        attachments.detach(cast.secretary, 99)


def test_what_is_too_heavy_or_not_there_is_refused(
    cast: Cast, meeting: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 3)
    (tmp_path / "nặng.pdf").write_bytes(b"%PDF")
    with pytest.raises(BadIntake) as heavy:
        attachments.attach_file(cast.secretary, meeting, tmp_path / "nặng.pdf")
    assert (heavy.value.fault, heavy.value.name) == (IntakeFault.DOCUMENT_TOO_HEAVY, "nặng.pdf")
    with pytest.raises(FileTrouble) as absent:
        attachments.attach_file(cast.secretary, meeting, tmp_path / "không có.pdf")
    assert absent.value.kind is Trouble.ABSENT


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Tài liệu\\Báo cáo.docx", "Báo cáo.docx"),
        ("../../Giấy mời.pdf", "Giấy mời.pdf"),
        (" Giấy mời.pdf. ", "Giấy mời.pdf"),
        (unicodedata.normalize("NFD", "Giấy mời.pdf"), "Giấy mời.pdf"),
        (" . ", "tai-lieu"),
    ],
)
def test_a_document_is_kept_under_its_bare_name(cast: Cast, meeting: int, given: str, kept: str) -> None:
    attachments.attach(cast.secretary, meeting, given, b"x")
    assert [row.name for row in attachments.of_meeting(meeting)] == [kept]


@pytest.mark.parametrize("name", ["máy.exe", "MÁY.EXE", "thư.pdf.js", "lối tắt.lnk", "tệp.bat. "])
def test_a_program_is_no_document(cast: Cast, meeting: int, name: str) -> None:
    with pytest.raises(BadIntake) as refused:
        attachments.attach(cast.secretary, meeting, name, b"x")
    assert refused.value.fault is IntakeFault.PROGRAM
    assert attachments.of_meeting(meeting) == ()


def test_the_heaviest_document_is_taken_and_one_byte_more_is_not(
    cast: Cast, meeting: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_BYTES", 3)
    attachments.attach(cast.secretary, meeting, "vừa.pdf", b"PDF")
    with pytest.raises(BadIntake) as heavy:
        attachments.attach(cast.secretary, meeting, "nặng.pdf", b"%PDF")
    assert heavy.value.fault is IntakeFault.DOCUMENT_TOO_HEAVY
    with pytest.raises(BadIntake) as empty:
        attachments.attach(cast.secretary, meeting, "rỗng.pdf", b"")
    assert empty.value.fault is IntakeFault.EMPTY
    assert [row.name for row in attachments.of_meeting(meeting)] == ["vừa.pdf"]
