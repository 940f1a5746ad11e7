"""Parts of the inspector's cards: the status, who is responsible, the answers in three squares, the rounds."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from director_app.domain.edits import Remove
from director_app.domain.facts import ConfirmationOf, ConfirmationState
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Initiative, Status
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.frame.fact_specs import OWNER, STATUS
from director_app.ui.frame.item_fields import ItemField
from director_app.ui.frame.items_editor import MIXED, ItemsEditor
from director_app.ui.messages import way_back
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.glyphs import paint_state
from director_app.ui.widgets.tags import CodeTag
from director_app.ui.words import STATUS_WORDS

_OWNER_WIDTH = 150


def flow_of(*widgets: QWidget) -> QWidget:
    """Widgets side by side that go on in the next line where there is no room."""
    box = QWidget()
    flow = FlowLayout(box, 6)
    for widget in widgets:
        flow.addWidget(widget)
    return box


class Card(QWidget):
    """What the cards of the inspector share: an editor, a column of parts, and a head with a button to close them.

    Signals: ``close_wanted()``.
    """

    close_wanted = Signal()

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self.editor = ItemsEditor(desk, kind, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 16)
        self._column.setSpacing(0)
        head = QWidget()
        self._head = QVBoxLayout(head)
        self._head.setContentsMargins(16, 8, 10, 12)
        self._head.setSpacing(2)
        self._close = Button(desk.look, "", "glyph", "x", small=True)
        self._close.clicked.connect(self.close_wanted)
        self._column.addWidget(head)

    def retranslate(self) -> None:
        """Say everything again."""
        self._close.name_only(self._desk.wording.text("Close"))

    def show_strand(self, code: CodeTag, strand: Initiative | None) -> QColor:
        """Show the short name of an initiative in its colour; its edge is what the status is drawn in."""
        hue = self._desk.theme.initiative(strand.hue) if strand else self._desk.theme.no_initiative
        code.show_code(strand.code if strand else "", hue.tint, strand.name if strand else "")
        return hue.edge

    def remove_shown(self) -> None:
        """Remove what is shown; a strip offers the way back."""
        desk, title = self._desk, self.editor.title()
        if desk.perform(Remove(self._kind, self.editor.id), StepName(steps.REMOVED, {"title": title})):
            undo = way_back(desk.wording, desk.undo)
            desk.say(desk.wording.text("“{title}” was removed.", title=title), (undo,))


class StatusChip(Button):
    """The status with its glyph; a click offers the others."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__(editor.desk.look, "", "chip", "chevron-down", icon_size=12)
        self._desk = editor.desk
        self._editor = editor
        self._menu = QMenu(self)
        self._choices: dict[QAction, Status] = {}
        for status in STATUS_WORDS:
            self._choices[self._menu.addAction("")] = status
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)

    def show_status(self, edge: QColor) -> None:
        """Show the status of what the editor shows, in the colour of its initiative."""
        wording = self._desk.wording
        status = self._editor.value("status")
        words = wording.text("several values") if status is MIXED else wording.text(STATUS_WORDS[status])
        self.setText(words)
        self.setAccessibleName(wording.text("{name}: {value}", name=wording.text(STATUS.label), value=words))
        if status is MIXED:
            self.set_icon("chevron-down")
        else:
            self.setIcon(self._glyph(status, edge))
        for action, one in self._choices.items():
            action.setText(wording.text(STATUS_WORDS[one]))
            action.setIcon(self._glyph(one, edge))
        self.setEnabled(not self._desk.is_read_only)

    def _glyph(self, status: Status, edge: QColor) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        paint_state(painter, self._desk.theme, QRectF(3, 3, 10, 10), status, edge)
        painter.end()
        return QIcon(pixmap)

    def _choose(self, action: QAction) -> None:
        sentence = self._editor.change("status", self._choices[action], self._desk.wording.text(STATUS.label))
        if sentence:
            self._desk.say(sentence, level="warning")


class OwnerChip(QWidget):
    """Who is responsible, as a chip; a click turns it into a field until Enter, Escape or leaving it."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self.chip = Button(editor.desk.look, "", "chip", "user-round", icon_size=13)
        self.field = ItemField(editor, OWNER)
        self.field.setFixedWidth(128)
        self.field.hide()
        self.chip.clicked.connect(self._open)
        self.field.input.installEventFilter(self)
        self._later = QTimer(self)  # the field itself reads Enter and Escape first
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._close)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chip)
        row.addWidget(self.field)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.field.retranslate()
        self.field.input.setAccessibleName(self.field.label)
        self._show_record(self._editor.record)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the chip back when the field is left, or by Enter and Escape."""
        if event.type() == QEvent.Type.FocusOut and not self.field.sentence:
            self._later.start()
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        ):
            self._later.start()
        return super().eventFilter(watched, event)

    def _show_record(self, record: object) -> None:
        if record is None:
            return
        value, wording = self._editor.value("responsible"), self._editor.desk.wording
        name = wording.text("several values") if value is MIXED else value
        words = name or wording.text("Owner undecided")
        self.chip.setText(self.chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _OWNER_WIDTH - 40))
        self.chip.setToolTip(words)
        self.chip.setAccessibleName(wording.text("{name}: {value}", name=self.field.label, value=words))
        self.chip.setEnabled(not self._editor.desk.is_read_only)

    def _open(self) -> None:
        self.chip.hide()
        self.field.show()
        self.field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        had_focus = self.field.input.hasFocus()
        self.field.hide()
        self.chip.show()
        if had_focus:
            self.chip.setFocus(Qt.FocusReason.OtherFocusReason)


def summary_states(states: list[tuple[ConfirmationOf, ConfirmationState]]) -> tuple[str, str, str]:
    """Venue, acts, contract as three states; several acts are as far as the slowest of them."""
    order = (ConfirmationState.OPEN, ConfirmationState.ASKED, ConfirmationState.AGREED)
    found = []
    for of in (ConfirmationOf.VENUE, ConfirmationOf.ACT, ConfirmationOf.CONTRACT):
        own = [state for known, state in states if known is of] or [ConfirmationState.OPEN]
        if ConfirmationState.ASKED in own or len(set(own)) > 1:
            found.append(max(min(own, key=order.index), ConfirmationState.ASKED, key=order.index))
        else:
            found.append(own[0])
    return (found[0].value, found[1].value, found[2].value)


def rounds_of(plan: Plan, delivery: Delivery) -> tuple[int, int]:
    """Which round of its programme a delivery is (1 is the first by date), and of how many; 0, 0 without programme."""
    if delivery.programme is None:
        return (0, 0)
    named = plan.users_of_kind("programmes", delivery.programme, "deliveries")
    found = (plan.deliveries[DeliveryId(identity)] for identity in named)
    rounds = sorted(
        (one for one in found if one.status is not Status.CANCELLED),
        key=lambda one: (one.date or datetime.date.max, one.start or 0, one.number),
    )
    position = next((n for n, one in enumerate(rounds, start=1) if one.id == delivery.id), 0)
    return (position, len(rounds))
