"""Mails as people send them, and what of each is the text that they bring."""

from __future__ import annotations

import pytest

from desk.intake.mail.quoted import Passing, own_part, plain_lines

STORY = (
    "Xã Hưng Long trao quà cho học sinh nghèo",
    "",
    "Sáng ngày 06/5, Hội Khuyến học xã Hưng Long tổ chức trao 45 suất quà cho học sinh có hoàn cảnh khó khăn "
    "trên địa bàn xã, với tổng trị giá trên 20 triệu đồng do các nhà hảo tâm và cán bộ, giáo viên đóng góp.",
    "",
    "Mỗi suất quà gồm 10 quyển vở, 1 cặp sách và 300 nghìn đồng. Thay mặt các em, em Lý Mùi Nái hứa chăm ngoan, "
    "học giỏi để xứng đáng với tình cảm của mọi người.",
    "",
    "Tạ Văn Bách",
)
TEXT = [line for line in STORY if line]


def own(text: str, passing: Passing = Passing.UNKNOWN, sender: str = "") -> list[str]:
    lines = plain_lines(text)
    return [lines[at].text.strip() for at in own_part(lines, passing, sender).kept if lines[at].text.strip()]


BEFORE = {
    "formal": "Kính gửi: Ban Biên tập Bản tin Thông báo nội bộ!\nXã Hưng Long xin gửi tin, ảnh cộng tác:\n\n",
    "person": "Chị Hà ơi,\nem gửi chị bài của xã, chị xem sửa giúp em với ạ.\n\n",
    "short": "Gửi BBT\n\n",
    "polite": "Dạ em chào chị, em gửi lại bài đã bổ sung theo yêu cầu ạ!\n\n",
    "office": "Ban Tuyên giáo Huyện ủy gửi Ban Biên tập tin tháng 5:\n\n",
    "thanks first": "Kính gửi BBT, em gửi bài ạ.\nEm cảm ơn ạ!\nTạ Văn Bách\n\n",
    "named": "Đồng chí Hà thân mến!\n\n",
    "english": "Dear anh Nam,\n\n",
    "addressed": "Kính gửi:\n- Ban Biên tập Bản tin;\n- Phòng Tuyên truyền.\n\n",
    "by order": "Kính gửi: Ban Biên tập.\n\nThực hiện Công văn số 12-CV/BTG của Ban Tuyên giáo về việc viết "
    "tin, bài cho Bản tin, Đảng ủy xã Hưng Long gửi bài như sau:\n\n",
    "outside": "[EXTERNAL EMAIL] This email originated from outside of the organization.\n\n",
    "fyi": "Anh xem giúp em tin dưới đây nhé.\n\n",
}


@pytest.mark.parametrize("above", BEFORE.values(), ids=BEFORE.keys())
def test_greetings_and_letters_about_the_text_go(above: str) -> None:
    assert own(above + "\n".join(STORY), sender="Tạ Văn Bách") == TEXT


AFTER = {
    "signature": "-- \nTạ Văn Bách\nHội Khuyến học xã Hưng Long\nĐT: 0900.000.118",
    "dashes": "--\nHội Khuyến học",
    "respect": "Trân trọng!\nHội Khuyến học xã",
    "respect dots": "Trân trọng./.",
    "respect thanks": "Xin trân trọng cảm ơn Ban Biên tập!",
    "thanks": "Em cảm ơn chị ạ.",
    "thanks team": "Chân thành cảm ơn quý Ban đã quan tâm, giúp đỡ!\nTM. BCH",
    "regards": "Best regards,\nBach Ta\n+84 900 000 118",
    "affection": "Thân ái,\nBách",
    "phone": "Đã gửi từ iPhone của tôi",
    "phone sent": "Sent from my iPad",
    "android": "Được gửi từ điện thoại thông minh Samsung Galaxy của tôi.",
    "yahoo": "Gửi từ Yahoo Mail trên Android",
    "outlook": "Nhận Outlook cho iOS",
    "zalo": "Gửi từ ứng dụng Zalo",
    "system": "Thư này được gửi từ hệ thống thư công vụ tỉnh Phong Sơn.",
    "notice": "Lưu ý: Nội dung thư điện tử này chỉ dành cho người nhận và có thể chứa thông tin bảo mật.",
    "contact": "Người gửi: Lục Thị Son - ĐT 0900000455",
    "card": "HỘI KHUYẾN HỌC XÃ HƯNG LONG\nThôn 3, xã Hưng Long, huyện Yên Hòa\n"
    "Điện thoại: 0200.000.888 - Email: hkh@x.vn",
    "lone number": "0912.345.678",
    "parted card": "------------------\nLê Văn C\nPhòng VHTT\nDĐ: 0912 345 678",
    "warning": "CẢNH BÁO: Thư này được gửi từ bên ngoài cơ quan. Không bấm vào liên kết lạ.",
    "dots": "...\nTrân trọng",
    "reply twice at": "Vào CN, 10 thg 3, 2024 vào lúc 09:12 Hà <ha@x.vn> đã viết:\n> x",
    "reply yahoo": "Vào 09:12:11 GMT+7 Thứ Hai, 4 tháng 3, 2024, Hà <ha@x.vn> đã viết:\n\nĐề nghị gửi tin",
    "reply wrote": "Lúc 09:12 ngày 04/03/2024, Hà Lê viết:\n> x",
    "mobile card": "Phòng Nội vụ huyện\nMobile: 0900 000 341 | Email: van@x.vn",
    "reply": "Vào Th 2, 4 thg 3, 2024 lúc 09:12 Ban Biên tập Bản tin <\nbantin@x.vn> đã viết:\n\n"
    "> Đề nghị gửi tin\n> Trân trọng.",
    "reply english": "On Mon, Mar 4, 2024 at 9:12 AM BBT <bantin@x.vn> wrote:\n> Đề nghị gửi tin",
    "reply day": "Vào 09:12, Th 2, 4 thg 3, 2024 Hà <ha@x.vn> đã viết:\nĐề nghị gửi tin",
    "original": "-----Original Message-----\nFrom: BBT\nSent: Friday\nTo: Bách\nSubject: tin\n\n"
    "Đề nghị gửi tin",
    "outlook vn": "Từ: Ban Biên tập <bantin@x.vn>\nĐã gửi: 04 Tháng Ba 2024 9:12 SA\nĐến: Bách\nChủ đề: tin\n\n"
    "Đề nghị gửi",
    "outlook rule": "________________________________\nFrom: BBT <b@x.vn>\nSent: Monday, March 4\nTo: B\n"
    "Subject: t\n\nĐề nghị",
    "zimbra": '----- Thư gốc -----\nTừ: "BBT" <b@x.vn>\nĐến: "Bách"\nNgày: 4/3\nTiêu đề: tin\n\n'
    "Đề nghị gửi tin",
}


@pytest.mark.parametrize("below", AFTER.values(), ids=AFTER.keys())
def test_what_stands_under_the_text_goes(below: str) -> None:
    assert own("\n".join(STORY) + "\n\n" + below) == TEXT


FORWARDS = {
    "gmail": "---------- Forwarded message ---------\nTừ: Lam Sơn <ls@x.vn>\nDate: Th 4, 20 thg 3\n"
    "Subject: Bài\nTo: P <p@x.vn>",
    "gmail vn": "---------- Thư được chuyển tiếp ----------\nTừ: Lam Sơn <ls@x.vn>\nNgày: 20/3\nChủ đề: Bài\n"
    "Đến: P <p@x.vn>",
    "apple": "Begin forwarded message:\n\nFrom: Lam Sơn <ls@x.vn>\nSubject: Bài\nDate: March 20\nTo: P",
    "apple vn": "Bắt đầu thư được chuyển tiếp:\n\nTừ: Lam Sơn\nChủ đề: Bài\nNgày: 20/3\nĐến: P",
    "thunderbird": "-------- Forwarded Message --------\nSubject: \tBài\nDate: \t20/3\nFrom: \tLam\nTo: \tP",
}


@pytest.mark.parametrize("head", FORWARDS.values(), ids=FORWARDS.keys())
def test_a_text_that_is_passed_on_is_the_text(head: str) -> None:
    mail = (
        f"Chị xem bài này giúp em, em thấy dùng được.\n\n{head}\n\nKính gửi Ban, tôi xin gửi bài.\n\n"
        + "\n".join(STORY)
    )
    assert own(mail) == TEXT
    assert own(f"\n\n{head}\n\n" + "\n".join(STORY) + "\n\nTrân trọng,\nLam Sơn") == TEXT


def test_outlook_passes_on_as_it_answers_so_the_subject_counts() -> None:
    head = "From: Lam <l@x.vn>\nSent: Monday\nTo: P\nSubject: bài\n\n"
    mail = "Chuyển chị.\n\n" + head + "\n".join(STORY)
    assert own(mail, Passing.FORWARDED) == TEXT
    assert own(mail, Passing.UNKNOWN) == TEXT
    assert own(mail, Passing.ANSWERED) == []
    twice = "FYI\n\n" + head + "Chuyển tiếp các đồng chí.\n\n" + head + "\n".join(STORY)
    assert own(twice, Passing.FORWARDED) == TEXT


def test_a_story_above_a_forward_is_the_text() -> None:
    below = "---------- Forwarded message ---------\nTừ: Lam\nDate: 20/3\n\n" + "Một bài khác. " * 40
    assert own("\n".join(STORY) + "\n\n" + below) == TEXT


def test_a_story_may_speak_of_sending_thanking_and_phones() -> None:
    story = [
        "Gửi yêu thương về vùng lũ",
        "Sáng 2/4, Huyện đoàn Bắc Tà gửi tặng 300 suất quà tới bà con xã Lũng Cà, nơi chịu nhiều thiệt hại.",
        "“Tôi cảm ơn các cháu đã đến với bà con”, cụ Giàng Thị Mỷ xúc động nói.",
        "Cảm ơn những tấm lòng, già làng Sùng A Tủa mời cả đoàn ở lại ăn bữa cơm cùng bản trước khi trời tối.",
        "Đường dây nóng tiếp nhận ủng hộ của Huyện đoàn hoạt động đến hết ngày 30/4, ngày nghỉ cũng có người trực.",
        "Tin, ảnh: Hà Giang (ĐT: 0900.000.111)",
    ]
    assert own("\n\n".join(story)) == story


def test_a_story_that_warns_is_a_story() -> None:
    for title in (
        "Lưu ý bảo mật khi dùng mạng xã hội",
        "Cảnh báo email chứa virus giả danh cơ quan nhà nước",
    ):
        assert own("\n\n".join([title, *TEXT])) == [title, *TEXT]


def test_a_name_and_its_number_at_the_foot_leave_the_name() -> None:
    assert own("\n".join([*TEXT, "ĐT: 0912.345.678"])) == TEXT


def test_somebody_called_le_did_not_write_an_older_mail() -> None:
    reply = "Vào Th 2, 4 thg 3, 2024 lúc 09:12 Hà <h@x.vn> đã viết:\n> x"
    assert own("\n\n".join([*TEXT, "Lê Thị Lúc", reply])) == [*TEXT, "Lê Thị Lúc"]


def test_words_that_somebody_wrote_are_quoted_in_a_story_too() -> None:
    story = "Ngày 4/3/2024, trong thư gửi đồng bào, Bác đã viết:"
    assert own("\n\n".join([*TEXT, story, "“Không có gì quý hơn độc lập, tự do”."]))[-2] == story


def test_nothing_is_left_of_a_mail_that_only_greets() -> None:
    assert own("Kính gửi Ban Biên tập!\n\nEm gửi bài ạ.\n\nTrân trọng cảm ơn!\nGiàng Thị Mỷ") == []
    assert own("") == []
    assert own("Vào Th 2, 4 thg 3, 2024 lúc 09:12 Hà <h@x.vn> đã viết:\n> " + "chữ " * 90) == []
