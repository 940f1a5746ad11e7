"""The cells of one row by the fields their columns mean, and the remarks that reading them makes."""

from __future__ import annotations

from director_app.domain.facts import Setting
from director_app.imports import cell_values
from director_app.imports.cells import Cell, Row, cell_text
from director_app.imports.columns import ColumnMapping
from director_app.imports.field_names import KEPT_AS_NOTE
from director_app.imports.remarks import Remark, remark
from director_app.imports.written_dates import DateContext, When, read_when
from director_app.imports.written_times import is_undecided, names_nothing, read_duration


class RowCells:
    """Reads one row; every remark on it gathers in `remarks`."""

    def __init__(self, row: Row, mapping: ColumnMapping, context: DateContext) -> None:
        self.remarks: list[Remark] = []
        self.context = context
        self.data_set = mapping.data_set
        self._row = row
        self._mapping = mapping
        self._index = {column.field: column.column for column in reversed(mapping.columns) if column.field}

    def cell(self, field: str) -> Cell:
        """The cell of a field, None when there is no such column or it is empty."""
        index = self._index.get(field)
        return self._row.cells[index] if index is not None and index < len(self._row.cells) else None

    def header(self, field: str) -> str:
        """The header of a field's column as it was written."""
        index = self._index.get(field)
        return next((column.header for column in self._mapping.columns if column.column == index), field)

    def words(self, field: str) -> str:
        """The text of a field on one line; empty when it says that it is undecided."""
        text = " ".join(cell_text(self.cell(field)).split())
        return "" if text and names_nothing(text) else text

    def prose(self, field: str) -> str:
        """The text of a field with its line breaks."""
        return cell_text(self.cell(field))

    def names(self, field: str) -> tuple[str, ...]:
        """The names in a field that holds several."""
        found = cell_values.read_names(self.cell(field))
        self.remarks.extend(found.remarks)
        return found.names

    def phone(self, field: str = "phone") -> str:
        """A phone number as typed."""
        found, remarks = cell_values.read_phone(self.cell(field))
        self.remarks.extend(remarks)
        return found.text

    def count(self, field: str) -> int | None:
        """A head-count or number of seats."""
        value, remarks = cell_values.read_count(self.cell(field), self.header(field))
        self.remarks.extend(remarks)
        return value

    def measure(self, field: str) -> float | None:
        """A measure such as square metres or kilowatts."""
        value, remarks = cell_values.read_measure(self.cell(field), self.header(field))
        self.remarks.extend(remarks)
        return value

    def setting(self) -> Setting | None:
        """Indoors, outdoors or both."""
        cell = self.cell("setting")
        found, said = cell_values.read_setting(cell), cell_text(cell)
        if found is None and said and not is_undecided(said):
            self.remarks.append(remark(cell_values.NOT_A_SETTING, text=said, column=self.header("setting")))
        return found

    def minutes(self, field: str) -> int | None:
        """A duration in minutes."""
        return read_duration(self.cell(field))

    def point(self) -> cell_values.Place:
        """The point on the map."""
        place = cell_values.read_point(self.cell("latitude"), self.cell("longitude"))
        self.remarks.extend(place.remarks)
        return place

    def when(self, field: str) -> When:
        """The days and times of a date column; its remarks are left to the caller."""
        return read_when(self.cell(field), self.context)

    def kept_as_note(self) -> list[str]:
        """What stands in columns that no record has a field for, each with its header."""
        lines = []
        for column in self._mapping.columns:
            if column.field == KEPT_AS_NOTE and column.column < len(self._row.cells):
                text = " ".join(cell_text(self._row.cells[column.column]).split())
                if text:
                    lines.append(f"{column.header}: {text}")
        return lines
