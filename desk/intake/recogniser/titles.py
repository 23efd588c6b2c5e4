"""The title: one line over the story or several, and what a page says beside it."""

from __future__ import annotations

import re

from desk.intake.pieces import Hint
from desk.intake.recogniser.captions import is_labelled_caption, reads_like_caption
from desk.intake.recogniser.furniture import is_kicker
from desk.intake.recogniser.letterhead import is_body_name, is_letterhead
from desk.intake.recogniser.names import is_byline, is_labelled, names_person, without_label
from desk.intake.recogniser.phrases import one_of, words_of
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet, same_words
from desk.intake.recogniser.title_score import OPEN_COLON, TOLD, is_motto, is_under_masthead, score_of
from desk.text.blocks import TITLE_LIMIT, Heading, ListItem, Picture

_SECTION_WORDS = 5  # of a section's name: "Xây dựng lực lượng"
_NEAR = 2  # pieces over the title: a date line may stand between
_BROKEN = words_of("và, của, với, cho, giữa, các, những, là, vì, từ")  # no title ends so
_NOTICE = re.compile(
    rf"\W*{one_of('tin buồn, cáo phó, lời chia buồn, chia buồn, lời cảm ơn, cảm tạ, cải chính, tin vui')}\W*",
    re.IGNORECASE,
)
_NUMBERED_PICTURE = re.compile(
    r"\s*(?:[-–—]\s*(?:ảnh|hình)\s*\d{0,2}|[(]?(?:ảnh|hình)\s*\d{1,2}|[-–—]\s*\d{1,2})\W*$", re.IGNORECASE
)


def mark_title(sheet: Sheet, end: int, dated: list[int]) -> str:
    """Give the title its role and what stands over it and says it again theirs; return it, empty where none is."""
    candidates = [
        at
        for at in sheet.free(0, end)
        if at not in dated
        and sheet.is_text(at)
        and len(sheet.words(at)) <= TITLE_LIMIT
        and not isinstance(sheet.pieces[at].block, ListItem)
    ]
    if not candidates:
        return ""
    chosen = _chosen(sheet, candidates, dated)
    if chosen is None:  # a section's name, where nothing else is: of a notice it is the title
        chosen = next((at for at in candidates if _NOTICE.fullmatch(sheet.words(at))), None)
    if chosen is None:
        return ""
    lines = _all_lines(sheet, candidates, chosen, dated)
    for at in lines:
        evidence = Evidence.CONTINUES if at != chosen else _evidence(sheet, at, candidates)
        sheet.give(at, Role.TITLE, evidence)
    title = " ".join(" ".join(sheet.words(at).split()) for at in lines)
    _mark_caption_above(sheet, lines[0], candidates)
    for at in list(sheet.free(0, end)):
        if at in dated:
            continue
        if at < lines[0] and not isinstance(sheet.pieces[at].block, Picture):
            if is_labelled(sheet.words(at)) and names_person(without_label(sheet.words(at))):
                sheet.give(at, Role.BYLINE, Evidence.BYLINE_WORDS)
            else:
                sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    for at in sheet.free(lines[-1] + 1):
        if sheet.is_text(at) and _says_title(sheet.words(at), title):
            sheet.give(at, Role.OUT, Evidence.REPEATED)
    return title


def _mark_caption_above(sheet: Sheet, title: int, candidates: list[int]) -> None:
    """Give a picture's line right over the title its role; lines one under another are a menu."""
    above = [at for at in candidates if at < title]
    if not above or title - above[-1] > _NEAR:
        return
    at = above[-1]
    words = sheet.words(at)
    alone = at - 1 not in above or is_kicker(sheet.words(at - 1))
    plain = not (is_kicker(words) or is_byline(words)) and len(words.split()) > _SECTION_WORDS
    if same_words(words, sheet.words(title)):
        return
    if is_labelled_caption(words) or (alone and plain and reads_like_caption(words, sure=True)):
        sheet.give(at, Role.CAPTION, Evidence.CAPTION_WORDS, doubtful=True)


def _says_title(words: str, title: str) -> bool:
    """Say whether a line is the title again: over a print, or as a picture's text, "… - Ảnh 1", "… ảnh 2"."""
    return same_words(_NUMBERED_PICTURE.sub("", words), title)


def _evidence(sheet: Sheet, at: int, candidates: list[int]) -> Evidence:
    piece = sheet.pieces[at]
    if isinstance(piece.block, Heading) or piece.hint is Hint.TITLE:
        return Evidence.HEADING
    return Evidence.LOOK if piece.bold or piece.centred else Evidence.FIRST_LINE


def _chosen(sheet: Sheet, candidates: list[int], dated: list[int]) -> int | None:
    """Return the line that looks most like a title; of equals the first."""
    best = max(candidates, key=lambda at: (score_of(sheet, at, dated), -at))
    return best if score_of(sheet, best, dated) > -3 else None


def _all_lines(sheet: Sheet, candidates: list[int], chosen: int, dated: list[int]) -> list[int]:
    """Return the lines of a title that was set on several."""
    lines = [chosen]
    for step in (-1, 1):
        at = chosen + step
        while (
            at in candidates
            and not is_under_masthead(sheet, at, dated)
            and _goes_with(sheet, at, lines[0] if step < 0 else lines[-1], step)
        ):
            lines.insert(0, at) if step < 0 else lines.append(at)
            at += step
    return lines if sum(len(sheet.words(at)) for at in lines) <= TITLE_LIMIT else [chosen]


def _goes_with(sheet: Sheet, at: int, beside: int, step: int) -> bool:
    one, other = sheet.pieces[at], sheet.pieces[beside]
    words, beside_words = sheet.words(at), sheet.words(beside)
    if bool(one.rank) != bool(other.rank) or one.hint != other.hint or one.rank:
        return False
    if is_labelled_caption(words) or is_labelled(words) or same_words(words, beside_words):
        return False
    first, second = (words, beside_words) if step < 0 else (beside_words, words)
    if first.rstrip().endswith((".", "!", "?")):
        return False
    broken = first.rstrip().endswith((",", "–", "-")) or (
        second[:1] in '“"'
        and one.bold == other.bold
        and not _is_of_the_site(sheet, at if step < 0 else beside)
    )
    broken = broken or bool(_BROKEN.fullmatch(first.lower().split()[-1]))
    kicker = first == first.upper() and second != second.upper()  # a theme over the title, in its own letters
    broken = broken or (len(first.split()) >= TOLD and bool(OPEN_COLON.search(first)) and not kicker)
    if second[:1].islower() or broken:
        return True
    capitals = words == words.upper() and beside_words == beside_words.upper()
    alike = (one.bold, one.centred, one.italic) == (other.bold, other.centred, other.italic)
    alike = alike and (
        one.size == other.size or (capitals and one.bold and one.centred)
    )  # a PDF measures badly
    if is_kicker(words) or (is_body_name(words) and not (capitals and alike and _tells(sheet, at))):
        return False
    if not alike or (is_byline(words) and not (capitals and one.centred)):
        return False
    return capitals or (one.centred and one.bold)


def _is_of_the_site(sheet: Sheet, at: int) -> bool:
    """Say whether a line over a quoted title is the page's own: a section, a body, a motto, a line under a body."""
    words = sheet.words(at)
    above = sheet.words(at - 1) if at and sheet.is_text(at - 1) else ""
    return (
        is_kicker(words) or is_motto(words) or is_body_name(words) or is_body_name(above) or is_kicker(above)
    )


def _tells(sheet: Sheet, at: int) -> bool:
    """Say whether a body's name in capitals is the beginning of a sentence rather than a letter's head."""
    above = sheet.words(at - 1) if at and sheet.is_text(at - 1) else ""
    alone = not (is_body_name(above) or is_letterhead(above))
    return alone and sheet.pieces[at].centred and len(sheet.words(at).split()) >= TOLD
