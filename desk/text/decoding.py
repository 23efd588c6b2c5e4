"""Bytes to letters: which encoding a contributor's file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from desk.errors import BadIntake, IntakeFault
from desk.text.blocks import nfc
from desk.text.signs import shown

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LEGACY_PAGES = {"windows-1258": "cp1258", "windows-1252": "cp1252", "iso-8859-1": "cp1252"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
# TCVN3 puts its letters on signs that no Vietnamese word holds between two letters: "nh©n d©n".
_TCVN3 = re.compile("[A-Za-z][©®¬¨µ¶·¸¹»¼½¾ª«­¦§×ØÜÞ]+[A-Za-z]*")
# VNI writes a vowel and then its sign, đ as ñ; no Vietnamese word holds these pairs.
_VNI = re.compile("[aeouyôöAEOUYÔÖ][øûïåäëüØÛÏÅÄËÜ][A-Za-zÀ-ÿ]*|\\b[ñÑ][aeouyôöAEOUYÔÖ][A-Za-zÀ-ÿ]*")


def letters(data: bytes, name: str = "") -> str:
    """Decode a file's bytes: by its BOM, as UTF-8, as the page declares, else windows-1258.

    The letters come composed (NFC) and without signs that nobody sees.
    """
    if not data:
        raise BadIntake(IntakeFault.EMPTY, name)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data[len(bom) :], encoding, name)
    try:
        return _clean(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _decoded(data, _declared(data), name)


def legacy_letters(text: str) -> str:
    """Return a piece that looks like TCVN3 or VNI read with the wrong table, or "" when nothing does."""
    for pattern in (_TCVN3, _VNI):
        found = pattern.findall(text)
        if len(found) > max(4, len(text.split()) // 10):
            return " ".join(found[:5])
    return ""


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:2048])
    return _LEGACY_PAGES.get(match[1].decode("ascii", "replace").lower(), "cp1258") if match else "cp1258"


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return _clean(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        raise BadIntake(IntakeFault.NOT_TEXT, name) from error


def _clean(text: str, name: str) -> str:
    if _CONTROL.search(text):
        raise BadIntake(IntakeFault.NOT_TEXT, name)
    # TCVN3 keeps a letter on the soft hyphen: what a person has yet to convert must stay whole.
    return nfc(text) if legacy_letters(text) else shown(text)
