"""A button that writes the records of a page for a spreadsheet program; “Import” takes the same workbook in again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from director_app.domain.refusals import Refusal
from director_app.imports.charge_fields import SHEETS
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

WORKBOOKS: Final = message("Excel files (*.xlsx)")


class ExportButton(Button):
    """Asks where, and writes a sheet for each kind; those that have no table are left out."""

    def __init__(self, desk: Desk, kinds: Sequence[str]) -> None:
        super().__init__(desk.look, "", "normal", "file-spreadsheet", small=True)
        self._desk = desk
        self._kinds = tuple(kind for kind in kinds if kind in SHEETS)
        self.clicked.connect(self._write)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setText(self._desk.wording.text("Export to Excel"))

    def _write(self) -> None:
        from director_app.operations.charge_sheets import export_records
        from director_app.operations.publishing import proposed_name

        desk, wording = self._desk, self._desk.wording
        name = proposed_name(desk.open_plan, "xlsx", wording, internal=True)
        path = desk.questions.file_to_write(
            self, wording.text("Export to Excel"), wording.text(WORKBOOKS), desk.open_plan.path.parent / name
        )
        if path is None:
            return
        try:
            done = export_records(desk.open_plan, "xlsx", path, wording, self._kinds)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return
        said = wording.plural(
            "{n} row is in {file}. Worked on there, it comes in again with “Import a table”.",
            "{n} rows are in {file}. Worked on there, they come in again with “Import a table”.",
            done.amount,
            file=path.name,
        )
        desk.say(said, level="ok")
