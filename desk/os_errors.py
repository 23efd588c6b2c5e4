"""What the operating system refuses, in the desk's own terms."""

from __future__ import annotations

import errno
import stat
import time
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
    errno.EEXIST: Trouble.NO_FOLDER,  # of a folder that is made: a file has its name
    errno.EISDIR: Trouble.NO_FILE,
    errno.EBUSY: Trouble.BUSY,
}
_WINDOWS_KINDS = {
    32: Trouble.DENIED,  # ERROR_SHARING_VIOLATION: the file is open in Word
    33: Trouble.DENIED,  # ERROR_LOCK_VIOLATION
    39: Trouble.FULL,  # ERROR_HANDLE_DISK_FULL
    112: Trouble.FULL,  # ERROR_DISK_FULL
    19: Trouble.READONLY,  # ERROR_WRITE_PROTECT
}


# Seconds between tries to rename: a scanner that looks at every new file lets go of it within two seconds.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.6, 0.65)
_HELD = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation


def rename(from_: Path, to: Path) -> None:
    """Rename, in place of a file of that name; on Windows for two seconds while another program has one open."""
    for pause in _PAUSES:
        try:
            from_.replace(to)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    from_.replace(to)


def kind_of(error: OSError) -> Trouble:
    """Say which trouble an OSError is."""
    kind = _WINDOWS_KINDS.get(getattr(error, "winerror", None) or 0)
    return kind or _KINDS.get(error.errno or 0, Trouble.IO)


def file_size(path: Path) -> int:
    """Return the size of a file in bytes; FileTrouble(NO_FILE) for a folder, a pipe, a device: they have no end."""
    try:
        found = path.stat()
    except OSError as error:
        raise file_trouble(error, path) from error
    if not stat.S_ISREG(found.st_mode):
        raise FileTrouble(Trouble.NO_FILE, str(path))
    return found.st_size


def file_trouble(error: OSError, path: Path) -> FileTrouble:
    """Translate an OSError about `path`; the caller raises what this returns."""
    return FileTrouble(kind_of(error), str(path))
