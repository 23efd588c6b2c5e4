"""The frame of the pages that salvage and the archive write: HTML, one style sheet, no script."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

STYLE = "kieu.css"


def document(title: str, body: str, style: str = STYLE) -> str:
    """Return a whole page; `style` is where its style sheet lies."""
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<link rel="stylesheet" href="{style}">\n</head>\n<body>\n<main>\n{body}\n'
        "</main>\n</body>\n</html>\n"
    )


def link(path: str, words: str) -> str:
    """Return a link to a file beside the page."""
    return f'<a href="{escape(quote(path))}">{escape(words)}</a>'


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], kind: str = "") -> str:
    """Return a table whose head is on every page of paper; the cells are HTML already."""
    top = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f'<table class="{kind}"><thead><tr>{top}</tr></thead><tbody>\n{lines}</tbody></table>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a list of what is what; the values are HTML already."""
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in pairs) + "</dl>"


CSS = """\
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1e2226; overflow-wrap: anywhere;
  font: 1.0625rem/1.55 "Times New Roman", Tinos, "Liberation Serif", serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1.2rem 1rem 3rem; }
h1 { font-size: 1.7rem; line-height: 1.3; margin: 0.3rem 0 0.6rem; color: #a3201d; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; border-bottom: 1px solid #cfcbc2; padding-bottom: 0.2rem; }
h3 { font-size: 1.08rem; margin: 1.3rem 0 0.3rem; }
a { color: #a3201d; text-underline-offset: 0.15em; }
p { margin: 0.5rem 0; }
.k { white-space: nowrap; }
.muted, .date, dt { color: #5f646b; }
.lead, .byline { font-weight: bold; }
.byline { text-align: right; }
.note { background: #faf5ea; border: 1px solid #cfcbc2; padding: 0.5rem 0.9rem; margin: 1rem 0; }
.box { border: 1px solid #cfcbc2; padding: 0.2rem 0.9rem; margin: 0.8rem 0; }
blockquote { margin: 1rem; font-style: italic; }
table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; font-size: 0.97rem; }
th, td { border: 1px solid #cfcbc2; padding: 0.3rem 0.55rem; text-align: left; vertical-align: top; }
th { background: #faf5ea; }
table.lost td { background: #fbeceb; }
table.articles td:nth-child(1) { text-align: right; width: 3.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.6rem 0; }
dd { margin: 0; }
ul { padding-left: 1.3rem; }
figure { margin: 1.1rem 0; text-align: center; }
img { max-width: 100%; height: auto; max-height: 32rem; }
figcaption { font-style: italic; font-size: 0.95rem; }
@media screen and (prefers-color-scheme: dark) {
  html { color-scheme: dark; }
  body { background: #1b1d20; color: #e8e6e1; }
  h1, a { color: #e8837b; }
  .muted, .date, dt { color: #9ba0a7; }
  .note, th { background: #26231d; }
  table.lost td { background: #3a2322; }
  h2, th, td, .note, .box { border-color: #3a3e44; }
}
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
}
@page { size: A4; margin: 18mm 16mm; }
"""
