"""The typesetter: runs of Typst over data and pictures in a folder of its own, deleted afterwards."""

from __future__ import annotations

import calendar
import functools
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.errors import PressFailed
from desk.paths import RESOURCES
from desk.troubles import file_trouble

if TYPE_CHECKING:
    import typst

SOURCES = RESOURCES / "press"
_NOTHING, _REMEMBERED = "nothing.typ", 10  # runs after which Typst drops what none of them has used


@dataclass(frozen=True, slots=True)
class Setting:
    """One text being set: ask it for its PDF, its page images or its marks as often as needed."""

    compiler: typst.Compiler
    stamp: int

    def pdf(self, *, archival: bool = False, tagged: bool = True) -> bytes:
        """Return the PDF, `archival` as PDF/A-2b; the same text gives the same bytes."""
        with refusals():
            made = self.compiler.compile(
                format="pdf",
                timestamp=self.stamp,
                pdf_standards="a-2b" if archival else [],
                pdf_tags=tagged,
            )
        if not isinstance(made, bytes):
            raise PressFailed("no PDF came out")
        return made

    def images(self, ppi: float) -> list[bytes]:
        """Return a PNG of every page."""
        with refusals():
            made = self.compiler.compile(format="png", ppi=ppi)
        if made is None:
            raise PressFailed("no picture came out")
        return [made] if isinstance(made, bytes) else list(made)

    def marks(self, label: str) -> list[Any]:
        """Return the values of the metadata that carry the label, in page order."""
        with refusals():
            found = self.compiler.query(f"<{label}>", field="value", format="json")
        values: list[Any] = json.loads(found)
        return values


@contextmanager
def typesetting(source: str, data: Any, pictures: Mapping[str, bytes], day: date) -> Iterator[Setting]:
    """Lay out a source of `resources/press` with its data; `pictures` maps file names to bytes."""
    with workshop() as shop:
        shop.hang(pictures)
        shop.put({"data": data})
        yield shop.setting(source, day)


class Workshop:
    """A folder with our sources and one compiler for each, which remember what they have set before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._compilers: dict[str, typst.Compiler] = {}
        self._pictures: dict[str, None] = {}
        self._ahead: Future[list[Any]] | None = None
        with _told(folder):
            for part in SOURCES.glob("*.typ"):
                shutil.copyfile(part, folder / part.name)

    def put(self, values: Mapping[str, Any]) -> None:
        """Lay out what the sources read, by name: `data` of data.json."""
        with _told(self._folder):
            for name, value in values.items():
                made = json.dumps(value, ensure_ascii=False)
                (self._folder / f"{name}.json").write_text(made, encoding="utf-8")

    def hang(self, pictures: Mapping[str, bytes]) -> None:
        """Lay out pictures; a name stands for its bytes, so each is written once."""
        with _told(self._folder):
            for name, picture in pictures.items():
                if name not in self._pictures:
                    (self._folder / name).write_bytes(picture)
                    self._pictures[name] = None

    def read_ahead(self, hands: Executor) -> None:
        """Have the pictures read from the last to the first, while the setting reads them from the first."""
        self.put({"gallery": list(reversed(self._pictures))})
        # What is wrong with a picture the setting says itself.
        self._ahead = hands.submit(self.marks, "gallery.typ", "gallery")

    def close(self) -> None:
        """Wait until nothing reads the folder any more."""
        if self._ahead:
            wait([self._ahead])

    def lay(self, name: str, made: bytes) -> None:
        """Put a finished file among the pictures: a PDF whose pages another source places."""
        with _told(self._folder):
            (self._folder / name).write_bytes(made)

    def compiler(self, source: str) -> typst.Compiler:
        """Return the compiler of a source."""
        import typst  # 63 MB of library: loaded when something is printed, not when the program starts

        if source not in self._compilers:
            with refusals():
                self._compilers[source] = typst.Compiler(
                    str(self._folder / source), root=str(self._folder), font_paths=_fonts()
                )
        return self._compilers[source]

    def marks(self, source: str, label: str) -> list[Any]:
        """Return the values that a source leaves under a label."""
        return Setting(self.compiler(source), 0).marks(label)

    def setting(self, source: str, day: date) -> Setting:
        """Return a source of `resources/press` set with the data laid out last; `day` dates its PDF."""
        return Setting(self.compiler(source), calendar.timegm(day.timetuple()))


@contextmanager
def workshop() -> Iterator[Workshop]:
    """Open a workshop for one work."""
    # Typst reads only below its root, so everything it may see lies in one folder that holds nothing else.
    with temporary_folder() as name:
        shop = Workshop(Path(name).resolve())
        try:
            yield shop
        finally:
            shop.close()


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """Make the folder of a workshop; FileTrouble if the system has no room for it."""
    with _told(Path(tempfile.gettempdir())):
        return tempfile.TemporaryDirectory(prefix="ban-tin-", ignore_cleanup_errors=True)


@contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, place) from error


def warm() -> None:
    """Load Typst and the fonts, and set an empty page with them."""
    with workshop() as shop:
        shop.compiler(_NOTHING).compile(format="pdf")


def forget() -> None:
    """Let go of what Typst remembers of finished works, some 100 MB each: it keeps what its last runs looked at.

    Not for a process in which a proof is alive: its next refresh would begin from nothing.
    """
    if not _fonts.cache_info().currsize:
        return  # nothing has been set in this process
    with workshop() as shop:
        compiler = shop.compiler(_NOTHING)
        for _ in range(_REMEMBERED + 1):
            compiler.compile(format="pdf")


@functools.cache
def _fonts() -> typst.Fonts:
    """Read our fonts once; the system's are never used, so a page looks the same everywhere."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(RESOURCES / "fonts")]
    )


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what Typst refuses into PressFailed with its words."""
    try:
        yield
    except RuntimeError as error:  # TypstError is one, and so is what it says before it reads the source
        raise PressFailed(str(getattr(error, "diagnostic", "") or error)) from error
