"""The typesetter: runs of Typst over data and pictures in a folder of its own, deleted afterwards."""

from __future__ import annotations

import calendar
import functools
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True, slots=True)
class Setting:
    """One text being set: ask it for its PDF, its page images or its marks as often as needed."""

    compiler: typst.Compiler
    stamp: int

    def pdf(self) -> bytes:
        """Return the PDF; the same text gives the same bytes."""
        with _refusals():
            made = self.compiler.compile(format="pdf", timestamp=self.stamp)
        if not isinstance(made, bytes):
            raise PressFailed("no PDF came out")
        return made

    def images(self, ppi: float) -> list[bytes]:
        """Return a PNG of every page."""
        with _refusals():
            made = self.compiler.compile(format="png", ppi=ppi)
        if made is None:
            raise PressFailed("no picture came out")
        return [made] if isinstance(made, bytes) else list(made)

    def marks(self, label: str) -> list[Any]:
        """Return the values of the metadata that carry the label, in page order."""
        with _refusals():
            found = self.compiler.query(f"<{label}>", field="value", format="json")
        values: list[Any] = json.loads(found)
        return values


@contextmanager
def typesetting(source: str, data: Any, pictures: Mapping[str, bytes], day: date) -> Iterator[Setting]:
    """Lay out a source of `resources/press` with its data; `pictures` maps file names to bytes."""
    import typst  # 63 MB of library: loaded when something is printed, not when the program starts

    with _folder() as folder:
        try:
            for part in SOURCES.glob("*.typ"):
                shutil.copyfile(part, folder / part.name)
            for name, picture in pictures.items():
                (folder / name).write_bytes(picture)
            (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        except OSError as error:
            raise file_trouble(error, folder) from error
        with _refusals():
            compiler = typst.Compiler(str(folder / source), root=str(folder), font_paths=_fonts())
        yield Setting(compiler, calendar.timegm(day.timetuple()))


@contextmanager
def _folder() -> Iterator[Path]:
    # Typst reads only below its root, so everything it may see lies in one folder that holds nothing else.
    try:
        folder = tempfile.TemporaryDirectory(prefix="ban-tin-", ignore_cleanup_errors=True)
    except OSError as error:
        raise file_trouble(error, Path(tempfile.gettempdir())) from error
    with folder as name:
        yield Path(name).resolve()


@functools.cache
def _fonts() -> typst.Fonts:
    """Read our fonts once; the system's are never used, so a page looks the same everywhere."""
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(RESOURCES / "fonts")]
    )


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:  # TypstError is one, and so is what it says before it reads the source
        raise PressFailed(str(getattr(error, "diagnostic", "") or error)) from error
