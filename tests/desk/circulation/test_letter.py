from __future__ import annotations

import email
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default

from desk.circulation import outgoing
from desk.circulation.letter import letter, subject
from tests.making import Cast, article, words


def read(data: bytes) -> EmailMessage:
    made = email.message_from_bytes(data, policy=default)
    assert isinstance(made, EmailMessage)
    return made


def test_a_letter_greets_names_the_article_and_carries_its_file(cast: Cast) -> None:
    left = outgoing.outgoing(cast.editor, article(cast, words("Hội nghị cán bộ toàn tỉnh")))
    made = read(letter([left], [b"PK tin"], "Phạm Văn Biên"))
    assert made["X-Unsent"] == "1"
    assert made["Subject"] == f"Xin ý kiến bài: Hội nghị cán bộ toàn tỉnh [{left.code}]"
    body = made.get_body(("plain",))
    assert body is not None
    assert body.get_content().startswith("Kính gửi đồng chí,")
    assert "Phạm Văn Biên" in body.get_content()
    (file,) = made.iter_attachments()
    assert file.get_filename() == f"{left.file_stem}.docx"
    assert file.get_payload(decode=True) == b"PK tin"


def test_several_articles_go_in_one_letter(cast: Cast) -> None:
    left = [outgoing.outgoing(cast.editor, article(cast, words(title))) for title in ("Một", "Hai")]
    made = read(letter(left, [b"1", b"2"], "Biên"))
    assert made["Subject"] == "Xin ý kiến 2 bài"
    assert len(list(made.iter_attachments())) == 2


def test_a_long_title_is_cut_in_the_subject(cast: Cast) -> None:
    left = outgoing.outgoing(cast.editor, article(cast))
    long = replace(left, text=replace(left.text, title="Hội nghị\n" + "rất dài " * 30))
    assert len(subject([long])) < 120
    assert "\n" not in subject([long])
