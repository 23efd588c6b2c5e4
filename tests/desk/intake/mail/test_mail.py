"""A mail, and whether its own words are an article."""

from __future__ import annotations

from desk.intake.mail.body import BodyPart
from desk.intake.mail.mail import Collected, article_body, is_sign, mail_of, within_limits
from desk.intake.members import Member
from tests.desk.intake.mail.test_body import png
from tests.desk.intake.mail.test_quoted import STORY, TEXT

PDF = Member("bài.pdf", b"%PDF-1.7" + bytes(50))
STORY_TEXT = "\n".join(STORY)


def test_a_story_is_the_article_where_no_text_came_with_it() -> None:
    mail = mail_of(Collected("m", parts=[BodyPart(text=STORY_TEXT)], members=[Member("1.png", png(300))]))
    assert article_body(mail) is mail.body
    assert [piece.words for piece in mail.body.pieces] == TEXT


def test_a_letter_about_what_came_with_it_is_none() -> None:
    letter = "Thực hiện Công văn số 12, Ban Tuyên giáo Huyện ủy đã chỉ đạo các xã viết tin, bài.\n\n" * 3
    assert article_body(mail_of(Collected("m", parts=[BodyPart(text=letter)], members=[PDF]))) is None
    assert article_body(mail_of(Collected("m", parts=[BodyPart(text="Em gửi ảnh ạ.")]))) is None


def test_a_long_story_beside_a_text_is_an_article_too() -> None:
    story = f"{STORY_TEXT}\n\n" + "Thêm một đoạn của bài này nữa để cho đủ dài. " * 8
    mail = mail_of(Collected("m", parts=[BodyPart(text=story)], members=[PDF]))
    assert article_body(mail) is mail.body


def test_pictures_of_a_letter_may_be_photographs_and_signs_are_none() -> None:
    related = {f"cid:{side}": Member(f"{side}.png", png(side)) for side in (40, 300)}
    html = f"<p>Em gửi bài ạ.</p><img src='cid:300'><p>{'Ảnh kèm bài. ' * 3}</p><p>Trân trọng!</p><img src='cid:40'>"
    mail = mail_of(Collected("m", parts=[BodyPart(html=html)], related=related, members=[PDF]))
    assert article_body(mail) is None
    assert [one.name for one in mail.shown] == ["300.png"]
    assert mail.members == (PDF,)


def test_a_sign_is_small() -> None:
    assert is_sign(Member("a.png", png(50)))
    assert not is_sign(Member("a.png", png(400)))
    assert not is_sign(PDF)


def test_the_subject_is_the_documents_title() -> None:
    found = Collected("m", "[Tin bài] Người đảng viên mở đường", parts=[BodyPart(text=STORY_TEXT)])
    assert mail_of(found).body.title == "Người đảng viên mở đường"


def test_a_mails_files_are_counted() -> None:
    assert within_limits([PDF] * 500)
    assert not within_limits([PDF] * 501)
