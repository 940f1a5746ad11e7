"""People as chips in a fixed order: a line-up in billing order, the members of a group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Edit
from director_app.ui.desk import Desk
from director_app.ui.forms.name_field import SEVERAL_FIT, AmbiguousName, NameField, name_in, named, new_record
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.text import Text, restyle
from director_app.wording import message

MIME = "application/x-director-chip"
NAMELESS = message("(no name)")

Write = Callable[[tuple[str, ...], Edit | None], str]
"""Gets the ids in their new order and the edit that must come first; returns the sentence of a refusal or ""."""


@dataclass(frozen=True, slots=True)
class Person:
    """A chip: whom it stands for, what it says, and the level of a problem."""

    id: str
    text: str
    level: str = ""


class PersonChip(Button):
    """One person. Click opens the record; Ctrl+arrows move it, Delete takes it out.

    Signals: ``moved(str, int)`` by so many places, ``left(str)``.
    """

    moved = Signal(str, int)
    left = Signal(str)

    def __init__(self, desk: Desk, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(desk.look, person.text, "chip", parent=parent)
        self._desk = desk
        self.person = person
        self._pressed_at: QPoint | None = None
        self.setToolTip(desk.wording.text("Click to open · drag to reorder · Delete to take out"))
        if person.level:
            self.setProperty("danger", person.level == "block")
            self.set_icon("triangle-alert")
            restyle(self)
        self.clicked.connect(self._open)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Ctrl and the arrows, take out with Delete."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.moved.emit(self.person.id, steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.left.emit(self.person.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by mouse."""
        wording = self._desk.wording
        menu = QMenu(self)
        menu.addAction(wording.text("Open")).triggered.connect(self._open)
        menu.addAction(wording.text("Earlier in the order")).triggered.connect(self._earlier)
        menu.addAction(wording.text("Later in the order")).triggered.connect(self._later)
        menu.addSeparator()
        menu.addAction(wording.text("Take out")).triggered.connect(self._leave)
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag would begin."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        far = QApplication.startDragDistance()
        begun = self._pressed_at is not None and event.buttons() & Qt.MouseButton.LeftButton
        if not begun or self._pressed_at is None:
            return
        if (event.position().toPoint() - self._pressed_at).manhattanLength() < far:
            return
        self._pressed_at = None
        self.setDown(False)
        carried = QMimeData()
        carried.setData(MIME, self.person.id.encode())
        carried.setText(self.person.text)
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.MoveAction)

    def _open(self) -> None:
        self._desk.go_to("artists", ("artists", self.person.id))

    def _earlier(self) -> None:
        self.moved.emit(self.person.id, -1)

    def _later(self) -> None:
        self.moved.emit(self.person.id, 1)

    def _leave(self) -> None:
        self.left.emit(self.person.id)


class PeopleChips(QWidget):
    """Chips of artists and a field that adds one; `write` puts the new order into the plan."""

    def __init__(self, desk: Desk, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._write = write
        self._people: tuple[Person, ...] = ()
        self._chips: list[PersonChip] = []
        self._remark = ""
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        box = QWidget(self)
        self._flow = FlowLayout(box)
        self.adder = NameField(desk, "artists", box)
        self.adder.setFixedWidth(132)
        self.adder.named.connect(self._add)
        self._flow.addWidget(self.adder)
        column.addWidget(box)
        self._sentence = Text(desk.look, "", "small", "block", wraps=True)
        self._sentence.hide()
        column.addWidget(self._sentence)
        self.setFocusProxy(self.adder)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the hint in the present language."""
        self.adder.setPlaceholderText(self._desk.wording.text("Add a name"))
        self.adder.setAccessibleName(self._desk.wording.text("Add a name"))

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these chips in this order."""
        if tuple(people) == self._people:
            return
        focused = next((chip.person.id for chip in self._chips if chip.hasFocus()), "")
        self._people = tuple(people)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.adder)
        self._chips = [self._chip(person) for person in people]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()
            if chip.person.id == focused:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._flow.addWidget(self.adder)
        for one, other in pairwise([*self._chips, self.adder]):
            QWidget.setTabOrder(one, other)
        self.adder.show_value("")
        self.updateGeometry()

    def _chip(self, person: Person) -> PersonChip:
        chip = PersonChip(self._desk, person, self._flow.parentWidget())
        chip.moved.connect(self._move)
        chip.left.connect(self._take_out)
        return chip

    def _add(self, name: str) -> None:
        if not name.strip():
            return
        plan, first = self._desk.plan, None
        try:
            identity = named(plan, "artists", name)
        except AmbiguousName as several:
            self._say(self._desk.wording.text(SEVERAL_FIT, name=name.strip(), n=several.count))
            return
        if identity is None:
            record = new_record("artists", name.strip())
            identity, first = record.id, Add((record,))
        present = tuple(person.id for person in self._people)
        sentence = self._write((*present, identity), first) if identity not in present else ""
        self._say(sentence)
        if not sentence:
            self.adder.setModified(False)
            self.adder.show_value("")

    def _move(self, identity: str, by: int) -> None:
        ids = [person.id for person in self._people]
        here = ids.index(identity)
        there = max(0, min(len(ids) - 1, here + by))
        if there != here:
            ids.insert(there, ids.pop(here))
            self._say(self._write(tuple(ids), None))

    def _take_out(self, identity: str) -> None:
        self._say(self._write(tuple(person.id for person in self._people if person.id != identity), None))

    def remark(self, sentence: str) -> None:
        """Say something about these people below them; "" takes it away."""
        self._remark = sentence
        self._say("")

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence or self._remark)
        self._sentence.setVisible(bool(sentence or self._remark))

    # -- drag within the order ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take chips of ours."""
        self._greet(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take chips of ours."""
        self._greet(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put a chip before the one it was dropped on."""
        identity = bytes(event.mimeData().data(MIME).data()).decode()
        ids = [person.id for person in self._people]
        if identity not in ids:
            return
        where = event.position().toPoint()
        box = self._flow.parentWidget()
        others = [chip for chip in self._chips if chip.person.id != identity]
        behind = [chip for chip in others if box is None or _lies_before(chip, box.mapFrom(self, where))]
        ids.remove(identity)
        ids.insert(len(behind), identity)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._say(self._write(tuple(ids), None))

    def _greet(self, event: QDragMoveEvent) -> None:
        ours = event.mimeData().hasFormat(MIME)
        identity = bytes(event.mimeData().data(MIME).data()).decode() if ours else ""
        if identity in {person.id for person in self._people}:
            event.acceptProposedAction()


def _lies_before(chip: QWidget, where: QPoint) -> bool:
    if where.y() > chip.geometry().bottom():
        return True
    return where.y() >= chip.geometry().top() and where.x() > chip.geometry().center().x()


def person_of(desk: Desk, artist: str, level: str = "") -> Person:
    """The chip of an artist."""
    record = desk.plan.find("artists", artist)
    name = name_in(record) if record is not None else ""
    return Person(artist, name or desk.wording.text(NAMELESS), level)
