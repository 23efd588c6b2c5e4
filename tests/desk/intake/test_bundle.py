"""Several files sorted into texts, photographs and what is not read."""

from __future__ import annotations

from desk.errors import BadIntake, IntakeFault
from desk.intake.bundle import BODY, Bundle, Candidate, candidates, joined, refusal, repeats
from desk.intake.document import IntakeDocument, SourcePicture
from desk.intake.members import Member, Unread
from desk.intake.pieces import plain_piece

JPEG = b"\xff\xd8\xff\xe0" + bytes(100)
PDF = b"%PDF-1.7" + bytes(100)


def document(*lines: str, pictures: tuple[bytes, ...] = ()) -> IntakeDocument:
    shown = tuple(SourcePicture(str(at), data) for at, data in enumerate(pictures))
    return IntakeDocument(tuple(map(plain_piece, lines)), shown)


def test_the_only_text_has_all_photographs_once() -> None:
    bundle = candidates(
        [Member("b.pdf", PDF), Member("2.jpg", JPEG + b"2"), Member("1.jpg", JPEG), Member("x/1.jpg", JPEG)]
    )
    assert bundle == Bundle(
        (Candidate("b.pdf", PDF, photographs=(Member("1.jpg", JPEG), Member("2.jpg", JPEG + b"2"))),)
    )


def test_a_picture_that_stands_in_a_mails_own_words_is_no_photograph_beside_them() -> None:
    body = document("Bài", pictures=(JPEG,))
    bundle = candidates([Member("ảnh.jpg", JPEG)], body, mail="thư.eml")
    assert bundle.candidates == (Candidate(BODY, document=body, mail="thư.eml"),)


def test_what_is_not_taken_is_named_with_its_reason() -> None:
    members = [
        Member("Thumbs.db", b"x"),
        Member("a.exe", b"MZ"),
        Member("a.rar", b"Rar!\x1a\x07\x00"),
        Member("a.heic", b"\x00\x00\x00\x18ftypheic"),
        Member("phim.mp4", b"\x00\x00\x00\x18ftypmp42\x00"),
        Member("đọc tôi.txt", b"xin chao"),
    ]
    assert candidates(members).unread == (
        Unread("a.exe", IntakeFault.EXECUTABLE),
        Unread("a.rar", IntakeFault.ARCHIVE),
        Unread("a.heic", IntakeFault.HEIC),
        Unread("phim.mp4", IntakeFault.UNKNOWN_KIND),
        Unread("đọc tôi.txt", IntakeFault.NO_ARTICLE),
    )


def test_photographs_of_a_mail_go_to_the_text_of_the_mail_within_it() -> None:
    outer = candidates([Member("1.jpg", JPEG)])
    inner = candidates([Member("b.pdf", PDF)])
    assert outer.photographs
    assert joined([outer, inner]).candidates[0].photographs == (Member("1.jpg", JPEG),)
    two = joined([outer, inner, candidates([Member("c.pdf", PDF)])])
    assert [one.name for one in two.candidates] == ["b.pdf", "c.pdf"]
    assert two.photographs == (Member("1.jpg", JPEG),)


def test_a_photograph_of_two_bundles_stands_once() -> None:
    first, again, other = Member("a.jpg", JPEG), Member("b.jpg", JPEG), Member("c.jpg", JPEG + b"c")
    bundles = [candidates([one]) for one in (first, again, other)]
    assert joined(bundles).photographs == (first, other)
    assert joined([*bundles, candidates([Member("b.pdf", PDF)])]).candidates[0].photographs == (first, other)


def test_a_bundle_without_a_text_says_why() -> None:
    assert refusal(Bundle(), "a.zip") == BadIntake(IntakeFault.NO_ARTICLE, "a.zip")
    rar = Unread("a.rar", IntakeFault.ARCHIVE)
    assert refusal(Bundle(unread=(rar,)), "a.eml") == BadIntake(IntakeFault.ARCHIVE, "a.rar")
    heavy = tuple(Unread(name, IntakeFault.TOO_HEAVY) for name in "ab")
    assert refusal(Bundle(unread=heavy), "a.zip") == BadIntake(IntakeFault.TOO_HEAVY, "a.zip")


def test_a_text_in_the_mail_and_in_its_attachment_is_one_text() -> None:
    story = "Sáng 6/5, Hội Khuyến học xã Hưng Long tổ chức trao 45 suất quà cho học sinh khó khăn"
    assert repeats(document("Tít", story), document(story))
    assert not repeats(
        document(story), document("Chiều 8/3, Công an xã Tân Lĩnh ra mắt mô hình camera an ninh")
    )
    assert not repeats(document(), document(story))
