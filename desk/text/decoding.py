"""Bytes to letters: which encoding a contributor's file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from desk.errors import BadIntake, IntakeFault
from desk.text.blocks import nfc
from desk.text.legacy_fonts import Legacy, from_legacy
from desk.text.signs import shown
from desk.text.syllables import vietnamese_share

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LEGACY_PAGES = {"windows-1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_MIXED = re.compile(r"\w*[A-ZĐ][^\W\d_]*[A-ZĐ]\w*")
_FEW = 50  # of so many letters one may be wrong in a text
_BROKEN = 15  # of so many letters one byte may be foreign
_WIDE_BYTES = 20
_SURE, _BETTER = 0.6, 0.2  # shares of Vietnamese words
# TCVN3 puts its letters on signs that no Vietnamese word holds between two letters: "nh©n d©n".
_TCVN3 = re.compile("[A-Za-z][©®¬¨µ¶·¸¹»¼½¾ª«­¦§×ØÜÞ]+[A-Za-z]*")
# VNI writes a vowel and then its sign, đ as ñ; no Vietnamese word holds these pairs.
_VNI = re.compile("[aeouyôöAEOUYÔÖ][øûïåäëüØÛÏÅÄËÜ][A-Za-zÀ-ÿ]*|\\b[ñÑ][aeouyôöAEOUYÔÖ][A-Za-zÀ-ÿ]*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's letters, composed (NFC) and without signs that nobody sees."""

    text: str
    converted: bool = False  # from TCVN3 or VNI
    broken: int = 0  # bytes that are no letters in the encoding of all the others


def letters(data: bytes, name: str = "") -> str:
    """Return the letters of a file's bytes, see `decoded`."""
    return decoded(data, name).text


def decoded(data: bytes, name: str = "") -> Decoded:
    """Decode a file's bytes: by its BOM, as UTF-8, as the page declares, else as what reads most like Vietnamese.

    TCVN3 and VNI become Unicode. BadIntake: EMPTY, or NOT_TEXT for what is no text in any of them.
    """
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _whole(data[len(bom) :], encoding, name)
    wide = _wide(data)
    if wide:
        return _whole(data, wide, name)
    try:
        return _finished(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _without_utf8(data, name)


def _wide(data: bytes) -> str:
    """Return which UTF-16 a text without a BOM is in, "" for none: its spaces and ASCII letters hold zeros."""
    sample = data[:4096]
    if len(sample) < _WIDE_BYTES or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd * 3 > half and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 3 > half and odd * 20 < half else ""


def _whole(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return _finished(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        raise BadIntake(IntakeFault.NOT_TEXT, name) from error


def _without_utf8(data: bytes, name: str) -> Decoded:
    match = _DECLARED.search(data[:2048])
    said = _LEGACY_PAGES.get(match[1].decode("ascii", "replace").lower(), "") if match else ""
    if said:
        return _finished(data.decode(said, "replace"), name)
    mended = data.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    if broken * _BROKEN < len(mended) and not mended.replace("\ufffd", "").isascii():
        return replace(_finished(mended, name), broken=broken)
    read = [(data.decode("cp1258", "replace"), False)]
    latin = data.decode("cp1252", "replace").replace("\ufffd", "")
    raw = data.decode("latin-1")
    read += [(_from_tcvn3(raw), True), (from_legacy(latin, Legacy.VNI), True), (latin, False)]
    text, converted = max(read, key=lambda one: vietnamese_share(nfc(one[0])))
    if not vietnamese_share(nfc(text)):
        text, converted = read[0]
    return replace(_finished(text, name, unchanged=True), converted=converted)


def _finished(text: str, name: str, *, unchanged: bool = False) -> Decoded:
    """Clean letters; those that Unicode only carries for TCVN3 or VNI are converted when that reads better."""
    controls = len(_CONTROL.findall(text))
    if controls * _FEW > len(text):
        raise BadIntake(IntakeFault.NOT_TEXT, name)
    if controls:
        text = _CONTROL.sub("", text)
    if not unchanged and legacy_letters(text):
        found = max((_from_tcvn3(text), from_legacy(text, Legacy.VNI)), key=vietnamese_share)
        if vietnamese_share(found) > max(_SURE, vietnamese_share(text) + _BETTER):
            return Decoded(shown(nfc(found)), converted=True)
        return Decoded(nfc(text))  # TCVN3 keeps a letter on the soft hyphen: for a person to convert
    return Decoded(shown(text))


def _from_tcvn3(text: str) -> str:
    """Return TCVN3 in Unicode; its capitals with marks were small letters of another font."""
    return _MIXED.sub(lambda match: match[0].upper(), from_legacy(text, Legacy.TCVN3))


def legacy_letters(text: str) -> str:
    """Return a piece that looks like TCVN3 or VNI read with the wrong table, or "" when nothing does."""
    for pattern in (_TCVN3, _VNI):
        found = pattern.findall(text)
        if len(found) > max(4, len(text.split()) // 10):
            return " ".join(found[:5])
    return ""
