"""Captions: lines under, over or between pictures, in the forms of sites and of contributors."""

from __future__ import annotations

import re

from desk.intake.recogniser.names import ends_open, is_numbered
from desk.intake.recogniser.phrases import one_of, words_of

CAPTION_WORDS = 45
_SHORT, _SENTENCE = 32, 22  # words of a caption without, with a full stop at its end
_OF = one_of(
    "ảnh, hình, hình ảnh, trong ảnh, chú thích ảnh, chú thích, ảnh minh họa, ảnh minh hoạ, ảnh tư liệu, "
    "nguồn ảnh, photo"
)
_LABEL = re.compile(rf"\W*{_OF}\s*(?:\d{{1,2}}\s*)?(?:\([^)]*\)\s*)?[:.]\s*\S.*")
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
_SCENE = re.compile(
    one_of(
        "quang cảnh, toàn cảnh, khung cảnh, cảnh, một góc, hình ảnh, khung hình, không khí, diện mạo, "
        "phối cảnh, điểm cầu, chợ phiên, mâm cơm, nghi lễ, nghi thức, "
        "tiết mục, màn, trận, bữa cơm, chuyến xe, gian hàng, lễ cắt băng"
    )
    + r"\b.*"
)
_NO_SCENE = re.compile(r"(?:cảnh (?:giác|sát|báo|cáo|ngộ|tỉnh)|trận (?:mưa|bão|lũ|lụt)|màn (?:đêm|sương))\b")
_WHO = words_of(
    "đồng chí, đ/c, các đồng chí, ông, bà, anh, chị, em, thầy, cô, đại tá, thượng tá, trung tá, thiếu tá, "
    "đại diện, đại biểu, các đại biểu, lãnh đạo, "
    "tập thể, tân binh, cán bộ, chiến sĩ, bộ đội, công an, dân quân, lực lượng, người dân, bà con, nhân dân, "
    "hội viên, đoàn viên, đảng viên, thanh niên, "
    "phụ nữ, nông dân, công nhân, học sinh, học viên, sinh viên, giáo viên, bác sĩ, y tế, cựu chiến binh, "
    "ban, đoàn, đội, tổ, chủ tịch, phó, bí thư, "
    "trưởng, giám đốc, thường trực, thí sinh, viên, nghệ nhân, diễn viên, già làng, trưởng bản, hộ, "
    "gia đình, các, tuổi trẻ, du khách, khách, xe, mô hình, "
    "cây cầu, con đường, ngôi nhà, vườn, đồi, ruộng, cánh đồng, sản phẩm, khu, tuyến đường, trường, "
    "điểm trường, nhà văn hóa, trao, nhóm, cử tri, đông đảo, ngư dân, tác giả, nghệ sĩ, ca sĩ, chi hội, chi đoàn, "
    "thiếu tướng, trung tướng, thượng tướng, đại tướng, đại úy, thượng úy, trung úy, thiếu úy, "
    "thượng tọa, hòa thượng, linh mục, hàng nghìn, hàng trăm, hàng chục, hàng vạn, "
    "vợ chồng, thiếu nhi, cháu, phật tử, hành khách, khán giả"
)
_ACTIONS = (
    "phát biểu, trao, tặng, chụp, tham quan, chủ trì, điều hành, kiểm tra, thăm, dâng, thực hiện, "
    "biểu quyết, thảo luận, trình bày, quán triệt, "
    "giải đáp, tiếp xúc, dự, tham gia, tham dự, nhận, chúc mừng, động viên, tiếp, đón, làm việc, ký kết, "
    "ra quân, hướng dẫn, trồng, vệ sinh, dọn dẹp, "
    "dọn, chăm sóc, biểu diễn, lưu niệm, khai mạc, bế mạc, chỉ đạo, tuyên truyền, cắt băng, khởi công, "
    "khánh thành, vận động, khám, cấp, phát, giới thiệu, "
    "ra mắt, giúp, thắp, dựng, cúng, giã, thi, đọc, phân loại, chia, thu hoạch, thu mua, chăm, học, hái, "
    "tuần tra, hát, múa, thu gom, sửa chữa, làm, "
    "đổ bê tông, lợp, vận chuyển, bỏ phiếu, ký cam kết, tập huấn, luyện tập, chia sẻ, nghe, xem, gặp gỡ, "
    "trò chuyện, kết nạp, tuyên thệ, hỗ trợ, vào bản, "
    "lên đường, sản xuất, thi đấu, xếp đá, giữ đất, đan, nuôi, cắt, đào, khoan, gùi, vác, vớt, bón, quét, đóng hộp, "
    "đóng điện, gửi, sửa, gói, bơm, cho, đón tết, trao đổi, tìm hiểu, ký, treo, cấy, gặt, chế biến, dệt, "
    "may, thêu, phun, tiêm, phát loa, đi tuần, tuần tra, nghiêng mình, mặc niệm, dâng hương, cúi đầu, viếng"
)
_ACTS = words_of(_ACTIONS)
_DOES = words_of(_ACTIONS + ", trên, bên, tại, trong trang phục, giữa, của, ở, lên")
_NO_DEED = words_of(
    "dự thảo, dự án, dự toán, dự báo, dự kiến, học sinh, học viên, thi đua, nhận thức, cấp ủy, cấp trên"
)
_TELLS = words_of(  # what a picture does not show
    "sẽ, đã, được, yêu cầu, đề nghị, cho biết, cho hay, nói, nhấn mạnh, nhằm, để, với chủ đề, hiện nay, "
    "phấn đấu, từ nay, ngay sau, không có, góp phần, đạt, "
    "vẫn, còn, nên, nêu, không, dự kiến, trước ngày, theo, báo cáo, phải, ai cũng, nhớ, theo số, "
    "được hướng dẫn, vì, nhưng, mà, nếu, mỗi, thì, cần, nhờ, đến nay, quyết định, thống nhất, khẳng định"
)
_STORY = re.compile(
    one_of(
        "sáng, chiều, tối, trưa, ngày, trong, tại, cũng, cùng, sau, theo, bên cạnh, dịp này, nhân dịp, "
        "kết thúc, kết luận, phát biểu, vừa qua, mới đây, "
        "qua, với, để, nhằm, đồng thời, ngoài ra, tiếp đó, trước đó, hiện, đến, năm, hội nghị, buổi lễ, "
        "buổi, do, vì, tuy, đặc biệt, được biết, thực hiện, "
        "đây là, khi, từ, nhờ, mỗi, bên, có, không, nhiều, hơn, gần, khoảng, kết quả, thay mặt"
    )
    + r"\b"
)
_PURPOSE = words_of("để, sẽ, nhằm, cần, phải, không, đừng, hãy, vì sao, thế nào")
_PORTRAIT = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Em|Cô|Thầy|Cụ|Già làng|Trưởng bản|Đồng chí|Đ/c|NSND|NSƯT|"
    r"Nghệ nhân)(?: [A-ZĐÀ-Ỹ][\w’']*){2,5}(?P<post>,? .{0,120})?"
)
_TOLD = 7  # words of a line that begins with who is seen
_TWICE = 20  # letters
_COUNTED = re.compile(
    r"\d\s*(?:%|triệu|tỷ|ha\b|hộ|suất|người|lượt|giải|km|tấn|kg|học viên|đồng|cuốn|phần|căn|ngôi|công trình)"
)
_SUBHEAD = re.compile(  # what cannot be photographed
    one_of(
        "vai trò, kết quả, công tác, giải pháp, bài học, kinh nghiệm, nhiệm vụ, mục tiêu, ý nghĩa, "
        "thực trạng, nguyên nhân, trách nhiệm, tác động, hiệu quả, nâng cao, "
        "phát huy, tăng cường, đổi mới, đẩy mạnh, sức mạnh, niềm tin, chất lượng, yêu cầu, quan điểm, "
        "phương hướng, hạn chế, khó khăn, thuận lợi, nội dung, tình hình"
    )
    + r"\b"
)
_IN_PICTURE = re.compile(
    one_of(
        "bên phải, bên trái, từ trái sang, từ phải sang, trong ảnh, ảnh, hình, ngoài cùng, đứng giữa, ngồi giữa, "
        "ở giữa, hàng đầu, hàng trước, hàng sau, hàng trên, hàng dưới, thứ nhất, thứ hai, thứ ba, người đứng"
    )
    + r"\b"
)
_POSITION = re.compile(  # "Ông A (phải) và con trai"
    r"\((?:người |đứng |ngồi |áo |hàng |ở |bìa )*(?:bên )?"
    r"(?:phải|trái|giữa|trước|sau|trắng|xanh|đỏ|thứ (?:nhất|hai|ba|tư)|ngoài cùng|đầu tiên)(?: [^)]{0,30})?\)"
)
_SENTENCE_END = re.compile(r"(?<=[a-zà-ỹđ]{2})[.!?] +(?=[A-ZĐÀ-Ỹ])")
_DEGREE_STOP = re.compile(
    r"\b(BSCKI{1,2}|CKI{1,2}|ThS|TS|PGS|GS|BS|CN|KS|DS|LS|TP|TX|TT|Tp|Th\.S)\.(?=\s*[^\W\d_])"
)
_NO_TELLING = re.compile(
    r"tưởng nhớ|nhớ ơn|đã (?:ngã xuống|hy sinh|hi sinh|khuất|mất|(?:anh dũng |mãi mãi )?(?:hy sinh|nằm lại|ra đi))"
)
_SITE_VERB = re.compile(  # heads of parts and buttons begin so: a picture of it says where
    one_of(
        "học, xem, nghe, đọc, gửi, chia sẻ, nhận, cho, làm, nuôi, thực hiện, tham gia, hướng dẫn, hỗ trợ, giúp, "
        "tìm hiểu, trao đổi, giới thiệu, tuyên truyền, vận động, chỉ đạo, chăm sóc, sửa, xếp đá, giữ đất, gói, "
        "thắp sáng, trồng, chăm lo, tiếp, tập huấn, đón, phát, chia, cấp, kết nạp, sản xuất"
    )
    + r"\b"
)
_PLACE = words_of("tại, ở, trên, bên, giữa, dưới")
_SITE_WORDS = 5
_SLOGAN_WORDS = 8
_PRAISE = words_of(
    "làm kinh tế giỏi, thoát nghèo, làm giàu, vươn lên, đi trước, vào cuộc, khởi nghiệp, nêu gương, chung sức, "
    "đồng lòng, phát triển kinh tế"
)
_TWO_SENTENCES = re.compile(r"[^\W\d]{3,}[.!?] [A-ZĐÀ-Ỹ]")


def is_labelled_caption(line: str) -> bool:
    """Say whether a line says itself that it is a picture's: "Ảnh: …", "… (Ảnh: A)", "Ảnh minh họa"."""
    words = caption_words(line).lower()
    if _BYLINE.match(words):
        return False
    return 0 < len(words.split()) <= CAPTION_WORDS + 15 and bool(
        _LABEL.fullmatch(words) or _CREDIT.fullmatch(words)
    )


def reads_like_caption(line: str, *, sure: bool = False) -> bool:
    """Say whether a line describes what is seen: a place, or people who do something, in one short sentence.

    `sure`: not by a mere place, as where other captions name their photographers.
    """
    words = _DEGREE_STOP.sub(r"\1", caption_words(line))
    small, count = _NO_TELLING.sub("", words.lower()), len(words.split())
    open_end = ends_open(words)
    if (
        not 2 <= count <= (_SHORT if open_end else _SENTENCE)
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
    if _POSITION.search(small) and not _STORY.match(small):
        return True
    if _SCENE.fullmatch(small) and not _NO_SCENE.match(small):
        return open_end or not _TELLS.search(small)
    shown = _PORTRAIT.fullmatch(words.rstrip("."))
    if shown and (open_end or (shown["post"] and not _TELLS.search(small) and not _ACTS.search(small))):
        return True
    told = open_end and count >= _TOLD and bool(_WHO.match(small))
    if (
        ";" in small
        or _STORY.match(small)
        or _SUBHEAD.match(small)
        or not (told or _DOES.search(_NO_DEED.sub("", small)))
        or re.match(r"[^,:]{2,30}: ", words)
    ):
        return False
    if open_end and (_PURPOSE.search(small) or _is_slogan(words)):
        return False
    if sure and not _ACTS.search(small):
        return False
    if told:
        return True
    if open_end:
        if _SITE_VERB.match(_NO_DEED.sub("", small)) and not (count >= _SITE_WORDS and _PLACE.search(small)):
            return False
        return bool(_WHO.search(small)) or (count > 2 and bool(_DOES.match(small)))
    if small.count(",") > 1 or _COUNTED.search(small) or _TELLS.search(small):
        return False
    return bool(_WHO.match(small) or _DOES.match(small))


def _is_slogan(words: str) -> bool:
    """Say whether a short line without a place or a name praises rather than shows: "Phụ nữ làm kinh tế giỏi"."""
    small = words.lower()
    named = any(word[0].isupper() for word in words.split()[1:])
    return (
        len(words.split()) <= _SLOGAN_WORDS
        and not named
        and bool(_PRAISE.search(small))
        and not _PLACE.search(small)
    )


def is_caption_of_two(line: str) -> bool:
    """Say whether a line under a picture describes it in two sentences.

    The second says who stands where, or what is seen as well.
    """
    words = caption_words(line)
    sentences = _SENTENCE_END.split(words)
    if len(sentences) != 2 or len(words.split()) > CAPTION_WORDS:
        return False
    first, second = sentences
    seen = _IN_PICTURE.match(second.lower()) or reads_like_caption(second, sure=True)
    return bool(seen) and reads_like_caption(first, sure=True)


def caption_words(line: str) -> str:
    """Return a caption as it is meant: once, without the bar that a table left at its end."""
    words = " ".join(line.split()).strip(" |•")
    half = len(words) // 2
    if len(words) > _TWICE and len(words) % 2 and words[half] == " " and words[:half] == words[half + 1 :]:
        return words[:half]
    return words


def is_caption(line: str) -> bool:
    """Say whether a line, standing bare between paragraphs, may be a picture's caption."""
    return 0 < len(line.split()) <= CAPTION_WORDS and ends_open(line) and not is_numbered(line)
