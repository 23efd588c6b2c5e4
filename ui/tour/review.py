"""The tour's review desk: a comparison with every kind of change, a discussion, the checklists, delegation."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

from PIL import Image

from desk import clock
from desk.acts import requirements
from desk.acts.requirements import Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, workflow, writing
from desk.articles.listing import ListQuery
from desk.department import delegations
from desk.issues import issues
from desk.paths import SAMPLE
from desk.pictures import prepare, stored_pictures
from desk.review import checklists, comments, discussion, queue
from desk.review.checklists import ItemEdit
from desk.review.queue import Queue
from desk.text.blocks import (
    ArticleText,
    Block,
    Mark,
    Paragraph,
    Picture,
    Run,
    Table,
    block_text,
    new_id,
    plain,
)
from ui.proofing.actions import Way
from ui.tour import circulation
from ui.tour.guide import Guide

CHIEF, DEPUTY, EDITOR = "Vũ Đình Khôi", "Đặng Thị Lan Phương", "Nguyễn Văn Thắng"
_LONG = "các sở, ban, ngành"
_ADMIN = "Mai Xuân Trường"


def walk(guide: Guide) -> None:
    """Photograph the review desk as a busy day finds it."""
    chief, deputy, editor, admin = (guide.person(name) for name in (CHIEF, DEPUTY, EDITOR, _ADMIN))
    guide.at_desk(_set_checklists, admin)
    day = clock.today()
    closing = (day + timedelta(days=4)).isoformat()
    secretary = guide.person("Bùi Thị Ngọc Anh")
    guide.at_desk(issues.make, secretary, issues.IssueWords("5", day.year, day.month % 12 + 1, "", closing))
    made = _waiting(guide, chief)
    guide.at_desk(_read_and_edited, chief, editor, made)
    guide.at_desk(_talked_of, chief, deputy, editor, made)
    guide.at_desk(delegations.delegate, chief, deputy, clock.now(), clock.now() + timedelta(days=3))
    window = guide.sit(CHIEF)
    guide.settle()
    guide.shoot("hom-nay", window)
    window.navigation.show_queue(Queue.TO_APPROVE, made)
    guide.settle()
    guide.shoot("so-sanh", window)
    window.pages.review.diff.verticalScrollBar().setValue(
        window.pages.review.diff.verticalScrollBar().maximum()
    )
    guide.shoot("so-sanh-cuoi-bai", window)
    window.pages.review.side.changes.marks.setChecked(False)
    window.pages.review.side.tabs.setCurrentWidget(window.pages.review.side.discussion)
    discussion = window.pages.review.side.discussion
    guide.wait(lambda: len(discussion.threads.cards) > 0)
    discussion.choose(list(discussion.threads.cards)[-1])
    guide.settle()
    guide.shoot("trao-doi", window)
    window.pages.review.side.discussion.new.trigger()
    window.pages.review.side.discussion.compose.body.setPlainText("Đề nghị bổ sung số đơn vị chưa báo cáo.")
    guide.shoot("ghi-trao-doi", window)
    window.pages.review.side.discussion.compose.body.clear()
    window.pages.review.side.discussion.compose.cancel.click()
    window.pages.review.side.tabs.setCurrentWidget(window.pages.review.side.checks)
    guide.settle()
    guide.shoot("kiem-tra", window)
    window.pages.review.side.tabs.setCurrentWidget(window.pages.review.side.history)
    guide.settle()
    guide.shoot("lich-su", window)
    guide.wait(lambda: bool(window.pages.review.side.proof.left()))
    window.pages.review.side.proof.ways[Way.NEXT].trigger()
    guide.settle()
    guide.shoot("soat-loi-ban-duyet", window)
    circulation.walk(guide, window, made, DEPUTY)
    guide.leave(window)
    guide.at_desk(_clear, chief, made)


def _waiting(guide: Guide, chief: int) -> int:
    """Return an article that waits for approval, other than the one the road is walked with."""
    query = ListQuery(stages=frozenset({Stage.FOR_APPROVAL}))
    rows = guide.at_desk(listing.listing, chief, query).rows
    return rows[-1].id


def _set_checklists(admin: int) -> None:
    items = requirements.items(Before.APPROVE)
    wishes = [ItemEdit(item.id, item.text, item.levels, item.auto) for item in items]
    levels = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(
        admin, Before.APPROVE, [*wishes, ItemEdit(None, "Đã xin ý kiến đơn vị có liên quan", levels)]
    )


def _read_and_edited(chief: int, editor: int, made: int) -> None:
    """Let the chief have read an article before an editor changed everything that can change."""
    opened = listing.open_article(chief, made)
    shown = _audience(editor)
    rows = tuple(tuple((Run(cell),) for cell in row) for row in _TABLE)
    first, second, third, *rest = (
        block
        for block in opened.text.blocks
        if not (isinstance(block, Paragraph) and plain(block.runs) == _CAPTION)
    )
    table = Table(new_id(), rows, header=True)
    text = replace(opened.text, blocks=(first, second, shown, third, table, *rest))
    saved = writing.save(editor, made, opened.row.version, text, opened.row.section_id)
    queue.mark_read(chief, made, saved.version)
    writing.save(editor, made, saved.version, _edited(text), opened.row.section_id)


_CAPTION = "Đại biểu trao đổi tại hội nghị tổng kết"
_TABLE = (("Đơn vị", "Tỷ lệ tham gia"), ("Huyện Nậm Mu", "91,3%"), ("Thành phố", "93,0%"))


def _audience(who: int) -> Picture:
    """Take the people in the hall out of a photograph of the sample: a picture that no other article shows."""
    with Image.open(SAMPLE / "anh-1.jpg") as whole:
        width, height = whole.size
        part = whole.crop((0, height * 11 // 20, width, height))
    file = BytesIO()
    part.save(file, "JPEG", quality=90)
    made = prepare.prepare(file.getvalue(), "dai-bieu.jpg")
    stored_pictures.add_prepared(who, made)
    return Picture(new_id(), made.sha256, _CAPTION)


def _edited(text: ArticleText) -> ArticleText:
    blocks: list[Block] = []
    for block in text.blocks:
        if isinstance(block, Picture):
            block = replace(block, caption=block.caption + ", chiều 3/4/2019", credit="Ảnh: Minh Tâm")
        if isinstance(block, Table):
            rows = (*block.rows[:1], ((Run("Huyện Nậm Mu"),), (Run("92,1%"),)), *block.rows[2:])
            block = replace(block, rows=rows)
        blocks.append(block)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    first, second, third, fourth, *_ = paragraphs
    words = plain(first.runs).replace("đại diện lãnh đạo", "đại diện Thường trực, lãnh đạo", 1)
    blocks[blocks.index(first)] = replace(first, runs=(Run(words),))
    words = plain(second.runs)
    bold = replace(second, runs=(Run(words[:40], frozenset({Mark.BOLD})), Run(words[40:])))
    added = "Hội nghị thống nhất đưa nội dung này vào chương trình công tác quý II/2019."
    at = blocks.index(second)
    blocks[at : at + 1] = [bold, Paragraph(new_id(), (Run(added),))]
    blocks.remove(fourth)
    blocks.remove(third)
    blocks.insert(at, third)
    return replace(
        text,
        title=text.title.replace("10 năm", "mười năm") + " trên địa bàn tỉnh",
        lead=text.lead.replace("tổ chức", "tổ chức trọng thể", 1),
        byline=text.byline + ", Sở Y tế",
        blocks=tuple(blocks),
    )


def _talked_of(chief: int, deputy: int, editor: int, made: int) -> None:
    """Fill the discussion: an orphan, a suggestion, a word on a picture, one on the whole, one closed."""
    row = listing.row(editor, made)
    text = listing.open_article(editor, made).text
    extra = Paragraph(new_id(), (Run("Đoạn này chép từ báo cáo của Sở, cần rút gọn."),))
    first = next(block for block in text.blocks if isinstance(block, Paragraph))
    with_extra = replace(text, blocks=(*text.blocks, extra))
    writing.save(editor, made, row.version, with_extra, row.section_id)
    comments.comment(deputy, made, comments.Stretch(extra.id, 0, 36), "Rút gọn còn một câu.")
    writing.save(editor, made, listing.row(editor, made).version, text, row.section_id)
    words = block_text(first)
    start = max(0, words.find(_LONG))
    stop = start + len(_LONG)
    comments.comment(
        deputy, made, comments.Stretch(first.id, start, stop), "Viết gọn cho dễ đọc.", "các sở, ngành"
    )
    for block in text.blocks:
        if isinstance(block, Picture):
            comments.comment(
                deputy, made, comments.Stretch(block.id, 0, 0), f"@{EDITOR} xem ảnh đã đúng ngày chưa?"
            )
    comments.comment(editor, made, comments.WHOLE_ARTICLE, f"@{CHIEF} bài này có đưa lên trang nhất không ạ?")
    comments.comment(deputy, made, comments.Stretch("@title", 0, 8), "Tít đã rõ.")
    said = discussion.of_article(editor, made)
    question = next(one for one in said if one.said[0].body.startswith(f"@{CHIEF}"))
    comments.reply(deputy, question.id, "Theo tôi nên đưa.")
    comments.settle(deputy, next(one for one in said if one.said[0].body == "Tít đã rõ.").id)
    workflow.recommend(deputy, made, listing.row(deputy, made).version)
    item = next(one for one in requirements.items(Before.APPROVE) if one.auto is None)
    checklists.tick(editor, made, item.id)


def _clear(chief: int, made: int) -> None:
    """Put the article back on its road, so that the month can be printed."""
    for thread in discussion.of_article(chief, made):
        if thread.open and thread.suggestion:
            comments.decline(chief, thread.id)
    for state in checklists.of_article(made).approve:
        if state.missing:
            checklists.overrule(chief, made, state.item.id, "Đã trao đổi qua điện thoại với Sở Y tế.")
    row = listing.row(chief, made)
    if Act.APPROVE in row.acts:
        workflow.approve(chief, made, row.version)
