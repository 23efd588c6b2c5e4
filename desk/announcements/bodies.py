"""What a few words of a schedule are by their beginning: a place, or somebody."""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"(?:tại\s+|ở\s+|về\s+)?(?:p\.|p\d|ph(?:ò|o)?ng?\b|ph\b|pk\b|hội\s+trường|ht\b|sân\b|nhà\b|nvh\b"
    r"|tt\s?vh\w*|vp\b|văn\s+phòng"
    r"|trụ\s+sở|trường\b|trung\s+tâm|tt\b|khoa\b|lớp\b|các\s+(?:phòng|trường|lớp|điểm)|công\s+viên"
    r"|quảng\s+trường|svđ|tầng\b"
    r"|lầu\b|khách\s+sạn|ks\b|ubnd|hđnd|ub\b|ubmttq|mttq|(?:huyện|thành|tỉnh|quận|thị)\s+ủy|đảng\s+ủy"
    r"|đình\b|chùa\b|đền\b|chợ\b"
    r"|xã\b(?!\s+hội)|phường\b|thị\s+trấn|huyện\b|thôn\b|bản\b|ấp\b|tổ\b|khu\b|bch\b|bộ\s+chỉ\s+huy"
    r"|ban\s+chỉ\s+huy|cơ\s+quan|căng\s*tin"
    r"|canteen|nghĩa\s+trang|ntls|công\s+ty|trực\s+tuyến|zoom|ms\s+teams|google\s+meet|số\s+\d"
    r"|đường\b|hồ\b|cung\b|bảo\s+tàng"
    r"|quán\b|cà\s+phê|cafe|bãi\b|cổng\b|vườn\b|xưởng\b|htx\b|hợp\s+tác\s+xã|sân\s+bay|t(?:òa|oà)\s+nhà|học\s+viện"
    r"|đồn\b|cửa\s+khẩu|(?:nông|lâm|hiện|công)\s+trường|kho\b|cảng\b|ga\s"
    r"|thư\s+viện|bệnh\s+viện|bv\b|trạm\b|ban\s+(?:nội\s+chính|dân\s+vận|tổ\s+chức|tuyên\s+giáo)\b"
    r"|sở\s+\p|điểm\s+cầu|rạp\b|bến\b"
    r"|sảnh\b|khuôn\s+viên|giảng\s+đường|thao\s+trường|cụm\b|hội\s+quán|gđ\s*\d|tượng\s+đài|đài\b)".replace(
        r"\p", r"\w"
    )
)
_NOT_PLACE = re.compile(
    r"chuẩn\s+bị|phục\s+vụ|chủ\s+trì|\bdự\b|\btham\s+(?:dự|gia)|\bmời\b|phối\s+hợp"
    r"|tổ\s+chức\b(?!\s+tỉnh)|trực\s+tuyến\s+toàn"
)
_PERSON = re.compile(
    r"(?:do\s+|cùng\s+)?(?:các\s+|tập\s+thể\s+|toàn\s+thể\s+)?(?:đ\s*/\s*c|đ\.c|đc\b|đồng\s+chí|ông\b"
    r"|bà\b|ô\.|b\.\s|anh\b|chị\b|cô\b|thầy\b"
    r"|chủ\s+tịch|chủ\s+nhiệm|p?ct\b|pcttt|pct\.|phó\b|bí\s+thư|p?bt\d?\b|toàn\s+(?:cơ\s+quan|thể)"
    r"|cụ\b|giám\s+đốc|p?t?gđ\b|p?tbt\b|p?cht\b|p?tgđ\b|chỉ\s+huy\b|chính\s+(?:ủy|trị\s+viên)|pgđ|trưởng\b"
    r"|tổng\s+(?:giám|bí|thư|biên|cục|kiểm)|hiệu\s+trưởng|p?ht\b(?=\s+\p)"
    r"|pht\b|pgs|gs\b|ts\b\.?|ths|bs\b|bác\s+sĩ|lãnh\s+đạo|ban\s+giám\s+(?:đốc|hiệu)|bgđ|bgh|lđvp"
    r"|lđ\b|chánh\b|ban\s+(?:thường\s+trực|lãnh\s+đạo|chấp\s+hành|chủ\s+nhiệm|quản\s+trị)|đoàn\s+(?:giám\s+sát"
    r"|kiểm\s+tra)|cvp\b|thường\s+trực|tttu|ttub"
    r"|btv\b|ban\s+thường\s+vụ|thẩm\s+phán|ủy\s+viên|uv\b|đại\s+diện|thành\s+viên|cán\s+bộ"
    r"|phụ\s+huynh|pgs\b|gvcn\b)".replace(r"\p", r"\w")
)
TITLES = re.compile(
    r"(?:gs\.?\s*|pgs\.?\s*|ts\.?\s*|ths\.?\s*|bs(?:ck\s*i{1,2})?\.?\s*|cn\.?\s*|ks\.?\s*|gv\.?\s*"
    r"|thạc\s+sĩ\s+|tiến\s+sĩ\s+|bác\s+sĩ\s+|thẩm\s+phán\s+|thầy\s+|cô\s+|ô\.\s*|b\.\s*)+"
)


_SHORT = ("hu", "tu", "ub", "đu", "thu", "tthc", "vphu")  # houses that a schedule writes as letters


def is_place(low: str) -> bool:
    """Say whether words in lower case begin as a place does, and tell of nothing that is done."""
    words = low.strip(" \t\n-–—+*•:.,;/")
    return (
        bool(words)
        and (words in _SHORT or _PLACE.match(words) is not None)
        and _NOT_PLACE.search(words) is None
    )


def is_person(low: str) -> bool:
    """Say whether words in lower case begin as somebody's title or honour does."""
    return _PERSON.match(low.strip(" \t\n-–—+*•:.,;/")) is not None
