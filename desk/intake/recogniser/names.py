"""Bylines: a person, a unit, or both, with or without "Tin, ảnh:"."""

from __future__ import annotations

import re

from desk.intake.recogniser.phrases import one_of, words_of

BYLINE_WORDS = 18
_SPOKEN_OF = ("ông ", "bà ", "cụ ")  # nobody calls himself so
_INITIALS_ALONE = 3  # letters without a dot: more of them are a body's
_WORK = one_of(
    "tin, bài, ảnh, hình, clip, video, nội dung, bài viết, viết, phóng sự, bút ký, ghi chép, ký sự, "
    "ghi nhanh, photo"
)
_HANDS = one_of(
    "thực hiện, tác giả, tác giả bài viết, người viết, người viết bài, người gửi, người gửi bài, "
    "người đăng tin, người đưa tin, người viết tin, "
    "nguồn, nguồn tin, nguồn bài, "
    "biên tập, biên soạn, tổng hợp, sưu tầm, lược ghi, ghi, ghi nhận, nhóm pv, "
    "nhóm phóng viên, nhóm tác giả, phóng viên, ctv, cộng tác viên, pv, bbt, tin của, bài của, viết bởi, "
    "bởi, by, bút danh, theo"
)
_LABEL = re.compile(rf"(?:{_WORK}(?:\s*(?:[,&+/-]|và|\s)\s*{_WORK})*|{_HANDS})\s*[:：]\s*(?P<who>\S.*)")
_WRITTEN_BY = re.compile(
    r"(?:(?:được )?(?:viết|đăng|gửi|biên tập|tổng hợp) )?bởi:?\s+(?P<who>\S.*)"
)  # Joomla's, without a colon
_WORK_OF = re.compile(  # "Bút ký của A", "Bài và ảnh của B", "Tin, ảnh C"
    rf"(?:{_WORK}(?:\s*(?:[,&+/-]|và|\s)\s*{_WORK})*|tùy bút|tuỳ bút|tản văn|tạp bút|truyện ngắn|hồi ký|"
    r"tổng thuật)\s+của\s+(?:tác giả\s+)?(?P<who>\S.*)"
    r"|(?:(?:tin|bài)(?:\s*(?:[,&+/-]|và)\s*|\s+)(?:ảnh|hình|clip|video)|bút ký|ghi chép|phóng sự|ký sự|tùy bút|"
    r"tuỳ bút|tản văn|tạp bút|tác giả|người viết)\s+(?P<name>\S.*)"
)
_SHORTENED_AFTER = re.compile(r"[A-ZĐ][^\W\d_]{1,6}(?: [A-ZĐ][^\W\d_]{1,6})? [A-ZĐ]\.")  # "Minh H."
_HAND = re.compile(  # beside a name or initials
    one_of(
        "tổng hợp, lược ghi, lược trích, trích, ghi, bt, b.t, st, s.t, sưu tầm, biên tập, biên soạn, "
        "btv, ctv, pv, "
        "dịch, lược dịch, thực hiện, tổng thuật, lược thuật, giới thiệu, tin ảnh, ảnh, bài và ảnh, theo, nguồn"
    )
    + r"(?:\W.*)?"
)
_OFFICE = re.compile(
    one_of(
        "phó, trưởng, chủ tịch, bí thư, giám đốc, hiệu trưởng, công chức, cán bộ, viên chức, giáo viên, "
        "giảng viên, "
        "phóng viên, biên tập viên, chuyên viên, chánh văn phòng, ủy viên, uỷ viên, thành viên, hội viên, "
        "đảng viên, "
        "học viên, nguyên, quyền"
    )
    + r"\b"
)
_LABEL_WORDS = re.compile(
    one_of(
        "theo, nguồn, ctv, cộng tác viên, pv, phóng viên, bbt, ban biên tập, nhóm pv, nhóm phóng viên, "
        "tin ảnh, tổng hợp"
    )
    + r"\b(?P<who>.{0,60})"
)
_SOURCE_ALONE = re.compile(r"(?:nguồn|theo)\W*")
_UNIT = re.compile(
    r"(?!(?:hội (?:nghị|thi|thảo|diễn|trại|chợ|xuân)|đoàn (?:công tác|kiểm tra|đại biểu))\b)"
    + one_of(
        "phòng, ban, văn phòng, trung tâm, tt, đài, báo, sở, hội, đoàn, tỉnh, thành, huyện, thị, xã, "
        "phường, công an, bộ, đảng, chi, tổ, trường, liên đoàn, "
        "mặt trận, ủy ban, uỷ ban, ubnd, mttq, btg, bảo hiểm, cục, chi cục, viện, bệnh viện, khoa, "
        "câu lạc bộ, clb, học viện, cộng tác viên, ctv, bbt, pv, "
        "vụ, tổng cục, thanh tra, thư viện, bảo tàng, tòa soạn, toà soạn, ban biên tập, kiểm toán, "
        "tổng công ty, công ty, "
        "btc, công chức, cán bộ, nhcsxh, cđn, bcđ, vpđp, đtn, hạt, trạm, đồn, đội, lđlđ, hội lhpn, ccb, "
        "bhxh, tand, vksnd, viện kiểm sát, tòa án, toà án, ngân hàng, điện lực, bưu điện, kho bạc, hải quan, "
        "hiệp hội, liên hiệp, trung đoàn, sư đoàn, lữ đoàn, tiểu đoàn, ttyt, cdc, tttt, hnd, lhpn, "
        "ubmttq, hđnd, "
        "vp, công đoàn, tạp chí, cổng thông tin, trang, bch"
    )
    + r"\b"
)
_UNIT_HEAD = re.compile(
    one_of(
        "báo, đài, ban, phòng, sở, công an, đảng, trường, huyện, tỉnh, xã, phường, ubnd, văn phòng, "
        "trung tâm, bản tin, cổng, tạp chí, nguồn, theo"
    )
    + r"\b"
)
_NO_UNIT = re.compile(  # words that only begin like a unit's
    one_of(
        "hội nghị, hội thi, hội thảo, hội trại, hội chợ, hội họp, hội xuân, hội viên, hội nhập, hội tụ, "
        "đội ngũ, đội hình, đội viên, đoàn viên, đoàn kết, đảng viên, "
        "trang trại, trang phục, trường sa, trường hợp, trường kỳ, ban hành, ban đầu, bộ đội, bộ máy, "
        "bộ mặt, xã hội, xã viên, phòng chống, phòng ngừa, phòng trừ, thành tích, "
        "thành công, thành lập, thành tựu, thành quả, thành viên, khoa học, chi tiết, chi phí, chi trả, "
        "tổ quốc, thị trường, thị hiếu, cục diện, viện trợ, báo chí, báo động, "
        "tỉnh táo, công an nhân dân với, đài tưởng niệm, bảo hiểm y tế toàn dân, đồn đại, sở hữu, "
        "sở thích, hạt giống, trạm dừng, cán bộ trẻ, khoa giáo"
    )
    + r"\b|phòng, chống"
)
_VERBS = words_of(
    "tổ chức, tham dự, phát biểu, chủ trì, dự, trao, tặng, kiểm tra, đến, được, đã, là, sẽ, đang, "
    "góp phần, triển khai, báo cáo, thảo luận, nhận, "
    "khai mạc, bế mạc, tập huấn, khánh thành, ra mắt, ra quân, phát động, công bố, đạt, tăng, giảm, "
    "xây dựng, tập trung, đẩy mạnh, nâng cao, chung tay, sơ kết, tổng kết, kỷ niệm, hưởng ứng, gặp mặt, "
    "giao lưu, bàn giao, khởi công, đón, kết nạp, tuyên dương, đối thoại, làm, học, thi, chụp, cần, phải, "
    "không, cho, với, thăm, giúp, từ, khi, phối hợp"
)
_COUNTS = re.compile(
    r"(?<!\S)\d[\d.,]* (?!tỉnh|huyện|xã|phường|thành)[a-zà-ỹđ]{2,}|(?<!\S)(?:ở|đưa|có|vừa|mở|lắp|thêm) "
)
_NAMED = re.compile("(?:ban|phòng) tổ chức|(?:ủy|uỷ) ban kiểm tra")
_SCHOOL = re.compile(r"\b(?:(?:đại|tiểu|trung|y|khoa|văn|toán|sinh) học|học viện)\b", re.IGNORECASE)
_ENDS = (".", "!", "?", ":", ";", ",", "…")
_CLOSERS = "”\"')]»"
_NUMBERED = re.compile(
    r"(?:[-–—+*•·✔✓✅➡►▪●○■□◆★☞\ue000-\uf8ff]\s|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)/]\s|(?:phần|mục|chương|"
    r"điều)\s+[\dIVX]+)\s*",
    re.IGNORECASE,
)
_NO_NAME = frozenset(
    ["ở", "và", "của", "là", "về", "trên", "với", "cho", "những", "các", "không", "để", "khi", "mà"]
)
_INITIALS = re.compile(r"(?:[A-ZĐ]\.?[-.]?\s?){2,5}")
_GIVEN_NAMES = re.compile(r"[^\W\d_]{2,7}(?: [-–—] [^\W\d_]{2,7}){1,2}")  # "Ngọc - Lan"
_SHORTENED = re.compile(r"(?!Tp|Tx|Tt|Ts|Gs|Bs|Ks|Cn|St|No)[A-ZĐ][a-zđ]{0,2}\.[^\W\d]{2,7}")
_SPACED_INITIALS = re.compile(r"(?:[A-ZĐ]\. ?){1,3}[A-ZĐ]\.?(?=\W|$)")  # "T. H – Sở …", no item of a list
_PART = re.compile(r"\s+[-–—]\s+|\s*[-–—,;&/(+]\s*|\s+và\s+")
_TITLE = one_of("pgs, gs, ts, ths, bs, cn, ks, bscki, bsckii, cki, ckii, ls, nb, nsưt, nsnd")
_RANK = one_of(
    "đại úy, thượng úy, trung úy, thiếu úy, đại uý, thượng uý, trung uý, thiếu uý, đại tá, "
    "thượng tá, trung tá, "
    "thiếu tá, thạc sĩ, thạc sỹ, tiến sĩ, tiến sỹ, cử nhân, cô giáo, thầy giáo, nhà báo, luật sư, "
    "bác sĩ, đồng chí"
)
_DEGREE = re.compile(rf"(?:{_TITLE}\.?,?\s*)+|{_RANK}\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.")


def is_labelled(line: str) -> bool:
    """Say whether a line names its author with a label: "Tin, ảnh: …", "Nguồn: …"."""
    words = " ".join(line.split()).strip("–—- *()[]")
    found = _LABEL.fullmatch(words.lower())
    if found is None:
        return _is_work_of(words) or _is_written_by(words)
    if len(found["who"].split()) > BYLINE_WORDS or _ADDRESS.search(found["who"]):
        return False
    who = words[found.start("who") :]
    first = _PART.split(who)[0]
    small = words.lower()
    if small.startswith("nội dung") and not (names_person(first) or _is_unit(who)):
        return False
    if small.startswith(("video", "clip")) and not (
        names_person(first) or is_initials(first) or _is_unit(who)
    ):
        return False
    sentence = words.endswith(("!", "?")) or (
        words.endswith(".") and not is_initials(who) and len(words.split()) > 8
    )
    return not sentence and (who[0].isupper() or not who[0].isalpha() or "." in who)


def _is_written_by(words: str) -> bool:
    found = _WRITTEN_BY.fullmatch(words.lower())
    return found is not None and not found["who"].isascii() and names_person(words[found.start("who") :])


def _is_work_of(words: str) -> bool:
    """Say whether words name a work and whose it is, without a colon: "Bút ký của A", "Tin, ảnh B"."""
    found = _WORK_OF.fullmatch(words.lower())
    if found is None or len(words.split()) > BYLINE_WORDS or not ends_open(words):
        return False
    group = "who" if found["who"] else "name"
    who = words[found.start(group) :]
    person = names_person(_PART.split(who)[0])
    return person or (group == "who" and who[0].isupper() and _is_unit(who))


def without_label(line: str) -> str:
    """Return who wrote without the label before it; a kind of work with its "của" belongs to what is said."""
    words = " ".join(line.split()).strip("–—- *[]|")
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1].strip()
    found = _LABEL.fullmatch(words.lower()) or _WRITTEN_BY.fullmatch(words.lower())
    return words[found.start("who") :] if found else words


def is_byline(line: str) -> bool:
    """Say whether a line names who wrote: a unit, a person, or both; short and without a full stop."""
    if is_labelled(line):
        return True
    words = " ".join(line.split())
    framed = words[:1] in "–—-" and words[-1:] in "–—-"
    numbered = _NUMBERED.match(words) and not framed and not _SPACED_INITIALS.match(words)
    if not words or len(words.split()) > BYLINE_WORDS or numbered:
        return False
    inner = (
        words.strip("–—- *").strip("()[] ")
        if not words.endswith(")") or words.startswith("(")
        else words.strip("–—- *")
    )
    if not inner or is_initials(inner):
        return bool(inner)
    if not ends_open(inner) and not _SHORTENED_AFTER.fullmatch(inner):
        return False
    if len(inner.split()) <= 10 and _is_source(inner):
        return True
    if inner[:1].islower() and not inner.lower().startswith(("theo ", "nguồn")):  # a tag
        return False
    if _GIVEN_NAMES.fullmatch(inner):
        return all(name[0].isupper() for name in _PART.split(inner))
    first, *others = _PART.split(inner, maxsplit=1)
    if others and is_initials(first) and ("." in first or len(first) <= _INITIALS_ALONE):
        return _is_unit(others[0]) or all(map(_goes_with_initials, filter(None, _PART.split(others[0]))))
    return names_person(first) or _is_unit(inner) or _is_taken_from(inner)


def names_author(line: str) -> bool:
    """Say whether a line names a person with nothing but the unit, the office or another person beside the name."""
    words = " ".join(line.split()).strip("–—- *()[]")
    first, *others = _PART.split(words, maxsplit=1)
    if not (is_byline(line) and names_person(first)):
        return False
    beside = others[0] if others else ""
    return (
        not beside
        or names_person(beside)
        or _is_unit(beside)
        or bool(_HAND.fullmatch(beside.lower()))
        or (bool(_OFFICE.match(beside.lower())) and not tells_deed(beside))
        or all(map(names_person, _PART.split(beside)))
    )


def _goes_with_initials(words: str) -> bool:
    dotted = is_initials(words) and "." in words
    return dotted or names_person(words) or bool(_HAND.fullmatch(words.lower()))


def _is_taken_from(words: str) -> bool:
    """Say whether words are a name and the paper it was taken from: "N.H theo Báo tỉnh"."""
    who, theo, source = words.partition(" theo ")
    return bool(theo) and (is_initials(who) or names_person(who)) and _is_unit(source)


def _is_source(words: str) -> bool:
    """Say whether words name a source after "Theo", "Nguồn", "CTV": "Theo Báo tỉnh", not "Theo đó, …"."""
    found = _LABEL_WORDS.fullmatch(words.lower())
    if found is None:
        return False
    named = words[found.start("who") :].strip(" ,–—-")
    if not named:  # a source's label alone is the site's
        return not _SOURCE_ALONE.fullmatch(words.lower())
    return named[0].isupper() or not named[0].isalpha() or "." in named or _is_unit(named)


def _is_unit(words: str) -> bool:
    small = words.lower()
    return (
        bool(_UNIT.match(small))
        and ":" not in small
        and not _NO_UNIT.match(small)
        and not tells_deed(words)
        and not _COUNTS.search(words)
    )


def tells_deed(words: str) -> bool:
    """Say whether words tell what somebody does; a verb within a name ("Ban Tổ chức") has a capital there."""
    words = _SCHOOL.sub("", words)
    small = _NAMED.sub("", words.lower()) if words == words.upper() else words
    return bool(_VERBS.search(small))


def names_person(words: str) -> bool:
    """Say whether words are a person's name, with or without a degree before it."""
    bare = words.strip("–—- *()[]")
    if _UNIT_HEAD.match(bare.lower()) or bare.lower().startswith(_SPOKEN_OF):
        return False
    return is_person(_DEGREE.sub("", bare, count=1) if _DEGREE.match(bare) else bare)


def is_initials(words: str) -> bool:
    """Say whether words are initials: "N.V.A", "H.T", "PV"."""
    return bool(_INITIALS.fullmatch(words.strip()))


def is_person(name: str) -> bool:
    """Say whether words look like a person's name: two to five capitalised words without figures, or "Đ.Hải"."""
    words = name.split()
    if len(words) == 1 and _SHORTENED.fullmatch(name) and name[name.index(".") + 1].isupper():
        return True
    if not 1 < len(words) <= 5 or _NO_NAME.intersection(name.lower().split()):
        return False
    return all(word[0].isupper() and word.replace(".", "").replace("'", "").isalpha() for word in words)


def ends_open(line: str) -> bool:
    """Say whether a line ends like a label: no full stop, colon or other mark at its end."""
    return not line.rstrip().rstrip(_CLOSERS).endswith(_ENDS)


def is_numbered(line: str) -> bool:
    """Say whether a line begins as an item of a list."""
    return bool(_NUMBERED.match(line))
