"""Unpacks wheels into a Windows Python on a machine that cannot run its pip: python unpack_wheels.py WHEELS SITE."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path


def unpack(wheel: Path, site: Path) -> None:
    """Unpack one wheel; its scripts are left out, nothing of a build needs them."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            place = name
            if ".data/" in name:
                kind, _, place = name.split(".data/", 1)[1].partition("/")
                if kind not in ("purelib", "platlib"):
                    continue
            if name.endswith("/"):
                continue
            target = site / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))


if __name__ == "__main__":
    for one in sorted(Path(sys.argv[1]).glob("*.whl")):
        unpack(one, Path(sys.argv[2]))
