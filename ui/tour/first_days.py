"""The tour's first days: the desk is founded, an article is taken in, returned, sent again and approved."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desk.acts.rules import Act
from desk.articles import listing
from desk.department import people
from desk.paths import DESK_FILE
from desk.sample import found as sample_found
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.intake.import_dialog import Do, ImportDialog
from ui.proofing.actions import Way
from ui.tour.guide import Guide
from ui.window.first_start import FirstStart
from ui.window.sign_in import LastSignIn, SignIn
from ui.window.window import Window

_LISTED = 6  # files that are looked at as a list
_CORRECTIONS = (("Chỉ thị 38-CT/TW", "Chỉ thị số 38-CT/TW"), ("Thuần- Trưởng", "Thuần – Trưởng"))
_ADMIN = "Mai Xuân Trường"
_NOTE = "Bổ sung chữ “số” trước ký hiệu 38-CT/TW và thống nhất dấu gạch nối ở phần sapô."


def found(guide: Guide) -> None:
    """Found the desk of the sample and let its people in."""
    data = guide.data
    first = FirstStart(None, data.sections)
    first.department.setText(data.names.department)
    guide.dialog("lap-ban-bien-tap", first)
    first.agree()
    guide.dialog("chuyen-muc-ban-dau", first)
    first.close()
    path = guide.out / "du-lieu" / DESK_FILE
    guide.client.create(path)
    guide.client.open_file(path)
    who = guide.at_desk(sample_found.found, data)
    everybody = guide.client.wait(people.everybody)
    door = SignIn(None, LastSignIn(who), lambda *_: None)
    door.fill(data.names.department, everybody)
    guide.dialog("dang-nhap", door)
    door.close()


def write(guide: Guide) -> None:
    """Take an article in from a file, send it, and find it without accents."""
    article = guide.data.articles[0]
    window = guide.sit(article.author)
    window.pages.go("articles")
    _bring(guide, window)
    editor = window.pages.editor
    index = editor.section.findText(article.section)
    editor.section.setCurrentIndex(max(0, index))
    guide.shoot("soan-bai", window)
    _proofread(guide, window)
    editor.save.trigger()
    guide.settle()
    _submit(guide, window)
    guide.shoot("tin-bai", window)
    window.pages.articles.search.setText("dong chi bao cao vien")
    guide.settle(0.4)
    guide.shoot("tim-khong-dau", window)
    guide.leave(window)


def _bring(guide: Guide, window: Window) -> None:
    """Take the first article in, its photograph put over its caption; before it look at a list of several."""
    first, *others = guide.data.articles
    importer = window.pages.importer
    importer.take([article.file for article in others[: _LISTED - 1]] + [first.file])
    dialog = _read(guide, window, _LISTED)
    guide.shoot("nhap-nhieu-bai", dialog)
    dialog.close()
    importer.take([first.file])
    dialog = _read(guide, window, 1)
    preview = dialog.preview
    if first.picture is not None:
        dialog.commands[Do.NEXT_DOUBT].trigger()
        guide.settle()
        guide.shoot("nhap-bai-co-cho-phai-xem", dialog)
        preview.source.attach(first.picture)
    guide.wait(lambda: preview.entry is not None and preview.pictures.is_ready(preview.entry))
    guide.settle(0.3)
    guide.shoot("nhap-bai", dialog)
    dialog.commands[Do.TAKE].trigger()
    guide.wait(lambda: not dialog.isVisible())
    guide.settle()


def _read(guide: Guide, window: Window, number: int) -> ImportDialog:
    """Wait until so many files were read."""
    importer = window.pages.importer
    dialog = importer.dialog
    assert dialog is not None
    guide.wait(lambda: dialog.sources.count() == number and not importer.reading.is_reading())
    guide.settle()
    return dialog


def judge(guide: Guide) -> None:
    """Lead the article to its approval, with a return on the way."""
    article_id = _first_article(guide)
    window = guide.sit("Nguyễn Văn Thắng")
    window.pages.go("review")
    guide.settle()
    window.pages.review.list.choose(article_id)
    guide.settle()
    guide.shoot("ban-duyet-bien-tap", window)
    guide.expect(ReasonDialog, lambda dialog: _return(guide, dialog))
    window.pages.acts.perform(Act.RETURN)
    guide.settle()
    guide.leave(window)
    window = guide.sit(guide.data.articles[0].author)
    window.navigation.edit(article_id)
    guide.settle()
    guide.shoot("bai-bi-tra-lai", window)
    for found, instead in _CORRECTIONS:
        _replace(guide, window, found, instead)
    guide.settle()
    _submit(guide, window)
    guide.leave(window)
    _act(guide, "Nguyễn Văn Thắng", article_id, Act.PASS)
    window = guide.sit("Vũ Đình Khôi")
    window.pages.go("review")
    guide.settle()
    window.pages.review.list.choose(article_id)
    guide.settle()
    guide.shoot("ban-duyet-lanh-dao", window)
    window.pages.acts.perform(Act.APPROVE)
    guide.settle()
    guide.shoot("da-duyet", window)
    guide.leave(window)


def _proofread(guide: Guide, window: Window) -> None:
    """Walk through what the proofreader marks; nothing is mended, for it is a person who returns the article."""
    proofing = window.pages.editor.proofing
    guide.wait(lambda: bool(proofing.panel.left()))
    proofing.ways[Way.NEXT].trigger()
    guide.settle()
    guide.shoot("soat-loi", window)
    proofing.leave()


def _submit(guide: Guide, window: Window) -> None:
    editor = window.pages.editor
    guide.wait(editor.proofing.is_read)
    if editor.proofing.wrong():
        guide.expect(ChoiceDialog, lambda dialog: _send_all_the_same(guide, dialog))
    editor.submit.trigger()
    guide.settle()


def _send_all_the_same(guide: Guide, dialog: QDialog) -> None:
    assert isinstance(dialog, ChoiceDialog)
    guide.dialog("gui-con-cho-sai", dialog)
    next(button for button in dialog.buttons.buttons() if button.text() == "Gửi luôn").click()


def _replace(guide: Guide, window: Window, found: str, instead: str) -> None:
    form = window.pages.editor.form
    form.open_replace()
    form.find_bar.words.setText(found)
    form.find_bar.other.setText(instead)
    guide.settle()
    form.find_bar.all.click()
    form.find_bar.close_bar()


def _return(guide: Guide, dialog: QDialog) -> None:
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText(_NOTE)
    guide.dialog("tra-lai", dialog)
    dialog.agree()


def look_round(guide: Guide) -> None:
    """Photograph the journal and every tab of the settings."""
    window = guide.sit(_ADMIN)
    for name, words in (("journal", "nhat-ky"), ("settings", "thiet-lap-co-quan")):
        window.pages.go(name)
        guide.settle()
        guide.shoot(words, window)
    for index, words in (
        (1, "thiet-lap-chuyen-muc"),
        (2, "thiet-lap-nguoi"),
        (3, "thiet-lap-cach-duyet"),
        (4, "thiet-lap-muc-kiem-tra"),
        (5, "thiet-lap-ky-thay"),
        (6, "thiet-lap-ngay-nghi"),
        (7, "thiet-lap-khung-phap-ly"),
        (8, "thiet-lap-giao-dien"),
    ):
        window.pages.settings.tabs.setCurrentIndex(index)
        guide.settle()
        guide.shoot(words, window)
    guide.leave(window)


def _act(guide: Guide, name: str, article_id: int, act: Act) -> None:
    window = guide.sit(name)
    window.pages.go("review")
    guide.settle()
    window.pages.review.list.choose(article_id)
    guide.settle()
    window.pages.acts.perform(act)
    guide.settle()
    guide.leave(window)


def _first_article(guide: Guide) -> int:
    title = guide.data.articles[0].text.title
    who = guide.client.wait(people.everybody)[0].id
    page = guide.at_desk(listing.listing, who, listing.ListQuery())
    return next(row.id for row in page.rows if row.title == title)
