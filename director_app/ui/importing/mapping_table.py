"""The mapping table: a guessed meaning over each column, the file's header, and its first rows as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.imports.columns import ColumnMapping, ColumnMeaning
from director_app.imports.field_names import FIELDS, IGNORED, KEPT_AS_NOTE, label_of
from director_app.imports.proposed import TableReading
from director_app.ui.look import Look
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.text import OneLine, horizontal_line, restyle, set_ground

_NARROWEST = 96
_WIDEST = 240
_UNSURE = "? "


class MeaningField(ChoiceField):
    """What one column means; an unsure guess has a question mark and the border of a warning.

    Signals: ``meant(int, str)`` with the column and the field.
    """

    meant = Signal(int, str)

    def __init__(self, look: Look, kind: str, column: ColumnMeaning, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._column = column.column
        wording = look.wording
        mark = _UNSURE if column.unsure else ""
        names = [(one.name, wording.text(one.label)) for one in FIELDS.get(kind, ())]
        choices = [
            *((key, mark + name if key == column.field else name) for key, name in names),
            (KEPT_AS_NOTE, wording.text("keep as a note")),
            ("-", wording.text("leave out")),
        ]
        self.set_choices(choices)
        self.show_value(column.field or "-")
        self.setAccessibleName(wording.text("Meaning of the column “{header}”", header=column.header))
        if column.unsure:
            self.setProperty("unsure", True)
            self.setToolTip(wording.text("This guess is not certain."))
            restyle(self)
        self.chosen.connect(self._mean)

    def _mean(self, key: str) -> None:
        self.meant.emit(self._column, IGNORED if key == "-" else key)


class MappingTable(QFrame):
    """Meaning, header and five rows of one table.

    Signals: ``corrected(ColumnMapping)`` when the user chose another meaning.
    """

    corrected = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._mapping: ColumnMapping | None = None
        self.setProperty("kind", "panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area)

    def show_table(self, reading: TableReading) -> None:
        """Show one table as it was read."""
        self._mapping = reading.mapping
        content = QWidget()
        content.setProperty("kind", "scrolled")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        columns = reading.mapping.columns
        for position, column in enumerate(columns):
            texts = [row[column.column] if column.column < len(row) else "" for row in reading.sample]
            self._fill_column(grid, position, column, texts)
            grid.setColumnMinimumWidth(position, self._width(column, texts))
            grid.setColumnStretch(position, 1)
        height = 46 + 30 + 34 * len(reading.sample) + 14
        grid.setRowStretch(2 * (len(reading.sample) + 2), 1)
        self._area.setWidget(content)
        self.setFixedHeight(height)

    def meanings(self) -> list[MeaningField]:
        """The choices, from left to right."""
        content = self._area.widget()
        return content.findChildren(MeaningField) if content is not None else []

    def _fill_column(self, grid: QGridLayout, position: int, column: ColumnMeaning, texts: Sequence[str]) -> None:
        kind = self._mapping.kind if self._mapping else ""
        meaning = MeaningField(self._look, kind, column)
        meaning.meant.connect(self._correct)
        cell = _cell(meaning, 46)
        grid.addWidget(cell, 0, position)
        header = OneLine(self._look, column.header.replace("\n", " "), "small", "text2")
        head = _cell(header, 30)
        set_ground(head, "canvas")
        grid.addWidget(head, 1, position)
        for row, text in enumerate(texts):
            line = horizontal_line()
            grid.addWidget(line, 2 * row + 2, position)
            grid.addWidget(_cell(OneLine(self._look, text.replace("\n", " ")), 33), 2 * row + 3, position)

    def _width(self, column: ColumnMeaning, texts: Sequence[str]) -> int:
        metrics = self.fontMetrics()
        label = label_of(self._mapping.kind if self._mapping else "", column.field)
        longest = max((metrics.horizontalAdvance(text) for text in (*texts, column.header, "? " + label)), default=0)
        return max(_NARROWEST, min(_WIDEST, longest + 52))

    def _correct(self, column: int, field: str) -> None:
        if self._mapping is not None:
            self._mapping = self._mapping.with_field(column, field)
            self.corrected.emit(self._mapping)


def _cell(widget: QWidget, height: int) -> QWidget:
    box = QWidget()
    box.setFixedHeight(height)
    column = QVBoxLayout(box)
    column.setContentsMargins(7 if isinstance(widget, MeaningField) else 13, 0, 7, 0)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return box
