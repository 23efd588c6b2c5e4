"""The verbs of the command line: no window, Vietnamese words, JSON on standard output alone.

Exit codes: 0 done, 1 refused or found wanting, 2 misused.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desk.articles import listing, search
from desk.compare.articles import Fate, Seam
from desk.compare.files import ParagraphChange, compare_files
from desk.compare.words import OpKind
from desk.database import connection, store
from desk.errors import BadIntake, Denied, DeskError, FileTrouble, IntakeFault, Missing, Trouble
from desk.intake.apart import ReadingProcess
from desk.integrity import database
from desk.issues import issues
from desk.paths import DESK_FILE
from desk.safety import backups
from desk.text.blocks import body_text, to_data
from ui.terminal import safety_archive, safety_findings, sign_in
from ui.terminal.arguments import CALENDARS
from ui.terminal.sign_in import NoPassword
from ui.words import comparison as comparison_words
from ui.words import wording

_CLOSING = 8.0  # seconds for a window to be closed
_WAITS = 5.0  # seconds for another command to be done with the desk
_TOUR_MARKS = ("du-lieu", "01-lap-ban-bien-tap-sang.png")  # what every tour leaves, even one that stopped


def run(wish: argparse.Namespace) -> int:
    """Do a verb and return its exit code."""
    for name in ("desk", "pypdf"):
        logging.getLogger(name).addHandler(
            logging.NullHandler()
        )  # what is wrong is said below, in Vietnamese
    verbs: dict[str, Callable[[argparse.Namespace], int]] = {
        "export": _export,
        "import": _import,
        "show": _show,
        "search": _search,
        "compare": _compare,
        "schedule": _schedule,
        "notice": _notice,
        "proof": _proof,
        "verify": _verify,
        "check": _check,
        **safety_archive.VERBS,
        "archive": _archive,
        "tour": _tour,
        "backup": _backup,
        "backups": _backups,
        "restore": _restore,
        "open": _open,
        "close": _close,
        "sample": _sample,
    }
    try:
        return verbs[wish.verb](wish)
    except NoPassword as error:
        _notify(str(error))
        return 2
    except Missing as error:
        _notify(_missing(error, wish))
        return 1
    except DeskError as error:
        _notify(wording.error(error))
        return 1


def _export(wish: argparse.Namespace) -> int:
    from ui.terminal import issue as terminal_issue

    with _acting(wish) as who:
        terminal_issue.export(wish, issues.find(*wish.issue), who, _notify)
    return 0


def _archive(wish: argparse.Namespace) -> int:
    with _acting(wish) as who:
        return safety_archive.write_archive(wish, who)


def _import(wish: argparse.Namespace) -> int:
    done: list[dict[str, Any]] = []
    failed = 0
    looks = wish.dry_run and not wish.name and all(one.suffix.lower() not in CALENDARS for one in wish.files)
    desk = nullcontext() if looks else _acting(wish, reads=wish.dry_run)  # a mere look needs no desk
    with desk, ReadingProcess() as reader:
        for path in wish.files:
            try:
                found = _taken_in(wish, path, reader)
                failed += sum(bool(one.pop("all_refused", "error" in one)) for one in found)
                done += found
            except DeskError as error:
                if isinstance(error, Missing | Denied):
                    raise
                failed += 1
                done.append({"file": str(path), "error": wording.error(error)})
                _notify(f"{path.name}: {wording.error(error)}")
    if wish.json:
        _json(done)
    return 1 if failed else 0


def _taken_in(wish: argparse.Namespace, path: Path, reader: ReadingProcess) -> list[dict[str, Any]]:
    """Take one file in: a calendar, or what articles it holds."""
    if path.suffix.lower() in CALENDARS:
        from ui.terminal import calendar

        return [calendar.take_in(wish, path, _notify)]
    from ui.terminal import articles

    return articles.take_in(wish, path, reader, _notify)


def _notice(wish: argparse.Namespace) -> int:
    from ui.terminal import calendar

    found = calendar.notice(wish, _notify)
    if wish.json:
        _json(found)
    return 0 if found else 1


def _proof(wish: argparse.Namespace) -> int:
    from ui.terminal import proofing

    return proofing.proofread(wish, _notify, _print)


def _schedule(wish: argparse.Namespace) -> int:
    from ui.terminal import calendar

    with _opened(wish.folder, readonly=True):
        return calendar.schedule(wish, _notify)


def _show(wish: argparse.Namespace) -> int:
    with _opened(wish.folder, readonly=True):
        found = listing.stored(wish.id)
    if wish.json:
        _json(
            {
                "id": wish.id,
                "stage": found.stage.value,
                "version": found.version,
                "revision": found.revision,
                "sha256": found.sha256,
                "section": found.section,
                **to_data(found.text),
            }
        )
        return 0
    text = found.text
    out = [text.title, f"({wording.stage(found.stage)}, phiên bản {found.revision})", "", text.lead, ""]
    _print("\n".join([*out, body_text(text), "", text.byline]))
    return 0


def _search(wish: argparse.Namespace) -> int:
    with _opened(wish.folder, readonly=True):
        hits = search.ranked(" ".join(wish.words), search.SearchScope(), max(1, wish.limit))
    if wish.json:
        _json([{**asdict(hit), "snippet": _marked(hit.snippet)} for hit in hits])
    else:
        for hit in hits:
            _print(f"{hit.article_id}\t{hit.title}\n\t{_marked(hit.snippet)}")
        if not hits:
            _notify("Không tìm thấy bài nào.")
    return 0 if hits else 1


def _compare(wish: argparse.Namespace) -> int:
    try:
        found = compare_files(wish.old, wish.new)
    except BadIntake as error:
        _notify(_NOT_COMPARED[error.fault].format(name=error.name))
        return 1
    except FileTrouble as trouble:
        _notify(f"{Path(trouble.path).name}: {wording.error(trouble)}")
        return 1
    if wish.json:
        _json(
            {
                "summary": asdict(found.summary),
                "paragraphs": [_compared(paragraph) for paragraph in found.paragraphs],
            }
        )
        return 0
    for paragraph in found.paragraphs:
        sign = _SIGNS[paragraph.fate] + ("~" if paragraph.fate is Fate.MOVED and paragraph.changed else "")
        words = "".join(_BRACKETS[piece.kind].format(piece.text) for piece in paragraph.pieces)
        _print(f"{sign:<2} {words}{_SEAMS[paragraph.seam]}")
    _notify(f"{comparison_words.summary(found.summary)}.")
    return 0


_SIGNS = {Fate.SAME: " ", Fate.CHANGED: "~", Fate.ADDED: "+", Fate.REMOVED: "-", Fate.MOVED: "⇅"}
_SEAMS = {None: "", Seam.CUT: "{+¶+}", Seam.SEWN: "[-¶-]"}
_NOT_COMPARED = {
    IntakeFault.EMPTY: "“{name}” không có chữ nào để so.",
    IntakeFault.NOT_TEXT: "“{name}” không phải là văn bản UTF-8 hay UTF-16. Hãy lưu lại thành văn bản UTF-8.",
    IntakeFault.UNKNOWN_KIND: "“{name}” không phải là một tệp.",
    IntakeFault.NO_MANIFEST: "“{name}” không phải là một tệp.",
    IntakeFault.TOO_HEAVY: "“{name}” quá lớn để so. Hãy chia tệp thành nhiều phần.",
}
_BRACKETS = {OpKind.EQUAL: "{}", OpKind.DELETE: "[-{}-]", OpKind.INSERT: "{{+{}+}}"}


def _compared(paragraph: ParagraphChange) -> dict[str, Any]:
    """Return a paragraph as JSON has it: offsets within the paragraph, and in the whole file."""
    starts = {
        "old": paragraph.old.start if paragraph.old else 0,
        "new": paragraph.new.start if paragraph.new else 0,
    }

    def spans(side: str, span: tuple[int, int] | None) -> dict[str, Any]:
        in_file = [place + starts[side] for place in span] if span else None
        return {side: list(span) if span else None, f"{side}_in_file": in_file}

    return {
        "fate": paragraph.fate.name.lower(),
        "changed": paragraph.changed,
        "seam": paragraph.seam.name.lower() if paragraph.seam else None,
        "old": paragraph.old.number if paragraph.old else None,
        "new": paragraph.new.number if paragraph.new else None,
        "old_text": paragraph.old.text if paragraph.old else None,
        "new_text": paragraph.new.text if paragraph.new else None,
        "ops": [
            {
                "kind": piece.kind.name.lower(),
                "text": piece.text,
                **spans("old", piece.old),
                **spans("new", piece.new),
            }
            for piece in paragraph.pieces
        ],
    }


def _verify(wish: argparse.Namespace) -> int:
    from ui.terminal import issue as terminal_issue

    with _opened(wish.folder, readonly=True):
        found = terminal_issue.verify(wish, _print, _notify)
    if wish.json:
        _json(found)
    return 0 if found["sound"] else 1


def _check(wish: argparse.Namespace) -> int:
    whole = True
    try:
        with _opened(wish.folder, readonly=False):
            found = [*database.check(), *safety_findings.beside(wish)]
    except FileTrouble as trouble:
        if trouble.kind not in (Trouble.LOCKED, Trouble.READONLY, Trouble.DENIED):
            safety_findings.say_unopened(wish, trouble)
            raise
        whole = False
        with _opened(wish.folder, readonly=True):
            found = [*database.check(index=False), *safety_findings.beside(wish)]
    if wish.json:
        _json([safety_findings.told(one) for one in found])
    else:
        for one in found:
            _print(wording.finding(one))
    _notify("Có chỗ không ổn." if found else "Tệp dữ liệu, nhật ký và mọi phiên bản đều nguyên vẹn.")
    if not whole:
        _notify("Chưa kiểm tra chỉ mục tìm kiếm, vì bàn biên tập đang mở hoặc chỉ cho đọc.")
    return 1 if found else 0


def _backup(wish: argparse.Namespace) -> int:
    from ui.terminal import safety

    return safety.make(wish, _print, _notify)


def _backups(wish: argparse.Namespace) -> int:
    from ui.terminal import safety

    found = safety.show(wish, _print, _notify)
    if wish.json:
        _json(found)
    return 0 if found else 1


def _restore(wish: argparse.Namespace) -> int:
    from ui.terminal import safety

    return safety.put_back(wish, _print, _notify)


def _tour(wish: argparse.Namespace) -> int:
    out: Path = wish.out
    tours = any((out / mark).exists() for mark in _TOUR_MARKS)
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not tours)):
        # The tour begins by emptying its folder: never one that holds something else.
        _notify(f"“{out}” đang có tệp khác. Hãy chọn một thư mục mới hoặc trống.")
        return 1
    from ui.tour import tour

    return tour.run(out)


def _open(wish: argparse.Namespace) -> int:
    from ui.window import app

    return app.run(wish.folder, [path.resolve() for path in wish.files])


def _sample(_wish: argparse.Namespace) -> int:
    """Say that the sample desk, which alone on the line opens the window (main.py), has a folder of its own."""
    _notify("Bàn mẫu có thư mục riêng: gọi “sample” một mình, không kèm --data.")
    return 2


def _close(wish: argparse.Namespace) -> int:
    from PySide6.QtCore import QCoreApplication

    from ui.window.single_instance import SingleInstance

    application = QCoreApplication.instance() or QCoreApplication([])  # held as long as its sockets
    first = SingleInstance(wish.folder)
    if not first.close_first():
        _notify("Không có cửa sổ nào đang mở trên bàn này.")
        return 0
    limit = time.monotonic() + _CLOSING
    while time.monotonic() < limit:
        time.sleep(0.3)
        application.processEvents()
        if not first.close_first():  # asked again: one that has only begun may have missed it
            return 0
    _notify("Cửa sổ chưa đóng: đang có việc chưa lưu hoặc câu hỏi chưa trả lời.")
    return 1


@contextmanager
def _opened(folder: Path, *, readonly: bool) -> Iterator[None]:
    store.open_file(folder / DESK_FILE, readonly=readonly, wait=_WAITS, secure=backups.before_upgrade)
    try:
        with connection.trouble():
            yield
    finally:
        store.close_file()


@contextmanager
def _acting(wish: argparse.Namespace, *, reads: bool = False) -> Iterator[int | None]:
    """Open the desk for whom `--as` names, once the password is there; for one who only reads, nobody signs in."""
    reads = reads or not wish.name
    secret = "" if reads else sign_in.password(wish)
    with _opened(wish.folder, readonly=reads):
        if reads:
            yield None
        else:
            with sign_in.signed_in(wish, secret) as who:
                yield who


def _missing(error: Missing, wish: argparse.Namespace) -> str:
    """Name what was asked for and is not there."""
    if error.what == "person":
        return f"Không có ai tên “{wish.name}” đang làm việc ở bàn biên tập này."
    if error.what == "issue":
        number, year = wish.issue
        return f"Không có số {number}/{year}. Hãy lập số đó trong cửa sổ trước."
    if error.what == "article":
        return f"Không có bài mang mã {wish.id}, hoặc bài không còn nữa."
    return wording.error(error)


def _marked(snippet: str) -> str:
    return snippet.replace(search.HIT_START, "[").replace(search.HIT_END, "]").replace("\n", " ")


def _json(value: Any) -> None:
    _print(json.dumps(value, ensure_ascii=False, indent=2))


def _print(words: str) -> None:
    sys.stdout.write(words + "\n")


def _notify(words: str) -> None:
    sys.stderr.write(words + "\n")
