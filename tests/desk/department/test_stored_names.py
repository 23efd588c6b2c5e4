"""The names on the cover and the imprint, as they are stored and read back."""

from __future__ import annotations

import unicodedata

from desk.database import connection
from desk.department.stored_names import IMPRINT, NAMES
from desk.edition.edition import Imprint, Names
from tests.making import Cast


def test_what_is_stored_is_composed_and_trimmed_and_what_is_unknown_left_out(cast: Cast) -> None:
    split = unicodedata.normalize("NFD", " BAN TUYÊN GIÁO ")
    with connection.writing():
        NAMES.store(Names(committee="ĐẢNG BỘ TỈNH", department=split))
        IMPRINT.store(Imprint(printer=" Nhà in "))
    assert NAMES.value().department == "BAN TUYÊN GIÁO"
    assert IMPRINT.value().printer == "Nhà in"
    assert NAMES.from_json('{"department": "BAN", "later": 1}') == Names(committee="", department="BAN")
