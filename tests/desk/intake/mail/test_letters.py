"""The letters of mails."""

from __future__ import annotations

from email import message_from_bytes

from desk.intake.mail.letters import decoded, file_name, html_letters, unfolded


def test_tones_that_stand_apart_are_composed() -> None:
    assert decoded("tiê\u0301ng Viê\u0323t".encode(), "utf-8") == "tiếng Việt"
    assert (
        decoded(b"ti\xea\xecng Vi\xea\xf2t", "windows-1258")
        == decoded(b"ti\xea\xecng Vi\xea\xf2t", "")
        == "tiếng Việt"
    )


def test_what_nobody_sees_goes() -> None:
    assert decoded("\ufeffmột\x00\x07 hai\t\r\n".encode(), "") == "một hai\t\r\n"


def test_html_says_its_charset() -> None:
    html = b"<meta http-equiv=Content-Type content='text/html; charset=windows-1258'>" + b"Vi\xea\xf2t"
    assert html_letters(html, "").endswith("Việt")
    assert html_letters(b"Vi\xea\xf2t", "", "cp1258") == "Việt"


def test_headers_of_every_kind_are_unfolded() -> None:
    assert unfolded("=?utf-8?Q?Vi=E1=BB?=\r\n\t=?utf-8?Q?=87t?=") == "Việt"
    assert unfolded("a\r\n b") == "a b"
    assert unfolded("=?windows-1258?B?Vmnq8nQ=?=") == "Việt"


def test_bytes_among_letters_are_letters_too() -> None:
    odd = message_from_bytes(b"Content-Disposition: attachment; filename*=utf-8''%E1%BA%A2nh\xff.png\r\n\r\n")
    assert file_name(odd).endswith(".png")
    assert decoded(b"+2AA-x", "utf-7") == "x"


def test_a_part_without_a_name_has_none() -> None:
    assert file_name(message_from_bytes(b"Content-Type: image/png\r\n\r\n")) == ""
    assert file_name(message_from_bytes(b'Content-Type: image/png; name="a.png"\r\n\r\n')) == "a.png"
