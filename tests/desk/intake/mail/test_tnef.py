"""winmail.dat."""

from __future__ import annotations

from email import message_from_bytes

from desk.intake.mail.tnef import read_tnef
from tests.desk.intake.answers import spoilt
from tests.desk.intake.bundles import inputs

(PATH,) = [one for one in inputs("mail") if one.name.startswith("e15")]


def winmail() -> bytes:
    (part,) = [
        one for one in message_from_bytes(PATH.read_bytes()).walk() if one.get_filename() == "winmail.dat"
    ]
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data


def test_the_files_come_with_their_long_names() -> None:
    (member,) = read_tnef(winmail())
    assert member.name == "Giai ngan quy HTND.docx"
    assert member.data.startswith(b"PK\x03\x04")


def test_whatever_the_bytes_are_there_are_files_or_none() -> None:
    for copy in spoilt(winmail(), 3):
        assert all(one.data for one in read_tnef(copy))
    assert read_tnef(b"") == read_tnef(b"no such thing") == []
