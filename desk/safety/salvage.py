"""Salvage (Cứu dữ liệu): everything that a damaged desk's file still gives, as files that any program opens."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from desk import clock
from desk.cancel import never
from desk.database.damaged_file import DamagedFile, Row
from desk.edition.edition import Names
from desk.edition.file_names import slug
from desk.errors import BadPicture, PressFailed
from desk.issues.released_files import Place, together
from desk.safety import pages, rescued, salvage_page, salvaged_meetings
from desk.safety.journal_text import Deed, line
from desk.safety.new_folder import NewFolder, Part, Progress, Report, Stop, new_folder, plain, silent
from desk.safety.rescued import Fate, RescuedArticle, SealedRows, proven_blobs
from desk.safety.salvaged import Given, Salvaged, summary
from desk.text.blocks import ArticleText, pictures_of, to_data

LIST = "danh-sach.html"
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/svg+xml": "svg", "image/gif": "gif"}
# What is given out as it lies in the file; passwords are nobody's to read.
_TABLES = {
    "nguoi": ("person", ("id", "name", "title", "unit", "roles", "active")),
    "chuyen-muc": ("section", ()),
    "thiet-lap": ("setting", ()),
    "so-ban-tin": ("issue", ()),
    "xep-bai": ("placement", ()),
    "hop": ("meeting", ()),
    "hop-tung-lan": ("occurrence", ()),
    "hop-phan-cong": ("coverage", ()),
    "trao-doi": ("comment", ()),
}


def salvage(
    path: Path,
    to: Path,
    report: Report = silent,
    stop: Stop = never,
    deed: Deed = str,
) -> Salvaged:
    """Write all that a file gives into a new folder in `to`; the file is read only.

    FileTrouble says why that cannot be, Cancelled that it was stopped: then there is no folder. `deed` says an act
    of the journal in words.
    """
    moment = clock.local(clock.now())
    name = f"Cứu dữ liệu {moment:%Y-%m-%d %H.%M}"
    report(Progress(Part.READ))
    with new_folder(to, name, stop) as (folder, end), DamagedFile(path) as file:
        work = _Work(file, folder, report)
        work.pictures()
        work.articles()
        work.drafts()
        work.released()
        work.documents()
        work.tables()
        work.journal(deed)
        report(Progress(Part.PAGES))
        folder.put_text(pages.STYLE, pages.CSS)
        folder.put_text(LIST, salvage_page.page(work.result, path.name, moment))
        folder.put_json("ket-qua.json", summary(work.result))
        work.result.folder = end()
    return work.result


class _Work:
    """One salvage under way."""

    def __init__(self, file: DamagedFile, folder: NewFolder, report: Report) -> None:
        self._file, self._folder, self._report = file, folder, report
        self._seals = SealedRows(file)
        self._names: Names = rescued.names(file)
        self._shown: dict[str, str] = {}  # where a picture was written, by its SHA-256
        self.result = Salvaged()

    def pictures(self) -> None:
        self._report(Progress(Part.PICTURES))
        for row, data in proven_blobs(self._file, "picture", self.result.pictures_lost.append):
            ending = _ENDINGS.get(row["mime"], "bin")
            self._shown[row["sha256"]] = self._folder.put(f"anh/{row['sha256']}.{ending}", data).path
        self.result.pictures = len(self._shown)

    def articles(self) -> None:
        found = rescued.articles(self._file, self._seals)
        said = rescued.by_article(self._file, "comment")
        missing: set[str] = set()
        for at, article in enumerate(found):
            self._report(Progress(Part.ARTICLES, at, len(found)))
            wanted = pictures_of(article.text) if article.text is not None else ()
            lost = [key for key in wanted if key not in self._shown]
            missing.update(lost)
            files = tuple(self._given(article, said.get(article.id, [])))
            self.result.articles.append(
                Given(
                    article.id,
                    article.title,
                    article.fate,
                    article.revision,
                    article.newest,
                    files,
                    len(lost),
                )
            )
        self.result.pictures_lost = sorted({*self.result.pictures_lost, *missing})

    def _given(self, article: RescuedArticle, comments: list[Row]) -> Iterable[str]:
        if article.fate is Fate.LOST:
            return
        stem = f"bai/{article.id:05d}-{slug(article.title)}"
        if article.text is not None:
            yield self._word(stem, article.text)
        if article.words:
            yield self._folder.put_text(f"{stem}.txt", article.words).path
        if article.damaged:
            yield self._folder.put_text(f"{stem}-ban-sau-bi-hong.txt", article.damaged).path
        yield self._folder.put_json(
            f"{stem}.json",
            {
                "id": article.id,
                "title": article.title,
                "fate": article.fate.name.lower(),
                "revision": article.revision,
                "article": _plain(article.row),
                "text": to_data(article.text) if article.text is not None else None,
                "revisions": [
                    {"number": one.number, "saved_at": one.saved_at, "proven": one.proven, "text": one.stored}
                    for one in sorted(article.texts, key=lambda one: one.number)
                ],
                "comments": [_plain(row) for row in comments],
            },
        ).path

    def _word(self, stem: str, text: ArticleText) -> str:
        """Write a text as a Word file; one that cannot be set goes out as its words."""
        from desk.press.word.article import article_word
        from desk.text.blocks import body_text

        there = {key: self._folder.read(self._shown[key]) for key in pictures_of(text) if key in self._shown}
        year = text.event_date.year if text.event_date else clock.today().year
        try:
            data = article_word(text, there, self._names, year)
        except (BadPicture, PressFailed, ValueError):
            parts = (text.title, text.lead, body_text(text), text.byline)
            return self._folder.put_text(f"{stem}.txt", "\n\n".join(part for part in parts if part)).path
        return self._folder.put(f"{stem}.docx", data).path

    def drafts(self) -> None:
        for at, row in enumerate(self._file.rows("draft"), 1):
            text = rescued.readable(str(row["text"]))
            stem = f"go-do/{at:03d}-{slug(str(row['title']))}"
            if text is None:
                made = self._folder.put_text(f"{stem}.txt", rescued.words_of(str(row["text"]))).path
            else:
                made = self._word(stem, text)
            self.result.drafts.append(made)

    def released(self) -> None:
        """Give out every file of a release that comes back as it was released."""
        self._report(Progress(Part.ISSUES))
        issues = {row["id"]: row for row in self._file.rows("issue")}
        releases = {row["id"]: row for row in self._file.rows("release")}
        files = list(self._file.rows("release_file"))
        listed = _listed(releases.values())
        parts = self._parts(files)
        seen: set[tuple[int, str]] = set()
        for row in files:
            release = releases.get(row["release_id"], {})
            place = _place(release, issues, row["release_id"])
            name = f"{place}/" + "/".join(plain(part) for part in str(row["name"]).split("/"))
            seen.add((row["release_id"], str(row["name"])))
            data = _whole(row, parts)
            promised = listed.get((row["release_id"], str(row["name"])), row["sha256"])
            if data is None or sha256(data).hexdigest() != promised:
                self.result.released_lost.append(name)
            elif not self._folder.has(name):
                self.result.released.append(self._folder.put(name, data).path)
        for release_id, name in listed.keys() - seen:
            place = _place(releases.get(release_id, {}), issues, release_id)
            self.result.released_lost.append(f"{place}/{name}")
        for release_id, release in releases.items():
            place = _place(release, issues, release_id)
            if isinstance(release["manifest"], str):
                self._folder.put_text(f"{place}/manifest.json", release["manifest"])
        self.result.released_lost.sort()

    def _parts(self, files: list[Row]) -> dict[tuple[str, str], bytes]:
        """Return the parts that files of releases are put together of, as far as they are there."""
        wanted = {(place, key) for row in files for _, place, key in _parts_of(row)}
        found: dict[tuple[str, str], bytes] = {}
        for place, key in wanted:
            if place == Place.PICTURE and key in self._shown:
                found[place, key] = self._folder.read(self._shown[key])
        for kind, table, name in (
            (Place.RENDITION, "rendition", "picture_sha256"),
            (Place.PART, "release_part", "sha256"),
        ):
            for row in self._file.rows(table) if any(place == kind for place, _ in wanted) else ():
                if (kind, row[name]) in wanted and isinstance(row["data"], bytes):
                    found[kind, row[name]] = row["data"]
        return found

    def documents(self) -> None:
        """Give out the documents of meetings and the files that articles were taken from."""
        titles = {row["sha256"]: str(row["name"]) for row in self._file.rows("article_original")}
        for table, place in (("attachment", "tai-lieu-hop"), ("original_file", "tep-goc")):
            lost: list[str] = []
            for row, data in proven_blobs(self._file, table, lost.append):
                name = plain(str(row.get("name") or titles.get(row["sha256"], row["sha256"])))
                path = f"{place}/{row['sha256'][:8]}-{name}"
                if not self._folder.has(path):
                    self.result.documents.append(self._folder.put(path, data).path)
            self.result.documents_lost += [f"{place}/{titles.get(key, key)}" for key in lost]

    def tables(self) -> None:
        self._report(Progress(Part.DATA))
        for name, (table, columns) in _TABLES.items():
            rows = list(self._file.rows(table))
            key = "key" if table == "setting" else "id"
            wrong = sum(self._seals.contradict(table, str(row.get(key)), row) for row in rows)
            if wrong:
                self.result.unproven[table] = wrong
            self.result.rows[table] = len(rows)
            told = [_plain({name: row[name] for name in columns} if columns else row) for row in rows]
            self._folder.put_json(f"du-lieu/{name}.json", told)
        self._meetings()

    def _meetings(self) -> None:
        names = {row["id"]: str(row["name"]) for row in self._file.rows("person")}
        held, differing, asked = (self._file.rows(table) for table in ("meeting", "occurrence", "coverage"))
        page = salvaged_meetings.page(held, differing, asked, names)
        self._folder.put_text(salvaged_meetings.NAME, page)

    def journal(self, deed: Deed) -> None:
        entries = sorted(
            (row for row in self._file.rows("journal") if isinstance(row["id"], int)),
            key=lambda row: row["id"],
        )
        self.result.entries = len(entries)
        self._folder.put_lines("nhat-ky.txt", (line(row, deed).encode("utf-8", "replace") for row in entries))
        self._folder.put_lines(
            "du-lieu/nhat-ky.jsonl",
            (json.dumps(_plain(row), ensure_ascii=False).encode("utf-8", "replace") for row in entries),
        )


def _plain(row: Row) -> dict[str, Any]:
    """Return a row as JSON takes it; bytes are left out."""
    return {name: value for name, value in row.items() if not isinstance(value, bytes)}


def _place(release: Row, issues: Mapping[Any, Row], release_id: int) -> str:
    issue = issues.get(release.get("issue_id"), {})
    if not issue:
        return f"so/ban-phat-hanh-{release_id}"
    return f"so/{slug(str(issue['number']))}-{issue['year']}/lan-{release.get('number', 1)}"


def _listed(releases: Iterable[Row]) -> dict[tuple[int, str], str]:
    """Return the SHA-256 of every file that a manifest names, by release and name; of a damaged manifest none."""
    found: dict[tuple[int, str], str] = {}
    for row in releases:
        stored = row["manifest"]
        if (
            not isinstance(stored, str)
            or sha256(stored.encode("utf-8", "replace")).hexdigest() != row["sha256"]
        ):
            continue
        found |= {(row["id"], one["name"]): one["sha256"] for one in json.loads(stored)["files"]}
    return found


def _parts_of(row: Row) -> list[tuple[int, str, str]]:
    try:
        return [
            (int(before), str(place), str(key)) for before, place, key in json.loads(row["parts"] or "[]")
        ]
    except (TypeError, ValueError):
        return []


def _whole(row: Row, parts: Mapping[tuple[str, str], bytes]) -> bytes | None:
    if not isinstance(row["data"], bytes):
        return None
    if not row["parts"]:  # of a release of before there were parts
        return row["data"]
    return together(row["data"], _parts_of(row), parts)
