"""The workflow of an article: sent, returned, passed, recommended, approved; each step can be undone a while."""

from __future__ import annotations

from desk import clock
from desk.acts import journal, signing_for
from desk.acts.actor import actor
from desk.acts.article_details import Before, Judged, OldBefore, Reassigned, Signed
from desk.acts.gate import Changes, acting, undoing
from desk.acts.in_progress import ArticleActInProgress
from desk.acts.journal import JournalEntry, JournalQuery, Subject
from desk.acts.notifications import NotificationKind, notify
from desk.acts.rules import Act, Stage
from desk.acts.workflow_rules import is_undoable, roles_granted
from desk.acts.workflow_state import WorkflowState
from desk.articles import hands
from desk.articles.writing import void_approval
from desk.database import connection, engine, revisions
from desk.database.article_tables import Article, Authorship
from desk.database.review_tables import ReadMark
from desk.errors import Denied, NotNow, Why
from desk.text.blocks import ArticleText, body_text


def move(who: int, act: Act, article_id: int, seen: int, note: str = "") -> Changes:
    """Do an act that only leads to another stage: submit, withdraw, return, pass, bin, restore."""
    with acting(who, act, article_id, seen, note) as doing:
        article = doing.article
        if act is Act.SUBMIT:
            _must_be_whole(revisions.text_of(article_id, article.revision))
            _must_be_proofread(doing)
        if act in (Act.RETURN, Act.WITHDRAW):
            _void_recommendation(article)
        if act in (Act.RETURN, Act.PASS):
            _was_read(who, doing)
        if act is Act.PASS:
            doing.detail = hands.told_of(doing)
        doing.sha256 = doing.text_sha256
        return _changes(doing)


def is_as_returned(article_id: int) -> bool:
    """Say whether an article that was sent back still has the text that was sent back."""
    with connection.reading():
        article = Article.get_by_id(article_id)
        if article.stage != Stage.RETURNED.value:
            return False
        query = JournalQuery(act=Act.RETURN, subject=Subject.ARTICLE, subject_id=article_id)
        returned = next(iter(journal.entries(query, limit=1)), None)
        return returned is not None and article.revision < returned.version


def recommend(who: int, article_id: int, seen: int, note: str = "") -> Changes:
    """Recommend the current revision to the chief, who decides (a deputy's act)."""
    with acting(who, Act.RECOMMEND, article_id, seen, note) as doing:
        article = doing.article
        doing.sha256 = doing.text_sha256
        article.recommended_revision = article.revision
        article.recommended_by_id = who
        _was_read(who, doing)
        _tell_hands(doing)
        doing.detail = Judged(article.revision)
        return _changes(doing)


def approve(who: int, article_id: int, seen: int) -> Changes:
    """Approve the current revision: the approval names its number and SHA-256, and holds for no other.

    A delegate signs for their chief: both are recorded.
    """
    with acting(who, Act.APPROVE, article_id, seen) as doing:
        _must_be_proofread(doing)
        article = doing.article
        doing.sha256 = doing.text_sha256
        article.approved_revision = article.revision
        article.approved_sha256 = doing.sha256
        article.approved_by_id = who
        article.approved_for_id = doing.signed_for.chief_id if doing.signed_for else None
        article.approved_at = clock.stamp(clock.now())
        _was_read(who, doing)
        _tell_hands(doing)
        doing.detail = Judged(article.revision)
        return _changes(doing)


def _must_be_proofread(doing: ArticleActInProgress) -> None:
    """Refuse what the proofreader takes for wrong, where the office lets none pass."""
    if not doing.settings.wrong_stops:
        return
    from desk.registers.wrong import wrong_places  # with the proofreader: most acts do without

    wrong = wrong_places(doing.article.id)
    if wrong:
        raise NotNow(Why.WRONG_PLACES, str(wrong))


def _tell_hands(doing: ArticleActInProgress) -> None:
    edits = hands.told_of(doing)
    if edits is not None:
        doing.more.append(edits)


def _was_read(who: int, doing: ArticleActInProgress) -> None:
    """Remember a revision as read by who judges it, however quickly: what changes later is shown to them."""
    article = doing.article
    at = clock.stamp(clock.now())
    engine.put(ReadMark, person=who, article=article.id, revision=article.revision, at=at)


def reopen(who: int, article_id: int, seen: int, note: str) -> Changes:
    """Take an approval back formally (thu hồi), with a reason; the article waits for approval again."""
    with acting(who, Act.REOPEN, article_id, seen, note) as doing:
        article = doing.article
        doing.detail = Judged(article.approved_revision)
        void_approval(article)
        return _changes(doing)


def reassign(who: int, article_id: int, seen: int, author: int, note: str) -> Changes:
    """Give an article to another author, with a reason; who wrote it before may still never judge it."""
    with acting(who, Act.REASSIGN, article_id, seen, note) as doing:
        article = doing.article
        new = actor(author)  # Denied(INACTIVE) when they do not work here any more
        if article.author_id == author:
            doing.nothing = True
            return Changes(frozenset({article_id}), act=Act.REASSIGN, version=seen)
        doing.detail = Reassigned(new.name, author, article.author_id)
        article.author_id = author
        Authorship.insert(article=article_id, person=author).on_conflict_ignore().execute()
        notify(doing, [author], NotificationKind.ASSIGNED, note)
        return _changes(doing)


def undo(who: int, article_id: int, seen: int) -> Changes:
    """Take back one's own last step within ten minutes, while nobody has acted since (see `gate.undoing`)."""
    with undoing(who, article_id, seen) as (doing, last):
        _may_still(doing, last)
        _state_before(last, doing.article).put_back(doing.article)
        if doing.article.stage == Stage.APPROVED.value:
            _must_be_proofread(doing)
        doing.sha256 = last.sha256
        return Changes(frozenset({article_id}), act=Act.UNDO, version=doing.article.version)


def _state_before(last: JournalEntry, article: Article) -> WorkflowState:
    """Return where the article stood before an act; NotNow when its entry does not say."""
    kept = last.read(Before)
    if kept is not None:
        return kept.before
    old = last.read(OldBefore)
    if old is None:
        raise NotNow(Why.NOT_UNDOABLE)
    return old.applied(
        WorkflowState.of(article), approves=last.act is Act.APPROVE, recommends=last.act is Act.RECOMMEND
    )


def _may_still(doing: ArticleActInProgress, last: JournalEntry) -> None:
    """Refuse to undo an act that neither one's roles nor the authority it was signed by would still allow."""
    signed = last.read(Signed)
    if signed is None:
        allowed = bool(roles_granted(last.act) & doing.actor.roles)
    else:
        allowed = signed.chief_id in {one.chief_id for one in signing_for.held(doing.actor.id)}
    if not allowed:
        raise Denied(Why.ROLE)


def _void_recommendation(article: Article) -> None:
    article.recommended_revision = None
    article.recommended_by_id = None


def _must_be_whole(text: ArticleText) -> None:
    if not text.title:
        raise NotNow(Why.NO_TITLE)
    if not body_text(text).strip():
        raise NotNow(Why.NO_BODY)


def _changes(doing: ArticleActInProgress) -> Changes:
    article = doing.article
    return Changes(
        frozenset({article.id}),
        act=doing.act,
        undo=is_undoable(doing.act),
        version=article.version,
        title=article.title,
    )
