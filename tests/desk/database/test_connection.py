"""The open desk: one thread, one question as of one moment, whole changes or none, troubles by their names."""

from __future__ import annotations

import errno
import gc
import os
from pathlib import Path

import apsw
import peewee as pw
import pytest

from desk.articles import listing, writing
from desk.database import connection, store
from desk.database.connection import column, db, first, named, rows
from desk.database.department_tables import Section
from desk.department import people
from desk.errors import Cancelled, DeskError, FileTrouble, Trouble
from desk.integrity import database
from tests.engine import statements
from tests.making import Cast, article, words

_MOVABLE = pytest.mark.skipif(os.name == "nt", reason="Windows, and Wine with it, moves no file that is open")


def _first_title() -> str:
    return str(Section.select(Section.title).order_by(Section.id).limit(1).scalar())


def test_what_is_asked_once_a_question_is_read_once_within_one_and_anew_in_the_next(cast: Cast) -> None:
    asked = []

    @connection.once_a_question
    def read(number: int, *, twice: bool = False) -> str:
        asked.append((number, twice))
        return _first_title()

    with connection.reading():
        assert connection.in_question()
        assert read(1) == read(1)
        with connection.reading():  # one within another is the same question
            read(1)
        read(2)
        read(1, twice=True)
    assert asked == [(1, False), (2, False), (1, True)]
    assert not connection.in_question()
    read(1)
    read(1)
    assert len(asked) == 5
    with connection.writing():
        Section.update(title="Khác").execute()
        assert read(1) == "Khác"
    with connection.reading():
        assert read(1) == "Khác"


def test_a_question_that_fails_is_over(cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), connection.reading():
        raise ZeroDivisionError
    assert not connection.in_question()
    assert not connection.current().in_transaction


def test_a_question_within_a_change_reads_anew(cast: Cast) -> None:
    with connection.writing(), connection.reading():
        assert not connection.in_question()
    assert not connection.current().in_transaction


def test_a_change_is_whole_or_not_at_all(cast: Cast) -> None:
    before = _first_title()

    def fail() -> None:
        with connection.writing():
            Section.update(title="Khác").execute()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert _first_title() == before
    with connection.writing():
        Section.update(title="Khác").execute()
    assert _first_title() == "Khác"


def test_a_change_begins_by_queueing_for_the_file(cast: Cast) -> None:
    with statements() as sent, connection.writing():
        pass
    assert sent[0].startswith("BEGIN IMMEDIATE")


def test_every_opened_desk_has_another_number_and_a_closed_one_is_no_desk(cast: Cast) -> None:
    before = connection.opened()
    store.close_file()
    with pytest.raises(apsw.ConnectionClosedError):
        connection.current()
    connection.interrupt()  # nothing to stop
    store.open_file(cast.path)
    assert connection.opened() == before + 1


@_MOVABLE
def test_another_file_in_its_place_takes_no_rows(cast: Cast) -> None:
    kept = cast.path.rename(cast.path.with_name("đã chuyển.sqlite"))
    cast.path.write_bytes(kept.read_bytes())
    with pytest.raises(FileTrouble) as refused:
        article(cast)
    assert (refused.value.kind, refused.value.path) == (Trouble.ABSENT, str(cast.path))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (apsw.FullError("x"), Trouble.FULL),
        (apsw.BusyError("x"), Trouble.BUSY),
        (apsw.LockedError("x"), Trouble.BUSY),
        (apsw.ReadOnlyError("x"), Trouble.READONLY),
        (apsw.CorruptError("x"), Trouble.CORRUPT),
        (apsw.NotADBError("x"), Trouble.NOT_A_DESK),
        (apsw.IOError("x"), Trouble.IO),
        (apsw.CantOpenError("x"), Trouble.DENIED),
        (OSError(errno.ENOSPC, "x"), Trouble.FULL),
        (apsw.ConstraintError("x"), None),
        (ValueError("x"), None),
    ],
)
def test_the_machines_troubles_have_names(error: Exception, kind: Trouble | None) -> None:
    assert connection.diagnose(error) is kind
    hidden = pw.OperationalError("rollback")
    hidden.__cause__ = error
    assert connection.diagnose(hidden) is kind


def test_a_trouble_says_of_which_file_it_is(cast: Cast, tmp_path: Path) -> None:
    def fail(path: Path | None, error: Exception) -> None:
        with connection.trouble(path):
            raise error

    for path, where in ((None, cast.path), (tmp_path, tmp_path)):
        with pytest.raises(FileTrouble) as named_trouble:
            fail(path, apsw.FullError("x"))
        assert (named_trouble.value.kind, named_trouble.value.path) == (Trouble.FULL, str(where))
    with pytest.raises(apsw.ConstraintError):
        fail(None, apsw.ConstraintError("x"))
    with pytest.raises(Cancelled):
        fail(None, apsw.InterruptError("x"))
    assert not connection.interrupted(apsw.FullError("x"))


def test_rows_come_as_tuples_by_name_by_column_or_alone(cast: Cast) -> None:
    query = Section.select(Section.id, Section.title).order_by(Section.id)
    assert next(rows(query)) == (1, "Văn bản, chính sách mới")
    assert [row.title for row in named(query)][:1] == ["Văn bản, chính sách mới"]
    assert column(Section.select(Section.id).order_by(Section.id))[:3] == [1, 2, 3]
    assert first(query) == (1, "Văn bản, chính sách mới")
    assert first(query.where(Section.id == 0)) is None


def test_a_query_off_the_desks_thread_fails_loudly(cast: Cast) -> None:
    import threading

    caught: list[BaseException] = []

    def ask() -> None:
        try:
            people.everybody()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it must not be silence
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert caught
    assert people.everybody()  # and the thread that may use it still can


@_MOVABLE
def test_a_file_moved_away_takes_no_more_rows(cast: Cast) -> None:
    cast.path.rename(cast.path.with_name("đã chuyển.sqlite"))
    with pytest.raises(FileTrouble) as refused:
        article(cast)
    assert refused.value.kind is Trouble.ABSENT


@pytest.mark.skipif(os.name == "nt", reason="page counts stand in for a full disk, the same everywhere")
def test_a_full_disk_is_named_and_nothing_is_lost(cast: Cast) -> None:
    made = article(cast)
    pages = db.execute_sql("PRAGMA page_count").fetchone()[0]
    db.execute_sql(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(FileTrouble) as refused:
        connection.guarded(
            lambda: writing.save(cast.writer, made, 1, words("Dài", *["chữ nghĩa " * 4000] * 4))
        )
    assert refused.value.kind is Trouble.FULL
    assert listing.row(cast.writer, made).version == 1
    db.execute_sql("PRAGMA max_page_count=1000000")
    writing.save(cast.writer, made, 1, words("Lại được"))
    assert database.check() == []


def test_a_busy_file_is_named(cast: Cast) -> None:
    db.execute_sql("PRAGMA busy_timeout=50")
    other = apsw.Connection(str(cast.path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FileTrouble) as refused:
        connection.guarded(lambda: article(cast))
    assert refused.value.kind is Trouble.BUSY
    other.execute("ROLLBACK")
    other.close()
    article(cast)


def test_every_trouble_is_a_desk_error() -> None:
    assert isinstance(FileTrouble(Trouble.FULL), DeskError)
    assert connection.diagnose(pw.IntegrityError("x")) is None


@pytest.mark.parametrize("kept", [False, True], ids=["forgotten", "kept by the window"])
def test_a_question_that_is_stopped_half_read_leaves_nothing_behind(cast: Cast, *, kept: bool) -> None:
    """Rows that are half read would keep the connection interrupted, and the question's transaction open."""

    def stopped() -> None:
        with connection.reading():
            half_read = connection.current().execute("SELECT 1 UNION ALL SELECT 2")
            next(half_read)
            connection.interrupt()

    errors: list[Cancelled] = []
    for _ in range(3):
        try:
            connection.guarded(stopped)
        except Cancelled as error:
            if kept:
                errors.append(error)
    assert len(errors) == 3 * kept
    assert not connection.current().in_transaction
    assert _first_title()
    with connection.writing():
        pass


def test_a_question_that_is_stopped_as_it_ends_leaves_no_transaction(cast: Cast) -> None:
    def stopped() -> None:
        connection.current().execute("BEGIN")
        raise apsw.InterruptError  # as COMMIT does when it is stopped

    with pytest.raises(Cancelled):
        connection.guarded(stopped)
    assert not connection.current().in_transaction
    with connection.writing():
        pass


def test_who_takes_the_first_row_alone_leaves_no_statement_half_read(cast: Cast) -> None:
    """Else the next question that is stopped would stop every later one: circles are collected seldom."""
    gc.collect()
    gc.disable()
    try:
        assert next(named(Section.select().order_by(Section.id))).id == 1
        connection.interrupt()
        assert len(list(named(Section.select()))) > 1
    finally:
        gc.enable()
