"""Foreign files are read in a process of their own, which may choke without harm."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.apart import ReadingProcess
from desk.intake.bulk import Bulk
from desk.intake.kinds import FileKind
from desk.intake.sources import Source, Together, name_of
from tests.desk.intake.test_bulk import HEAVY

STORY = (
    "Huyện Nậm Lư ra quân làm thủy lợi\n\nSáng 12/10, huyện Nậm Lư tổ chức lễ ra quân làm thủy lợi, nạo vét mương "
    "chuẩn bị cho vụ đông xuân.\n\nHơn 600 người đã nạo vét 4 km kênh, phát dọn 12 đập đầu mối trong một buổi sáng.\n"
)


def whimsical(asked: Together) -> list[Source]:
    """Do what the name of the file says."""
    path = Path(name_of(asked))
    if path.name == "chậm":
        time.sleep(60)
    if path.name == "chết":
        os._exit(3)
    if path.name == "nặng":
        raise MemoryError
    if path.name == "lỗi":
        raise ZeroDivisionError
    if path.name == "lớn":
        return [HEAVY, HEAVY]
    if path.name == "từ chối":
        raise BadIntake(IntakeFault.ENCRYPTED, path.name)
    return [Source(path.name, FileKind.TEXT)]


def test_a_file_is_read_and_recognised_there(tmp_path: Path) -> None:
    path = tmp_path / "bài thủy lợi.docx"
    path.write_text(STORY, encoding="utf-8")
    with ReadingProcess() as reader:
        (source,) = reader.read(path)
    assert source.kind is FileKind.TEXT
    assert source.taken is not None
    assert source.taken.text.title == "Huyện Nậm Lư ra quân làm thủy lợi"
    assert source.data == STORY.encode("utf-8")


def test_the_words_of_a_heavy_text_come_before_its_bytes() -> None:
    with ReadingProcess(read=whimsical) as reader:
        came = list(reader.each(Path("lớn")))
        assert [type(one) for one in came] == [Source, Bulk, Source, Bulk]
        assert isinstance(came[0], Source)
        assert (came[0].data, came[0].awaits) == (b"", True)
        assert reader.read(Path("lớn")) == [HEAVY, HEAVY]
        assert [source.name for source in reader.read(Path("bài.txt"))] == ["bài.txt"]


def test_a_process_stands_by(tmp_path: Path) -> None:
    path = tmp_path / "bài thủy lợi.txt"
    path.write_text(STORY, encoding="utf-8")
    with ReadingProcess() as reader:
        reader.stand_by()
        assert reader.is_running()
        assert len(reader.read(path)) == 1
    assert not reader.is_running()


def test_what_chokes_it_is_refused_and_the_next_file_is_read() -> None:
    with ReadingProcess(seconds=5.0, read=whimsical) as reader:  # a busy machine takes a while to begin one
        for name, fault in (
            ("chậm", IntakeFault.TOO_SLOW),
            ("chết", IntakeFault.TOO_HEAVY),
            ("nặng", IntakeFault.TOO_HEAVY),
            ("lỗi", IntakeFault.BROKEN),
            ("từ chối", IntakeFault.ENCRYPTED),
        ):
            with pytest.raises(BadIntake) as refused:
                reader.read(Path(name))
            assert (refused.value.fault, refused.value.name) == (fault, name)
            assert [source.name for source in reader.read(Path("bài.txt"))] == ["bài.txt"]
