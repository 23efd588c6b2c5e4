"""Trình bày: how an issue looks and under which law it is printed, with its pages beside the choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from desk import clock
from desk.department import legal_profiles, settings
from desk.department.legal_profiles import PUBLISHED
from desk.edition.design import USUAL, CoverDesign, Design, Legal
from desk.edition.edition import Edition, Imprint
from desk.errors import DeskError
from desk.issues import printing, stored_design
from desk.issues.issues import DesignWish, IssueRow
from desk.pictures import stored_pictures
from desk.pictures.stored_pictures import PictureRow
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.elided_combo import ElidedCombo
from ui.controls.file_dialogs import choose_file
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import field_form, label, number_field, place
from ui.look.text_size import px
from ui.proof.live import LiveProof
from ui.proof.view import ProofView
from ui.session.session import Session
from ui.words import fitting as fitting_words
from ui.words import issue as issue_words
from ui.words import wording

E = TypeVar("E")
_USUAL_DAY, _SATURDAY = 25, 5
_PICTURES = "Ảnh (*.jpg *.jpeg *.png *.gif *.bmp *.tif *.tiff *.webp)"


@dataclass(frozen=True, slots=True)
class DesignFacts:
    """What the dialog must know of the desk."""

    profiles: tuple[Legal, ...]
    in_force: Legal | None
    imprint: Imprint


def facts(issue: IssueRow) -> DesignFacts:
    """Read what the dialog must know."""
    when = date(issue.year, issue.ends, 1)
    return DesignFacts(legal_profiles.profiles(), legal_profiles.profile("", when), settings.imprint())


class DesignDialog(FormDialog):
    """Choices at the left, the pages that they make at the right."""

    def __init__(self, parent: QWidget | None, session: Session, issue: IssueRow, known: DesignFacts) -> None:
        super().__init__(parent, f"Trình bày số {issue.name}", "", accept="Lưu")
        self.resize(px(1040), px(680))
        self._session, self._issue, self._known = session, issue, known
        self._emblem, self._photo = issue.design.emblem, issue.design.photo
        self._fitting = issue.design.fitting
        self._make_fields()
        self.proof = ProofView()
        self.live = LiveProof(session.client, self.proof)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._choices())
        row.addWidget(self.proof, 1)
        self.body.addLayout(row, 1)
        self._follow()
        for box in (self.format, self.cover, self.inner, self.law):
            box.currentIndexChanged.connect(self._changed)
        self.grey.toggled.connect(self._changed)
        self.has_published.toggled.connect(self._changed)
        self.published.changed.connect(self._changed)
        self.copies.editingFinished.connect(self._changed)
        for line in self.lines.values():
            line.editingFinished.connect(self._changed)
        self._show_law()
        self._begun = self.wish()

    def filled_in(self) -> bool:
        """Say whether anything was chosen or written otherwise: together they are work."""
        return self.wish() != self._begun

    def begin_at(self, field: str) -> None:
        """Begin at a field of the imprint, by its name."""
        wanted = {**self.lines, "copies": self.copies, PUBLISHED: self.has_published}.get(field)
        form = self._scroll.widget()
        if wanted is not None and form is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
            bar, view = self._scroll.verticalScrollBar(), self._scroll.viewport()

            def bring() -> None:
                foot = wanted.mapTo(form, wanted.rect().bottomLeft()).y()
                bar.setValue(foot + 48 - view.height())

            # Before it is shown the form has no height, and its wrapped lines find theirs after that.
            bar.rangeChanged.connect(lambda *_: QTimer.singleShot(0, self, bring))

    def wish(self) -> DesignWish:
        """Return what was chosen."""
        copies = self.copies.value()
        own = replace(
            self._issue.imprint,
            copies=copies if copies != self._known.imprint.copies else 0,
            **{name: self.lines[name].text().strip() for name in stored_design.OWN if name != "copies"},
        )
        return DesignWish(
            self.design(),
            self.law.currentData(),
            self.pages.value(),
            own,
            self.published.value().isoformat() if self.has_published.isChecked() else "",
        )

    def design(self) -> Design:
        """Return the look that was chosen."""
        return Design(
            self.format.currentData(),
            self.cover.currentData(),
            self.inner.currentData(),
            self.grey.isChecked(),
            self._emblem,
            self._photo,
            self._fitting,
        )

    def agree(self) -> None:
        """Refuse in place a page larger than the law of the profile allows."""
        profile = self._profile()
        if profile and not legal_profiles.allows(profile, self.design().format.size):
            words = self.tr("Khổ này lớn hơn mức {size} của “{name}”.")
            self.complain(words.format(size=issue_words.largest(profile), name=profile.name))
            return
        super().agree()

    def done(self, result: int) -> None:
        """Let the proof go with the dialog."""
        self.live.close()
        super().done(result)

    # -- parts -----------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        issue, known = self._issue, self._known
        self.format = _combo(issue_words.FORMATS, issue.design.format)
        self.cover = _combo(issue_words.COVERS, issue.design.cover)
        self.inner = _combo(issue_words.INNERS, issue.design.inner)
        self.grey = QCheckBox(self.tr("In đen trắng"))
        self.grey.setChecked(issue.design.grey)
        self.emblem = self._picture_button(self.tr("Chọn huy hiệu…"), self._choose_emblem)
        self.photo = self._picture_button(self.tr("Chọn ảnh bìa…"), self._choose_photo)
        self.no_emblem = self._picture_button(self.tr("Bỏ"), lambda: self._take("emblem", ""))
        self.no_photo = self._picture_button(self.tr("Bỏ"), lambda: self._take("photo", ""))
        self.set_as = label("", wrap=True)
        self.unfit = self._picture_button(self.tr("Bỏ"), self._unfit)
        self.unfit.setAccessibleName(self.tr("Thôi dàn vừa tờ"))
        self.law = ElidedCombo(8)
        in_force = known.in_force.name if known.in_force else self.tr("không có")
        self.law.addItem(self.tr("Đang hiệu lực: {name}").format(name=in_force), "")
        for one in known.profiles:
            self.law.addItem(one.name, one.key)
        self.law.setCurrentIndex(max(0, self.law.findData(issue.legal)))
        self.law_told = label("", "small", wrap=True)
        self.pages = number_field(0, 400)
        self.pages.setValue(issue.pages)
        self.pages.setSpecialValueText(self.tr("theo khung pháp lý"))
        self.copies = number_field(0, 100_000)
        self.copies.setValue(issue.imprint.copies or known.imprint.copies)
        self.copies.setSpecialValueText(self.tr("chưa ghi"))
        self.lines: dict[str, QLineEdit] = {}
        for name in stored_design.OWN:
            if name != "copies":
                line = QLineEdit(getattr(issue.imprint, name))
                line.setPlaceholderText(getattr(known.imprint, name) or self.tr("chưa ghi"))
                self.lines[name] = line
        self.has_published = QCheckBox(self.tr("đã định"))
        self.has_published.setChecked(bool(issue.published))
        when = date.fromisoformat(issue.published) if issue.published else proposed_day(issue, clock.today())
        self.published = DayField(when, self.tr("Ngày phát hành"))
        self.published.setEnabled(bool(issue.published))
        self.has_published.toggled.connect(self.published.setEnabled)
        self.no_emblem.setAccessibleName(self.tr("Bỏ huy hiệu"))
        self.no_photo.setAccessibleName(self.tr("Bỏ ảnh bìa"))
        self.has_published.setAccessibleName(self.tr("Đã định ngày phát hành"))

    def _choices(self) -> QWidget:
        form = field_form()
        form.setContentsMargins(0, 0, 8, 0)
        self._head(form, self.tr("HÌNH THỨC"))
        form.addRow(self.tr("Khổ"), self.format)
        form.addRow(self.tr("Bìa"), self.cover)
        form.addRow(self.tr("Huy hiệu"), _row(self.emblem, self.no_emblem))
        form.addRow(self.tr("Ảnh bìa"), _row(self.photo, self.no_photo))
        form.addRow(self.tr("Trang trong"), self.inner)
        form.addRow(self.tr("Dàn"), _row(self.set_as, self.unfit))
        form.addRow("", self.grey)
        self._head(form, self.tr("KHUNG PHÁP LÝ, MĂNG-SÉT"))
        form.addRow(self.tr("Theo"), self.law)
        form.addRow("", self.law_told)
        form.addRow(self.tr("Số trang tối đa"), self.pages)
        form.addRow(self.tr("Ngày phát hành"), _row(self.has_published, self.published))
        form.addRow(wording.tr(issue_words.IMPRINT["copies"]), self.copies)
        for name, line in self.lines.items():
            form.addRow(wording.tr(issue_words.IMPRINT[name]), line)
        inside = place("bare")
        inside.setLayout(form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setFixedWidth(px(410))
        self._scroll = scroll
        return scroll

    @staticmethod
    def _head(form: QFormLayout, words: str) -> None:
        head = label(words, "section")
        head.setContentsMargins(0, 8, 0, 2)
        form.addRow(head)

    @staticmethod
    def _picture_button(words: str, on: Callable[[], object]) -> QPushButton:
        made = QPushButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: on())
        return made

    # -- what is chosen --------------------------------------------------------------------------------

    def _profile(self) -> Legal | None:
        key = self.law.currentData()
        if not key:
            return self._known.in_force
        return next((one for one in self._known.profiles if one.key == key), None)

    def _show_law(self) -> None:
        profile = self._profile()
        told: list[str] = []
        if profile is not None:
            if profile.pages:
                told.append(self.tr("nhiều nhất {n} trang").format(n=profile.pages))
            if profile.width or profile.height:
                told.append(self.tr("khổ không quá {size}").format(size=issue_words.largest(profile)))
            if not profile.advertising:
                told.append(self.tr("không quảng cáo"))
            told = [", ".join(told), profile.source, profile.note]
        self.law.setToolTip(self.law.currentText())
        self.law_told.setText("\n".join(part for part in told if part))
        self.set_as.setText(fitting_words.set_as(self.design()))
        self.unfit.setEnabled(not self._fitting.usual)
        self.no_emblem.setEnabled(bool(self._emblem))
        self.no_photo.setEnabled(bool(self._photo))
        self.emblem.setText(self.tr("Đổi huy hiệu…") if self._emblem else self.tr("Chọn huy hiệu…"))
        self.photo.setText(self.tr("Đổi ảnh bìa…") if self._photo else self.tr("Chọn ảnh bìa…"))

    def _changed(self) -> None:
        self.fault.hide()
        self._show_law()
        self._follow()

    def _unfit(self) -> None:
        self._fitting = USUAL
        self._changed()

    def _follow(self) -> None:
        wish = self.wish()
        self.live.follow(partial(_in_design, self._issue.id, wish, self._profile()))

    def _choose_emblem(self) -> None:
        from desk.pictures import emblem

        kinds = f"{_PICTURES[:-1]} *.svg)"
        chosen = choose_file(self, self.tr("Huy hiệu của cơ quan"), "design/folder", kinds)
        if chosen is not None:
            self._bring("emblem", partial(emblem.prepare_emblem, chosen))

    def _choose_photo(self) -> None:
        from desk.pictures import prepare

        chosen = choose_file(self, self.tr("Ảnh bìa"), "design/folder", _PICTURES)
        if chosen is not None:
            self._bring("photo", partial(prepare.prepare_file, chosen))

    def _bring(self, what: str, work: Callable[[], object]) -> None:
        def stored(row: PictureRow) -> None:
            self._take(what, row.sha256)

        def prepared(made: object) -> None:
            add = partial(stored_pictures.add_prepared, self._session.who, made)  # type: ignore[arg-type]  # Pillow stays unloaded
            self._session.client.ask(self, add, stored, refused=self._refused)

        self._session.client.abroad(self, work, prepared, refused=self._refused)

    def _refused(self, error: DeskError) -> None:
        self.complain(error)

    def _take(self, what: str, sha256: str) -> None:
        if what == "emblem":
            self._emblem = sha256
        else:
            self._photo = sha256
            if sha256:
                self.cover.setCurrentIndex(self.cover.findData(CoverDesign.PHOTO))
        self._changed()


def _in_design(issue_id: int, wish: DesignWish, law: Legal | None, known: Mapping[str, bytes]) -> Edition:
    """Return the issue as it is now, in the design that is being tried on."""
    edition = printing.edition(issue_id, proof=True, known=known)
    wanted = [one for one in (wish.design.emblem, wish.design.photo) if one]
    return replace(
        edition,
        design=wish.design,
        legal=law,
        imprint=stored_design.over(settings.imprint(), wish.imprint),
        published=date.fromisoformat(wish.published) if wish.published else None,
        pictures={**edition.pictures, **stored_pictures.fetch(wanted)},
    )


def _combo(words: dict[E, str], now: E) -> QComboBox:
    made = Combo()
    for one, told in words.items():
        made.addItem(wording.tr(told), one)
    made.setCurrentIndex(list(words).index(now))
    return made


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(widgets[0], 1)
    for widget in widgets[1:]:
        row.addWidget(widget)
    return row


def proposed_day(issue: IssueRow, today: date) -> date:
    """Return a day on which an issue may come out: the 25th of its month, never before it closes or before today.

    A day that gave way to another is one on which the office works.
    """
    closing = date.fromisoformat(issue.closing) if issue.closing else today
    usual = date(issue.year, issue.ends, _USUAL_DAY)
    day = max(usual, closing, today)
    while day != usual and day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day
