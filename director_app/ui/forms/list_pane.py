"""The list at the left of a workspace: a field that filters while typing, chips, and rows of two lines."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.plan import Plan
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.forms.record_list import RecordList
from director_app.ui.models.columns import Record, Scene
from director_app.ui.models.filter_index import WORTH_IT, FilterIndex, make_index
from director_app.ui.models.matching import found_in, searchable
from director_app.ui.models.record_table import RecordTable, Role
from director_app.ui.widgets.buttons import Chip
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.text import Text, set_ground
from director_app.wording import message

NOTHING_FOUND = message("Nothing found for “{query}”. Initial consonants (ㄷㅇㅂㄷ) work too.")
NOTHING_HERE = message("Nothing here now.")
_LEAST_WIDTH: Final = 260
AT_A_TIME_SECONDS: Final = 0.01


@dataclass(frozen=True, slots=True)
class ListChip:
    """One filter chip; the first of a list accepts everything."""

    key: str
    text: str
    keep: Callable[[Record, Scene], bool] | None = None


class ListPane(QWidget):
    """Search field, chips and list.

    Signals: ``chosen(str)`` with the id of the row the user went to; ``entered(str)``; ``delete_asked(str)``;
    ``selection_changed()`` where several rows may be selected.
    """

    chosen = Signal(str)
    entered = Signal(str)
    delete_asked = Signal(str)
    selection_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        model: RecordTable,
        chips: Sequence[ListChip],
        searched: Callable[[Record, Scene], Sequence[str]],
        width: int,
        parent: QWidget | None = None,
        *,
        grouped: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = model
        self._chips = tuple(chips)
        self._searched = searched
        self._hint = ""
        self._chosen = ""
        self._is_filtering = False
        self._texts: dict[str, tuple[Record, str]] = {}
        self._counted: Counter[str] = Counter()
        self._uncounted: Iterator[Record] = iter(())
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(5)
        self._counting.timeout.connect(self._count_some)
        self._index: FilterIndex | None = None
        self._indexing: Job | None = None
        set_ground(self, "canvas")
        self._own_width = width
        self.setFixedWidth(width)
        self.search = SearchField(desk.look, self)
        self.list = RecordList(desk, model, self, grouped=grouped)
        self.chips = {chip.key: Chip(desk.look, "", self) for chip in self._chips}
        self._nothing = Text(desk.look, "", "small", "text2", wraps=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(16, 12, 16, 0)
        self._lay_out()
        self._connect()

    def give_way(self, *, is_narrow: bool) -> None:
        """Be narrower in a narrow window."""
        self.setFixedWidth(_LEAST_WIDTH if is_narrow else self._own_width)

    # -- what is shown --------------------------------------------------------------------------------------

    def set_texts(self, hint: str, name: str) -> None:
        """What the empty search field says, and what a screen reader calls the list."""
        self._hint = hint
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.list.setAccessibleName(name)
        for chip in self._chips:
            self.chips[chip.key].set_text(self._desk.wording.text(chip.text))

    def show_counts(self) -> None:
        """Count what each chip would show; in a long list a few at a time, so that she can go on meanwhile."""
        self.search.set_hint(f"{self.model.rowCount():,}")
        self._counted = Counter()
        self._uncounted = iter(tuple(self.model.scene.plan.table(self._kind()).values()))
        self._count_some()

    def _count_some(self) -> None:
        scene = self.model.scene
        until = time.monotonic() + AT_A_TIME_SECONDS
        for record in self._uncounted:
            self._counted.update(chip.key for chip in self._chips if chip.keep is not None and chip.keep(record, scene))
            if time.monotonic() > until:
                self._counting.start()
                return
        for chip in self._chips:
            count = None if chip.keep is None else self._counted[chip.key]
            self.chips[chip.key].set_text(self._desk.wording.text(chip.text), count)

    def add_beside_search(self, widget: QWidget) -> None:
        """Put a small switch at the right of the search field."""
        self._top.addWidget(widget)

    def choose(self, identity: str) -> None:
        """Select a row without telling; a filter that hides it is taken off."""
        self._chosen = identity
        if identity and self.model.row_of(identity) < 0:
            self.clear_filter()
        self._select_chosen()

    def clear_filter(self) -> None:
        """Show everything."""
        self.search.clear()
        if self._chips and not self.chips[self._chips[0].key].isChecked():
            self.chips[self._chips[0].key].setChecked(True)
            self._filter()

    def allow_several(self) -> None:
        """Let several rows be selected."""
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().selectionChanged.connect(self.selection_changed)

    def selected_ids(self) -> list[str]:
        """The ids of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [str(self.model.index(row, 0).data(Role.ID)) for row in rows]

    def first_row(self) -> str:
        """The id of the first row; empty when there is none."""
        return str(self.model.index(0, 0).data(Role.ID)) if self.model.rowCount() else ""

    def neighbour(self, identity: str) -> str:
        """The row to go to when this one is removed."""
        ids, row = self.model.ids(), self.model.row_of(identity)
        if row < 0 or len(ids) < 2:
            return ""
        return str(ids[row + 1] if row + 1 < len(ids) else ids[row - 1])

    # -- inner life -----------------------------------------------------------------------------------------

    def _kind(self) -> str:
        return self.model.kind

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready for typing."""
        super().showEvent(event)
        self._gather()

    def _gather(self) -> None:
        """Read the texts of a long list beside the window, so that the first letter finds them ready."""
        scene, kind = self.model.scene, self._kind()
        if self._index is None and self._indexing is None and len(scene.plan.table(kind)) > WORTH_IT:
            run = self._desk.background.run
            self._indexing = run(make_index, scene, kind, self._searched, then=self._take_index)

    def _plan_replaced(self) -> None:
        if self._indexing is not None:
            self._indexing.cancel()
        self._index = self._indexing = None
        if self.isVisible():
            self._gather()

    def _take_index(self, index: FilterIndex) -> None:
        self._index, self._indexing = index, None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 9, 0, 0)
        column.setSpacing(8)
        self._top = QHBoxLayout()
        self._top.setContentsMargins(12, 0, 12, 0)
        self._top.setSpacing(4)
        self._top.addWidget(self.search)
        column.addLayout(self._top)
        if self._chips:
            chips = QWidget(self)
            row = FlowLayout(chips, 4)
            row.setContentsMargins(12, 0, 12, 0)
            for chip in self.chips.values():
                row.addWidget(chip)
            column.addWidget(chips)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.typed.connect(self._filter)
        self.search.left_down.connect(self._go_down)
        self.search.returnPressed.connect(self._go_first)
        for chip in self.chips.values():
            chip.setAutoExclusive(True)
            chip.toggled.connect(self._chip_toggled)
        if self._chips:
            self.chips[self._chips[0].key].setChecked(True)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.entered_row.connect(self.entered)
        self.list.delete_asked.connect(self.delete_asked)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._rows_changed)
        self.model.modelReset.connect(self._plan_replaced)

    def _chip_toggled(self, checked: bool) -> None:
        if checked:
            self._filter()

    def _filter(self, _text: str = "") -> None:
        query = self.search.searched().strip()
        chip = next((one for one in self._chips if self.chips[one.key].isChecked()), None)
        keep = chip.keep if chip is not None else None
        self._is_filtering = True
        if not query and keep is None:
            self.model.set_keep(None)
        elif query and self._index is not None:
            among = _Among(self._index, self._index.holding(query), _Kept(query, None, self._searched_text), self.model)
            self.model.set_keep(_Kept(query, keep, self._searched_text), among, is_exact=keep is None)
        else:
            self.model.set_keep(_Kept(query, keep, self._searched_text))
        self._is_filtering = False
        self._select_chosen()
        self._rows_changed()

    def _searched_text(self, record: Record, scene: Scene) -> str:
        """What the filter looks at in a record, made once and kept while the record stays as it is."""
        known = self._texts.get(record.id)
        if known is None or known[0] is not record:
            known = self._texts[record.id] = (record, searchable(self._searched(record, scene)))
        return known[1]

    def _rows_changed(self) -> None:
        count = self.model.rowCount()
        self.search.set_hint(f"{count:,}")
        total = len(self.model.scene.plan.table(self._kind()))
        query = self.search.searched().strip()
        if not count and total:
            text = NOTHING_FOUND if query else NOTHING_HERE
            self._nothing.setText(self._desk.wording.text(text, query=query))
        self._stack.setCurrentWidget(self._nothing if total and not count else self.list)

    def _select_chosen(self) -> None:
        self._is_filtering = True
        index = self.model.index_of(self._chosen) if self._chosen else QModelIndex()
        if index.isValid():
            if self.list.currentIndex() != index:  # where she clicked, her selection of several rows stays
                # Named outright: the view itself would add to the selection while Ctrl is held.
                flags = QItemSelectionModel.SelectionFlag
                self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.list.scrollTo(index)
        else:
            self.list.selectionModel().clear()
        self._is_filtering = False

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        identity = current.data(Role.ID)
        if self._is_filtering or not identity or identity == self._chosen:
            return
        self._chosen = str(identity)
        self.chosen.emit(self._chosen)

    def _go_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _go_first(self) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.entered.emit(self.first_row())


@dataclass(frozen=True, slots=True)
class _Kept:
    query: str
    keep: Callable[[Record, Scene], bool] | None
    searched: Callable[[Record, Scene], str]

    def __call__(self, record: Record, scene: Scene) -> bool:
        if self.keep is not None and not self.keep(record, scene):
            return False
        return not self.query or found_in(self.query, self.searched(record, scene))


@dataclass(frozen=True, slots=True)
class _Among:
    """The records that hold a query: found by the index, and by a look at those that changed since it was made."""

    index: FilterIndex
    found: set[str]
    holds: _Kept
    model: RecordTable

    def __call__(self, plan: Plan) -> set[str]:
        changed = self.index.changed(plan.table(self.model.kind))
        if not changed:
            return self.found
        holding = {record.id for record in changed if self.holds(record, self.model.scene)}
        return (self.found - {record.id for record in changed}) | holding
