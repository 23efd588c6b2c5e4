"""A sign that cannot be printed, from a contributor's file to print: named before approval."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk.acts import requirements
from desk.acts.requirements import Auto, Before, ItemState, Judged, Level
from desk.acts.rules import Stage
from desk.articles import workflow, writing
from desk.database.article_tables import Article, Revision
from desk.edition.outputs import Output
from desk.errors import Missing, NotNow, Unmet
from desk.export.make import make
from desk.intake.files import take_in
from desk.issues import issues, placing, printing
from desk.issues.printing import BlockerKind
from desk.review import checklists
from desk.text import printed_signs
from desk.text.blocks import ArticleText, body_text, from_json, to_json
from desk.text.printed_signs import Part, SignPlace
from tests.desk.issues.made_issues import made_issue
from tests.making import Cast, article, version, words

pytestmark = pytest.mark.usefixtures("in_april")
FILE = Path(__file__).parents[2] / "files" / "ky-hieu.txt"
SMILE = SignPlace("😀", Part.PARAGRAPH, 1, "Word; xong ✔ chúc mừng")


def _text(article_id: int) -> ArticleText:
    row = Article.get_by_id(article_id)
    stored = Revision.get((Revision.article == article_id) & (Revision.number == row.revision))
    return from_json(stored.text)


def _asked(article_id: int, before: Before) -> ItemState | None:
    states = requirements.states(Judged.of(Article.get_by_id(article_id)))[before]
    return next((state for state in states if state.item.auto is Auto.SIGNS), None)


def test_a_bullet_of_word_is_stored_plain_and_a_smile_stops_the_approval_by_name(cast: Cast) -> None:
    made = article(cast, take_in(FILE).text, Stage.FOR_APPROVAL)
    assert body_text(_text(made)).startswith("• Một gạch đầu dòng từ Word; xong ✔")
    sent, approved = _asked(made, Before.SUBMIT), _asked(made, Before.APPROVE)
    assert sent is not None
    assert (sent.level, sent.met) == (Level.RECOMMENDED, False)
    assert approved is not None
    assert printed_signs.read(approved.item.text) == (SMILE,)
    with pytest.raises(Unmet) as refused:
        workflow.approve(cast.chief, made, version(cast, made))
    assert (Auto.SIGNS.value, printed_signs.stored((SMILE,))) in refused.value.items


def test_without_it_the_article_is_approved_and_its_ticks_are_printed(cast: Cast) -> None:
    text = take_in(FILE).text
    text = from_json(to_json(text).replace("😀", "✔ ① → Ⅳ"))
    issue_id = made_issue(cast, "Tin")
    made = article(cast, text, Stage.APPROVED)
    assert _asked(made, Before.PRINT) is None
    edition = printing.edition(issue_id)
    edition = replace(
        edition,
        sections=(
            replace(
                edition.sections[0],
                pieces=tuple(replace(one, text=text) for one in edition.sections[0].pieces),
            ),
        ),
    )
    made_pdf = make(edition, Output.PRINT)
    assert isinstance(made_pdf, bytes)


def test_nobody_lets_it_pass_and_nobody_ticks_it(cast: Cast) -> None:
    made = article(cast, words("Tin", "Chúc mừng 😀 cả nhà."), Stage.FOR_APPROVAL)
    state = _asked(made, Before.APPROVE)
    assert state is not None
    with pytest.raises(Missing):
        checklists.overrule(cast.chief, made, state.item.id, "Cứ in")
    with pytest.raises(Missing):
        checklists.tick(cast.chief, made, state.item.id)
    assert Auto.SIGNS not in {item.auto for item in requirements.items()}


def test_an_article_approved_before_the_desk_asked_stands_among_the_obstacles_by_name(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(requirements, "_of_the_press", lambda *_: [])
        made = article(cast, words("Tin hai", "Hai bên trao đổi 胡."), Stage.APPROVED)
    issue_id = made_issue(cast, "Tin một")
    placing.place(cast.secretary, issue_id, issues.row(issue_id).version, [made])
    (blocker,) = (one for one in printing.blockers(issue_id) if one.article_id)
    assert (blocker.kind, blocker.article_id, blocker.title) == (BlockerKind.CHECKLIST, made, "Tin hai")
    with pytest.raises(Unmet) as refused:
        printing.edition(issue_id)
    assert refused.value.subject == "Tin hai"
    (item,) = (text for auto, text in refused.value.items if auto == Auto.SIGNS.value)
    assert [place.sign for place in printed_signs.read(item)] == ["胡"]


def test_a_draft_with_one_is_kept_as_it_is(cast: Cast) -> None:
    made = article(cast, words("Tin", "Chúc mừng 😀."))
    writing.save(cast.writer, made, version(cast, made), words("Tin", "Chúc mừng 😀 nữa."))
    assert "😀 nữa" in body_text(_text(made))
    with pytest.raises(NotNow):
        printing.edition(made_issue(cast))
