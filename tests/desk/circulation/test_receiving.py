from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from desk.acts import journal
from desk.acts.article_details import Received
from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow, writing
from desk.circulation import outgoing, receiving
from desk.circulation.receiving import ReturnedFile
from desk.circulation.recognise import stamp_in
from desk.database import revisions
from desk.errors import NotNow, Why
from desk.review import comments, discussion
from desk.review.comments import IntakeComment
from desk.review.discussion import Thread, ThreadState
from desk.text.blocks import ArticleText, Paragraph, Run, plain
from tests.desk.circulation.scripted import WordFile
from tests.making import Cast, article, dated, filled, printed, version, words
from tests.ui.editor.sample import picture_bytes

NAME = "bai-sua.docx"
FIRST = "Tại hội nghị, các đồng chí đã trao đổi, thảo luận về kết quả sáu tháng."
SECOND = "Đồng chí Bí thư kết luận và giao nhiệm vụ cho các đơn vị thực hiện."


def text() -> ArticleText:
    return words("Giao ban công tác", FIRST, SECOND)


def out(cast: Cast, made: int) -> bytes:
    return outgoing.word(outgoing.outgoing(cast.editor, made))


def back(cast: Cast, data: bytes, made: int = 0) -> ReturnedFile:
    return receiving.read(receiving.base(cast.editor, stamp_in(data, NAME), NAME, made), data, NAME)


def blocks(made: int) -> list[str]:
    now = revisions.text_of(made, listing.row(1, made).revision)
    return [plain(one.runs) for one in now.blocks if isinstance(one, Paragraph)]


def edited(cast: Cast, made: int, author: str = "") -> bytes:
    """Return the file of an article with a word replaced, a paragraph added and the second one bold in part."""
    file = WordFile(out(cast, made), author)
    first, second = revisions.text_of(made, 1).blocks
    file.replace(file.paragraph(first.id), "trao đổi", "bàn bạc")
    file.bold(file.paragraph(second.id), "kết luận")
    file.add_after(file.paragraph(second.id), "Hội nghị kết thúc lúc 17 giờ cùng ngày.")
    return file.bytes()


def open_threads(cast: Cast, made: int) -> tuple[Thread, ...]:
    return tuple(one for one in discussion.of_article(cast.editor, made) if one.open)


def test_a_file_comes_back_as_suggestions_under_the_chosen_name(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    file = back(cast, edited(cast, made))
    assert not file.older
    assert not file.rewritten
    receiving.receive(cast.editor, file, cast.chief)
    threads = open_threads(cast, made)
    assert [one.said[0].author for one in threads] == ["Trần Thị Lãnh"] * 3
    assert [one.said[0].body for one in threads] == [NAME] * 3
    assert all(one.suggestion and Act.ACCEPT in one.acts for one in threads)
    entry = journal.of_article(made)[0]
    assert entry.act is Act.RECEIVE
    detail = entry.read(Received)
    assert detail is not None
    assert (detail.file, detail.person, detail.edits, detail.revision) == (NAME, "Trần Thị Lãnh", 3, 1)


@pytest.mark.parametrize("order", [1, -1])
def test_all_accepted_is_the_text_of_the_file(cast: Cast, order: int) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    file = back(cast, edited(cast, made))
    receiving.receive(cast.editor, file, cast.chief)
    for one in open_threads(cast, made)[::order]:
        comments.accept(cast.editor, one.id, version(cast, made))
    now = revisions.text_of(made, listing.row(cast.editor, made).revision)
    assert now == file.text.text
    assert blocks(made)[0] == FIRST.replace("trao đổi", "bàn bạc")
    assert blocks(made)[2] == "Hội nghị kết thúc lúc 17 giờ cùng ngày."
    states = {one.state for one in discussion.of_article(cast.editor, made)}
    assert states == {ThreadState.ACCEPTED}


def test_tracked_changes_are_their_authors(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    file = back(cast, edited(cast, made, "trần thị lãnh"))
    receiving.receive(cast.editor, file, cast.secretary)
    assert {one.said[0].author for one in open_threads(cast, made)} == {"Trần Thị Lãnh"}
    other = article(cast, text(), Stage.SUBMITTED)
    file = back(cast, edited(cast, other, "Chánh văn phòng"))
    receiving.receive(cast.editor, file, cast.secretary)
    said = {(one.said[0].author, one.said[0].body) for one in open_threads(cast, other)}
    assert said == {("Hoàng Thư Ký", f"Chánh văn phòng · {NAME}")}


def test_comments_become_threads(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    document = docx.Document(io.BytesIO(out(cast, made)))
    paragraph = next(one for one in document.paragraphs if "trao đổi" in one.text)
    document.add_comment(paragraph.runs, "Ai chủ trì?", "Trần Thị Lãnh", "L")
    document.add_comment(paragraph.runs, "Cần số liệu.", "Người ngoài", "N")
    saved = io.BytesIO()
    document.save(saved)
    file = back(cast, saved.getvalue())
    assert file.edits == ()
    receiving.receive(cast.editor, file, cast.chief)
    threads = discussion.of_article(cast.editor, made)
    assert [(one.said[0].author, one.said[0].body, one.said[0].outside) for one in threads] == [
        ("Trần Thị Lãnh", "Ai chủ trì?", False),
        ("Người ngoài", "Cần số liệu.", True),
    ]
    assert all(one.anchor.quote == FIRST for one in threads)


def test_what_was_changed_meanwhile_stands_beside_it(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    data = edited(cast, made)
    old = revisions.text_of(made, 1)
    meanwhile = replace(
        old,
        blocks=(
            replace(old.blocks[0], runs=(Run(FIRST.replace("trao đổi", "tranh luận")),)),  # type: ignore[arg-type]  # of the sample
            old.blocks[1],
        ),
    )
    writing.save(cast.editor, made, version(cast, made), meanwhile, 2)
    file = back(cast, data)
    assert file.older
    assert [one.clash for one in file.edits] == [True, False, False]
    receiving.receive(cast.editor, file, cast.chief)
    threads = open_threads(cast, made)
    (clashing,) = [one for one in threads if one.replacement == "bàn bạc"]
    assert clashing.anchor.quote == "trao đổi"
    assert clashing.now == "tranh luận"
    assert clashing.changed
    with pytest.raises(NotNow) as refused:
        comments.accept(cast.editor, clashing.id, version(cast, made))
    assert refused.value.why is Why.PLACE_GONE
    for one in threads:
        if one is not clashing:
            comments.accept(cast.editor, one.id, version(cast, made))
    assert "tranh luận" in blocks(made)[0]
    assert len(blocks(made)) == 3


def test_what_was_done_here_already_is_not_suggested_again(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    file = WordFile(out(cast, made))
    first = revisions.text_of(made, 1).blocks[0]
    file.replace(file.paragraph(first.id), "trao đổi", "bàn bạc")
    old = revisions.text_of(made, 1)
    now = replace(first, runs=(Run(FIRST.replace("trao đổi", "bàn bạc")),))  # type: ignore[arg-type]  # of the sample
    writing.save(cast.editor, made, version(cast, made), replace(old, blocks=(now, old.blocks[1])), 2)
    read = back(cast, file.bytes())
    assert read.wanted == ()
    with pytest.raises(NotNow) as refused:
        receiving.receive(cast.editor, read, cast.chief)
    assert refused.value.why is Why.RETURN_SAME


def test_a_removed_paragraph_that_was_rewritten_meanwhile_is_not_lost(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    old = revisions.text_of(made, 1)
    file = WordFile(out(cast, made))
    file.remove(file.paragraph(old.blocks[1].id))
    now = replace(old.blocks[1], runs=(Run(SECOND + " Viết thêm."),))  # type: ignore[arg-type]  # of the sample
    writing.save(cast.editor, made, version(cast, made), replace(old, blocks=(old.blocks[0], now)), 2)
    receiving.receive(cast.editor, back(cast, file.bytes()), cast.chief)
    (thread,) = open_threads(cast, made)
    assert thread.anchor.lost
    assert thread.anchor.quote == SECOND
    assert Act.ACCEPT not in thread.acts
    assert Act.DECLINE in thread.acts
    comments.decline(cast.editor, thread.id)
    assert blocks(made)[1].endswith("Viết thêm.")


def test_a_new_picture_comes_with_the_suggestion(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    document = docx.Document(io.BytesIO(out(cast, made)))
    paragraph = next(one for one in document.paragraphs if "Bí thư" in one.text)
    paragraph._p.addnext(document.add_paragraph()._p)
    shown = next(
        one for at, one in enumerate(document.paragraphs) if "Bí thư" in document.paragraphs[at - 1].text
    )
    shown.add_run().add_picture(io.BytesIO(picture_bytes(300, 200)))
    saved = io.BytesIO()
    document.save(saved)
    file = back(cast, saved.getvalue())
    assert len(file.pictures) == 1
    receiving.receive(cast.editor, file, cast.chief)
    (thread,) = open_threads(cast, made)
    comments.accept(cast.editor, thread.id, version(cast, made))
    opened = listing.open_article(cast.editor, made)
    assert set(opened.pictures) == set(file.pictures)


# -- what is not taken -------------------------------------------------------------------------------------


def why(cast: Cast, data: bytes, made: int = 0) -> Why:
    with pytest.raises(NotNow) as refused:
        receiving.base(cast.editor, stamp_in(data, NAME), NAME, made)
    return refused.value.why


def test_files_of_others_are_refused(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    left = outgoing.outgoing(cast.editor, made)
    foreign = outgoing.word(replace(left, stamp=replace(left.stamp, desk="e" * 64)))
    assert why(cast, foreign) is Why.RETURN_FOREIGN
    assert why(cast, outgoing.word(replace(left, stamp=replace(left.stamp, article=99)))) is Why.RETURN_GONE
    other = outgoing.word(replace(left, stamp=replace(left.stamp, sha256="0" * 64)))
    assert why(cast, other) is Why.RETURN_GONE
    plain_file = io.BytesIO()
    docx.Document().save(plain_file)
    assert why(cast, plain_file.getvalue()) is Why.RETURN_NONE


def test_a_file_that_lost_its_stamp_is_taken_at_the_article_that_it_is_brought_to(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    file = WordFile(edited(cast, made))
    file.strip()
    data = file.bytes()
    stamp = stamp_in(data, NAME)
    assert stamp is not None  # its code in print is left
    assert not stamp.article
    read = back(cast, data)
    assert read.base.row.id == made
    assert not read.text.marked
    assert len(read.edits) == 3


def test_the_bin_and_the_shelf_take_nothing_back(cast: Cast) -> None:
    made = article(cast, text())
    data = out(cast, made)
    workflow.move(cast.writer, Act.BIN, made, version(cast, made))
    assert why(cast, data) is Why.RETURN_BINNED
    filled(cast, "Bài một")
    dated()
    printed(cast)
    released = next(
        row.id
        for row in listing.listing(cast.editor, listing.ListQuery()).rows
        if row.stage is Stage.RELEASED
    )
    assert why(cast, out(cast, released)) is Why.RETURN_RELEASED


def test_an_approved_article_takes_suggestions_and_stays_approved(cast: Cast) -> None:
    made = article(cast, text(), Stage.APPROVED)
    receiving.receive(cast.editor, back(cast, edited(cast, made)), cast.chief)
    assert listing.row(cast.editor, made).stage is Stage.APPROVED
    first = open_threads(cast, made)[0]
    comments.accept(cast.editor, first.id, version(cast, made))
    assert listing.row(cast.editor, made).stage is Stage.DRAFT


def test_a_text_that_was_replaced_is_said_to_be(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    document = docx.Document(io.BytesIO(out(cast, made)))
    for number, paragraph in enumerate(document.paragraphs):
        for run in paragraph.runs:
            run.text = f"Chuyện khác hẳn số {number}" if run is paragraph.runs[0] else ""
    saved = io.BytesIO()
    document.save(saved)
    assert back(cast, saved.getvalue()).rewritten


def more(cast: Cast, made: int) -> bytes:
    """Return the file of an article with words put in, a figure changed, a paragraph and a comment added."""
    file = WordFile(out(cast, made), "")
    first, second = revisions.text_of(made, 1).blocks
    file.replace(file.paragraph(first.id), "kết quả", "kết quả bước đầu")
    file.replace(file.paragraph(second.id), "Đồng chí Bí thư", "Bí thư")
    file.add_after(file.paragraph(second.id), "Hội nghị kết thúc lúc 17 giờ cùng ngày.")
    document = docx.Document(io.BytesIO(file.bytes()))
    paragraph = next(one for one in document.paragraphs if "trao đổi" in one.text)
    document.add_comment(paragraph.runs, "Ai chủ trì?", "Người ngoài", "N")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_file_that_comes_twice_brings_nothing_the_second_time(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    data = more(cast, made)
    first = back(cast, data)
    assert (len(first.wanted), len(first.comments), first.received_at) == (3, 1, None)
    receiving.receive(cast.editor, first, cast.chief)
    waiting = back(cast, data)
    assert waiting.received_at is not None
    assert (waiting.wanted, waiting.comments, waiting.comments_again) == ((), (), 1)
    assert [one.again for one in waiting.edits] == [True] * 3
    declined, *accepted = [one for one in open_threads(cast, made) if one.suggestion]
    comments.decline(cast.editor, declined.id)
    for one in accepted:
        comments.accept(cast.editor, one.id, version(cast, made))
    answered = back(cast, data)
    assert (answered.wanted, answered.comments) == ((), ())
    assert [(one.done, one.again) for one in answered.edits] == [(False, True), (True, False), (True, False)]
    with pytest.raises(NotNow) as refused:
        receiving.receive(cast.editor, answered, cast.chief)
    assert refused.value.why is Why.RETURN_SAME


def test_of_a_file_that_was_corrected_further_the_new_corrections_come(cast: Cast) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    data = more(cast, made)
    receiving.receive(cast.editor, back(cast, data), cast.chief)
    for one in open_threads(cast, made):
        if one.suggestion:
            comments.accept(cast.editor, one.id, version(cast, made))
    further = WordFile(data, "")
    further.replace(further.paragraph(revisions.text_of(made, 1).blocks[1].id), "giao", "phân công")
    file = back(cast, further.bytes())
    assert [(one.proposal.went, one.proposal.came) for one in file.wanted] == [("giao", "phân công")]
    assert file.received_at is None


@pytest.mark.parametrize(("old", "new"), [("trao đổi", "cùng trao đổi"), ("trao đổi", "trao đổi kỹ")])
def test_words_put_in_by_hand_meanwhile_are_not_put_in_again(cast: Cast, old: str, new: str) -> None:
    made = article(cast, text(), Stage.SUBMITTED)
    file = WordFile(out(cast, made), "")
    kept = revisions.text_of(made, 1)
    file.replace(file.paragraph(kept.blocks[0].id), old, new)
    meanwhile = replace(
        kept, blocks=(Paragraph(kept.blocks[0].id, (Run(FIRST.replace(old, new)),)), kept.blocks[1])
    )
    writing.save(cast.editor, made, version(cast, made), meanwhile, 2)
    assert back(cast, file.bytes()).wanted == ()


def test_an_answer_stands_in_its_thread_unless_that_came_before() -> None:
    said = [
        IntakeComment("An", "Ai chủ trì?"),
        IntakeComment("Bình", "Trưởng ban.", answers=0),
        IntakeComment("An", "Cần số liệu."),
        IntakeComment("Bình", "Đã có.", answers=2),
    ]
    fresh = receiving._fresh(said, [False] * 4)
    assert [one.answers for one in fresh] == [None, 0, None, 2]
    fresh = receiving._fresh(said, [True, False, False, False])
    assert [(one.body, one.answers) for one in fresh] == [
        ("Trưởng ban.", None),
        ("Cần số liệu.", None),
        ("Đã có.", 1),
    ]
