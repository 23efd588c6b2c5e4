"""The typesetter: runs of Typst over data and pictures in a folder of its own, deleted afterwards."""

from __future__ import annotations

import functools
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from desk.errors import PressFailed
from desk.os_errors import file_trouble
from desk.paths import RESOURCES
from desk.temporary_folders import HeldFolder

if TYPE_CHECKING:  # 60 MB of library, loaded with the first page that is set
    import typst

SOURCES = RESOURCES / "press"
_NOTHING, _REMEMBERED = "nothing.typ", 10  # runs after which Typst drops what none of them has used
_LACKING = re.compile('the text `"(.*?)"` could not be displayed with font')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_GALLERIES = 4  # parts of an issue's pictures, each read when it is made


@dataclass(frozen=True, slots=True)
class TypesetText:
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

    def told(self, expression: str) -> Any:
        """Return what a Typst expression says of the text."""
        with refusals():
            found = self.compiler.eval(expression, format="json")
        return json.loads(found)


@contextmanager
def typesetting(source: str, data: Any, pictures: Mapping[str, bytes], day: date) -> Iterator[TypesetText]:
    """Lay out a source of `resources/press` with its data; `pictures` maps file names to bytes."""
    with new_typesetter() as typesetter:
        typesetter.put_pictures(pictures)
        typesetter.put({"data": data})
        yield typesetter.setting(source, day)


class Typesetter:
    """A folder with our sources and one compiler for each, which remember what they have set before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._compilers: dict[str, typst.Compiler] = {}
        self._pictures: set[str] = set()
        self._writing = Lock()
        self._reading: list[Future[None]] = []
        self._closed = False
        with _told(folder):
            for part in SOURCES.glob("*.typ"):
                shutil.copyfile(part, folder / part.name)

    def put(self, values: Mapping[str, Any]) -> None:
        """Lay out what the sources read, by name: `data` of data.json."""
        with _told(self._folder):
            for name, value in values.items():
                made = json.dumps(value, ensure_ascii=False)
                (self._folder / f"{name}.json").write_text(made, encoding="utf-8")

    def put_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """Lay out pictures; a name stands for its bytes, so each is written once."""
        with self._writing, _told(self._folder):
            for name, picture in pictures.items():
                if name not in self._pictures:
                    (self._folder / name).write_bytes(picture)
                    self._pictures.add(name)

    def read_ahead(self, threads: Executor, pictures: Sequence[Callable[[], tuple[str, bytes]]]) -> None:
        """Have pictures written and read as they come, while the text is set: Typst remembers them.

        `pictures` wait for a name and its bytes. What is wrong with one the setting itself will say.
        """
        each = -(-len(pictures) // _GALLERIES) or 1
        for at in range(0, len(pictures), each):
            self._reading.append(threads.submit(self._read, at, pictures[at : at + each]))

    def _read(self, at: int, pictures: Sequence[Callable[[], tuple[str, bytes]]]) -> None:
        ready = dict(picture() for picture in pictures)
        if self._closed:
            return
        self.put_pictures(ready)
        wall = f"gallery{at}"
        self.put({wall: list(ready)})
        # A compiler of its own: two of them may be reading at once.
        with refusals():
            self._made("gallery.typ", {"wall": f"{wall}.json"}).query("<gallery>")

    def close(self) -> None:
        """Wait until nothing reads the folder any more."""
        self._closed = True
        wait(self._reading)

    def lay(self, name: str, made: bytes) -> None:
        """Put a finished file among the pictures: a PDF whose pages another source places."""
        with _told(self._folder):
            (self._folder / name).write_bytes(made)

    def compiler(self, source: str) -> typst.Compiler:
        """Return the compiler of a source."""
        if source not in self._compilers:
            self._compilers[source] = self._made(source, {})
        return self._compilers[source]

    def _made(self, source: str, inputs: dict[str, str]) -> typst.Compiler:
        import typst  # 63 MB of library: loaded when something is printed, not when the program starts

        _remembering.set()
        with refusals():
            return typst.Compiler(
                str(self._folder / source), root=str(self._folder), font_paths=_fonts(), sys_inputs=inputs
            )

    def marks(self, source: str, label: str) -> list[Any]:
        """Return the values that a source leaves under a label."""
        return TypesetText(self.compiler(source), 0).marks(label)

    def told(self, source: str, expression: str) -> Any:
        """Return what a Typst expression says of a source once it is set."""
        return TypesetText(self.compiler(source), 0).told(expression)

    def setting(self, source: str, day: date) -> TypesetText:
        """Return a source of `resources/press` set with the data laid out last; `day` dates its PDF."""
        return TypesetText(self.compiler(source), (day - date(1970, 1, 1)).days * 86400)


@contextmanager
def new_typesetter() -> Iterator[Typesetter]:
    """Open a typesetter for one work."""
    # Typst reads only below its root, so everything it may see lies in one folder that holds nothing else.
    with temporary_folder() as name:
        typesetter = Typesetter(Path(name).resolve())
        try:
            yield typesetter
        finally:
            typesetter.close()


def temporary_folder() -> HeldFolder:
    """Make the folder of a typesetter; FileTrouble if the system has no room for it."""
    with _told(Path(tempfile.gettempdir())):
        return HeldFolder()


@contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, place) from error


def forget() -> bool:
    """Let go of what Typst remembers of finished works, some 100 MB each: it keeps what its last runs looked at.

    Not for a process in which a proof is alive: its next refresh would begin from nothing.
    Return whether there was anything.
    """
    if not _remembering.is_set():
        return False
    with new_typesetter() as typesetter:
        compiler = typesetter.compiler(_NOTHING)
        for _ in range(_REMEMBERED + 1):
            compiler.compile(format="pdf")
    _remembering.clear()
    return True


_remembering = Event()  # something was set in this process since it last forgot


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
        detail = str(getattr(error, "diagnostic", "") or error)
        sign = _LACKING.search(detail)
        raise PressFailed(detail, _ESCAPED.sub(_unescaped, sign[1]) if sign else "") from error


def _unescaped(number: re.Match[str]) -> str:
    return chr(int(number[1], 16))
