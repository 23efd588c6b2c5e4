"""One bit of a desk's file turned over, many times: what the check-up notices, what salvage gives out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.acts.rules import Role, Stage
from desk.database import store
from desk.department import passwords, people, settings
from desk.issues import placing
from tests.bench.figure import Row, Sizes
from tests.desk.press.editions import NAMES
from tests.desk.safety import flipped
from tests.making import PASSWORD, Cast, article, dated, filled, printed, words

_ARTICLES = 200


def rows(sizes: Sizes) -> Iterator[Row]:
    """Damage a desk of 200 articles with a release, bit by bit."""
    logging.getLogger("desk").addHandler(logging.NullHandler())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.sqlite"
        _make(path)
        count = flipped.told(list(flipped.flips(path, sizes.flips)))
    harmful, missed = count["harmful"], count["harmful_unnoticed"]
    yield Row(
        f"{count['flips']} × one bit turned over: the check-up notices, of those that change a row",
        f"{harmful - missed} of {harmful} ({count['noticed']} in all)",
        goal="all",
        ok=missed == 0,
    )
    bad = count["tracebacks"] + count["wrong_given_out"]
    yield Row("tracebacks; articles given out as whole that are not", f"{bad}", goal="0", ok=bad == 0)
    yield Row(
        "salvage gives out: articles whole; lost; released files",
        f"{count['whole']} of {count['articles']}; {count['lost']}; {count['files_given']} of {count['files']}",
        goal="99.8 %; 0",
        ok=count["whole"] >= 0.998 * count["articles"] and not count["lost"],
    )


def _make(path: Path) -> None:
    passwords.COST = 2**4
    store.create(path)
    store.open_file(path)
    try:
        admin = settings.found(NAMES, settings.PROPOSED_SECTIONS, "Quản Trị", "", "", PASSWORD)
        numbers = []
        for role in (Role.WRITER, Role.EDITOR, Role.CHIEF, Role.SECRETARY):
            people.add(admin, f"Người {role.value}", "", "", frozenset({role}), PASSWORD, renew=False)
            numbers.append(people.by_name(f"Người {role.value}").id)
        cast = Cast(path, admin, *numbers)
        filled(cast, "Bài một")
        placing.place(cast.secretary, 1, 2, [article(cast, words("Bài hai"), Stage.APPROVED)])
        dated()
        printed(cast)
        flipped.fill(cast, _ARTICLES - 2)
    finally:
        store.close_file()
