"""The rows of a list beside a form."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from director_app.ui.clipboard_tables import Titled
from director_app.ui.desk import Desk
from director_app.ui.models.columns import RowText
from director_app.ui.models.record_table import RecordTable, Role
from director_app.ui.models.two_lines import HEADING_HEIGHT, TwoLineDelegate
from director_app.ui.table_copying import TableCopier


class RecordList(QTableView):
    """Rows of one column; a table, because Qt's list looks at every row before it shows the first.

    Signals: ``entered_row(str)`` Enter on a row, ``delete_asked(str)``.
    """

    entered_row = Signal(str)
    delete_asked = Signal(str)

    def __init__(self, desk: Desk, model: RecordTable, parent: QWidget | None = None, *, grouped: bool = False) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._delegate = TwoLineDelegate(desk.look, self, grouped=grouped)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setProperty("ground", "canvas")
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, model.columnCount()):
            self.setColumnHidden(column, True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self._delegate.row_height())
        self._desk = desk
        self.copier = TableCopier(self, desk, self.as_table)
        self._is_fitted = False
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit_rows)
        if grouped:
            changes = (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.layoutChanged, model.modelReset)
            for signal in (*changes, model.dataChanged):
                signal.connect(self._fitting.start)

    def as_table(self) -> Titled:
        """Group, name, particulars, code and figure of every row; what no row has is left out."""
        wording, model = self._desk.wording, self.model()
        rows = []
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            line = index.data(Role.LINE)
            if isinstance(line, RowText):
                second = "".join(piece.text for piece in line.second)
                group = str(index.data(Role.GROUP) or "") if self._delegate.is_grouped else ""
                rows.append([group, line.first, second, line.badge, line.right])
        names = [wording.text("Listed under"), wording.text("Name"), wording.text("Particulars"), "", ""]
        kept = [column for column in range(len(names)) if any(row[column] for row in rows)]
        return "", [names[column] for column in kept], [[row[column] for column in kept] for row in rows]

    def fit_rows(self) -> None:
        """Give room for the name of a group above its first row."""
        self._is_fitted = self.isVisible()
        if not self._is_fitted:
            return  # fitted when it is shown
        plain, above = self._delegate.row_height(), None
        for row in range(self.model().rowCount()):
            group = self.model().index(row, 0).data(Role.GROUP)
            height = plain if group == above and row else plain + HEADING_HEIGHT
            above = group
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while it was hidden."""
        super().showEvent(event)
        if self._delegate.is_grouped and not self._is_fitted:
            self.fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the form, Delete removes."""
        identity = self.currentIndex().data(Role.ID)
        if identity and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit(identity)
        elif identity and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit(identity)
        else:
            super().keyPressEvent(event)
