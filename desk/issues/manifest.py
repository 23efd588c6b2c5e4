"""The manifest: every file and article of a printed issue with its SHA-256, as JSON that is hashed itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from desk import clock
from desk.acts import journal
from desk.articles import hands
from desk.database.article_tables import Article
from desk.database.connection import first, named, rows
from desk.database.department_tables import Person
from desk.database.issue_tables import Release
from desk.edition.edition import Edition
from desk.issues import issues

NAME = "manifest.json"
SCHEMA = 1

Pages = Mapping[int, tuple[int, int]]  # an article's first and last page
Files = Mapping[str, bytes]  # by the path within the folder, "/" between its parts


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file as the manifest names it."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """An article as the manifest names it: which revision, who approved it, on which pages it stands."""

    id: int
    revision: int
    sha256: str
    title: str
    approved_by: str
    approved_at: str
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was read; `release` is 0 for an export that released nothing."""

    issue: str
    release: int
    made_at: str
    files: tuple[FileMark, ...]
    articles: tuple[ArticleMark, ...]
    journal: tuple[int, str] = (0, "")  # how long the journal was then, and the hash of its last entry


def write(
    issue_id: int, edition: Edition, files: Files, pages: Pages, *, release: int = 0, by: str = ""
) -> bytes:
    """Write the manifest of an issue's files; article rows name who approved them, and for whom."""
    articles = []
    approvals = _approvals([piece.article for piece in edition.pieces])
    for part in edition.sections:
        for piece in part.pieces:
            span = pages.get(piece.article)
            articles.append(
                {
                    "id": piece.article,
                    **approvals[piece.article],
                    "edited_by": [one.name for one in hands.hands(piece.article)],
                    "revision": piece.revision,
                    "sha256": piece.sha256,
                    "title": piece.text.title,
                    "section": part.title,
                    "pages": list(span) if span else None,
                }
            )
    fitting = edition.design.fitting
    data: dict[str, Any] = {
        "v": SCHEMA,
        "issue": issues.row(issue_id).name,
        "release": release,
        "made_at": clock.stamp(clock.now()),
        "by": by,
        "files": [
            {"name": name, "sha256": sha256(made).hexdigest(), "size": len(made)}
            for name, made in sorted(files.items())
        ],
        "articles": articles,
        "journal": dict(zip(("entries", "hash"), journal.head(), strict=True)),
    }
    if not fitting.usual:  # how the body was set closer or looser than usual to fill the sheets
        data["fitting"] = asdict(fitting)
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")


def fingerprints(files: Files) -> dict[str, str]:
    """Return the SHA-256 of every file by its path: what the journal keeps of an export.

    What the manifest among them says of the others is not reckoned anew.
    """
    known = {mark.name: mark.sha256 for mark in read(files[NAME]).files} if NAME in files else {}
    return {name: known.get(name) or sha256(made).hexdigest() for name, made in files.items()}


def read(stored: bytes | str) -> Manifest:
    """Read a manifest; ValueError when it is none of ours."""
    try:
        data: dict[str, Any] = json.loads(stored)
        if data["v"] != SCHEMA:
            raise ValueError(f"v={data['v']}")
        return Manifest(
            issue=str(data["issue"]),
            release=int(data["release"]),
            made_at=str(data["made_at"]),
            files=tuple(FileMark(str(f["name"]), str(f["sha256"]), int(f["size"])) for f in data["files"]),
            articles=tuple(_article(one) for one in data["articles"]),
            journal=_head(data.get("journal")),
        )
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _head(told: Any) -> tuple[int, str]:
    return (int(told["entries"]), str(told["hash"])) if told else (0, "")


def page_of(article_id: int, issue_id: int) -> int:
    """Return the first page of an article in the newest release of an issue, 0 when that is not known."""
    mark = _mark_of(article_id, issue_id)
    return mark.pages[0] if mark is not None and mark.pages else 0


def revision_of(article_id: int, issue_id: int) -> int:
    """Return the revision of an article that the newest release of an issue holds, 0 when there is none."""
    mark = _mark_of(article_id, issue_id)
    return mark.revision if mark is not None else 0


def _mark_of(article_id: int, issue_id: int) -> ArticleMark | None:
    newest = Release.select(Release.manifest).where(Release.issue == issue_id).order_by(Release.id.desc())
    stored = first(newest)
    marks = read(stored[0]).articles if stored is not None else ()
    return next((one for one in marks if one.id == article_id), None)


def _article(data: dict[str, Any]) -> ArticleMark:
    pages = data["pages"]
    return ArticleMark(
        int(data["id"]),
        int(data["revision"]),
        str(data["sha256"]),
        str(data["title"]),
        str(data["approved_by"]),
        str(data["approved_at"]),
        (int(pages[0]), int(pages[1])) if pages else None,
    )


def _approvals(article_ids: list[int]) -> dict[int, dict[str, Any]]:
    names = dict(rows(Person.select(Person.id, Person.name)))
    query = Article.select(
        Article.id, Article.uid, Article.approved_by, Article.approved_for, Article.approved_at
    ).where(Article.id.in_(article_ids))
    return {
        v.id: {
            "uid": v.uid,
            "approved_by": names.get(v.approved_by, ""),
            "approved_for": names.get(v.approved_for, ""),
            "approved_at": v.approved_at or "",
        }
        for v in named(query)
    }
