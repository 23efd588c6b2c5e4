"""Notices of several meetings."""

from __future__ import annotations

from datetime import date, time

from desk.announcements import several
from desk.announcements.letters import Letters
from desk.announcements.reader import read_notice

TODAY = date(2019, 4, 8)
TWO = (
    "THÔNG BÁO\n1. Họp giao ban\nThời gian: 8h00 ngày 15/4/2019\nĐịa điểm: Phòng 1\n"
    "2. Hội nghị sơ kết\nThời gian: 14h00 cùng ngày\nĐịa điểm: như trên\n"
)


def test_blocks_with_a_time_each() -> None:
    letters = Letters.of(TWO)
    assert [letters.text[one.start : one.stop].split("\n")[0] for one in several.blocks(letters)] == [
        "1. Họp giao ban",
        "2. Hội nghị sơ kết",
    ]
    assert [(one.title, one.date, one.start, one.place) for one in read_notice(TWO, TODAY)] == [
        ("Họp giao ban", date(2019, 4, 15), time(8), "Phòng 1"),
        ("Hội nghị sơ kết", date(2019, 4, 15), time(14), "Phòng 1"),
    ]
    assert len(several.blocks(Letters.of("Thời gian: 8h"))) == 1


def test_lines_with_an_hour_each() -> None:
    found = read_notice(
        "Kính mời dự họp sơ kết học kỳ I:\n- Khối 1, 2, 3: 7g30 Chủ nhật, ngày 14/4/2019\n"
        "- Khối 4, 5: 9g30 Chủ nhật, ngày 14/4/2019\nĐịa điểm: tại phòng học của lớp.",
        TODAY,
    )
    assert [(one.title, one.start, one.place) for one in found] == [
        ("họp sơ kết học kỳ I", time(7, 30), "phòng học của lớp"),
        ("họp sơ kết học kỳ I", time(9, 30), "phòng học của lớp"),
    ]


def test_parts_of_a_congress_have_their_own_names() -> None:
    found = read_notice(
        "Kính mời dự Đại hội đại biểu Đảng bộ xã\n+ Phiên trù bị: từ 14h00 ngày 18/4/2019;\n"
        "+ Phiên chính thức: từ 7h30 ngày 19/4/2019.\nTại: Hội trường UBND xã",
        TODAY,
    )
    assert [(one.title, one.date) for one in found] == [
        ("Phiên trù bị", date(2019, 4, 18)),
        ("Phiên chính thức", date(2019, 4, 19)),
    ]


def test_a_later_sentence_on_the_same_day() -> None:
    found = read_notice(
        "Thường trực HĐND tổ chức phiên họp thường kỳ.\n- Thời gian: 7h30, ngày 22 tháng 4 năm "
        "2019.\n- Địa điểm: Phòng họp số 2.\n"
        "Sau phiên họp, vào hồi 14h00' cùng ngày, Thường trực tổ chức khảo sát tại xã Minh Tân.",
        TODAY,
    )
    assert [(one.title, one.start, one.place) for one in found] == [
        ("phiên họp thường kỳ", time(7, 30), "Phòng họp số 2"),
        ("khảo sát", time(14), "xã Minh Tân"),
    ]


def test_deadlines_are_no_meetings() -> None:
    found = read_notice(
        "Kính mời dự Hội nghị lúc 8h00 ngày 15/4/2019 tại P1.\n- Đăng ký trước 16h00 ngày "
        "12/4/2019\n- Gửi báo cáo trước 11h00 ngày 11/4/2019",
        TODAY,
    )
    assert [one.start for one in found] == [time(8)]


def test_classes_of_a_training_by_their_days_and_places() -> None:
    found = read_notice(
        "Sở tổ chức 02 lớp tập huấn nghiệp vụ khuyến nông, như sau:\n1. Thời gian, địa điểm\n"
        "- Lớp 1: 02 ngày, từ ngày 15/4/2019 đến ngày 16/4/2019, tại Hội trường A.\n"
        "- Lớp 2: 02 ngày, từ ngày 18/4/2019 đến ngày 19/4/2019, tại Nhà văn hóa B.",
        TODAY,
    )
    assert [(one.title.split()[-2:], one.date, one.last, one.place) for one in found] == [
        (["Lớp", "1"], date(2019, 4, 15), date(2019, 4, 16), "Hội trường A"),
        (["Lớp", "2"], date(2019, 4, 18), date(2019, 4, 19), "Nhà văn hóa B"),
    ]


def test_several_moves_in_one_sentence() -> None:
    found = read_notice(
        "Do bão, Ban Thường vụ quyết định chuyển thời gian tổ chức Hội nghị Ban Thường vụ lần thứ 9 sang ngày "
        "15/4/2019; chuyển thời gian tổ chức Hội nghị Ban Chấp hành lần thứ 10 sang 8h00 ngày 16/4/2019.",
        TODAY,
    )
    assert [(one.title, one.date, one.start) for one in found] == [
        ("Hội nghị Ban Thường vụ lần thứ 9", date(2019, 4, 15), None),
        ("Hội nghị Ban Chấp hành lần thứ 10", date(2019, 4, 16), time(8)),
    ]
    assert all(one.change is not None for one in found)


def test_a_message_s_second_meeting_later_that_day_at_the_same_place() -> None:
    first, second = read_notice(
        "Sáng 15/4/2019 lúc 8h00 mời họp kiểm kê tài sản tại phòng họp tầng 2 ạ.\n"
        "Chiều 14h mời tổ thẩm định họp thông qua biên bản, cùng địa điểm ạ.",
        TODAY,
    )
    assert (first.place, second.place) == ("phòng họp tầng 2", "phòng họp tầng 2")
    assert (second.date, second.start) == (date(2019, 4, 15), time(14))
    assert second.doubts


def test_a_numbered_heading_names_its_block() -> None:
    found = read_notice(
        "Thường trực triệu tập Kỳ họp thứ 5, cụ thể:\n1. Phiên trù bị (chỉ đại biểu)\n"
        "+ Thời gian: 14h00, ngày 15/4/2019\n+ Địa điểm: Phòng họp A, Trụ sở\n2. Phiên chính thức\n"
        "+ Thời gian: khai mạc lúc 8h00 ngày 16/4/2019, bế mạc ngày 17/4/2019\n+ Địa điểm: Hội trường lớn",
        TODAY,
    )
    assert [(one.title, one.date, one.last) for one in found] == [
        ("Phiên trù bị", date(2019, 4, 15), None),
        ("Phiên chính thức", date(2019, 4, 16), date(2019, 4, 17)),
    ]


def test_a_list_whose_lines_begin_with_the_place() -> None:
    found = read_notice(
        "THÔNG BÁO LỊCH LỚP THÁNG 4/2019\n"
        "- Phòng 201: Lớp bồi dưỡng bí thư chi bộ, từ ngày 15/4 đến hết ngày 17/4; khai giảng lúc 7h30.\n"
        "- Hội trường lớn: Bế giảng lớp chuyên viên chính, 9h00 ngày 19/4/2019.",
        TODAY,
    )
    assert [(one.title, one.date, one.place) for one in found] == [
        ("Lớp bồi dưỡng bí thư chi bộ", date(2019, 4, 15), "Phòng 201"),
        ("Bế giảng lớp chuyên viên chính", date(2019, 4, 19), "Hội trường lớn"),
    ]


def test_what_follows_at_once_is_on_the_day_before_it() -> None:
    found = read_notice(
        "Kính mời các đồng chí dự:\na) Lễ trao Huy hiệu: 13 giờ 30 thứ Hai, ngày 15/4/2019, tại Nhà văn hóa.\n"
        "b) Ngay sau lễ trao Huy hiệu (khoảng 15 giờ 30): Gặp mặt đảng viên cao tuổi, cũng tại Nhà văn hóa.",
        TODAY,
    )
    assert [(one.title, one.date, one.start, one.place) for one in found] == [
        ("Lễ trao Huy hiệu", date(2019, 4, 15), time(13, 30), "Nhà văn hóa"),
        ("Gặp mặt đảng viên cao tuổi", date(2019, 4, 15), time(15, 30), "Nhà văn hóa"),
    ]


def test_the_paper_that_invites_stands_before_an_items_own_words() -> None:
    found = read_notice(
        "Phân công dự họp\n"
        "1. Giấy mời số 112/GM-SXD ngày 09/4/2019: Họp thẩm định phân khu số 3; 8h00 ngày 15/4/2019, "
        "tại phòng họp Sở.\n"
        "2. Thư mời ngày 08/4/2019 của Trường A: Ngày hội đọc sách; 7h30 ngày 18/4/2019, tại sân trường. "
        "Giao đồng chí Đàm Thị Nga chủ trì.",
        TODAY,
    )
    assert [(one.title, one.date) for one in found] == [
        ("Họp thẩm định phân khu số 3", date(2019, 4, 15)),
        ("Ngày hội đọc sách", date(2019, 4, 18)),
    ]
    assert [name for name, _ in found[1].chairs] == ["Đàm Thị Nga"]


def test_lines_that_begin_with_an_hour_are_meetings_unless_they_are_one_meetings_agenda() -> None:
    text = "Ngày mai 9/4/2019\n16h00: Giao lưu với nhà văn tại Thư viện\n18h30: Chiếu phim ở sân vận động"
    assert [one.start for one in read_notice(text, TODAY)] == [time(16), time(18, 30)]
    agenda = "Hội nghị A ngày 9/4/2019 tại P1\n7h30: Đón tiếp đại biểu\n8h00: Tuyên bố lý do\n11h00: Bế mạc"
    assert len(read_notice(agenda, TODAY)) == 1


def test_blocks_with_numbered_labels() -> None:
    text = (
        "Lễ A\n1. Thời gian: 8h ngày 15/4/2019\n2. Địa điểm: P1\n"
        "Lễ B\n1. Thời gian: 9h ngày 16/4/2019\n2. Địa điểm: P2"
    )
    assert [one.place for one in read_notice(text, TODAY)] == ["P1", "P2"]


def test_classes_keep_what_stands_in_their_brackets_and_names_of_other_items_are_their_own() -> None:
    found = read_notice(
        "Mở các lớp tập huấn như sau:\n"
        "a) Lớp 1 (cán bộ Hội): 02 ngày, 11 - 12/4/2019, tại Nhà khách.\n"
        "b) Lớp 3 (lái xe): 01 buổi chiều, 13h30 thứ Năm 18/4/2019, tại Hội trường Bến xe.",
        TODAY,
    )
    assert [(one.title, one.place) for one in found] == [
        ("Lớp 1 (cán bộ Hội)", "Nhà khách"),
        ("Lớp 3 (lái xe)", "Hội trường Bến xe"),
    ]
    keycaps = (
        "1\ufe0f\u20e3 Họp phụ huynh: 8h ngày 13/4/2019 tại lớp\n"
        "2\ufe0f\u20e3 Vui Trung thu: 17h30 ngày 14/4/2019 tại sân"
    )
    assert [one.title for one in read_notice(keycaps, TODAY)] == ["Họp phụ huynh", "Vui Trung thu"]


def test_villages_with_an_hour_each_and_zones_of_time() -> None:
    found = read_notice(
        "UBND xã thông báo lịch tiêm phòng:\nThôn 1, thôn 2: 7h30 – 10h30 ngày 10/4/2019, tại Nhà văn hóa\n"
        "Thôn 3: 14h00 – 16h30 ngày 10/4/2019, tại Trạm Y tế",
        TODAY,
    )
    assert [one.place for one in found] == ["Nhà văn hóa", "Trạm Y tế"]
    (other,) = read_notice(
        "Chủ đề: Họp rà soát số hóa\nThời gian: 10 tháng 4, 2019 09:00 – 10:30 (GMT+07:00)", TODAY
    )
    assert (other.end, [doubt for doubt, _ in other.doubts]) == (time(10, 30), [])


def test_a_list_of_hours_stands_on_the_last_day_named_before_it() -> None:
    found = read_notice(
        "Thay lịch ngày 10/4/2019, các cuộc họp sau đây chuyển sang ngày 13/4/2019 như sau:\n"
        "- 8h00: Họp giao ban tại Phòng 1\n- 14h00: Hội nghị sơ kết tại Phòng 2\n",
        date(2019, 4, 8),
    )
    assert [(one.title, one.date) for one in found] == [
        ("Họp giao ban", date(2019, 4, 13)),
        ("Hội nghị sơ kết", date(2019, 4, 13)),
    ]
