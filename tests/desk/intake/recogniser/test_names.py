"""Who wrote: a person, a unit, or both; and lines that only begin like one."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.names import (
    ends_open,
    is_byline,
    is_initials,
    is_labelled,
    is_numbered,
    is_person,
    names_author,
    names_person,
    tells_deed,
    without_label,
)

LABELLED = [
    "Tin, ảnh: Minh Tâm",
    "(Tin, ảnh: Minh Đức)",
    "Tin: Hồng Vân; ảnh: Duy Mạnh",
    "Bài và ảnh: Vừ A Dế",
    "Bài, ảnh: PV",
    "Người viết: Vi Thị Mai",
    "Thực hiện: Nhóm PV",
    "CTV: Vừ A Dế",
    "Theo: Báo tỉnh",
    "Nguồn: phongson.gov.vn",
    "Nguồn: 24h",
    "Tác giả: N.V.A.",
    "Nội dung: Minh Tâm",
    "Nội dung: Phòng Khoa giáo",
    "Bút ký của Hoàng Điệp",
    "Bài và ảnh của Lù Văn Pín",
    "Tin, ảnh của Phòng Khoa giáo",
    "Tin, ảnh Minh Tâm",
    "Ghi chép của tác giả Minh Tâm",
]
UNLABELLED = [
    "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy",
    "Phòng Khoa giáo",
    "Nguyễn Văn An",
    "MINH TRÍ",
    "– Minh Tâm –",
    "ThS. Lò Văn Bình",
    "PGS.TS. Lò Văn Bình, Học viện Chính trị",
    "Lê Văn Bình – Ban Tuyên giáo Huyện ủy",
    "Lò Thị Ngần (Công chức văn hóa xã)",
    "Sơn Tùng (tổng hợp)",
    "Trung tâm VH-TT huyện Bản Tòng",
    "Ban Tổ chức Huyện ủy",
    "Ủy ban Kiểm tra Tỉnh ủy",
    "Trường THCS Nà Lếch",
    "(Theo Báo tỉnh)",
    "Theo baophongson.example",
    "N.V.A",
    "PV",
    "CTV Thu Hằng",
    "BBT",
    "Tổng hợp",
    "Theo báo tỉnh",
    "Nguồn 24h",
    "Nguồn " + "Minh " * 9,
    "N.K (lược ghi)",
    "T.H (bt)",
    "HT (tổng hợp)",
    "T. H – Sở KH&CN",
    "N.H theo Báo tỉnh",
    "T.TÂM - Hồng Lĩnh",
    "Đ.Hải",
    "Minh H.",
    "Ngọc - Lan",
    "Cô Lan Anh - Trường Tiểu học Nậm Mạ",
    "Trường Tiểu học Nậm Mạ",
    "BHXH huyện Tân Uyên",
    "(Văn phòng TAND huyện Mường Pồn)",
    "Văn phòng " + "và Phòng Tuyên truyền " * 4,  # 18 words
]
NOBODY = [
    "",
    "Hội nghị kết thúc tốt đẹp.",
    "Hội nghị kết thúc",
    "Hội thi tiếng hát",
    "Hội viên nông dân xã Pa Hù",
    "Đội ngũ cán bộ",
    "Đảng viên gương mẫu đi trước",
    "Đoàn viên xã Pa Hù",
    "Trang trại của anh Páo",
    "Trường Sa thân yêu",
    "Phòng, chống dịch",
    "Xã hội học tập",
    "1. Phòng Khoa giáo",
    "1. Minh Tâm –",
    "Nguồn " + "Minh " * 10,
    "- Minh Tâm",
    "a) Phòng Khoa giáo",
    "Phần II Minh Tâm",
    "Kết quả đạt được",
    "Kết quả đạt được trong quý",
    "Phòng Khoa giáo đã hoàn thành nhiệm vụ.",
    "Ban Tuyên giáo tổ chức hội nghị",
    "Chị Lò Thị Pản được tặng nhà",
    "Theo đó, các huyện",
    "Theo dõi, giúp đỡ đảng viên mới",
    "Nguồn lực của các xã",
    "Tổng hợp kết quả",
    "Nội dung: Nâng cao chất lượng sinh hoạt",
    "Nguồn gốc của vấn đề",
    "Nguồn",
    "Theo:",
    "Bài viết của đồng chí về công tác cán bộ",
    "Bút ký của một thời",
    "Ông Giàng A Sình – “cánh chim đầu đàn” của bản",
    "Hội Cựu chiến binh xã Nậm Mạ: 5 năm xóa 32 nhà tạm",
    "HĐND – UBND phối hợp",
    "Phòng Khoa giáo " + "và Phòng Tuyên truyền " * 4,  # 19 words
]


@pytest.mark.parametrize("line", [*LABELLED, *UNLABELLED])
def test_a_unit_or_a_person_wrote(line: str) -> None:
    assert is_byline(line)


@pytest.mark.parametrize("line", NOBODY)
def test_other_lines_name_nobody(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize("line", LABELLED)
def test_a_label_says_so(line: str) -> None:
    assert is_labelled(line)


@pytest.mark.parametrize(
    "line",
    [
        *UNLABELLED,
        "Tin:",
        "Nguồn: https://phongson.example/tin/1",  # an address, no name
        "Nguồn: www.phongson.example",
        "Tin: trời đẹp",
        "Ghi: cần làm ngay",
        "Theo: Ai cũng biết thế!",
        "Bài: Vì sao bà con chưa tin?",
        "Tin: Hôm nay xã Pa Hù đã trồng xong 500 cây xanh.",
        "Tin: " + "Minh " * 19,
        "Minh Tâm: Tin vui",
    ],
)
def test_without_a_label_or_with_a_sentence_after_it_it_does_not(line: str) -> None:
    assert not is_labelled(line)


def test_a_label_of_18_words_is_one_still_and_short_initials_end_in_a_stop() -> None:
    assert is_labelled("Tin: " + "Minh " * 18)
    assert is_labelled("Tin, ảnh: Minh Tâm.")
    assert is_labelled("Tin và ảnh của cộng tác viên: N.V.A.") is False  # “của …” is no label
    assert is_labelled("Tin, bài, ảnh, clip, video, phóng sự, ký sự: N.V.A.")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Tin, ảnh: Minh Tâm", "Minh Tâm"),
        ("(Tin, ảnh: MINH ĐỨC)", "MINH ĐỨC"),
        ("– Tác giả: Vừ A Dế –", "Vừ A Dế"),
        ("| Bởi: Thu Hà |", "Thu Hà"),
        ("Minh Tâm", "Minh Tâm"),
        ("Phòng  Khoa giáo", "Phòng Khoa giáo"),
    ],
)
def test_who_wrote_is_left_without_the_label(line: str, who: str) -> None:
    assert without_label(line) == who


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Minh Tâm", True),
        ("Nguyễn Thị Hòa", True),
        ("Lò Thị Ngọc Ánh Hồng", True),
        ("Y'Blim Niê", True),
        ("Minh", False),
        ("Phòng Khoa giáo", False),
        ("Lò Thị Ngọc Ánh Hồng Vân", False),  # six
        ("Đội 4 Minh", False),
        ("Quý I/2019", False),
        ("MÙA VUI Ở PÁ LỪA", False),  # a title in capitals
        ("LỜI CỦA BÁC", False),
    ],
)
def test_two_to_five_capitalised_words_are_a_person(words: str, wanted: bool) -> None:
    assert is_person(words) is wanted
    assert names_person(f"– {words} –") is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Minh Tâm", True),
        ("ThS NGÔ ĐÌNH KHOÁT - Trường Chính trị tỉnh", True),
        ("Lù Văn Pín - Phó Chủ tịch Hội CCB xã Bản Phùng", True),
        ("Minh Tâm (tổng hợp)", True),
        ("Minh Tâm, Hồng Vân", True),
        ("Minh Tâm - người giữ lửa", False),
        ("Minh Tâm - Chủ tịch xã phát biểu tại hội nghị", False),
        ("Phòng Khoa giáo - Minh Tâm", False),
        ("Bà Minh Tâm - Chủ tịch Hội", False),
    ],
)
def test_a_person_beside_nothing_but_the_office(line: str, wanted: bool) -> None:
    assert names_author(line) is wanted


def test_a_degree_stands_before_a_person() -> None:
    assert names_person("TS. Lò Văn Bình")
    assert names_person("GS, TS. Lò Văn Bình")
    assert not names_person("TS. Bình")
    assert not names_person("Thạc sĩ ngành y")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("N.V.A", True),
        ("N.V.A.", True),
        ("PV", True),
        ("H-T", True),
        ("Đ.T", True),
        ("N", False),
        ("Nv", False),
    ],
)
def test_initials(words: str, wanted: bool) -> None:
    assert is_initials(words) is wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Ban Tuyên giáo tổ chức hội nghị", True),
        ("Ban Tổ chức Huyện ủy", False),
        ("BAN TỔ CHỨC HUYỆN ỦY", False),
        ("PHÒNG TỔ CHỨC TỔ CHỨC HỘI NGHỊ", True),
        ("UỶ BAN KIỂM TRA TỈNH ỦY", False),
        ("CÔNG AN XÃ ĐƯA DỊCH VỤ CÔNG ĐẾN TẬN BẢN", True),
        ("Phòng Khoa giáo", False),
        ("BỆNH VIỆN Y HỌC CỔ TRUYỀN", False),
        ("Trường Tiểu học Nậm Mạ", False),
        ("Dựng nhà", False),  # “dự” within another word
    ],
)
def test_a_verb_within_a_name_tells_no_deed(words: str, wanted: bool) -> None:
    assert tells_deed(words) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Quang cảnh hội nghị", True),
        ("Quang cảnh hội nghị ”", True),
        ("Hội nghị đã kết thúc.", False),
        ("“Dân bản yên lòng lắm.”", False),
        ("Người nghe là ai?", False),
        ("Kết quả như sau:", False),
        ("Kỹ năng nói;", False),
        ("và nhiều nơi khác…", False),
    ],
)
def test_a_line_ends_open_without_a_mark(line: str, wanted: bool) -> None:
    assert ends_open(line) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("1. Kết quả", True),
        ("12) Kết quả", True),
        ("(a) Kết quả", True),
        ("đ) Kết quả", True),
        ("IV. Kết quả", True),
        ("- Kết quả", True),
        ("• Kết quả", True),
        ("\uf0b7 Kết quả", True),  # Word's bullet
        ("Phần II. Kết quả", True),
        ("Điều 4 Điều lệ Đảng", True),
        ("85 học viên", False),
        ("1.250 hộ", False),
        ("-5 độ", False),
        ("Phần lớn thời gian", False),
    ],
)
def test_items_of_a_list(line: str, wanted: bool) -> None:
    assert is_numbered(line) is wanted


def test_who_wrote_without_a_colon_and_what_is_no_unit() -> None:
    assert is_labelled("Được viết bởi Nông Thị Lả")
    assert without_label("Bởi Quang Thạch") == "Quang Thạch"
    assert is_labelled("Tác giả Phương Du")
    assert not is_labelled("Video: Làng hoa vào vụ")
    assert not is_byline("Phường Kim Động lắp 40 camera ở các ngã tư")
