"""The verbs of backups: `backup`, `backups`, `restore`; they need no desk that could be opened."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from desk import clock
from desk.errors import BackupFault, BadBackup
from desk.paths import DESK_FILE
from desk.safety import backups, restore
from desk.safety.backups import Proof
from desk.safety.facts import Backup, Reason
from ui.look import local_settings
from ui.safety import second_place
from ui.words import safety as words
from ui.words import wording

Say = Callable[[str], None]


def make(wish: argparse.Namespace, say: Say, notify: Say) -> int:
    """Make a backup, in the usual places or in the folder that was named, and say where it is."""
    local_settings.use(wish.folder)
    second = "" if wish.to else second_place.folder()
    made = backups.make(wish.folder / DESK_FILE, Reason.HAND, folder=wish.to, second=second)
    say(str(made.backup.path))
    if made.second is not None:
        notify(f"Nơi thứ hai chưa nhận được bản sao lưu. {wording.error(made.second)}")
    elif second:
        second_place.succeeded()
    faults = made.backup.facts.faults if made.backup.facts else ()
    if faults:
        notify("Đã sao lưu, nhưng dữ liệu đang dùng có chỗ không ổn: hãy chạy lệnh check.")
    else:
        notify("Đã sao lưu và kiểm tra.")
    return 1 if faults or made.second else 0


def show(wish: argparse.Namespace, say: Say, notify: Say) -> list[dict[str, Any]]:
    """Name every backup in both places, compared with what is kept beside it; return the same for JSON."""
    local_settings.use(wish.folder)
    found = backups.listed(wish.folder / DESK_FILE, second_place.folder())
    proven = [(one, backups.prove(one)) for one in found]
    if not wish.json:
        for backup, proof in proven:
            say(_line(backup, proof))
    if not found:
        notify("Chưa có bản sao lưu nào.")
    return [_data(backup, proof) for backup, proof in proven]


def put_back(wish: argparse.Namespace, say: Say, notify: Say) -> int:
    """Restore a backup; without --yes only say what would be done."""
    local_settings.use(wish.folder)
    desk = wish.folder / DESK_FILE
    backup = backups.read(wish.file)
    fault = restore.standing(backup, desk)
    if fault is BackupFault.OTHER_DESK:
        raise BadBackup(fault, backup.name)
    if fault is not None:
        notify(wording.error(BadBackup(fault, backup.name)))
    if not wish.yes:
        notify(_line(backup, backups.prove(backup)))
        if desk.exists():
            notify("Tệp dữ liệu đang có sẽ được chuyển sang tên khác, không bị ghi đè.")
        notify("Chưa làm gì. Thêm --yes để phục hồi.")
        return 1
    done = restore.restore(wish.file, desk, other=True, second=second_place.folder())
    if done.aside is not None:
        notify(f"Dữ liệu trước khi phục hồi nay ở: {done.aside}")
    notify(f"Đã phục hồi từ bản sao lưu “{backup.name}”.")
    say(str(desk))
    return 0


def _line(backup: Backup, proof: Proof) -> str:
    facts = backup.facts
    parts = [words.proof(proof), words.reason(backup), words.place(backup), words.size(backup.size)]
    if facts is not None:
        parts += [f"{facts.of.articles} bài", f"số {facts.of.issue}" if facts.of.issue else ""]
        parts += [words.last_act(facts.of.entry), words.tried(backup)]
    told = " · ".join(part for part in parts if part)
    return f"{clock.local(backup.made):%d/%m/%Y %H:%M:%S}\t{told}\n\t{backup.path}"


def _data(backup: Backup, proof: Proof) -> dict[str, Any]:
    facts = backup.facts
    found: dict[str, Any] = {
        "path": str(backup.path),
        "made": clock.stamp(backup.made),
        "size": backup.size,
        "second": backup.second,
        "proof": proof.name.lower(),
    }
    if facts is not None:
        found |= {
            "why": facts.why.value,
            "sha256": facts.sha256,
            "schema": facts.of.schema,
            "desk": facts.of.desk,
            "articles": facts.of.articles,
            "issue": facts.of.issue,
            "entry": facts.of.entry.number,
            "act": facts.of.entry.act,
            "by": facts.of.entry.person,
            "faults": list(facts.faults),
            "tried": None if facts.tried is None else clock.stamp(facts.tried.at),
        }
    return found
