"""Articles: the acts on them. Each verb passes the gate, does one thing and says what changed."""

from __future__ import annotations

from desk import clock, journal, revisions, rules, store
from desk.errors import NotNow, Why
from desk.folding import sort_key
from desk.gate import Changes, OnArticle, acting, actor
from desk.journal import Subject
from desk.rules import RULES, Act, Stage
from desk.tables import Article, ArticleWords, Draft
from desk.text import (
    TITLE_LIMIT,
    ArticleText,
    body_text,
    normal,
    sha256,
    to_json,
    word_count,
)


def create(who: int, uid: str, text: ArticleText, section_id: int | None = None) -> Changes:
    """Make an article from its first text; `uid` is the window's, so that a retry after a crash makes no twin.

    A retry that brings other words saves them as a revision: nothing is called saved that is not.
    """
    text = _checked(text)
    stored = to_json(text)
    with store.writing():
        person = actor(who)
        refused = rules.refusal(Act.CREATE, person.roles)
        if refused:
            raise refused
        already = Article.get_or_none((Article.uid == uid) & (Article.author == who))
        if already is not None:
            return save(who, already.id, already.version, text, section_id)
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
        digest = revisions.add(article.id, 1, stored, who)
        _index(article.id, text, new=True)
        entry = journal.write(
            who,
            person.name,
            Act.CREATE,
            Subject.ARTICLE,
            article.id,
            title=text.title,
            version=1,
            sha256=digest,
        )
        Article.update(touched=entry).where(Article.id == article.id).execute()
        _forget_draft(who, uid)
    return Changes(frozenset({article.id}), act=Act.CREATE, version=1)


def save(who: int, article_id: int, seen: int, text: ArticleText, section_id: int | None = None) -> Changes:
    """Save a new revision; the text may be incomplete, only a submission must be whole.

    An edit after approval takes the article back to DRAFT. Saving the same words again makes no revision.
    """
    text = _checked(text)
    stored = to_json(text)
    with acting(who, Act.EDIT, article_id, seen) as doing:
        article = doing.article
        _forget_draft(who, article.uid)
        same = revisions.current_sha256(article) == sha256(stored)
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
        doing.detail = {"restored": number}
        _store(doing, old, to_json(old))
        _describe(doing.article, old, doing.article.section_id)
        return _changes(doing)


def file_under(who: int, article_id: int, seen: int, section_id: int | None) -> Changes:
    """Put an article under a chuyên mục; its text and approval stay as they are."""
    with acting(who, Act.FILE, article_id, seen) as doing:
        doing.article.section_id = section_id
        doing.detail = {"section": section_id}
        return _changes(doing)


def move(who: int, act: Act, article_id: int, seen: int, note: str = "") -> Changes:
    """Do an act that only leads to another stage: submit, withdraw, return, pass, bin, restore."""
    with acting(who, act, article_id, seen, note) as doing:
        article = doing.article
        came_from = Stage(article.stage)
        if act is Act.SUBMIT:
            _must_be_whole(revisions.text_of(article_id, article.revision))
        doing.sha256 = revisions.current_sha256(article)
        return _changes(doing, came_from)


def approve(who: int, article_id: int, seen: int) -> Changes:
    """Approve the current revision: the approval names its number and SHA-256, and holds for no other."""
    with acting(who, Act.APPROVE, article_id, seen) as doing:
        article = doing.article
        doing.sha256 = revisions.current_sha256(article)
        article.approved_revision = article.revision
        article.approved_sha256 = doing.sha256
        article.approved_by_id = who
        article.approved_at = clock.stamp(clock.now())
        doing.detail = {"revision": article.revision}
        return _changes(doing)


def reopen(who: int, article_id: int, seen: int, note: str) -> Changes:
    """Take an approval back (thu hồi), with a reason; the article waits for approval again."""
    with acting(who, Act.REOPEN, article_id, seen, note) as doing:
        doing.detail = {"revision": doing.article.approved_revision}
        _void_approval(doing.article)
        return _changes(doing)


def _checked(text: ArticleText) -> ArticleText:
    text = normal(text)
    if len(text.title) > TITLE_LIMIT:
        raise NotNow(Why.TITLE_TOO_LONG, str(TITLE_LIMIT))
    return text


def _must_be_whole(text: ArticleText) -> None:
    if not text.title:
        raise NotNow(Why.NO_TITLE)
    if not body_text(text).strip():
        raise NotNow(Why.NO_BODY)


def _store(doing: OnArticle, text: ArticleText, stored: str) -> None:
    article = doing.article
    doing.sha256 = revisions.add(article.id, article.version, stored, doing.actor.id)
    article.revision = article.version
    if article.stage == Stage.APPROVED.value:
        article.stage = Stage.DRAFT.value
        article.stage_since = clock.stamp(clock.now())
        doing.detail = {**doing.detail, "approval_void": article.approved_revision}
    _void_approval(article)
    _index(article.id, text)


def _void_approval(article: Article) -> None:
    article.approved_revision = None
    article.approved_sha256 = None
    article.approved_by_id = None
    article.approved_at = None


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
    if new:
        ArticleWords.insert(article=article_id, **values).execute()
    else:
        ArticleWords.update(**values).where(ArticleWords.article == article_id).execute()


def _forget_draft(who: int, uid: str) -> None:
    Draft.delete().where((Draft.uid == uid) & (Draft.person == who)).execute()


def _changes(doing: OnArticle, came_from: Stage | None = None) -> Changes:
    """Say what an act made; its undo is offered where this person may do it and it leads back."""
    article, rule = doing.article, RULES[doing.act]
    undo = rule.undo
    if undo is not None and rule.to is not None:
        own = article.author_id == doing.actor.id
        barred = rules.refusal(undo, doing.actor.roles, rule.to, own=own)
        if barred or RULES[undo].to is not came_from:
            undo = None
    return Changes(frozenset({article.id}), act=doing.act, undo=undo, version=article.version)
