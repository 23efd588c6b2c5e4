"""Calendar files in words: what is done, why, and what is doubtful."""

from __future__ import annotations

from desk.ics.read import IcsDoubt, IcsFault
from desk.ics.report import Action, Because, Report, ReportLine
from ui.words import ics


def _line(action: Action, why: Because | IcsFault = Because.NEW, detail: str = "") -> ReportLine:
    return ReportLine("a@x", "Họp", action, why, detail)


def test_every_action_reason_fault_and_doubt_has_words() -> None:
    assert set(ics.ACTIONS) == set(Action)
    assert set(ics.REASONS) == set(Because)
    assert set(ics.FAULTS) == set(IcsFault)
    assert set(ics.DOUBTS) == set(IcsDoubt)


def test_a_report_counts_what_is_done_and_leaves_out_what_is_not() -> None:
    lines = [Action.SKIP, Action.ADD, Action.ADD, Action.SKIP, Action.UPDATE, Action.ADD]
    assert ics.summary(Report("a.ics", tuple(map(_line, lines)))) == "3 thêm, 1 cập nhật, 2 bỏ qua"
    assert ics.summary(Report("a.ics", ())) == "Tệp không có cuộc họp nào"
    assert ics.action(Action.REFUSE) == "Không nhập được"


def test_why_has_its_detail_behind_it() -> None:
    assert ics.why(_line(Action.SKIP, Because.SAME)) == "không có gì khác"
    refused = _line(Action.REFUSE, IcsFault.RULE_UNREADABLE, "FREQ=X")
    assert ics.why(refused) == "quy tắc lặp không đọc được (FREQ=X)"


def test_doubts_are_a_sentence_each_in_the_same_order_always() -> None:
    doubts = frozenset({IcsDoubt.ZONE_UNKNOWN, IcsDoubt.LETTERS})
    told = "Tệp không theo UTF-8, chữ Việt có thể sai. Có múi giờ lạ, coi như giờ Việt Nam."
    assert ics.doubts(Report("a.ics", (), doubts=doubts)) == told
    assert ics.doubts(Report("a.ics", ())) == ""
