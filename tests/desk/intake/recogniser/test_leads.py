"""How a story begins, and how it goes on."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.leads import goes_on, opens_story


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 9/4, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị.",
        "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy giao ban quý I.",
        "Vào tối 8/4, bản Pá Lừa khai giảng lớp học.",
        "Trong hai ngày 3 và 4/6, Ban Tuyên giáo Tỉnh ủy mở lớp tập huấn.",
        "Thực hiện Chỉ thị 05, Đảng bộ huyện có nhiều cách làm hay.",
        "Nhân Ngày Biên phòng toàn dân, Đồn Biên phòng Pa Hù trao bò giống.",
        "(PSO) - Huyện Nậm Sa vừa mở lớp tập huấn viết tin.",
        "(TUPS)- Huyện Nậm Sa vừa mở lớp tập huấn viết tin.",
        "BPSO - Huyện Nậm Sa vừa mở lớp tập huấn viết tin.",
        "TTXVN – Huyện Nậm Sa vừa mở lớp tập huấn viết tin.",
        "Chào mừng 70 năm chiến thắng Điện Biên Phủ, bản Pá Lừa mở hội thi.",
    ],
)
def test_a_day_an_occasion_or_an_agency_s_sign_opens_a_story(line: str) -> None:
    assert opens_story(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sáng 9/4, Ban Tuyên giáo Tỉnh ủy họp.",  # eight words: as well a caption or a title
        "Tại hội nghị, các đại biểu nghe báo cáo kết quả quý I.",
        "Sáng tạo trong cách làm, Đảng ủy xã có nhiều mô hình hay.",
        "Tối ưu hóa quy trình là việc cần làm ngay của xã.",
        "Ngày càng nhiều hộ dân bản Pá Lừa tự nguyện hiến đất.",
        "Ngày hội lớn của đồng bào các dân tộc vùng cao đã đến.",
        "Nguyễn Văn An - Trưởng bản Pá Lừa - nói về mùa lúa.",
        "Huyện Nậm Sa vừa mở lớp tập huấn viết tin, chụp ảnh.",
    ],
)
def test_other_beginnings_do_not(line: str) -> None:
    assert not opens_story(line)


def test_nine_words_are_enough() -> None:
    assert opens_story("Sáng 9/4, Ban Tuyên giáo Tỉnh ủy đã họp.")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Tại hội nghị, các đại biểu đã nghe báo cáo kết quả công tác quý I.", True),
        ("Phát biểu tại hội nghị, đồng chí Lò Văn Bình đề nghị các huyện ủy tiếp tục đổi mới.", True),
        ("Chia sẻ kinh nghiệm tại hội nghị, đồng chí Lò Văn Bình nêu ba việc.", True),
        ("Dịp này, 12 tập thể được tặng giấy khen.", True),
        ("- Ông Đồng Xuân Lẫm: Tổng giá trị hàng dự trữ khoảng 640 tỷ đồng.", True),
        ("1. Kết quả đạt được", True),
        ("iv. Kết quả đạt được", True),
        ("a) Kết quả đạt được", True),
        ("PV: Thưa ông, lượng hàng năm nay có gì khác?", True),
        ("Sáng 9/4, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị.", False),
        ("Ia Drăng là xã vùng sâu.", False),
        ("1.250 hộ dân được vay vốn.", False),
        ("Tại bản Pá Lừa, nhà nào cũng có vườn mắc ca.", False),
    ],
)
def test_what_goes_on_with_a_story_does_not_begin_it(line: str, wanted: bool) -> None:
    assert goes_on(line) is wanted
