"""Who issued a document, by the words behind its citation."""

from __future__ import annotations

import pytest

from desk.registers.issuing_body import issuing_body


@pytest.mark.parametrize(
    ("behind", "body"),
    [
        ("của Ban Tổ chức Trung ương về công tác đảng viên.", "Ban Tổ chức Trung ương"),
        ("của Bộ Chính trị ban hành Quy định về công tác văn thư.", "Bộ Chính trị"),
        (" của Bộ Chính trị khóa XII về đẩy mạnh", "Bộ Chính trị"),
        (" của Ban Tuyên giáo Tỉnh ủy triển khai công tác khoa giáo", "Ban Tuyên giáo Tỉnh ủy"),
        (" của Ban Chấp hành Trung ương Đảng (khóa XII) một số vấn đề", "Ban Chấp hành Trung ương Đảng"),
        (", của Văn phòng Tỉnh ủy yêu cầu các đơn vị", "Văn phòng Tỉnh ủy"),
        (
            " của Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII về",
            "Ban Chấp hành Trung ương Đảng",
        ),
        (" của Bộ Tài chính hướng dẫn việc lập dự toán", "Bộ Tài chính"),
        (" của Bộ Văn hóa, Thể thao và Du lịch về tổ chức lễ hội", "Bộ Văn hóa, Thể thao và Du lịch"),
        (" của Bộ trưởng Bộ Y tế ban hành", "Bộ Y tế"),
        (
            " của Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Biên tập phát động",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        ),
        (" của Ủy ban nhân dân tỉnh phê duyệt Đề án", "Ủy ban nhân dân tỉnh"),
        (" của Ban Thường vụ Huyện ủy Mường Chà về phân công", "Ban Thường vụ Huyện ủy Mường Chà"),
        (" của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        (" của Quốc hội; Nghị định", "Quốc hội"),
        (" của Ban Bí thư “Về một số”", "Ban Bí thư"),
        (" của Ủy ban Kiểm tra Trung ương và Kết luận số 5", "Ủy ban Kiểm tra Trung ương"),
        (" của tỉnh về phát triển", ""),
        (" về tăng cường", ""),
        (" của Ban Chỉ đạo 35 Trung ương về", "Ban Chỉ đạo 35 Trung ương"),
        (" của Liên đoàn Lao động tỉnh gửi các", "Liên đoàn Lao động tỉnh"),
        (" của Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh đã được", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ],
)
def test_a_body_is_named_whole_and_nothing_of_what_it_issued(behind: str, body: str) -> None:
    assert issuing_body(f"Số 12-HD/TW{behind}", 11) == body
