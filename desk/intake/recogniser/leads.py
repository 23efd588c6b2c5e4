"""Leads (sapô): how a story begins."""

from __future__ import annotations

import re

from desk.intake.recogniser.phrases import one_of

_AGENCY = re.compile(
    r"\W*(?:\([\w .,/-]{2,30}\)|\([\w.]+\.\w+\)|[A-ZĐ][A-ZĐ.]{1,9}(?:\s?(?:online|News|TV))?|"
    r"[A-ZĐ]\w+ ?[Oo]nline)\s*[-–—:.]+\s*"
)
_OPENS = re.compile(
    r"(?:vào\s+)?"
    + one_of(
        "sáng, trưa, chiều, tối, đêm, rạng sáng, ngày, hôm nay, hôm qua, trong hai, trong ba, "
        "trong các ngày, trong ngày, trong tháng, trong quý, "
        "trong năm, trong những, trong không khí, trong khuôn khổ, từ ngày, từ sáng, từ đầu, vừa qua, "
        "mới đây, thời gian qua, những năm, "
        "nhân dịp, nhân kỷ niệm, nhân ngày, thực hiện, hưởng ứng, thiết thực, nhằm, chào mừng, tiếp tục, "
        "tiếp nối, căn cứ, hòa chung, với mục, với tinh, "
        "sau một, sau hai, sau hơn, sau thời, hằng năm, hàng năm, đầu năm, đầu tháng, cuối tuần, kỷ niệm, "
        "phát huy, quán triệt, xác định"
    )
    + r"\b"
)
_GOES_ON = re.compile(
    one_of(
        "tại hội nghị, tại buổi, tại lễ, tại đại hội, tại đây, tại lớp, tại chương trình, tại cuộc, "
        "tại các, tại hội thảo, tại phiên, tại điểm, phát biểu, "
        "kết luận, theo đó, bên cạnh đó, cũng tại, dịp này, kết thúc, tiếp đó, ngoài ra, đồng thời, "
        "sau đó, tham dự, dự hội nghị, dự và, dự buổi, dự lễ, dự cuộc, dự phiên, dự chương trình, cùng dự, "
        "tham gia đoàn, cùng đi, cùng tham gia, "
        "đến dự, trước đó, mở đầu, báo cáo tại, thay mặt, chia sẻ, trao đổi, nói về, qua thảo luận, "
        "qua đó, được biết, pv:, phóng viên:, hỏi:"
    )
    + r"|[-–+•*]\s|\d+[.)]\s|[ivx]+\.\s|[a-d]\)\s"
)
_NO_TIME = re.compile(
    r"(?:sáng (?:tạo|kiến|tỏ|ngời|lập|suốt)|tối (?:ưu|đa|thiểu|cao)|ngày (?:càng|xưa|hội))\b"
)
_SHORTEST = 9  # words


def without_agency(line: str) -> str:
    """Return a passage without an agency's sign before it."""
    return _AGENCY.sub("", line, count=1)


def opens_story(line: str) -> bool:
    """Say whether a paragraph begins a story: an agency's sign, “(PSO) - …”, or when and why."""
    words = " ".join(line.split()).lstrip("–—- ")
    if len(words.split()) < _SHORTEST:
        return False
    small = words.lower()
    return bool(_AGENCY.match(words)) or bool(_OPENS.match(small) and not _NO_TIME.match(small))


def goes_on(line: str) -> bool:
    """Say whether a paragraph goes on with a story that was begun before it."""
    return bool(_GOES_ON.match(" ".join(line.split()).lower()))
