"""Days: weekday, calendar, zeros, order, anniversaries."""

from __future__ import annotations

import pytest

from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sáng thứ Hai, ngày 15/4/2025, tỉnh họp.", ("thứ Hai", "thứ Ba")),
        ("Trước ngày 31/4/2025 phải xong.", ("31/4/2025", "-")),
        ("Ngày 5/4/2025, tỉnh họp.", ("5/4/2025", "05/4/2025")),
        ("Nhiệm kỳ 2026 - 2021 đã qua.", ("2026 - 2021", "2021 - 2026")),
        ("Kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam.", ("94", "95")),
        ("Kỷ niệm Quốc khánh và 53 năm Ngày thành lập huyện (10/3/1985 - 10/3/2025).", ("53", "40")),
        ("Cách đây 60 năm, tối ngày 02/5/1955, làng có điện.", ("60", "70")),
        ("Hội thi từ ngày 20/6 đến ngày 14/6/2025.", ("20/6 đến ngày 14/6/2025", "-")),
        ("Trong hai ngày 19/3 và 18/3/2025, xã mở lớp.", ("19/3 và 18/3/2025", "-")),
        ("Ngày 10/3/2025, đoàn đến bản. Ba ngày sau, đoàn xuống chợ (15/3/2025).", ("15/3/2025", "-")),
        ("Đến hết ngày 25/4, có 12 hộ đăng ký.", ("25/4", "-")),
        ("Ngày 20/5 vừa qua, thôn khánh thành cầu.", ("20/5", "-")),
        ("Ngày 15/4/2025 (thứ Hai), tỉnh họp.", ("thứ Hai", "thứ Ba")),
        ("Thứ Hai tuần tới, 22/4, đoàn lên đường.", ("Thứ Hai", "Thứ Ba")),
        ("Trong hai ngày 17 và 16/4/2025, xã mở lớp.", ("ngày 17 và 16", "-")),
        (
            "Từ tháng 5/2024 đến tháng 02/2024, huyện làm đường. Rồi từ tháng 9/2023 đến tháng 3/2023 thì nghỉ.",
            ("từ tháng 9/2023 đến tháng 3/2023", "từ tháng 3/2023 đến tháng 9/2023"),
        ),
        ("Luật được thông qua ngày 10/11/2022, có hiệu lực từ ngày 01/7/2022.", ("01/7/2022", "-")),
        ("Giữa tháng 9 vừa qua, bão vào đất liền.", ("tháng 9 vừa qua", "-")),
        ("Làm từ ngày 10/3 đến ngày 05/3.", ("10/3 đến ngày 05/3", "05/3 đến ngày 10/3")),
        ("Lễ phát động: 7 giờ 30 phút ngày 15/4/2025 (thứ Tư, tức mười tám tháng Ba).", ("thứ Tư", "thứ Ba")),
        ("Bão vào chiều 07/9/2024, thứ Sáu. Mưa to.", ("thứ Sáu", "thứ Bảy")),
        ("Nên biết ngày 26/3/2022 là thứ Sáu.", ("thứ Sáu", "thứ Bảy")),
        ("Bí thư hứa sẽ báo cáo kết quả trước ngày 15/3/2025.", ("15/3/2025", "-")),
        ("Tin vui là hôm 30/4, xã đã khởi công nhà mới.", ("30/4", "-")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "date")


@pytest.mark.parametrize(
    "text",
    [
        "Sáng thứ Ba, ngày 15/4/2025, tỉnh họp.",
        "Thứ Ba, 15/04/2025",
        "Giảm 2/3 số hộ, thương binh hạng 2/4.",
        "Ngày 29/02/2024 là ngày nhuận.",
        "Quyết định số 06/QĐ-TTg.",
        "Hội thi từ ngày 14/6 đến ngày 20/6/2025.",
        "Lớp học từ ngày 25/12 đến ngày 05/01/2025.",
        "Ngày 10/3/2025, đoàn đến bản. Ba ngày sau, đoàn xuống chợ (13/3/2025).",
        "Ngày 20/11 vừa qua, trường có nhà mới.",
        "Xã có đường ô tô đến 13/13 thôn.",
        "Ngày 15/4/2025 (thứ Ba), tỉnh họp.",
        "Mở lớp từ ngày 14/4/2025 đến ngày 15/4/2025 (thứ Hai, thứ Ba).",
        "Giữa tháng 3 vừa qua, bão vào đất liền.",
        "Cuối tháng 12 vừa qua, trời rét.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "date") == []
