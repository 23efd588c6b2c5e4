"""The list of a salvage: what was rescued, and first of all what is lost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape

from desk.safety import salvaged_meetings
from desk.safety.pages import document, facts, link, table
from desk.safety.rescued import Fate
from desk.safety.salvaged import Given, Salvaged

_NO_TITLE = "(không rõ tít)"
_TABLES = {
    "person": "Người ở bàn biên tập",
    "section": "Chuyên mục",
    "setting": "Thiết lập",
    "issue": "Số bản tin",
    "placement": "Chỗ của bài trong số",
    "meeting": "Cuộc họp",
    "occurrence": "Lần họp có thay đổi",
    "coverage": "Phân công đưa tin",
    "comment": "Lời trao đổi",
}


def page(result: Salvaged, file: str, moment: datetime) -> str:
    """Return the list as a page."""
    rescued = result.of(Fate.WHOLE, Fate.OLDER, Fate.UNPROVEN, Fate.WORDS)
    parts = [
        f"<h1>Cứu dữ liệu từ “{escape(file)}”</h1>",
        f'<p class="muted">Làm lúc {moment:%H:%M} ngày {moment:%d/%m/%Y}. Tệp hỏng chỉ được đọc, không bị sửa.</p>',
        f'<p class="note">{_verdict(result)}</p>',
        facts(_counts(result, len(rescued))),
        *_lost(result),
        "<h2>Bài cứu được</h2>",
    ]
    if rescued:
        parts.append(table(("Số", "Tít", "Tình trạng", "Tệp"), (_line(one) for one in rescued), "articles"))
    else:
        parts.append("<p>Không có bài nào.</p>")
    parts += _files("Tệp của số đã phát hành", result.released)
    parts += _files("Bài đang gõ dở, chưa lưu", result.drafts)
    parts += _files("Tài liệu họp và tệp gốc của bài", result.documents)
    parts.append("<h2>Dữ liệu khác</h2>")
    parts.append(
        "<p>Nhật ký: "
        + link("nhat-ky.txt", f"{result.entries} mục")
        + ". Cuộc họp: "
        + link(salvaged_meetings.NAME, f"bảng {result.rows.get('meeting', 0)} cuộc")
        + ". Dạng JSON của nhật ký, người, cuộc họp, trao đổi nằm trong thư mục "
        + link("du-lieu/", "du-lieu")
        + "; ảnh trong "
        + link("anh/", "anh")
        + ".</p>"
    )
    parts.append(
        table(("Loại", "Số dòng đọc được"), ((_TABLES[name], str(n)) for name, n in result.rows.items()))
    )
    return document("Cứu dữ liệu – danh sách", "\n".join(parts))


def _verdict(result: Salvaged) -> str:
    if result.whole:
        return "Không thấy mất gì: mọi bài, ảnh và tệp đã phát hành đều đọc được và đúng như lúc được ghi."
    lost, doubtful = len(result.of(Fate.LOST)), len(result.of(Fate.OLDER, Fate.UNPROVEN, Fate.WORDS))
    said = []
    if lost:
        said.append(f"mất hẳn {lost} bài")
    if doubtful:
        said.append(f"{doubtful} bài không lấy được trọn bản mới nhất")
    if result.pictures_lost:
        said.append(f"mất {len(result.pictures_lost)} ảnh")
    if result.released_lost:
        said.append(f"mất {len(result.released_lost)} tệp đã phát hành")
    if result.documents_lost:
        said.append(f"mất {len(result.documents_lost)} tài liệu")
    if result.unproven:
        said.append(f"{sum(result.unproven.values())} dòng dữ liệu khác không còn đúng như lúc được ghi")
    return escape("Có chỗ không cứu được: " + "; ".join(said) + ".")


def _counts(result: Salvaged, rescued: int) -> Iterable[tuple[str, str]]:
    yield "Bài", f"cứu được {rescued} trong {len(result.articles)}"
    yield "Ảnh", f"{result.pictures}"
    released = len(result.released)
    yield "Tệp đã phát hành", f"{released} trong {released + len(result.released_lost)}"
    yield "Mục nhật ký", f"{result.entries}"


def _lost(result: Salvaged) -> list[str]:
    parts = []
    lost = result.of(Fate.LOST)
    if lost:
        rows = ((str(one.id), escape(one.title or _NO_TITLE)) for one in lost)
        parts += ["<h2>Bài bị mất</h2>", table(("Số", "Tít"), rows, "articles lost")]
    for title, names in (
        ("Tệp đã phát hành bị hỏng hoặc mất", result.released_lost),
        ("Tài liệu họp và tệp gốc bị hỏng hoặc mất", result.documents_lost),
        ("Ảnh bị hỏng hoặc mất (theo SHA-256)", result.pictures_lost),
    ):
        if names:
            parts += [f"<h2>{title}</h2>", table(("Tên",), ((escape(name),) for name in names), "lost")]
    return parts


def _line(one: Given) -> Iterable[str]:
    yield str(one.id)
    yield escape(one.title or _NO_TITLE)
    yield _state(one)
    yield " · ".join(
        link(path, path.rpartition(".")[2].upper() if "hong" not in path else "bản hỏng")
        for path in one.files
    )


def _state(one: Given) -> str:
    said = {
        Fate.WHOLE: "Nguyên vẹn, bản mới nhất",
        Fate.OLDER: f"Bản {one.revision}, nguyên vẹn; bản {one.newest} sau đó bị hỏng",
        Fate.UNPROVEN: "Đọc được, nhưng không chứng minh được là đúng như lúc lưu: cần đọc lại",
        Fate.WORDS: "Chỉ còn chữ, mất cách trình bày: cần đọc lại",
        Fate.LOST: "",
    }[one.fate]
    return said + (f"; thiếu {one.pictures_lost} ảnh" if one.pictures_lost else "")


def _files(title: str, paths: list[str]) -> list[str]:
    if not paths:
        return []
    return [f"<h2>{title}</h2>", "<ul>" + "".join(f"<li>{link(path, path)}</li>" for path in paths) + "</ul>"]
