"""What a line under a picture says, and lines of the story that look like one."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.captions import (
    is_caption,
    is_caption_of_two,
    is_labelled_caption,
    may_show,
    names_photographer,
    reads_like_caption,
)
from desk.intake.recogniser.roles import Role
from tests.desk.intake.recogniser.made_pages import STORY, TITLE, picture, told


@pytest.mark.parametrize(
    "line",
    [
        "Ảnh: Minh Tâm",
        "Ảnh 1: Quang cảnh hội nghị",
        "Ảnh (minh họa): Internet",
        "Hình 2. Sơ đồ tổ chức",
        "Trong ảnh: Các đại biểu dự hội nghị",
        "Chú thích ảnh: Các đại biểu dự hội nghị",
        "Ảnh minh họa",
        "(Ảnh minh hoạ)",
        "Ảnh tư liệu",
        "Quang cảnh kỳ họp. Ảnh: Minh Trí/PSO",
        "Bữa cơm của bộ đội bên lán tạm (Ảnh: Đức Cảnh)",
        "Ảnh minh họa (Nguồn ảnh: Internet)",
        "Bản Huổi Ái sau sạt lở. Ảnh minh họa",
        "Bà con thu hoạch lúa – Ảnh: Quàng Sơn",
        "Bà con thu hoạch lúa [Ảnh: Quàng Sơn]",
        "Đại biểu biểu quyết. (Nguồn: Báo tỉnh)",
        "Ảnh: " + "rất " * 58 + "vui",  # 60 words
    ],
)
def test_a_caption_says_itself_that_it_is_one(line: str) -> None:
    assert is_labelled_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Tin, ảnh: Minh Tâm",
        "Bài và ảnh: Vừ A Dế",
        "Bài: Hồng Vân; ảnh: Duy Mạnh",
        "Nội dung, ảnh: Minh Tâm",
        "Thực hiện: Minh Tâm. Ảnh: PV",
        "Ảnh hưởng của hoàn lưu bão khiến 214 nhà bị tốc mái, 86 ha lúa bị ngập.",
        "Hình ảnh người chiến sĩ luôn trong lòng dân bản.",
        "Hình thức tuyên truyền: sân khấu hóa, loa phát thanh",
        "Nguồn vốn vay giúp 40 hộ thoát nghèo.",
        "Quang cảnh hội nghị",
        "Ảnh: " + "rất " * 60,
    ],
)
def test_a_byline_and_a_story_about_pictures_do_not(line: str) -> None:
    assert not is_labelled_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "Quang cảnh hội nghị",
        "Quang cảnh lễ ra quân để phòng dịch",
        "Cảnh chợ",
        "Quang cảnh buổi làm việc.",
        "Toàn cảnh Hội nghị tại điểm cầu chính Phòng họp trực tuyến Tỉnh ủy",
        "Một góc bản Huổi Ái hôm nay",
        "Cảnh chợ phiên Pa Hù",
        "Trận khai mạc giữa đội xã Nà Lếch và đội xã Pú Cằng",
        "Tiết mục văn nghệ chào mừng",
        "Đồng chí Lò Văn Bình phát biểu tại buổi làm việc.",
        "Đồng chí Lò Văn Bình phát biểu tại hội nghị",
        "Các đại biểu dự Hội nghị giao ban",
        "Đ/c Bí thư Đoàn xã hướng dẫn tiểu thương dùng mã QR",
        "Bộ đội Biên phòng trao bò giống cho hộ nghèo bản Huổi Ái",
        "Nông dân xã Pa Hù thu hoạch lúa",
        "Trao nhà cho hộ nghèo",
        "Ông Quàng Văn Muôn chăm sóc vườn mắc ca",
        "Chụp ảnh lưu niệm tại buổi lễ",
        "BSCKII. Lưu Hữu Nghiêm, Giám đốc Bệnh viện đọc diễn văn tại buổi lễ",
        "Đoàn đại biểu tỉnh kính cẩn nghiêng mình trước anh linh các thợ mỏ đã ngã xuống.",
        "Các đại biểu thành kính dâng hương tưởng nhớ đồng chí Nông Văn Thụ.",
        "Đoàn xã Nghĩa Lâm dọn rác thải tại các trục đường chính của xã. |",
        "Học viên chăm chú nghe giảng",
        "Chợ phiên vùng cao ngày giáp Tết",
        "Ông Long Văn Kính (phải) và con trai bên lò rèn.",
        "Anh Páo (áo trắng) trong vườn mận",
        "Trao học bổng cho học sinh vượt khó",
        "Nhóm tác giả nhận giải tại lễ tổng kết hội thi",
        "Hướng dẫn bà con bón lúa tại cánh đồng Nà Sự",
        "Các báo cáo viên dự Hội nghị.",  # no report is told
        "Thứ trưởng Nghiêm Xuân Trạch phát biểu tại cuộc họp.",
        "Đại tá Tống Phước Khanh, Chỉ huy trưởng Bộ CHQS tỉnh khen thưởng các đơn vị đạt giải Hội thi mâm cỗ Tết.",
        "Lớp học hè của thanh niên tình nguyện.",  # nothing is said of it
        "Mô hình trồng nấm rơm của gia đình anh Tín.",
        "Hội đồng bầu cử xã dán danh sách cử tri tại trụ sở",
    ],
)
def test_it_describes_what_is_seen(line: str) -> None:
    assert reads_like_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Cảnh",
        "Đồng chí Lò Văn Bình đã phát biểu tại buổi làm việc.",  # told, not shown
        "Đồng chí Lò Văn Bình yêu cầu các xã tổ chức lớp học.",
        "Quang cảnh chợ phiên đã khác xưa.",
        "Phát biểu tại hội nghị, đồng chí Bí thư biểu dương các xã",
        "Tại hội nghị, các đại biểu thảo luận",
        "Sáng nay, các đại biểu tham quan mô hình",
        "Hội nghị bế mạc cùng ngày",
        "Không có thiệt hại về người.",
        "Tổ có 7 hội viên tham gia.",  # figures
        "Các đại biểu dự hội nghị gồm:",
        "Đồng chí phát biểu. Các đại biểu nghe.",  # two sentences
        "Các đại biểu thảo luận việc gì?",
        "1. Các đại biểu dự hội nghị",
        "- Các đại biểu dự hội nghị",
        "CÁC ĐẠI BIỂU DỰ HỘI NGHỊ",
        "Vai trò của các chi bộ",
        "Kết quả của các tổ vay vốn",
        "Đảng viên góp ý vào dự thảo.",
        "Các em học sinh rất vui",
        "Cảnh giác với tin giả",
        "Cảnh sát khu vực xuống bản",
        "Trận mưa đêm qua làm ngập 3 bản",
        "Kết quả thu gom hơn 2 tấn rác.",
        "Mùa xuân trên bản Pá Lừa",  # nobody is seen
        "Chị Pản năm nay 40 tuổi",  # she does nothing
        "Quang cảnh " + "rất " * 31,
        "Các đại biểu dự hội nghị " + "rất " * 17 + "vui.",
        "Học cách xin lỗi",
        "Mô hình của chị Lan rất hiệu quả.",
        "Lớp tập huấn diễn ra trong hai ngày.",
        "Ông Tư Lành kể lại những ngày đầu gian khó.",
        "Đồn Biên phòng Pa Hù sáng 3/3 trao 12 con bò giống cho các hộ nghèo.",  # a day is named
        "Nhận khoán bảo vệ rừng",
        "Phụ nữ làm kinh tế giỏi",
        "Hội viên giúp nhau thoát nghèo",
        "Thắp sáng đường quê",
        "• Người dân tộc thiểu số ở xã vùng cao",
        "Chia sẻ cùng người nghèo",
        "Các đại biểu đã dành phút mặc niệm các anh hùng liệt sĩ.",
    ],
)
def test_what_is_told_or_counted_or_headed_is_not_seen(line: str) -> None:
    assert not reads_like_caption(line)


def test_a_caption_has_32_words_at_most_and_22_with_a_full_stop() -> None:
    assert reads_like_caption("Quang cảnh " + "rất " * 29 + "vui")
    assert not reads_like_caption("Quang cảnh " + "rất " * 30 + "vui")
    assert reads_like_caption("Quang cảnh " + "rất " * 19 + "vui.")
    assert not reads_like_caption("Quang cảnh " + "rất " * 20 + "vui.")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Quang cảnh hội nghị", True),
        ("Lớp tập huấn", True),
        ("rất " * 45, True),
        ("rất " * 46, False),
        ("Hội nghị đã kết thúc.", False),
        ("1. Kết quả đạt được", False),
        ("", False),
    ],
)
def test_a_bare_line_may_be_a_caption(line: str, wanted: bool) -> None:
    assert is_caption(line) is wanted


@pytest.mark.parametrize(
    "line",
    [
        "Cán bộ xã Nậm Lư trồng cây sa mộc. Ảnh chụp sáng 5/3.",
        "Các đại biểu trồng cây lưu niệm tại khu trung tâm xã. Bên phải là đồng chí Lý Seo Phà.",
        "Đoàn viên thanh niên tham gia dọn vệ sinh. Từ trái sang: Lò Thị Mai, Vàng A Sử.",
        "Quang cảnh hội nghị. Hàng đầu là các đồng chí lãnh đạo",
    ],
)
def test_two_sentences_describe_a_picture(line: str) -> None:
    assert is_caption_of_two(line)
    found = told(TITLE, *STORY, picture(), line, *STORY[-2:])
    assert found[Role.CAPTION] == [line]
    assert line in told(TITLE, *STORY, line, *STORY[-2:])[Role.BODY]  # without a picture above it


@pytest.mark.parametrize(
    "line",
    [
        "Cán bộ xã Nậm Lư trồng cây sa mộc. Hàng trăm người dân đã có mặt từ sớm.",
        "Cán bộ xã Nậm Lư trồng cây sa mộc. Mỗi thôn cử 20 người. Ảnh chụp sáng 5/3.",
        "Cán bộ xã Nậm Lư trồng cây sa mộc.",
        "Năm qua, xã đã trồng 10 ha rừng. Ảnh hưởng của mưa lũ làm chậm tiến độ.",
    ],
)
def test_two_sentences_that_tell_are_none(line: str) -> None:
    assert not is_caption_of_two(line)


@pytest.mark.parametrize(
    "line",
    [
        "Hải đăng nhìn từ tàu cá.",
        "Học sinh khởi động quanh sân trường.",
        "Đôi tay thoăn thoắt của bà Năm.",
        "Nụ cười sau giờ học.",
        "Lớp đào tạo máy trưởng tàu cá tại xã Cồn Vành.",
        "Các thiếu nữ rót rượu cần bên bếp lửa.",
        "Đất đá tràn xuống đường liên thôn sau trận mưa đêm 9/10",
        "Gian hàng rau không người bán ở ngã ba Pa Khôm",
    ],
)
def test_what_could_be_seen_whatever_is_done(line: str) -> None:
    assert may_show(line)


@pytest.mark.parametrize(
    "line",
    [
        "Huyện hỗ trợ cây giống và ký kết với doanh nghiệp.",
        "Các phòng phân công người trực.",
        "Ông dẫn chúng tôi đi giữa vườn quýt trĩu quả.",
        "Chú ý thời gian cách ly trước khi hái.",
        "Lực lượng quân đội túc trực tại các điểm xung yếu suốt đêm.",
        "Mô hình có 40 con hươu.",
        "Bắt đầu từ việc nhỏ",
        "Không uống khi bụng đói",
        "“Có đường rồi”, ông nói.",
        "PV: Xin cảm ơn ông.",
    ],
)
def test_what_is_told_decided_or_headed_could_not(line: str) -> None:
    assert not may_show(line)


def test_beside_captions_a_line_may_begin_with_whatever() -> None:
    assert may_show("Mận rừng, măng khô bày trên sạp tre.", anything=True)
    assert not may_show("Họ bày mận rừng trên sạp tre.", anything=True)


def test_a_film_is_a_caption_unless_its_label_names_who_made_it() -> None:
    assert is_labelled_caption("Video: Làng hoa Mỹ Tân vào vụ Tết")
    assert not is_labelled_caption("Video: Lê Thị Phương Linh")


def test_only_a_credit_names_the_photographer() -> None:
    assert names_photographer("Xe chở chuối trên đường mới. Ảnh: Quốc Khải")
    assert not names_photographer("Ảnh minh họa")
    assert not names_photographer("Ảnh: Lãnh đạo xã kiểm tra tại hiện trường")
