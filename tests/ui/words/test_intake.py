"""The words of Nhập bài."""

from __future__ import annotations

from desk.intake.kinds import FileKind
from desk.intake.pieces import plain_piece
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from ui.words import intake


def test_every_role_reason_and_kind_has_its_words() -> None:
    assert set(intake.ROLES) == set(Role)
    assert set(intake.EVIDENCES) == set(Evidence)
    assert set(intake.KINDS) == set(FileKind)
    assert intake.kind(FileKind.EML) == "Thư"


def test_a_reason_is_a_sentence() -> None:
    one = Assigned(plain_piece("Quang cảnh hội nghị"), Role.CAPTION, Evidence.CAPTION_WORDS)
    assert intake.reason(one, doubtful=False) == "Chú thích, vì viết như chú thích ảnh."
    assert intake.reason(one, doubtful=True).endswith(". Chưa chắc, xin xem lại.")


def test_several_are_summed_up() -> None:
    assert intake.summary(17, 3) == "Đã nhập 17 bài; 3 tệp không đọc được."
    assert intake.summary(1, 0) == "Đã nhập 1 bài."
    assert intake.summary(0, 2) == "2 tệp không đọc được."
    assert intake.summary(0, 0, 4) == "Còn 4 bài chưa nhập."
    assert intake.summary(2, 1, 4) == "Đã nhập 2 bài; còn 4 bài chưa nhập; 1 tệp không đọc được."
    assert intake.count(["NEW", "TAKEN", "NEW", "REFUSED"]) == "4 bài · 1 đã nhập · 1 không đọc được"
    assert (
        intake.similar(0.972, "Giao ban", "Bản thảo", "12/05") == "Giống 97% bài “Giao ban” (Bản thảo, 12/05)"
    )
    assert intake.similar(1.0, "Giao ban", "Bản thảo", "12/05").startswith(
        "Nội dung giống hệt bài “Giao ban”"
    )
    assert intake.tracked(12, original=False) == "12 chỗ sửa: lấy bản sau sửa"
