"""Rows of the inspector: labelled fields that come only when wanted, and sections of them between hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from director_app.ui.desk import Desk
from director_app.ui.frame.item_fields import FactSpec, ItemField, Says
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.record_form import RecordForm, row_of
from director_app.ui.widgets.text import Text

LABEL_WIDTH: Final = 64
_FRAME: Final = 18
_WIDEST: Final = 1 << 14


class FieldPair(QWidget):
    """Two fields side by side, the second below the first while the first needs the whole width."""

    def __init__(self, first: ItemField, second: ItemField, width: int) -> None:
        super().__init__()
        self._first, self._second, self._width = first, second, width
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, 0, 1)
        self.setFocusProxy(first.input)
        self._is_wide = False
        first.setFixedWidth(width)
        if isinstance(first.input, LineField):
            first.input.textChanged.connect(self._arrange)
            first.input.editingFinished.connect(self._arrange_left)

    def _arrange_left(self) -> None:
        """The field is left only after its editing has finished."""
        QTimer.singleShot(0, self, self._arrange)

    def _arrange(self, _text: str = "") -> None:
        line = self._first.input
        if not isinstance(line, LineField) or line.hasFocus():
            return  # nothing jumps while she types
        is_wide = line.fontMetrics().horizontalAdvance(line.text()) + _FRAME > self._width
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        self._grid.removeWidget(self._second)
        self._grid.addWidget(self._second, 1 if is_wide else 0, 0 if is_wide else 1)
        self._first.setMinimumWidth(0 if is_wide else self._width)
        self._first.setMaximumWidth(_WIDEST if is_wide else self._width)


class ItemForm(RecordForm):
    """Labelled rows of one section; those that are rare or not wanted stay away."""

    def __init__(self, editor: ItemsEditor, parent: QWidget | None = None) -> None:
        super().__init__(editor.desk.look, parent, label_width=LABEL_WIDTH)
        self._editor = editor
        self.fields: dict[str, ItemField] = {}
        self._named: dict[str, tuple[str, ItemField]] = {}
        self._hints: list[tuple[Text, Says]] = []
        self._parts: dict[str, str] = {}
        self.is_open = False

    def add_spec(self, spec: FactSpec) -> ItemField:
        """Add the row of one field."""
        made = ItemField(self._editor, spec, self)
        self.fields[spec.path] = made
        self._named[spec.path] = (spec.label, made)
        self.add_row(made.label, made, key=spec.path)
        return made

    def add_row(self, label: str, field: QWidget, help_text: str = "", *, key: str = "") -> Text:
        """A row whose label wraps rather than push the fields out of the narrow inspector."""
        words = super().add_row(label, field, help_text, key=key)
        words.setWordWrap(True)
        words.setFixedWidth(LABEL_WIDTH)
        words.setContentsMargins(0, 4, 0, 0)
        self._grid.setAlignment(words, Qt.AlignmentFlag.AlignTop)  # beside its field, not beside what is said below
        return words

    def add_pair(self, first: FactSpec, second: FactSpec, width: int) -> None:
        """Two fields in one row under the label of the first, which is so wide; below it when that is too narrow."""
        one, other = ItemField(self._editor, first, self), ItemField(self._editor, second, self)
        self.fields |= {first.path: one, second.path: other}
        self._named[first.path] = (first.label, one)
        self.add_row(one.label, FieldPair(one, other, width), key=first.path)
        one.input.setAccessibleName(one.label)
        other.input.setAccessibleName(other.label)

    def add_part(self, label: str, part: QWidget, key: str) -> None:
        """A row with something of its own."""
        self._parts[key] = label
        self.add_row(self._editor.desk.wording.text(label), part, key=key)

    def add_saying(self, says: Says, tone: str = "text2") -> Text:
        """Words under the row before that follow the record."""
        words = Text(self._editor.desk.look, "", "small", tone, wraps=True)
        self.add_hint(words)
        self._hints.append((words, says))
        return words

    def rare_labels(self) -> list[str]:
        """The names of the rows that are away only because they are rare."""
        wording = self._editor.desk.wording
        return [
            wording.text(one.fact.label)
            for one in self.fields.values()
            if one.fact.rare and self._may_come(one) and not one.holds_something
        ]

    def arrange(self) -> None:
        """Let rows come and go, and say the hints."""
        if self._editor.record is None:
            return
        for key, (_label, one) in self._named.items():
            comes = self._may_come(one) and (self.is_open or not one.fact.rare or one.holds_something)
            self.show_row(key, visible=comes)
        for words, says in self._hints:
            words.show_if_said("" if self._editor.is_many else says(self._editor))

    def retranslate(self) -> None:
        """Say labels, hints and choices in the present language."""
        wording = self._editor.desk.wording
        for key, (label, _one) in self._named.items():
            self.set_label(key, wording.text(label))
        for key, label in self._parts.items():
            self.set_label(key, wording.text(label))
        for one in self.fields.values():
            one.retranslate()
            one.input.setAccessibleName(one.label)
        self.arrange()

    def _may_come(self, one: ItemField) -> bool:
        if one.fact.single and self._editor.is_many:
            return False
        return one.fact.wanted is None or one.fact.wanted(self._editor)


class FactSection(QWidget):
    """A part of the inspector between two hairlines: a heading if it needs one, rows, and "more" for the rare ones.

    Attributes:
        line: the hairline above it, which comes and goes with it.
        is_single: whether it is there only while one record is shown.
    """

    def __init__(self, editor: ItemsEditor, title: str = "") -> None:
        super().__init__()
        self.line: QWidget | None = None
        self.is_single = False
        self._editor = editor
        self._title = title
        look = editor.desk.look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 10, 10, 10)
        self.column.setSpacing(0)
        self.heading = Text(look, "", "small-strong", "text2")
        self._head = row_of(self.heading, 1)
        self.column.addWidget(self._head)
        self._head.setVisible(bool(title))
        self.form = ItemForm(editor)
        self.column.addWidget(self.form)
        self._more = MoreLink(editor.desk)
        self._more.clicked.connect(self._toggle)
        self.column.addWidget(self._more)
        editor.shown.connect(self._arrange)

    def add(self, widget: QWidget) -> None:
        """Put something of its own below the rows."""
        self.column.insertWidget(self.column.indexOf(self._more), widget)

    def add_beside_heading(self, widget: QWidget) -> None:
        """Put something at the right end of the heading."""
        layout = self._head.layout()
        if layout is not None:
            layout.addWidget(widget)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.heading.setText(self._editor.desk.wording.text(self._title) if self._title else "")
        self.form.retranslate()
        self._arrange()

    def _toggle(self) -> None:
        self.form.is_open = not self.form.is_open
        self._arrange()
        if self.form.is_open:
            first = next((one for one in self.form.fields.values() if one.fact.rare and one.isVisibleTo(self)), None)
            if first is not None:
                first.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, _record: object = None) -> None:
        if self._editor.record is None:
            return
        self.setVisible(not (self.is_single and self._editor.is_many))
        if self.line is not None:
            self.line.setVisible(not self.isHidden())
        self.form.arrange()
        self._more.show_names(self.form.rare_labels(), is_open=self.form.is_open)


class MoreLink(QAbstractButton):
    """Names what a section still has room for; a click shows the rows."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(22)

    def sizeHint(self) -> QSize:
        """One small line."""
        return QSize(100, 22)

    def show_names(self, names: Sequence[str], *, is_open: bool) -> None:
        """Say which rows would come, or that they can go again."""
        wording = self._desk.wording
        self.setVisible(bool(names))
        words = wording.text("Fewer rows") if is_open else wording.text("+ {rows}", rows=" · ".join(names))
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of it as fits; underlined when it would be pressed."""
        painter = QPainter(self)
        font = QFont(self._desk.look.font("micro"))
        is_hot = self.underMouse() or shows_focus(self)
        font.setUnderline(is_hot)
        painter.setFont(font)
        painter.setPen(self._desk.look.color("accent" if is_hot else "text3"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
