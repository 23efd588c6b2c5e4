"""The web pages: each article as the department's site shows it, an index, the pictures and one style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from desk.edition import masthead
from desk.edition.edition import Edition, Piece, date_line
from desk.edition.file_names import slug
from desk.press.typeset.manuscript import trimmed
from desk.press.typeset.nested_lists import Listing, Part, PicturePair, gathered
from desk.press.typeset.no_break_spaces import with_no_break_spaces
from desk.press.typeset.picture_sizes import header
from desk.press.typeset.printable_text import printable, safe_link
from desk.press.typeset.table_columns import box
from desk.text.blocks import ArticleText, Heading, Mark, Picture, Quote, Run, Runs, Table, pictures_of, plain

STYLE = "ban-tin.css"
INDEX = "index.html"
_LONGEST = 80  # characters of a file name, ".html" included
_WHOLE = 40  # letters that fit a line of a small telephone
_SIGN = re.compile(r"\d[-/][A-ZĐ]")  # of a document, 28-CT/TW
_TAGS = (
    (Mark.BOLD, "strong"),
    (Mark.ITALIC, "em"),
    (Mark.UNDERLINE, "u"),
    (Mark.SUB, "sub"),
    (Mark.SUPER, "sup"),
)


class _Page(NamedTuple):
    file: str
    section: str
    piece: Piece
    boxed: bool


def web_pages(edition: Edition) -> dict[str, bytes]:
    """Return the edition's web pages: relative file name → bytes; nothing refers to the outside."""
    pages = _pages(edition)
    images = {
        key: f"anh-{number}.{header(edition.pictures, key)[0]}"
        for number, key in enumerate(_shown(edition), 1)
    }
    files = {INDEX: _index(edition, pages), STYLE: _CSS}
    for page in pages:
        files[page.file] = _article(edition, page, pages, images)
    made = {name: words.encode("utf-8") for name, words in files.items()}
    return made | {name: edition.pictures[key] for key, name in images.items()}


def _pages(edition: Edition) -> list[_Page]:
    taken = {INDEX, STYLE}
    pages = []
    for part in edition.sections:
        for piece in part.pieces:
            name = slug(piece.text.title, _LONGEST - len("-9999.html"))
            file, number = f"{name}.html", 1
            while file in taken:
                number += 1
                file = f"{name}-{number}.html"
            taken.add(file)
            pages.append(_Page(file, part.title, piece, part.boxed))
    return pages


def _shown(edition: Edition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for piece in edition.pieces for key in pictures_of(piece.text)))


def article_html(text: ArticleText, images: Mapping[str, str]) -> list[str]:
    """Return an article's parts as HTML, from its date to its byline; `images` names the file of each picture."""
    parts = []
    if text.event_date:
        parts.append(f'<p class="date">{_words(date_line(text.event_date))}</p>')
    parts.append(f"<h1>{_held(text.title, heading=True)}</h1>")
    if text.lead.strip():
        parts.append(f'<p class="lead">{_held(text.lead.strip())}</p>')
    parts += [made for part in gathered(text.blocks) if (made := _part(part, images))]
    if text.byline.strip():
        parts.append(f'<p class="byline">{_held(text.byline.strip())}</p>')
    return parts


def _article(edition: Edition, page: _Page, pages: list[_Page], images: dict[str, str]) -> str:
    text = page.piece.text
    parts = article_html(text, images)
    others = "".join(_line(other) for other in pages if other.file != page.file)
    if others:
        parts.append(f'<nav aria-labelledby="khac"><h2 id="khac">Các tin khác</h2><ul>{others}</ul></nav>')
    crumb = f'<p class="crumb"><a href="{INDEX}">{_words(masthead.document_title(edition))}</a></p>'
    body = "\n".join(parts)
    kind = ' class="notes"' if page.boxed else ""
    return _document(text.title, f"{crumb}\n<article{kind}>\n{body}\n</article>")


def _index(edition: Edition, pages: list[_Page]) -> str:
    cover = masthead.cover(edition)
    top = "".join(f"<p>{_words(words)}</p>" for words in (cover.committee, cover.department) if words)
    parts = [
        f'<header>{top}<h1>{_words(masthead.name(edition))}</h1><p class="issue">{_words(cover.issue)}</p>'
        + "".join(f'<p class="theme">{_words(words)}</p>' for words in (cover.special, cover.theme) if words)
        + "</header>"
    ]
    number = 0
    for part in edition.sections:
        mine = pages[number : number + len(part.pieces)]
        number += len(part.pieces)
        if mine:
            parts.append(f"<h2>{_words(part.title)}</h2><ul>{''.join(_line(page) for page in mine)}</ul>")
    imprint = "".join(
        f"<p>{f'<strong>{_words(line.label)}</strong> ' if line.label else ''}{_words(line.words)}</p>"
        for line in masthead.imprint(edition)
    )
    code = masthead.code(edition)
    imprint += f"<p><small>{_words(code)}</small></p>" if code else ""
    parts.append(f"<footer><p>{_words(cover.circulation)}</p>{imprint}</footer>")
    return _document(masthead.document_title(edition), "\n".join(parts))


def _line(page: _Page) -> str:
    return f'<li><a href="{page.file}">{_words(page.piece.text.title)}</a></li>'


def _document(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_plain(title)}</title>\n"
        f'<link rel="stylesheet" href="{STYLE}">\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def _plain(text: str) -> str:
    return escape(printable(text).replace("\n", " "))


# -- Blocks ----------------------------------------------------------------------------------------------


def _part(part: Part, images: Mapping[str, str]) -> str:
    if isinstance(part, Listing):
        return _listing(part)
    if isinstance(part, Picture):
        return _figure(part, images[part.picture])
    if isinstance(part, PicturePair):
        both = "".join(_figure(one, images[one.picture]) for one in (part.left, part.right))
        return f'<div class="pair">{both}</div>'
    if isinstance(part, Table):
        paragraphs = box(part)
        if paragraphs is not None:
            return (
                f'<div class="box">{"".join(f"<p>{_runs(trimmed(runs))}</p>" for runs in paragraphs)}</div>'
            )
        return _table(part)
    if not plain(part.runs).strip():
        return ""
    words = _runs(trimmed(part.runs), heading=isinstance(part, Heading))
    if isinstance(part, Heading):
        level = min(max(part.level, 1), 2) + 1
        return f"<h{level}>{words}</h{level}>"
    return f"<blockquote><p>{words}</p></blockquote>" if isinstance(part, Quote) else f"<p>{words}</p>"


def _listing(listing: Listing) -> str:
    items = "".join(
        f"<li>{_runs(trimmed(entry.runs))}{''.join(_listing(below) for below in entry.below)}</li>"
        for entry in listing.entries
    )
    if not listing.ordered:
        return f"<ul>{items}</ul>"
    start = f' start="{listing.start}"' if listing.start != 1 else ""
    return f"<ol{start}>{items}</ol>"


def _figure(picture: Picture, file: str) -> str:
    words = masthead.caption(picture)
    below = f"<figcaption>{_held(words)}</figcaption>" if words else ""
    alt = _plain(picture.alt or picture.caption)
    width = f' class="{picture.width}"' if picture.width != "column" else ""
    return f'<figure{width}><img src="{file}" alt="{alt}">{below}</figure>'


def _table(table: Table) -> str:
    count = max((len(row) for row in table.rows), default=0)
    if not count:
        return ""

    def line(row: tuple[Runs, ...], tag: str) -> str:
        cells = (*row, *((),) * (count - len(row)))
        return f"<tr>{''.join(f'<{tag}>{_runs(trimmed(cell))}</{tag}>' for cell in cells)}</tr>"

    rows = table.rows
    head = f"<thead>{line(rows[0], 'th')}</thead>" if table.header else ""
    body = "".join(line(row, "td") for row in rows[int(table.header) :])
    return f'<div class="table"><table>{head}<tbody>{body}</tbody></table></div>'


def _runs(runs: Iterable[Run], *, heading: bool = False) -> str:
    return "".join(_run(run, heading=heading) for run in runs)


def _run(run: Run, *, heading: bool) -> str:
    words = _held(run.text, heading=heading)
    for mark, tag in reversed(_TAGS):
        if mark in run.marks:
            words = f"<{tag}>{words}</{tag}>"
    link = safe_link(run.link)
    return f'<a href="{escape(link)}" rel="noopener noreferrer">{words}</a>' if link else words


def _held(text: str, *, heading: bool = False) -> str:
    """Return words with what no line end may part in spans: the letters stay as they are, for who looks for them."""
    return "<br>".join(_unparted(line, heading=heading) for line in printable(text).split("\n"))


def _unparted(line: str, *, heading: bool) -> str:
    held = with_no_break_spaces(line, heading=heading)
    parts = []
    at = 0
    for word in held.split(" "):
        typed = escape(line[at : at + len(word)])
        whole = ("\u00a0" in word or _SIGN.search(word)) and len(word) <= _WHOLE
        parts.append(f'<span class="k">{typed}</span>' if whole else typed)
        at += len(word) + 1
    return " ".join(parts)


def _words(text: str) -> str:
    return "<br>".join(escape(line) for line in printable(text).split("\n"))


_CSS = """\
:root { color-scheme: light dark; --ink: #1e2226; --paper: #fff; --muted: #5f646b; --line: #dedbd4; --red: #a3201d;
  --gold: #b98414; --wash: #faf5ea; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --paper: #1b1d20; --muted: #9ba0a7; --line: #35393f; --red: #e8837b;
    --gold: #b98414; --wash: #26231d; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.6 "Times New Roman", Tinos, "Liberation Serif", serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
.k { white-space: nowrap; }
h1, h2, h3 { text-wrap: balance; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0.4rem 0 0.8rem; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 1.6rem 0 0.5rem; }
h3 { font-size: 1.05rem; font-style: italic; margin: 1.3rem 0 0.4rem; }
a { color: var(--red); text-underline-offset: 0.15em; }
.crumb, .date { color: var(--muted); margin: 0; font-size: 0.95rem; }
.crumb { border-bottom: 1px solid var(--line); padding-bottom: 0.6rem; margin-bottom: 1rem; }
.lead, .byline { font-weight: bold; }
.byline { text-align: right; }
figure { margin: 1.2rem 0; text-align: center; }
img { max-width: 100%; height: auto; }
figcaption { font-style: italic; font-size: 0.95rem; margin-top: 0.4rem; }
figure.half { max-width: 22rem; margin-left: auto; margin-right: auto; }
.pair { display: flex; gap: 1rem; align-items: flex-end; margin: 1.2rem 0; }
.pair figure { flex: 1; margin: 0; align-self: flex-start; }
.box, .notes { border: 1px solid var(--gold); background: var(--wash); padding: 0.2rem 1.1rem; margin: 1.4rem 0; }
@media (max-width: 32rem) { .pair { flex-direction: column; align-items: stretch; } }
blockquote { margin: 1rem 0 1rem 1rem; padding-left: 0.9rem; border-left: 3px solid var(--red); font-style: italic; }
.table { overflow-x: auto; margin: 1.2rem 0; }
table { border-collapse: collapse; min-width: 100%; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; }
nav { margin-top: 2.4rem; border-top: 1px solid var(--line); }
nav ul, main > ul { padding-left: 1.2rem; }
li { margin: 0.25rem 0; }
header { text-align: center; border-bottom: 2px solid var(--red); padding-bottom: 1rem; }
header p { margin: 0; }
header h1, header .issue { color: var(--red); }
.issue { font-weight: bold; }
footer { margin-top: 2.4rem; border-top: 1px solid var(--line); padding-top: 0.8rem; font-size: 0.9rem;
  color: var(--muted); text-align: center; }
footer p { margin: 0.2rem 0; }
"""
