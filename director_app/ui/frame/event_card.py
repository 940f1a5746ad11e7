"""The inspector of an event: its days, ground, duties and counts, and the dates that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery, Event
from director_app.domain.published import date_order, strand_of
from director_app.operations.sentences import delivery_title
from director_app.ui.desk import Desk
from director_app.ui.frame import fact_sayings as says
from director_app.ui.frame import fact_specs as specs
from director_app.ui.frame.card_parts import Card, StatusChip
from director_app.ui.frame.delivery_lines import FilesPart, note_lines
from director_app.ui.frame.fact_sections import Part
from director_app.ui.frame.history_part import HistoryPart
from director_app.ui.frame.item_fields import FactSpec
from director_app.ui.frame.item_rows import FactSection
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.frame.problem_strips import ProblemStrips
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.glyphs import paint_state
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.tags import CodeTag
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.ui.words import STATUS_WORDS, day_text, time_text

_MOST = 60
_SAYINGS = {"fallback.kind": says.fallback_hint, "venue": says.where_hint, "credits": says.credits_hint}


class EventCard(Card):
    """Everything about one event."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "events")
        self._parts: list[Part] = []
        self._fill_head()
        self.problems = ProblemStrips(desk)
        self._column.addWidget(self.problems)
        self.name = self._section(specs.EVENT_NAME)
        self.when = self._section(specs.EVENT_WHEN)
        self.dates = DatesPart(self.editor)
        self._add(self.dates)
        self.duties = self._section(specs.EVENT_DUTIES)
        self.plan_b = self._section(specs.FALLBACK)
        self.print = self._section(specs.EVENT_PRINT)
        self.notes = note_lines(self.editor)
        self.files = FilesPart(self.editor)
        more = self._section(())
        for part in (self.notes, self.files):
            more.add(part)
            self._parts.append(part)
        self.history = HistoryPart(self.editor)
        self._add(self.history)
        self._column.addStretch(1)

    def show_event(self, event: Event) -> None:
        """Show an event; fields that are being typed in are left alone."""
        desk = self._desk
        self.editor.show(event.id)
        strand = desk.plan.initiatives.get(event.initiative) if event.initiative else None
        edge = self.show_strand(self._code, strand)
        self._title.setText(event.title or desk.wording.undecided())
        self.remove.setEnabled(not desk.is_read_only)
        self.status.show_status(edge)
        self.problems.show_record(Subject("events", event.id))

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        wording = self._desk.wording
        self._kind_words.setText(wording.text("Event"))
        self.remove.name_only(wording.text("Remove this event; its dates stay"))
        for part in self._parts:
            part.retranslate()

    def _fill_head(self) -> None:
        look, column = self._desk.look, self._head
        self._code = CodeTag(look)
        self._kind_words = Text(look, "", "small", "text2")
        self.remove = Button(look, "", "glyph", "trash-2", small=True)
        self._title = Text(look, "", "heading", wraps=True)
        self.status = StatusChip(self.editor)
        column.addWidget(row_of(self._code, self._kind_words, 1, self.remove, self._close, spacing=6))
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addWidget(row_of(self.status, 1))
        self.remove.clicked.connect(self.remove_shown)

    def _section(self, rows: tuple[FactSpec, ...]) -> FactSection:
        section = FactSection(self.editor)
        for spec in rows:
            section.form.add_spec(spec)
            if spec.path in _SAYINGS:
                section.form.add_saying(_SAYINGS[spec.path])
        self._add(section)
        return section

    def _add(self, part: FactSection | DatesPart | HistoryPart) -> None:
        self._column.addWidget(horizontal_line())
        self._column.addWidget(part)
        self._parts.append(part)


class DatesPart(QWidget):
    """The dates of an event in their order, each a link."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self._seen: object = None
        self.links: dict[str, DateLink] = {}
        look = editor.desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 10)
        column.setSpacing(2)
        self._heading = Text(look, "", "small-strong", "text2")
        column.addWidget(self._heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._seen = None
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        if not isinstance(record, Event):
            return
        desk = self._editor.desk
        wording, plan = desk.wording, desk.plan
        named = plan.users_of_kind("events", record.id, "deliveries")
        found = sorted((plan.deliveries[DeliveryId(one)] for one in named), key=date_order)
        seen = (record.id, tuple(found), wording.language, desk.theme.name)
        if seen == self._seen:
            return
        self._seen = seen
        count = wording.plural("{n} date belongs to it", "{n} dates belong to it", len(found))
        self._heading.setText(count if found else wording.text("No dates yet"))
        clear_layout(self._rows)
        self.links = {}
        for delivery in found[:_MOST]:
            self._rows.addWidget(self._row(delivery))
        if len(found) > _MOST:
            self._rows.addWidget(Text(desk.look, f"+{len(found) - _MOST}", "small", "text2"))

    def _row(self, delivery: Delivery) -> DateLink:
        desk = self._editor.desk
        when = f"{day_text(desk.wording, delivery)} {time_text(desk.wording, delivery)}"
        title = delivery_title(desk.wording, desk.plan, delivery.id)
        link = DateLink(desk, delivery, title, when)
        link.clicked.connect(self._open)
        self.links[delivery.id] = link
        return link

    def _open(self) -> None:
        sender = self.sender()
        for identity, link in self.links.items():
            if link is sender:
                subject = Subject("deliveries", identity)
                self._editor.desk.select((subject,))
                self._editor.desk.go_to("schedule", subject)
                return


class DateLink(QAbstractButton):
    """One date in two lines, when and what; opens it."""

    def __init__(self, desk: Desk, delivery: Delivery, title: str, when: str) -> None:
        super().__init__()
        self._desk = desk
        self._status = delivery.status
        strand = strand_of(desk.plan, delivery)
        self._edge = (desk.theme.initiative(strand.hue) if strand else desk.theme.no_initiative).edge
        self._when = when
        self.setText(title)
        status = desk.wording.text(STATUS_WORDS[delivery.status])
        self.setAccessibleName(f"{when} {title}, {status}")
        self.setToolTip(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(38)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(120, 38)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The state, when, and below it as much of the title as fits."""
        look = self._desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hot = self.underMouse() or shows_focus(self)
        if is_hot:
            painter.fillRect(self.rect(), look.color("hover"))
        paint_state(painter, look.theme, QRectF(2, 5, 10, 10), self._status, self._edge)
        painter.setFont(look.font("micro", tabular=True))
        painter.setPen(look.color("text2"))
        painter.drawText(self.rect().adjusted(18, 2, 0, -19), int(Qt.AlignmentFlag.AlignVCenter), self._when)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("accent"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 20)
        painter.drawText(self.rect().adjusted(18, 18, 0, -1), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
