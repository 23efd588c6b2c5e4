"""The house itself: rooms that say what they are for, no circles, nothing too large to be read in one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from desk.paths import ROOT

MOST_LINES, USUAL_LINES, MOST_METHODS, MOST_PARAMETERS = 400, 150, 25, 7
FILES = sorted(path for room in ("desk", "ui") for path in (ROOT / room).rglob("*.py"))
LITTLE = 4  # statements in functions, below which a module is a table of words, actions or columns
WALKED = ROOT / "ui" / "tour"  # each scene is walked whole by the tour, and by its test
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in FILES}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imports(name: str) -> Iterator[str]:
    """Yield the modules that a module imports, wherever in it."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                full = f"{node.module}.{one.name}"
                yield full if full in MODULES else node.module
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Return what hangs together in circles (Tarjan's strongly connected components of more than one)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        path.append(node)
        for other in sorted(arrows.get(node, ())):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in path:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            ring = path[path.index(node) :]
            del path[path.index(node) :]
            if len(ring) > 1:
                found.append(ring)

    for node in arrows:
        if node not in index:
            visit(node)
    return found


def test_no_file_imports_itself_in_a_circle() -> None:
    """Late imports and those for the type checker alone count: they only hide a circle."""
    arrows = {name: {one for one in imports(name) if one in MODULES and one != name} for name in MODULES}
    assert circles(arrows) == []


def test_a_circle_is_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c"]]


@pytest.mark.parametrize(
    "room", sorted({path.parent for path in FILES}), ids=lambda p: str(p.relative_to(ROOT))
)
def test_every_room_says_in_a_sentence_what_it_is_for(room: Path) -> None:
    init = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(init)
    assert len(init.body) == 1, "a room exports nothing"


def test_files_are_readable_in_one_sitting() -> None:
    lengths = {name: path.read_text(encoding="utf-8").count("\n") for name, path in MODULES.items()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}
    assert median(lengths.values()) <= USUAL_LINES


def test_no_class_does_everything() -> None:
    crowded = {
        f"{name}.{node.name}"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and sum(isinstance(one, ast.FunctionDef) for one in node.body) > MOST_METHODS
    }
    assert crowded == set()


def test_no_function_asks_for_too_much() -> None:
    greedy = set()
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                given = node.args
                names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
                if len([one for one in names if one not in ("self", "cls")]) > MOST_PARAMETERS:
                    greedy.add(f"{name}.{node.name}")
    assert greedy == set()


def test_an_import_for_the_type_checker_alone_has_its_reason_beside_it() -> None:
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("if TYPE_CHECKING:"):
                assert "  # " in line, path


def test_every_module_with_logic_has_a_test_file_of_its_name() -> None:
    def statements(tree: ast.Module) -> int:
        return sum(
            not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
            for one in node.body
        )

    untested = [
        name
        for name, path in MODULES.items()
        if path.name != "__init__.py" and path.parent != WALKED and statements(TREES[name]) >= LITTLE
        if not (ROOT / "tests" / path.relative_to(ROOT).with_name(f"test_{path.name}")).exists()
    ]
    assert untested == []
