"""The same or nearly the same text is recognised, exactly from half of its words in a row on."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from desk import clock
from desk.acts.rules import Act, Stage
from desk.articles import duplicates, workflow, writing
from desk.articles.duplicates import similar_to
from desk.text.blocks import ArticleText, Paragraph, Picture, Run, body_text
from desk.text.shingles import in_common, shingles
from tests.making import Cast, article, version, words

BODY = (
    "Sáng 8/4, tại hội trường Tỉnh ủy, Ban Tuyên giáo tổ chức hội nghị giao ban công tác khoa giáo quý I.",
    "Các đại biểu đã nghe báo cáo về tình hình dạy và học, khám chữa bệnh, chuyển giao khoa học – kỹ thuật.",
    "Kết luận hội nghị, đồng chí Trưởng ban yêu cầu các sở, ngành phối hợp chặt chẽ trong quý II.",
)
TEXT = words("Giao ban quý I", *BODY)


def test_the_same_text_is_found_whole(cast: Cast) -> None:
    made = article(cast, TEXT)
    article(
        cast, words("Bài khác", "Một bài khác hẳn, nói về chuyện trồng rừng, giữ rừng ở các xã vùng cao." * 3)
    )
    (row,) = similar_to(TEXT)
    assert (row.article_id, row.title, row.stage, row.share) == (made, "Giao ban quý I", Stage.DRAFT, 1)
    assert row.date == date(2019, 4, 9)


@pytest.mark.parametrize(
    "changed",
    [
        str.upper,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(",", " –").replace(".", " ;"),
        lambda text: text.replace("–", "-").replace(" ", "  "),
    ],
    ids=["capitals", "nfd", "punctuation", "dashes"],
)
def test_what_does_not_matter(cast: Cast, changed: object) -> None:
    assert callable(changed)
    made = article(cast, TEXT)
    (row,) = similar_to(words("Tít khác hẳn", *map(changed, BODY)))
    assert (row.article_id, row.share) == (made, 1)


def test_paragraphs_joined_or_split_are_the_same_text(cast: Cast) -> None:
    made = article(cast, TEXT)
    (row,) = similar_to(words("Giao ban", " ".join(BODY)))
    assert (row.article_id, row.share) == (made, 1)


def test_with_a_head_and_a_foot_it_is_nearly_the_same(cast: Cast) -> None:
    made = article(cast, TEXT)
    (row,) = similar_to(words("Giao ban", "TỈNH ỦY HÀ NAM", *BODY, "Nơi nhận: như trên; lưu Văn phòng."))
    assert row.article_id == made
    assert 0.8 < row.share < 1


def test_a_part_of_it_alone_is_not(cast: Cast) -> None:
    article(cast, TEXT)
    assert similar_to(words("Giao ban", BODY[0])) == []


def test_what_lies_in_the_bin_and_the_article_itself_are_left_out(cast: Cast) -> None:
    made, other = article(cast, TEXT), article(cast, TEXT, Stage.APPROVED)
    assert [row.article_id for row in similar_to(TEXT)] == [other, made]
    assert [row.stage for row in similar_to(TEXT, apart_from=made)] == [Stage.APPROVED]
    workflow.move(cast.writer, Act.BIN, made, 1)
    assert [row.article_id for row in similar_to(TEXT)] == [other]


def test_the_current_text_counts(cast: Cast) -> None:
    made = article(cast, TEXT)
    new = words("Mới", *(line.replace("hội nghị", "cuộc họp").replace("các", "mọi") for line in BODY[::-1]))
    writing.save(cast.writer, made, version(cast, made), new)
    assert similar_to(new)[0].share == 1
    assert all(row.share < 1 for row in similar_to(TEXT))


def test_a_short_text_is_the_same_only_with_its_title(cast: Cast) -> None:
    made = article(cast, words("Tin vắn", "Sáng nay, trời mưa."))
    (row,) = similar_to(words("TIN VẮN", "Sáng nay trời mưa"))
    assert (row.article_id, row.share) == (made, 1)
    assert similar_to(words("Tin ngắn", "Sáng nay, trời mưa.")) == []
    assert similar_to(words("Tin vắn", "Sáng nay, trời mưa to.")) == []


def test_a_text_of_nothing_is_like_nothing(cast: Cast) -> None:
    article(cast, ArticleText())
    article(cast, replace(ArticleText(), blocks=(Picture("a" * 8, "0" * 64),)))
    assert similar_to(ArticleText()) == []


def test_captions_count_as_words(cast: Cast) -> None:
    photos = tuple(Picture(f"{n:08x}", "0" * 64, line) for n, line in enumerate(BODY))
    made = article(cast, replace(TEXT, blocks=photos))
    assert [row.article_id for row in similar_to(TEXT)] == [made]


def test_the_likest_come_first_and_no_more_than_wanted(cast: Cast) -> None:
    near = article(cast, words("Gần", *BODY, "Thêm một câu nữa cho dài."))
    same = [article(cast, TEXT) for _ in range(3)]
    assert [row.article_id for row in similar_to(TEXT, 4)] == [*same[::-1], near]
    assert len(similar_to(TEXT)) == 3
    assert len(similar_to(TEXT, 1)) == 1


def test_without_a_day_of_its_event_it_has_the_day_of_its_last_change(cast: Cast) -> None:
    article(cast, replace(TEXT, event_date=None))
    assert similar_to(TEXT)[0].date == clock.today()


def _edited(random: Random, base: list[str], share: float) -> list[str]:
    """Change words here and there, or drop and add whole stretches, until about so much stays."""
    words_now = list(base)
    if random.random() < 0.5:
        for at in range(len(words_now)):
            if random.random() < (1 - share) / 5:
                words_now[at] = f"mới{random.randrange(9999)}"
        return words_now
    cut = int(len(words_now) * (1 - share))
    start = random.randrange(max(1, len(words_now) - cut))
    return (
        words_now[:start] + [f"thay{random.randrange(9999)}" for _ in range(cut)] + words_now[start + cut :]
    )


def _of(line: list[str]) -> ArticleText:
    return ArticleText("Tít", "", "", None, (Paragraph("aaaa0001", (Run(" ".join(line)),)),))


@pytest.mark.parametrize("seed", range(4))
def test_all_that_have_half_in_common_are_found_and_no_others(cast: Cast, seed: int) -> None:
    random = Random(seed)
    known = [f"tiếng{n}" for n in range(300)]  # few enough that rows of words come again
    bases = [
        [random.choice(known) for _ in range(random.choice((20, 30, 60, 140, 280, 500)))] for _ in range(6)
    ]
    texts = {}
    for base in bases:
        for share in (1, 0.8, 0.6, 0.5, 0.4):
            text = _of(_edited(random, base, share))
            texts[article(cast, text)] = text
    for base in bases:
        asked = _of(base)
        ours = shingles(asked.title, body_text(asked))
        shares = {key: in_common(ours, shingles(one.title, body_text(one))) for key, one in texts.items()}
        wanted = {key: share for key, share in shares.items() if share >= duplicates.LEAST}
        assert {row.article_id: row.share for row in similar_to(asked, 99)} == wanted


def test_what_everybody_writes_hides_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "_HOLDERS", 4)
    common = "Thực hiện Chỉ thị 05 về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh, " * 2
    made = article(cast, words("Đầu tiên", common, *BODY))
    for n in range(8):
        article(cast, words(f"Bài {n}", common, " ".join(f"riêng{n}x{at}" for at in range(80))))
    found = similar_to(words("Lại", common, *BODY))
    assert [(row.article_id, row.share) for row in found] == [(made, 1)]
