"""What `check` finds, as sentences and as JSON: beside the desk, and of a file that does not open."""

from __future__ import annotations

import argparse
import json
import sys

from desk.errors import FileTrouble
from desk.integrity import database
from desk.integrity.database import CheckResult
from desk.paths import DESK_FILE
from ui.words import wording


def beside(wish: argparse.Namespace) -> list[CheckResult]:
    """Hold the journal against what was written down of it elsewhere."""
    from desk.safety import anchors

    return [*database.codes(wish.code), *anchors.broken(wish.folder / DESK_FILE)]


def told(one: CheckResult) -> dict[str, str]:
    """Return a finding as JSON has it."""
    subject, key = one.subject
    return {"kind": one.finding.name.lower(), "subject": subject, "id": key, "text": wording.finding(one)}


def say_unopened(wish: argparse.Namespace, trouble: FileTrouble) -> None:
    """Say what is wrong with a file that cannot be opened; the sentence of the trouble itself comes after."""
    wrong = [told(one) for one in database.why_not_opened(wish.folder / DESK_FILE)]
    if wish.json:
        first = {"kind": "file", "subject": "file", "id": str(trouble.path), "text": wording.error(trouble)}
        sys.stdout.write(json.dumps([first, *wrong], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.writelines(f"{one['text']}\n" for one in wrong)
