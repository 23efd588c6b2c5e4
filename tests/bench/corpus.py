"""Desks of any size: our own sample articles' sentences recombined, the same every time, written in bulk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import apsw

from desk import clock
from desk.acts import journal
from desk.acts.rules import Act, Role, Stage
from desk.database import migrations, seals, shingle_index, store
from desk.department import passwords, people, settings
from desk.edition.edition import Names
from desk.sample import articles
from desk.text.blocks import ArticleText, Paragraph, Run, body_text, sha256, to_json, word_count
from desk.text.vietnamese import sort_key
from tests.bench.figure import BUILD
from tests.making import PASSWORD

SHAPE = 3  # part of the files' names: raise it when what is written here changes
LETTERS = 3_100  # of a body: about 4 KB of UTF-8
PER_ISSUE = 120
ADMIN, WRITER, EDITOR, CHIEF, SECRETARY = 1, 2, 3, 4, 5
_UNITS = ("Phòng Khoa giáo", "Phòng Tuyên truyền", "Phòng Lý luận chính trị", "Văn phòng", "Ban Dân vận")
_LAST = datetime(2026, 6, 30, 2, 0, tzinfo=UTC)
_ROAD = 40  # the newest articles of a desk stand all along the road, older ones are approved


@dataclass(frozen=True)
class Words:
    """What new articles are made of."""

    titles: tuple[str, ...]
    sentences: tuple[str, ...]

    def sentence(self, random: Random) -> str:
        """Take one sentence."""
        return random.choice(self.sentences)

    def paragraphs(self, random: Random, letters: int) -> Iterator[str]:
        """Make paragraphs of three to seven sentences until there are so many letters."""
        while letters > 0:
            made = " ".join(self.sentence(random) for _ in range(random.randint(3, 7)))
            letters -= len(made) + 1
            yield made

    def article(self, seed: int, letters: int = LETTERS) -> ArticleText:
        """Make one article; the same seed gives the same article."""
        random = Random(seed)
        paragraphs = tuple(
            Paragraph(f"{seed % 0xFFFFF:05x}{at:03x}", (Run(words),))
            for at, words in enumerate(self.paragraphs(random, letters))
        )
        title = f"{random.choice(self.titles)} ({random.choice(self.sentence(random).split())} {seed})"
        return ArticleText(title[:280], self.sentence(random), random.choice(_UNITS), None, paragraphs)

    def long_article(self, count: int, seed: int = 7) -> ArticleText:
        """Make one article of so many words."""
        whole = self.article(seed, count * 8)
        blocks = list(whole.blocks)
        while word_count(replace(whole, blocks=tuple(blocks[:-1]))) >= count:
            blocks.pop()
        return replace(whole, blocks=tuple(blocks))


def words() -> Words:
    """Read the sample's articles and cut them into sentences."""
    texts = [article.text for article in articles.read().articles]
    found = [
        sentence.strip()
        for text in texts
        for sentence in re.split(r"(?<=[.;:])\s+", " ".join(body_text(text).split()))
    ]
    return Words(tuple(text.title for text in texts), tuple(one for one in found if 40 <= len(one) <= 400))


def desk(count: int) -> Path:
    """Return the file of a desk with so many articles; made when it is not there."""
    path = BUILD / f"desk-{count}-v{SHAPE}" / "desk.sqlite"
    if not path.exists():
        part = path.with_name("making.sqlite")
        part.unlink(missing_ok=True)
        found(part)
        _fill(part, count)
        part.rename(path)
    return path


def copy(count: int, name: str) -> Path:
    """Return a copy of a desk, to be changed at will."""
    path = BUILD / name / "desk.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("desk.sqlite*"):
        old.unlink()
    with closing(apsw.Connection(str(desk(count)), flags=apsw.SQLITE_OPEN_READWRITE)) as source:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(desk(count), path)
    return path


def found(path: Path) -> None:
    """Make a desk of five people."""
    cost, passwords.COST = passwords.COST, 2**4
    try:
        store.create(path)
        store.open_file(path)
        names = Names("ĐẢNG BỘ TỈNH", "BAN TUYÊN GIÁO TỈNH ỦY")
        sections = settings.PROPOSED_SECTIONS
        settings.found(names, sections, "Quản Trị", "Chánh văn phòng", "Văn phòng", PASSWORD)
        for name, role in (
            ("Lê Thị Viết", Role.WRITER),
            ("Phạm Văn Biên", Role.EDITOR),
            ("Trần Thị Lãnh", Role.CHIEF),
            ("Hoàng Thư Ký", Role.SECRETARY),
        ):
            people.add(
                ADMIN, name, "Chuyên viên", "Phòng Khoa giáo", frozenset({role}), PASSWORD, renew=False
            )
    finally:
        store.close_file()
        passwords.COST = cost


def _fill(path: Path, count: int) -> None:
    made = words()
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as file:
        file.execute("PRAGMA synchronous=off")
        file.execute("PRAGMA cache_size=-200000")
        found = file.execute("SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1").fetchall()[0]
        last = (int(found[0] or 0), str(found[1]))
        file.execute("BEGIN IMMEDIATE")
        for number in range(1, count + 1):
            age = count - number
            when = _LAST - timedelta(hours=6 * age)
            last = _write(file, number, made.article(number), _stage(age), when, last)
            _place(file, number, age)
        file.execute("INSERT INTO article_fts(article_fts) VALUES('optimize')")
        shingle_index.teach(file)
        file.execute(migrations.MARKS)
        seals.seal_everything(file)
        file.execute("COMMIT")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _stage(age: int) -> Stage:
    road = (Stage.DRAFT, Stage.SUBMITTED, Stage.FOR_APPROVAL, Stage.RETURNED, Stage.APPROVED, Stage.BINNED)
    return road[age % len(road)] if age < _ROAD else Stage.APPROVED


def _write(
    file: apsw.Connection,
    number: int,
    text: ArticleText,
    stage: Stage,
    when: datetime,
    last: tuple[int, str],
) -> tuple[int, str]:
    day = date.fromisoformat(f"{when:%Y-%m-%d}")
    text = replace(text, event_date=day)
    stored, at = to_json(text), clock.stamp(when)
    digest = sha256(stored)
    done = stage is Stage.APPROVED
    article: dict[str, Any] = {
        "id": number,
        "uid": f"{number:032x}",
        "author_id": WRITER if number % 3 else EDITOR,
        "section_id": number % 9 + 1,
        "stage": stage.value,
        "version": 1,
        "revision": 1,
        "title": text.title,
        "title_key": sort_key(text.title),
        "byline": text.byline,
        "event_date": day.isoformat(),
        "month": f"{day:%Y-%m}",
        "words": word_count(text),
        "approved_revision": 1 if done else None,
        "approved_sha256": digest if done else None,
        "approved_by_id": CHIEF if done else None,
        "approved_at": at if done else None,
        "stage_since": at,
        "changed_at": at,
        "touched": last[0] + (1 if stage is Stage.DRAFT else 2),
        "note": "",
    }
    _insert(file, "article", article)
    _insert(file, "authorship", {"article_id": number, "person_id": article["author_id"]})
    revision = {"article_id": number, "number": 1, "text": stored, "sha256": digest}
    _insert(file, "revision", {**revision, "saved_by_id": article["author_id"], "saved_at": at})
    body = {"title": text.title, "lead": text.lead, "byline": text.byline, "body": body_text(text)}
    _insert(file, "article_text", {"article_id": number, **body})
    author = article["author_id"]
    last = _journal(file, article, Act.CREATE, author, digest, last)
    leading = _LEADING.get(stage)
    if leading is not None:
        act, by = leading
        last = _journal(file, article, act, by or author, digest, last)
    return last


# What led an article to its stage, and who did it (0: its author).
_LEADING = {
    Stage.SUBMITTED: (Act.SUBMIT, 0),
    Stage.FOR_APPROVAL: (Act.PASS, CHIEF),
    Stage.RETURNED: (Act.RETURN, CHIEF),
    Stage.APPROVED: (Act.APPROVE, CHIEF),
    Stage.BINNED: (Act.BIN, 0),
}


def _journal(
    file: apsw.Connection, article: dict[str, Any], act: Act, who: int, digest: str, last: tuple[int, str]
) -> tuple[int, str]:
    entry: dict[str, Any] = {
        "id": last[0] + 1,
        "at": article["changed_at"],
        "person_id": who,
        "person": {WRITER: "Lê Thị Viết", EDITOR: "Phạm Văn Biên", CHIEF: "Trần Thị Lãnh"}[who],
        "act": act.value,
        "subject": journal.Subject.ARTICLE.value,
        "subject_id": article["id"],
        "title": article["title"],
        "version": 1,
        "sha256": digest,
        "note": "",
        "detail": '{"revision": 1}' if act is Act.APPROVE else "{}",
        "prev": last[1],
    }
    mark = journal._digest(entry)
    _insert(file, "journal", {**entry, "hash": mark})
    return last[0] + 1, mark


def _place(file: apsw.Connection, number: int, age: int) -> None:
    """Put all but the newest into issues, twelve a year."""
    if age < 2 * PER_ISSUE:
        return
    issue = (number - 1) // PER_ISSUE + 1
    if (number - 1) % PER_ISSUE == 0:
        month = {"number": str((issue - 1) % 12 + 1), "year": 1900 + (issue - 1) // 12}
        blank = {"theme": "", "closing": "", "version": 1}
        _insert(file, "issue", {"id": issue, **month, "month": (issue - 1) % 12 + 1, **blank})
    where = {"article_id": number, "issue_id": issue, "section_id": number % 9 + 1}
    _insert(file, "placement", {**where, "position": (number - 1) % PER_ISSUE})


def _insert(file: apsw.Connection, table: str, values: dict[str, Any]) -> None:
    marks = ", ".join("?" * len(values))
    file.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))
