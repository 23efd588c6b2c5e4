"""The letters of an equation (ECMA-376 part 1, 22.1): on one line, powers raised, a fraction with its stroke."""

from __future__ import annotations

from desk.intake.html.markup import element, escaped
from desk.intake.packages import Element
from desk.intake.word.names import M, value, w


def equation(math: Element) -> str:
    """Return an equation as markup."""
    return "".join(_part(one) for one in math)


def _inside(node: Element, name: str) -> str:
    return "".join(equation(one) for one in node.findall(M + name))


def _sign(node: Element, name: str, usual: str) -> str:
    found = node.find(f"{M}{node.tag.rpartition('}')[2]}Pr/{M}{name}")
    return usual if found is None else value(found, f"{M}val")


def _part(node: Element) -> str:
    kind = str(node.tag).removeprefix(M)
    if kind in ("t", w("t")):
        return escaped(str(node.text or ""))
    if kind in ("sSup", "sSub", "sSubSup"):
        low, high = _inside(node, "sub"), _inside(node, "sup")
        return "".join(
            (_inside(node, "e"), element("sub", low) if low else "", element("sup", high) if high else "")
        )
    if kind == "f":
        return f"{_grouped(_inside(node, 'num'))}/{_grouped(_inside(node, 'den'))}"
    if kind == "rad":
        return f"{_inside(node, 'deg')}√{_grouped(_inside(node, 'e'))}"
    if kind == "d":
        between = escaped(_sign(node, "sepChr", "|")).join(equation(one) for one in node.findall(f"{M}e"))
        return f"{escaped(_sign(node, 'begChr', '('))}{between}{escaped(_sign(node, 'endChr', ')'))}"
    if kind == "nary":
        low, high = _inside(node, "sub"), _inside(node, "sup")
        limits = (element("sub", low) if low else "") + (element("sup", high) if high else "")
        return f"{escaped(_sign(node, 'chr', '∫'))}{limits}{_inside(node, 'e')}"
    return equation(node)


def _grouped(markup: str) -> str:
    return f"({markup})" if any(sign in markup for sign in "+-−= ") else markup
