"""The pages of an archive: its index, an article as it is read, the meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import groupby
from typing import Any

from desk import clock
from desk.edition.edition import Names
from desk.press.web_pages import article_html
from desk.safety.pages import STYLE, document, facts, link, table
from desk.text.blocks import ArticleText, Picture

_KINDS = {"pdf": "PDF", "docx": "Word", "html": "trang web"}


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article as the index names it; `stem` is where its files lie, without their endings."""

    id: int
    stem: str
    title: str
    month: str
    byline: str
    author: str
    section: str
    approved_by: str
    approved_at: str
    revision: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ArchivedIssue:
    """An issue with the paths of its released files."""

    number: str
    year: int
    month: int
    theme: str
    published: str
    special: bool
    files: Sequence[str]

    @property
    def name(self) -> str:
        """Return what it is called."""
        return f"Số {self.number}/{self.year}" if self.number.strip() else f"Số đặc biệt {self.year}"


@dataclass(frozen=True, slots=True)
class Contents:
    """What the index lists; `scope` is a year or ""."""

    scope: str
    names: Names
    moment: datetime
    articles: Sequence[ArchivedArticle]
    issues: Sequence[ArchivedIssue]


def index(contents: Contents) -> str:
    """Return the page that everything is reached from."""
    title = f"Kho lưu trữ năm {contents.scope}" if contents.scope else "Kho lưu trữ"
    names = contents.names
    parts = [
        f'<p class="muted">{escape(names.committee)}<br>{escape(names.department)}</p>',
        f"<h1>{title}</h1>",
        f"<p>{escape(names.bulletin)}. Xuất lúc {contents.moment:%H:%M} ngày {contents.moment:%d/%m/%Y}.</p>",
        facts((("Số bản tin", str(len(contents.issues))), ("Bài", str(len(contents.articles))))),
        "<h2>Các số bản tin</h2>",
    ]
    if contents.issues:
        parts.append(table(("Số", "Tháng", "Chủ đề", "Ngày phát hành", "Tệp"), map(_issue, contents.issues)))
    else:
        parts.append("<p>Không có số nào.</p>")
    parts.append("<h2>Các bài theo tháng</h2>")
    for month, group in groupby(
        sorted(contents.articles, key=lambda one: (one.month, one.id)), lambda one: one.month
    ):
        parts.append(f"<h3>Tháng {escape(_month(month))}</h3>")
        parts.append(
            table(("Số", "Tít", "Chuyên mục", "Người viết", "Duyệt", "Tệp"), map(_line, group), "articles")
        )
    if not contents.articles:
        parts.append("<p>Không có bài nào.</p>")
    parts += [
        "<h2>Lịch họp và nhật ký</h2>",
        "<ul><li>"
        + link("lich-hop.html", "Lịch họp")
        + " ("
        + link("lich-hop.ics", "tệp lịch .ics")
        + ")</li>",
        "<li>" + link("nhat-ky.txt", "Nhật ký") + ": ai đã làm gì, lúc nào</li></ul>",
        "<h2>Kho này gồm những gì</h2>",
        _EXPLAINED,
    ]
    return document(title, "\n".join(parts))


def _month(stored: str) -> str:
    year, _, month = stored.partition("-")
    return f"{int(month)}/{year}" if month.isdecimal() else stored or "không rõ"


def _issue(one: ArchivedIssue) -> Iterable[str]:
    yield escape(one.name)
    yield f"{one.month}/{one.year}"
    yield escape(one.theme)
    yield _day(one.published) if one.published else ""
    shown = [path for path in one.files if path.endswith((".pdf", ".docx", "/index.html"))]
    yield (
        "<br>".join(link(path, _named(path)) for path in shown) or '<span class="muted">chưa phát hành</span>'
    )


def _named(path: str) -> str:
    kind = _KINDS.get(path.rpartition(".")[2], "tệp")
    _, release, name = path.removeprefix("so/").split("/", 2)
    use = next((words for end, words in _USES.items() if name.endswith(end)), "")
    again = "" if release == "lan-1" else f", lần {release.removeprefix('lan-')}"
    return f"{kind}{use}{again}"


_USES = {"-in.pdf": " để in", "-in-tai-co-quan.pdf": " in tại cơ quan", "-man-hinh.pdf": " để đọc"}


def _day(stored: str) -> str:
    return "/".join(reversed(stored[:10].split("-")))


def _moment(stored: str) -> str:
    try:
        return f"{clock.local(clock.read_stamp(stored)):%H:%M %d/%m/%Y}"
    except ValueError:
        return stored


def _line(one: ArchivedArticle) -> Iterable[str]:
    yield str(one.id)
    yield link(f"{one.stem}.html", one.title or "(không có tít)")
    yield escape(one.section)
    yield escape(one.author)
    yield escape(one.approved_by)
    yield link(f"{one.stem}.docx", "Word") + " · " + link(f"{one.stem}.json", "JSON")


def article(
    about: ArchivedArticle,
    text: ArticleText,
    images: Mapping[str, str],
    said: Sequence[tuple[str, str, str, str]],
    saved: Sequence[tuple[int, str, str]],
) -> str:
    """Return an article's page: as it is read, who approved it, what was said of it, when it was saved.

    `images` says where its pictures lie in the archive, `said` who, when, of which words, what; `saved` number, who,
    when.
    """
    there = tuple(one for one in text.blocks if not isinstance(one, Picture) or one.picture in images)
    shown = ArticleText(text.title, text.lead, text.byline, text.event_date, there)
    body = "\n".join(article_html(shown, {key: f"../{path}" for key, path in images.items()}))
    known = [
        ("Bài số", str(about.id)),
        ("Người viết", escape(about.author)),
        ("Chuyên mục", escape(about.section)),
    ]
    if about.approved_by:
        known.append(("Duyệt", f"{escape(about.approved_by)}, {_moment(about.approved_at)}"))
    known.append(("SHA-256 của bài", f"<small>{about.sha256}</small>"))
    parts = [
        f'<p class="muted"><a href="../index.html">Kho lưu trữ</a></p>\n<article>\n{body}\n</article>',
        "<h2>Về bài này</h2>",
        facts(known),
        "<h3>Các lần lưu</h3>",
        table(
            ("Phiên bản", "Người lưu", "Lúc"), ((str(no), escape(by), _moment(at)) for no, by, at in saved)
        ),
    ]
    if said:
        parts.append("<h3>Trao đổi</h3>")
        rows = ((escape(by), _moment(at), escape(quote), escape(words)) for by, at, quote, words in said)
        parts.append(table(("Ai", "Lúc", "Về chữ", "Nói gì"), rows))
    return document(text.title or "Bài không có tít", "\n".join(parts), f"../{STYLE}")


def meetings(scope: str, found: Sequence[Any]) -> str:
    """Return the page of the meetings, by their first day; `found` are rows of their table."""
    title = f"Lịch họp năm {scope}" if scope else "Lịch họp"
    rows = (
        (
            _when(one.start),
            escape(one.title) + (' <span class="muted">(lặp lại)</span>' if one.rule else ""),
            escape(one.place),
            escape(one.unit),
        )
        for one in sorted(found, key=lambda one: (one.start, one.id))
    )
    told = (
        table(("Lúc", "Nội dung", "Địa điểm", "Đơn vị chủ trì"), rows)
        if found
        else "<p>Không có cuộc họp nào.</p>"
    )
    top = '<p class="muted"><a href="index.html">Kho lưu trữ</a></p>'
    return document(title, f"{top}\n<h1>{title}</h1>\n{told}")


def _when(stored: str) -> str:
    day, _, time = stored.partition("T")
    return f"{_day(day)} {time[:5]}".strip()


_EXPLAINED = """<div class="note">
<p>Đọc kho này chỉ cần một trình duyệt bất kỳ: mở tệp <strong>index.html</strong>. Không cần mạng, không
cần chương trình Bàn biên tập.</p>
<ul>
<li><strong>bai</strong>: mỗi bài ba tệp: trang để đọc (.html), Word (.docx), và mọi phiên bản, việc
duyệt, trao đổi, dấu kiểm dưới dạng JSON (.json).</li>
<li><strong>so</strong>: các tệp đã phát hành của từng số, đúng từng byte như lúc phát hành, cùng bản kê
manifest.json.</li>
<li><strong>anh</strong>: ảnh, mỗi ảnh mang tên là SHA-256 của nó. <strong>tai-lieu-hop</strong>: tài
liệu của cuộc họp.</li>
<li><strong>du-lieu</strong>: toàn bộ dữ liệu cho máy đọc, mỗi bảng một tệp .jsonl, mỗi dòng là một dòng
của bảng dưới dạng JSON (UTF-8). Ô {"tep": "…"} là đường dẫn tới tệp giữ nội dung của ô. Thời điểm ghi
theo giờ UTC, ISO 8601. Trong đó có mã băm mật khẩu của từng người: đừng đưa thư mục này cho người
ngoài.</li>
<li><strong>kho.json</strong>: bảng kê mọi tệp kèm SHA-256; <strong>kho.json.sha256</strong> là SHA-256
của bảng kê. Lệnh <code>sha256sum -c kho.json.sha256</code> đối chiếu bảng kê.</li>
</ul>
<p>Dựng lại bàn biên tập từ kho: <code>main.py archive-import “thư mục kho” --data “thư mục
mới”</code>.</p>
</div>"""
