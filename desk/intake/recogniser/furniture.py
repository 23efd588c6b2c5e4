"""Lines that belong to the page around an article, never to the article.

Lines are compared bare (`text/vietnamese.py`): sites write "Uỷ", "Ủy" and capitals as they like.
"""

from __future__ import annotations

import re
from functools import lru_cache

from desk.intake.recogniser.phrases import one_of
from desk.text.vietnamese import bare

_NUMBER = r"[\d.,]+k?"
_ROUND = " \t.:;,!|•·*()[]<>»«›–—-_/\\+☆★✉☎✆🔊▶►=\"'"  # drawn round a button's words
# A line that is nothing but one or more of these is a site's button, wherever it stands.
_BUTTONS = one_of(
    "doc bai viet, doc bai, doc tin, nghe bai viet, nghe bai bao, nghe doc bai, nghe doc bao, "
    "nghe noi dung, nghe audio, nghe, audio, video, play, pause, "
    "giong nu mien bac, giong nam mien bac, giong nu mien nam, giong nam mien nam, giong nu, giong nam, "
    "giong doc, toc do doc, 0.5x, 1x, 1.25x, 1.5x, 2x, "
    "co chu, kich co chu, kich thuoc chu, font chu, mac dinh, in trang, in bai viet, in bai, in tin, "
    "ban in, in, print, luu bai viet, luu tin, luu bai, luu, "
    "gui email, gui mail, gui bai viet, gui tin, gui cho ban be, email, e-mail, mail, pdf, word, tro lai, "
    "quay lai, tro ve, quay ve, quay tro lai, "
    "quay len tren, len dau trang, ve dau trang, dau trang, ve trang chu, back to top, top, thu gon, "
    "tat ca, quan tam, theo doi, theo doi chung toi tren, "
    "google news, chia se bai viet, chia se len facebook, chia se facebook, chia se qua zalo, "
    "chia se len zalo, chia se len, chia se zalo, chia se tin nay, chia se qua, chia se, share, tweet, "
    "facebook, fb, zalo, twitter, youtube, tiktok, linkedin, messenger, telegram, google+, google, "
    "instagram, pinterest, rss, like, thich, binh luan, copy link, "
    "sao chep lien ket, copy lien ket, dang nhap, dang ky, dang xuat, tim kiem, search, menu, lien he, "
    "gop y, hoi dap, so do site, so do cong, sitemap, english, "
    "tieng viet, dong, gui, huy, huy bo, luu thong tin, gui binh luan, gui phan hoi, gui y kien, ok, "
    "bo qua, nhap lai, quang cao, advertisement, tai ve, "
    "tai xuong, tai tai lieu dinh kem, tai lieu dinh kem, tep dinh kem, file dinh kem, dinh kem tep, "
    "chon tep, dang tai, loading, trang chu, gioi thieu, a, "
    "danh gia bai viet, danh gia, xep hang, vua xong, hom qua, hom nay, xem anh lon, xem chi tiet, "
    "chi tiet, gui email bai dang nay, dang ky nhan tin, gui cho ban be, theo doi tren google news, "
    "google tin tuc, tra loi, phu hop nhat, tat ca cam xuc, da chia se voi cong khai, "
    "skip to main content, blogthis!, phong to, cai dat, thong bao loi, bao loi, bai viet huu ich, co, "
    "khong, hidden, aa, nghe noi dung bai viet, nghe bai viet nay, tuong phan, do tuong phan, "
    "left center right del, "
    "tiep theo, tiep, ke tiep, truoc, sau, lui, trang truoc, trang sau, previous, next, prev, "
    "binh chon, guest, "
    "khach, nguon, "
    "xem tin theo ngay, xem theo ngay, tin theo ngay, chon ngay, hom thu cong vu, so do trang, dat lich kham, "
    "giam kich thuoc co chu, tang kich thuoc co chu, co chu giam kich thuoc co chu tang kich co chu, "
    "them vao gio, "
    "giam co chu, tang co chu, tu dong cap nhat, xem co chu, chon ngon ngu, ban tin nhanh, "
    "hay la nguoi dau tien nhan xet, "
    "blogthis, email in, in email, chia se len pinterest, chia se voi twitter, chia se len x, "
    "mau chu, mau nen, che do doc, doc trang, in tin nay, do tuong phan cao, "
    "mo trong ung dung, mo bang ung dung, mo ung dung, mo app, tai ung dung, tai app, "
    "cai dat ung dung, xem tren app, "
    "doc tren ung dung, doc tren app, dang ky nhan ban tin, nhan ban tin, dang ky ban tin, "
    "email cua ban, nhap email, "
    "nhap email cua ban, dia chi email cua ban, dang ky ngay, dang ky theo doi, xem nhanh, xem them binh luan, "
    "chi tiet bai viet, chi tiet tin, chi tiet tin tuc, chi tiet tin bai, xuat ban thong tin, "
    "noi dung chi tiet, "
    "tra loi chu de, xem voi co chu, xem theo co chu, xem co chu, dat bao in, dat bao, bao in, "
    "lien he quang cao, "
    "chu thich anh, "
    "thong ke, tai file, tai van ban, download, hien thi y kien ban doc, gui y kien cua ban, y kien cua ban"
)
_BUTTON = rf"(?>{_BUTTONS}(?!\w))"  # taken whole: "nghe audio" is not tried as "nghe" and "audio" too
_BUTTON_LINE = re.compile(rf"{_BUTTON}(?:[\W_]+{_BUTTON})*")
_WHOLE = re.compile(
    "|".join(
        (
            rf"(?:so |tong |tong so )?(?:luot|lan|da|so nguoi)? ?(?:xem|doc|truy cap|views?|hits?|share|"
            rf"thich|like|chia se|binh luan)(?: bai| tin| trang)? ?[:=(]* ?{_NUMBER}\)?",
            rf"{_NUMBER} ?(?:luot|lan|nguoi)? ?(?:xem|doc|views?|hits?|thich|like|binh luan|chia se|luot|"
            rf"comments?)(?: trang)?",
            r"(?:xem )?(?:voi |theo )?(?:kich )?(?:co|kieu|font) chu.{0,24}|(?:video|audio) player.{0,30}|"
            r"thoi gian (?:hien tai|con lai).{0,16}",
            r"(?:neu )?(?:ban )?khong (?:xem|doc) duoc (?:email|thu) nay.{0,80}|ban nhan duoc (?:email|"
            r"thu) nay.{0,120}|huy dang ky.{0,60}",
            r"(?:click|bam|nhap|nhan) .{0,30}(?:danh gia|vao day|xem|tai|phong to|anh lon).{0,25}",
            r"tong so diem.{0,60}|\d(?:[.,]\d)? ?(?:trong|/)(?: so)? ?\d+.{0,40}|.{0,20}\d+ (?:binh chon|"
            r"votes?|phieu)|1 2 3 4 5",
            r"(?:ma xac (?:nhan|thuc)|ho (?:va )?ten|dia chi e?mail|noi dung binh luan|tieu de|captcha)\W*",
            r"(?:[\w-]|[ ().](?! ))[\w ().-]{0,80}\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic|mp4|mp3|docx?|pdf|"
            r"xlsx?|rar|zip)(?: ?\(\S+ ?[kmg]?b\)?)?",
            r"\d+ (?:giay|phut|gio|ngay|tuan|thang|nam) truoc|(?:hom (?:qua|nay)|vua xong)(?: luc)? ?[\d:h]*",
            r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|\d(?:\.\d+)?x|trang \d+(?: ?/ ?\d+)?|"
            r"\d+ ?/ ?\d+(?: ky tu)?|"
            r"page \d+(?: of \d+)?",
            r"(?:post(?:ed)? in|filed under|chuyen muc|danh muc|category|categories|thuoc (?:chuyen muc|"
            r"nhom)) ?[:.]? ?.{1,60}",
            r"(?:dang|viet|nguoi dang|nguoi gui|dang boi|duoc dang boi|nguoi nhap|bien tap boi) ?(?:boi|"
            r"by)? ?[:.]? ?(?:admin\w*|administrator|quan tri.{0,20}|super ?user|webmaster)|(?:boi|by|"
            r"tac gia) ?:? ?(?:admin\w*|super ?user|quan tri.{0,16})",
            r"in (?:luc|ngay).{0,40}|(?:nguon|url|(?:link|duong dan|lien ket)(?: \w+){0,4}) ?: ?(?:https?|www)\S+|"
            r"intnum\w+ ?=.{0,20}|\w+ ?= ?\d+;?",
            r"(?:dinh kem|tep|file|tai lieu) .{0,30}(?:tep|mb|kb)\)?.{0,20}|(?:tep|file|"
            r"tai lieu) (?:dinh kem|kem theo|lien quan|download) ?:.{0,80}",
            r"(?:tu khoa|keywords?) ?:.{3,200}",
            r"(?:you are here|ban dang (?:o|xem)(?: day| trang)?|vi tri hien tai) ?:.{0,160}",
            r"(?:doc|nghe) (?:tin(?: tuc)?|bai(?: viet| bao)?) ?\(? ?giong .{0,30}",
            r"this entry was posted.{0,120}|bookmark the permalink.{0,40}|(?:skip|jump) to (?:main )?content|"
            r"continue reading.{0,60}|proudly powered by.{0,40}",
            r"(?:tai|mo|cai dat|tai ve) (?:ung dung|app)\b.{0,50}|mau (?:chu|nen) ?:.{0,30}",
            r"theo doi .{2,50} tren (?:google|zalo|facebook|youtube|tiktok|fanpage|kenh).{0,30}",
            r"(?:moi )?(?:quy vi |ban doc |ban |doc gia )?(?:xem|doc|nghe) them\b(?! (?:la|de|va|cho)\b).{0,60}",
            r"(?:luu y|ghi chu|chu y) ?: ?.{0,40}(?:ban doc|binh luan|y kien|toa soan).{0,140}|"
            r".{0,40}go tieng viet co dau.{0,60}",
            r"(?:\(?\*\)? ?)?(?:khong|cam) (?:sao chep|copy).{0,120}|.{0,20}(?:ghi ro|"
            r"trich dan) nguon.{0,120}(?:khi|phat hanh|thong tin).{0,60}",
        )
    )
)
_FOOT = re.compile(
    "|".join(
        (
            r"(?:(?:cac|nhung|danh sach|mot so) )?(?:tin|bai|bai viet|tin bai|tin tuc|noi dung|thong tin|"
            r"chu de|su kien|tin,? bai|van ban) (?:viet )?"
            + one_of(
                "khac, lien quan, cung chuyen muc, cung chu de, cung loai, cung muc, cung danh muc, "
                "cung su kien, cung tac gia, da dua, da dang, moi hon, moi nhat, "
                "moi dang, moi cap nhat, moi, cu hon, cu, noi bat, tiep theo, truoc do, truoc, sau, "
                "doc nhieu, xem nhieu, duoc quan tam, nhieu nguoi doc, trong ngay, nen doc"
            )
            + r"(?! (?:den|toi|cho|cua|la|duoc|do|khi|ve|nay|da|se|va)\b)(?: .{0,30})?",
            one_of(
                "moi nong, moi - nong, moi va nong, ve dau trang, len dau trang, back to top, tham khao them, "
                "doc them, cac tuong thuat khac, "
                "cac cau hoi khac, "
                "ban doc viet, "
                "tin doc nhieu, doc nhieu, doc nhieu nhat, xem nhieu, xem nhieu nhat, moi nhat, "
                "cung chuyen muc, cung chu de, cung su kien, lien quan, xem them, doc them, doc tiep, "
                "xem tiep, ban doc phan hoi, thong tin ban doc, de lai binh luan, chua co binh luan, "
                "ten cua ban, binh luan facebook, dang truy cap, dang online, tu khoa, tags, tag, "
                "lien ket website, lien ket web, lien ket, lich cong tac, van ban moi, thu vien anh, "
                "thu vien video, danh muc chinh, chuyen muc khac, tin cung chuyen muc"
            ),
            r"(?:co the )?ban (?:co the )?(?:quan tam|muon doc|muon xem|thich).{0,20}|(?:mời|"
            r"moi) .{0,20}(?:doc|xem) them.{0,20}",
            r"(?:bai|tin|bai viet) (?:truoc|sau|tiep|ke tiep)(?: ?\W |: ?).{0,160}|[«»←→] ?.{0,160}|"
            r"related (?:posts?|news|articles?)",
            r"(?:y kien|gop y|phan hoi|binh luan|nhan xet|thao luan|\d* ?binh luan|"
            r"comments?)(?: (?:cua )?(?:ban doc|doc gia|bai viet|nguoi doc|cua ban))? ?(?:\(\d*\)?)?",
            r"(?:viet|gui|them|hay la|dang|de lai|co)(?: mot)? (?:binh luan|y kien|phan hoi|nguoi dau tien|"
            r"tra loi|danh gia).{0,60}|leave a (?:reply|comment).{0,20}",
            r"(?:email|thu dien tu) cua ban se khong.{0,80}|(?:tu khoa|tags?|hashtag|keywords?|nhan|"
            r"the)(?: bai viet)? ?[:：#].{0,240}|(?:#[\w -]{2,40})+",
            r"(?:tong so diem|danh gia bai viet|click de danh gia).{0,80}|(?:xep hang|danh gia)(?:\W*[:(\d].{0,80})?",
            r"(?:©|\(c\)|ban quyen|copyright|giay phep|gp so|gpxb|thiet ke boi|designed? by|powered? by|"
            r"phat trien boi|developed by|chiu trach nhiem|co quan chu quan|truong ban bien tap|"
            r"so giay phep|tong bien tap).{0,240}",
            r"(?:cong|trang) (?:thong tin|tin) dien tu(?! (?:la|da|duoc|se|gop|can|dang)\b).{0,120}|"
            r"(?:thong ke|dang|tong so|tong luot|tong) (?:truy cap|online|luot truy cap|truc tuyen).{0,60}|"
            r"so nguoi (?:online|truy cap).{0,40}",
        )
    )
)
_ADDRESS = re.compile(
    r"(?:dia chi|tru so|dien thoai|dt|sdt|so dt|tel|phone|fax|hotline|duong day nong|e-?mail|website|web|"
    r"zalo|stk|so tk|so tai khoan|tai khoan|"
    r"chu tai khoan|ma so thue|mst|cccd|cmnd|ngan hang|don vi cong tac|noi cong tac|lien he|"
    r"lien lac)\b[^.:]{0,24}[:.].{0,160}|"
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?:dt|sdt|tel|\(?\+84\)?)?\W*0[\d .]{8,13}"
)
_LINKED = one_of(
    "chi tiết, nội dung, toàn văn, thêm, thông tin, file, tệp, tài liệu, văn bản, kế hoạch, thể lệ, ảnh, "
    "danh sách, "
    "cụ thể, đầy đủ, về, xuống, máy, và, biểu mẫu, mẫu, video, hướng dẫn, quyết định, công văn"
)
# A link that a copy left dead; in its own letters: "tại" is no "tải".
_LINK = re.compile(
    r"\W*(?:(?:nội dung|chi tiết|toàn văn|thông tin|văn bản|kế hoạch|thể lệ|danh sách|mời|quý|để biết|bạn đọc|"
    r"vui lòng|độc giả|tài liệu|hướng dẫn|quyết định|công văn)\b[^.:]{0,60}[ :]+)?\(?"
    r"(?:(?:click|bấm|nhấn|nhấp|kích|truy cập|download|xem|tải)\s+)+"
    rf"(?:{_LINKED}\s+){{0,6}}(?:(?:tại|ở|vào|trong|theo)\s+)?"
    r"(?:đây|(?:các )?(?:file|tệp|tập tin|văn bản|tài liệu)(?: tin)? ?(?:được )?(?:đính )?kèm(?: theo)?)\W*",
    re.IGNORECASE,
)
_GLUED = re.compile(
    r"\s*(?:Trang chủ|Trang nhất|TRANG CHỦ|Home)(?=[^\W\d_])(?P<next>.).*"
)  # "Trang chủTin tức…"
_CRUMBS = re.compile(r"\s*(?:[>»›/|\t→]|::)\s*")
_HOME = re.compile(
    r"(?:trang chu(?! (?:yeu|dao(?! tao\b| duc\b)|tich))|trang nhat|home|ban dang (?:o|xem)|"
    r"vi tri(?=\W*[:>»]))\b.{0,230}"
)
_SECTION = one_of(
    "tin tuc - su kien, tin tuc su kien, tin tuc, tin noi bat, tin hoat dong, tin trong tinh, "
    "tin trong nuoc, tin dia phuong, tin co so, tin chinh, tin moi, tin tong hop, thong tin co so, "
    "dia phuong, diem nong, tin nong, tin nhanh, bien dao, thoi tiet, nguoi tot viec tot, "
    "moi truong - du lich, "
    "tin, thoi su, chinh tri, xa hoi, kinh te, van hoa, giao duc, y te, suc khoe, xay dung dang, "
    "quoc phong, an ninh, doi song, phap luat, the thao, khoa giao, khoa hoc, cong nghe, moi truong, "
    "nong thon moi, nguoi tot viec tot, guong dien hinh, guong sang, su kien, noi bat, tieu diem, "
    "doan the, mat tran, tuyen giao, tuyen truyen, tuyen van giao, chuyen de, dang va cuoc song, "
    "chuyen doi so, lich su dang, lich su, nghien cuu, trao doi, nghien cuu trao doi, diem bao, thong bao, "
    "doi ngoai, ban doc, phong su, phong su anh, multimedia, infographic, longform, "
    "e-magazine, emagazine, video, trang dia phuong, dien dan, goc nhin, binh luan, dan van, to chuc, "
    "tan van, truyen ngan, but ky, ghi chep, tap but, tuy but, hoi ky, tho, van hoc, van nghe, "
    "van hoc nghe thuat, "
    "phong van, doi thoai, xa luan, nhan vat, chan dung, dat va nguoi, dat nuoc con nguoi, du lich, quoc te, "
    "the gioi, "
    "giao thong, viec lam, lao dong, cong thuong, bao ve nen tang tu tuong cua dang, "
    "noi chinh, kiem tra, van phong, nong nghiep, nong dan, phu nu, thanh nien, cong doan, tu lieu"
)
_KICKER = re.compile(
    rf"{_SECTION}(?:\W+(?:va )?{_SECTION})*|(?:tin|hoat dong|chuyen muc|ban tin|guong|hoc tap va lam theo|"
    rf"dua nghi quyet|cong tac|tin tuc)\b.{{0,60}}"
)
_DOTTED = re.compile(r"\s[·|•]\s|\s[–-]\s")
_AGO = re.compile(r"\d+ (?:phut|gio|tieng|ngay|tuan|thang) truoc|hom (?:qua|kia)|vua xong")
_LONG_SECTIONS = ("hoc tap va lam theo", "dua nghi quyet")
_PATH_LETTERS = 260
_RULES = ("", "o0o", "ooo", "oo0oo")


@lru_cache(maxsize=4096)
def _folded(line: str) -> str:
    # Icons and the bullets of Word lie where no letter is printed.
    shown = "".join(sign for sign in line if sign.isprintable() or sign.isspace())
    return bare(" ".join(shown.split())).strip(_ROUND)


def is_separator(line: str) -> bool:
    """Say whether a line is only drawn: rules, stars, "-----o0o-----"."""
    return "".join(sign for sign in line if sign.isalnum()).lower() in _RULES


def is_furniture(line: str) -> bool:
    """Say whether a whole line is a site's own, wherever it stands: counters, sharing, print, names of files."""
    words = _folded(line)
    if len(words) > _PATH_LETTERS:
        return False
    if not any(sign.isalnum() for sign in words):
        return True
    parts = [part.strip() for part in _DOTTED.split(words)]
    if len(parts) > 1 and any(map(_AGO.fullmatch, parts)) and all(len(part.split()) <= 4 for part in parts):
        return True
    if _BUTTON_LINE.fullmatch(words) or _WHOLE.fullmatch(words) or _LINK.fullmatch(line.strip()):
        return True
    return _is_home(line)


def _is_home(line: str) -> bool:
    """Say whether a line is a path from the site's first page, its words parted or, as a copy leaves them, "
    "glued."""
    glued = _GLUED.fullmatch(line)
    if glued and glued["next"].isupper():
        return True
    return bool(_HOME.fullmatch(_folded(line))) and not line.rstrip().endswith((".", "!", "?"))


def is_crumbs(line: str) -> bool:
    """Say whether a line is a path or a menu: "Trang chủ > Tin tức", several short names side by side."""
    if _is_home(line) and len(line) <= _PATH_LETTERS:
        return True
    parts = [part for part in _CRUMBS.split(line.strip()) if part.strip()]
    short = all(len(part.split()) <= 5 for part in parts)
    return len(parts) >= 3 and "\t" in line.strip() and short and not any(sign.isdigit() for sign in line)


def is_foot(line: str) -> bool:
    """Say whether a line opens what a page says after its article: other news, opinions, tags, the imprint."""
    words = _folded(line)
    return 0 < len(words) <= 300 and bool(_FOOT.fullmatch(words))


def is_kicker(line: str) -> bool:
    """Say whether a line is a section's name as sites set it over a title."""
    words = _folded(line)
    return (
        len(words.split()) <= (14 if words.startswith(_LONG_SECTIONS) else 8)
        and bool(_KICKER.fullmatch(words))
        and not line.rstrip().endswith((".", "!", "?"))
    )


def is_address(line: str) -> bool:
    """Say whether a line is an address, a telephone, an account: how the author is reached or paid."""
    return bool(_ADDRESS.fullmatch(_folded(line)))
