"""The letters of an equation (ECMA-376 part 1, 22.1): on one line, powers raised, a fraction with its stroke."""

from __future__ import annotations

from desk.intake.html.markup import element, escaped
from desk.intake.packages import Element
from desk.intake.word.names import M, value, w

_TEXTS = (f"{M}t", w("t"))
_DEEPEST = 40  # elements; what is deeper comes as its letters alone


def equation(math: Element) -> str:
    """Return an equation as markup."""
    return _all(math, 0)


def _all(node: Element, depth: int) -> str:
    if depth > _DEEPEST:
        return escaped("".join(str(one.text or "") for one in node.iter(*_TEXTS)))
    return "".join([_part(one, depth + 1) for one in node])


def _part(node: Element, depth: int) -> str:
    if node.tag in _TEXTS:
        return escaped(str(node.text or ""))
    kind = str(node.tag).removeprefix(M)
    if kind not in ("sSup", "sSub", "sSubSup", "f", "rad", "d", "nary"):
        return _all(node, depth)
    base, low, high = (_child(node, name, depth) for name in ("e", "sub", "sup"))
    marks = (element("sub", low) if low else "") + (element("sup", high) if high else "")
    if kind == "f":
        return f"{_grouped(_child(node, 'num', depth))}/{_grouped(_child(node, 'den', depth))}"
    if kind == "rad":
        return f"{_child(node, 'deg', depth)}√{_grouped(base)}"
    if kind == "d":
        between = escaped(_sign(node, "sepChr", "|")).join(
            [_all(one, depth) for one in node.findall(f"{M}e")]
        )
        return f"{escaped(_sign(node, 'begChr', '('))}{between}{escaped(_sign(node, 'endChr', ')'))}"
    return f"{escaped(_sign(node, 'chr', '∫'))}{marks}{base}" if kind == "nary" else base + marks


def _child(node: Element, name: str, depth: int) -> str:
    return "".join([_all(one, depth + 1) for one in node.findall(M + name)])


def _sign(node: Element, name: str, usual: str) -> str:
    found = node.find(f"{M}{node.tag.rpartition('}')[2]}Pr/{M}{name}")
    return usual if found is None else value(found, f"{M}val")


def _grouped(markup: str) -> str:
    return f"({markup})" if any(sign in markup for sign in "+-−= ") else markup
