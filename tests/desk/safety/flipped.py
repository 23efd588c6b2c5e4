"""A desk's file with one bit turned over: does the check-up notice, are wrong words believed, what is given out."""

from __future__ import annotations

import random
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from desk.acts.rules import Stage
from desk.database import store
from desk.errors import DeskError
from desk.integrity import database
from desk.safety import salvage
from desk.safety.rescued import Fate, RescuedArticle
from desk.safety.salvaged import Salvaged
from tests.engine import everything
from tests.making import Cast, article, words

# Numbers by which a search finds, and when somebody read or was reminded: no words.
DERIVED = frozenset({"article_shingle", "read_mark", "reminder"})


@dataclass
class Outcome:
    """What one bit did; `harmed` are the tables that say something else than before."""

    at: int
    noticed: bool = False
    harmed: tuple[str, ...] = ()
    traceback: str = ""
    salvaged: Salvaged | None = None
    wrong: list[int] = field(default_factory=list)  # articles given out as whole that are not


def fill(cast: Cast, count: int) -> None:
    """Write so many articles of some paragraphs, at every stage."""
    stages = (Stage.DRAFT, Stage.SUBMITTED, Stage.FOR_APPROVAL, Stage.APPROVED, Stage.RETURNED)
    for at in range(count):
        body = [
            f"Đoạn {part} của bài {at}. " + "Các đồng chí đã trao đổi, thảo luận. " * 8 for part in range(6)
        ]
        article(cast, words(f"Hội nghị lần thứ {at}", *body), stages[at % len(stages)])


def flips(path: Path, count: int, seed: int = 17, *, salvaging: bool = True) -> Iterator[Outcome]:
    """Turn so many bits of a closed desk over, each in a file of its own, and yield what came of each."""
    whole = path.read_bytes()
    before = everything(path)
    work = path.parent / "lật"
    work.mkdir(exist_ok=True)
    texts = {at.id: at.text for at in _read(path, work).texts}
    chance = random.Random(seed)
    damaged = work / "desk.sqlite"
    for _ in range(count):
        at = chance.randrange(len(whole))
        data = bytearray(whole)
        data[at] ^= 1 << chance.randrange(8)
        for beside in work.glob("desk.sqlite*"):
            beside.unlink()
        damaged.write_bytes(data)
        outcome = Outcome(at)
        try:
            outcome.noticed = _noticed(damaged)
        except Exception:  # noqa: BLE001 - it is what is looked for
            outcome.traceback = traceback.format_exc()
        damaged.write_bytes(data)
        outcome.harmed = _harmed(damaged, before)
        if salvaging:
            try:
                given = _read(damaged, work)
            except Exception:  # noqa: BLE001 - whatever it is, it is counted
                outcome.traceback += traceback.format_exc()
            else:
                outcome.salvaged = given.result
                outcome.wrong = [one.id for one in given.texts if one.whole and texts[one.id] != one.text]
        yield outcome


@dataclass(frozen=True)
class _Text:
    id: int
    text: object
    whole: bool


@dataclass(frozen=True)
class _Given:
    result: Salvaged
    texts: list[_Text]


def _read(path: Path, work: Path) -> _Given:
    """Salvage a file without making its Word files, which a bit changes nothing of."""
    texts: list[_Text] = []

    def note(_: object, one: RescuedArticle, __: object) -> tuple[str, ...]:
        texts.append(_Text(one.id, one.text, one.fate is Fate.WHOLE))
        return ()

    with (
        patch.object(salvage._Work, "_word", lambda _, stem, __: stem),
        patch.object(
            salvage._Work,
            "_given",
            note,
        ),
    ):
        result = salvage.salvage(path, work / "ra")
    return _Given(result, texts)


def _noticed(path: Path) -> bool:
    try:
        store.open_file(path)
    except DeskError:
        return True
    try:
        return database.check() != []
    except DeskError:
        return True
    finally:
        store.close_file()


def _harmed(path: Path, before: dict[str, list[tuple[object, ...]] | None]) -> tuple[str, ...]:
    try:
        after = everything(path)
    except Exception:  # noqa: BLE001 - of whatever kind, nothing can be read
        return ("the file",)
    return tuple(name for name in before if before[name] != after.get(name) and name not in DERIVED)


def told(outcomes: list[Outcome]) -> dict[str, int]:
    """Count what came of all."""
    harmful = [one for one in outcomes if one.harmed]
    counts: Counter[str] = Counter(
        flips=len(outcomes),
        noticed=sum(one.noticed for one in outcomes),
        harmful=len(harmful),
        harmful_unnoticed=sum(not one.noticed for one in harmful),
        tracebacks=sum(bool(one.traceback) for one in outcomes),
        wrong_given_out=sum(bool(one.wrong) for one in outcomes),
    )
    for one in outcomes:
        if one.salvaged is not None:
            counts["articles"] += len(one.salvaged.articles)
            counts["whole"] += len(one.salvaged.of(Fate.WHOLE))
            counts["lost"] += len(one.salvaged.of(Fate.LOST))
            counts["files"] += len(one.salvaged.released) + len(one.salvaged.released_lost)
            counts["files_given"] += len(one.salvaged.released)
    return dict(counts)
