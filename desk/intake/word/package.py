"""A Word file as a package: which part is the text, which ones it names, and where a name leads (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.errors import BadIntake, IntakeFault
from desk.intake.packages import Element, Package, parsed
from desk.intake.word.names import transitional, w

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_USUAL = "word/document.xml"
_NAME = w("")[1:-1].encode()  # what every Word text declares
_HEAD = 20_000  # bytes in which its root has ended


@dataclass(frozen=True, slots=True)
class Relation:
    """Where an id of a part leads: to another part, or out of the file."""

    kind: str  # the last word of its type: "image", "hyperlink", "footnotes"
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package with its own ids."""

    name: str = ""
    relations: Mapping[str, Relation] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[Relation]:
        """Return the parts of the file that this one names as being of a kind."""
        return [one for one in self.relations.values() if one.kind == kind and not one.external]


class WordPackage:
    """The parts of a Word file."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._package = Package(data, name)
        mains = self.part("").of_kind("officeDocument")
        main = mains[0].target if mains and mains[0].target in self._package else _USUAL
        if main not in self._package:
            broken = "[Content_Types].xml" in self._package
            raise BadIntake(IntakeFault.BROKEN if broken else IntakeFault.UNKNOWN_KIND, name)
        self.main = self.part(main)

    def text(self) -> bytes:
        """Return the XML of the text itself; BadIntake when this is another program's package."""
        data = transitional(self._package.xml(self.main.name))
        if data and _NAME not in data[:_HEAD]:
            raise BadIntake(IntakeFault.UNKNOWN_KIND, self.name)
        return data

    def read(self, part: str) -> bytes:
        """Return a part's bytes, b"" when it is not there."""
        return self._package.read(part)

    def size(self, part: str) -> int:
        """Return how large a part is, unpacked."""
        return self._package.size(part)

    def root(self, part: str) -> Element | None:
        """Return the root of an XML part, None when it is not there."""
        data = transitional(self._package.xml(part))
        return parsed(data, self.name) if data else None

    def named(self, kind: str) -> Part | None:
        """Return the part that the text names as its styles, its numbering, its notes …; None if it has none."""
        found = self.main.of_kind(kind)
        return self.part(found[0].target) if found and found[0].target in self._package else None

    def part(self, name: str) -> Part:
        """Return a part with what it names; "" is the package itself."""
        folder, file = posixpath.split(name)
        root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
        relations = {}
        for one in () if root is None else root:
            target, external = str(one.get("Target", "")), one.get("TargetMode", "") == "External"
            kind = str(one.get("Type", "")).rpartition("/")[2]
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip(
                    "/"
                )
            relations[str(one.get("Id", ""))] = Relation(kind, target, external)
        return Part(name, relations)
