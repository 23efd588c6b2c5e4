"""Whether a Word file is one that the desk gave out, and of which text: asked before it is taken as an article."""

from __future__ import annotations

import re
from contextlib import suppress

from desk.errors import BadIntake
from desk.intake.word.names import w
from desk.intake.word.package import WordPackage
from desk.press.word.stamped import CODE, NAMESPACE, PROPERTY, read_said
from desk.text.stamp import TEXT_MARK, Stamp, digits_of, stamp_of

_ZIP = b"PK\x03\x04"
_BOOKMARK = re.compile(rf'w:name="({TEXT_MARK}[0-9a-f_]{{10,60}})"'.encode())
_PRINTED = re.compile(rf"\b{CODE}\s+([0-9A-Za-z]{{4}}-[0-9A-Za-z]{{4}})\b")


def stamp_in(data: bytes, name: str) -> Stamp | None:
    """Return the stamp of a Word file; None for a file of another kind, or one that never was of a desk.

    A file that kept nothing but the code in print gives a stamp with neither desk nor article.
    """
    if not data.startswith(_ZIP):
        return None
    with suppress(BadIntake):
        package = WordPackage(data, name)
        return _property(package) or _custom_part(package) or _bookmark(package) or _code(package)
    return None


def _property(package: WordPackage) -> Stamp | None:
    for part in package.part("").of_kind("custom-properties"):
        root = package.root(part.target)
        for one in () if root is None else root:
            if one.get("name") == PROPERTY:
                return read_said("".join(one.itertext()))
    return None


def _custom_part(package: WordPackage) -> Stamp | None:
    for part in package.main.of_kind("customXml"):
        root = package.root(part.target)
        if root is not None and str(root.tag) == f"{{{NAMESPACE}}}bai":
            return read_said(str(root.get("ban", "")))
    return None


def _bookmark(package: WordPackage) -> Stamp | None:
    found = _BOOKMARK.search(package.text())
    return stamp_of(found[1].decode()) if found else None


def _code(package: WordPackage) -> Stamp | None:
    for part in package.main.of_kind("header"):
        root = package.root(part.target)
        words = "" if root is None else " ".join(str(one.text or "") for one in root.iter(w("t")))
        if found := _PRINTED.search(words):
            return Stamp("", 0, 0, digits_of(found[1]))
    return None
