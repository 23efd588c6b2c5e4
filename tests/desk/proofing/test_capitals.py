"""Capitals of bodies, days, regions."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ngày thành lập đảng cộng sản Việt Nam.", ("đảng cộng", "Đảng Cộng")),
        ("Người từ Miền trung ra Bắc.", ("Miền trung", "miền Trung")),
        ("Các xã ở Tỉnh ta đều làm.", ("Tỉnh", "tỉnh")),
        ("Hàng bán trên facebook rất chạy.", ("facebook", "Facebook")),
        ("Theo báo cáo của ủy ban nhân dân tỉnh, thu tăng.", ("ủy", "Ủy")),
        ("Bầu cử đại biểu hội đồng nhân dân các cấp.", ("hội", "Hội")),
        ("Mỗi chiều thứ sáu, loa mở một lần.", ("sáu", "Sáu")),
        ("Đúng mùng 3 tết tân sửu, xã ra quân.", ("tân sửu", "Tân Sửu")),
        ("Kinh phí 2 tỷ đồng, trong đó nhân dân đóng góp một nửa.", ("nhân", "Nhân")),
        ("Sáng nay, trung tâm phục vụ hành chính công xã mở cửa.", ("trung tâm phục", "Trung tâm Phục")),
        ("Đưa bài thứ hai, lấy bài thứ Sáu. Đêm thứ ba chiếu phim, thứ Năm nghỉ.", ("ba", "Ba")),
        ("Rằm tháng giêng năm nay, làng mở hội.", ("giêng", "Giêng")),
        ("Tỉnh tặng Bằng Khen cho ba tập thể.", ("Khen", "khen")),
        ("Từ điều 3 đến Điều 7 nêu việc phải làm.", ("điều", "Điều")),
        ("Theo Luật thủy sản năm 2017, tàu phải có đăng ký.", ("thủy", "Thủy")),
        ("Chị Vi Thị Mơ, Chủ tịch hội nông dân xã, kể.", ("hội nông", "Hội Nông")),
        ("Chị là đồng chí Sùng A Vảng, Chuyên Viên Phòng Tuyên truyền.", ("Viên", "viên")),
        ("Tâm trạng chung của nhân Dân là xúc động.", ("Dân", "dân")),
        ("Theo tinh thần hiến pháp năm 2013.", ("hiến", "Hiến")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "capital")


@pytest.mark.parametrize(
    "text",
    [
        "BAN TUYÊN GIÁO TỈNH ỦY TỔ CHỨC HỘI NGHỊ",
        "Các huyện ủy, đảng ủy trực thuộc đã họp.",
        "Đồng chí Trưởng ban Tuyên giáo Tỉnh ủy dự.",
        "Kết nạp đảng viên mới ở xã.",
        "Huyện giao mỗi ủy viên Ban Thường vụ một xã.",
        "Đây là lần thứ năm bản mở hội, tối thứ Sáu.",
        "Làm hai việc: a) họp dân. b) bầu tổ trưởng.",
        "Thứ nhất là gần dân, thứ hai là hiểu dân; thứ Sáu họp.",
        "Ba tháng tám ngày không mưa.",
        "Bản quy ước có 12 điều, mỗi điều một dòng.",
        "Luật sư Lê Văn Nam năm 2017 về tỉnh.",
        "Đặt mua tờ Báo Nhân Dân.",
        "Giải thuộc về Công đoàn Viên chức tỉnh.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "capital") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ông được tặng Huân chương Kháng chiến Hạng nhì.", ("Hạng nhì", "hạng Nhì")),
        ("Bằng khen của bộ trưởng bộ quốc phòng.", ("bộ trưởng bộ quốc", "Bộ trưởng Bộ Quốc")),
        ("Hội nghị kết thúc tốt đẹp. các đại biểu ra về.", ("các", "Các")),
        ("Chiến thắng Điện biên phủ lừng lẫy năm châu.", ("biên phủ", "Biên Phủ")),
    ],
)
def test_kinds_of_the_decree(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "capital")


def test_a_word_within_another_is_no_name() -> None:
    assert told("Tổ gồm cán bộ tư pháp, công an viên, cơ sở y tế và trụ sở tài chính cũ.", "capital") == []
