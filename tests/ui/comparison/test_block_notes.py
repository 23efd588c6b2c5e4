"""What a comparison says in words above a block."""

from __future__ import annotations

from desk.compare.articles import Fate, compare
from desk.text.blocks import ArticleText, Block, Heading, Paragraph, Picture, Run
from ui.comparison.block_notes import departures, left_behind, signs


def _text(*blocks: Block) -> ArticleText:
    return ArticleText(title="Tít", blocks=blocks)


def _p(number: int, words: str) -> Paragraph:
    return Paragraph(f"{number:08x}", (Run(words),))


LONG = [_p(at, f"Đoạn thứ {at} nói về việc thứ {at} của cơ quan trong tháng") for at in range(1, 5)]


def test_a_moved_block_is_told_where_it_went_and_where_it_stood() -> None:
    found = compare(_text(*LONG), _text(LONG[3], *LONG[:3]))
    (moved,) = [change for change in found.blocks if change.fate is Fate.MOVED]
    assert list(signs(moved, up=True)) == ["⇅ đoạn chuyển lên từ dưới"]
    ((at, ((gone, up),)),) = departures(found.blocks).items()
    assert (gone, up) == (moved, True)
    assert at == len(found.blocks)
    assert left_behind(moved, up=True) == "⇡ “Đoạn thứ 4 nói về việc…” đã chuyển lên trên"


def test_another_kind_and_another_description_are_told() -> None:
    run = (Run("Đoạn này thành đề mục của bài"),)
    old = _text(Paragraph("00000001", run), Picture("00000002", "ab" * 32, alt="Hội trường"))
    new = _text(Heading("00000001", run, 1), Picture("00000002", "ab" * 32, alt="Hội trường C"))
    told = [line for change in compare(old, new).blocks for line in signs(change, up=False)]
    assert any(line.startswith("± đổi kiểu: ") and "đề mục" in line for line in told)
    assert "± đổi mô tả ảnh" in told
