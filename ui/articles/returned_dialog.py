"""A Word file that came back: what was corrected in it, beside the text as it left or as it stands now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desk.acts.gate import Changes
from desk.circulation.receiving import Edit, ReturnedFile
from desk.compare.articles import compare
from ui.articles import operations
from ui.comparison.view import ComparisonView
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import field_form, label, tool_button
from ui.look.text_size import px
from ui.session.session import Session
from ui.words import review as review_words
from ui.words import wording

_CLASHES = 3  # that are named
_SHORT = 60  # letters of each side


class ReturnedDialog(FormDialog):
    """Shows the corrections; agreed to, each becomes a suggestion under the name of who made it."""

    received = Signal(int)  # the article

    def __init__(self, parent: QWidget | None, session: Session, file: ReturnedFile) -> None:
        super().__init__(parent, "Nhận lại bản Word đã sửa", file.base.row.title)
        self.resize(px(860), px(640))
        self._session, self._file = session, file
        self.told = label(self._counted(), wrap=True)
        self.body.addWidget(self.told)
        self.warnings = [label(words, "error", wrap=True) for words in self._warned()]
        for one in self.warnings:
            self.body.addWidget(one)
        self.person = self._people()
        self.beside = Combo()
        self.beside.setAccessibleName(self.tr("So với"))
        self.beside.addItem(
            self.tr("bản đã gửi đi (phiên bản {n})").format(n=file.base.left.stamp.revision), False
        )
        if file.older:
            now = self.tr("bài hiện nay (phiên bản {n})")
            self.beside.addItem(now.format(n=file.base.row.revision), True)
        form = field_form()
        form.addRow(self.tr("Người sửa"), self.person)
        form.addRow(self.tr("So với"), self.beside)
        self.body.addLayout(form)
        self.view, self._place = ComparisonView(), QLabel()
        self._place.setProperty("role", "small")
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Chữ gạch dưới là mới, chữ gạch ngang là bị bỏ"), "small"), 1)
        row.addWidget(self._place)
        row.addWidget(tool_button(self.tr("Chỗ sửa trước"), self.view.previous_change, "up"))
        row.addWidget(tool_button(self.tr("Chỗ sửa sau"), self.view.next_change, "down"))
        self.body.addLayout(row)
        self.view.change_shown.connect(lambda at, of: self._place.setText(f"{at} / {of}"))
        self.body.addWidget(self.view, 1)
        self.beside.currentIndexChanged.connect(self._compare)
        self._compare()
        brings = bool(file.wanted or file.comments)
        self.ok.setText(self.tr("Nhận thành đề nghị sửa") if file.wanted else self.tr("Nhận"))
        self.ok.setEnabled(brings)

    def agree(self) -> None:
        """Make suggestions of what is shown, under the name of who corrected it."""
        if not self.person.currentData():
            self.complain(self.tr("Chọn người đã sửa bản này."))
            self.person.setFocus()
            return
        op = operations.receive(self._session, self._file, int(self.person.currentData()))
        op.run(self._session, self, self._done, refused=self.complain)

    def _done(self, changes: Changes) -> None:
        (article_id,) = changes.articles
        self.received.emit(article_id)
        self.accept()

    def _compare(self) -> None:
        base, text = self._file.base, self._file.text.text
        old = base.now if self.beside.currentData() else base.left.text
        pictures = {**base.left.pictures, **{key: one.data for key, one in self._file.pictures.items()}}
        self.view.show_comparison(compare(old, text), pictures)
        self._place.setText(self.tr("{n} chỗ").format(n=self.view.count))

    def _people(self) -> Combo:
        """Offer the people of the desk: first who tracked most of the changes or left remarks, else nobody yet."""
        box = Combo()
        file = self._file
        for person in file.base.people:
            words = f"{person.name} – {person.title}" if person.title else person.name
            box.addItem(words, person.id)
        known = [one.person for one in file.wanted if one.person]
        known = known or [one.person for one in file.comments if one.person]
        if known:
            box.setCurrentIndex(max(0, box.findData(max(set(known), key=known.count))))
        else:  # nobody is said to have written what they may never have seen
            box.insertItem(0, self.tr("Chọn người sửa…"), 0)
            box.setCurrentIndex(0)
        return box

    def _counted(self) -> str:
        file = self._file
        parts = [self.tr("{n} chỗ sửa").format(n=len(file.wanted))]
        if file.comments:
            parts.append(self.tr("{n} trao đổi").format(n=len(file.comments)))
        if done := sum(one.done for one in file.edits):
            parts.append(self.tr("{n} chỗ đã có sẵn trong bài").format(n=done))
        if again := sum(one.again for one in file.edits) + file.comments_again:
            parts.append(self.tr("{n} chỗ đã nhận lần trước").format(n=again))
        told = self.tr("“{name}”: {what}.").format(name=file.name, what=", ".join(parts))
        signed = sorted({one.author for one in file.wanted if one.person})
        if signed:
            told += " " + self.tr("Chỗ Word ghi tên {names} đứng tên người ấy.").format(
                names=", ".join(signed)
            )
        return told

    def _warned(self) -> list[str]:
        file, said = self._file, []
        if file.received_at is not None:
            when = wording.moment(file.received_at)
            said.append(self.tr("Chính tệp này đã được nhận lúc {when}.").format(when=when))
        elif not file.wanted and not file.comments and file.edits:
            said.append(self.tr("Mọi chỗ sửa trong tệp này đã có trong bài hoặc đã được nhận lần trước."))
        elif not file.wanted and not file.comments:
            said.append(self.tr("Tệp này không có chỗ nào được sửa và không có ghi chú."))
        if file.rewritten:
            said.append(
                self.tr("Gần như cả bài đã được viết lại. Hãy xem kỹ đây có đúng là bản của bài này không.")
            )
        elif not file.text.marked:
            said.append(
                self.tr("Tệp không còn dấu của từng đoạn; các đoạn được đối chiếu theo lời, hãy xem kỹ.")
            )
        clashing = [one for one in file.wanted if one.clash]
        if clashing:
            named = "; ".join(map(_short, clashing[:_CLASHES]))
            more = self.tr(
                "{n} chỗ sửa gặp đoạn đã đổi ở bàn từ khi gửi đi: {named}. Vẫn được nhận để đối chiếu."
            )
            said.append(more.format(n=len(clashing), named=named))
        elif file.older:
            said.append(self.tr("Bài đã có phiên bản mới hơn; các chỗ sửa không đụng nhau."))
        return said


def _short(edit: Edit) -> str:
    went, came = (_cut(words) for words in (edit.proposal.went, edit.proposal.came))
    if edit.proposal.edit is not None:
        return f"{review_words.edit_kind(edit.proposal.edit.kind).lower()} “{went or came}”"
    return f"“{went}” → “{came}”"


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHORT else flat[: _SHORT - 1].rstrip() + "…"
