"""A desk with something in every table: what an archive must give back."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desk import clock
from desk.acts.rules import Role, Stage
from desk.articles import drafts, originals, writing
from desk.articles.originals import Original
from desk.calendar import attachments, coverage, meetings
from desk.calendar.coverage import Task
from desk.calendar.storage import Fields
from desk.database import connection
from desk.database.calendar_tables import Occurrence, Reminder
from desk.database.connection import column
from desk.database.department_tables import Rendition, StoredPicture
from desk.database.issue_tables import Erratum, IssueSection
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from desk.department import delegations
from desk.issues import commissions, issues
from desk.issues.commissions import CommissionWish
from desk.registers import editing, ignored, taught
from desk.registers.entries import BodyEntry, DocumentEntry, PersonEntry, Title, WordEntry, WordKind
from desk.review import checklists, comments
from desk.review.comments import Stretch
from tests.making import Cast, article, person, pictured, version, words


def held_meeting(cast: Cast, title: str, start: datetime, rule: str = "") -> int:
    """Put a meeting of an hour into the calendar; return its number."""
    told = Fields(title=title, kind="briefing", place="Phòng họp tầng 2")
    when = When(start, start + timedelta(hours=1))
    made = meetings.make(cast.secretary, told, when, read_rule(rule) if rule else None)
    return next(iter(made.meetings))


def fill(cast: Cast) -> None:
    """Do a little of everything in a desk that has a release."""
    made = article(cast, words("Bài ba", "Bản một."))
    writing.save(cast.writer, made, version(cast, made), words("Bài ba", "Bản hai."))
    article(cast, pictured(cast, "Bài có ảnh", "Toàn cảnh"), Stage.APPROVED)
    judged = article(cast, words("Bài trả lại"), Stage.RETURNED)
    comments.comment(cast.editor, judged, Stretch(""), "@Lê Thị Viết xem lại chỗ này")
    with connection.writing():
        originals.keep(made, Original("gửi.docx", "docx", b"PK" + b"x" * 9000), cast.writer)
    drafts.keep(cast.writer, "lạ", None, 0, None, words("Đang gõ dở"))
    first = held_meeting(cast, "Giao ban tháng 4", datetime(2019, 4, 16, 8))
    weekly = held_meeting(cast, "Giao ban tuần", datetime(2019, 4, 1, 8), "FREQ=WEEKLY")
    attachments.attach(cast.secretary, first, "Giấy mời.pdf", b"%PDF-1.4 x")
    coverage.assign(
        cast.secretary, first, datetime(2019, 4, 16, 8), cast.writer, Task.WRITE, date(2019, 4, 17)
    )
    coverage.write_news(cast.writer, first, datetime(2019, 4, 16, 8))
    chief = person(cast, "Phó Ban", Role.CHIEF)
    now = clock.now()
    delegations.delegate(cast.chief, chief, now, now + timedelta(days=9), "Đi công tác")
    issues.make(cast.secretary, issues.IssueWords("5", 2019, 5))
    number = issues.find("5", 2019).id
    commissions.commission(cast.secretary, number, 1, CommissionWish(1, "Bài đặt", cast.writer))
    items = checklists.of_article(judged)
    checklists.tick(cast.editor, judged, next(one.item.id for one in items.approve if not one.item.auto))
    for entry in (
        PersonEntry("Nguyễn Thị Mẫu", (Title("Trưởng ban", "Ban Tuyên giáo Tỉnh ủy", date(2016, 1, 1)),)),
        BodyEntry("Ban Tuyên giáo Tỉnh ủy", "BTG"),
        DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị"),
        WordEntry(WordKind.WORD, "giao ban"),
    ):
        editing.add(cast.editor, entry)
    editing.set_rule(cast.editor, "typography.dash", "gợi ý")
    ignored.ignore(cast.writer, "spelling.syllable", "Mường Thà", made)
    taught.keep(cast.editor, bytes(range(256)), 30)
    same = dict.fromkeys(("start", "stop", "part", "state", "reason", "moved_from"), "")
    with connection.writing():  # what a window does seldom, or a clock
        gone = {
            "meeting": weekly,
            "origin": "2019-04-08T08:00:00",
            "fields": "{}",
            "gone": True,
            "extra": False,
        }
        Occurrence.insert(**gone, **same).execute()
        told = {"kind": "day", "at": "2019-04-16T07:00:00", "told_at": "", "again_at": ""}
        Reminder.insert(person=cast.writer, meeting=first, origin="2019-04-16T08:00:00", **told).execute()
        Erratum.insert(article=judged, of=1, issue=number, printed="hôi", correct="hội").execute()
        IssueSection.insert(issue=number, section=2, position=0, hidden=False).execute()
        (picture,) = column(StoredPicture.select(StoredPicture.sha256))
        Rendition.insert(picture=picture, data=b"nho").execute()
