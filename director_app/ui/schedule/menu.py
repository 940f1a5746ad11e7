"""The menu of an item: what the keys do, with the keys beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from director_app.domain.programme import Status
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.glyphs import GLYPH, paint_state
from director_app.ui.words import STATUS_WORDS, word

STATUSES = tuple(Status)


class ItemMenu:
    """Builds and shows the menu for what is selected; kept by the page so that its callbacks live."""

    def __init__(self, state: ScheduleState, verbs: Verbs) -> None:
        self._state = state
        self._verbs = verbs
        self._statuses = [_SetStatus(verbs, status) for status in STATUSES]

    def make(self, parent: QWidget, type_when: object) -> QMenu:
        """The menu; it deletes itself when it closes."""
        look, wording = self._state.desk.look, self._state.desk.wording
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self._state.chosen()
        may = bool(chosen) and not self._state.desk.is_read_only
        one = len(chosen) == 1
        self._add(menu, "clock", wording.text("Type date and time"), "T", type_when, may and one)
        states = menu.addMenu(self._glyph(chosen[0].status if chosen else Status.IDEA), wording.text("Status"))
        states.setEnabled(may)
        for call in self._statuses:
            action = QAction(word(wording, STATUS_WORDS, call.status), states)
            action.setIcon(self._glyph(call.status))
            action.setCheckable(True)
            action.setChecked(bool(chosen) and all(delivery.status is call.status for delivery in chosen))
            action.triggered.connect(call.run)
            states.addAction(action)
        self._add(menu, "copy", wording.text("Repeat a week later"), "Ctrl+D", self._verbs.repeat, may and one)
        locked = bool(chosen) and all(delivery.is_locked for delivery in chosen)
        name = wording.text("Unlock") if locked else wording.text("Lock")
        icon = "lock-open" if locked else "lock"
        self._add(menu, icon, name, "Ctrl+L", self._verbs.toggle_lock, may)
        self._add(menu, "inbox", wording.text("Open the date again"), "", self._to_tray, may)
        menu.addSeparator()
        trash = self._add(menu, "trash-2", wording.text("Move to the trash"), "Del", self._verbs.remove, may)
        trash.setIcon(look.icons.icon("trash-2", "block"))
        return menu

    def popup(self, parent: QWidget, type_when: object, where: QPoint) -> None:
        """Show it at a global point."""
        self.make(parent, type_when).popup(where)

    def _to_tray(self) -> None:
        self._verbs.to_tray(self._state.chosen())

    def _add(self, menu: QMenu, icon: str, name: str, key: str, slot: object, enabled: object) -> QAction:
        # The key is shown, not bound: the grid reads its keys itself.
        action = QAction(f"{name}\t{key}" if key else name, menu)
        action.setIcon(self._state.desk.look.icons.icon(icon))
        action.setEnabled(bool(enabled))
        if callable(slot):
            action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _glyph(self, status: Status) -> QIcon:
        theme = self._state.desk.theme
        picture = QPixmap(32, 32)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_state(painter, theme, QRectF(3, 3, GLYPH, GLYPH), status, theme.color("text"))
        painter.end()
        return QIcon(picture)


class _SetStatus:
    """Sets one status."""

    def __init__(self, verbs: Verbs, status: Status) -> None:
        self._verbs = verbs
        self.status = status

    def run(self) -> None:
        """Do it."""
        self._verbs.set_status(self.status)
