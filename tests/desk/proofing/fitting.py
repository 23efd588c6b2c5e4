"""Fit what speaks for another word: `python -m tests.desk.proofing.fitting`, five minutes; prints `context.WEIGHTS`.

Chance puts near syllables into clean passages (`tests/files/proof`, `data/sample`, our own prose), each passage
without its own counts. A wrong syllable whose right one is among the candidates speaks for, the best candidate of
each right syllable against; a logistic regression by Newton's steps, the best candidates chosen anew by its weights.
"""

from __future__ import annotations

import math
import random
import sys
import unicodedata
from collections.abc import Iterator

from desk.paths import ROOT
from desk.proofing import context, people
from desk.proofing.counting import grams, runs
from desk.proofing.likelihood import Likelihood, place
from desk.proofing.model import FOLDER, model
from desk.proofing.nearness import neighbours
from desk.proofing.reading import Word, paragraphs
from desk.proofing.syllable import is_syllable, spelt
from tests.desk.proofing import scoring

Signs = tuple[float, ...]
_ROUNDS, _STEPS = 4, 8


def texts() -> Iterator[str]:
    """Yield clean prose."""
    for name in ("clean.jsonl", "held_clean.jsonl"):
        yield from (row["text"] for row in scoring.rows(scoring.FOLDER / name))
    for path in sorted((ROOT / "data" / "sample").glob("*.txt")):
        yield unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
    for path in sorted((FOLDER / "sources").glob("own-prose*.txt")):
        yield from (line for line in path.read_text(encoding="utf-8").split("\n") if len(line) > 100)


def cases() -> tuple[list[Signs], list[list[Signs]]]:
    """Return what speaks for the right word in place of a wrong one, and for others in place of a right one."""
    chance = random.Random(5)
    wrong: list[Signs] = []
    right: list[list[Signs]] = []
    for text in texts():
        likely = Likelihood(model().leaving_out(grams(text)))
        every = paragraphs(text)
        names = people.syllables(name for one in every for name in people.names(one))
        for one in every:
            for run in runs(one) if not one.capitals else ():
                ids = [likely.knowing.ids.get(word.key, 0) for word in run]
                for at, word in enumerate(run):
                    if _asked(word, run, at, names):
                        spot = place(ids, at, likely.edge)
                        found = [signs for _, signs in context.candidates(word, ids[at], spot, likely)]
                        right += [found] if found else []
                        for bad, number in _slips(word, likely, chance):
                            told = dict(context.candidates(bad, number, spot, likely))
                            wrong += [told[ids[at]]] if ids[at] in told else []
    return wrong, right


def _asked(word: Word, run: list[Word], at: int, names: frozenset[str]) -> bool:
    if word.text in names or not is_syllable(word.text.lower()) or word.text[1:] != word.text[1:].lower():
        return False
    return not (word.text[0].isupper() and context._in_a_name(run, at))


def _slips(word: Word, likely: Likelihood, chance: random.Random) -> Iterator[tuple[Word, int]]:
    near = neighbours(word.key, likely.knowing)
    for _ in range(2 if near else 0):
        number = chance.choices(near, [math.exp(-0.8 * cost) for _, cost in near])[0][0]
        name = likely.knowing.names[number - 1]
        if name[:-1]:
            text = spelt(name).capitalize() if word.text[0].isupper() else spelt(name)
            yield Word(word.start, word.end, text, name, word.run, word.first), number


def fitted(wrong: list[Signs], right: list[list[Signs]]) -> list[float]:
    """Return the weights."""
    weights = [0.0, 1.0, -1.0] + [0.0] * (len(wrong[0]) - 3)
    for _ in range(_ROUNDS):
        best = [max(found, key=lambda signs: _dot(weights, signs)) for found in right]
        for _ in range(_STEPS):
            weights = _step(weights, wrong, best)
    return weights


def _step(weights: list[float], wrong: list[Signs], best: list[Signs]) -> list[float]:
    size = len(weights)
    slope = [-0.01 * weight for weight in weights]
    curve = [[0.01 * (row == column) for column in range(size)] for row in range(size)]
    for many, is_wrong in ((wrong, 1.0), (best, 0.0)):
        for signs in many:
            sure = 1 / (1 + math.exp(-max(-30.0, min(30.0, _dot(weights, signs)))))
            bend = sure * (1 - sure)
            for row in range(size):
                slope[row] += signs[row] * (is_wrong - sure)
                line = curve[row]
                for column in range(row + 1):
                    line[column] += bend * signs[row] * signs[column]
    for row in range(size):
        for column in range(row):
            curve[column][row] = curve[row][column]
    return [weight + move for weight, move in zip(weights, _solved(curve, slope), strict=True)]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(at + 1, size):
            share = rows[row][at] / rows[at][at]
            rows[row] = [value - share * other for value, other in zip(rows[row], rows[at], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][column] * found[column] for column in range(at + 1, size))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found


def _dot(weights: list[float], signs: Signs) -> float:
    return sum(weight * sign for weight, sign in zip(weights, signs, strict=True))


def main() -> None:
    wrong, right = cases()
    sys.stdout.write(f"{len(wrong)} wrong, {len(right)} right\n")
    sys.stdout.write(", ".join(f"{weight:.3f}" for weight in fitted(wrong, right)) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
