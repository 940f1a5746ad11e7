"""The command palette: Ctrl+K finds any action, artist, venue, programme, delivery number or date."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application
from director_app.domain.rules import name_of
from director_app.operations.searching import normalised
from director_app.operations.sentences import delivery_title, when_text
from director_app.ui import tokens
from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.typed_times import read_date
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.text import Text, restyle
from director_app.wording import message

MOST = 40
"""Findings shown at once; nobody reads more."""
_ENTRY = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette: what it is called, what it is, and what choosing it does."""

    name: str
    kind: str
    icon: str
    act: Callable[[], object]
    keys: str = ""


class Palette(QFrame):
    """Floats over the window until something is chosen or Escape.

    Signals: ``closed()``.
    """

    closed = Signal()

    def __init__(self, desk: Desk, actions: Sequence[QAction], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._actions = tuple(actions)
        self.setObjectName("palette")
        self.setProperty("kind", "floating")
        self.setFixedWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        look = desk.look
        self.field = SearchField(look, self)
        self.field.setPlaceholderText(desk.wording.text("Action, artist, venue, programme, number or date"))
        self.field.setAccessibleName(desk.wording.text("Find anything"))
        self.results = QListWidget(self)
        self.results.setItemDelegate(_FoundPainter(look, self))
        self.results.setUniformItemSizes(True)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Text(look, "", "small", "text2", wraps=True)
        self._nothing.hide()
        column.addWidget(self.field)
        column.addWidget(self.results)
        column.addWidget(self._nothing)
        self.field.typed.connect(self._search)
        self.field.installEventFilter(self)
        self.results.itemClicked.connect(self._choose)
        restyle(self)

    def open_over(self) -> None:
        """Show it in the upper middle of the window."""
        window = self.parentWidget()
        if window is not None:
            self.move(QPoint((window.width() - self.width()) // 2, 56))
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move through the results while typing goes on; Enter chooses, Escape closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                row = max(0, min(self.results.count() - 1, self.results.currentRow() + step))
                self.results.setCurrentRow(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.results.currentItem()
                if item is not None:
                    self._choose(item)
                return True
            if key == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.dismiss()
        return super().eventFilter(watched, event)

    def entries(self) -> list[str]:
        """Names of what is listed now."""
        return [self.results.item(row).text() for row in range(self.results.count())]

    def _search(self, query: str) -> None:
        self.results.clear()
        for found in find(self._desk, self._actions, query):
            item = QListWidgetItem(found.name)
            item.setData(_ENTRY, found)
            self.results.addItem(item)
        self.results.setCurrentRow(0)
        nothing = not self.results.count()
        self.results.setVisible(not nothing)
        self._nothing.setVisible(nothing)
        text = self._desk.wording.text("Nothing found for “{query}”. Initial consonants work too.", query=query.strip())
        self._nothing.setText(text)
        self.results.setFixedHeight(min(12, max(1, self.results.count())) * 30 + 2)
        self.adjustSize()

    def _choose(self, item: QListWidgetItem) -> None:
        found = item.data(_ENTRY)
        self.dismiss()
        found.act()


def find(desk: Desk, actions: Iterable[QAction], query: str) -> list[Found]:
    """What fits a query, actions first, then what the search over the plan ranks highest."""
    wanted = normalised(query)
    fitting = [
        Found(
            action.text(),
            desk.wording.text("Action"),
            "command",
            action.trigger,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        )
        for action in actions
        if action.isEnabled() and wanted in normalised(action.text())
    ]
    if not wanted:
        return fitting[:MOST]
    return [*_days(desk, query), *_records(desk, query), *fitting][:MOST]


@dataclass(frozen=True, slots=True)
class _Going:
    desk: Desk
    page: str
    subject: object

    def __call__(self) -> None:
        if isinstance(self.subject, Subject):
            self.desk.select((self.subject,))
        self.desk.go_to(self.page, self.subject)


def _days(desk: Desk, query: str) -> list[Found]:
    if not any(letter.isdigit() for letter in query):
        return []
    try:
        day = read_date(query, desk.today())
    except RefusedInput:
        return []
    if day is None:
        return []
    return [Found(desk.wording.date(day), desk.wording.text("Date"), "calendar-days", _Going(desk, "schedule", day))]


_PAGES: Final = {
    "deliveries": ("schedule", "calendar-clock", message("Delivery")),
    "programmes": ("programmes", "drama", message("Programme")),
    "artists": ("artists", "users-round", message("Artist")),
    "venues": ("venues", "map-pin", message("Venue")),
    "organisations": ("venues", "building-2", message("Organisation")),
    "applications": ("venues", "inbox", message("Application")),
}


def _records(desk: Desk, query: str) -> list[Found]:
    """Records whose texts fit; a programme brings its next deliveries with it."""
    wording, plan = desk.wording, desk.plan
    if desk.search is None:
        return []
    found: list[Found] = []
    for match in desk.search.find(query, MOST):
        subject = match.subject
        record = plan.find(subject.kind, subject.id)
        if subject.kind not in _PAGES or record is None:
            continue
        page, icon, kind = _PAGES[subject.kind]
        name = _name(desk, subject)
        if subject.kind not in ("deliveries", "applications") and match.text != name:
            name = f"{name} · {match.text.splitlines()[0]}"
        found.append(Found(name, wording.text(kind), icon, _Going(desk, page, subject)))
        if subject.kind == "programmes":
            found += _deliveries_of(desk, subject.id)
    return found[:MOST]


def _name(desk: Desk, subject: Subject) -> str:
    if subject.kind == "deliveries":
        return _delivery_name(desk, subject)
    record = desk.plan.find(subject.kind, subject.id)
    if isinstance(record, Application):
        company = desk.plan.organisations.get(record.organisation) if record.organisation else None
        return f"{record.number}  {company.name if company else record.applicant}"
    return name_of(record) if record is not None else ""


def _deliveries_of(desk: Desk, programme: str) -> list[Found]:
    users = sorted(identity for kind, identity in desk.plan.users("programmes", programme) if kind == "deliveries")
    page, icon, kind = _PAGES["deliveries"]
    deliveries = [one for one in (desk.plan.deliveries.get(DeliveryId(user)) for user in users) if one is not None]
    today = desk.today()
    coming = sorted((one for one in deliveries if one.date is not None and one.date >= today), key=_by_date)
    subjects = [Subject("deliveries", one.id) for one in coming[:3]]
    word = desk.wording.text(kind)
    return [Found(_delivery_name(desk, one), word, icon, _Going(desk, page, one)) for one in subjects]


def _by_date(delivery: Delivery) -> tuple[datetime.date, str]:
    return (delivery.date or datetime.date.max, delivery.number)


def _delivery_name(desk: Desk, subject: Subject) -> str:
    delivery = desk.plan.deliveries[DeliveryId(subject.id)]
    title = delivery_title(desk.wording, desk.plan, delivery.id)
    return f"{delivery.number}  {title} · {when_text(desk.wording, desk.plan, delivery.id)}"


class _FoundPainter(QStyledItemDelegate):
    """Draws a finding: icon, name, kind or shortcut."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """One row."""
        return QSize(200, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw one row."""
        found: Found = index.data(_ENTRY)  # type: ignore[attr-defined]  # an index, whatever its class
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("select"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), tokens.RADIUS_ITEM, tokens.RADIUS_ITEM)
        painter.drawPixmap(rect.left() + 8, rect.top() + 7, self._look.pixmap(found.icon, "text2", 16))
        painter.setFont(self._look.font("micro"))
        painter.setPen(self._look.color("text3"))
        right = found.keys or found.kind
        width = painter.fontMetrics().horizontalAdvance(right)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(rect.right() - width - 8, rect.top(), width, rect.height()), middle, right)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.color("text"))
        words = QRect(rect.left() + 34, rect.top(), rect.width() - width - 56, rect.height())
        shown = painter.fontMetrics().elidedText(found.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, shown)
