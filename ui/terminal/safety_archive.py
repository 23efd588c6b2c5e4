"""The verbs of salvage and the archive."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

from desk.safety.salvage import LIST, salvage
from desk.safety.salvaged import summary
from ui.words import salvage as words


def _salvage(wish: argparse.Namespace) -> int:
    """Give out what a damaged file still holds; 0 where nothing is missing."""
    result = salvage(wish.file, wish.to, deed=words.deed)
    if wish.json:
        sys.stdout.write(json.dumps(summary(result), ensure_ascii=False, indent=2) + "\n")
    sys.stderr.write(words.salvaged(result) + f"\n{result.folder / LIST}\n")
    return 0 if result.whole else 1


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {"salvage": _salvage}
