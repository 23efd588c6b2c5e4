"""Captions: lines under, over or between pictures, in the forms of sites and of contributors."""

from __future__ import annotations

import re

from desk.intake.recogniser import seen_words as seen
from desk.intake.recogniser.names import ends_open, is_labelled, is_numbered
from desk.intake.recogniser.phrases import one_of

CAPTION_WORDS = 45
_SHORT, _SENTENCE = 32, 22  # words of a caption without, with a full stop at its end
_NAMED_SENTENCE = 30  # one that begins with a person's post and name
_OF = one_of(
    "ảnh, hình, hình ảnh, trong ảnh, chú thích ảnh, chú thích, ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, "
    "nguồn ảnh, photo"
)
_LABEL = re.compile(rf"\W*{_OF}\s*(?:\d{{1,2}}\s*)?(?:\([^)]*\)\s*)?[:.]\s*\S.*")
_ILLUSTRATION = re.compile(rf"\W*{one_of('ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, hình minh họa')}\W*")
_SOURCE = one_of(
    "nguồn ảnh, nguồn, ảnh, hình, photo, ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, ảnh do, ảnh tác giả"
)
_CREDIT = re.compile(
    rf".*[.,;–—-]\s*[(\[]?\s*{_SOURCE}\s*[:/]\s*\S.{{0,60}}"
    rf"|.*[(\[]\s*{_SOURCE}\b[^)\]]{{0,60}}[)\]]\W*"
    rf"|.*[.]\s*ảnh [\w.]{{2,20}}( [\w.]{{1,12}}){{0,2}}|"
    rf".*[.–—-]\s*{one_of('ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, ảnh internet')}\W*"
    rf"|\W*{one_of('ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, ảnh internet, hình minh họa')}\W*"
)
_BYLINE = re.compile(
    one_of("tin, bài, viết, nội dung, thực hiện, tác giả, bút ký, ghi chép, phóng sự") + r"[^.:]{0,24}:"
)
_FILM = re.compile(r"(?:video|clip)(?: clip)?\s*:\s*\S.{12,}")
_THING_WORDS = 16
_NAMED_EARLY = re.compile(r"(?:[^\s,]+ ){1,8}?(?:[A-ZĐÀ-Ỹ][^\W\d_]+[ ,]+){2}")  # a post and a name
_PORTRAIT = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Em|Cô|Thầy|Cụ|Già làng|Trưởng bản|Đồng chí|Đ/c|NSND|NSƯT|"
    r"Nghệ nhân)(?: [A-ZĐÀ-Ỹ][\w’']*){2,5}(?P<post>,? .{0,120})?"
)
_TOLD = 7  # words of a line that begins with who is seen
_TWICE = 20  # letters
_COUNTED = re.compile(
    r"\d\s*(?:%|triệu|tỷ|ha\b|hộ|suất|người|lượt|giải|km|tấn|kg|học viên|đồng|cuốn|phần|căn|ngôi|công trình)"
)
_DATED = re.compile(r"\d[/-]\d|ngày \d|\d\s*giờ|\dh\d")
_POSITION = re.compile(  # "Ông A (phải) và con trai"
    r"\((?:người |đứng |ngồi |áo |hàng |ở |bìa )*(?:bên )?"
    r"(?:phải|trái|giữa|trước|sau|trắng|xanh|đỏ|thứ (?:nhất|hai|ba|tư)|ngoài cùng|đầu tiên)(?: [^)]{0,30})?\)"
)
_SENTENCE_END = re.compile(r"(?<=[a-zà-ỹđ]{2})[.!?] +(?=[A-ZĐÀ-Ỹ])")
_DEGREE_STOP = re.compile(
    r"\b(BSCKI{1,2}|CKI{1,2}|ThS|TS|PGS|GS|BS|CN|KS|DS|LS|TP|TX|TT|Tp|Th\.S)\.(?=\s*[^\W\d_])"
)
_SEEN_WORDS = (4, 22)
_NOMINAL_WORDS = 12
_TWO_COMMAS = 2
_OPEN_WORDS, _LONG_OPEN = 6, 8
_NAMED_NUMBER = re.compile(r"\b[A-ZĐ]\w* \d{1,2}\b")  # "bản Nà Tăm 1"
_TWO_CAPITALS = re.compile(r"(?<=\S )[A-ZĐÀ-Ỹ]\w+ [A-ZĐÀ-Ỹ]\w+")
_SITE_WORDS = 5
_SLOGAN_WORDS = 8
_TWO_SENTENCES = re.compile(r"[^\W\d]{3,}[.!?] [A-ZĐÀ-Ỹ]")


def is_labelled_caption(line: str) -> bool:
    """Say whether a line says itself that it is a picture's: "Ảnh: …", "… (Ảnh: A)", "Ảnh minh họa"."""
    words = caption_words(line).lower()
    if _BYLINE.match(words):
        return False
    if _FILM.match(words):
        return not is_labelled(line)
    return 0 < len(words.split()) <= CAPTION_WORDS + 15 and bool(
        _LABEL.fullmatch(words) or _CREDIT.fullmatch(words)
    )


def names_photographer(line: str) -> bool:
    """Say whether a caption says whose the picture is, not only that it is "Ảnh minh họa"."""
    words = caption_words(line).lower()
    other = _ILLUSTRATION.fullmatch(words) or _LABEL.fullmatch(words) or _FILM.match(words)
    return is_labelled_caption(line) and not other


def reads_like_caption(line: str, *, sure: bool = False) -> bool:
    """Say whether a line describes what is seen: a place, or people who do something, in one short sentence.

    `sure`: not by a mere place, as where other captions name their photographers.
    """
    words = _DEGREE_STOP.sub(r"\1", caption_words(line))
    small, count = words.lower(), len(words.split())
    tells = bool(seen.TELLS.search(seen.NO_TELLING.sub("", small)))
    open_end = ends_open(words)
    if (
        not 2 <= count <= (_SHORT if open_end else _NAMED_SENTENCE if _is_named_deed(words) else _SENTENCE)
        or is_numbered(words)
        or is_numbered(line.strip())
    ):
        return False
    if (
        words.endswith((":", ";", "?", "!", ",", "”."))
        or _TWO_SENTENCES.search(words)
        or words == words.upper()
    ):
        return False
    if _POSITION.search(small) and not seen.STORY.match(small):
        return True
    if seen.SCENE.fullmatch(small) and not seen.NO_SCENE.match(small):
        return open_end or not (tells or seen.PREDICATE.search(small))
    shown = _PORTRAIT.fullmatch(words.rstrip("."))
    if shown and (open_end or (shown["post"] and not tells and not seen.ACTS.search(small))):
        return True
    told = open_end and count >= _TOLD and bool(seen.WHO.match(small))
    if (
        ";" in small
        or seen.STORY.match(small)
        or seen.SUBHEAD.match(small)
        or seen.ABSTRACT.match(small)
        or not (told or seen.DOES.search(seen.NO_DEED.sub("", small)))
        or re.match(r"[^,:]{2,30}: ", words)
    ):
        return False
    if open_end and (seen.PURPOSE.search(small) or _is_slogan(words)):
        return False
    if sure and not seen.ACTS.search(seen.NO_DEED.sub("", small)):
        return False
    if told:
        return True
    if not open_end and not tells and _is_name_of_thing(small.rstrip(".")):
        return True
    if open_end:
        if seen.SITE_VERB.match(seen.NO_DEED.sub("", small)) and not (
            count >= _SITE_WORDS and seen.PLACE.search(small)
        ):
            return False
        return bool(seen.WHO.search(small)) or (count > 2 and bool(seen.DOES.match(small)))
    if small.count(",") > 1 or _COUNTED.search(small) or _DATED.search(small) or tells:
        return False
    if seen.HAPPENS.search(small) and not seen.ACTS.search(small):
        return False
    if seen.WHO.match(small) or seen.DOES.match(small):
        return True
    return bool(seen.ACTS.search(small) and seen.WHO_FIRST.match(small)) or _is_named_deed(words)


def may_show(line: str, *, anything: bool = False) -> bool:
    """Say whether a short sentence could describe a picture: it begins with what can be seen, and tells nothing else.

    What is done is not asked of a table of verbs: so the line must stand alone between longer paragraphs.
    `anything`: it may begin with whatever, as where other lines of the page are captions.
    """
    words = _DEGREE_STOP.sub(r"\1", caption_words(line))
    small = words.lower()
    if (
        not _SEEN_WORDS[0] <= len(words.split()) <= _SEEN_WORDS[1]
        or is_numbered(words)
        or is_numbered(line.strip())
    ):
        return False
    open_end = ends_open(words)
    ended = words.endswith(".") and not words.endswith(("...", "”.", "/."))
    if not (ended or open_end) or words[:1] in "“\"'-–(" or ":" in words:
        return False
    counted = any(map(str.isdigit, _NAMED_NUMBER.sub("", seen.NUMBERED.sub("", words))))
    if counted or words == words.upper() or _TWO_SENTENCES.search(words) or _tells_story(small):
        return False
    if seen.BODY.match(small):
        return False
    if open_end:
        return _names_place(words)
    if anything:
        short = len(words.split()) <= _NOMINAL_WORDS and words.count(",") < _TWO_COMMAS
        return short and not seen.POINTS_BACK.match(small)
    if len(words.split()) <= _NOMINAL_WORDS and seen.NOMINAL.search(small):
        return True
    return bool(seen.WHO.match(small) or seen.WHO_FIRST.match(small) or seen.THING.match(small))


def _tells_story(small: str) -> bool:
    """Say whether a line tells what no picture shows: when, why, what is said, what comes of it."""
    told = seen.TELLS.search(seen.NO_TELLING.sub("", small))
    happens = seen.HAPPENS.search(seen.NO_HAPPENING.sub("", small))
    begins = seen.STORY.match(small) or seen.SUBHEAD.match(small) or seen.ABSTRACT.match(small)
    return bool(told or happens or begins)


def _names_place(words: str) -> bool:
    """Say whether a line without a stop names somebody or somewhere, as no heading within a text does."""
    small = words.lower()
    headed = seen.PURPOSE.search(seen.NO_TELLING.sub("", small)) or len(words.split()) < _OPEN_WORDS
    who = seen.WHO.match(small) or seen.WHO_FIRST.match(small)
    begins = who or seen.THING.match(small)
    named = _TWO_CAPITALS.search(words) is not None
    long = len(words.split()) >= _LONG_OPEN
    return (
        not headed and bool(begins or named or long) and bool(seen.NOMINAL.search(small) or (who and named))
    )


def _is_named_deed(words: str) -> bool:
    """Say whether words begin with somebody's post and name, and say what is done."""
    small = words.lower()
    who = seen.WHO.match(small) or seen.WHO_FIRST.match(small)
    return bool(who and _NAMED_EARLY.match(words) and seen.ACTS.search(small))


def _is_name_of_thing(small: str) -> bool:
    """Say whether words name what is seen and say nothing of it: "Lớp học hè của thanh niên tình nguyện"."""
    return (
        len(small.split()) <= _THING_WORDS
        and "," not in small
        and bool(seen.THING.match(small) and seen.SEEN_WHERE.search(small))
        and not (seen.HAPPENS.search(small) or _COUNTED.search(small) or _DATED.search(small))
    )


def _is_slogan(words: str) -> bool:
    """Say whether a short line without a place or a name praises rather than shows: "Phụ nữ làm kinh tế giỏi"."""
    small = words.lower()
    named = any(word[0].isupper() for word in words.split()[1:])
    return (
        len(words.split()) <= _SLOGAN_WORDS
        and not named
        and bool(seen.PRAISE.search(small))
        and not seen.PLACE.search(small)
    )


def shows_who_is_where(line: str) -> bool:
    """Say whether a line names a person's place in a picture: "Ông A (bên phải)"."""
    return bool(_POSITION.search(line.lower()))


def is_caption_of_two(line: str) -> bool:
    """Say whether a line under a picture describes it in two sentences.

    The second says who stands where, or what is seen as well.
    """
    words = caption_words(line)
    sentences = _SENTENCE_END.split(words)
    if len(sentences) != 2 or len(words.split()) > CAPTION_WORDS:
        return False
    first, second = sentences
    shown = seen.IN_PICTURE.match(second.lower()) or reads_like_caption(second, sure=True)
    return bool(shown) and reads_like_caption(first, sure=True)


def caption_words(line: str) -> str:
    """Return a caption as it is meant: once, without the bar that a table left at its end."""
    words = " ".join(line.split()).strip(" |•")
    if words.startswith("[") and words.endswith("]"):
        words = words[1:-1].strip()
    half = len(words) // 2
    if len(words) > _TWICE and len(words) % 2 and words[half] == " " and words[:half] == words[half + 1 :]:
        return words[:half]
    return words


def is_caption(line: str) -> bool:
    """Say whether a line, standing bare between paragraphs, may be a picture's caption."""
    return 0 < len(line.split()) <= CAPTION_WORDS and ends_open(line) and not is_numbered(line)
