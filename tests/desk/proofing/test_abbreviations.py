"""Abbreviations that nobody explained."""

from __future__ import annotations

import pytest

from desk.proofing.engine import proof
from desk.proofing.finding import Severity
from tests.desk.proofing.found import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anh vận động 14 hộ lập HTX làm chè.", ("HTX", "hợp tác xã")),
        ("Anh lập HTX. Nay HTX có 52 hộ.", ("HTX", "hợp tác xã (HTX)")),
        ("Chủ tịch UNBD xã đã ký.", ("UNBD", "UBND")),
        ("Cài VNIeD trên điện thoại.", ("VNIeD", "VNeID")),
        ("Kỳ thi trung học phổ thông (TPHT) năm nay.", ("TPHT", "THPT")),
        ("Ủy ban nhân dân xã họp sáng nay. Chiều, UBND mời dân lên bàn.", ("UBND", "Ủy ban nhân dân")),
        ("Chủ tịch UBNĐ xã đã ký.", ("UBNĐ", "UBND")),
        ("Câu lạc bộ (CLB) có 20 người. Mỗi quý, câu lạc bộ (CLB) họp một lần.", ("câu lạc bộ (CLB)", "CLB")),
        ("Họp mà ko nói rõ ai làm.", ("ko", "không")),
        ("Xin gọi đ/c Chu Thị Dung.", ("đ/c", "đồng chí")),
        ("Gặp mặt 46 CCB của xã.", ("CCB", "cựu chiến binh")),
        ("Ban Chấp hành T.W đã họp.", ("T.W", "Trung ương")),
        ("Công nghệ thông tin (CNTT) là khó. Học CNNT phải kiên trì.", ("CNNT", "CNTT")),
        ("Mỗi khu được 3 tr đồng.", ("tr đồng", "triệu đồng")),
        ("Đầu xuân, TU tổ chức lễ kỷ niệm.", ("TU", "Tỉnh ủy")),
        ("Hội CCB xã giúp nhau.", ("CCB", "Cựu chiến binh")),
    ],
)
def test_it_is_found(text: str, found: tuple[str, str]) -> None:
    assert found in told(text, "abbreviation")


@pytest.mark.parametrize(
    "text",
    [
        "Anh lập hợp tác xã (HTX). Nay HTX có 52 hộ.",
        "UBND tỉnh họp, HĐND giám sát.",
        "Ảnh từ 1 MB trở lên.",
        "Đại hội lần thứ XIII của Đảng.",
        "Trung tâm Kiểm soát bệnh tật tỉnh (CDC tỉnh) khuyến cáo.",
        "Xã có hai sản phẩm OCOP 4 sao.",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    assert told(text, "abbreviation") == []


def test_an_unexplained_one_is_a_hint() -> None:
    found = proof("Anh vận động 14 hộ lập HTX làm chè.")
    assert [(one.rule, one.severity) for one in found] == [("abbreviation.unexplained", Severity.HINT)]
