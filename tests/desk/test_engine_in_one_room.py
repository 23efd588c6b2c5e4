"""Which SQL engine keeps the desk is known to one room and to the search: another may come behind the same door."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KNOW = ("desk/database/", "desk/articles/search")
ENGINE = re.compile(
    r"\b(apsw|sqlite3|playhouse|execute_sql|group_concat|on_conflict_replace|rowid|PRAGMA|VACUUM|integrity_check"
    r"|sqlite_\w+|fts5?)\b|\bpw\.SQL\b|\bpw\.\w+Error\b|connection\.current\(|from peewee import .*(SQL|Error)"
)
STATEMENT = re.compile(
    r"\s*(SELECT\s.*\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW|TRIGGER)\s"
    r"|BEGIN\s+IMMEDIATE|COMMIT\s*$|WITH\s+RECURSIVE\s)",
    re.DOTALL,
)


def _sources() -> list[Path]:
    found = [*ROOT.glob("desk/**/*.py"), *ROOT.glob("ui/**/*.py"), ROOT / "main.py"]
    return [path for path in found if not path.relative_to(ROOT).as_posix().startswith(KNOW)]


def _strings(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _knows(source: str) -> list[str]:
    names = [match.group() for match in ENGINE.finditer(source)]
    return names + [text for text in _strings(source) if STATEMENT.match(text)]


def test_only_the_room_of_the_file_and_the_search_know_the_engine() -> None:
    sources = _sources()
    assert len(sources) > 300
    known = {str(path.relative_to(ROOT)): _knows(path.read_text(encoding="utf-8")) for path in sources}
    assert {name: what for name, what in known.items() if what} == {}


def test_tests_know_the_engine_in_one_place_too() -> None:
    apart = (
        "tests/desk/database/",
        "tests/bench/",
        "tests/engine.py",
        "tests/desk/test_engine_in_one_room.py",
    )
    drivers = re.compile(
        r"\b(import (apsw|sqlite3)|from (apsw|sqlite3|playhouse)|execute_sql|exec_trace|PRAGMA)\b"
        r"|\bconnection\.current\("
    )
    others = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("tests/**/*.py")
        if not path.relative_to(ROOT).as_posix().startswith(apart)
        and drivers.search(path.read_text(encoding="utf-8"))
    ]
    assert others == []


@pytest.mark.parametrize(
    "source",
    [
        "import apsw",
        "from playhouse.apsw_ext import BooleanField",
        "except pw.DatabaseError: ...",
        "db.execute_sql(query)",
        "x.order_by(pw.SQL('1'))",
        "run('SELECT id FROM article')",
        "run('''\n    UPDATE article SET stage = 1''')",
        "connection.current()",
    ],
)
def test_the_check_sees_what_it_is_for(source: str) -> None:
    if source.startswith("except"):
        source = f"try: ...\n{source}"
    assert _knows(source)
