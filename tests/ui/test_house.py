"""House rules: every enum has its words, every act its icon, every model is sound, Qt survives."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk import errors
from desk.acts import journal, rules, workflow_rules
from desk.acts.notifications import NotificationKind
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Act, Genre, Role, Stage
from desk.articles.approval_proof import Unproven
from desk.articles.listing import Order
from desk.database.seals import SEALED, SealFault
from desk.intake.result import DoubtKind, Dropped
from desk.integrity import database
from desk.integrity.database import Finding
from desk.paths import RESOURCES, ROOT
from desk.proofing.finding import Severity
from desk.registers.contradictions import Clash
from desk.registers.entries import Kind, WordKind
from desk.registers.importing import Novelty
from desk.registers.row_faults import RowProblem
from desk.review.queue import Queue
from ui.look import style
from ui.today import inbox
from ui.words import faults as faults_words
from ui.words import proofing as proofing_words
from ui.words import registers as registers_words
from ui.words import review as review_words
from ui.words import wording
from ui.words.whys import WHYS


def test_every_enum_has_its_words() -> None:
    assert set(wording.STAGES) == set(Stage)
    assert set(wording.ROLES) == set(Role)
    assert set(wording.ACTS) == set(Act)
    assert set(wording.ORDERS) == set(Order)
    assert set(WHYS) == set(errors.Why)
    assert set(faults_words.TROUBLES) == set(errors.Trouble)
    assert set(faults_words.BACKUPS) == set(errors.BackupFault)
    assert set(faults_words.PICTURES) == set(errors.PictureFault)
    assert set(faults_words.INTAKES) == set(errors.IntakeFault)
    assert set(faults_words.ARCHIVES) == set(errors.ArchiveFault)
    assert set(faults_words.RULE_FAULTS) == set(errors.RuleFault)
    assert set(faults_words.FINDINGS) == set(Finding)
    assert set(review_words.GENRES) == set(Genre)
    assert set(review_words.BEFORES) == set(Before)
    assert set(review_words.LEVELS) == set(Level)
    assert set(review_words.AUTOS) == set(Auto)
    assert set(review_words.QUEUES) == set(Queue)
    assert set(review_words.NOTICES) == set(NotificationKind) == set(inbox.SIGNS)
    assert set(faults_words.DOUBTS) == set(DoubtKind)
    assert set(faults_words.DROPPED) == set(Dropped)
    assert set(proofing_words.SEVERITIES) == set(Severity)
    assert set(registers_words.KINDS) == set(Kind)
    assert set(registers_words.WORD_KINDS) == set(WordKind)
    assert set(registers_words.CLASHES) == set(Clash)
    assert set(registers_words.NOVELTIES) == set(Novelty)
    assert set(registers_words.ROW_PROBLEMS) == set(RowProblem)
    assert set(wording.SUBJECTS) == set(journal.Subject)
    assert set(faults_words.JOURNAL_FAULTS) == {fault.name for fault in journal.Fault}
    of_engine = (database._file, database._keys, database._search_words)
    checks = {one.__name__[1:] for one in (*database._CHECKS, database._index)}
    assert set(faults_words.CHECKS) == checks | {one.__name__[1:] for one in of_engine}
    assert set(faults_words.ROWS) == {*SEALED, "article_text", "check", "journal", "notice", "seal"}
    said = faults_words.FINDING_DETAILS
    assert set(said[Finding.APPROVAL]) == {"", *(doubt.name for doubt in Unproven)}
    kinds = {fault.name for fault in SealFault} - {SealFault.UNREADABLE.name}
    assert {*said[Finding.SEAL], *said[Finding.ROW]} == kinds


def test_every_icon_is_there(qapp: QApplication) -> None:
    names = {icon for *_, icon in wording.ACTS.values()} | {sign for _, sign, _ in wording.STAGES.values()}
    for path in (ROOT / "ui").rglob("*.py"):
        names |= set(
            re.findall(
                r'(?:keep_icon\([^,]+, |tool_button\([^"]*"[^"]*"\), [^,]+, )"([a-z-]+)"',
                path.read_text("utf-8"),
            )
        )
    for name in names:
        assert (RESOURCES / "icons" / f"{name}.svg").exists(), name
        assert not style.icon(name).isNull()


def test_none_survives_200_000_qt_calls() -> None:
    """PySide6 6.12.0 over-decrefs None and aborts Python 3.10 and 3.11 after about 5,000 void calls."""
    script = (
        "import sys\nfrom PySide6.QtCore import QCoreApplication, QObject\n"
        "a = QCoreApplication([]); o = QObject(); before = sys.getrefcount(None)\n"
        "for _ in range(200_000): o.setObjectName('x')\n"
        "print(sys.getrefcount(None) - before > -1000)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_the_sign_in_imports_no_heavy_library() -> None:
    heavy = ("docx", "PIL", "typst", "nh3", "lxml", "dateutil", "peewee", "apsw")
    script = f"import sys\nimport ui.window.app\nprint([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=Path(ROOT)
    )
    assert done.stdout.strip() == "[]"


def test_actions_come_from_one_maker() -> None:
    ui = ROOT / "ui"
    makers = {
        path.relative_to(ui).as_posix()
        for path in ui.rglob("*.py")
        if re.search(r"\bQAction\(", path.read_text("utf-8"))
    }
    assert makers == {"controls/action_table.py"}


def test_rules_and_roles_are_one_table() -> None:
    assert set(rules.ARTICLE_ACTS) < set(workflow_rules.RULES)
