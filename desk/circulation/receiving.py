"""A Word file that came back: held against the text it was made of, every edit in it made a suggestion.

`base` asks the desk, `read` works it out (in a process of its own: a foreign file is read), `receive` is the act.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from desk.acts.article_details import Received
from desk.acts.gate import Changes, attending
from desk.acts.notifications import NotificationKind, notify
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.articles.listing import ArticleRow
from desk.circulation import by_code, outgoing
from desk.circulation.asked_before import NOTHING, AskedBefore, again, asked_before, said_again
from desk.circulation.outgoing import OutgoingArticle
from desk.circulation.proposals import Proposal, proposals
from desk.circulation.returned_text import ReturnedText, returned_text
from desk.compare.anchors import Anchor, at, carried, text_at, words_now
from desk.compare.block_edit import BlockEdit, stored
from desk.compare.words import OpKind, word_ops
from desk.database import connection, revisions
from desk.department.people import PersonRow, everybody
from desk.errors import Missing, NotNow, Why
from desk.intake.document import IntakeDocument, TrackedWords
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from desk.review import comments
from desk.review.comments import IntakeComment, Suggested
from desk.text.blocks import ArticleText, Block, Picture
from desk.text.stamp import Stamp

_AROUND = 16  # letters on both sides by which words that were put in here too are known again
_REWRITTEN = 0.35  # share of the words that stayed, below which a file says another text


@dataclass(frozen=True, slots=True)
class Base:
    """What a returned file is held against: the article as it left, as it stands now, and the people of the desk."""

    row: ArticleRow
    left: OutgoingArticle
    now: ArticleText
    people: tuple[PersonRow, ...]
    asked: AskedBefore = NOTHING


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of the file, who made it (a person's name in the file, "" for what was not tracked), how it stands.

    `clash` says that what it speaks of was changed here meanwhile; `done` that the same was done here already;
    `again` that an earlier file has brought it, whatever was answered.
    """

    proposal: Proposal
    author: str
    person: int = 0
    clash: bool = False
    done: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that was read: the text it says, its edits and its comments."""

    name: str
    sha256: str
    base: Base
    text: ReturnedText
    edits: tuple[Edit, ...]
    comments: tuple[IntakeComment, ...]
    pictures: Mapping[str, Prepared]
    comments_again: int = 0  # that an earlier file has brought

    @property
    def older(self) -> bool:
        """Say whether the article was edited here since it left."""
        return self.base.left.stamp.revision != self.base.row.revision

    @property
    def rewritten(self) -> bool:
        """Say whether next to nothing is left of the text."""
        return self.text.kept < _REWRITTEN

    @property
    def wanted(self) -> tuple[Edit, ...]:
        """Return the edits that become suggestions."""
        return tuple(one for one in self.edits if not one.done and not one.again)

    @property
    def received_at(self) -> datetime | None:
        """Return when the very same file was received before."""
        return (self.base.asked.files or {}).get(self.sha256)


def base(who: int, stamp: Stamp | None, name: str, article_id: int = 0) -> Base:
    """Find what a file was made of; `article_id` is the article that it was brought to, where somebody said so.

    NotNow says why it is not taken: of another desk, of no article, of one that is released or in the bin.
    """
    with connection.reading():
        stamp = _known(stamp, name, article_id)
        try:
            row = listing.row(who, stamp.article)
            left = outgoing.outgoing(who, stamp.article, stamp.revision)
        except (Missing, StopIteration) as error:
            raise NotNow(Why.RETURN_GONE, name) from error
        if not stamp.names(left.stamp.sha256):
            raise NotNow(Why.RETURN_GONE, name)
        if row.stage is Stage.RELEASED:
            raise NotNow(Why.RETURN_RELEASED, row.title)
        if row.stage is Stage.BINNED:
            raise NotNow(Why.RETURN_BINNED, row.title)
        now = revisions.text_of(row.id, row.revision)
        asked = asked_before(row.id, left.stamp.revision)
        return Base(row, left, now, tuple(everybody(active_only=True)), asked)


def _known(stamp: Stamp | None, name: str, article_id: int) -> Stamp:
    if stamp is not None and not stamp.article:  # nothing but the code in print was left
        coded = by_code.starting(stamp.sha256)
        stamp = Stamp(outgoing.desk(), coded.article_id, coded.revision, stamp.sha256) if coded else None
    if stamp is not None:
        if not stamp.is_of(outgoing.desk()):
            raise NotNow(Why.RETURN_FOREIGN, name)
        return stamp
    if not article_id:
        raise NotNow(Why.RETURN_NONE, name)
    kept = revisions.listing(article_id)[0]
    return Stamp(outgoing.desk(), article_id, kept.number, kept.sha256)


# -- read --------------------------------------------------------------------------------------------------


def read(found: Base, data: bytes, name: str) -> ReturnedFile:
    """Read a file and hold it against what it was made of. BadIntake says why it cannot be read."""
    from desk.intake.word.docx import read_docx  # with lxml; the press with python-docx

    written = read_docx(outgoing.word(found.left), name)
    returned = read_docx(data, name)
    text = returned_text(found.left.text, written, returned)
    text, pictures = _with_pictures(text)
    edits = _edits(found, text, returned)
    said = _comments(found, text, returned)
    names = {one.id: one.name for one in found.people}
    known = said_again(found.asked, [(names.get(one.person or 0, one.author), one.body) for one in said])
    fresh = _fresh(said, known)
    digest = hashlib.sha256(data).hexdigest()
    return ReturnedFile(name, digest, found, text, edits, fresh, pictures, sum(known))


def _with_pictures(text: ReturnedText) -> tuple[ReturnedText, dict[str, Prepared]]:
    """Prepare the pictures that the file has and the desk has not."""
    if not text.pictures:
        return text, {}
    from desk.errors import BadPicture
    from desk.pictures.prepare import prepare

    made: dict[str, Prepared] = {}
    blocks: list[Block] = []
    for block in text.text.blocks:
        if isinstance(block, Picture) and block.id in text.pictures:
            try:
                one = prepare(text.pictures[block.id], f"{block.id}.png")
            except BadPicture:
                if block.picture:
                    blocks.append(block)
                continue
            made[one.sha256] = one
            block = replace(block, picture=one.sha256)
        blocks.append(block)
    return replace(text, text=replace(text.text, blocks=tuple(blocks))), made


def _edits(found: Base, text: ReturnedText, returned: IntakeDocument) -> tuple[Edit, ...]:
    places: dict[str, list[TrackedWords]] = {}
    for one in returned.tracked:
        places.setdefault(text.places.get(one.source, ""), []).append(one)
    out = []
    brought = proposals(found.left.text, text.text)
    for proposal, asked in zip(brought, again(found.asked, brought), strict=True):
        author = _author(proposal, places)
        person = _person(found.people, author)
        clash, done = _standing(found, proposal)
        out.append(Edit(proposal, author, person, clash, done, asked and not done))
    return tuple(out)


def _standing(found: Base, proposal: Proposal) -> tuple[bool, bool]:
    """Say whether an edit clashes with what was done here meanwhile, and whether it was done here already."""
    old, now = found.left.text, found.now
    if old == now:
        return False, False
    if proposal.edit is not None:
        return proposal.edit.applied(now) is None, _done(proposal.edit, old, now)
    first = proposal.anchor
    anchor = carried(first, old, now)
    here = words_now(anchor, now)
    wanted = first.before[-_AROUND:] + proposal.replacement + first.after[:_AROUND]
    came = first.quote != here or wanted not in text_at(
        old, first.place
    )  # words put beside others leave these
    if wanted in text_at(now, first.place) and came:
        return False, True
    return anchor.lost or here != first.quote, False


def _done(edit: BlockEdit, old: ArticleText, now: ArticleText) -> bool:
    """Say whether blocks are as they should be; those that came meanwhile have ids of their own."""
    there = {block.id: block for block in now.blocks}
    if not edit.new:
        return all(one.id not in there for one in edit.old)
    before = {block.id for block in old.blocks}
    came = [replace(block, id="") for block in now.blocks if block.id not in before]
    if edit.old == edit.new:
        return False
    return all(
        there.get(one.id) == one or (one.id not in before and replace(one, id="") in came) for one in edit.new
    )


def _author(proposal: Proposal, places: Mapping[str, Sequence[TrackedWords]]) -> str:
    """Return who made an edit: whose tracked words are those that came, or those that went."""
    names = [proposal.place]
    if proposal.edit is not None:
        names += [block.id for block in (*proposal.edit.new, *proposal.edit.old)]
    best, most = "", 0
    for one in (change for name in dict.fromkeys(names) for change in places.get(name, ())):
        ours = proposal.went if one.gone else proposal.came
        shared = _shared(one.words, ours)
        if shared > most:
            best, most = one.author, shared
    return best


def _shared(one: str, other: str) -> int:
    a, b = one.strip(), other.strip()
    if not a or not b:
        return 0
    if a in b or b in a:
        return min(len(a), len(b))
    return len(set(a.split()) & set(b.split()))


def _person(people: Sequence[PersonRow], name: str) -> int:
    """Return who of the desk is called so; 0 for nobody, or more than one."""
    wanted = _plain(name)
    found = [one.id for one in people if wanted and _plain(one.name) == wanted]
    return found[0] if len(found) == 1 else 0


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _comments(found: Base, text: ReturnedText, returned: IntakeDocument) -> tuple[IntakeComment, ...]:
    out = []
    for one in returned.comments:
        person = _person(found.people, one.author) or None
        when = one.when.replace(tzinfo=UTC) if one.when is not None else None
        place = text.places.get(one.source, "")
        out.append(IntakeComment(one.author, one.text, place, at=when, answers=one.answers, person=person))
    return tuple(out)


def _fresh(said: Sequence[IntakeComment], known: Sequence[bool]) -> tuple[IntakeComment, ...]:
    """Return the comments that were not known; an answer to one that was begins a thread."""
    left = [at for at, again in enumerate(known) if not again]
    places = {at: place for place, at in enumerate(left)}
    return tuple(
        replace(said[at], answers=places.get(head) if (head := said[at].answers) is not None else None)
        for at in left
    )


# -- the act -----------------------------------------------------------------------------------------------


def receive(who: int, file: ReturnedFile, person: int) -> Changes:
    """Make suggestions of a file's edits and threads of its comments; what nobody signed is `person`'s.

    NotNow(RETURN_SAME) when it brings nothing.
    """
    if not file.wanted and not file.comments:
        raise NotNow(Why.RETURN_SAME, file.name)
    article_id = file.base.row.id
    with attending(who, Act.RECEIVE, article_id) as doing:
        for made in file.pictures.values():
            stored_pictures.add_prepared(who, made)
        now = revisions.text_of(article_id, doing.article.revision)
        old = file.base.left.text
        brought = [_suggested(one, person, old, now, file.name) for one in file.wanted]
        comments.suggest(doing, brought)
        said = comments.take_in(doing, now, file.comments) if file.comments else 0
        name = next((one.name for one in file.base.people if one.id == person), "")
        doing.detail = Received(
            file.name, file.sha256, file.base.left.stamp.revision, name, len(brought), said
        )
        notify(doing, {doing.article.author_id}, NotificationKind.COMMENTED, file.name)
        return Changes(frozenset({article_id}), act=doing.act, version=doing.article.version)


def _suggested(one: Edit, person: int, old: ArticleText, now: ArticleText, name: str) -> Suggested:
    proposal = one.proposal
    anchor = proposal.anchor if old == now else carried(proposal.anchor, old, now)
    if anchor.lost and proposal.edit is None:
        anchor = _beside(proposal.anchor, old, now)
    words = proposal.replacement if proposal.edit is None else stored(proposal.edit)
    body = name if one.person or not one.author else f"{one.author} · {name}"
    return Suggested(one.person or person, anchor, words, body)


def _beside(anchor: Anchor, old: ArticleText, now: ArticleText) -> Anchor:
    """Stand a suggestion on what came in place of its words, so that both are seen beside each other."""
    was, words = text_at(old, anchor.place), text_at(now, anchor.place)
    if not words:
        return replace(anchor, lost=True)
    begin, end, here, there = 0, len(words), 0, 0
    for op in word_ops(was, words):
        size = len(op.text)
        if op.kind is OpKind.EQUAL:
            if here <= anchor.start:
                begin = there + min(size, anchor.start - here)
            if here + size >= anchor.stop:
                end = there + max(0, anchor.stop - here)
                break
        here += size if op.kind is not OpKind.INSERT else 0
        there += size if op.kind is not OpKind.DELETE else 0
    return replace(at(now, anchor.place, begin, max(begin, end)), quote=anchor.quote)
