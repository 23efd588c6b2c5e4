"""Articles and their text: written, saved, filed. Each verb passes the gate and says what changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from desk import clock
from desk.acts import journal, permission
from desk.acts.actor import Actor, actor
from desk.acts.article_details import ApprovalVoided, Before, Filed, Restored
from desk.acts.gate import Changes, acting
from desk.acts.in_progress import ArticleActInProgress
from desk.acts.journal import NewEntry, Subject
from desk.acts.rules import Act, Genre, Stage
from desk.acts.workflow_rules import is_undoable
from desk.acts.workflow_state import WorkflowState
from desk.articles.comment_anchors import carry as carry_comments
from desk.database import connection, revisions, shingle_index
from desk.database.article_tables import Article, ArticleWords, Authorship, Draft
from desk.database.connection import first
from desk.errors import NotNow, Why
from desk.text.blocks import TITLE_LIMIT, ArticleText, body_text, normal, sha256, to_json, word_count
from desk.text.shingles import marks, shingles
from desk.text.vietnamese import sort_key


def create(who: int, uid: str, text: ArticleText, section_id: int | None = None) -> Changes:
    """Make an article from its first text; `uid` is the window's, so that a retry after a crash makes no twin.

    A retry that brings other words saves them as a revision: nothing is called saved that is not.
    """
    with connection.writing():
        _may(Act.CREATE, who)
        already = made_before(who, uid)
        if already is not None:
            return save(who, already.id, already.version, text, section_id)
        with creating(who, Act.CREATE, uid, text, section_id) as doing:
            pass
    return _changes(doing)


def made_before(who: int, uid: str) -> Article | None:
    """Return the article that this person has made under a window's `uid`; None before it is made."""
    found: Article | None = Article.get_or_none((Article.uid == uid) & (Article.author == who))
    return found


@contextmanager
def creating(
    who: int, act: Act, uid: str, text: ArticleText, section_id: int | None
) -> Iterator[ArticleActInProgress]:
    """Make an article by an act that makes one; what is done inside, and its details, belong to the same act.

    An act that can be undone leads into the bin then: nothing that was ever in the desk is deleted.
    """
    text = _checked(text)
    with connection.writing():
        person = _may(act, who)
        now = clock.stamp(clock.now())
        article = Article(
            uid=uid,
            author=who,
            stage=Stage.DRAFT.value,
            version=1,
            revision=1,
            stage_since=now,
            changed_at=now,
            touched=0,
            note="",
        )
        _describe(article, text, section_id)
        article.save(force_insert=True)
        Authorship.insert(article=article.id, person=who).execute()
        digest = revisions.add(article.id, 1, to_json(text), who)
        _index(article.id, text, new=True)
        doing = ArticleActInProgress(
            act, person, Subject.ARTICLE, article.id, text.title, version=1, sha256=digest,
            article=article, text_sha256=digest, authors=frozenset({who}),
        )  # fmt: skip
        yield doing
        if is_undoable(act):
            doing.more.append(Before(replace(WorkflowState.of(article), stage=Stage.BINNED.value)))
        doing.entry = journal.write(
            NewEntry(
                person_id=who,
                person=person.name,
                act=act,
                subject=Subject.ARTICLE,
                subject_id=article.id,
                title=text.title,
                version=1,
                sha256=digest,
                details=doing.details,
            )
        )
        Article.update(touched=doing.entry).where(Article.id == article.id).execute()
        _forget_draft(who, uid)


def save(who: int, article_id: int, seen: int, text: ArticleText, section_id: int | None = None) -> Changes:
    """Save a new revision; the text may be incomplete, only a submission must be whole.

    An edit after approval takes the article back to DRAFT. Saving the same words again makes no revision.
    """
    text = _checked(text)
    stored = to_json(text)
    with acting(who, Act.EDIT, article_id, seen) as doing:
        article = doing.article
        _forget_draft(who, article.uid)
        same = doing.text_sha256 == sha256(stored)
        if same and article.section_id == section_id:
            doing.nothing = True
            return Changes(frozenset({article_id}), act=Act.EDIT, version=seen)
        if not same:
            _store(doing, text, stored)
        _describe(article, text, section_id)
        return _changes(doing)


def restore_revision(who: int, article_id: int, seen: int, number: int) -> Changes:
    """Bring an old revision's text back as a new revision."""
    old = revisions.text_of(article_id, number)
    with acting(who, Act.EDIT, article_id, seen) as doing:
        doing.detail = Restored(number)
        _store(doing, old, to_json(old))
        _describe(doing.article, old, doing.article.section_id)
        return _changes(doing)


def file_under(
    who: int, article_id: int, seen: int, section_id: int | None, genre: Genre | None = None
) -> Changes:
    """Put an article under a chuyên mục, say what kind of piece it is; text and approval stay as they are."""
    with acting(who, Act.FILE, article_id, seen) as doing:
        doing.article.section_id = section_id
        other = genre.value if genre is not None and genre.value != doing.article.genre else ""
        if other:
            doing.article.genre = other
        doing.detail = Filed(section_id, other)
        return _changes(doing)


def rewritten(doing: ArticleActInProgress, text: ArticleText) -> Changes:
    """Store another text inside an act that passed the gate: a suggestion accepted."""
    text = _checked(text)
    _store(doing, text, to_json(text))
    _describe(doing.article, text, doing.article.section_id)
    return _changes(doing)


def void_approval(article: Article) -> None:
    """Take an approval off an article: it holds for one text alone."""
    article.approved_revision = None
    article.approved_sha256 = None
    article.approved_by_id = None
    article.approved_for_id = None
    article.approved_at = None


def _may(act: Act, who: int) -> Actor:
    person = actor(who)
    refused = permission.refusal(act, person.roles)
    if refused:
        raise refused
    return person


def _checked(text: ArticleText) -> ArticleText:
    text = normal(text)
    if len(text.title) > TITLE_LIMIT:
        raise NotNow(Why.TITLE_TOO_LONG, str(TITLE_LIMIT))
    return text


def _store(doing: ArticleActInProgress, text: ArticleText, stored: str) -> None:
    article = doing.article
    was = article.revision
    doing.sha256 = revisions.add(article.id, article.version, stored, doing.actor.id)
    article.revision = article.version
    if article.stage == Stage.APPROVED.value:
        article.stage = Stage.DRAFT.value
        article.stage_since = clock.stamp(clock.now())
        doing.more.append(ApprovalVoided(article.approved_revision))
    void_approval(article)
    carry_comments(article.id, revisions.text_of(article.id, was), text)
    _index(article.id, text)


def _describe(article: Article, text: ArticleText, section_id: int | None) -> None:
    when = text.event_date or clock.today()
    values = {
        "title": text.title,
        "title_key": sort_key(text.title),
        "byline": text.byline,
        "event_date": text.event_date.isoformat() if text.event_date else "",
        "month": f"{when:%Y-%m}",
        "words": word_count(text),
        "section": section_id,
    }
    for name, value in values.items():
        setattr(article, name, value)


def _index(article_id: int, text: ArticleText, *, new: bool = False) -> None:
    values = {"title": text.title, "lead": text.lead, "byline": text.byline, "body": body_text(text)}
    was: frozenset[int] = frozenset()
    if new:
        ArticleWords.insert(article=article_id, **values).execute()
    else:
        mine = ArticleWords.article == article_id
        old = first(ArticleWords.select(ArticleWords.title, ArticleWords.body).where(mine))
        was = marks(shingles(*old)) if old is not None else was
        ArticleWords.update(**values).where(mine).execute()
    shingle_index.replace(article_id, was, marks(shingles(values["title"], values["body"])))


def _forget_draft(who: int, uid: str) -> None:
    Draft.delete().where((Draft.uid == uid) & (Draft.person == who)).execute()


def _changes(doing: ArticleActInProgress) -> Changes:
    return Changes(frozenset({doing.article.id}), act=doing.act, version=doing.article.version)
