"""What follows an article goes; what only looks like it stays."""

from __future__ import annotations

import pytest

from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.roles import Role
from tests.desk.intake.recogniser.made_pages import (
    BYLINE,
    DATE,
    FIRST,
    FOOT,
    LEAD,
    SECOND,
    STORY,
    THIRD,
    TITLE,
    picture,
    piece,
    table,
    told,
)

OTHER = ("Khánh thành cầu treo Nậm Kẻn (08/04/2019)", "Bế giảng lớp bồi dưỡng (07/04/2019)")


@pytest.mark.parametrize(
    "foot",
    [
        "Các tin khác",
        "CÁC TIN KHÁC:",
        "Tin liên quan",
        "Bài viết cùng chuyên mục",
        "Ý kiến bạn đọc",
        "Có thể bạn quan tâm",
    ],
)
def test_everything_after_the_foot_goes(foot: str) -> None:
    found = told(DATE, TITLE, *STORY, BYLINE, foot, *OTHER, SECOND)
    assert found[Role.OUT] == [foot, *OTHER, SECOND]
    assert (found[Role.BYLINE], len(found[Role.BODY])) == ([BYLINE], 3)


@pytest.mark.parametrize(
    "line",
    [
        "Đánh giá chung",
        "Nội dung",
        "Tin liên quan đến thiên tai luôn lan nhanh hơn mọi lời cải chính, nhất là giữa mùa mưa, khi dân đang lo.",
        "Các tin khác cho biết bão đã tan.",
        "Trang thông tin điện tử là kênh tuyên truyền quan trọng.",
        "Ảnh hưởng của hoàn lưu bão khiến 214 nhà bị tốc mái, 86 ha lúa bị ngập, thiệt hại ước tính 27 tỷ đồng.",
    ],
)
def test_a_paragraph_or_a_subhead_closes_nothing(line: str) -> None:
    found = told(DATE, TITLE, LEAD, FIRST, piece(line), SECOND, THIRD, BYLINE)
    assert found[Role.OUT] == []
    assert found[Role.BODY] == [FIRST, line, SECOND, THIRD]


@pytest.mark.parametrize(
    "line", ["Đánh giá", "Thảo luận:", "Giới thiệu", "Nhận xét", "Bình luận", "Tin nổi bật"]
)
def test_a_subhead_with_a_paragraph_right_under_it_closes_nothing(line: str) -> None:
    found = told(DATE, TITLE, LEAD, FIRST, line, SECOND, THIRD, BYLINE)
    assert found[Role.OUT] == []
    assert found[Role.BODY] == [FIRST, line, SECOND, THIRD]
    assert told(DATE, TITLE, *STORY, BYLINE, "Đánh giá", "Năm sao")[Role.OUT] == ["Đánh giá", "Năm sao"]


def test_nothing_is_a_foot_before_the_story() -> None:
    assert told("Tin mới nhất", TITLE, *STORY)[Role.BODY] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("head", ["Tin liên quan", "Xem thêm:", "Có thể bạn quan tâm"])
def test_a_box_of_other_news_within_the_story_goes_alone(head: str) -> None:
    found = told(TITLE, LEAD, FIRST, head, *OTHER, SECOND, THIRD, BYLINE)
    assert found[Role.OUT] == [head, *OTHER]
    assert found[Role.BODY] == [FIRST, SECOND, THIRD]
    assert found[Role.BYLINE] == [BYLINE]


def test_a_box_ends_where_a_short_sentence_goes_on_with_the_story() -> None:
    short = "Ông Khải, người khởi xướng, nhớ năm đầu chỉ có bốn mâm cơm."
    found = told(TITLE, LEAD, FIRST, "Tin liên quan", *OTHER, short, BYLINE)
    assert found[Role.OUT] == ["Tin liên quan", *OTHER]
    assert short in found[Role.BODY]


def test_after_the_byline_a_box_is_the_end() -> None:
    found = told(TITLE, LEAD, FIRST, SECOND, BYLINE, "Tin liên quan", *OTHER, THIRD)
    assert found[Role.OUT] == ["Tin liên quan", *OTHER, THIRD]
    assert told(TITLE, LEAD, FIRST, "Tin liên quan", *OTHER, "Các tin khác", THIRD)[Role.OUT][-1] == THIRD


@pytest.mark.parametrize(
    "line",
    [
        ">> Khánh thành cầu treo Nậm Kẻn",
        "» Khánh thành cầu treo",
        "Xem thêm: Khánh thành cầu treo",
        "→ Khánh thành cầu",
    ],
)
def test_a_line_that_points_to_other_news_goes(line: str) -> None:
    found = told(TITLE, LEAD, FIRST, line, SECOND, THIRD, BYLINE)
    assert found[Role.OUT] == [line]


@pytest.mark.parametrize(
    "line",
    ["Lượt xem: 120", "Chia sẻ", "IMG_2034.JPG", "Cỡ chữ A- A A+", "In trang", "* * *", "-----o0o-----"],
)
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    for lines in ([line, TITLE, *STORY], [TITLE, line, *STORY], [TITLE, LEAD, FIRST, line, SECOND, THIRD]):
        found = told(*lines)
        assert found[Role.OUT] == [line]
        assert found[Role.BODY] == [FIRST, SECOND, THIRD]


# -- who wrote ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "byline", "out"),
    [
        ([BYLINE], [BYLINE], []),
        (["Minh Tâm", "Phòng Khoa giáo"], ["Minh Tâm", "Phòng Khoa giáo"], []),
        (
            ["Minh Tâm", "Phòng Khoa giáo", "Ban Tuyên giáo"],
            ["Minh Tâm", "Phòng Khoa giáo"],
            ["Ban Tuyên giáo"],
        ),
        (["Tin, ảnh: Minh Tâm", "Phòng Khoa giáo"], ["Tin, ảnh: Minh Tâm"], ["Phòng Khoa giáo"]),
        (["Tin: Hồng Vân", "Ảnh: Duy Mạnh"], ["Tin: Hồng Vân", "Ảnh: Duy Mạnh"], []),
        (["Phòng Khoa giáo", "Tin, ảnh: Minh Tâm"], ["Tin, ảnh: Minh Tâm"], []),  # a label speaks louder
        (["Minh Tâm", "Chia sẻ", "Một dòng của trang"], ["Minh Tâm"], ["Chia sẻ", "Một dòng của trang"]),
        (["Minh Tâm", "Gửi cho bạn bè"], ["Minh Tâm"], ["Gửi cho bạn bè"]),
    ],
)
def test_the_lines_after_the_story_name_who_wrote(
    after: list[str], byline: list[str], out: list[str]
) -> None:
    found = told(DATE, TITLE, *STORY, *after)
    assert found[Role.BYLINE] == byline
    assert found[Role.OUT] == out


def test_where_buttons_follow_the_byline_the_rest_is_the_site_s() -> None:
    found = told(DATE, TITLE, LEAD, FIRST, SECOND, "Tin, ảnh: Minh Tâm", "Chia sẻ", THIRD)
    assert (found[Role.BYLINE], found[Role.OUT]) == (["Tin, ảnh: Minh Tâm"], ["Chia sẻ", THIRD])
    within = told(DATE, TITLE, LEAD, FIRST, "Bản Pá Lừa vào mùa", "Chia sẻ", SECOND, BYLINE)
    assert (within[Role.OUT], within[Role.BODY][-1]) == (["Chia sẻ"], SECOND)


def test_a_picture_and_its_caption_after_the_byline_stay() -> None:
    found = told(DATE, TITLE, *STORY, BYLINE, picture(), "Ảnh 1: Quang cảnh hội nghị")
    assert (found[Role.BODY][-1], found[Role.CAPTION]) == ("", ["Ảnh 1: Quang cảnh hội nghị"])
    assert (found[Role.BYLINE], found[Role.OUT]) == ([BYLINE], [])


def test_a_sentence_at_the_end_is_no_byline() -> None:
    found = told(DATE, TITLE, *STORY, "Hội nghị kết thúc tốt đẹp.")
    assert found[Role.BYLINE] == []
    assert found[Role.BODY][-1] == "Hội nghị kết thúc tốt đẹp."


def test_a_name_within_the_story_is_none() -> None:
    found = told(DATE, TITLE, LEAD, FIRST, piece("Lò Văn Bình", heading=2), SECOND, THIRD)
    assert found[Role.BYLINE] == []


# -- a letter's foot ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("foot", "byline"),
    [
        (["TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "(đã ký)", "Lò Văn Bình"], []),
        (["Nơi nhận:", "- Như trên;", "- Lưu: VT."], []),
        (["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ĐẢNG ỦY", "BÍ THƯ", "Lò Văn Bình"], []),
        (["Vi Thị Mai", "Địa chỉ: Bản Nung, xã Thượng Nậm", "ĐT: 0912 345 678"], ["Vi Thị Mai"]),
        (["Vi Thị Mai", "Xin chân thành cảm ơn!"], ["Vi Thị Mai"]),
        (["Em cảm ơn ạ.", "Vi Thị Mai", "ĐT: 0912 345 678", "STK: 1234567 Agribank"], ["Vi Thị Mai"]),
        (["Người viết", "Vi Thị Mai"], ["Vi Thị Mai"]),
        ([table("Nơi nhận:|", "- Như trên;|")], []),
        ([table("Nơi nhận:|TM. ĐẢNG ỦY", "- Như trên;|BÍ THƯ", "- Lưu.|Lò Văn Bình")], []),
    ],
)
def test_a_letter_s_signature_goes_and_its_author_stays(
    foot: list[str | IntakePiece], byline: list[str]
) -> None:
    found = told(TITLE, *STORY, *foot)
    assert found[Role.BYLINE] == byline
    assert found[Role.BODY] == [FIRST, SECOND, THIRD]
    assert len(found[Role.OUT]) == len(foot) - len(byline)


@pytest.mark.parametrize(
    "line",
    [
        "Bí thư Huyện ủy phát biểu tại hội nghị.",
        "Nơi nhận giải là nhà văn hóa xã.",
        "- Lưu giữ bản sắc dân tộc.",
        table("Khoản thu|Dự toán", "Thuế|180"),
        table("Chức danh|Phụ cấp", "Giám đốc|" + "rất " * 60),  # a long table, no signature
        "Xem thêm: " + FIRST + FIRST,
    ],
)
def test_the_story_s_last_words_are_no_signature(line: str | IntakePiece) -> None:
    found = told(TITLE, *STORY, line)
    assert found[Role.OUT] == []


def test_who_receives_before_more_of_the_story_stays() -> None:
    found = told(TITLE, LEAD, FIRST, "Nơi nhận", SECOND, THIRD, BYLINE)
    assert found[Role.BODY] == [FIRST, "Nơi nhận", SECOND, THIRD]
    assert found[Role.BYLINE] == [BYLINE]


def test_the_foot_of_a_site_and_the_byline_before_it() -> None:
    found = told(TITLE, *STORY, "Minh Tâm", "Thích", "Chia sẻ", FOOT)
    assert (found[Role.BYLINE], found[Role.OUT]) == (["Minh Tâm"], ["Thích", "Chia sẻ", FOOT])


@pytest.mark.parametrize(
    "line", ["Trao quà cho trẻ em mồ côi", "chi bộ bốn tốt", "Khởi công cầu vượt tại cửa ngõ thị xã"]
)
def test_a_short_line_under_the_byline_is_other_news_or_a_tag_not_a_caption(line: str) -> None:
    found = told(DATE, TITLE, *STORY, "Nhã Uyên", line)
    assert (found[Role.BYLINE], found[Role.OUT]) == (["Nhã Uyên"], [line])


def test_under_a_line_that_announces_pictures_it_is_a_caption() -> None:
    found = told(
        DATE, TITLE, *STORY, "Nhã Uyên", "Một số hình ảnh tại buổi lễ:", "Trao quà cho trẻ em mồ côi"
    )
    assert found[Role.CAPTION] == ["Trao quà cho trẻ em mồ côi"]


def test_the_topic_that_a_site_names_under_the_story_goes() -> None:
    topic = "Chủ đề Bầu cử Quốc hội và HĐND các cấp"
    assert told(DATE, TITLE, *STORY, topic)[Role.OUT] == [topic]


def test_an_answer_s_head_is_no_button() -> None:
    found = told(DATE, TITLE, LEAD, "Hỏi:", FIRST, "Trả lời:", SECOND, BYLINE)
    assert found[Role.BODY] == ["Hỏi:", FIRST, "Trả lời:", SECOND]


def test_who_stands_where_is_a_caption_even_under_the_byline() -> None:
    line = "Chị Quàng Thị Ín (bên phải) kiểm tra bồ thóc chung của bản"
    assert told(DATE, TITLE, *STORY, "Bài và ảnh: Cầm Văn Hặc", line)[Role.CAPTION] == [line]


def test_the_site_s_source_beside_an_author_goes() -> None:
    found = told(DATE, TITLE, *STORY, "Tác giả: Chu Bá Thông", "Nguồn tin: Ban Tuyên giáo Tỉnh ủy")
    assert found[Role.BYLINE] == ["Tác giả: Chu Bá Thông"]


def test_what_stands_under_the_buttons_is_other_news() -> None:
    found = told(
        TITLE, DATE, *STORY, "In trang", "Quay lại", "Lịch nghỉ Tết của cơ quan (08/01/2025)", "Chợ cuối năm"
    )
    assert found[Role.BODY] == list(STORY[1:])


def test_a_unit_at_something_is_no_byline_and_a_person_at_the_end_beats_a_unit() -> None:
    found = told(
        TITLE, DATE, *STORY, "Cán bộ Trạm Y tế phun hóa chất tại thôn Bờ Xanh", "Chúc Thị Mỵ - Phòng Văn hóa"
    )
    assert found[Role.BYLINE] == ["Chúc Thị Mỵ - Phòng Văn hóa"]
    assert told(TITLE, DATE, "Tác giả: Đài TT", *STORY, "Lê Thị Hiền")[Role.BYLINE] == ["Lê Thị Hiền"]


def test_a_story_of_short_paragraphs_ends_with_its_last_sentence() -> None:
    lines = ["Cách làm bắt đầu từ năm 2021 khi xã phát phiếu lấy ý kiến.", "Nói đúng việc dân cần"]
    lines.append("Chi bộ chọn chuyện nước sạch và bàn việc hiến đất mở đường.")
    assert told(TITLE, DATE, LEAD, *lines, "Quang Thạch")[Role.BODY] == lines


def test_a_box_ends_at_a_caption_and_a_photographer_alone_signs() -> None:
    shown = "Giờ ăn trưa ở điểm trường. (Ảnh: HÀ LINH)"
    found = told(
        TITLE, DATE, LEAD, FIRST, "Xem thêm:", "Thạch Sơn xóa 12 phòng học tạm", shown, SECOND, "HÀ LINH"
    )
    assert found[Role.CAPTION] == [shown]
    assert told(TITLE, DATE, *STORY, "Ảnh: Đoàn Minh")[Role.BYLINE] == ["Ảnh: Đoàn Minh"]


def test_two_authors_above_are_not_beaten_by_a_tag() -> None:
    found = told(TITLE, "Xuân Quỳ - Đình Tới", DATE, *STORY, "lũ quét", "Nậm Ngù", FOOT, *OTHER)
    assert found[Role.BYLINE] == ["Xuân Quỳ - Đình Tới"]
