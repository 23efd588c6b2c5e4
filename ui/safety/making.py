"""Backups made beside the window: by hand, by the clock, before a release; each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desk import clock
from desk.cancel import StopFile
from desk.errors import Cancelled, DeskError
from desk.integrity import database
from desk.safety import backups, keeping, trial
from desk.safety.backups import Made
from desk.safety.facts import Reason
from desk.safety.standing import Standing, standing
from desk.safety.trial import Tried
from ui.safety import second_place
from ui.session.desk_client import DeskClient
from ui.session.session import Session
from ui.words import safety as words
from ui.words import wording

_LOOK_EVERY = 5 * 60_000  # ms; whether a backup is due is said by the desk's clock


def make(
    client: DeskClient,
    owner: QObject,
    desk: Path,
    why: Reason,
    then: Callable[[Made], object],
    refused: Callable[[DeskError], None],
    stop: StopFile | None = None,
) -> None:
    """Make a backup in both places; it is left off when the program ends."""
    second, stop = second_place.folder(), stop or StopFile()

    def made(found: Made) -> None:
        if second and found.second is None:
            second_place.succeeded()
        then(found)

    work = partial(backups.make, desk, why, second=second, stop=stop)
    client.abroad(owner, work, made, refused=refused, stop=stop)


def before_release(session: Session, owner: QObject, then: Callable[[], None], stop: StopFile) -> None:
    """Make a backup, and go on whatever came of it: a place that is full does not hold up the bulletin."""

    def made(found: Made) -> None:
        if found.second is not None:
            session.say(of_second(found.second), "warning")
        then()

    def refused(error: DeskError) -> None:
        if not isinstance(error, Cancelled):
            text = session.tr("Chưa sao lưu được trước khi phát hành. {why}")
            session.say(text.format(why=wording.error(error)), "warning")
        then()

    def asked(desk: Path) -> None:
        make(session.client, owner, desk, Reason.RELEASE, made, refused, stop)

    session.client.ask(owner, database.place, asked)


class BackupKeeper(QObject):
    """Makes the backups of a window that stands, one at a time, and says what somebody should know of them."""

    stands = Signal(object)  # Standing
    list_wanted = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._under_way = False
        self._warned = False  # of a second place that fails: said once, and on Hôm nay after a week
        self._failed_at = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self.tick)

    def begin(self) -> None:
        """Say how it stands, and look every few minutes whether a backup is due."""
        self.look()
        self._timer.start()

    def look(self) -> None:
        """Say how it stands."""
        self._session.client.ask(self, standing, self._tell)

    def _tell(self, now: Standing) -> None:
        self.stands.emit(now)

    def tick(self) -> None:
        """Make a backup when one is due, else try a restore when that is."""
        if not self._under_way:
            self._session.client.ask(self, standing, self._judge)

    def by_hand(self) -> None:
        """Make a backup because somebody wants it."""
        if self._under_way:
            self._session.say(self.tr("Đang sao lưu, xin chờ một lát."))
            return
        self._session.say(self.tr("Đang sao lưu và kiểm tra…"))
        self._session.client.ask(self, database.place, partial(self._make, Reason.HAND))

    def _judge(self, now: Standing) -> None:
        self.stands.emit(now)
        if now.due and self._may_try_again():
            self._make(Reason.INTERVAL, now.desk)
        elif now.trial_due:
            self._try_restore(now.desk)

    def _may_try_again(self) -> bool:
        """Say whether the last failure is half an hour old: a full disk is not asked every five minutes."""
        if not self._failed_at:
            return True
        return keeping.due(clock.now(), clock.read_stamp(self._failed_at), changed=True)

    def _make(self, why: Reason, desk: Path) -> None:
        self._under_way = True
        make(self._session.client, self, desk, why, partial(self._made, why), partial(self._refused, why))

    def _made(self, why: Reason, made: Made) -> None:
        self._under_way, self._failed_at = False, ""
        facts = made.backup.facts
        if facts is not None and facts.faults:
            text = self.tr("Đã sao lưu, nhưng dữ liệu có chỗ không ổn. Vào Tệp → Kiểm tra dữ liệu để xem.")
            self._session.say(text, "error", self.tr("Bản sao lưu…"), self.list_wanted.emit)
        elif made.second is not None:
            self._say_second(why, made.second)
        elif why is Reason.HAND:
            text = self.tr("Đã sao lưu và kiểm tra: {when}.")
            when = words.day_and_time(made.backup.made)
            self._session.say(text.format(when=when), "done", self.tr("Bản sao lưu…"), self.list_wanted.emit)
        if made.second is None:
            self._warned = False
        self.look()

    def _say_second(self, why: Reason, error: DeskError) -> None:
        if why is not Reason.HAND and self._warned:
            return
        self._warned = True
        self._session.say(of_second(error), "warning", self.tr("Bản sao lưu…"), self.list_wanted.emit)

    def _refused(self, why: Reason, error: DeskError) -> None:
        self._under_way = False
        if isinstance(error, Cancelled):
            return
        first, self._failed_at = not self._failed_at, clock.stamp(clock.now())
        if why is Reason.HAND or first:
            text = self.tr("Chưa sao lưu được. {why}").format(why=wording.error(error))
            self._session.say(text, "error", self.tr("Bản sao lưu…"), self.list_wanted.emit)

    # -- a restore is tried ----------------------------------------------------------------------------

    def _try_restore(self, desk: Path) -> None:
        self._under_way, stop = True, StopFile()
        work = partial(trial.try_restore, desk, stop=stop)
        self._session.client.abroad(self, work, self._tried, refused=self._not_tried, stop=stop)

    def _tried(self, tried: Tried | None) -> None:
        self._under_way = False
        if tried is None:
            return
        self._session.client.do(self, partial(trial.write_down, tried), quiet=True)
        if tried.trial.faults:
            text = self.tr("Thử phục hồi từ bản sao lưu {when} không được. Hãy sao lưu lại ngay.")
            when = words.day_and_time(tried.backup.made)
            self._session.say(text.format(when=when), "error", self.tr("Sao lưu ngay"), self.by_hand)

    def _not_tried(self, error: DeskError) -> None:
        self._under_way = False  # there was no room to try: another day


def of_second(error: DeskError) -> str:
    """Return the sentence for a second place that has not got its copy."""
    return words.second_failed(wording.error(error))
