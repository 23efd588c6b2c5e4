"""One running window per desk: a second start raises the first."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 800  # ms


class Single(QObject):
    """Listens under a name made from the desk's folder."""

    raised = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = hashlib.sha256(os.path.normcase(folder.resolve()).encode("utf-8")).hexdigest()[:16]
        self._name = f"ban-bien-tap-{mark}"
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Say whether this is the first window on the desk; when it is not, the first is raised."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_WAIT):
            socket.write(b"raise")
            socket.waitForBytesWritten(_WAIT)
            socket.disconnectFromServer()
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    def _greet(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            self.raised.emit()
