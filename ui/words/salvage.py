"""The words of salvage and the archive: what is being written, what came of it."""

from __future__ import annotations

from pathlib import Path

from desk.acts.rules import Act
from desk.safety.archive import Archived
from desk.safety.new_folder import Part, Progress
from desk.safety.rescued import Fate
from desk.safety.salvaged import Salvaged
from ui.words import wording
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr

PARTS: dict[Part, str] = {
    Part.READ: _mark("Đang đọc tệp dữ liệu"),
    Part.PICTURES: _mark("Đang ghi ảnh"),
    Part.ARTICLES: _mark("Đang ghi bài"),
    Part.ISSUES: _mark("Đang ghi các số bản tin"),
    Part.MEETINGS: _mark("Đang ghi lịch họp"),
    Part.DATA: _mark("Đang ghi dữ liệu"),
    Part.PAGES: _mark("Đang ghi danh sách"),
    Part.PROOF: _mark("Đang đối chiếu"),
}
FATES: dict[Fate, str] = {
    Fate.WHOLE: _mark("nguyên vẹn"),
    Fate.OLDER: _mark("bản cũ hơn"),
    Fate.UNPROVEN: _mark("cần đọc lại"),
    Fate.WORDS: _mark("chỉ còn chữ"),
    Fate.LOST: _mark("bị mất"),
}


def progress(one: Progress) -> str:
    """Return how far a work is."""
    words = _tr(PARTS[one.what])
    return f"{words}: {wording.number(one.done)} / {wording.number(one.total)}" if one.total else f"{words}…"


def deed(act: str) -> str:
    """Return an act of the journal, as it is stored, in words; ValueError for what is none."""
    return wording.deed(Act(act))


def salvaged(result: Salvaged) -> str:
    """Return in one sentence what a salvage gave out and what is lost."""
    rescued = len(result.articles) - len(result.of(Fate.LOST))
    words = _tr(_mark("Cứu được {n} trong {all} bài, {pictures} ảnh, {files} tệp đã phát hành.")).format(
        n=rescued, all=len(result.articles), pictures=result.pictures, files=len(result.released)
    )
    if result.whole:
        return words + " " + _tr(_mark("Không thấy mất gì."))
    lost = {fate: len(result.of(fate)) for fate in Fate if fate is not Fate.WHOLE and result.of(fate)}
    if lost:
        parts = ", ".join(f"{count} {_tr(FATES[fate])}" for fate, count in lost.items())
        words += " " + _tr(_mark("Bài không trọn: {parts}.")).format(parts=parts)
    return words + " " + _tr(_mark("Những gì mất được kê trong danh-sach.html."))


def archived(result: Archived) -> str:
    """Return in one sentence what an archive holds."""
    text = _tr(_mark("Đã xuất {articles} bài, {issues} số bản tin, {files} tệp vào “{name}”."))
    return text.format(
        articles=wording.number(result.articles),
        issues=result.issues,
        files=wording.number(result.files),
        name=result.folder.name,
    )


def taken_in(folder: Path, *, whole: bool) -> str:
    """Return whether the desk that was made of an archive is sound."""
    if whole:
        return _tr(_mark("Đã dựng lại bàn biên tập ở “{folder}”; kiểm tra không thấy lỗi.")).format(
            folder=folder
        )
    return _tr(_mark("Đã dựng lại bàn biên tập ở “{folder}”, nhưng có chỗ không ổn như trên.")).format(
        folder=folder
    )


def broken() -> str:
    """Return what is said when a bug stopped the work."""
    return _tr(_mark("Chương trình gặp lỗi nên chưa ghi xong. Không có tệp nào dở dang."))
