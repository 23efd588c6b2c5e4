"""The law of the road under random hands: any act, by anybody, on any version that was ever seen."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desk import clock
from desk.acts import journal, requirements
from desk.acts.gate import Changes
from desk.acts.rules import Act, IssueState, Role, Stage
from desk.articles import workflow, writing
from desk.database.article_tables import Article, Authorship, Revision
from desk.database.connection import column
from desk.database.department_tables import Delegation
from desk.database.issue_tables import Release
from desk.database.journal_tables import Journal
from desk.department import delegations, people
from desk.errors import DeskError
from desk.issues import corrections, issues, manifest, placing, printing, releases
from desk.review import checklists, comments, discussion
from desk.text.blocks import ArticleText, Paragraph, Run, sha256
from tests.making import PASSWORD, words

PEOPLE = (
    ("Viết Một", Role.WRITER),
    ("Viết Hai", Role.WRITER),
    ("Biên Tập", Role.EDITOR, Role.WRITER),
    ("Phó Ban", Role.DEPUTY),
    ("Trưởng Ban", Role.CHIEF),
    ("Lãnh Đạo Hai", Role.CHIEF, Role.EDITOR, Role.WRITER),
    ("Mọi Vai", *Role),
    ("Thư Ký", Role.SECRETARY),
)
who = st.integers(0, len(PEOPLE) - 1)
planners = st.sampled_from((7, 7, 4, 6, 2, 0))  # those who may plan and print, and two who may not
chiefs = st.sampled_from((4, 4, 5, 6, 2))  # those who may delegate, and one who may not
back = st.sampled_from((0, 0, 0, 0, 1, 2))  # how old the version is that they saw
which = st.integers(0, 1)


class WorkflowMachine(RuleBasedStateMachine):
    """Two articles on a desk that lives on from sequence to sequence."""

    staff: tuple[int, ...] = ()
    done = 0
    refused = 0

    @classmethod
    def hire(cls, admin: int) -> None:
        """Put the people at the open desk."""
        for name, *roles in PEOPLE:
            people.add(admin, name, "", "", frozenset(roles), PASSWORD, renew=False)
        ids = {row.name: row.id for row in people.everybody()}
        cls.staff = tuple(ids[name] for name, *_ in PEOPLE)

    @initialize(first=st.sampled_from((0, 1, 2, 5, 6)), second=st.sampled_from((0, 1, 2, 5, 6)))
    def begin(self, first: int, second: int) -> None:
        """Begin with two fresh articles and no delegation."""
        for row in list(Delegation.select().where(Delegation.ended_at.is_null())):
            if clock.read_stamp(row.until) > clock.now():
                delegations.end(row.chief_id, row.id)
        self.articles = [self._fresh(first), self._fresh(second)]
        number = issues.IssueWords(uuid.uuid4().hex[:8], 2019, 4)
        (self.issue,) = issues.make(self.staff[7], number).issues
        self.seen = _entries()

    def _fresh(self, author: int) -> int:
        (made,) = writing.create(self.staff[author], uuid.uuid4().hex, words(), 2).articles
        return made

    def _try(self, work: Callable[[], Changes], most: int = 1) -> None:
        """Do it or be refused; what was done is in the journal (once), what was refused left no trace."""
        before = _entries()
        try:
            work()
        except DeskError:
            assert _entries() == before, "a refusal left a trace"
            type(self).refused += 1
        else:
            assert 0 <= _entries() - before <= most, "an act that the journal tells twice"
            type(self).done += 1

    def _version(self, article: int, back: int) -> int:
        return int(Article.get_by_id(article).version) - back

    @rule(
        by=who,
        at=which,
        back=back,
        act=st.sampled_from((Act.SUBMIT, Act.WITHDRAW, Act.RETURN, Act.PASS, Act.BIN, Act.RESTORE)),
    )
    def move(self, by: int, at: int, back: int, act: Act) -> None:
        """Lead an article somewhere."""
        article = self.articles[at]
        note = "Lý do" if act is Act.RETURN else ""
        self._try(lambda: workflow.move(self.staff[by], act, article, self._version(article, back), note))

    @rule(by=who, at=which, back=back)
    def approve(self, by: int, at: int, back: int) -> None:
        """Approve it, alone or for a chief."""
        article = self.articles[at]
        self._try(lambda: workflow.approve(self.staff[by], article, self._version(article, back)))

    @rule(at=which, by=who)
    def hurry(self, at: int, by: int) -> None:
        """Lead an article as far as honest people can, then let anybody try to approve it."""
        article = self.articles[at]
        for step, act in ((2, Act.SUBMIT), (2, Act.PASS), (5, Act.PASS)):
            version = self._version(article, 0)
            self._try(partial(workflow.move, self.staff[step], act, article, version))
        self._try(partial(workflow.approve, self.staff[by], article, self._version(article, 0)))

    @rule(at=which, chief=chiefs, to=who)
    def sign_for(self, at: int, chief: int, to: int) -> None:
        """Let somebody sign for a chief, and see at once whether they can."""
        self.delegate(chief, to, 60)
        self.hurry(at, to)

    @rule(by=who, at=which, back=back)
    def recommend(self, by: int, at: int, back: int) -> None:
        """Recommend it."""
        article = self.articles[at]
        self._try(lambda: workflow.recommend(self.staff[by], article, self._version(article, back)))

    @rule(by=who, at=which, back=back)
    def reopen(self, by: int, at: int, back: int) -> None:
        """Recall an approval."""
        article = self.articles[at]
        self._try(lambda: workflow.reopen(self.staff[by], article, self._version(article, back), "Lý do"))

    @rule(by=who, at=which, back=back)
    def undo(self, by: int, at: int, back: int) -> None:
        """Take something back."""
        article = self.articles[at]
        self._try(lambda: workflow.undo(self.staff[by], article, self._version(article, back)))

    @rule(by=who, at=which, to=who)
    def reassign(self, by: int, at: int, to: int) -> None:
        """Give it to another author."""
        article = self.articles[at]
        version = self._version(article, 0)
        self._try(lambda: workflow.reassign(self.staff[by], article, version, self.staff[to], "Lý do"))

    @rule(by=who, at=which, back=back, text=st.sampled_from(("Một", "Hai", "Ba")))
    def save(self, by: int, at: int, back: int, text: str) -> None:
        """Write another text."""
        article = self.articles[at]
        made = ArticleText(title=text, byline="B", blocks=(Paragraph("0a", (Run(text),)),))
        self._try(lambda: writing.save(self.staff[by], article, self._version(article, back), made, 2))

    @rule(by=chiefs, to=who, minutes=st.sampled_from((1, 60)))
    def delegate(self, by: int, to: int, minutes: int) -> None:
        """Let somebody sign."""
        now = clock.now()
        until = now + timedelta(minutes=minutes)
        self._try(lambda: delegations.delegate(self.staff[by], self.staff[to], now, until))

    @rule(by=who, at=which, suggest=st.booleans())
    def comment(self, by: int, at: int, suggest: bool) -> None:
        """Say something, or suggest other words for the title."""
        article, new = self.articles[at], "Tít khác" if suggest else None
        self._try(
            lambda: comments.comment(self.staff[by], article, comments.Stretch("@title", 0, 2), "Ý", new)
        )

    @rule(by=who, at=which, yes=st.booleans())
    def answer(self, by: int, at: int, yes: bool) -> None:
        """Accept or decline the first suggestion there is."""
        article = self.articles[at]
        waiting = [
            one for one in discussion.of_article(self.staff[by], article) if one.open and one.suggestion
        ]
        if waiting and yes:
            self._try(lambda: comments.accept(self.staff[by], waiting[0].id, self._version(article, 0)))
        elif waiting:
            self._try(lambda: comments.decline(self.staff[by], waiting[0].id))

    @rule(by=who, at=which)
    def overrule(self, by: int, at: int) -> None:
        """Let an article pass without an item."""
        item = next(one.id for one in requirements.items() if one.auto is None)
        self._try(lambda: checklists.overrule(self.staff[by], self.articles[at], item, "Lý do"))

    # -- the issue -----------------------------------------------------------------------------------------

    def _seen(self, back: int) -> int:
        return issues.row(self.issue).version - back

    @rule(by=planners, at=which, back=back, out=st.booleans())
    def place(self, by: int, at: int, back: int, out: bool) -> None:
        """Put an article into the issue, or take it out."""
        verb = placing.unplace if out else placing.place
        self._try(lambda: verb(self.staff[by], self.issue, self._seen(back), [self.articles[at]]))

    @rule(by=planners, back=back, close=st.booleans())
    def close(self, by: int, back: int, close: bool) -> None:
        """Close the list of the issue, or open it again."""
        verb = issues.close if close else issues.open_again
        self._try(lambda: verb(self.staff[by], self.issue, self._seen(back)))

    @rule(by=planners, back=back)
    def release(self, by: int, back: int) -> None:
        """Release the issue as it is, with what may be placed in it."""
        for at in (0, 1):
            self.place(7, at, 0, out=False)
        try:
            edition = printing.edition(self.issue)
        except DeskError:
            return
        files = {output: {f"{output.value}.pdf": b"%PDF"} for output in releases.FROZEN}
        pressed = releases.ReleaseContent(edition, files, {}, 8, b"")
        self._try(lambda: releases.release(self.staff[by], self.issue, self._seen(back), pressed), most=3)

    @rule(by=planners, at=which)
    def to_print(self, by: int, at: int) -> None:
        """Lead an article, and the issue, as far as honest people can."""
        self.hurry(at, 4)
        self.place(7, at, 0, out=False)
        self.close(7, 0, close=True)
        self.release(by, 0)

    @rule(by=who, back=back)
    def recall(self, by: int, back: int) -> None:
        """Reopen a released issue."""
        self._try(lambda: releases.reopen(self.staff[by], self.issue, self._seen(back), "Lý do"), most=3)

    @rule(by=who, at=which)
    def correct(self, by: int, at: int) -> None:
        """Correct a released article."""
        self._try(lambda: corrections.correct(self.staff[by], self.articles[at], "Một", "Hai"), most=2)

    @invariant()
    def the_law_holds(self) -> None:
        """No author's hand is in an approval, and what would print is what was approved."""
        for number in getattr(self, "articles", ()):
            article = Article.get_by_id(number)
            if article.stage not in (Stage.APPROVED.value, Stage.RELEASED.value):
                assert article.approved_sha256 is None or article.stage == Stage.BINNED.value
                continue
            wrote = column(Authorship.select(Authorship.person).where(Authorship.article == number))
            assert article.approved_by_id not in wrote, "approved by an author"
            assert article.approved_for_id not in wrote, "signed for an author"
            text = Revision.get((Revision.article == number) & (Revision.number == article.revision)).text
            assert (article.approved_revision, article.approved_sha256) == (article.revision, sha256(text))
            piece = printing.approved([number])[number]
            assert piece.sha256 == sha256(text)
        if hasattr(self, "issue") and issues.row(self.issue).state is IssueState.RELEASED:
            told = manifest.read(
                Release.select(Release.manifest).order_by(Release.id.desc()).limit(1).scalar()
            )
            for mark in told.articles:
                article = Article.get_by_id(mark.id)
                assert article.stage == Stage.RELEASED.value, "changed after it was printed"
                assert article.approved_sha256 == mark.sha256, "printed without its approval"

    def teardown(self) -> None:
        """Check the chain from where this sequence began."""
        if hasattr(self, "seen"):
            assert journal.check(after=self.seen) == []


def _entries() -> int:
    return int(Journal.select(Journal.id).order_by(Journal.id.desc()).limit(1).scalar() or 0)
