"""Where an article stands on its way, as a whole: what an undo puts back."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from desk.database.article_tables import Article


@dataclass(frozen=True, slots=True)
class WorkflowState:
    """The workflow columns of an article; the text, its description and the version counter are none of them."""

    APPROVAL: ClassVar = (
        "approved_revision",
        "approved_sha256",
        "approved_by_id",
        "approved_for_id",
        "approved_at",
    )
    RECOMMENDATION: ClassVar = ("recommended_revision", "recommended_by_id")

    stage: str
    stage_since: str
    note: str
    approved_revision: int | None
    approved_sha256: str | None
    approved_by_id: int | None
    approved_for_id: int | None
    approved_at: str | None
    recommended_revision: int | None
    recommended_by_id: int | None

    @classmethod
    def of(cls, article: Article) -> WorkflowState:
        """Return where an article stands."""
        return cls(**{one.name: getattr(article, one.name) for one in fields(cls)})

    def put_back(self, article: Article) -> None:
        """Let an article stand here again."""
        for one in fields(self):
            setattr(article, one.name, getattr(self, one.name))
