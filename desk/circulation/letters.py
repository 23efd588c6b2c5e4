"""Letters carried over: what somebody changed in a written copy of a text is done to the text itself.

What the writing changed (no-break spaces, the bold of a heading's style) is nobody's edit and comes back as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.compare.words import OpKind, word_ops
from desk.text.blocks import Mark, Run, Runs, merged, nfc
from desk.text.signs import unseen

_SPACES = {0xA0: " ", 0x2007: " ", 0x202F: " ", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter with its look."""

    sign: str
    marks: frozenset[Mark] = frozenset()
    link: str = ""


def letters(runs: Runs) -> list[Letter]:
    """Return the letters of runs, composed."""
    return [Letter(sign, run.marks, run.link) for run in runs for sign in nfc(run.text)]


def runs_of(line: Sequence[Letter]) -> Runs:
    """Return letters as runs."""
    return merged(Run(one.sign, one.marks, one.link) for one in line)


def same(one: Runs, other: Runs) -> bool:
    """Say whether a reader sees no difference: blanks at both ends, and of which kind, are none."""
    return _plain(_seen(one)) == _plain(_seen(other))


def carried_over(own: Runs, written: Runs, returned: Runs) -> Runs:
    """Return `own` with what was changed between `written`, a copy of it, and `returned`."""
    if same(written, returned):
        return own
    ours, before, after = letters(own), _seen(written), _seen(returned)
    home = _homes(ours, before)
    after = _in_style(after, before, home)
    out: list[Letter] = []
    here = there = 0
    extra: frozenset[Mark] = frozenset()  # marks that come of a style
    first = next((at for at in range(len(before)) if home[at]), None)
    if first is not None:
        extra = before[first].marks ^ home[first][0].marks
    for op in word_ops(_signs(before), _signs(after)):
        for _ in op.text:
            if op.kind is OpKind.DELETE:
                here += 1
                continue
            now = after[there]
            there += 1
            if op.kind is OpKind.INSERT:
                out.append(replace(now, marks=now.marks ^ extra if now.marks >= extra else now.marks))
                continue
            was = before[here]
            for own_letter in home[here]:
                extra = was.marks ^ own_letter.marks
                link = own_letter.link if was.link == now.link else now.link
                out.append(Letter(own_letter.sign, own_letter.marks ^ was.marks ^ now.marks, link))
            here += 1
    return runs_of(out)


def _seen(runs: Runs) -> list[Letter]:
    """Return the letters that are seen, spaces of one kind."""
    out = []
    for run in runs:
        text = nfc(run.text)
        gone = {at for span in unseen(text) for at in range(*span)}
        out += [
            Letter(sign.translate(_SPACES), run.marks, run.link.rstrip("/"))
            for at, sign in enumerate(text)
            if at not in gone
        ]
    return out


def _signs(line: Sequence[Letter]) -> str:
    return "".join(one.sign for one in line)


def _plain(line: list[Letter]) -> list[Letter]:
    start, stop = 0, len(line)
    while start < stop and line[start].sign.isspace():
        start += 1
    while stop > start and line[stop - 1].sign.isspace():
        stop -= 1
    # A blank's marks are not seen, unless it is underlined.
    return [
        replace(one, marks=one.marks & {Mark.UNDERLINE}, link="") if one.sign.isspace() else one
        for one in line[start:stop]
    ]


def _in_style(
    after: list[Letter], before: Sequence[Letter], home: Sequence[Sequence[Letter]]
) -> list[Letter]:
    """Give back the marks of a style that the paragraph lost as a whole, as when another was joined to it."""
    added = [one.marks - home[at][0].marks for at, one in enumerate(before) if home[at]]
    style = frozenset.intersection(*added) if added else frozenset()
    if style and not any(one.marks & style for one in after if not one.sign.isspace()):
        return [replace(one, marks=one.marks | style) for one in after]
    return after


def _homes(ours: Sequence[Letter], written: Sequence[Letter]) -> list[list[Letter]]:
    """Return of every written letter the letters of the text that it stands for."""
    home: list[list[Letter]] = [[] for _ in written]
    plain = [Letter(one.sign.translate(_SPACES)) for one in ours]
    here = there = 0
    waiting: list[Letter] = []
    for op in word_ops(_signs(plain), _signs(written)):
        size = len(op.text)
        if op.kind is OpKind.DELETE:
            waiting += ours[here : here + size]
            here += size
        elif op.kind is OpKind.INSERT:
            if waiting:
                home[there] = waiting
                waiting = []
            there += size
        else:
            for at in range(size):
                home[there + at] = [*waiting, ours[here + at]]
                waiting = []
            here += size
            there += size
    if waiting and home:
        home[-1] = [*home[-1], *waiting]
    return home
