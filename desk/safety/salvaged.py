"""What came of a salvage: which articles, files and rows were given out, and which are lost."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from desk.safety.rescued import Fate


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it was given out: under which names, and what of it is missing."""

    id: int
    title: str
    fate: Fate
    revision: int
    newest: int
    files: tuple[str, ...] = ()
    pictures_lost: int = 0


@dataclass(slots=True)
class Salvaged:
    """What came of it."""

    folder: Path = field(default_factory=Path)
    articles: list[Given] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    pictures: int = 0
    pictures_lost: list[str] = field(default_factory=list)
    released: list[str] = field(default_factory=list)
    released_lost: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    documents_lost: list[str] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    unproven: dict[str, int] = field(default_factory=dict)  # rows that are otherwise than they were left
    entries: int = 0  # of the journal

    def of(self, *fates: Fate) -> list[Given]:
        """Return the articles with one of these fates."""
        return [one for one in self.articles if one.fate in fates]

    @property
    def whole(self) -> bool:
        """Say whether nothing at all is missing."""
        lost = self.pictures_lost or self.released_lost or self.documents_lost or self.unproven
        return not lost and all(one.fate is Fate.WHOLE and not one.pictures_lost for one in self.articles)


def summary(result: Salvaged) -> dict[str, Any]:
    """Return what came of it as JSON has it."""
    return {
        "folder": str(result.folder),
        "articles": [{**asdict(one), "fate": one.fate.name.lower()} for one in result.articles],
        "drafts": result.drafts,
        "pictures": result.pictures,
        "pictures_lost": result.pictures_lost,
        "released": result.released,
        "released_lost": result.released_lost,
        "documents": result.documents,
        "documents_lost": result.documents_lost,
        "rows": result.rows,
        "rows_not_as_left": result.unproven,
        "journal_entries": result.entries,
        "whole": result.whole,
    }
