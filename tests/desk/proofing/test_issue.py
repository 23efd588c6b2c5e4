"""What contradicts between articles of one issue."""

from __future__ import annotations

from datetime import date

from desk.proofing.engine import proof, proof_issue


def test_an_issue_tells_what_contradicts_between_articles() -> None:
    day = date(2024, 5, 6)
    found = proof_issue(
        [
            ("a", "Đồng chí Trần Văn Sính, Bí thư Đảng ủy xã Bình Lâm, dự hội nghị.", day),
            (
                "b",
                "Đồng chí Trần Văn Xính trao quà.\nTheo Chỉ thị số 77-CT/TW, ngày 15/5/2016 của Bộ Chính trị.",
                day,
            ),
            (
                "c",
                "Đồng chí Trần Văn Sính, Phó Bí thư Đảng ủy xã Bình Lâm, nói.\n"
                "Theo Chỉ thị số 77-CT/TW, ngày 16/5/2016 của Bộ Chính trị.",
                day,
            ),
        ]
    )
    told = {
        (key, one.rule, one.text) for key, every in found.items() for one in every if one.family == "issue"
    }
    assert told == {
        ("b", "issue.name", "Trần Văn Xính"),
        ("c", "issue.title", "Phó Bí thư Đảng ủy xã Bình Lâm"),
        ("c", "issue.citation", "16/5/2016"),
    }
    other = next(one.other for one in found["b"] if one.rule == "issue.name")
    assert other == ("a", 9, 22)


def test_a_body_by_its_old_name_and_its_new() -> None:
    texts = ("Ban Tuyên giáo Tỉnh ủy họp sáng nay.", "Ban Tuyên giáo và Dân vận Tỉnh ủy họp.")
    found = proof_issue(list(zip("ab", texts, (None, None), strict=True)))
    assert [(key, one.rule) for key, every in found.items() for one in every] == [("a", "issue.body")]


def test_articles_that_agree_have_what_each_has_alone() -> None:
    text = "Sự lảnh đạo của Đảng ủy xã."
    assert proof_issue([(1, text, None), (2, "Hội nghị đã họp.", None)]) == {1: proof(text), 2: ()}
