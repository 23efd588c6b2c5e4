"""Shares, differences, products and means of a paragraph."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Xã có 240 hộ; có 180 hộ dùng nước sạch, đạt 57%.", ("57", "75")),
        ("Thu đạt 3.600 tỷ đồng, bằng 80% dự toán năm 4.000 tỷ đồng.", ("80", "90")),
        ("Chợ có 120/150 hộ kinh doanh nhận tiền bằng điện thoại, chiếm hơn 90%.", ("90", "80")),
        ("Doanh thu đạt 9,6 tỷ đồng, tăng 12% so với mức 8 tỷ đồng năm trước.", ("12", "20")),
        ("Thư viện nhận 845 cuốn sách, tăng 135 cuốn so với con số 720 của năm trước.", ("135", "125")),
        (
            "Mức mới là 520.000 đồng, thay cho mức 360.000 đồng, tức là tăng 140.000 đồng.",
            ("140.000", "160.000"),
        ),
        ("Phát 480 phiếu tại 6 xã, mỗi xã 60 phiếu.", ("60", "80")),
        ("Ba bếp ăn nấu 7.200 suất cơm, bình quân 2.040 suất một bếp.", ("2.040", "2.400")),
        ("Có 240 tổ với tổng vốn 3.000 triệu đồng, bình quân 125 triệu đồng một tổ.", ("125", "13")),
        ("Năm ấy cả thôn 52 hộ có tới 64 hộ thiếu ăn.", ("64", "-")),
        ("Tổ tiếp dân nhận 28 đơn, 32 đơn đã được trả lời.", ("32", "-")),
        ("Số hộ nghèo giảm từ 60 hộ xuống còn 45 hộ, tức là giảm hơn 1/2.", ("1/2", "-")),
        (
            "Làng có 150 hộ với 600 khẩu; 70 hộ làm nón, 65 hộ làm mành, 25 hộ không làm nghề gì.",
            ("70", "-"),
        ),
        ("Sản lượng giảm từ 30% đến 20%, có nơi mất trắng.", ("từ 30% đến 20%", "từ 20% đến 30%")),
        ("Hơn 4,500 công nhân trở lại nhà máy.", ("4,500", "4.500")),
        ("Xã làm thêm 12.5 km đường bê tông.", ("12.5", "12,5")),
        ("Bồi dưỡng 480 cán bộ trong 12 lớp, bình quân 50 người mỗi lớp.", ("50", "40")),
        ("Tỉnh có 1,250 mô hình hay.", ("1,250", "1.250")),
        ("Hỗ trợ từ 2.5 đến 3 triệu đồng mỗi hộ.", ("2.5", "2,5")),
        ("2; Xã Nà Lạn; 61,4; 70.2; 8,8", ("70.2", "70,2")),
        ("Gửi tới 1,236 thầy, cô giáo lời chúc.", ("1,236", "1.236")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "number")


@pytest.mark.parametrize(
    "text",
    [
        "Xã có 240 hộ; có 180 hộ dùng nước sạch, đạt 75%.",
        "Thu đạt 3.600 tỷ đồng, bằng 90% dự toán năm 4.000 tỷ đồng.",
        "Xã có đường ô tô đến 12/12 thôn, 97,5% số hộ dùng điện lưới.",
        "Thư viện nhận 845 cuốn sách, tăng 125 cuốn so với con số 720 của năm trước.",
        "Mức mới là 520.000 đồng, thay cho mức 360.000 đồng, tức là tăng 160.000 đồng.",
        "Phát 480 phiếu tại 6 xã, mỗi xã 80 phiếu.",
        "Mỗi hộ được vay 50 triệu đồng; năm hộ mua 12 con bò.",
        "Ba bếp ăn nấu 7.200 suất cơm, bình quân 2.400 suất một bếp.",
        "Tỷ lệ hộ nghèo giảm từ 30% đến 20%.",
        "Phần mềm phiên bản 2.5 chạy tốt, cân nặng 4,500 kg.",
        "Số hộ nghèo giảm từ 60 hộ xuống còn 25 hộ, tức là giảm hơn 1/2.",
        "Nặng 1,236 tấn.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "number") == []
