"""Records of one kind as an ordered list edited in place: add by typing, rename, move up and down, remove if unused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add
from director_app.operations.open_plan import StepName
from director_app.operations.season_edits import PutInOrder, RemoveUnused
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.drafts import DraftKeeper
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.name_field import name_in, new_record
from director_app.ui.forms.record_editor import RecordEditor, perform
from director_app.ui.lines.lines_head import LinesHead
from director_app.ui.table_copying import both_forms, field_text, put_on_clipboard
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.text import OneLine, Text
from director_app.wording import message

ORDER: Final = message("order")
AT_ONCE: Final = 2
"""So many new lines are made without waiting for a turn."""


class RecordLine(QWidget):
    """One record: its fields side by side, then up, down and remove; a refusal below.

    Signals: ``moved(str, int)`` with the id and -1 or 1; ``removed(str)``.
    """

    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, desk: Desk, kind: str, identity: str, specs: Sequence[FieldSpec]) -> None:
        super().__init__()
        self.editor = RecordEditor(desk, kind, self)
        self.editor.id = identity
        self.fields = [BoundField(self.editor, spec, self) for spec in specs]
        self.up = Button(desk.look, "", "glyph", "chevron-up", small=True, icon_size=14)
        self.down = Button(desk.look, "", "glyph", "chevron-down", small=True, icon_size=14)
        self.away = Button(desk.look, "", "glyph", "x", small=True, icon_size=12)
        self._sentence = Text(desk.look, "", "small", "block", wraps=True)
        self._sentence.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        for spec, field in zip(specs, self.fields, strict=True):
            self._row.addWidget(field, 0 if spec.width else 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.up, self.down, self.away):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(self._row)
        self._below = QVBoxLayout()
        self._below.setSpacing(2)
        column.addLayout(self._below)
        column.addWidget(self._sentence)
        self.up.clicked.connect(self.move_up)
        self.down.clicked.connect(self.move_down)
        self.away.clicked.connect(self._ask_removal)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """Why it was not removed; empty when nothing was refused."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def in_order(self) -> list[QWidget]:
        """What Tab walks through, as it stands in the line."""
        rows = [self._row, *self._below.findChildren(QHBoxLayout)]
        items = [row.itemAt(place) for row in rows for place in range(row.count())]
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def columns(self) -> list[BoundField]:
        """The fields of its first row."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, BoundField)]

    def put_first(self, widget: QWidget) -> None:
        """Put something before the fields."""
        self._row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignTop)

    def put_below(self, specs: Sequence[FieldSpec], words: QWidget | None = None) -> None:
        """One more row: words where there are any, then further fields."""
        row = QHBoxLayout()
        row.setSpacing(6)
        self._below.addLayout(row)
        if words is not None:
            row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        for spec in specs:
            field = BoundField(self.editor, spec, self)
            field.input.setAccessibleName(field.label)
            self.fields.append(field)
            row.addWidget(field, 0 if spec.width else 1, Qt.AlignmentFlag.AlignTop)

    def put_under(self, widget: QWidget) -> None:
        """Something of its own below all rows."""
        self._below.addWidget(widget)

    def show_record(self, *, is_first: bool, is_last: bool, may_change: bool) -> None:
        """Show the record as it is now, and where it stands in the list."""
        self.up.setEnabled(may_change and not is_first)
        self.down.setEnabled(may_change and not is_last)
        self.away.setEnabled(may_change)
        self.say("")
        for field in self.fields:
            field.offer_anew()
        self.editor.refresh()
        self._name_buttons()

    def say(self, sentence: str) -> None:
        """Say why something was refused."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for field in self.fields:
            field.retranslate()
            field.input.setAccessibleName(field.label)
        self._name_buttons()

    def move_up(self) -> None:
        """One place up."""
        self.moved.emit(self.editor.id, -1)

    def move_down(self) -> None:
        """One place down."""
        self.moved.emit(self.editor.id, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves the record."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Up and self.up.isEnabled():
            self.move_up()
        elif alt and event.key() == Qt.Key.Key_Down and self.down.isEnabled():
            self.move_down()
        else:
            super().keyPressEvent(event)

    def _ask_removal(self) -> None:
        self.removed.emit(self.editor.id)

    def _name_buttons(self) -> None:
        wording = self.editor.desk.wording
        name = name_in(self.editor.record) or wording.undecided()
        self.up.name_only(wording.text("Move {name} up", name=name))
        self.down.name_only(wording.text("Move {name} down", name=name))
        self.away.name_only(wording.text("Remove {name}", name=name))


class RecordLines(Section):
    """The list of one kind under its heading, with a field at its foot that adds.

    `fresh` gives the values of a new record beside its name; `dress` may put more into a new line. Of many that are
    shown for the first time one is made in each turn of the event loop.

    Signals: ``completed()`` when a line for each record is there and shows it.
    """

    completed = Signal()

    def __init__(
        self,
        desk: Desk,
        kind: str,
        title: str,
        specs: Sequence[FieldSpec],
        *,
        add_hint: str,
        fresh: Callable[[], dict[str, Any]],
        dress: Callable[[RecordLine], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, parent)
        self._kind = kind
        self._specs = tuple(specs)
        self._add_hint = add_hint
        self._fresh = fresh
        self._dress = dress
        self._lines: dict[str, RecordLine] = {}
        self._wanted: list[str] = []
        self._names = LinesHead(desk.look, self._columns, self)
        self.add(self._names)
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        holder = QWidget(self)
        holder.setLayout(self._box)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.add(holder)
        self.adder = LineField(desk.look)
        self.adder.changed_to.connect(self._add_named)
        self._waiting = DraftKeeper(desk.drafts, desk.look.typing, self.adder, f"new {kind}")
        self.add(self.adder)
        self.copy_button = Button(desk.look, "", "glyph", "copy", small=True, icon_size=14)
        self.copy_button.clicked.connect(self.copy_table)
        self.add_action(self.copy_button)
        self.retranslate()

    def lines(self) -> list[RecordLine]:
        """The lines in their order."""
        while self._make_next():
            pass
        return self.made()

    def made(self) -> list[RecordLine]:
        """Those of them that are there already, while the others are still being made."""
        return [self._lines[one] for one in self._wanted if one in self._lines]

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        if not hasattr(self, "adder"):
            return
        hint = self._desk.wording.text(self._add_hint)
        self.adder.setPlaceholderText(hint)
        self.adder.setAccessibleName(hint)
        self.copy_button.name_only(self._desk.wording.text("Copy as a table"))
        for line in self._lines.values():
            line.retranslate()

    def copy_table(self) -> None:
        """Put all lines on the clipboard: a row each, a column for each field and for the words before them."""
        names: dict[str, str] = {}
        rows: list[dict[str, str]] = []
        for line in self.lines():
            rows.append({})
            for widget in line.in_order():
                if isinstance(widget, BoundField):
                    names[widget.spec.path] = widget.label
                    rows[-1][widget.spec.path] = field_text(widget.input)
                elif isinstance(widget, OneLine):
                    names.setdefault("", "")
                    rows[-1][""] = widget.text()
        cells = [[row.get(path, "") for path in names] for row in rows]
        if cells:
            put_on_clipboard(self._desk, both_forms([("", list(names.values()), cells)]))

    def refresh(self) -> None:
        """Show the records as they are now; lines that stay are kept, so that the cursor stays in them."""
        QTimer.singleShot(0, self, self._stand)  # lines that are shown now would take it for typed and add it
        ids = self._wanted = self._ids()
        for gone in set(self._lines) - set(ids):
            line = self._lines.pop(gone)
            line.hide()
            line.deleteLater()
        missing = [one for one in ids if one not in self._lines]
        for identity in missing if len(missing) <= AT_ONCE else ():
            self._made(identity)
        for place, line in enumerate(self.made()):
            self._show(line, place)
        self.adder.setVisible(not self._desk.is_read_only)
        self.set_count(len(ids) or None)
        self.copy_button.setVisible(bool(ids))
        self._names.setVisible(bool(ids))
        self._names.update()
        if len(missing) > AT_ONCE:
            self._desk.turns.ask(self, self._make_next)
        else:
            self._complete()

    def _make_next(self) -> bool:
        """Make the next line that is not there yet; whether more are left."""
        missing = [one for one in self._wanted if one not in self._lines]
        for identity in missing[:1]:
            line = self._made(identity)
            self._show(line, self.made().index(line))
        if len(missing) == 1:
            self._complete()
        return len(missing) > 1

    def _show(self, line: RecordLine, place: int) -> None:
        if self._box.indexOf(line) != place:
            self._box.removeWidget(line)
            self._box.insertWidget(place, line)
        identity, ids = line.editor.id, self._wanted
        line.show_record(
            is_first=identity == ids[0], is_last=identity == ids[-1], may_change=not self._desk.is_read_only
        )

    def _complete(self) -> None:
        self._order_tabs(self._wanted)
        self._names.update()
        self.completed.emit()

    def _columns(self) -> list[BoundField]:
        """The fields of the first row of the first line: the columns of the list."""
        made = self.made()[:1]
        return [widget for line in made for widget in line.columns()]

    def _stand(self) -> None:
        """What waits in the line that adds stands there again."""
        self._waiting.stand_at("seasons", self._desk.plan.season.id)

    def _ids(self) -> list[str]:
        found = self._desk.plan.table(self._kind).values()
        return [one.id for one in sorted(found, key=lambda one: (one.position, one.name, one.id))]

    def _made(self, identity: str) -> RecordLine:
        line = self._lines[identity] = RecordLine(self._desk, self._kind, identity, self._specs)
        line.moved.connect(self._move)
        line.removed.connect(self._remove)
        if self._dress is not None:
            self._dress(line)
        return line

    def _order_tabs(self, ids: Sequence[str]) -> None:
        before: QWidget | None = None
        for identity in ids:
            line = self._lines[identity]
            for widget in line.in_order():
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
        if before is not None:
            QWidget.setTabOrder(before, self.adder)

    def _add_named(self, text: str) -> None:
        name = text.strip()
        if not name:
            return
        record = new_record(self._kind, name, position=self._next_position(), **self._fresh())
        sentence = perform(self._desk, Add((record,)), StepName(steps.ADDED, {"title": name}))
        self.adder.show_wrong(sentence)
        if not sentence:
            self.adder.setModified(False)
            self.adder.show_value("")

    def _next_position(self) -> int:
        return max((one.position + 1 for one in self._desk.plan.table(self._kind).values()), default=0)

    def _move(self, identity: str, by: int) -> None:
        ids = self._ids()
        place = ids.index(identity)
        if 0 <= place + by < len(ids):
            ids[place], ids[place + by] = ids[place + by], ids[place]
            line = self._lines[identity]
            line.say(perform(self._desk, PutInOrder(self._kind, ids), line.editor.step(self._desk.wording.text(ORDER))))

    def _remove(self, identity: str) -> None:
        line = self._lines[identity]
        name = StepName(steps.REMOVED, {"title": name_in(line.editor.record) or self._desk.wording.undecided()})
        sentence = perform(self._desk, RemoveUnused(self._kind, identity), name)
        if sentence:
            line.say(sentence)
