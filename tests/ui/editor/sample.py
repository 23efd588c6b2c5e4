"""The real article of 9 April 2019, and a picture made for the tests."""

from __future__ import annotations

import hashlib
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter

from desk.text.blocks import ArticleText, Paragraph, Picture, Run

LEAD = (
    "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị Giao ban công tác Khoa giáo quý I, "
    "triển khai nhiệm vụ công tác khoa giáo quý II/2019. Đồng chí Trần Đức Thuần- Trưởng ban Tuyên "
    "giáo Tỉnh ủy dự và chủ trì hội nghị. Cùng dự hội nghị có các đồng chí là lãnh đạo Ban Tuyên giáo "
    "Tỉnh ủy, đại diện lãnh đạo các ngành khối Khoa giáo, Chánh văn phòng, phòng Khoa giáo – Ban Tuyên "
    "giáo Tỉnh ủy."
)
MEETING = (
    "Tại hội nghị, các đồng chí đã trao đổi, thảo luận đánh giá kết quả đạt được, những khó khăn, hạn "
    "chế trong công tác Khoa giáo quý I/2019 và triển khai nhiệm vụ công tác Khoa giáo quý II/2019."
)
RESULTS = (
    "Quý I, Ban Tuyên giáo các cấp đã làm tốt công tác phối hợp với các ngành trong khối khoa giáo "
    "tham mưu kịp thời giúp Thường trực cấp ủy lãnh đạo, chỉ đạo triển khai thực hiện các chỉ thị, "
    "nghị quyết của Đảng về lĩnh vực khoa giáo. Tham mưu sơ kết 5 năm thực hiện Nghị quyết số "
    "36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị “về đẩy mạnh ứng dụng, phát triển công nghệ thông tin "
    "đáp ứng yêu cầu phát triển bền vững và hội nhập quốc tế” và Chỉ thị số 37-CT/TW, ngày 06/6/2014 "
    "của Ban Bí thư “về tăng cường sự lãnh đạo của Đảng đối với công tác đào tạo nhân lực có tay nghề "
    "cao”; tổng kết 10 năm thực hiện Chỉ thị 38-CT/TW, ngày 07/9/2009 của Ban Bí thư “về đẩy mạnh công "
    "tác Bảo hiểm y tế trong tình hình mới” bảo đảm thiết thực, hiệu quả. Xây dựng kế hoạch công tác "
    "khoa giáo, và tổ chức tập huấn công tác khoa giáo năm 2019 tại cơ sở. Các đơn vị trong khối khoa "
    "giáo đã bám sát sự chỉ đạo, định hướng của Trung ương, của tỉnh, chủ động triển khai các nhiệm vụ "
    "chuyên môn theo kế hoạch và đạt được nhiều kết quả quan trọng."
)
LIMITS = (
    "Bên cạnh những kết quả đạt được, việc triển khai công tác khoa giáo còn tồn tại một số hạn chế: "
    "việc trao đổi, cung cấp thông tin, báo cáo của một số ngành chưa được thường xuyên; công tác phối "
    "hợp giữa Ban Tuyên giáo Tỉnh ủy và các ngành có lúc, có việc chưa chặt chẽ, nhất là trong việc "
    "thẩm định các văn bản tham mưu trước khi trình Thường trực Tỉnh ủy, UBND tỉnh; việc triển khai "
    "nhiệm vụ chuyên môn của các ngành trong khối còn một số hạn chế."
)
ENDING = (
    "Kết luận hội nghị, đồng chí Nguyễn Hải Long – Phó trưởng ban Tuyên giáo Tỉnh ủy đề nghị trong Quý "
    "II/2019 các ngành trong khối khoa giáo chủ động trao đổi, cung cấp thông tin, báo cáo tháng đúng "
    "quy định. Phối hợp với Ban Tuyên giáo Tỉnh ủy trong thẩm định dự thảo các văn bản tham mưu trước "
    "khi trình Thường trực Tỉnh ủy, UBND tỉnh về các lĩnh vực khoa giáo. Nắm tình hình tư tưởng của "
    "cán bộ, đảng viên và nhân dân, nhất là những vấn đề nảy sinh trong quá trình triển khai các nhiệm "
    "vụ khoa giáo. Tăng cường tuyên truyền các lĩnh vực khoa giáo thông qua trao đổi thông tin tại các "
    "kỳ họp báo cáo viên của tỉnh, Bản tin Thông báo nội bộ và các phương tiện thông tin đại chúng."
)


def picture_bytes(width: int = 900, height: int = 420) -> bytes:
    """Return the bytes of a PNG with a sky."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    sky = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    sky.setColorAt(0, QColor("#9DB4CC"))
    sky.setColorAt(1, QColor("#4A5A6C"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), sky)
    painter.end()
    data = QByteArray()
    out = QBuffer(data)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, QByteArray(b"png")).write(image)
    return bytes(data.data())


PICTURE = hashlib.sha256(b"sky").hexdigest()
ARTICLE = ArticleText(
    title="Giao ban công tác Khoa giáo quý I năm 2019",
    lead=LEAD,
    byline="Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy",
    event_date=date(2019, 4, 9),
    blocks=(
        Paragraph("00000001", (Run(MEETING),)),
        Picture("00000002", PICTURE, "Các đại biểu dự Hội nghị giao ban", "Ảnh: Hải Long", "Hội trường"),
        Paragraph("00000003", (Run(RESULTS),)),
        Paragraph("00000004", (Run(LIMITS),)),
        Paragraph("00000005", (Run(ENDING),)),
    ),
)
