"""The gallery: every document as the picture of its first page, with its name and whether it is up to date."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.documents.catalogue import DOCUMENTS
from director_app.ui.look import Look
from director_app.ui.publishing.choice import CALENDAR_TITLES, CALENDARS
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.text import OneLine, Text, set_ground

WIDTH = 232
THUMB = 96
THUMB_HEIGHT = 136
ICON_HEIGHT = 70


@dataclass(frozen=True, slots=True)
class TileState:
    """What stands under a tile: a word, its colour role and its icon; dashed when nothing was made yet."""

    text: str = ""
    role: str = "text2"
    icon: str = ""


class Tile(QAbstractButton):
    """One document. Signals: ``mark_wanted(str)`` when it was clicked, or Space pressed, with Ctrl held."""

    mark_wanted = Signal(str)

    def __init__(self, look: Look, key: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._look = look
        self._icon = icon
        self._image = QImage()
        self._state = TileState()
        self._dimmed = False
        self.is_marked = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self._height = ICON_HEIGHT if icon else THUMB_HEIGHT
        self.setFixedSize(THUMB, self._height + 40)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Fixed."""
        return QSize(THUMB, self._height + 40)

    def show_image(self, image: QImage) -> None:
        """Show the picture of page one."""
        self._image = image
        self.update()

    def show_state(self, name: str, state: TileState, *, dimmed: bool) -> None:
        """Show name and state."""
        self.setText(name)
        self._state, self._dimmed = state, dimmed
        self.setAccessibleName(f"{name}, {state.text}" if state.text else name)
        self.update()

    @property
    def can_be_marked(self) -> bool:
        """Whether it is a print; calendars are made one by one."""
        return not self._icon

    def set_marked(self, marked: bool) -> None:
        """Show that it will be made together with the others that are marked."""
        self.is_marked = marked
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl it is marked, not shown."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._icon:
            self.mark_wanted.emit(self.key)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Space marks."""
        is_space = event.key() == Qt.Key.Key_Space
        if is_space and event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._icon:
            self.mark_wanted.emit(self.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw picture, ring, name and state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = self._page_rect()
        if self._dimmed:
            painter.setOpacity(0.45)
        if self._image.isNull():
            self._paint_blank(painter, page)
        else:
            painter.drawImage(page, self._image)
            painter.setPen(QPen(self._look.color("line"), 1))
            painter.drawRect(page.adjusted(0, 0, -1, -1))
        painter.setOpacity(1)
        if self.isChecked():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.drawRoundedRect(QRectF(page).adjusted(-2, -2, 1, 1), 4, 4)
        elif self.underMouse():
            painter.setPen(QPen(self._look.color("control"), 1.5))
            painter.drawRoundedRect(QRectF(page).adjusted(-1, -1, 0, 0), 4, 4)
        if self.is_marked:
            badge = QRect(page.right() - 20, page.top() + 4, 18, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent"))
            painter.drawEllipse(badge)
            painter.drawPixmap(badge.left() + 3, badge.top() + 3, self._look.pixmap("check", "on-accent", 12))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_words(painter)
        painter.end()

    def _page_rect(self) -> QRect:
        """The page at the foot of its field, so that names stand in one line."""
        room = QRect(3, 3, THUMB - 6, self._height - 4)
        if self._image.isNull():
            return room
        size = self._image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(room.left(), room.bottom() + 1 - size.height(), size.width(), size.height())

    def _paint_blank(self, painter: QPainter, page: QRect) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(page).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        pen = QPen(self._look.color("control"), 1)
        if not self._icon:
            pen.setDashPattern([3, 2])
        painter.fillPath(outline, self._look.color("surface"))
        painter.setPen(pen)
        painter.drawPath(outline)
        side = 22
        pixmap = self._look.pixmap(self._icon or "plus", "text2", side)
        painter.drawPixmap(page.center().x() - side // 2 + 1, page.center().y() - side // 2 + 1, pixmap)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("small-strong"))
        painter.setPen(self._look.color("text"))
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, THUMB)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(2, self._height + 3, THUMB, 18), left, name)
        area = QRect(2, self._height + 21, THUMB, 16)
        if self._state.icon:
            painter.drawPixmap(area.left(), area.top() + 2, self._look.pixmap(self._state.icon, self._state.role, 12))
            area.setLeft(area.left() + 16)
        painter.setFont(self._look.font("micro", tabular=True))
        painter.setPen(self._look.color(self._state.role))
        painter.drawText(area, left, self._state.text)


class Gallery(QFrame):
    """All documents in their groups.

    Signals: ``chosen(str)`` with the key of a document, ``marked()`` when others are marked for making together.
    """

    chosen = Signal(str)
    marked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tiles: dict[str, Tile] = {}
        self._heads: list[tuple[Text, Text, str, int]] = []
        self.setFixedWidth(WIDTH)
        self.setProperty("edge", "right")
        set_ground(self, "surface")
        holder = QWidget()
        holder.setProperty("kind", "scrolled")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(16, 12, 3, 16)
        self._column.setSpacing(6)
        groups: dict[str, list[tuple[str, str]]] = {}
        for document in DOCUMENTS:
            groups.setdefault(document.group, []).append((document.name, ""))
        groups[CALENDARS] = [(key, "calendar-days") for key in CALENDAR_TITLES]
        for group, keys in groups.items():
            self._add_group(group, keys)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.addWidget(area)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the groups in the present language."""
        for name, count, text, size in self._heads:
            name.setText(self._look.wording.text(text))
            count.setText(str(size))

    def stand_in(self, columns: int) -> None:
        """Show the thumbnails side by side, or one below the other where there is no room for two."""
        self.setFixedWidth(WIDTH - (THUMB + 8) * (2 - columns))

    @property
    def marked_keys(self) -> tuple[str, ...]:
        """The documents that are made together; empty when it is the one that is looked at."""
        return tuple(key for key, tile in self.tiles.items() if tile.is_marked)

    def unmark(self) -> None:
        """Mark nothing."""
        for tile in self.tiles.values():
            tile.set_marked(False)
        self.marked.emit()

    def _mark(self, key: str) -> None:
        """The first mark takes the document that is looked at along."""
        if not self.marked_keys:
            shown = next((tile for tile in self.tiles.values() if tile.isChecked()), None)
            if shown is not None and shown.can_be_marked and shown.key != key:
                shown.set_marked(True)
        self.tiles[key].set_marked(not self.tiles[key].is_marked)
        self.marked.emit()

    def choose(self, key: str) -> None:
        """Show a tile as chosen without telling."""
        self.tiles[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from tile to tile."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        keys = list(self.tiles)
        focused = next((key for key, tile in self.tiles.items() if tile.hasFocus()), None)
        if step and focused is not None:
            tile = self.tiles[keys[(keys.index(focused) + step) % len(keys)]]
            tile.setFocus(Qt.FocusReason.TabFocusReason)
            tile.click()
        else:
            super().keyPressEvent(event)

    def _add_group(self, group: str, keys: list[tuple[str, str]]) -> None:
        head = QHBoxLayout()
        name, count = (
            OneLine(self._look, "", "small-strong", "text2"),
            Text(self._look, "", "micro", "text3", tabular=True),
        )
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(count)
        head.setContentsMargins(0, 0, 8, 0)
        self._heads.append((name, count, group, len(keys)))
        self._column.addLayout(head)
        tiles = FlowLayout(gap=8)
        tiles.setContentsMargins(0, 0, 0, 10)
        for key, icon in keys:
            tile = Tile(self._look, key, icon, self)
            tile.clicked.connect(self._tell)
            tile.mark_wanted.connect(self._mark)
            self.tiles[key] = tile
            tiles.addWidget(tile)
        self._column.addLayout(tiles)

    def _tell(self) -> None:
        for key, tile in self.tiles.items():
            if tile.isChecked():
                self.chosen.emit(key)
