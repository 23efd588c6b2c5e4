"""Every rule of the proofreader has its words: the rules are read out of its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from desk.paths import ROOT
from desk.proofing.finding import Severity
from ui.words import proofing as words


def _told(node: ast.AST) -> Iterator[str]:
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


def _family(tree: ast.Module) -> str:
    """Return the family of the rules of a module: "date." of f"date.{rule}"."""
    for one in ast.walk(tree):
        if (
            isinstance(one, ast.JoinedStr)
            and len(one.values) == 2
            and isinstance(one.values[1], ast.FormattedValue)
        ):
            first = next(_told(one.values[0]), "")
            if first.endswith(".") and first[:-1].isalpha():
                return first
    return ""


def _rules(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    family = _family(tree)
    for one in ast.walk(tree):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name):
            if one.func.id == "Finding" and isinstance(one.args[0], ast.Constant):
                yield from _told(one.args[0])
            if one.func.id == "_finding" and len(one.args) > 1:
                yield from (family + name for name in _told(one.args[1]))
        if isinstance(one, ast.AnnAssign | ast.Assign):
            names = [one.target] if isinstance(one, ast.AnnAssign) else one.targets
            if [getattr(it, "id", "") for it in names] != ["_RULES"]:
                continue
            assert isinstance(one.value, ast.Tuple)
            for line in one.value.elts:
                assert isinstance(line, ast.Tuple)
                yield from (family + name for name in _told(line.elts[0]))


def test_every_rule_of_the_proofreader_has_its_words() -> None:
    found = {rule for path in (ROOT / "desk" / "proofing").glob("*.py") for rule in _rules(path)}
    assert len(found) > 40
    assert found <= set(words.RULES), found - set(words.RULES)
    assert {rule.partition(".")[0] for rule in words.RULES} == set(words.FAMILIES)


def test_a_rule_that_is_not_known_is_called_by_its_family() -> None:
    assert words.rule("date.weekday") == "Thứ không khớp với ngày"
    assert words.rule("date.later") == "Ngày tháng"
    assert words.rule("new.rule") == "new"
    assert words.severity(Severity.LOOK) == "Nên xem"
