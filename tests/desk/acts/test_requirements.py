"""What a checklist asks of an article, and what is still unmet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from desk import clock
from desk.acts import requirements
from desk.acts.requirements import Auto, Before, Item, ItemState, Judged, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, workflow, writing
from desk.database.article_tables import Article
from desk.errors import Unmet
from desk.pictures import stored_pictures
from desk.pictures.prepared_picture import Prepared
from desk.review import checklists, comments
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
        (LEAD[: len(LEAD) // 2], False),
        ("Tại hội nghị, các đồng chí đã trao đổi.", False),
    ],
)
def test_the_first_paragraph_may_say_the_lead_again(first: str, repeats: bool) -> None:
    assert requirements.repeats_lead(_body(first)) is repeats


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


def test_what_the_program_ticks(cast: Cast) -> None:
    lead = "Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị."
    good = words("Tít vừa phải")
    made = article(cast, good)

    def met(text: ArticleText, auto: Auto) -> bool:
        before = next(b for b in Before for item in requirements.items(b) if item.auto is auto)
        writing.save(cast.writer, made, version(cast, made), text, 2)
        states = checklists.of_article(made).of(before)
        return next(state.met for state in states if state.item.auto is auto)

    picture = Picture(new_id(), "0" * 64, "Quang cảnh hội nghị", "Ảnh: Minh Tâm")
    assert met(replace(good, title="a" * 120), Auto.TITLE)
    assert not met(replace(good, title="a" * 121), Auto.TITLE)
    assert not met(replace(good, byline=" "), Auto.BYLINE)
    assert not met(replace(good, lead=""), Auto.LEAD)
    assert met(good, Auto.LEAD_ONCE)
    repeated = (Paragraph(new_id(), (Run(lead.replace(" tổ chức", " đã tổ chức")),)), *good.blocks)
    assert not met(replace(good, lead=lead, blocks=repeated), Auto.LEAD_ONCE)
    assert met(replace(good, event_date=clock.today()), Auto.EVENT_DATE)
    assert not met(replace(good, event_date=clock.today() + timedelta(days=1)), Auto.EVENT_DATE)
    assert met(replace(good, blocks=(*good.blocks, picture)), Auto.CAPTIONS)
    assert not met(replace(good, blocks=(*good.blocks, replace(picture, credit=""))), Auto.CAPTIONS)


def test_levels_go_by_genre(cast: Cast) -> None:
    _require(cast, Before.SUBMIT, None, "Có văn bản gốc", Genre.DOCUMENT)
    made = article(cast)
    done = writing.file_under(cast.writer, made, 1, 2, Genre.DOCUMENT)
    assert listing.row(cast.writer, made).genre is Genre.DOCUMENT
    with pytest.raises(Unmet):
        workflow.move(cast.writer, Act.SUBMIT, made, done.version)
    back = writing.file_under(cast.writer, made, done.version, 2, Genre.NEWS)
    workflow.move(cast.writer, Act.SUBMIT, made, back.version)
