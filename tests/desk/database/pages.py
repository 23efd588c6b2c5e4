"""Where a closed desk's tables lie on its pages."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import apsw

from desk.database.page_rows import PAGE_SIZE


def page_size() -> int:
    """Return the bytes of a page."""
    return PAGE_SIZE


def page_of(path: Path, table: str) -> int:
    """Return the number of the page that is a table's root."""
    with closing(apsw.Connection(str(path))) as file:
        ((page,),) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchall()
    assert isinstance(page, int)
    return page
