"""A desk to be killed while it saves, makes backups, comes back from one, exports. `kill_keeper.py FILE SEED`

Lines, each written only when the thing is done: those of `kill_child`, and `backup NAME`, `restored NAME`,
`export FOLDER`.
A restore follows the backup that it takes at once: nothing that was told may be lost by it.
"""

from __future__ import annotations

import sys
import uuid
from pathlib import Path
from random import Random

from desk.database import store
from desk.edition.outputs import PLAIN, Output
from desk.export.work_steps import run_here
from desk.issues.export import ExportOrder, export
from desk.safety import backups, restore
from desk.safety.facts import Reason
from tests.bench.kill_child import save, tell, write

SECRETARY = 5


def main(path: Path, seed: int) -> None:
    """Work as an office does that is careful, until killed."""
    random = Random(seed)
    store.open_file(path)
    tell("begun")
    while True:
        article_id, version = write(random, uuid.UUID(int=random.getrandbits(128)).hex)
        for _ in range(random.randint(0, 3)):
            version = save(random, article_id, version)
        random.choice((_back_up, _back_up, _restore, _export))(path)


def _back_up(path: Path) -> str:
    made = backups.make(path, Reason.HAND).backup
    tell("backup", made.name)
    return made.name


def _restore(path: Path) -> None:
    name = _back_up(path)
    store.close_file()
    restore.restore(backups.first_place(path) / name, path)
    tell("restored", name)
    store.open_file(path)


def _export(path: Path) -> None:
    order = ExportOrder(1, {Output.WEB: PLAIN}, path.parent / "ra", who=SECRETARY, by="Thư Ký")
    (folder,) = run_here(export(order)).paths
    tell("export", folder.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
