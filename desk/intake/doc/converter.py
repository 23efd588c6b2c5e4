"""A .doc made a .docx by the office program of the machine, where there is one: LibreOffice, else Word on Windows.

No window is shown, no macro runs, and LibreOffice gets a profile of its own in the folder of the work: what the
person has open in it stays untouched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from desk.temporary_folders import HeldFolder

SECONDS = 20  # that a conversion may take
_PLACES = ("LibreOffice", "LibreOffice 7", "LibreOffice 24", "OpenOffice 4")
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
# Word through its automation; AutomationSecurity 3 keeps macros from running, format 16 is .docx.
_WORD = """
param([string]$source, [string]$target)
$ErrorActionPreference = 'Stop'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $document = $word.Documents.Open($source, $false, $true, $false, 'x')
  $document.SaveAs2($target, 16)
  $document.Close($false)
} finally { $word.Quit() }
"""


def converted(data: bytes, name: str, program: Path | None = None) -> bytes | None:
    """Return the .docx of a .doc's bytes; None where no program can make one, or it takes too long.

    `name` is for nothing but the kind of file; `program` is LibreOffice's, found when it is not given.
    """
    program = program or libreoffice()
    word = None if program else _powershell()
    if program is None and word is None:
        return None
    suffix = Path(name).suffix.lower()
    with HeldFolder() as folder:
        source = Path(folder) / f"bai{suffix if suffix in ('.doc', '.dot') else '.doc'}"
        target = Path(folder) / "ra" / "bai.docx"
        target.parent.mkdir()
        source.write_bytes(data)
        command = (
            _libreoffice_command(program, source, target) if program else _word_command(word, source, target)
        )
        if not _run(command) or not target.is_file():
            return None
        return target.read_bytes()


def libreoffice() -> Path | None:
    """Return LibreOffice's program on this machine."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    roots = [os.environ.get(key, "") for key in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")]
    places = [Path(root) / place / "program" / "soffice.exe" for root in roots if root for place in _PLACES]
    return next((place for place in (*places, _MAC) if place.is_file()), None)


def _libreoffice_command(program: Path, source: Path, target: Path) -> list[str]:
    profile = (source.parent / "profile").as_uri()
    return [
        *(str(program), f"-env:UserInstallation={profile}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent), str(source)),
    ]


def _powershell() -> str | None:
    """Return PowerShell where Word may answer it. Not tried on a machine with Word so far."""
    return shutil.which("powershell") if sys.platform == "win32" else None


def _word_command(powershell: str | None, source: Path, target: Path) -> list[str]:
    script = source.parent / "word.ps1"
    script.write_text(_WORD, encoding="utf-8-sig")
    return [
        *(powershell or "powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"),
        *("-File", str(script), str(source), str(target)),
    ]


def _run(command: list[str]) -> bool:
    """Run a program to its end without a window; False when it cannot be started, fails or takes too long."""
    none = subprocess.DEVNULL
    flags = int(getattr(subprocess, "CREATE_NO_WINDOW", 0))  # there is none on other systems
    try:
        running = subprocess.Popen(
            command, stdin=none, stdout=none, stderr=none, creationflags=flags, start_new_session=True
        )
    except OSError:
        return False
    try:
        return running.wait(SECONDS) == 0
    except subprocess.TimeoutExpired:
        _stop(running)
        return False


def _stop(running: subprocess.Popen[bytes]) -> None:
    """End a program and those that it started: LibreOffice's own is a child of the one that is called."""
    if sys.platform == "win32":
        kill = ["taskkill", "/PID", str(running.pid), "/T", "/F"]
        subprocess.run(kill, capture_output=True, check=False)
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
