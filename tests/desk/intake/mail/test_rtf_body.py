"""Bodies that Outlook keeps as packed RTF."""

from __future__ import annotations

import struct
import unicodedata

from desk.intake.mail.rtf_body import rtf_part, unpacked, within


def melted(rtf: bytes) -> bytes:
    return struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf


def test_the_examples_of_the_specification_are_unpacked() -> None:  # [MS-OXRTFCP] 4.1
    simple = (
        b"\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63\x70\x67\x31\x32\x35"
        b"\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64\x7d\x0a\x80\x0f\xa0"
    )
    assert unpacked(simple) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    crossing = (
        b"\x1a\x00\x00\x00\x1c\x00\x00\x00\x4c\x5a\x46\x75\xe2\xd4\x4b\x51\x41\x00\x04\x20\x57\x58\x59\x5a\x0d\x6e\x7d"
        b"\x01\x0e\xb0"
    )
    assert unpacked(crossing) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_what_is_cut_or_no_packed_rtf_gives_what_there_is() -> None:
    assert unpacked(b"") == unpacked(bytes(40)) == b""
    assert unpacked(struct.pack("<II4sI", 40, 900, b"LZFu", 0) + b"\x00ab") == b"ab"


def test_the_html_within_rtf_comes_out_whole() -> None:
    rtf = (
        rb"{\rtf1\ansi\ansicpg1258\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset163 Times;}}"
        rb"{\colortbl\red0;}{\*\generator Microsoft;}{\*\htmltag19 <html>}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 "
        rb"\u272?\u7891?ng {\f1 h\'f4\'ec} \{m\} {\*\htmltag84 <b>}\htmlrtf {\b \htmlrtf0 x\'e3{\*\htmltag92 </b>}"
        rb"\htmlrtf }\htmlrtf0{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 {\*\mhtmltag84 <img src='x'>}"
        rb"{\*\htmltag84 <img src='cid:1'>}\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}{\*\htmltag27 </html>}}"
    )
    composed = unicodedata.normalize("NFC", within(rtf))
    assert composed == "<html><p>Đồng hố {m} <b>xă</b>&nbsp;<img src='cid:1'></p></html>"
    part = rtf_part(melted(rtf))
    assert part is not None
    assert part.html == within(rtf)


def test_text_within_rtf_keeps_its_lines() -> None:
    part = rtf_part(melted(rb"{\rtf1\ansi\fromtext{\fonttbl{\f0 Arial;}}Ch\u224?o\par\par B\u224?i\tab 1}"))
    assert part is not None
    assert part.text.replace("\r\n", "\n") == "Chào\n\nBài\t1"


def test_rtf_alone_is_read_as_rtf() -> None:
    part = rtf_part(melted(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 M\u7897?t\par Hai\par}"))
    assert part is not None
    assert part.text.split() == ["Một", "Hai"]
    assert rtf_part(melted(b"no rtf at all")) is None
