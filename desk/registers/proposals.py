"""What approved articles tell that the registers do not know: documents cited, people with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from desk.acts.rules import PRINTABLE
from desk.database.article_tables import Article, ArticleWords
from desk.database.connection import named
from desk.dates.typed_day import parse_day
from desk.proofing import citations
from desk.proofing.reading import Paragraph, paragraphs
from desk.registers.entries import DocumentEntry, Entry, PersonEntry, Title, key, split_number
from desk.text.blocks import nfc

NEWEST = 500  # articles that are read
_CAP = r"[A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ][^\W\d_]*(?:['’][^\W\d_]+)?"
_TITLES = (
    "Phó Bí thư Thường trực|Phó Bí thư|Bí thư|Phó Trưởng ban Thường trực|Phó Trưởng ban|Trưởng ban|"
    "Phó Chủ tịch Thường trực|Phó Chủ tịch|Chủ tịch|Phó Giám đốc|Giám đốc|Phó Trưởng phòng|Trưởng phòng|"
    "Phó Chánh Văn phòng|Chánh Văn phòng|Ủy viên Ban Thường vụ|Uỷ viên Ban Thường vụ|Phó Chủ nhiệm|Chủ nhiệm|"
    "Chỉ huy trưởng|Chính ủy|Viện trưởng|Chánh án|Hiệu trưởng|Phó Hiệu trưởng|Tổng Biên tập|Phó Tổng Biên tập"
)
_AFTER = (  # words with which the sentence goes on behind a title
    "dự|đã|cùng|chủ trì|phát biểu|báo cáo|cho|nhấn mạnh|kết luận|tham dự|trình bày|yêu cầu|đề nghị|được|là|nêu|"
    "khẳng định|điều hành|thay mặt|trao|làm|đến|về|tại|khai mạc|đọc|thông qua|quán triệt|giới thiệu|chỉ đạo|đánh giá|"
    "ghi nhận|biểu dương|tặng|thăm|kiểm tra tại|ký|nói|thông tin|tiếp|bế mạc|và chủ trì|và đại diện|và các"
)
_PERSON = re.compile(
    rf"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à) (?P<name>{_CAP}(?: {_CAP}){{1,4}})\s*[–—,-]\s*"
    rf"(?P<title>(?i:{_TITLES}))(?P<body>(?: (?!(?:{_AFTER})\b)[^\W\d_]+){{0,8}})"
)
_PROPER = {one.casefold(): one.replace("Uỷ", "Ủy") for one in _TITLES.split("|")}
_OF_HEAD = {"ban": "Ban", "phòng": "Phòng"}  # the word that title and body share


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An approved article's words, as they are looked through."""

    title: str
    day: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that a register lacks, the newest article that tells of it, and how often it is told."""

    entry: Entry
    article: str
    day: date | None
    times: int = 1


def approved() -> tuple[ReadArticle, ...]:
    """Return the newest approved articles."""
    query = (
        Article.select(Article.title, Article.event_date, ArticleWords.lead, ArticleWords.body)
        .join(ArticleWords, on=(ArticleWords.article == Article.id))
        .where(Article.stage.in_([one.value for one in PRINTABLE]))
        .order_by(Article.id.desc())
        .limit(NEWEST)
    )
    return tuple(
        ReadArticle(row.title, _day(row.event_date), nfc(f"{row.lead}\n{row.body}")) for row in named(query)
    )


def proposed(articles: Iterable[ReadArticle], known: Iterable[Entry]) -> tuple[Proposal, ...]:
    """Return what the articles tell and the registers do not know, what is told most often first.

    It is pure: for a process of its own.
    """
    have = {key(one) for one in known if isinstance(one, DocumentEntry)}
    titles = {
        (one.name.casefold(), held.title.casefold(), held.body.casefold())
        for one in known
        if isinstance(one, PersonEntry)
        for held in one.titles
    }
    found: dict[tuple[str, ...], Proposal] = {}
    for article in articles:
        for entry in _told(article):
            told = key(entry)
            if isinstance(entry, PersonEntry):
                held = entry.titles[0]
                told = (entry.name.casefold(), held.title.casefold(), held.body.casefold())
                if told in titles:
                    continue
            elif told in have:
                continue
            before = found.get(told)
            found[told] = (
                replace(before, times=before.times + 1)
                if before
                else Proposal(entry, article.title, article.day)
            )
    return tuple(sorted(found.values(), key=lambda one: -one.times))


def _told(article: ReadArticle) -> Iterator[Entry]:
    for one in paragraphs(article.text):
        yield from _documents(one)
        yield from _people(one)


def _documents(one: Paragraph) -> Iterator[DocumentEntry]:
    for cited in citations.read(one):
        day = parse_day(cited.day, date.min.replace(year=2000)) if cited.day else None
        if day is None:
            continue
        number, symbol = split_number(cited.symbol)
        yield DocumentEntry(cited.type, number, symbol, day, cited.body)


def _people(one: Paragraph) -> Iterator[PersonEntry]:
    for hit in _PERSON.finditer(one.text):
        title, body = _PROPER[hit["title"].casefold()], hit["body"].strip()
        shared = _OF_HEAD.get(title.split()[-1])
        if shared and body:
            body = f"{shared} {body}"
        yield PersonEntry(hit["name"], (Title(title, body),))


def _day(stored: str) -> date | None:
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return None
