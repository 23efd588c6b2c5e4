"""The frame of a letter round an article; titles and sentences that only begin like it."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.letterhead import (
    is_body_name,
    is_greeting,
    is_letterhead,
    is_receivers,
    is_signing,
)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("Độc lập - Tự do - Hạnh phúc", True),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", True),
        ("ĐẢNG CỘNG SẢN VIỆT NAM  Phong Sơn, ngày 9 tháng 4 năm 2019", True),
        ("Số: 12-BC/ĐU", True),
        ("Số 12/BC-UBND", True),
        ("Số:", True),
        ("Kính gửi: Ban Tuyên giáo Tỉnh ủy", True),
        ("V/v gửi tin, bài", True),
        ("TIN, BÀI CỘNG TÁC", True),
        ("Bài gửi đăng Bản tin Thông báo nội bộ", True),
        ("BẢN TIN", True),
        ("Mẫu số 2", True),
        ("Mật", True),
        ("KHẨN", True),
        ("", False),
        ("Đảng Cộng sản Việt Nam quang vinh", False),
        ("Đảng Cộng sản Việt Nam – 94 mùa xuân vẻ vang", False),
        ("Độc lập", False),
        ("Số 12 là số nhà ông Páo", False),
        ("Số hộ nghèo giảm 12%", False),
        ("Khẩn trương khắc phục hậu quả bão số 3", False),
        ("Mật ong Pa Hù", False),
        ("Tin của chi bộ", False),
        ("Bản tin có ký hiệu", False),
        ("Mẫu người cán bộ của dân", False),
        ("Giao ban công tác khoa giáo quý I năm 2019", False),
        ("Kính gửi: " + "Ban Tuyên giáo " * 30, False),  # longer than any head
    ],
)
def test_the_head_of_a_letter(line: str, wanted: bool) -> None:
    assert is_letterhead(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("ĐẢNG BỘ HUYỆN NẬM SA", True),
        ("ĐẢNG ỦY XÃ PA HÙ", True),
        ("*BAN TUYÊN GIÁO TỈNH ỦY*", True),
        ("BAN TỔ CHỨC HUYỆN ỦY", True),
        ("ỦY BAN NHÂN DÂN XÃ PA HÙ", True),
        ("UBND XÃ PA HÙ", True),
        ("HỘI NÔNG DÂN XÃ", True),
        ("ĐOÀN TNCS HỒ CHÍ MINH", True),
        ("PHÒNG KHOA GIÁO", True),
        ("TRƯỜNG MẦM NON NÀ LẾCH", True),
        ("Huyện ủy Nậm Sa", False),  # a byline or a title, not a head's capitals
        ("HỘI NGHỊ GIAO BAN CÔNG TÁC KHOA GIÁO", False),
        ("HỘI THI TIẾNG HÁT NGƯỜI CAO TUỔI", False),
        ("ĐOÀN KẾT LÀ SỨC MẠNH", False),
        ("ĐOÀN VIÊN XÃ PA HÙ TRỒNG CÂY", False),
        ("TRƯỜNG SA THÂN YÊU", False),
        ("PHÒNG CHỐNG DỊCH Ở VÙNG CAO", False),
        ("CÔNG AN XÃ ĐƯA DỊCH VỤ CÔNG ĐẾN TẬN BẢN", False),
        ("QUÝ I NĂM 2019", False),
        ("---", False),
        ("ĐẢNG BỘ " + "HUYỆN " * 12, True),
        ("ĐẢNG BỘ " + "HUYỆN " * 13, False),
    ],
)
def test_a_body_s_name_in_capitals(line: str, wanted: bool) -> None:
    assert is_body_name(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("TM. BAN THƯỜNG VỤ", True),
        ("T/M CHI BỘ", True),
        ("KT. CHỦ TỊCH", True),
        ("TL. TRƯỞNG BAN", True),
        ("Q. TRƯỞNG BAN", True),
        ("BÍ THƯ", True),
        ("PHÓ CHỦ TỊCH", True),
        ("Trưởng ban", True),
        ("(đã ký)", True),
        ("(Ký, ghi rõ họ tên)", True),
        ("NGƯỜI VIẾT BÀI", True),
        ("Xác nhận của Đảng ủy xã", True),
        ("Thủ trưởng đơn vị", True),
        ("", False),
        ("Lò Văn Bình", False),
        ("Bí thư Huyện ủy phát biểu tại hội nghị", False),  # a caption
        ("Chủ tịch xã kiểm tra đê", False),
        ("Bí thư chi bộ nói được, làm được.", False),
        ("Bí thư.", False),
        ("Người dân bản Pá Lừa", False),
        ("TM. " + "BAN " * 13, True),
        ("TM. " + "BAN " * 14, False),
    ],
)
def test_who_signs(line: str, wanted: bool) -> None:
    assert is_signing(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Nơi nhận:", True),
        ("Nơi nhận: Như trên", True),
        ("NƠI NHẬN", True),
        ("- Như trên;", True),
        ("- Lưu: VT", True),
        ("- Lưu VP.", True),
        ("• Như kính gửi", True),
        ("Nơi nhận giải thưởng", False),
        ("- Lưu giữ bản sắc dân tộc", False),
        ("Lưu: VT", False),
        ("Như trên", False),
    ],
)
def test_who_receives(line: str, wanted: bool) -> None:
    assert is_receivers(line) is wanted


@pytest.mark.parametrize(
    "line",
    [
        "Kính gửi Ban biên tập",
        "Kính gửi: Anh Tâm,",
        "Kính chào quý tòa soạn!",
        "Chào anh chị,",
        "Em gửi bài ạ.",
        "Em xin gửi tin và ảnh",
        "Phòng xin gửi bài viết tháng 4",
        "Gửi ban biên tập tin tháng 4",
        "Dear anh",
        "Hi chị",
        "Trân trọng!",
        "Trân trọng cảm ơn!",
        "Xin chân thành cảm ơn.",
        "Em cảm ơn ạ.",
        "Em xin chân thành cảm ơn anh chị",
        "Cảm ơn BBT",
        "Rất mong BBT sử dụng",
        "Thân ái,",
        "Best regards",
        "Sent from my iPhone",
        "Được gửi từ iPhone của tôi",
        "Kính gửi Ban biên tập, em gửi bài viết về hội nghị giao ban quý I, rất mong anh chị xem và dùng giúp em ạ",
    ],
)
def test_a_letter_greets_and_thanks(line: str) -> None:
    assert is_greeting(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Chào mừng 70 năm chiến thắng Điện Biên Phủ, bản Pá Lừa mở hội thi",
        "Chào cờ đầu tuần ở trường em",
        "Chào xuân bên bạn bè",
        "Chào năm học mới",
        "Hi vọng mới ở bản Pá Lừa",
        "Gửi gắm niềm tin vào Đảng",
        "Gửi trao yêu thương đến bản xa",
        "Gửi cả tấm lòng về Trường Sa",
        "Cảm ơn Đảng, cảm ơn Bác Hồ",
        "Cảm ơn các anh đã giữ bản làng",
        "Thân thiện với môi trường",
        "Rất mong các cấp quan tâm",
        "Chia sẻ kinh nghiệm tại hội nghị, đồng chí Lò Văn Bình nêu ba việc.",
        "Kính gửi anh " + "Bình " * 60,
        "Thân gửi các đồng chí cán bộ, đảng viên và bà con các dân tộc trong tỉnh, nhân dịp năm mới tôi gửi lời chúc "
        "tốt đẹp nhất.",
    ],
)
def test_a_title_or_a_sentence_does_not(line: str) -> None:
    assert not is_greeting(line)
