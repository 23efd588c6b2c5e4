"""One running window per desk: a second start raises the first and hands it its files; a setup asks it to close."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)
_WAIT = 800  # ms
_TRIES = 5  # a window that is only beginning may take seconds until it hears, above all under Windows
_NOBODY = (
    QLocalSocket.LocalSocketError.ServerNotFoundError,
    QLocalSocket.LocalSocketError.ConnectionRefusedError,
)


class SingleInstance(QObject):
    """Listens under a name made from the desk's folder."""

    raised = Signal(list)  # the files that are to be taken in, most often none
    closing = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = hashlib.sha256(os.path.normcase(folder.resolve()).encode("utf-8")).hexdigest()[:16]
        self._name = f"ban-bien-tap-{mark}"
        self._server: QLocalServer | None = None

    def raise_first(self, files: Sequence[Path] = ()) -> bool:
        """Ask the window that holds the desk to come forward and take files in; False when nobody answers."""
        return self._tell({"files": [str(path) for path in files]})

    def close_first(self) -> bool:
        """Ask the window that holds the desk to close; False when nobody answers."""
        return self._tell({"close": True})

    def _tell(self, message: dict[str, object]) -> bool:
        """Say it to the first; one that is too busy to answer is asked again, it is there all the same."""
        for _ in range(_TRIES):
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(_WAIT):
                socket.write(json.dumps(message).encode() + b"\n")
                socket.waitForBytesWritten(_WAIT)
                socket.disconnectFromServer()
                return True
            if socket.error() in _NOBODY:
                return False
        return False

    def listen(self) -> None:
        """Answer second starts from now on; whoever holds the desk's lock is the first, so an old name is stale."""
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        if not self._server.listen(self._name):
            log.warning("second starts go unanswered: %s", self._server.errorString())

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    def _greet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            connection.readyRead.connect(self._hear)
        self._hear()

    def _hear(self) -> None:
        """Do what the lines of second starts say; what is no such line says nothing."""
        for connection in self._server.findChildren(QLocalSocket) if self._server is not None else ():
            while connection.canReadLine():
                self._heed(bytes(connection.readLine().data()))

    def _heed(self, line: bytes) -> None:
        try:
            message = json.loads(line)
            files = [Path(str(one)) for one in message.get("files", ())]
        except (ValueError, AttributeError, TypeError):
            log.warning("a second start was not understood")
            return
        if message.get("close"):
            self.closing.emit()
        else:
            self.raised.emit(files)
