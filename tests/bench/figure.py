"""A figure: what was measured, beside what, against which goal; and how medians are taken."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
HEAD = "| name | ours | anchor | ratio | goal | ok? |\n|---|---|---|---|---|---|"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `ok` is None where nothing is asked of the figure."""

    name: str
    ours: str
    anchor: str = ""
    ratio: str = ""
    goal: str = ""
    ok: bool | None = None

    def markdown(self) -> str:
        """Return the line as Markdown."""
        told = {True: "yes", False: "**NO**", None: "–"}[self.ok]
        return f"| {self.name} | {self.ours} | {self.anchor} | {self.ratio} | {self.goal} | {told} |"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the corpora are and how often things are measured."""

    small: int = 1_000
    middle: int = 10_000
    large: int = 100_000
    starts: int = 7
    times: int = 300
    kills: int = 1_000
    sequences: int = 20_000
    waiting: int = 500
    flips: int = 500
    cuts: int = 1_500
    minutes: float = (
        0.0  # a figure that goes on turn by turn ends with the turn that begins last; 0: with its number
    )


QUICK = Sizes(200, 1_000, 3_000, 3, 60, 24, 300, 120, 30, 60)


def turns(most: int, minutes: float) -> Iterator[int]:
    """Yield the numbers of the turns: so many, or as many as begin within these minutes."""
    until = time.monotonic() + minutes * 60 if minutes else None
    for turn in range(most):
        if until is not None and time.monotonic() > until:
            return
        yield turn


def against(name: str, ours: float, anchor: float, most: float, beside: str, unit: str = "ms") -> Row:
    """Compare with an anchor of the same run: at most so many times as long."""
    ratio = ours / anchor
    return Row(
        name,
        f"{shown(ours)} {unit}",
        f"{shown(anchor)} {unit} ({beside})",
        f"{ratio:.2g} ×" if ratio < 0.1 else f"{ratio:.2f} ×",
        f"≤ {most:g} ×",
        ratio <= most,
    )


def under(name: str, ours: float, most: float, beside: str = "", unit: str = "ms") -> Row:
    """Compare with a limit."""
    return Row(name, f"{shown(ours)} {unit}", beside, "", f"≤ {most:g} {unit}", ours <= most)


def same(name: str, ours: Sequence[float], labels: Sequence[str], most: float) -> Row:
    """Compare the sizes of the desk: the slowest at most so many times the first."""
    ratio = max(ours) / ours[0]
    told = " / ".join(shown(value) for value in ours)
    return Row(name, f"{told} ms", " / ".join(labels), f"{ratio:.2f} ×", f"≤ {most:g} ×", ratio <= most)


def shown(value: float) -> str:
    """Write a number with about three digits."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def clocked(work: Callable[[], object]) -> float:
    """Return how many milliseconds a piece of work took."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median_of(work: Callable[[], object], times: int, warm: int = 3) -> float:
    """Return the median of some runs in milliseconds, after a few that do not count."""
    for _ in range(warm):
        work()
    return statistics.median(clocked(work) for _ in range(times))


def side_by_side(ours: Callable[[], object], anchor: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the medians of two pieces of work, run turn by turn so that both meet the same machine."""
    for _ in range(3):
        ours()
        anchor()
    pairs = [(clocked(ours), clocked(anchor)) for _ in range(times)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
