"""What follows an article: other news, opinions, the imprint, a letter's signature; and boxes within it."""

from __future__ import annotations

import re

from desk.intake.recogniser.captions import is_labelled_caption, reads_like_caption, shows_who_is_where
from desk.intake.recogniser.date_line import read_date_line
from desk.intake.recogniser.foreign import is_for_machines
from desk.intake.recogniser.furniture import is_address, is_foot, is_furniture, is_kicker, is_separator
from desk.intake.recogniser.letterhead import is_body_name, is_greeting, is_receivers, is_signing
from desk.intake.recogniser.names import (
    ends_open,
    is_byline,
    is_initials,
    is_labelled,
    is_numbered,
    names_author,
    names_person,
    without_label,
)
from desk.intake.recogniser.phrases import one_of, words_of
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet
from desk.text.blocks import Heading, Paragraph, Picture, Table
from desk.text.vietnamese import bare

_BOX = re.compile(
    one_of(
        "tin lien quan, cac tin lien quan, bai lien quan, bai viet lien quan, tin bai lien quan, "
        "cac bai lien quan, lien quan, xem them, doc them, co the ban quan tam, "
        "ban co the quan tam, tin cung chu de, bai cung chu de, moi ban doc them, moi cac ban xem them, "
        "tham khao, tham khao them, doc tiep, tin khac, bai doc them, xem tiep"
    )
)
_BOX_LINE = re.compile(
    r"\W*(?:>{1,3}|»|→|☛|►)\s*\S.{5,}|(?:xem them|doc them|tin lien quan|bai lien quan|doc tiep|moi xem|"
    r"xem bai|tham khao)\s*[:>»]\s*\S.{5,}"
)
_RECEIVERS = re.compile(r"noi nhan(?:\W*:.{0,40})?")
_SUBHEAD = re.compile(
    one_of("danh gia, gioi thieu, thao luan, gop y, y kien, nhan xet, hoi dap, xep hang, lien he")
)
_TOLD = 4  # words beside a day
_BUTTONS = 2  # of a page, one under another
_DATED_TITLE = re.compile(
    r"\S.{12,160}[\s(\[–-]\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?:[ ,|-]+\d{1,2}:\d\d)?[)\]]?"
)
_SHOT_BY = re.compile(r"(?:Ảnh|ẢNH|Chùm ảnh|Photo)\s*:\s*(?P<who>\S.{2,40})")
_SIGNATURE_LINES = 5  # between "TM. …" and the name
_NAME_WORDS = 8
_BOX_WORDS = 10
_PICTURES = words_of("hình ảnh, chùm ảnh, một số ảnh, vài ảnh, ảnh hoạt động")
_ANSWER = re.compile(r"(?:tra loi|dap|hoi|giai dap)\s*:")
_SOURCE = re.compile(r"nguon(?: tin| bai)?\s*:")  # beside an author it is the site's
_GALLERY = 12  # lines
_TOPIC = re.compile(r"(?:chu de|dong su kien|su kien|chuyen de|the) .{3,80}")  # of the page, under the story


def mark_feet(sheet: Sheet) -> None:
    """Give roles to the page's furniture, to boxes of other news and to all that follows the article."""
    prose = False
    for at in range(len(sheet.pieces)):
        words = sheet.words(at)
        prose = prose or sheet.is_prose(at)
        if not sheet.is_text(at) or (prose and (_is_subhead(sheet, at) or _is_answer(sheet, at))):
            continue
        foreign = sheet.vietnamese and is_for_machines(words) and read_date_line(words) is None
        if foreign or ((is_furniture(words) or is_separator(words)) and not is_address(words)):
            sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    _mark_other_news(sheet)
    _mark_after_buttons(sheet)
    _mark_after_byline(sheet)
    _mark_signature(sheet)


def _mark_after_buttons(sheet: Sheet) -> None:
    """Leave out the short lines under a page's buttons after the story's last sentence, all but who wrote."""
    texts = [at for at in range(len(sheet.pieces)) if sheet.is_text(at)]
    told = [
        at for at in texts if sheet.is_prose(at) or sheet.words(at).rstrip().endswith((".", "!", "?", "”"))
    ]
    last = max((at for at in told if sheet.role(at) is None), default=len(sheet.pieces))
    buttons = [at for at in texts if at > last and sheet.role(at) is Role.OUT]
    if len(buttons) < _BUTTONS:
        return
    for at in sheet.free(buttons[0] + 1):
        words = sheet.words(at)
        if sheet.is_text(at) and not (
            is_byline(words) or is_labelled_caption(words) or read_date_line(words)
        ):
            sheet.give(at, Role.OUT, Evidence.OTHER_NEWS)
    for at in sheet.free(last + 1):
        words = sheet.words(at).strip()
        found = read_date_line(words)
        of_page = found is not None and (len(found.rest.split()) < _TOLD or is_byline(found.rest))
        if sheet.is_text(at) and _DATED_TITLE.fullmatch(words) and not of_page:
            sheet.give(at, Role.OUT, Evidence.OTHER_NEWS)


def _is_answer(sheet: Sheet, at: int) -> bool:
    """Say whether "Trả lời:" stands over what is answered."""
    return (
        bool(_ANSWER.fullmatch(bare(sheet.words(at)).strip()))
        and at + 1 < len(sheet.pieces)
        and sheet.is_prose(at + 1)
    )


def _mark_after_byline(sheet: Sheet) -> None:
    """Close a page where its buttons begin right under a byline: what follows is the site's."""
    prose = [sheet.is_prose(at) for at in range(len(sheet.pieces))]
    rest = sum(prose[at] for at in sheet.free())
    seen = False
    for at in range(len(sheet.pieces) - 1):
        seen = seen or prose[at]
        if sheet.given[at] is not None:
            continue
        rest -= prose[at]
        if prose[at] or not (seen and sheet.is_text(at) and sheet.role(at + 1) is Role.OUT):
            continue
        words = sheet.words(at)
        if rest <= 1 and (is_labelled(words) or (is_byline(words) and not rest)):
            for one in sheet.free(at + 1):
                if not is_labelled(sheet.words(one)):
                    sheet.give(one, Role.OUT, Evidence.PAGE_FURNITURE)
            return


def mark_byline(sheet: Sheet, *, named: bool = False) -> None:
    """Give the byline its role: the first line after the story that names who wrote; what follows goes out.

    `named`: an author stands beside the date, so a mere name under the page's buttons is one of its tags.
    """
    above = next((at for at in range(len(sheet.pieces)) if sheet.role(at) is Role.BYLINE), None)
    prose = [at for at in sheet.free() if sheet.is_prose(at)]
    told = [at for at in sheet.free() if sheet.is_prose(at) or (sheet.is_text(at) and _is_told(sheet, at))]
    after: list[int] = []
    chosen = None
    for story in (
        told,
        prose,
    ):  # what follows the last sentence; where nobody is named there, the last long one
        after = list(sheet.free(story[-1] + 1 if story else 0))[0 if story else 1 :]
        chosen = _byline_among(sheet, after)
        if chosen is not None and named and _is_tag(sheet, chosen, story):
            chosen = None
        if chosen is not None:
            prose = story
            break
    else:
        prose = told
    if above is not None and (chosen is None or not _beats(sheet, chosen[0], above)):
        if prose:
            _mark_rest(sheet, prose[-1] + 1, sentences=False)
        return
    if chosen is None:
        if prose:
            _mark_rest(sheet, prose[-1] + 1, sentences=False)
        return
    if above is not None:
        sheet.give(above, Role.OUT, Evidence.PAGE_FURNITURE)
    at, evidence = chosen
    lines = [at]
    following = after[after.index(at) + 1 :][:1]
    if following and following[0] == at + 1 and _goes_with(sheet, at, following[0]):
        lines.append(following[0])
    for one in lines:
        sheet.give(one, Role.BYLINE, evidence)
    _mark_rest(sheet, lines[-1] + 1)


def _is_tag(sheet: Sheet, chosen: tuple[int, Evidence], story: list[int]) -> bool:
    """Say whether a line that only looks like a name stands under a button of the page."""
    at, evidence = chosen
    above = range(story[-1] + 1 if story else 0, at)
    return evidence is not Evidence.BYLINE_WORDS and any(sheet.role(one) is Role.OUT for one in above)


def _beats(sheet: Sheet, at: int, above: int) -> bool:
    """Say whether an author at the end is meant rather than the unit or the site under the title.

    Of two lines with the same name it is the one that says whose the pictures are as well.
    """
    top, end = sheet.words(above), sheet.words(at)
    same = without_label(top).casefold() == without_label(end).casefold()
    if same and is_labelled(end) and "ảnh" in end.lower() and "ảnh" not in top.lower():
        return True
    named = names_author(top) or names_person(without_label(top)) or is_initials(without_label(top))
    return not named and names_person(end)


def _goes_with(sheet: Sheet, at: int, following: int) -> bool:
    """Say whether two lines name the author together: two labels, or a person and the unit."""
    one, other = sheet.words(at), sheet.words(following)
    if not sheet.is_text(following) or not is_byline(other):
        return False
    if is_labelled(one) or is_labelled(other):
        return is_labelled(one) and is_labelled(other) and not _SOURCE.match(bare(other))
    return names_person(one) and not names_person(other) and other != other.upper() and other[:1].isupper()


def _mark_rest(sheet: Sheet, start: int, *, sentences: bool = True) -> None:
    """Give the page's short lines after the story their role; whole sentences too, once a byline has ended it."""
    for one in sheet.free(start):
        words = sheet.words(one)
        if _TOPIC.fullmatch(bare(words)) and ends_open(words) and sheet.is_text(one):
            sheet.give(one, Role.OUT, Evidence.PAGE_FURNITURE)
            continue
        if not sentences and (
            not ends_open(words)
            or words.startswith("(")
            or len(words.split()) > _NAME_WORDS
            or is_numbered(words)
            or sheet.pieces[one].bold
        ):
            continue
        if not sheet.is_text(one) or sheet.is_prose(one) or is_labelled_caption(words):
            continue
        shown = reads_like_caption(words) and (
            shows_who_is_where(words) or not (sentences and _is_bare(sheet, one))
        )
        if not shown:
            sheet.give(one, Role.OUT, Evidence.PAGE_FURNITURE)


def _is_bare(sheet: Sheet, at: int) -> bool:
    """Say whether a line stands beside no picture, and none are announced above it: "Một số hình ảnh:"."""
    if sheet.pieces[at].after_picture or (at and isinstance(sheet.pieces[at - 1].block, Picture)):
        return False
    return not any(_PICTURES.search(sheet.words(one).lower()) for one in range(max(0, at - _GALLERY), at))


def _byline_among(sheet: Sheet, after: list[int]) -> tuple[int, Evidence] | None:
    """Return the byline's place among the lines after the story, and what speaks for it."""
    texts = [at for at in after if _may_be_byline(sheet, at)]
    for at in texts:
        if is_labelled(sheet.words(at)):
            return at, Evidence.BYLINE_WORDS
    named = [at for at in texts if is_byline(sheet.words(at))]
    for at in [one for one in named if not _shows(sheet.words(one))] or named:
        return at, Evidence.NAME
    for at in after[-1:]:  # a story in pictures: "Ảnh: Đoàn Minh" under all of them
        shot = _SHOT_BY.fullmatch(sheet.words(at).strip()) if sheet.is_text(at) else None
        if shot and names_person(shot["who"]) and not texts:
            return at, Evidence.BYLINE_WORDS
    for at in texts[-1:]:
        piece, words = sheet.pieces[at], sheet.words(at)
        look = piece.right or piece.bold or piece.italic
        if look and len(words.split()) <= _NAME_WORDS and ends_open(words) and not is_numbered(words):
            return at, Evidence.LOOK
    return None


def _shows(words: str) -> bool:
    """Say whether a line that begins like a unit shows its people at something."""
    return not names_person(words) and not is_labelled(words) and reads_like_caption(words)


def _may_be_byline(sheet: Sheet, at: int) -> bool:
    block, words = sheet.pieces[at].block, sheet.words(at)
    above = sheet.pieces[at - 1].block if at else None
    if isinstance(above, Table) and is_labelled(words):  # it says where the table is from
        return False
    if isinstance(above, Picture) and not is_labelled(words) and not sheet.pieces[at].right:
        return False
    return isinstance(block, (Paragraph, Heading)) and not is_labelled_caption(words)


def _mark_other_news(sheet: Sheet) -> None:
    seen_prose = False
    at = 0
    while at < len(sheet.pieces):
        words = sheet.words(at) if sheet.is_text(at) else ""
        folded = bare(" ".join(words.split()))
        if words and _BOX_LINE.fullmatch(folded) and len(folded) < 200:
            sheet.give(at, Role.OUT, Evidence.OTHER_NEWS)
        elif words and seen_prose and is_foot(words) and not is_labelled(words):
            end = _box_end(sheet, at) if _BOX.fullmatch(folded.strip(" :.…>»")) else len(sheet.pieces)
            if end == len(sheet.pieces) and (_is_subhead(sheet, at) or _goes_on_after(sheet, at)):
                at += 1
                continue
            for one in range(at, end):
                _close(sheet, one)
            at = end
            continue
        elif sheet.is_prose(at) or (words and _is_told(sheet, at)):
            seen_prose = True
        at += 1


def _close(sheet: Sheet, at: int) -> None:
    if sheet.role(at) is None:
        sheet.give(at, Role.OUT, Evidence.OTHER_NEWS)


def _goes_on_after(sheet: Sheet, at: int) -> bool:
    """Say whether more of the story stands below a line than above it: then nothing ends there."""
    above = sum(len(sheet.words(one)) for one in range(at) if sheet.is_prose(one))
    below = sum(len(sheet.words(one)) for one in range(at, len(sheet.pieces)) if sheet.is_prose(one))
    return below > above


def _is_subhead(sheet: Sheet, at: int) -> bool:
    """Say whether a line that could open a foot is rather a heading within the text: prose follows at once."""
    words = sheet.words(at)
    may_be = is_kicker(words) or bool(_SUBHEAD.fullmatch(bare(words).strip(" :.")))
    return may_be and at + 1 < len(sheet.pieces) and sheet.is_prose(at + 1)


def _box_end(sheet: Sheet, start: int) -> int:
    """Return where the story goes on after a box of other news, the end of the document when it does not."""
    if _has_byline_before(sheet, start):
        return len(sheet.pieces)
    for at in range(start + 1, len(sheet.pieces)):
        if sheet.is_text(at) and is_foot(sheet.words(at)):
            return len(sheet.pieces)
        if sheet.is_prose(at) or _is_told(sheet, at) or is_labelled_caption(sheet.words(at)):
            return at
    return len(sheet.pieces)


def _is_told(sheet: Sheet, at: int) -> bool:
    """Say whether a short paragraph is a sentence: the titles in a box are none."""
    words = sheet.words(at)
    return (
        isinstance(sheet.pieces[at].block, Paragraph)
        and words.endswith(".")
        and len(words.split()) > _BOX_WORDS
    )


def _has_byline_before(sheet: Sheet, at: int) -> bool:
    before = list(sheet.free(0, at))[-2:]
    return any(
        sheet.is_text(one) and not sheet.is_prose(one) and is_byline(sheet.words(one)) for one in before
    )


def _mark_signature(sheet: Sheet) -> None:
    """Give the foot of a letter its role, from the end upwards: receivers, signature, addresses, thanks."""
    _mark_receivers(sheet)
    free = list(sheet.free())
    reached = False  # an address or a receiver stands below
    for index in range(len(free) - 1, -1, -1):
        at, above = free[index], free[max(0, index - _SIGNATURE_LINES) : index]
        words = sheet.words(at)
        if not sheet.is_text(at):
            found = _is_signature_table(words)
        else:
            signed = _signed_above(sheet, above) and len(words.split()) <= _NAME_WORDS
            found = is_signing(words) or signed or (reached and is_body_name(words)) or _is_letter_end(words)
            reached = reached or _is_letter_end(words)
        if found:
            sheet.give(at, Role.OUT, Evidence.SIGNATURE)
        elif not (read_date_line(words) or is_byline(words)) or not _more_above(sheet, free[:index]):
            return


def _is_letter_end(words: str) -> bool:
    return (is_address(words) and read_date_line(words) is None) or is_receivers(words) or is_greeting(words)


def _mark_receivers(sheet: Sheet) -> None:
    """Give “Nơi nhận” and the short lines under it their role."""
    for at in sheet.free():
        if sheet.is_text(at) and _RECEIVERS.fullmatch(bare(sheet.words(at)).strip(" :*_")):
            below = list(sheet.free(at))
            if not any(sheet.is_prose(one) for one in below):
                for one in below:
                    if not is_byline(sheet.words(one)) or sheet.words(one).startswith("-"):
                        sheet.give(one, Role.OUT, Evidence.SIGNATURE)
            return


def _more_above(sheet: Sheet, above: list[int]) -> bool:
    """Say whether a line over a name is a letter's too, so that the name does not end the search."""
    lines = [sheet.words(one) for one in above[-2:] if sheet.is_text(one)]
    return any(_is_letter_end(line) for line in lines) or any(map(is_signing, lines[-1:]))


def _signed_above(sheet: Sheet, above: list[int]) -> bool:
    return any(
        sheet.is_text(at) and is_signing(sheet.words(at)) and "viet" not in bare(sheet.words(at))
        for at in above
    )


def _is_signature_table(words: str) -> bool:
    lines = [part for part in re.split(r"[\n\t]", words) if part.strip()]
    return any(is_receivers(line) for line in lines) or (
        sum(is_signing(line) for line in lines) > 0 and len(words.split()) < 60
    )
