"""The desk that the verbs of articles and issues are tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.acts.rules import Stage
from desk.database import store
from desk.issues import issues, placing
from tests.making import Cast, article, words


@pytest.fixture
def filled(cast: Cast) -> Path:
    """A closed desk with an approved article in Số 4/2019 and a draft."""
    made = article(cast, words("Đổi mới công tác Đảng", "Đồng chí nêu rõ."), Stage.APPROVED)
    article(cast, words("Bản thảo khác"))
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, [made])
    store.close_file()
    return cast.path.parent
