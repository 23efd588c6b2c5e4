"""Several papers in one text, as a mail brings them: an invitation, and below it the schedule of a week."""

from __future__ import annotations

import re
from itertools import pairwise

_LETTER = re.compile(r"^[ \t]*(?:GIẤY MỜI|THƯ MỜI|GIẤY TRIỆU TẬP)(?: (?:HỌP|DỰ HỌP))?[ \t]*$", re.MULTILINE)
_SCHEDULE = re.compile(
    r"^[ \t]*(?:LỊCH (?:CÔNG TÁC|LÀM VIỆC|TUẦN|HỌP)[^\n.:;]{0,80}|CHƯƠNG TRÌNH CÔNG TÁC TUẦN[^\n.:;]{0,60})[ \t]*$",
    re.MULTILINE,
)
_OTHER = re.compile(r"[^\n]")


def papers(text: str) -> list[str]:
    """Return each paper of a text as the whole text with all others blanked, so that places stay; one: as it is."""
    begins = sorted({hit.start() for pattern in (_LETTER, _SCHEDULE) for hit in pattern.finditer(text)})
    if not (_LETTER.search(text) and _SCHEDULE.search(text)):
        return [text]
    edges = [0, *begins[1:], len(text)]
    return [
        _OTHER.sub(" ", text[:low]) + text[low:high] + _OTHER.sub(" ", text[high:])
        for low, high in pairwise(edges)
    ]
