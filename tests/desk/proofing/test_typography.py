"""Spaces, quotation marks, dashes and units."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Huyện đã họp , rồi làm ngay.", (" ", "")),
        ("Huyện đã họp,rồi làm ngay.", (",", ", ")),
        ("Huyện đã họp  rồi.", ("  ", " ")),
        ("Nhà rộng 48m² đất.", ("48m²", "48 m²")),
        ("Đồng chí Thuần- Trưởng ban.", ("- ", " - ")),
        ("Đạt 60 % số hộ.", (" ", "")),
        ("Làm trong 20 phút,. Sau đó nghỉ.", (",.", ".")),
        ("Nước lên tới 7, 85 m trong đêm.", (", ", ",")),
        ("Người H 'Mông ở bản Mới.", (" '", "'")),
        ("Ông dặn: “Giữ lấy rừng””.", ("””", "”")),
        ("Đội hạ đồn (25/12/1944, rồi rút về rừng sâu.", ("(25/12/1944", "(25/12/1944)")),
        ("Đảng bộ xã (trước sáp nhập họp tổng kết, bàn giao hồ sơ.", ("(trước sáp nhập họp tổng kết", "-")),
        ("“Cứ để thế thì lần sau không ai dám nhận, bà Sen nói.", ("nhận", "nhận”")),
        (
            "Tổ bắt hai kẻ trộm gỗ ngay trong đêm. Tang vật là ba cưa máy, "
            "một xe kéo và gần hai mét khối gỗ lim vừa xẻ, còn thơm mùi nhựa",
            ("nhựa", "nhựa."),
        ),
        (
            "Cụ dặn con cháu giữ lấy nếp nhà Những ngày giáp tết, cả nhà cùng gói bánh.",
            ("nhà Những", "nhà. Những"),
        ),
        ("Hội nghị ( mở rộng ) diễn ra sáng nay.", ("( mở rộng )", "(mở rộng)")),
        ('Bác dặn: "Phải gần dân". Cụ chép “gần dân” lên vách.', ('"Phải gần dân"', "“Phải gần dân”")),
        (
            "Nghị quyết nêu ba nguy cơ, “tự chuyển hóa, “tự diễn biến” là một.",
            ("“tự chuyển hóa", "“tự chuyển hóa”"),
        ),
        ("Ban Chỉ đạo (BCĐ đã họp ba lần.", ("(BCĐ", "(BCĐ)")),
        ("Mốc (06/01/1946-06/01/2026) đáng nhớ.", ("-", " - ")),
        ("Chiến thắng Hà Nội-Điện Biên Phủ trên không.", ("-", " - ")),
        ("Dân hiến 8.700 m đất làm đường.", ("m", "m²")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "typography")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tiếng gà, tiếng mưa....", ("....", "…")),
        ("Tiết kiệm 9.600 Kwh trong năm.", ("Kwh", "kWh")),
        ("Chỉ thị ban hành ngày 09/ 02/2018 còn hiệu lực.", ("09/ 02/2018", "09/02/2018")),
    ],
)
def test_dots_units_and_days(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "typography")


@pytest.mark.parametrize(
    "text",
    [
        "Gửi về an.nguyen@tinh.vn, xem https://a.vn/b,c.",
        "Đạt 1.245 tấn, bằng 97,4% kế hoạch… Rất tốt.",
        "Kinh tế - xã hội phát triển.",
        "“Chuông có đấm mới kêu,\nĐèn có khêu mới tỏ”.",
        "Các việc: a) họp dân; b) bầu tổ trưởng (nếu thiếu).",
        "Có các lớp 10, 11 và 12.",
        "Chiều 7/3, Ban Vì sự tiến bộ phụ nữ tỉnh gặp mặt.",
        "Ghi danh Không gian văn hóa cồng chiêng là việc lớn.",
        "Xe dài 8 m.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "typography") == []
