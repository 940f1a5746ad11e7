"""Applications dragged here from their table in another workspace: the rail opens the schedule, which takes them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from director_app.domain.ids import ApplicationId
from director_app.domain.requests import Application
from director_app.ui.desk import Desk
from director_app.ui.schedule.gestures import Cargo, Drag

APPLICATION: Final = "application/x-delivery-application"
"""What is dragged: the id of an application."""


def application_data(application: Application) -> QMimeData:
    """What a drag of an application carries."""
    data = QMimeData()
    data.setData(APPLICATION, str(application.id).encode())
    return data


class OutsideDrops(QObject):
    """Carries what comes from outside on as a drag of the schedule: the same ghost, the same days light up."""

    def __init__(self, desk: Desk, drag: Drag, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._drag, self._page = desk, drag, page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what carries an application; everything else goes on to the window."""
        if isinstance(event, QDragLeaveEvent):
            self._drag.cancel()
        elif isinstance(event, QDropEvent) and event.mimeData().hasFormat(APPLICATION):
            self._follow(event)
            return True
        return False

    def _follow(self, event: QDropEvent) -> None:
        where = self._page.mapToGlobal(event.position().toPoint())
        if self._drag.cargo is None:
            name = bytes(event.mimeData().data(APPLICATION).data()).decode()
            application = self._desk.plan.applications.get(ApplicationId(name))
            if application is None or application.delivery or self._desk.is_read_only:
                event.ignore()
                return
            self._drag.begin(Cargo(application=application), where)
        self._drag.move(where, event.modifiers())
        if not isinstance(event, QDragMoveEvent):  # of which entering is one kind
            self._drag.drop()
        event.acceptProposedAction()
