"""Editions for the tests: the department's real article, an issue of a given length, and monsters."""

from __future__ import annotations

import functools
import hashlib
import io
import random
from dataclasses import replace
from datetime import date

from PIL import Image

from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition, Imprint, Names, Piece, SectionPart
from desk.pictures.prepare import rendition
from desk.text.blocks import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    normal,
    sha256,
    to_json,
)

LEAD = (
    "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị Giao ban công tác Khoa giáo quý I, triển "
    "khai nhiệm vụ công tác khoa giáo quý II/2019. Đồng chí Trần Đức Thuần- Trưởng ban Tuyên giáo Tỉnh ủy dự "
    "và chủ trì hội nghị. Cùng dự hội nghị có các đồng chí là lãnh đạo Ban Tuyên giáo Tỉnh ủy, đại diện lãnh "
    "đạo các ngành khối Khoa giáo, Chánh văn phòng, phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy."
)
BODY = (
    "Tại hội nghị, các đồng chí đã trao đổi, thảo luận đánh giá kết quả đạt được, những khó khăn, hạn chế "
    "trong công tác Khoa giáo quý I/2019 và triển khai nhiệm vụ công tác Khoa giáo quý II/2019.",
    "Quý I, Ban Tuyên giáo các cấp đã làm tốt công tác phối hợp với các ngành trong khối khoa giáo tham mưu "
    "kịp thời giúp Thường trực cấp ủy lãnh đạo, chỉ đạo triển khai thực hiện các chỉ thị, nghị quyết của Đảng "
    "về lĩnh vực khoa giáo. Tham mưu sơ kết 5 năm thực hiện Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ "
    "Chính trị “về đẩy mạnh ứng dụng, phát triển công nghệ thông tin đáp ứng yêu cầu phát triển bền vững và "
    "hội nhập quốc tế” và Chỉ thị số 37-CT/TW, ngày 06/6/2014 của Ban Bí thư “về tăng cường sự lãnh đạo của "
    "Đảng đối với công tác đào tạo nhân lực có tay nghề cao”; tổng kết 10 năm thực hiện Chỉ thị 38-CT/TW, "
    "ngày 07/9/2009 của Ban Bí thư “về đẩy mạnh công tác Bảo hiểm y tế trong tình hình mới” bảo đảm thiết "
    "thực, hiệu quả. Xây dựng kế hoạch công tác khoa giáo, và tổ chức tập huấn công tác khoa giáo năm 2019 "
    "tại cơ sở. Các đơn vị trong khối khoa giáo đã bám sát sự chỉ đạo, định hướng của Trung ương, của tỉnh, "
    "chủ động triển khai các nhiệm vụ chuyên môn theo kế hoạch và đạt được nhiều kết quả quan trọng.",
    "Bên cạnh những kết quả đạt được, việc triển khai công tác khoa giáo còn tồn tại một số hạn chế: việc "
    "trao đổi, cung cấp thông tin, báo cáo của một số ngành chưa được thường xuyên; công tác phối hợp giữa "
    "Ban Tuyên giáo Tỉnh ủy và các ngành có lúc, có việc chưa chặt chẽ, nhất là trong việc thẩm định các văn "
    "bản tham mưu trước khi trình Thường trực Tỉnh ủy, UBND tỉnh; việc triển khai nhiệm vụ chuyên môn của các "
    "ngành trong khối còn một số hạn chế.",
    "Kết luận hội nghị, đồng chí Nguyễn Hải Long – Phó trưởng ban Tuyên giáo Tỉnh ủy đề nghị trong Quý "
    "II/2019 các ngành trong khối khoa giáo chủ động trao đổi, cung cấp thông tin, báo cáo tháng đúng quy "
    "định. Phối hợp với Ban Tuyên giáo Tỉnh ủy trong thẩm định dự thảo các văn bản tham mưu trước khi trình "
    "Thường trực Tỉnh ủy, UBND tỉnh về các lĩnh vực khoa giáo. Nắm tình hình tư tưởng của cán bộ, đảng viên "
    "và nhân dân, nhất là những vấn đề nảy sinh trong quá trình triển khai các nhiệm vụ khoa giáo. Tăng cường "
    "tuyên truyền các lĩnh vực khoa giáo thông qua trao đổi thông tin tại các kỳ họp báo cáo viên của tỉnh, "
    "Bản tin Thông báo nội bộ và các phương tiện thông tin đại chúng.",
)
BYLINE = "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
CAPTION = "Các đại biểu dự Hội nghị giao ban"
TITLE = "Giao ban công tác Khoa giáo quý I năm 2019"

NAMES = Names("Đảng bộ tỉnh Lai Châu", "Ban Tuyên giáo Tỉnh ủy", place="Lai Châu")
IMPRINT = Imprint(
    responsible="Đồng chí Trần Đức Thuần – Trưởng ban Tuyên giáo Tỉnh ủy",
    board="Trần Đức Thuần, Nguyễn Hải Long, Lò Thị Hương",
    editors="Phòng Tuyên truyền – Báo chí – Xuất bản",
    licence="12/GP-STTTT, ngày 04/01/2019 của Sở Thông tin và Truyền thông",
    printer="Công ty cổ phần In Lai Châu",
    copies=2800,
    periodicity="mỗi tháng một số",
    deposit="tháng 4 năm 2019",
)
SECTIONS = (
    "Văn bản, chính sách mới",
    "Tin tức – Sự kiện",
    "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Gương chi bộ, đảng viên",
    "Nghiệp vụ công tác Đảng",
    "Thông tin lý luận",
)


def picture(width: int = 640, height: int = 420, kind: str = "JPEG") -> tuple[str, bytes]:
    """Paint a picture; return its SHA-256 and its bytes."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    tint = Image.new("RGB", (width, height), (60, 90, 140))
    file = io.BytesIO()
    Image.blend(image, tint, 0.5).save(file, kind)
    return hashlib.sha256(file.getvalue()).hexdigest(), file.getvalue()


def runs(*parts: str | Run) -> tuple[Run, ...]:
    return tuple(part if isinstance(part, Run) else Run(part) for part in parts)


def paragraph(*parts: str | Run) -> Paragraph:
    return Paragraph("", runs(*parts))


def piece(number: int, text: ArticleText) -> Piece:
    stored = normal(text)
    return Piece(number, 1, sha256(to_json(stored)), stored, "Trần Đức Thuần")


def real_article(shown: str = "") -> ArticleText:
    """Return the department's article of 9/4/2019, its repeated lead taken out."""
    blocks: list[Block] = [paragraph(words) for words in BODY]
    if shown:
        blocks.insert(1, Picture("", shown, CAPTION, "Trần An", "Hội trường với các đại biểu"))
    return ArticleText(TITLE, LEAD, BYLINE, date(2019, 4, 9), tuple(blocks))


def every_kind(shown: str) -> ArticleText:
    """Return an article that uses every block and every mark."""
    bold, italic = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})
    return ArticleText(
        "Hỏi – đáp về sinh hoạt chi bộ: ẨN SỐ CỦA MỖI KỲ HỌP, ĐỔI MỚI Ở CƠ SỞ",
        "Sinh hoạt chi bộ có ý nghĩa quyết định; bài này dùng đủ các kiểu chữ.",
        "Trần An",
        date(2019, 4, 14),
        (
            Heading("", runs("Một số điểm mới"), 1),
            paragraph(
                "Chữ ",
                Run("đậm", bold),
                ", ",
                Run("nghiêng", italic),
                ", ",
                Run("cả hai", bold | italic),
                ", ",
                Run("gạch chân", frozenset({Mark.UNDERLINE})),
                ", H",
                Run("2", frozenset({Mark.SUB})),
                "O, m",
                Run("2", frozenset({Mark.SUPER})),
                " và ",
                Run("trang của Ban", link="https://example.vn/tin?a=1&b=2"),
                ".\nDòng mới trong cùng một đoạn.",
            ),
            Heading("", runs("Những việc cần làm ngay"), 2),
            ListItem("", runs("Chuẩn bị nội dung sinh hoạt"), True, 0, 3),
            ListItem(
                "",
                runs("Bí thư dự kiến nội dung; chi ủy thống nhất trước khi đưa ra chi bộ bàn bạc"),
                True,
                1,
            ),
            ListItem("", runs("Thông báo trước cho đảng viên"), True, 1),
            ListItem("", runs("Tiến hành sinh hoạt"), True, 0),
            ListItem("", runs("Đánh giá"), False, 1),
            ListItem("", runs("Kết luận, ra nghị quyết"), False, 2),
            Quote(
                "",
                runs(
                    "Chi bộ là gốc rễ của Đảng trong quần chúng. Chi bộ tốt thì mọi chính sách của Đảng "
                    "đều được thi hành tốt, mọi công việc đều tiến bộ không ngừng."
                ),
            ),
            Picture("", shown, "Chi bộ bản Nà Phặc họp kỳ tháng 4", "Lò Thị Hương"),
            Table(
                "",
                tuple(
                    tuple(runs(cell) for cell in row)
                    for row in (
                        ("Đảng bộ", "Số chi bộ", "Đảng viên", "Ghi chú"),
                        ("Tam Đường", "214", "4.512", "Đã sinh hoạt đủ kỳ"),
                        ("Sìn Hồ", "301", "5.870", "Ba chi bộ ghép, đang tách theo kế hoạch của huyện ủy"),
                        ("Mường Tè", "198", "3.905", ""),
                    )
                ),
                True,
            ),
            paragraph("Kính mời bạn đọc gửi câu hỏi về Ban Biên tập."),
        ),
    )


def short_issue() -> Edition:
    """Return a small issue: the real article and one with every kind of block."""
    shown, data = picture()
    return Edition(
        "4",
        2019,
        4,
        NAMES,
        (
            SectionPart(SECTIONS[1], (piece(1, real_article(shown)),)),
            SectionPart(SECTIONS[4], (piece(2, every_kind(shown)),)),
        ),
        {shown: data},
        IMPRINT,
    )


def long_issue(articles: int = 28, photos: int = 7, seed: int = 0) -> Edition:
    """Return an issue of about 40 pages; another seed gives articles of other lengths."""
    pictures = dict(picture(1200 + 16 * n, 700 + 40 * n) for n in range(photos))
    keys = list(pictures)
    pieces = []
    for n in range(articles):
        turn = (n * 7 + seed * 3) % 11
        blocks: list[Block] = [paragraph(BODY[(n + k + seed) % len(BODY)]) for k in range(2 + turn % 6)]
        if photos and n % 4 == 0:
            blocks.insert(1, Picture("", keys[(n // 4) % photos], f"{CAPTION} số {n}", ""))
        if n % 5 == 3:
            blocks.insert(2, Heading("", runs(f"Kết quả nổi bật {n}"), 1))
        if n % 6 == 5:
            blocks[2:2] = [ListItem("", runs(f"{BODY[0]} Ý {k}."), n % 2 == 0) for k in range(3)]
        title = f"{TITLE}: phần {n + 1}" if n % 3 else f"Phần {n + 1}. {LEAD[: 70 + 9 * turn].strip()}"
        byline = BYLINE if n % 4 != 2 else ""
        pieces.append(
            piece(n + 1, ArticleText(title, LEAD if n % 3 else LEAD[:120], byline, None, tuple(blocks)))
        )
    share = -(-articles // len(SECTIONS))
    sections = tuple(
        SectionPart(title, tuple(pieces[at * share : (at + 1) * share])) for at, title in enumerate(SECTIONS)
    )
    return Edition("4", 2019, 4, NAMES, sections, pictures, IMPRINT)


def mixed_issue(articles: int = 12) -> Edition:
    """Return an issue in which tables, lists, quotes and pictures meet page ends."""
    shown, data = picture(900, 300)
    small, dots = picture(120, 90, "PNG")
    pieces = []
    for n in range(articles):
        text = every_kind(shown if n % 2 else small)
        rows = tuple(
            tuple(runs(f"{BODY[0][k * 9 : k * 9 + 8 + (n * k) % 50]}".strip()) for k in range(2 + n % 5))
            for _ in range(6 + n * 3)
        )
        extra = (
            paragraph(BODY[n % len(BODY)]),
            Table("", rows, n % 2 == 0),
            paragraph(BODY[(n + 1) % len(BODY)][: 120 + n * 31].strip()),
        )
        pieces.append(
            piece(n + 1, replace(text, title=f"{text.title} ({n + 1})", blocks=text.blocks + extra))
        )
    halves = (pieces[: articles // 2], pieces[articles // 2 :])
    sections = tuple(
        SectionPart(title, tuple(half)) for title, half in zip(SECTIONS[2:4], halves, strict=True)
    )
    return Edition("1+2", 2019, 2, NAMES, sections, {shown: data, small: dots}, IMPRINT, date(2019, 2, 5))


def tables_issue(seed: int) -> Edition:
    """Return an issue for A4 in which tables of one column and of the page's width follow each other anyhow."""
    chance = random.Random(seed)

    def table(columns: int, rows: int) -> Table:
        words = BODY[0]
        cells = [
            [words[at : at + chance.randint(3, 25)].strip() for at in range(columns)] for _ in range(rows)
        ]
        return Table("", tuple(tuple(runs(cell) for cell in row) for row in cells), chance.random() < 0.6)

    def block() -> Block:
        kind = chance.random()
        if kind < 0.45:
            return paragraph(retold(BODY[chance.randrange(len(BODY))], chance.randrange(9999)))
        if kind < 0.75:
            return table(chance.randint(2, 4), chance.randint(2, 22))
        return table(chance.randint(5, 7), chance.randint(3, 22))

    pieces = []
    for n in range(8):
        blocks = tuple(block() for _ in range(chance.randint(2, 6)))
        lead, byline = LEAD if n % 2 else "", BYLINE if n % 3 else ""
        pieces.append(piece(n + 1, ArticleText(f"{TITLE} {n}", lead, byline, None, blocks)))
    sections = (SectionPart(SECTIONS[1], tuple(pieces[:4])), SectionPart(SECTIONS[2], tuple(pieces[4:])))
    return replace(short_issue(), sections=sections, pictures={}, design=Design(PageFormat.A4))


def with_article(text: ArticleText, **pictures: bytes) -> Edition:
    """Return an issue of one article."""
    base = short_issue()
    return replace(base, sections=(SectionPart("Tin tức", (piece(1, text),)),), pictures=pictures)


def retold(words: str, seed: int) -> str:
    """Return a text as long as the given one that says it in another order: no two paragraphs of an issue are equal.

    What is measured must not be quick because the typesetter has seen the same paragraph before.
    """
    chance = random.Random(seed)
    given = words.split(" ")
    groups = []
    while given:
        size = chance.randint(3, 7)
        groups.append(given[:size])
        given = given[size:]
    chance.shuffle(groups)
    return " ".join(word for group in groups for word in group)


@functools.lru_cache(maxsize=2)
def full_issue(seed: int = 0) -> Edition:
    """Return the issue that the figures speak of: 60 articles, 30 pictures of a camera's size, 64 pages.

    The desk has kept the pictures small too when it took them in.
    """
    pictures = dict(noisy(1500 + 8 * n, 1000, seed * 30 + n) for n in range(30))
    keys = list(pictures)
    pieces = []
    for n in range(60):
        turn = (n * 7 + seed * 3) % 11
        said = seed * 1000 + n * 10
        blocks: list[Block] = [
            paragraph(retold(BODY[(n + k + seed) % len(BODY)], said + k)) for k in range(1 + turn % 3)
        ]
        if n % 2 == 0:
            width = "half" if n % 8 == 0 else "column"
            blocks.insert(1, Picture("", keys[n // 2], f"{CAPTION} số {n}", "Trần An", width=width))
        title = f"{TITLE}: phần {n + 1}, lần {seed}"
        lead = retold(LEAD[: 90 + 9 * turn], said)
        pieces.append(piece(n + 1, ArticleText(title, lead, BYLINE, None, tuple(blocks))))
    sections = tuple(
        SectionPart(title, tuple(pieces[at * 10 : at * 10 + 10])) for at, title in enumerate(SECTIONS)
    )
    return Edition(
        "4", 2019, 4, NAMES, sections, pictures, IMPRINT,
        renditions={key: rendition(Image.open(io.BytesIO(data))) for key, data in pictures.items()},
    )  # fmt: skip


def noisy(width: int, height: int, seed: int) -> tuple[str, bytes]:
    """Paint a picture with as much in it as a photograph has; return its SHA-256 and its bytes."""
    small = random.Random(seed).randbytes(150 * 100 * 3)
    image = Image.frombytes("RGB", (150, 100), small).resize((width, height), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return hashlib.sha256(file.getvalue()).hexdigest(), file.getvalue()
