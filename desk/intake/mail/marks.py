"""The lines of a mail that are no part of what it brings: greetings, sign-offs, cards, and where older mails begin.

The forms are those of Gmail, Outlook, Apple Mail, Thunderbird, Yahoo, Zimbra and Zalo in Vietnamese and English.
All patterns read a line without its marks, in small letters (`bare`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from desk.text.vietnamese import bare

_COVER_WORDS = 60  # of a line; a longer one tells a story, whatever its first words are
_CARD_WORDS = 16
_ATTRIBUTION_LETTERS = 400
_LETTERS = 1000  # of a line that are looked at; a longer one is of a story
_SIGN_WORDS = 14

_WHOM = (
    r"(?:ban|bbt|quy|toa soan|dong chi|d/c|dc|anh|chi|em|co|chu|bac|cac|thay|phong|so|tap the|ca nha|moi nguoi"
    r"|ong|ba|lanh dao|bo phan|van phong|thu truong|admin|bien tap)"
)
_WHO = (
    r"(?:em|toi|minh|chau|con|chung (?:toi|em|minh)|ben em|co quan|don vi|phong|ban|huyen|xa|thi tran|phuong|truong"
    r"|hoi|doan|dang uy|chi bo|huyen uy|ubnd|ctv|anh|chi|nha truong|trung tam)"
)
_GREETING = re.compile(
    rf"(?:kinh (?:gui|thua|chao|chuyen|trinh)|than (?:gui|men|chao)|thua|xin chao|chao|gui|dear|hi|hello|em chao)\s*"
    rf"(?::|,|!|\.|$|{_WHOM}\b)|(?:kinh gui|dear)\b"
    rf"|{_WHOM}(?: \S+){{0,4}} (?:than men|kinh men|quy men)\s*[,!.:]|{_WHOM}(?: \S+){{0,3}} (?:oi|a)\s*[,!.:]"
)
_SENDS = re.compile(
    r"\b(?:xin (?:duoc )?gui|(?:em|toi|minh|chau|con) (?:\S+ ){0,2}(?:gui|chuyen|forward|fwd)"
    r"|gui (?:lai |kem |toi |den |anh |chi |ban |bbt |quy |cac |em )*(?:\d+ |hai |ba |mot so |cac |may )?"
    r"(?:tin|bai|anh|hinh|file|tep|noi dung|van ban|du thao|tai lieu)\b"
    r"|chuyen (?:tiep |lai )?(?:anh|chi|ban|bbt|dong chi|quy|em)|(?:file|tep|anh|bai) (?:gui )?(?:dinh )?kem\b"
    r"|dinh kem"
    r"|kinh mong|mong (?:ban|bbt|anh|chi|quy|duoc)|nho (?:anh|chi|ban|bbt|em)\b|(?:xem|sua|bien tap|dang) giup"
    r"|(?:anh|chi|em|ban|bbt) (?:xem|duyet|nhan)\b.*\b(?:nhe|giup|a|nha)\b|de nghi (?:ban|bbt|quy|anh|chi))"
)
_POLITE_END = re.compile(r"(?:\ba|\bnhe|\bnha|\bvoi a|\bnhe a)\s*[.!:,]*$")
_SENDER = re.compile(rf"{_WHO}\b.{{0,80}}\bgui\b.{{0,80}}[:.!]?$")

_THANKS = re.compile(
    r"(?:em |toi |chung toi |chung em |rat mong .{0,60})?(?:xin )?(?:chan thanh |tran trong |kinh )*(?:cam on|cam ta)"
    r"(?: (?:ban|bbt|quy|anh|chi|cac|nhieu|a|su|dong chi|rat|toa soan|moi nguoi)\b.*)?\s*(?:a\s*)?[.!,/]*$"
)
_SIGN_OFF = re.compile(
    r"(?:(?:xin )?(?:tran trong|kinh chao|kinh thu|kinh but|kinh|than ai|than men|than|chao than ai|chao doan ket"
    r"|tran trong kinh chao)(?: (?:kinh chao|cam on|thong bao|de nghi|bao cao|va doan ket)[^.]*)?"
    r"|(?:best|kind|warm)(?: \w+)? regards|regards|sincerely|yours .{0,20}|thanks?(?: (?:you|and|&) .{0,20})?"
    r"|thank you|cheers|br)\s*[.!,;/…]*$"
)
_DASHES = re.compile(r"\s*(?:--|—|–|_{2,10}|\*{2,10})\s*$")
_SENT_FROM = re.compile(
    r"(?:da |duoc )*(?:gui|dang) (?:tu|bang|qua) (?:iphone|ipad|dien thoai|thiet bi|ung dung|yahoo|outlook|mail|thu"
    r"|samsung|oppo|xiaomi|zalo|may tinh|hop thu|android|gmail)|sent (?:from|via|with) |get outlook for"
    r"|(?:thu|email|e-mail|tin nhan) (?:dien tu )?nay (?:da )?(?:duoc )?(?:gui|quet|kiem tra|chuyen)"
    r" (?:tu|boi|qua|bang|tu dong)|tai (?:xuong )?outlook"
    r"|duoc gui tu|nhan outlook|virus[- ]free|khong co virus|scanned by"
)
_NOTICE = re.compile(
    r"\[?(?:luu y|chu y|canh bao|thong bao|disclaimer|confidential|caution|warning|external|this (?:e-?mail|message)"
    r"|the information (?:in|contained)|thu (?:dien tu )?nay|email nay|e-mail nay|thong (?:tin|diep) (?:trong|nay)"
    r"|noi dung (?:thu|email) nay|vui long|please|xin vui long)\b"
)
_OF_A_MAIL = re.compile(
    r"\b(?:thu(?: dien tu)? nay|e-?mail nay|thu duoc gui|thong diep nay|in thu|this (?:e-?mail|message)"
    r"|before printing|(?:sender|recipient)s?)\b"
)
_PRIVATE = re.compile(
    r"\b(?:bao mat|confidential|nguoi nhan|recipients?|print|privileged|virus|tra loi|outside|ben ngoai|external"
    r"|lien ket|links?|in (?:thu|email))\b"
)
_WRITER = re.compile(r"(?:nguoi (?:gui|lien he)|lien he|moi chi tiet|thong tin lien he)\b")
_CONTACT = re.compile(
    r"\b(?:dt|dd|sdt|so dt|dien thoai|dtdd|di dong|mobile|mob|tel|phone|hotline|fax|zalo|cell|m|t|d)\b\s*[:.]?\s*"
    r"[(+\d][\d\s.()+-]{6,}|[\w.+-]+@[\w-]+\.[\w.-]+|\b(?:https?://|www\.)\S+|\b(?:dia chi|add|address)\s*:"
    r"|^\(?(?:0|\+?84)[\d\s.()-]{8,14}$"
)
_CREDIT = re.compile(
    r"(?:tin|bai|anh|tin, anh|bai, anh|tin, bai|nguoi viet|tac gia|nguon|but danh)\b[^:]{0,20}:"
)


@lru_cache(maxsize=64)
def _folded(line: str) -> str:
    return bare(line[:_LETTERS])


def is_greeting(line: str) -> bool:
    """Say whether a line greets, or says that a text is being sent; it stands before the text."""
    text = _folded(line).strip()
    if not text or len(line) > _LETTERS or len(text.split()) > _COVER_WORDS:
        return False
    return bool(
        _GREETING.match(text)
        or _SENDS.search(text)
        or (_POLITE_END.search(text) and len(text.split()) < 40)
        or (_SENDER.match(text) and text.endswith(":"))
        or is_notice(line)
    )


def is_sign_off(line: str) -> bool:
    """Say whether the mail, not its text, ends with this line."""
    text = _folded(line).strip()
    short = len(text.split()) <= _SIGN_WORDS
    return bool(
        _DASHES.match(line)
        or (short and (_SIGN_OFF.match(text) or _THANKS.match(text)))
        or (len(text.split()) <= 25 and _SENT_FROM.match(text))
        or (short and _WRITER.match(text) and _CONTACT.search(text))
        or is_notice(line)
    )


def is_notice(line: str) -> bool:
    """Say whether a line is what a mail system or a firm puts on every mail."""
    text = _folded(line).strip()
    return bool(_NOTICE.match(text) and _OF_A_MAIL.search(text) and _PRIVATE.search(text))


def is_contact(line: str) -> bool:
    """Say whether a line says how to reach somebody, as on a card; a credit line may do so too and is none."""
    text = _folded(line).strip()
    return len(text.split()) <= _CARD_WORDS and bool(_CONTACT.search(text)) and not _CREDIT.match(text)


def is_card_line(line: str) -> bool:
    """Say whether a line may stand on a card above how to reach somebody: a name, an office, a street."""
    return len(line.split()) <= _CARD_WORDS and not line.rstrip().endswith((".", ";", "”"))


# -- where older mails begin -----------------------------------------------------------------------------

_WROTE_START = re.compile(
    r"(?:(?:vao|luc|on|ngay|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b|\d{1,2}[/:-]\d).{4,}", re.DOTALL
)
_WROTE_END = re.compile(r"\b(?:da viet|viet|wrote)\s*:\s*$")
_WROTE_WHEN = re.compile(r"@|\b\d{1,2}:\d\d\b|\b\d{1,2} thg \d")
_ORIGINAL = re.compile(
    r"[-_\s]{2,}(?:original message|thu goc|tin nhan goc|thu ban dau|original appointment)[-_\s]{2,}"
)
_FORWARD = re.compile(
    r"(?:[-_=\s>]{2,}\s*(?:forwarded message|forwarded by .*|thu (?:duoc )?chuyen tiep|tin nhan (?:duoc )?chuyen tiep"
    r"|thu da chuyen tiep|noi dung chuyen tiep)\s*[-_=\s]*|begin forwarded message\s*:?"
    r"|bat dau (?:thu|tin nhan) (?:duoc )?chuyen tiep\s*:?|bat dau chuyen tiep thu\s*:?)\s*$"
)
_HEADER = re.compile(
    r"\*?(?:tu|from|nguoi gui|da gui|sent|ngay|ngay gui|date|den|toi|to|nguoi nhan|kinh gui|cc|bcc|dong kinh gui"
    r"|chu de|tieu de|subject|ve viec|v/v|reply-to|tra loi toi|importance|tam quan trong|attachments?"
    r"|dinh kem|tep dinh kem)"
    r"\s*:\*?(?:\s|$)"
)
_FROM = re.compile(r"\*?(?:tu|from|nguoi gui)\s*:")
_SENT = re.compile(r"\*?(?:da gui|sent|date|ngay|ngay gui|thoi gian|luc)\s*:")
_RULE = re.compile(r"\s*[_-]{10,}\s*$")
_PARTING = re.compile(r"\s*[-_=*~.…#]{3,}\s*$")


def is_attribution(lines: list[str]) -> int:
    """Return how many of the first lines say “on … somebody wrote:”, which may run over three; 0 when none does."""
    text = ""
    for count, line in enumerate(lines[:3], 1):
        folded = _folded(line).strip().lstrip("> ")
        if not folded or (count > 1 and _wrote(folded)):
            return 0
        text = f"{text} {folded}".strip()
        if len(text) < _ATTRIBUTION_LETTERS and _wrote(text):
            return count
    return 0


def _wrote(text: str) -> bool:
    return bool(_WROTE_END.search(text) and _WROTE_START.match(text) and _WROTE_WHEN.search(text))


def is_forward(line: str) -> bool:
    """Say whether a line says that a forwarded mail begins."""
    return bool(_FORWARD.match(_folded(line).strip()))


def is_original(line: str) -> bool:
    """Say whether a line says that the mail that was answered begins."""
    return bool(_ORIGINAL.match(_folded(line).strip()))


def header_lines(lines: list[str]) -> int:
    """Return how many of the first lines are the header of an older mail (from, sent, to …); 0 when none is."""
    heads = 0
    kinds: set[str] = set()
    for line in lines[:12]:
        text = _folded(line).strip().lstrip("> ")
        if not _HEADER.match(text):
            if not text and heads == 0:
                return 0
            break
        heads += 1
        kinds.update(kind for kind, pattern in (("from", _FROM), ("sent", _SENT)) if pattern.match(text))
    return heads if heads >= 2 and {"from", "sent"} <= kinds else 0


def is_rule(line: str) -> bool:
    """Say whether a line is drawn across the page."""
    return bool(_RULE.match(line))


def is_parting(line: str) -> bool:
    """Say whether a line of signs parts a card from the words above."""
    return bool(_PARTING.match(line))
