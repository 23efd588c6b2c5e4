"""Single lines of mails; whole mails are in test_quoted.py."""

from __future__ import annotations

import pytest

from desk.intake.mail.marks import (
    header_lines,
    is_attribution,
    is_card_line,
    is_contact,
    is_forward,
    is_greeting,
    is_original,
    is_rule,
    is_sign_off,
)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Kính gửi Ban Biên tập!",
            "Kính gửi: BBT",
            "Gửi chị Hà,",
            "Chào anh,",
            "Thân gửi các đồng chí!",
            "Dear all,",
        ),
        *(
            "Đảng ủy Khối gửi lại bài đã chỉnh sửa:",
            "Huyện gửi 02 bài đăng Bản tin tháng 3:",
            "Chị ơi, em gửi tin ạ",
        ),
        *("Em xin gửi bài về lớp tập huấn ạ.", "Bài và ảnh em đính kèm.", "Kính mong Ban xem xét, sử dụng."),
    ],
)
def test_lines_that_greet_or_send(line: str) -> None:
    assert is_greeting(line)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Gửi yêu thương về vùng lũ",
            "Chào mừng Đại hội Đảng bộ xã",
            "Đoàn xã Pá Lau tặng 300 suất quà",
            "Xã Tân Lĩnh",
        ),
        *(
            "Anh Giàng Seo Pao, Trưởng thôn cho biết, bà con đã bỏ dần thói quen thả rông chó.",
            "Hội thi Bí thư giỏi",
        ),
        *(
            "Chị Triệu Mùi Chản, Chủ tịch Hội LHPN xã cho biết, Hội sẽ nhân rộng mô hình.",
            "Ban hành nghị quyết",
        ),
    ],
)
def test_lines_of_a_story_that_begin_alike(line: str) -> None:
    assert not is_greeting(line)


def test_lines_that_end_a_mail() -> None:
    for line in (
        "Trân trọng,",
        "Trân trọng./.",
        "--",
        "-- ",
        "Xin cảm ơn!",
        "Sent from my iPhone",
        "Best regards,",
    ):
        assert is_sign_off(line), line
    for line in (
        "Trân trọng những gì cha ông để lại, thế hệ trẻ hôm nay gìn giữ từng nếp nhà, mái đình",
        "- Một mục",
    ):
        assert not is_sign_off(line), line


def test_lines_of_a_card() -> None:
    assert is_contact("ĐT: 0900.000.118")
    assert is_contact("Email: a@x.vn")
    assert is_contact("Số 8, đường Thanh Niên - Tel (+84) 200 000 888")
    assert not is_contact("Tin, ảnh: Hà Giang (ĐT: 0900.000.111)")
    assert not is_contact("Năm 2024, toàn xã có 1.046 hộ")
    assert is_card_line("Phòng Tuyên giáo")
    assert not is_card_line("Hội nghị đã kết thúc tốt đẹp.")


def test_where_older_mails_begin() -> None:
    assert is_attribution(["Vào Th 2, 4 thg 3, 2024 lúc 09:12 BBT <", "b@x.vn> đã viết:"]) == 2
    assert is_attribution(["On Mon, Mar 4, 2024 at 9:12 AM BBT <b@x.vn> wrote:"]) == 1
    assert is_attribution(["Ngày 4/3, Thường trực Huyện ủy họp.", "Sau đó ông đã viết:"]) in (0, 2)
    assert is_forward("---------- Forwarded message ---------")
    assert is_original("-----Original Message-----")
    assert is_rule("________________________________")
    assert header_lines(["Từ: A", "Đã gửi: hôm nay", "Đến: B", "Chủ đề: C", "", "x"]) == 4
    assert (
        header_lines(["Đến: B", "Chủ đề: C"]) == header_lines(["Từ: A", "Một bài"]) == header_lines([]) == 0
    )
