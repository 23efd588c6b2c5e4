"""The week's sheet as a message: plain lines to paste into a mail or a chat."""

from __future__ import annotations

from desk.text import printed_signs
from desk.week_schedule.sheet import (
    INVITATION,
    NOTHING,
    DayBlock,
    WeekSheet,
    blocks,
    headings,
    is_busy,
    is_held,
    one_line,
    short_date,
    span,
    weekday,
)


def text(sheet: WeekSheet) -> str:
    """Return the sheet as lines; a day without meetings is told when it is marked or blanks are wished."""
    parts = ["\n".join((*map(one_line, headings(sheet)), span(sheet)))]
    held = is_held(sheet)
    for day, block in zip(sheet.days, blocks(sheet), strict=True):
        if day.marks or is_busy(day) or (held and sheet.empty_halves):
            parts.append(_day(block))
    if not held:
        parts.append(f"{NOTHING}.")
    if sheet.replaces_invitation:
        parts.append(INVITATION)
    return "\n\n".join(parts)


def unprintable(sheet: WeekSheet) -> tuple[str, ...]:
    """Return the signs of a sheet that its printed page cannot show, each once."""
    return printed_signs.unprintable("\n".join((text(sheet), *_frame(sheet))))


def _frame(sheet: WeekSheet) -> tuple[str, ...]:
    return (sheet.superior, sheet.office, sheet.town, sheet.signer_role, sheet.signer, *sheet.copies)


def _day(block: DayBlock) -> str:
    small = f" – {'; '.join(map(one_line, block.small))}" if block.small else ""
    lines = [f"{weekday(block.date)}, {short_date(block.date)}{small}:"]
    for entry in block.entries:
        lead = f"{entry.lead}: " if entry.lead else ""
        note = f" {one_line(entry.note)}" if entry.note else ""
        lines.append(f"{lead}{entry.title}{note}".rstrip())
        lines += [f"- {label}: {words}" for label, words in entry.facts]
    return "\n".join(lines)
