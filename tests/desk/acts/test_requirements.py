"""What a checklist asks of an article, and what is still unmet."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from desk import clock
from desk.acts import requirements
from desk.acts.requirements import Auto, Before, Item, ItemState, Judged, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, workflow, writing
from desk.database import connection, engine
from desk.database.article_tables import Article
from desk.database.review_tables import Tick
from desk.errors import Unmet
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from desk.review import checklists, comments, discussion
from desk.review.checklists import ItemEdit
from desk.text.blocks import ArticleText, Paragraph, Picture, Run, new_id
from tests.making import Cast, article, version, words

LEAD = "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban công tác Khoa giáo."


def _require(cast: Cast, before: Before, auto: Auto | None = None, text: str = "", *genres: Genre) -> int:
    """Set the list to one item, required (for all genres unless named), and return its id."""
    levels = dict.fromkeys(genres or Genre, Level.REQUIRED)
    checklists.set_list(cast.admin, before, [ItemEdit(None, text, levels, auto)])
    (item,) = requirements.items(before)
    return item.id


def _unmet(made: int, before: Before, *, answered: bool = False) -> list[str]:
    judged = Judged.of(Article.get_by_id(made))
    return [
        item.auto.value if item.auto else item.text
        for item in requirements.missing(judged, before, answered=answered)
    ]


def _body(text: str) -> ArticleText:
    return ArticleText(
        lead=LEAD, blocks=(Picture("i", "0" * 64), Paragraph("p", (Run(text),)), Paragraph("q"))
    )


def test_a_level_is_off_where_none_is_set_and_only_a_required_item_stands_in_the_way() -> None:
    item = Item(1, Before.SUBMIT, None, "Có ảnh", {Genre.NEWS: Level.REQUIRED})
    assert (item.level(Genre.NEWS), item.level(Genre.PHOTOS)) == (Level.REQUIRED, Level.OFF)
    assert ItemState(item, Level.REQUIRED, met=False).missing
    assert not ItemState(item, Level.REQUIRED, met=True).missing
    assert not ItemState(item, Level.RECOMMENDED, met=False).missing


def test_levels_are_read_as_they_are_stored(cast: Cast) -> None:
    levels = {Genre.NEWS: Level.REQUIRED, Genre.PHOTOS: Level.RECOMMENDED}
    assert requirements.stored_levels(levels) == '{"news": "required", "photos": "recommended"}'
    checklists.set_list(cast.admin, Before.SUBMIT, [ItemEdit(None, "Có ảnh", levels)])
    (item,) = requirements.items(Before.SUBMIT)
    assert (item.before, item.auto, item.text, item.levels) == (Before.SUBMIT, None, "Có ảnh", levels)
    assert item in requirements.items()
    assert item not in requirements.items(Before.APPROVE)


@pytest.mark.parametrize(
    ("first", "repeats"),
    [
        (LEAD, True),
        (f"  {LEAD.upper()} ".replace(" ", "  "), True),
        (LEAD.replace("tổ chức", "đã tổ chức"), True),
        (unicodedata.normalize("NFD", LEAD), True),
        (f"{LEAD}{' x' * 9}", True),
        (f"{LEAD}{' x' * 12}", False),
        (LEAD[: len(LEAD) // 2], False),
        ("Tại hội nghị, các đồng chí đã trao đổi.", False),
    ],
)
def test_the_first_paragraph_may_say_the_lead_again(first: str, repeats: bool) -> None:
    assert requirements.repeats_lead(_body(first)) is repeats


def test_a_long_lead_is_known_again_with_a_word_changed() -> None:
    lead = " ".join(f"{LEAD} Lần thứ {number}." for number in range(4))
    assert len(lead) > 200
    body = Paragraph("p", (Run(lead.replace("thứ 2", "thứ hai")),))
    assert requirements.repeats_lead(ArticleText(lead=lead, blocks=(body,)))


def test_without_a_lead_or_a_paragraph_nothing_is_repeated() -> None:
    assert not requirements.repeats_lead(ArticleText(lead=LEAD, blocks=(Picture("i", "0" * 64),)))
    assert not requirements.repeats_lead(ArticleText(lead="", blocks=(Paragraph("p"),)))


@pytest.mark.parametrize(("width", "sharp"), [(889, False), (890, True)])
def test_a_picture_is_sharp_from_200_dots_an_inch_on(cast: Cast, width: int, sharp: bool) -> None:
    """113 mm at 200 dots an inch are 889.8 dots."""
    _require(cast, Before.SUBMIT, Auto.SHARPNESS)
    keys = []
    for name, dots in (("lớn", 2000), ("nhỏ", width)):
        data = name.encode()
        keys.append(sha256(data).hexdigest())
        stored_pictures.add_prepared(
            cast.writer, Prepared(data, keys[-1], "image/jpeg", dots, 10, f"{name}.jpg")
        )
    text = words()
    made = article(cast, replace(text, blocks=(*text.blocks, *(Picture(new_id(), key) for key in keys))))
    assert (_unmet(made, Before.SUBMIT) == []) is sharp


def test_an_open_suggestion_is_counted_until_it_is_answered(cast: Cast) -> None:
    _require(cast, Before.APPROVE, Auto.SUGGESTIONS)
    made = article(cast, words("Họp giao ban"), Stage.FOR_APPROVAL)
    comments.comment(cast.editor, made, comments.WHOLE_ARTICLE, "Nên có ảnh")
    assert requirements.open_suggestions(made) == 0
    assert _unmet(made, Before.APPROVE) == []
    comments.comment(cast.editor, made, comments.Stretch("@title", 0, 3), "", "Hội nghị")
    assert requirements.open_suggestions(made) == 1
    assert requirements.open_suggestions(made + 1) == 0
    assert _unmet(made, Before.APPROVE) == ["suggestions"]
    assert _unmet(made, Before.APPROVE, answered=True) == []


def test_many_articles_are_judged_each_by_its_own_ticks(cast: Cast) -> None:
    item = _require(cast, Before.PRINT, text="Đã soát")
    first, second = article(cast), article(cast)
    checklists.tick(cast.editor, first, item)
    judged = [Judged.of(Article.get_by_id(number)) for number in (first, second)]
    unmet = requirements.missing_of(judged, Before.PRINT)
    assert {number: len(items) for number, items in unmet.items()} == {first: 0, second: 1}


def test_a_state_says_who_ticked_and_why_it_was_overruled(cast: Cast) -> None:
    item = _require(cast, Before.SUBMIT, Auto.BYLINE)
    made = article(cast, replace(words(), byline=""))
    (state,) = requirements.states(Judged.of(Article.get_by_id(made)))[Before.SUBMIT]
    assert (state.met, state.by, state.stale, state.missing) == (False, "", False, True)
    checklists.overrule(cast.chief, made, item, "Bài của Ban")
    (state,) = requirements.states(Judged.of(Article.get_by_id(made)))[Before.SUBMIT]
    assert (state.met, state.by, state.reason) == (True, "Trần Thị Lãnh", "Bài của Ban")
    assert state.at is not None


def test_an_item_that_is_off_for_a_genre_is_left_out(cast: Cast) -> None:
    _require(cast, Before.SUBMIT, None, "Có văn bản gốc", Genre.DOCUMENT)
    judged = Judged.of(Article.get_by_id(article(cast)))
    assert requirements.states(judged)[Before.SUBMIT] == []
    assert len(requirements.states(replace(judged, genre=Genre.DOCUMENT))[Before.SUBMIT]) == 1


def test_a_tick_holds_for_one_text(cast: Cast) -> None:
    item = _require(cast, Before.APPROVE, text="Đã kiểm tra chức danh")
    made = article(cast, stage=Stage.FOR_APPROVAL)
    checklists.tick(cast.editor, made, item)
    writing.save(cast.editor, made, version(cast, made), words("Tít khác"), 2)
    state = next(one for one in checklists.of_article(made).approve if one.item.id == item)
    assert (state.met, state.stale) == (False, True)
    with pytest.raises(Unmet):
        workflow.approve(cast.chief, made, version(cast, made))


PICTURE = Picture("i", "0" * 64, "Quang cảnh hội nghị", "Ảnh: Minh Tâm")
GOOD = replace(words("Tít vừa phải"), lead=LEAD)


@pytest.mark.parametrize(
    ("auto", "text", "met"),
    [
        (Auto.TITLE, replace(GOOD, title="a" * 120), True),
        (Auto.TITLE, replace(GOOD, title="a" * 121), False),
        (Auto.BYLINE, GOOD, True),
        (Auto.BYLINE, replace(GOOD, byline="  "), False),
        (Auto.LEAD, GOOD, True),
        (Auto.LEAD, replace(GOOD, lead="  "), False),
        (Auto.LEAD_ONCE, GOOD, True),
        (Auto.LEAD_ONCE, replace(GOOD, blocks=(Paragraph("p", (Run(LEAD),)), *GOOD.blocks)), False),
        (Auto.EVENT_DATE, replace(GOOD, event_date=date(2019, 4, 9)), True),
        (Auto.EVENT_DATE, replace(GOOD, event_date=date(2019, 4, 10)), False),
        (Auto.EVENT_DATE, replace(GOOD, event_date=None), False),
        (Auto.CAPTIONS, GOOD, True),
        (Auto.CAPTIONS, replace(GOOD, blocks=(PICTURE,)), True),
        (Auto.CAPTIONS, replace(GOOD, blocks=(PICTURE, replace(PICTURE, credit=" "))), False),
        (Auto.CAPTIONS, replace(GOOD, blocks=(replace(PICTURE, caption=" "), PICTURE)), False),
        (Auto.SHARPNESS, GOOD, True),
    ],
)
def test_what_the_program_ticks(cast: Cast, auto: Auto, text: ArticleText, met: bool) -> None:
    """It is the office's day: at eleven in the evening in London it is the 9th at Vinh since five hours."""
    clock.set_clock(lambda: datetime(2019, 4, 8, 22, tzinfo=UTC))
    _require(cast, Before.SUBMIT, auto)
    judged = Judged(1, 1, text.title, text.byline, Genre.NEWS, text)
    assert [item.auto for item in requirements.missing(judged, Before.SUBMIT)] == ([] if met else [auto])
    (state,) = requirements.states(judged)[Before.SUBMIT]
    assert (state.item.auto, state.level, state.met, state.by) == (auto, Level.REQUIRED, met, "")


def test_the_three_lists_come_in_order_each_with_its_own_items(cast: Cast) -> None:
    """What is off for the genre is left out; what is recommended is told and stands in nobody's way."""
    wishes = {"một": Level.REQUIRED, "hai": Level.RECOMMENDED, "ba": Level.OFF, "bốn": Level.REQUIRED}
    for before in Before:
        items = [
            ItemEdit(None, f"{before.value} {text}", {Genre.NEWS: level}) for text, level in wishes.items()
        ]
        checklists.set_list(cast.admin, before, items)
    first, _, third, fourth = requirements.items(Before.PRINT)
    turned = [ItemEdit(one.id, one.text, one.levels) for one in (fourth, third, first)]
    checklists.set_list(cast.admin, Before.PRINT, turned)
    made = article(cast)
    found = requirements.states(Judged.of(Article.get_by_id(made)))
    assert {
        before: [(one.item.text, one.level, one.met) for one in there] for before, there in found.items()
    } == {
        Before.SUBMIT: [
            ("submit một", Level.REQUIRED, False),
            ("submit hai", Level.RECOMMENDED, False),
            ("submit bốn", Level.REQUIRED, False),
        ],
        Before.APPROVE: [
            ("approve một", Level.REQUIRED, False),
            ("approve hai", Level.RECOMMENDED, False),
            ("approve bốn", Level.REQUIRED, False),
        ],
        Before.PRINT: [("print bốn", Level.REQUIRED, False), ("print một", Level.REQUIRED, False)],
    }
    assert _unmet(made, Before.SUBMIT) == ["submit một", "submit bốn"]
    assert _unmet(made, Before.PRINT) == ["print bốn", "print một"]


def test_a_tick_counts_for_its_item_its_article_and_its_text(cast: Cast) -> None:
    levels = dict.fromkeys(Genre, Level.REQUIRED)
    checklists.set_list(
        cast.admin, Before.SUBMIT, [ItemEdit(None, "Có ảnh", levels), ItemEdit(None, "Có nguồn", levels)]
    )
    ticked, other = requirements.items(Before.SUBMIT)
    made, beside = article(cast), article(cast)
    clock.set_clock(lambda: datetime(2019, 4, 9, 3, tzinfo=UTC))
    checklists.tick(cast.writer, made, ticked.id)

    def stand(number: int) -> list[tuple[int, bool, bool, str]]:
        there = requirements.states(Judged.of(Article.get_by_id(number)))[Before.SUBMIT]
        return [(state.item.id, state.met, state.stale, state.by) for state in there]

    assert stand(made) == [(ticked.id, True, False, "Lê Thị Viết"), (other.id, False, False, "")]
    assert stand(beside) == [(ticked.id, False, False, ""), (other.id, False, False, "")]
    (state, _) = requirements.states(Judged.of(Article.get_by_id(made)))[Before.SUBMIT]
    assert (state.at, state.reason) == (clock.now(), "")
    writing.save(cast.writer, made, version(cast, made), words("Tít khác"), 2)
    assert stand(made) == [(ticked.id, False, True, ""), (other.id, False, False, "")]


def test_what_the_program_looks_at_itself_is_ticked_by_nobody(cast: Cast) -> None:
    """Only a chief's overruling with a reason stands beside it, for the one text."""
    item = _require(cast, Before.SUBMIT, Auto.BYLINE)
    made = article(cast, replace(words(), byline=""))
    with connection.writing():
        engine.put(
            Tick,
            article=made,
            item=item,
            revision=1,
            person=cast.writer,
            at=clock.stamp(clock.now()),
            reason="",
        )
    (state,) = requirements.states(Judged.of(Article.get_by_id(made)))[Before.SUBMIT]
    assert (state.met, state.stale) == (False, False)
    checklists.overrule(cast.chief, made, item, "Bài của Ban")
    assert _unmet(made, Before.SUBMIT) == []
    writing.save(cast.writer, made, version(cast, made), replace(words("Tít khác"), byline=""), 2)
    (state,) = requirements.states(Judged.of(Article.get_by_id(made)))[Before.SUBMIT]
    assert (state.met, state.stale) == (False, False)


def test_suggestions_wait_each_in_its_own_article_until_they_are_answered(cast: Cast) -> None:
    _require(cast, Before.APPROVE, Auto.SUGGESTIONS)
    first, second = (article(cast, words("Họp giao ban"), Stage.FOR_APPROVAL) for _ in range(2))
    comments.comment(cast.editor, first, comments.Stretch("@title", 0, 3), "", "Hội nghị")
    judged = [Judged.of(Article.get_by_id(number)) for number in (first, second)]
    unmet = requirements.missing_of(judged, Before.APPROVE)
    assert {number: len(items) for number, items in unmet.items()} == {first: 1, second: 0}
    assert requirements.missing(judged[0], Before.APPROVE) == unmet[first]
    (thread,) = discussion.of_article(cast.editor, first)
    comments.decline(cast.editor, thread.id)
    assert requirements.open_suggestions(first) == 0
    assert requirements.missing_of(judged, Before.APPROVE) == {first: [], second: []}


def test_levels_go_by_genre(cast: Cast) -> None:
    _require(cast, Before.SUBMIT, None, "Có văn bản gốc", Genre.DOCUMENT)
    made = article(cast)
    done = writing.file_under(cast.writer, made, 1, 2, Genre.DOCUMENT)
    assert listing.row(cast.writer, made).genre is Genre.DOCUMENT
    with pytest.raises(Unmet):
        workflow.move(cast.writer, Act.SUBMIT, made, done.version)
    back = writing.file_under(cast.writer, made, done.version, 2, Genre.NEWS)
    workflow.move(cast.writer, Act.SUBMIT, made, back.version)
