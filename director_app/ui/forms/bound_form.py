"""A form as a table of field descriptions; every row is built by the one helper that names and orders it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.record_form import RecordForm, row_of
from director_app.ui.widgets.text import Text, horizontal_line


class BoundForm(RecordForm):
    """Rows that show and save the fields of one record."""

    def __init__(
        self, editor: RecordEditor, specs: Sequence[FieldSpec], parent: QWidget | None = None, *, label_width: int = 84
    ) -> None:
        super().__init__(editor.desk.look, parent, label_width=label_width, row_gap=2)
        self._editor = editor
        self._fields: dict[str, BoundField] = {}
        self._specs: dict[str, FieldSpec] = {}
        self._pairs: dict[str, tuple[str, FieldSpec]] = {}
        for spec in specs:
            self.add_field(spec)

    def add_field(self, spec: FieldSpec) -> BoundField:
        """Add the row of one field."""
        wording = self._editor.desk.wording
        field = BoundField(self._editor, spec, self)
        self.add_row(wording.text(spec.label), field, key=spec.path)
        self._fields[spec.path] = field
        self._specs[spec.path] = spec
        return field

    def add_pair(self, key: str, specs: Sequence[FieldSpec]) -> list[BoundField]:
        """Fields that belong together in one row, under the label of the first."""
        fields = [BoundField(self._editor, spec, self) for spec in specs]
        self.add_row(self._editor.desk.wording.text(specs[0].label), row_of(*fields, 1, spacing=8), key=key)
        for spec, field in zip(specs, fields, strict=True):
            self._fields[spec.path] = field
            self._pairs[spec.path] = (key if spec is specs[0] else "", spec)
            field.input.setAccessibleName(field.label)
        return fields

    def field(self, path: str) -> BoundField:
        """The field of a path such as "access.gate"."""
        return self._fields[path]

    def retranslate(self) -> None:
        """Say labels, hints and choices in the present language."""
        for path, spec in self._specs.items():
            self.set_label(path, self._editor.desk.wording.text(spec.label))
            self._fields[path].retranslate()
        for path, (key, spec) in self._pairs.items():
            if key:
                self.set_label(key, self._editor.desk.wording.text(spec.label))
            self._fields[path].input.setAccessibleName(self._fields[path].label)
            self._fields[path].retranslate()


class Section(QWidget):
    """A heading with a line under it, a count beside it, and room for small actions at its right."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None, *, lined: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = title
        self._name = Text(desk.look, "", "heading")
        self._count = Text(desk.look, "", "heading", "text2", tabular=True)
        self._count_font()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(self._name)
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        column.addLayout(self._head)
        if lined:
            column.addWidget(horizontal_line())
        self._column = column
        self.retranslate()

    def add_action(self, widget: QWidget) -> None:
        """Put something at the right of the heading."""
        self._head.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put something below the heading."""
        self._column.addWidget(widget)

    def set_count(self, count: int | None) -> None:
        """How many there are, beside the heading."""
        self._count.setText("" if count is None else f"{count:,}")

    def retranslate(self) -> None:
        """Say the heading in the present language."""
        self._name.setText(self._desk.wording.text(self._title))

    def _count_font(self) -> None:
        font = self._desk.look.font("heading", tabular=True)
        font = type(font)(font)
        font.setWeight(font.Weight.Normal)
        self._count.setFont(font)
