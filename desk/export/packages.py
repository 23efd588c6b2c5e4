"""Packages: the files of an output by path within the folder that goes out; and what is measured of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.edition.edition import Edition
from desk.edition.file_names import output_name
from desk.edition.outputs import Output
from desk.export.make import Made
from desk.press.typeset.layout import Layout, Proofing

_COVER_PPI = 72.0


@dataclass(frozen=True, slots=True)
class MeasuredEdition:
    """Where everything stands in an edition, and a picture (PNG) of its cover."""

    layout: Layout
    cover: bytes

    @property
    def pages(self) -> dict[int, tuple[int, int]]:
        """Return the first and last page of each article."""
        return {span.article: (span.first, span.last) for span in self.layout.spans}


def package(edition: Edition, output: Output, made: Made) -> dict[str, bytes]:
    """Return the files of an output by path; those of a folder (WEB) stand in it, with "/" between."""
    name = output_name(edition, output)
    if isinstance(made, Mapping):
        return {f"{name}/{inner}": data for inner, data in made.items()}
    return {name: made}


def measured(edition: Edition) -> MeasuredEdition:
    """Lay an edition out once for its page numbers and its cover; releases the interpreter."""
    proofing = Proofing()
    try:
        return MeasuredEdition(proofing.lay(edition), proofing.page(1, _COVER_PPI))
    finally:
        proofing.close()
