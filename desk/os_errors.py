"""What the operating system refuses, in the desk's own terms."""

from __future__ import annotations

import errno
from pathlib import Path

from desk.errors import FileTrouble, Trouble

_KINDS = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.DENIED,
    errno.EPERM: Trouble.DENIED,
    errno.EROFS: Trouble.READONLY,
    errno.ENOENT: Trouble.ABSENT,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.EBUSY: Trouble.BUSY,
}
_WINDOWS_KINDS = {
    32: Trouble.DENIED,  # ERROR_SHARING_VIOLATION: the file is open in Word
    33: Trouble.DENIED,  # ERROR_LOCK_VIOLATION
    39: Trouble.FULL,  # ERROR_HANDLE_DISK_FULL
    112: Trouble.FULL,  # ERROR_DISK_FULL
    19: Trouble.READONLY,  # ERROR_WRITE_PROTECT
}


def kind_of(error: OSError) -> Trouble:
    """Say which trouble an OSError is."""
    kind = _WINDOWS_KINDS.get(getattr(error, "winerror", None) or 0)
    return kind or _KINDS.get(error.errno or 0, Trouble.IO)


def file_trouble(error: OSError, path: Path) -> FileTrouble:
    """Translate an OSError about `path`; the caller raises what this returns."""
    return FileTrouble(kind_of(error), str(path))
