"""One running window per desk: a second start raises the first."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)
_WAIT = 800  # ms


class SingleInstance(QObject):
    """Listens under a name made from the desk's folder."""

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = hashlib.sha256(os.path.normcase(folder.resolve()).encode("utf-8")).hexdigest()[:16]
        self._name = f"ban-bien-tap-{mark}"
        self._server: QLocalServer | None = None

    def raise_first(self) -> bool:
        """Ask the window that holds the desk to come forward; False when nobody answers."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        socket.write(b"raise")
        socket.waitForBytesWritten(_WAIT)
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """Answer second starts from now on; whoever holds the desk's lock is the first, so an old name is stale."""
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
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
            self.raised.emit()
