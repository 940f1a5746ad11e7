"""The columns of the list as she wants them: shown or hidden, how wide, sorted by which, days with heads or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics

from director_app.ui.schedule.list_columns import ALWAYS, KEYS, LEAST_SHARED, SHARES, WIDTHS, column_titles
from director_app.ui.schedule.list_edits import status_names
from director_app.ui.schedule.list_memory import ListState, remember, remembered
from director_app.wording import Wording

if TYPE_CHECKING:
    from director_app.ui.schedule.list_ground import ListGround

_KEEP_MS: Final = 400
_BESIDE: Final = 30
"""Room beside the name of a column, for its padding and the arrow of the order."""


class ListLayout(QObject):
    """Columns and order of one list; kept for the next time.

    Signals: ``menu_wanted(QPoint)`` with the global point where her hand asked for the menu of the columns.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, view: ListGround) -> None:
        super().__init__(view)
        self._view = view
        self._state = ListState()
        self._sharing = False
        self.shown: list[int] = list(range(len(KEYS)))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_MS)
        self._later.timeout.connect(self._remember)

    def restore(self) -> None:
        """Lay the columns out as they were left."""
        view = self._view
        head = view.horizontalHeader()
        head.setFixedHeight(28)
        head.setHighlightSections(False)
        head.setStyleSheet("QHeaderView::section:first { padding-left: 16px; }")  # where the numbers begin
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(24)
        # Painting a head asks every row whether it is selected: with none to ask, selecting all of a season is quick.
        head.setSelectionModel(QItemSelectionModel(view.table, head))
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.setSectionsMovable(True)
        head.setFirstSectionMovable(False)  # the number begins every row
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._show_menu)
        self._state = remembered()
        view.table.group(self._state.grouped)
        self._put_in_order()
        self._hide()
        self.look_again()
        view.setSortingEnabled(True)
        head.sectionResized.connect(self._resized)
        head.sectionMoved.connect(self._moved)

    def look_again(self) -> None:
        """Fonts or language changed."""
        self._view.horizontalHeader().setFont(self._view.shared.desk.look.font("micro"))
        self.share_room()

    @property
    def wording(self) -> Wording:
        """In which words the columns are named."""
        return self._view.shared.desk.wording

    @property
    def is_grouped(self) -> bool:
        """Whether days have heads now: not while she has sorted by a column."""
        return self._view.table.grouped and self._view.table.sorted_by[0] < 0

    # -- columns -----------------------------------------------------------------------------------------------

    def is_shown(self, key: str) -> bool:
        """Whether a column is shown."""
        return key not in self._state.hidden

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column; number and title always stay."""
        if key in ALWAYS:
            return
        hidden = self._state.hidden - {key} if shown else self._state.hidden | {key}
        self._use(self._state._replace(hidden=hidden))

    def as_at_first(self) -> None:
        """The columns as they come with the program."""
        self._use(ListState(grouped=self._state.grouped))

    def _use(self, state: ListState) -> None:
        self._state = state
        self._put_in_order()
        self._hide()
        self.share_room()
        self._view.arranged.emit()
        self._later.start()

    def _hide(self) -> None:
        for column, key in enumerate(KEYS):
            self._view.setColumnHidden(column, key in self._state.hidden)
        self.shown = [KEYS.index(key) for key in self._state.order if key not in self._state.hidden]
        current = self._view.currentIndex()
        if current.isValid() and current.column() not in self.shown:
            self._view.setCurrentIndex(self._view.table.index(current.row(), KEYS.index("title")))

    def _put_in_order(self) -> None:
        head = self._view.horizontalHeader()
        self._sharing = True
        for place, key in enumerate(self._state.order):
            head.moveSection(head.visualIndex(KEYS.index(key)), place)
        self._sharing = False

    def _moved(self, _column: int, _from: int, _to: int) -> None:
        """She pulled a column elsewhere: keys, clipboard and what is pasted follow what she sees."""
        if self._sharing:
            return
        head = self._view.horizontalHeader()
        order = tuple(KEYS[head.logicalIndex(place)] for place in range(len(KEYS)))
        self._use(self._state._replace(order=order))

    def share_room(self) -> None:
        """Give each column its width and the wide ones what is left over."""
        view = self._view
        own = dict(self._state.widths)
        widths = self._fixed_widths()
        fixed = {KEYS[column]: own.get(KEYS[column], widths.get(KEYS[column], 0)) for column in self.shown}
        shares = {key: SHARES[key] for key, width in fixed.items() if not width}
        room = view.viewport().width() - sum(fixed.values())
        self._sharing = True
        for column in self.shown:
            key = KEYS[column]
            share = shares.get(key, 0)
            width = max(LEAST_SHARED, room * share // sum(shares.values())) if share else fixed[key]
            view.setColumnWidth(column, width)
        self._sharing = False

    def _fixed_widths(self) -> dict[str, int]:
        """The widths of columns that do not share: never less than their name takes."""
        desk = self._view.shared.desk
        body, small = QFontMetrics(desk.look.font("body")), QFontMetrics(desk.look.font("micro"))
        titles = dict(zip(KEYS, column_titles(desk.wording), strict=True))
        widths = {key: max(width, small.horizontalAdvance(titles[key]) + _BESIDE) for key, width in WIDTHS.items()}
        widths["status"] = max(body.horizontalAdvance(word) for word in status_names(desk.wording.language)) + 36
        return widths

    def _resized(self, column: int, _old: int, new: int) -> None:
        """She made a column wider or narrower; the last one only takes what is left."""
        head = self._view.horizontalHeader()
        if self._sharing or not head.underMouse() or column == self.shown[-1] or new <= 0:
            return
        widths = dict(self._state.widths) | {KEYS[column]: new}
        self._state = self._state._replace(widths=tuple(widths.items()))
        self._later.start()

    # -- order -------------------------------------------------------------------------------------------------

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort by a column; the same once more is the order of the days again."""
        head = self._view.horizontalHeader()
        if self._view.table.sorted_by == (column, descending):
            column, descending = -1, False
        head.setSortIndicator(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self._after_order()

    def group(self, grouped: bool) -> None:
        """Give days heads or not, in the order of the days."""
        self._view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._view.table.group(grouped)
        self._state = self._state._replace(grouped=grouped)
        self._later.start()
        self._after_order()

    def _after_order(self) -> None:
        view = self._view
        if view.currentIndex().isValid():
            view.scrollTo(view.currentIndex())
        view.arranged.emit()

    @property
    def waits(self) -> bool:
        """Whether something is still to be kept."""
        return self._later.isActive()

    # -- keeping -----------------------------------------------------------------------------------------------

    def _remember(self) -> None:
        remember(self._state)

    def _show_menu(self, where: QPoint) -> None:
        self.menu_wanted.emit(self._view.horizontalHeader().mapToGlobal(where))
