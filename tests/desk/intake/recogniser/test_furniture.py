"""Lines that belong to the page, with lines of the story that look like them."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.furniture import (
    is_address,
    is_crumbs,
    is_foot,
    is_furniture,
    is_kicker,
    is_separator,
)


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ",
        "CHIA SẺ: Facebook | Zalo | Twitter",
        "Thích   Bình luận   Chia sẻ",
        "Cỡ chữ A- A A+",
        "[A-] [A] [A+]",
        "In\tGửi email\tChia sẻ",
        "Gửi email   In trang",
        "☆ ☆ ☆ ☆ ☆",
        "Lượt xem: 1.250",
        "Số lượt xem: 87",
        "120 lượt xem",
        "1,2k views",
        "Đọc bài viết",
        "Lưu thông tin",
        "Chia sẻ lên Facebook Zalo",
        "Nghe audio " * 22,
        "Play Video",
        "Video Player is loading.",
        "Thời gian hiện tại 0:00",
        "08:30",
        "Trang 2/3",
        "IMG_2034.JPG",
        "văn bản kèm theo.docx",
        "báo cáo.pdf(2 MB)",
        "2 giờ trước",
        "Hôm qua lúc 20:15",
        "Trang chủ",
        "Trang chủ > Tin tức > Xây dựng Đảng",
        "Bạn đang ở: Trang chủ / Tin tức",
        "Vị trí: Trang chủ",
        "Đăng bởi: admin",
        "Chuyên mục: Tin tức",
        "Nguồn: https://phongson.example/tin/1",
        "Tổng số điểm của bài viết là: 0 trong 0 đánh giá",
        "Click để đánh giá bài viết",
        "Xếp hạng",
        "Mã xác nhận",
        "Nội dung bình luận *",
        "aA",
        "Tiếp theo >",
        "< Trước",
        "Nguồn",
        "Nghe nội dung bài viết",
        "0 / 500 ký tự",
        "Xem tin theo ngày",
        "Xem chi tiết trong file đính kèm",
        "Nội dung kế hoạch: click xem tại đây",
        "Toàn văn Kế hoạch số 12-KH/TU xem tại đây.",
        "[Xem thêm ảnh tại đây]",
        "Tải về file đính kèm",
        "Link đăng ký: https://phongson.example/thi",
        "Theo dõi Đài huyện trên Google News",
        "Xem thêm video đang được quan tâm",
        "Trang chủ    Đào tạo - Bồi dưỡng    Lấy người học làm thước đo",
        "Trang chủNewsThời sựVề lại bến Dầu",
        "Trang nhất » Tin Tức",
        "\uf09a \uf099 \uf0d5",  # a site's icons have no letters
        "\uf02f In trang",
        "—",
        "",
    ],
)
def test_buttons_counters_and_names_of_files(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ kinh nghiệm tại hội nghị, đồng chí Lò Văn Bình nêu ba việc.",
        "Theo dõi, giúp đỡ đảng viên mới",
        "Quan tâm hơn đến người già",
        "Đánh giá cán bộ",
        "Liên hệ bản thân",
        "Nghe audio " * 22 + "bài hát",
        "Nội dung",  # a subhead
        "Vị trí việc làm của cán bộ xã",
        "Trang chủ yếu đăng tin địa phương",
        "Trang nhất báo nào cũng đăng tin lũ.",
        "Trang chủ đạo của lễ hội",
        "Du khách đến xem hội tại đây",
        "Kế hoạch có văn bản kèm theo",
        "Bà con sống tại bản, khám bệnh tại đây",
        "Video giúp bà con học nghề",
        "\uf0b7 Một gạch đầu dòng từ Word",
        "Xã có\u200b 120 hộ dùng nước sạch",  # a sign that is not seen makes no line the site's
        "85 học viên",
        "2 giờ sáng",
        "Nguồn: phongson.gov.vn",
        "Tin vắn",
        "Minh Tâm",
        "In " * 130,
    ],
)
def test_words_of_the_story_are_none(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Các tin khác",
        "Các tin khác:",
        "CÁC TIN BÀI KHÁC",
        "Tin liên quan",
        "Những tin mới hơn",
        "Bài viết cùng chuyên mục",
        "Tin cùng chủ đề",
        "Đọc nhiều nhất",
        "Đọc thêm",
        "Có thể bạn quan tâm",
        "Ý kiến bạn đọc",
        "Bình luận (3)",
        "Viết bình luận của bạn",
        "BẠN ĐỌC PHẢN HỒI",
        "Từ khóa: biên phòng, sinh kế",
        "TAG: Thượng Nậm, chi bộ",
        "#phongson #bienphong",
        "Bài trước: Khánh thành cầu treo",
        "← Khánh thành cầu treo",
        "Tổng số điểm của bài viết là: 0",
        "Đánh giá bài viết",
        "Đánh giá: 5/5",
        "© 2024 Cổng thông tin điện tử thành phố Phong Sơn",
        "Bản quyền thuộc về Tỉnh ủy Phong Sơn",
        "Cơ quan chủ quản: Tỉnh ủy Phong Sơn",
        "Cổng thông tin điện tử thành phố Phong Sơn",
        "Thống kê truy cập",
    ],
)
def test_what_opens_a_foot(line: str) -> None:
    assert is_foot(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Các tin khác cho biết bão đã tan.",
        "Tin liên quan đến thiên tai luôn lan nhanh hơn mọi lời cải chính, nhất là giữa mùa mưa.",
        "Tin liên quan đến thiên tai",
        "Thông tin liên quan đến cán bộ",
        "Thông tin mới về dịch bệnh",
        "Tin trước khi bão vào",
        "Ý kiến của ông Páo",
        "Góp ý của nhân dân",
        "Đánh giá chung",
        "Đánh giá của nhân dân về cán bộ",
        "Thể thao",
        "Thẻ Đảng",
        "Tin vui ở bản Pá Lừa",
        "Trang thông tin điện tử là kênh tuyên truyền quan trọng.",
        "Trang thông tin điện tử đã đăng 40 tin.",
        "Từ khóa: " + "a, " * 100,
    ],
)
def test_a_sentence_or_a_subhead_opens_none(line: str) -> None:
    assert not is_foot(line)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Tin tức", True),
        ("TIN TỨC - SỰ KIỆN", True),
        ("Chính trị - Xã hội", True),
        ("Thời sự | Chính trị", True),
        ("Xây dựng Đảng", True),
        ("Hoạt động của các huyện, thành ủy", True),
        ("Chuyên mục Học tập và làm theo Bác", True),
        ("Tin buồn.", False),
        ("Giao ban công tác khoa giáo quý I năm 2019", False),
        ("Xây dựng Đảng ở Pa Hù", False),
        ("Hoạt động của các huyện ủy trong quý I năm", False),  # nine words
    ],
)
def test_a_section_s_name(line: str, wanted: bool) -> None:
    assert is_kicker(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Trang chủ > Tin tức", True),
        ("Trang chủ\tVăn bản", True),
        ("Tin tức\tSự kiện\tVideo\tThư viện ảnh", True),
        ("Tin tức\tSự kiện", False),
        ("Thuế ngoài quốc doanh\t180\t161", False),
        ("Bản Huổi Ái, bản Pá Lừa, bản Nậm Kẻn", False),
        ("Lúa / ngô / sắn", False),
        ("Một tên dài hơn năm tiếng\tSự kiện\tVideo", False),
        ("Trang chủ > " + "Tin tức > " * 26, False),
    ],
)
def test_a_path_or_a_menu(line: str, wanted: bool) -> None:
    assert is_crumbs(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Địa chỉ: Bản Nung, xã Thượng Nậm", True),
        ("ĐT: 0912 345 678", True),
        ("Điện thoại liên hệ: 0912.345.678", True),
        ("0912345678", True),
        ("tam@phongson.example", True),
        ("https://phongson.example/tin", True),
        ("STK: 1234567 Ngân hàng Nông nghiệp", True),
        ("Đơn vị công tác: Huyện đoàn Nậm Sa", True),
        ("CCCD: 012345678901", True),
        ("Địa chỉ đỏ cho thanh niên", False),
        ("Điện thoại thông minh giúp bà con bán hàng.", False),
        ("Tài khoản định danh mức 2", False),
        ("Liên hệ công tác", False),
        ("09/04/2019", False),
        ("0912 345", False),
        ("Ngân hàng chính sách", False),
        ("", False),
    ],
)
def test_how_the_author_is_reached(line: str, wanted: bool) -> None:
    assert is_address(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("-----o0o-----", True),
        ("* * *", True),
        ("____________", True),
        ("…", True),
        ("", True),
        ("- Tin", False),
        ("-" * 100_000 + "a", False),
        ("o0", False),
    ],
)
def test_a_line_that_is_only_drawn(line: str, wanted: bool) -> None:
    assert is_separator(line) is wanted


@pytest.mark.parametrize(
    "line",
    [
        "Mở trong ứng dụng",
        "Tải ứng dụng Quế Hải Online",
        "Đăng ký nhận bản tin",
        "BlogThis!",
        "Màu chữ Cỡ chữ",
    ],
)
def test_buttons_of_apps_blogs_and_newsletters(line: str) -> None:
    assert is_furniture(line)


def test_how_long_ago_among_a_sites_words() -> None:
    assert is_furniture("Quản trị viên · 3 ngày trước · 214 lượt xem")
    assert not is_furniture("Ba ngày trước – khi bão về – cả bản đã lên núi tránh lũ an toàn")
