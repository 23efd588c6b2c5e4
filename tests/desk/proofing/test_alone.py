"""What a paragraph says by itself."""

from __future__ import annotations

from desk.proofing.alone import answer
from desk.proofing.likelihood import Likelihood
from desk.proofing.model import model
from desk.proofing.register import Register

LIKELY = Likelihood(model())


def test_its_findings_count_from_its_beginning() -> None:
    one = answer("Sự lảnh đạo của Đảng ủy xã.", None, LIKELY, Register())
    assert one is not None
    assert [(it.start, it.text) for it in one.found] == [(3, "lảnh")]


def test_it_gives_what_is_asked_between_paragraphs() -> None:
    line = "Đồng chí Lò Văn Sính, Bí thư Đảng ủy xã, quán triệt Chỉ thị số 05-CT/TW cho hội viên HTX."
    one = answer(line, None, LIKELY, Register())
    assert one is not None
    assert [it.text for it in one.names] == ["Lò Văn Sính"]
    assert [it.symbol for it in one.cited] == ["05-CT/TW"]
    assert [it.text for it in one.titled] == ["Bí thư Đảng ủy xã"]
    assert [it.text for it in one.shorts] == ["HTX"]


def test_junk_is_no_paragraph() -> None:
    assert answer("a" * 5000, None, LIKELY, Register()) is None
