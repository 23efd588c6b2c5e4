"""Who issued a document that an article cites: "của Ban Tổ chức Trung ương về …" → Ban Tổ chức Trung ương.

A name goes on over small letters ("Ban Tổ chức"), until a word with which the sentence says what the document is for.
"""

from __future__ import annotations

import re

from desk.proofing.issuers import MINISTRIES

_MOST = 12  # words of a name
_OF = re.compile(r"\s*,?\s*của\s+(?:Hội nghị lần thứ [\w ]{1,20}? (?=Ban Chấp hành))?")
_ENDS = re.compile(
    r"(?:về|ban hành|hướng dẫn|quy định|qui định|triển khai|yêu cầu|thực hiện|sửa đổi|bổ sung|phê duyệt|một số|đã|"
    r"tại|cho|đối với|nhằm|trong|theo|được|là|tiếp tục|tăng cường|đẩy mạnh|công bố|thành lập|quán triệt|kèm theo|"
    r"giao|chỉ đạo|khóa|khoá|nhiệm kỳ|có|do|với|năm|ngày|số|đến|từ|khi|để|như|mà|này|nêu|đề ra|lần thứ|phát động|"
    r"chấn chỉnh|nâng cao|đổi mới|phân công|kiện toàn|bố trí|gửi|trả lời|thông báo|mời|đề nghị|cũng|còn|nay|vừa|"
    r"và (?:Nghị quyết|Nghị định|Chỉ thị|Kết luận|Quyết định|Hướng dẫn|Kế hoạch|Công văn|Thông báo|Thông tư|"
    r"Quy định))"
    r"(?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)?")
_STATE = re.compile(
    r"(?:Bộ trưởng )?(Bộ (?:"
    + "|".join(name for names in MINISTRIES.values() for name in names)
    + r"))(?!\w)"
)


def issuing_body(text: str, after: int) -> str:
    """Return the body that is named behind a place in a paragraph; "" where none is."""
    of = _OF.match(text, after)
    if of is None:
        return ""
    state = _STATE.match(text, of.end())
    if state is not None:
        return state[1]
    words: list[str] = []
    at = of.end()
    while len(words) < _MOST and not _ENDS.match(text, at):
        word = _WORD.match(text, at)
        if word is None:
            break
        words.append(word[0])
        at = word.end()
        if text[at : at + 1] != " ":
            break
        at += 1
    while words and words[-1] == "và":
        words.pop()
    name = " ".join(words)
    return name if name[:1].isupper() else ""
