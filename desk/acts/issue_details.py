"""What the journal keeps of acts on an issue of the bulletin."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts.detail import Detail


@dataclass(frozen=True, slots=True)
class IssueMade(Detail):
    """The issue after whose model a new one was made."""

    like: str


@dataclass(frozen=True, slots=True)
class IssueEdited(Detail):
    """The issue's name before, and its month, theme and closing day now."""

    was: str
    month: int
    theme: str
    closing: str


@dataclass(frozen=True, slots=True)
class DesignSet(Detail):
    """The design (format, cover, inner pages), the pages wished, and the legal profile.

    `fitting` is as in `IssueFitted`, empty where it is usual.
    """

    design: tuple[str, ...]
    pages: int
    law: str
    fitting: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueFitted(Detail):
    """How an issue is set to fill its sheets: the leading, the air between articles, the pictures.

    `fitting` are percent of the leading more, lines between articles more, percent by which pictures are smaller; all
    0 where it is set as usual again.
    """

    fitting: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ArticlesPlaced(Detail):
    """The articles that were placed, or taken out."""

    articles: tuple[int, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleArranged(Detail):
    """Where an article stands now: its chuyên mục and its place there."""

    article: int
    titles: tuple[str, ...]
    section: int
    index: int


@dataclass(frozen=True, slots=True)
class Commissioned(Detail):
    """A commissioned article: who is to write it, until when; `wanted` is its number, 0 when it is gone."""

    titles: tuple[str, ...]
    person: int | None
    due: str
    wanted: int = 0


@dataclass(frozen=True, slots=True)
class Released(Detail):
    """The number of a release, and its files, each with its SHA-256."""

    release: int
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class ReleaseReopened(Detail):
    """How often the issue was released before it was reopened."""

    release: int


@dataclass(frozen=True, slots=True)
class Exported(Detail):
    """The files of an export, each with its SHA-256, and the articles in it: number, revision, SHA-256."""

    files: dict[str, str]
    articles: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class ReleaseExported(Detail):
    """The release whose files were copied out, and into which folder."""

    release: int
    folder: str
