"""The letters of a mail: of its headers (RFC 2047, 2231) and of its bodies, in whatever charset they say or are."""

from __future__ import annotations

import re
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from desk.text.blocks import nfc

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_WORD_END = re.compile(r"\?=\s+=\?")
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_OTHER_NAMES = {
    "x-unknown": "",
    "unknown-8bit": "",
    "us-ascii": "",
    "ascii": "",
    "default_charset": "",
    "utf8": "utf-8",
}


def decoded(data: bytes, charset: str) -> str:
    """Return letters: in the charset that is said, in UTF-8 where they are that, else in windows-1258."""
    wish = _OTHER_NAMES.get(charset.lower().strip("\"' "), charset.lower().strip("\"' "))
    for name in (wish, "utf-8"):
        if not name:
            continue
        if name != "utf-8" and not name.startswith("utf") and _is_utf_8(data):
            name = "utf-8"  # programs say their own charset and send another
        try:
            return _clean(data.decode(name))
        except (ValueError, LookupError):  # no charset, or not this one
            continue
    return _clean(data.decode("cp1258", "replace"))


def html_letters(data: bytes, charset: str, otherwise: str = "") -> str:
    """Return the letters of HTML, whose own charset counts where the mail names none; `otherwise` where neither."""
    own = _META.search(data[:4096])
    return decoded(data, charset or (own[1].decode("ascii") if own else otherwise))


def header(message: Message, name: str) -> str:
    """Return a header's letters on one line, "" when it is not there."""
    value = message.get(name)
    return unfolded(str(value)) if value is not None else ""


def unfolded(value: str) -> str:
    """Return a header's letters, its encoded words read; bytes that are none are taken as UTF-8 or windows-1258."""
    value = _raw(_WORD_END.sub("?==?", value)) if "=?" in value else _raw(value)
    if "=?" not in value:
        return " ".join(value.split())
    parts: list[str] = []
    waiting, charset = b"", ""
    try:
        words = decode_header(value)
    except (HeaderParseError, ValueError, LookupError):  # a word in no base64
        return " ".join(value.split())
    for word, wish in words:
        data = word if isinstance(word, bytes) else _bytes(word)
        if (wish or "") != charset and waiting:
            parts.append(decoded(waiting, charset))
            waiting = b""
        waiting, charset = waiting + data, wish or ""  # a letter may be cut between two words
    parts.append(decoded(waiting, charset))
    return " ".join("".join(parts).split())


def file_name(message: Message) -> str:
    """Return the name of a part's file, "" when it has none."""
    for parameter, of in (("filename", "content-disposition"), ("name", "content-type")):
        value = message.get_param(parameter, None, of)
        if value is not None:
            name = unfolded(_rfc2231(value) if isinstance(value, tuple) else str(value))
            if name:
                return name
    return ""


def _rfc2231(value: tuple[str | None, str | None, str]) -> str:
    charset, _, text = value  # the bytes as letters of Latin-1
    data = text.encode("latin-1") if all(ord(letter) < 256 for letter in text) else _bytes(text)
    return decoded(data, charset or "")


def _raw(value: str) -> str:
    """Return a header with the bytes in it that no encoded word holds as letters."""
    return value if value.isascii() else decoded(_bytes(value), "")


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogateescape")


def _is_utf_8(data: bytes) -> bool:
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _clean(text: str) -> str:
    return nfc(_UNSEEN.sub("", text))
