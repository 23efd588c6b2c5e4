"""Score the proofreader on labelled passages: `python -m tests.desk.proofing.scoring [clean seeded] [-v FAMILY]`.

A seeded mistake is found when a finding's span touches it (of one whose place is open to choice, such as a repeated
paragraph or a weekday against its date: any finding of its family in the record), and counts as well corrected when
the first suggestion makes of the record what the label says. The counts of a passage that the model was built with
are taken out of it first, so that no passage vouches for itself; of others there is nothing to take out.
"""

from __future__ import annotations

import json
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from desk.proofing.counting import grams
from desk.proofing.engine import proof
from desk.proofing.finding import Finding
from desk.proofing.model import Model, model

FOLDER = Path(__file__).resolve().parents[2] / "files" / "proof"
COUNTED = frozenset(
    {FOLDER / "clean.jsonl", FOLDER / "held_clean.jsonl"}
)  # see `resources/proofing/sources/build.py`
_ELSEWHERE = {
    "date",
    "citation",
    "number",
    "repeat",
    "people",
}  # found when the contradiction is, wherever marked


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def found_by(found: tuple[Finding, ...], mistake: dict[str, Any]) -> Finding | None:
    touching = [one for one in found if one.start < mistake["end"] and mistake["start"] < one.end]
    if not touching:  # a missing space or mark is a place of no width between two words
        touching = [one for one in found if one.start <= mistake["end"] and mistake["start"] <= one.end]
    if touching:
        return touching[0]
    if mistake["family"] in _ELSEWHERE:
        return next((one for one in found if one.family == mistake["family"]), None)
    return None


def corrected(text: str, one: Finding, mistake: dict[str, Any]) -> bool:
    if not one.suggestions:
        return False
    want = text[: mistake["start"]] + mistake["right"] + text[mistake["end"] :]
    got = text[: one.start] + one.suggestions[0] + text[one.end :]
    return "".join(got.split()).replace("uỷ", "ủy") == "".join(want.split()).replace("uỷ", "ủy") and (
        mistake["family"] != "typography" or got == want
    )


def score(
    clean: list[dict[str, Any]], seeded: list[dict[str, Any]], verbose: str = "", *, counted: bool = True
) -> dict[str, Any]:
    """Return alarms and finds; `counted` when the model was built with the clean passages."""
    own = {row["id"]: grams(row["text"]) if counted else Counter() for row in clean}
    full = model()
    words = sum(len(row["text"].split()) for row in clean)
    false: Counter[str] = Counter()
    usual: dict[str, set[tuple[str, str]]] = {}
    for row in clean:
        found = proofed(row, full.leaving_out(own[row["id"]]))
        usual[row["id"]] = {(one.rule, one.text) for one in found}
        for one in found:
            false[one.rule] += 1
            if verbose in ("fa", "all"):
                show("FALSE", row["text"], one)
    families: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])  # all, found, right wanted, right
    extra: Counter[str] = Counter()
    for row in seeded:
        found = proofed(row, full.leaving_out(own[row["base"]]))
        mine = set()
        for mistake in row["mistakes"]:
            tally = families[mistake["family"]]
            tally[0] += 1
            hit = found_by(found, mistake)
            if hit:
                tally[1] += 1
                mine.add(hit)
                if mistake["right"] is not None:
                    tally[2] += 1
                    good = corrected(row["text"], hit, mistake)
                    tally[3] += good
                    if not good and verbose in (mistake["family"], "all"):
                        show(f"UNRIGHT {mistake['wrong']!r} → {mistake['right']!r}", row["text"], hit)
            elif verbose in (mistake["family"], "all"):
                text, at = row["text"], mistake["start"]
                print(
                    "MISSED",
                    mistake["family"],
                    mistake["kind"],
                    repr(mistake["wrong"]),
                    "→",
                    mistake["right"],
                    "|",
                    text[max(0, at - 40) : mistake["end"] + 30].replace("\n", "⏎"),
                )
        for one in found:
            if one not in mine and (one.rule, one.text) not in usual[row["base"]]:
                extra[one.rule] += 1
                if verbose in ("extra", "all"):
                    show("EXTRA", row["text"], one)
    return {"words": words, "false": dict(false), "families": dict(families), "extra": dict(extra)}


def proofed(row: dict[str, Any], knowing: Model) -> tuple[Finding, ...]:
    day = date.fromisoformat(row["date"]) if row.get("date") else None
    return proof(unicodedata.normalize("NFC", row["text"]), date=day, knowing=knowing)


def show(what: str, text: str, one: Finding) -> None:
    around = text[max(0, one.start - 40) : one.end + 30].replace("\n", "⏎")
    print(f"{what} {one.rule} {one.text!r} → {one.suggestions[:3]} | {around}")


def main(given: list[str]) -> None:
    verbose = ""
    if "-v" in given:
        at = given.index("-v")
        verbose = given[at + 1]
        del given[at : at + 2]
    names = given or ["clean.jsonl", "seeded.jsonl"]
    began = time.perf_counter()
    counted = FOLDER / names[0] in COUNTED
    result = score(rows(FOLDER / names[0]), rows(FOLDER / names[1]), verbose, counted=counted)
    print(f"{result['words']} words, false alarms {sum(result['false'].values())} {result['false']}")
    print(f"beside the seeded mistakes: {result['extra']}")
    for family, (every, hit, wanted, right) in sorted(result["families"].items()):
        print(f"{family:13} {hit:3}/{every:3} {100 * hit / every:5.1f} %   first right {right}/{wanted}")
    print(f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
