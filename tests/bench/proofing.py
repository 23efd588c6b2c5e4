"""The proofreader: a first article, another, while one types, an issue, teaching; beside a regex scan; CPU."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from desk.proofing import teaching
from desk.proofing.engine import Proofreader
from desk.proofing.model import FOLDER
from tests.bench.figure import ROOT, Row, Sizes
from tests.desk.proofing import scoring

_DAY = date(2024, 5, 6)
_WORD = re.compile(r"[^\W\d_]+")
_FIRST = """
import sys, time
text = sys.stdin.read()
began = time.process_time()
from desk.proofing.engine import Proofreader
reader = Proofreader()
reader.warm()
loaded = time.process_time()
reader.proof(text)
print(loaded - began, time.process_time() - loaded)
"""


def rows(sizes: Sizes) -> Iterator[Row]:
    """Measure the proofreader, each figure beside a scan of the same words by a regular expression."""
    texts = _articles()
    yield _first(texts[0])
    reader = Proofreader()
    reader.warm()
    ours = [_took(partial(Proofreader().proof, text, date=_DAY)) for text in texts for _ in range(3)]
    scan = [_took(partial(_scanned, text)) for text in texts for _ in range(3)]
    yield _row("another article of 1,000 words, read afresh", ours, scan, 0.045)
    reader.proof(texts[0], date=_DAY)
    again = [_took(lambda: reader.proof(texts[0], date=_DAY)) for _ in range(20)]
    yield _row("the same again, as a window asks", again, scan, 0.020)
    typed = []
    text = texts[0]
    for number in range(min(sizes.times, 60)):
        at = len(text) // 2 + number
        text = text[:at] + "a" + text[at:]
        typed.append(_took(partial(reader.proof, text, date=_DAY)))
    yield _row("after each key in it", typed, scan, 0.020)
    issue = [(number, texts[number % len(texts)] + f"\nTin số {number}.", _DAY) for number in range(26)]
    whole = [_took(lambda: Proofreader(remembered=0).proof_issue(issue))]
    yield _row(f"an issue of {sum(len(it[1].split()) for it in issue):,} words (64 pages)", whole, scan, 1.5)
    count = 1_000 if sizes.large > 3_000 else 100
    old = [
        f"{text} {number}\n" + text.replace(" các ", f" {number} ")
        for number in range(count)
        for text in texts[:1]
    ]
    seconds = _took(lambda: teaching.count(old))
    yield Row(
        f"{count:,} old articles of 2,000 words taught", f"{seconds:.1f} s", goal="30 s", ok=seconds <= 30
    )
    size = sum(path.stat().st_size for path in FOLDER.iterdir() if path.is_file()) / 2**20
    yield Row("its lists and counts in the package", f"{size:.1f} MB", goal="8 MB", ok=size <= 8)


def _articles() -> list[str]:
    """Return articles of about a thousand words made of the labelled passages."""
    found: list[str] = [""]
    for row in scoring.rows(scoring.FOLDER / "clean.jsonl"):
        if len(found[-1].split()) > 950:
            found.append("")
        found[-1] += row["text"] + "\n"
    return found[:-1]


def _first(text: str) -> Row:
    """Measure as shipped, its modules compiled: the first of the processes does that."""
    shipped = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory(prefix="bench-proofing-") as compiled:
        told = [
            subprocess.run(
                [sys.executable, "-c", _FIRST],
                input=text,
                capture_output=True,
                text=True,
                check=True,
                cwd=Path(ROOT),
                env=shipped | {"PYTHONPYCACHEPREFIX": compiled},
            ).stdout.split()
            for _ in range(6)
        ][1:]
    load, first = (statistics.median(float(one[at]) for one in told) for at in (0, 1))
    ours = f"{1000 * (load + first):.0f} ms ({load * 1000:.0f} of them modules and model)"
    return Row("a first article of 1,000 words, a process anew", ours, goal="150 ms", ok=load + first <= 0.15)


def _scanned(text: str) -> int:
    known = {"và", "của"}
    return sum(hit.group().lower() in known for hit in _WORD.finditer(text))


def _took(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


def _row(name: str, ours: list[float], anchor: list[float], goal: float) -> Row:
    mine, other = statistics.median(ours), statistics.median(anchor)
    return Row(
        name,
        f"{1000 * mine:.1f} ms",
        f"{1000 * other:.2f} ms",
        f"{mine / other:.0f} ×",
        f"{1000 * goal:.0f} ms",
        mine <= goal,
    )
