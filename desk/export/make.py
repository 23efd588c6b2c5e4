"""The making of every output; the typesetter's and Word's libraries are loaded when something is made, not before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from threading import Thread
from typing import TypeAlias, assert_never

from desk.edition.edition import Edition
from desk.edition.outputs import PLAIN, WANTS_PROCESS, Finish, Output
from desk.errors import FileTrouble

Made: TypeAlias = bytes | Mapping[str, bytes]


def make(edition: Edition, output: Output, finish: Finish = PLAIN) -> Made:
    """Make one output: bytes, of WEB the files of a folder by name; the same input gives the same bytes.

    PressFailed or BadPicture names what cannot be printed. `desk.edition.outputs.WANTS_PROCESS` says which outputs
    hold the interpreter.
    """
    if output is Output.WEB:
        from desk.press.web_pages import web_pages

        return web_pages(edition)
    _finish_letting_go()
    try:
        match output:
            case Output.WORD:
                from desk.press.word.document import word

                return word(edition, finish)
            case Output.PRINT | Output.OFFICE | Output.SCREEN | Output.PROOF:
                from desk.press.typeset.booklet import printed

                return printed(edition, output, finish)
            case _:
                assert_never(output)
    finally:
        if output in WANTS_PROCESS:
            _let_go()


_kept: dict[str, bytes] = {}
_SMALL = "/small"


def picture_tasks(edition: Edition) -> list[Callable[[], None]]:
    """Return what gives another process the pictures of an edition, one by one, for `make_with_kept`."""
    small = {key + _SMALL: data for key, data in edition.renditions.items()}
    return [
        forget_pictures,
        *(partial(_keep, key, data) for key, data in {**edition.pictures, **small}.items()),
    ]


def without_pictures(edition: Edition) -> Edition:
    """Return an edition without the bytes of its pictures: quickly sent to a process that has been given them."""
    pictures, renditions = dict.fromkeys(edition.pictures, b""), dict.fromkeys(edition.renditions, b"")
    return replace(edition, pictures=pictures, renditions=renditions)


def make_with_kept(edition: Edition, output: Output, finish: Finish = PLAIN) -> Made | None:
    """Make an output of a `without_pictures` edition; None in a process that has not been given its pictures."""
    try:
        pictures = {key: _kept[key] for key in edition.pictures}
        renditions = {key: _kept[key + _SMALL] for key in edition.renditions}
    except KeyError:
        return None
    return make(replace(edition, pictures=pictures, renditions=renditions), output, finish)


def _keep(key: str, data: bytes) -> None:
    _kept[key] = data


def forget_pictures() -> None:
    """Let go of the pictures that were given."""
    _kept.clear()


_letting_go: list[Thread] = []


def _let_go() -> None:
    """Drop what this output has left behind while the file goes out: several in a row need no more than one."""
    from desk.press.typeset import picture_output, typst

    def forget() -> None:
        picture_output.forget()
        with suppress(FileTrouble):  # no room for the folder that it wants: what is remembered does no harm
            typst.forget()

    _letting_go.append(Thread(target=forget, name="forget"))
    _letting_go[-1].start()


def _finish_letting_go() -> None:
    while _letting_go:
        _letting_go.pop().join()


def ready() -> None:
    """Load what makes the outputs: for a process that stands by while somebody still chooses them."""
    from desk.edition.specimen import specimen
    from desk.press.typeset.booklet import printed
    from desk.press.word.document import word

    printed(specimen(), Output.SCREEN, PLAIN)
    word(specimen())
