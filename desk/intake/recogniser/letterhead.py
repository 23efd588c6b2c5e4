"""The frame of an official letter round an article: its head, whom it is for, who signs, who receives it.

Source of the forms: Hướng dẫn 36-HD/VPTW (Party documents), Nghị định 30/2020/NĐ-CP (documents of the State).
"""

from __future__ import annotations

import re

from desk.intake.recogniser.names import tells_deed
from desk.text.vietnamese import bare

_HEAD = re.compile(
    r"""\W*(?:
    cong\ hoa\ xa\ hoi\ chu\ nghia\ viet\ nam.{0,80}|doc\ lap\W+tu\ do\W+hanh\ phuc.{0,40}|
    dang\ cong\ san\ viet\ nam(?:\W*|.{0,30}\bngay\b.{0,40})
    |so\ (?:ky\ )?hieu\s*:.{0,40}
    |so\s*[:.]?\s*[\d.…_]*\s*[-–/]\s*[a-z].{0,30}|so\s*:\W*
    |kinh\ (?:gui|chuyen|trinh)\b.{0,200}
    |(?:v/v|ve\ viec)\b.{0,200}
    |(?:tin|bai|tin,?\ bai|bai\ viet|tin\ va\ bai|tin\ bai)\ (?:cong\ tac|cong\ tac\ vien|gui|tham\ gia|
    cua\ ctv|viet|dang\ ban\ tin|gui\ dang|du\ thi).{0,80}
    |(?:ban\ tin|ban\ thao|tin\ anh|tin,\ anh|du\ thao|tin\ van|tin\ tuc|bai\ viet|tin\ bai)
    |mau\ (?:so\ )?\d.{0,30}|(?:mat|toi\ mat|khan|hoa\ toc|luu\ hanh\ noi\ bo)
    )\W*""",
    re.VERBOSE,
)
_BODY = re.compile(
    r"(?:dang (?:bo|uy)|tinh uy|huyen uy|thanh uy|thi uy|ban (?:tuyen giao|dan van|to chuc|noi chinh|"
    r"chi dao|chap hanh|thuong vu|quan ly|giam doc).*|"
    r"chi bo|bo doi bien phong|bo tu lenh|quan khu|(?:su|trung|lu|tieu) doan \d|"
    r"ubnd|uy ban .*|hdnd|mat tran .*|mttq.*|so (?!huu|thich|ket)|phong (?!chong|ngua|tranh|, )|"
    r"trung tam|dai (?:phat|truyen)|bao (?!cao|dong|ve|ton)|cong thong tin|trang (?:thong )?tin|"
    r"truong (?!sa|hop|ky)|cong an|bch|bo chi huy|hoi (?!nghi|thi|thao|trai|cho|hop|y|nhap|tu)|doan (?!ket|"
    r"vien|tu)|tinh doan|huyen doan|"
    r"lien doan|ldld|cong doan|van phong|benh vien|tram y te|hat kiem lam|chi cuc|cuc )",
)
_PLACE = re.compile(
    r"(?:tinh|thanh pho|tp\.?|huyen|thi xa|thi tran|xa|phuong|quan)(?: \w+){1,3}"
)  # under the body
_SIGNING = re.compile(
    r"(?:(?:tm|kt|tl|tuq|q)\s*[./]|t/m\b\.?)\s*\S.{0,80}|\W*(?:da ky|ky ten|ky, ghi ro ho ten|"
    r"ky ten,? dong dau|ky va ghi ro ho ten)\W*|"
    r"(?P<post>(?:thuong truc |pho |quyen )?(?:bi thu|chu tich|truong ban|truong phong|giam doc|"
    r"chanh van phong|hieu truong|chu nhiem|"
    r"vien truong|chanh an|doi truong|tram truong|thu truong(?: don vi)?)(?: .{0,40})?)|nguoi (?:viet|lap|"
    r"gui|bao cao)(?: bao cao| bai| tin| bieu)?|"
    r"xac nhan cua .{0,60}|(?:thu truong |lanh dao )(?:co quan|don vi).{0,30}|y kien .{0,20}(?:lanh dao|"
    r"phe duyet).{0,20}|duyet\W*|nguoi duyet.{0,20}"
)
_RECEIVERS = re.compile(
    r"\W*noi nhan\s*(?::.{0,60})?\W*|[-–+•]\s*(?:nhu tren|luu\s*(?:[:,]|(?:vp|vt|hs|ho so|van thu|"
    r"van phong)\b).{0,40}|nhu kinh gui.{0,20}).{0,20}"
)
_GREETING = re.compile(
    r"(?:kinh (?:gui|chao|thua)|than gui|gui(?! gam| trao| lai| ca| tam| theo)|(?:em|toi|minh|don vi|phong|"
    r"ban|chung toi|chung em) (?:xin )?(?:duoc )?gui|xin gui|chao(?! mung| co| xuan| don| nam| he)|dear|"
    r"hi(?! vong)|hello)\b"
    r"[^.!?]{0,40}(?:anh|chi|ban|bien tap|bbt|toa soan|quy|dong chi|em|bai|tin|thay|co|moi nguoi|ca nha|"
    r"phong|so|dinh kem|file|tep)\b.{0,160}|"
    r"(?:tran trong|xin (?:tran trong |chan thanh )?cam on|tran trong (?:cam on|kinh chao|de nghi).{0,60}|"
    r"rat mong (?:bbt|ban bien tap|toa soan|anh|chi|quy|duoc).{0,120}|"
    r"(?:xin )?(?:tran trong )?cam on(?: (?:anh|chi|ban|bbt|quy|toa soan|cac anh)(?!.* da ).{0,60})?|"
    r"than(?: ai)?|best regards|regards|thanks|kinh thu|sent from .{0,40}|(?:duoc )?gui tu .{0,40}|"
    r"nhan duoc xin .{0,60}|em (?:xin )?(?:chan thanh )?cam on.{0,60})\W*"
)

_POST_WORDS = 7  # “Chủ tịch Hội CCB xã Đông La”: more of them in small letters speak of somebody
_LONG = 20  # words of a paragraph
_TO_DESK = re.compile(
    r"\b(?:ban bien tap|bbt|toa soan|ban tin|bai viet|tin bai|gui (?:bai|tin|anh)|dinh kem|file|tep)\b"
)


def is_letterhead(line: str) -> bool:
    """Say whether a line at the top is the head of an official letter."""
    words = bare(" ".join(line.split()))
    return len(words) <= 320 and bool(_HEAD.fullmatch(words))


def is_body_name(line: str) -> bool:
    """Say whether a line in capitals names a body, as letters do at their head."""
    words = " ".join(line.split()).strip(" *-–_")
    return (
        bool(words)
        and words == words.upper()
        and len(words.split()) <= 14
        and bool(_BODY.match(bare(words)) or _PLACE.fullmatch(bare(words)))
        and not tells_deed(words)
    )


def is_signing(line: str) -> bool:
    """Say whether a line at the foot belongs to a signature: "TM. BAN THƯỜNG VỤ", "BÍ THƯ", "(đã ký)"."""
    words = bare(" ".join(line.split())).strip()
    found = _SIGNING.fullmatch(words)
    if found is None or len(words.split()) > 14 or words.endswith((".", ":")):
        return False
    capitals = line == line.upper() or len(words.split()) <= _POST_WORDS
    return not found["post"] or (capitals and not tells_deed(line))


def is_receivers(line: str) -> bool:
    """Say whether a line at the foot names who receives the letter."""
    return bool(_RECEIVERS.fullmatch(bare(" ".join(line.split()))))


def is_greeting(line: str) -> bool:
    """Say whether a line is a letter's greeting or its thanks, not the article's."""
    words = bare(" ".join(line.split()))
    if len(words.split()) >= _LONG and not _TO_DESK.search(words):
        return False  # a letter to the people is an article
    return len(words) <= 240 and bool(_GREETING.fullmatch(words))
