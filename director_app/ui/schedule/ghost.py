"""What is seen while dragging: the item at the pointer, where it would land in words, and what would be wrong there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import Problem, in_order
from director_app.ui.schedule import answers, copies, moves
from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.gestures import Cargo, Target
from director_app.ui.schedule.items import Item, Items
from director_app.ui.schedule.month_painting import raised
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.widgets.glyphs import paint_problem
from director_app.wording import Wording

CARD_WIDTH = 304
_SHADOW = 12
_PAD = 12


class Ghost(QWidget):
    """Lies over the whole schedule and lets the mouse through."""

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._cargo: Cargo | None = None
        self._items: list[Item] = []
        self._target: Target | None = None
        self._where = QPoint()
        self._headline = ""
        self._sentence = ""
        self._level = ""
        self._hint = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said about the place under the pointer."""
        return self._sentence

    @property
    def headline(self) -> str:
        """Where it would land, in words."""
        return self._headline

    def begin(self, cargo: Cargo) -> None:
        """Show what was picked up."""
        self._cargo = cargo
        found = [self._state.items.item(one.id) for one in cargo.deliveries[:3]]
        self._items = [item for item in found if item is not None]
        if cargo.application is not None:
            as_if = _application_item(self._state, cargo)
            self._items = [as_if] if as_if is not None else []
        self._target = None
        self._headline = self._sentence = self._level = ""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def move_to(self, where: QPoint, target: Target | None) -> None:
        """The pointer is at a global point, over this target."""
        before = self._around()
        self._where = self.mapFromGlobal(where)
        if target != self._target or not self._headline:
            self._target = target
            self._say()
        self.update(before.united(self._around()))

    def end(self) -> None:
        """Show nothing any more."""
        self._cargo = None
        self._items = []
        self.hide()

    # -- words -------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        wording, cargo, target = self._state.desk.wording, self._cargo, self._target
        self._sentence, self._level = "", ""
        self._hint = wording.text("Esc puts it back")
        if cargo is not None and cargo.can_be_copied:
            self._hint = wording.text("Ctrl copies · Esc puts it back")
        if cargo is None:
            return
        if target is None:
            self._headline = wording.text("Nothing happens here")
            return
        if target.place is None:
            self._headline = wording.text("Back to the tray: the date is open again")
            return
        as_if = would_be(self._state.desk.plan, cargo, target)
        if as_if is not None and self._items:
            self._items[0] = _at_its_time(self._state, self._items[0], as_if)
        self._headline = landing_text(self._state, as_if, cargo.grabbed)
        if target.copies:
            self._headline = wording.text("Copy: {where}", where=self._headline)
        elif cargo.grabbed is not None and cargo.grabbed.is_locked:
            self._sentence, self._level = wording.text("It is locked and stays where it is."), "block"
            return
        if cargo.application is not None and (missed := answers.missed_wish(cargo.application, target.place.day)):
            self._hint = wording.text("Wished: {wish}", wish=missed)
        live = self._state.desk.live_check
        if live is None or as_if is None:
            return
        problems = live.would_clash(as_if)
        if not problems:
            self._sentence = wording.text("Nothing clashes here.")
            return
        plan = with_delivery(self._state.desk.plan, as_if)
        worst = in_order(plan, problems)[0]
        self._level = str(worst.level)
        self._sentence = self._sentence_of(plan, worst)

    def _sentence_of(self, plan: Plan, problem: Problem) -> str:
        return problem_sentence(self._state.desk.wording, plan, problem)

    # -- painting ----------------------------------------------------------------------------------------------

    def _block_rect(self) -> QRect:
        width, height = self._cargo.size if self._cargo else (140, 36)
        return QRect(self._where.x() - min(width // 2, 60), self._where.y() - min(height // 2, 12), width, height)

    def _card_rect(self) -> QRect:
        metrics = QFontMetrics(self._state.desk.theme.font("small"))
        words = metrics.boundingRect(
            QRect(0, 0, CARD_WIDTH - 2 * _PAD - 22, 400), int(Qt.TextFlag.TextWordWrap), self._sentence
        )
        height = _PAD + 20 + (words.height() + 6 if self._sentence else 0) + 20 + _PAD - 4
        block = self._block_rect()
        x = max(8, min(block.left(), self.width() - CARD_WIDTH - 8))
        below = block.bottom() + 10
        y = below if below + height < self.height() - 8 else block.top() - height - 10
        return QRect(x, y, CARD_WIDTH, height)

    def _around(self) -> QRect:
        room = self._block_rect().united(self._card_rect())
        return room.adjusted(-_SHADOW - 8, -_SHADOW - 8, _SHADOW + 8, _SHADOW + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the item, ring and shadow, and the card of words."""
        if self._cargo is None:
            return
        painter = QPainter(self)
        self._paint_items(painter)
        self._paint_card(painter)
        painter.end()

    def _paint_items(self, painter: QPainter) -> None:
        if self._cargo is not None and self._cargo.edge:
            return  # the grid marks how far it reaches
        theme = self._state.desk.theme
        pen = self._state.painter_for(self.devicePixelRatioF())
        block = self._block_rect()
        count = max(1, len(self._cargo.deliveries)) if self._cargo else 1
        for offset in range(min(count, 3) - 1, -1, -1):
            rect = block.translated(offset * 4, offset * 4)
            box = QRectF(rect)
            raised(painter, theme.color("surface"), theme.color("accent"), box, dark=theme.is_dark)
            if offset or not self._items:
                continue
            place = Rect(rect.x(), rect.y(), rect.width(), rect.height())
            pen.blocks(painter, [(self._items[0], place)])
            lines = 2 if rect.height() >= 34 else 1
            pen.month_texts(painter, self._items[0], place, lines, "", bar=False)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 4, 4)
            painter.restore()
        if count > 1:
            self._paint_count(painter, block, count)

    def _paint_count(self, painter: QPainter, block: QRect, count: int) -> None:
        theme = self._state.desk.theme
        text = str(count)
        painter.setFont(theme.font("micro-strong", tabular=True))
        width = max(18, painter.fontMetrics().horizontalAdvance(text) + 10)
        badge = QRectF(block.right() - width + 9, block.top() - 9, width, 18)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(badge, 9, 9)
        painter.setPen(theme.color("on-accent"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()

    def _paint_card(self, painter: QPainter) -> None:
        theme = self._state.desk.theme
        card = self._card_rect()
        raised(painter, theme.color("raised"), theme.color("line"), QRectF(card), dark=theme.is_dark)
        left, top, right = card.left() + _PAD, card.top() + _PAD - 2, card.right() - _PAD
        painter.setFont(theme.font("strong", tabular=True))
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(left, top + 14), self._headline)
        top += 24
        if self._sentence:
            indent = 22 if self._level else 0
            if self._level:
                paint_problem(painter, theme, QRectF(left, top + 2, 14, 14), self._level)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text" if self._level else "text2"))
            room = QRect(left + indent, top, right - left - indent, card.bottom() - top - 24)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap), self._sentence)
            top = room.bottom()
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("text3"))
        painter.drawText(QPointF(left, card.bottom() - _PAD + 2), self._hint)


def would_be(plan: Plan, cargo: Cargo, target: Target) -> Delivery | None:
    """The grabbed item as it would stand at the target."""
    if target.place is None:
        return None
    if cargo.grabbed is not None and cargo.grabbed.id not in plan.deliveries:  # a meeting, which stands as one
        plan = with_delivery(plan, cargo.grabbed)
    if cargo.application is not None:
        return answers.answering(plan, cargo.application, target.place)
    if cargo.edge and cargo.grabbed is not None and target.minute is not None:
        return moves.pulled(plan, cargo.grabbed, cargo.edge, target.minute)
    if cargo.grabbed is not None and target.copies:
        copy = copies.copy_of(cargo.grabbed, copies.AS_IF)
        return moves.moved(with_delivery(plan, copy), copy, target.place)
    return moves.moved(plan, cargo.grabbed, target.place) if cargo.grabbed is not None else None


def with_delivery(plan: Plan, one: Delivery) -> Plan:
    """The plan as if a delivery stood like this, for reading sentences."""
    return plan.with_changes([RecordChange("deliveries", one.id, plan.deliveries.get(one.id), one)])


def landing_text(state: ScheduleState, as_if: Delivery | None, before: Delivery | None = None) -> str:
    """The date and time where it would land, and the place when it becomes another one; a length when that changes."""
    if as_if is None or as_if.date is None:
        return ""
    wording, plan = state.desk.wording, state.desk.plan
    day = wording.date_short(as_if.date)
    if as_if.until is not None and (before is None or before.until != as_if.until):
        return wording.text("{first} – {last}", first=day, last=wording.date_short(as_if.until))
    if as_if.start is None:
        said = wording.text("{date}, time undecided", date=day)
    else:
        said = wording.text("{date} {time}", date=day, time=_hours(wording, plan, as_if, before))
    if before is None or before.venue == as_if.venue:
        return said
    venue = plan.venues.get(as_if.venue) if as_if.venue else None
    place = venue.name if venue is not None else wording.text("place undecided")
    area = plan.areas.get(as_if.area) if venue is None and as_if.area else None
    if area is not None:
        place = wording.text("{area}, place undecided", area=area.name)
    return wording.text("{place} · {when}", place=place, when=said)


def _hours(wording: Wording, plan: Plan, as_if: Delivery, before: Delivery | None) -> str:
    """The start; the whole span and its minutes when the length changes."""
    start, end = as_if.start, end_minute(plan, as_if)[0]
    if start is None:
        return ""
    if before is None or end is None or before.start is None:
        return wording.clock(start)
    known = end_minute(plan, before)[0]
    if known is not None and known - before.start == end - start:
        return wording.clock(start)
    span = wording.clock_span(start, end)
    return wording.text("{span} ({n} min)", span=span, n=end - start)


def _at_its_time(state: ScheduleState, item: Item, as_if: Delivery) -> Item:
    """The item with the time it would have."""
    if as_if.start is None:
        return replace(item, time=state.desk.wording.context("no time yet", "TBA"), time_undecided=True, start=None)
    return replace(item, time=state.desk.wording.clock(as_if.start), time_undecided=False, start=as_if.start)


def _application_item(state: ScheduleState, cargo: Cargo) -> Item | None:
    """An application drawn like the delivery it would become."""
    if cargo.application is None:
        return None
    as_if = answers.answering(state.desk.plan, cargo.application, moves.Place(state.day))
    shown = Items(state.desk.wording)
    shown.index.plan = with_delivery(state.desk.plan, as_if)
    return shown.item(as_if.id)
