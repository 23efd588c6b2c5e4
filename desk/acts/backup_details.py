"""What the journal keeps of acts on the desk's backups and archives."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts.detail import Detail, keyed


@dataclass(frozen=True, slots=True)
class BackupRestored(Detail):
    """The backup that the desk came back from: the file's name, and when it was made, UTC."""

    name: str = keyed("backup")
    made: str = keyed("backup_of")


@dataclass(frozen=True, slots=True)
class RestoreTried(Detail):
    """The backup that was restored into a temporary folder to try it, and how many faults were found there."""

    name: str = keyed("backup")
    made: str = keyed("backup_of")
    faults: int = keyed("backup_faults", 0)


@dataclass(frozen=True, slots=True)
class ArchiveWritten(Detail):
    """The folder that an archive went into, and how many articles and issues are in it."""

    folder: str
    articles: int = keyed("archived_articles")
    issues: int = keyed("archived_issues")
