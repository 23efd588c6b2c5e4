"""The tour of one article out and back: its phiếu trình, the Word file that a leader sends back, a code."""

from __future__ import annotations

import io

from desk.circulation import outgoing, receiving, sheets
from desk.circulation.recognise import stamp_in
from ui.articles.circulation import Out
from ui.articles.code_dialog import CodeDialog
from ui.articles.returned_dialog import ReturnedDialog
from ui.controls.print_preview import PrintPreview
from ui.tour.guide import Guide
from ui.window.window import Window

_NAME = "bai-da-sua.docx"
_ADDED = "Đề nghị các huyện, thành phố báo cáo kết quả trước ngày 30/4/2019."
_LONG = 120  # letters
_REMARK = "Đã hỏi lại Sở Y tế số liệu này chưa?"


def walk(guide: Guide, window: Window, made: int, leader: str) -> None:
    """Photograph what goes out of an article that is chosen in the window, and what comes back of it."""
    who = window.session.who
    article = guide.at_desk(outgoing.outgoing, who, made)
    (guide.out / "phieu-trinh.pdf").write_bytes(sheets.slip_pdf(article))
    window.pages.acts.circulation.actions[Out.SLIP].trigger()
    guide.wait(lambda: bool(_previews(window)))
    for preview in _previews(window):
        guide.shoot("phieu-trinh", preview)
        preview.close()
    data = _corrected(outgoing.word(article), leader)
    base = guide.at_desk(receiving.base, who, stamp_in(data, _NAME), _NAME)
    dialog = ReturnedDialog(window, window.session, receiving.read(base, data, _NAME))
    guide.dialog("ban-word-tra-lai", dialog)
    dialog.ok.click()
    guide.settle()
    discussion = window.pages.review.side.discussion
    window.pages.review.side.tabs.setCurrentWidget(discussion)
    guide.wait(lambda: any(card.about.edit is not None for card in discussion.threads.cards.values()))
    guide.shoot("de-nghi-tu-ban-word", window)
    code = CodeDialog(window, window.session)
    code.code.setText(article.code)
    guide.dialog("ma-tren-phieu", code)
    code.reject()


def _previews(window: Window) -> list[PrintPreview]:
    return [one for one in window.findChildren(PrintPreview) if one.isVisible()]


def _corrected(data: bytes, leader: str) -> bytes:
    """Correct a Word file as a leader does: a few words, one bold, a paragraph more, a remark."""
    import docx  # with lxml

    document = docx.Document(io.BytesIO(data))
    body = [one for one in document.paragraphs if one._p.style == "BTBody"]
    long = [one for one in body if len(one.text) > _LONG]
    first, second = long[0], long[-1]
    run = first.runs[-1]
    words = run.text.split(" ")
    run.text = " ".join([*words[:4], "đông đủ", *words[4:]])
    second.runs[-1].bold = True
    second._p.addnext(document.add_paragraph(_ADDED)._p)
    document.add_comment(first.runs, _REMARK, leader, "")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()
