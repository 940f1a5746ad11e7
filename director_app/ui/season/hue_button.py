"""The colour of an initiative: a swatch that opens the eight hues there are."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from director_app.domain.programme import Initiative
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

HUES: Final = 8
COLOUR: Final = message("Colour")


class HueButton(Button):
    """Shows the hue of the editor's initiative and lets her choose another; the code beside it says the same."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(editor.desk.look, "", "glyph", parent=parent, small=True)
        self._editor = editor
        self.clicked.connect(self._open)
        editor.shown.connect(self._show_record)
        editor.desk.theme_changed.connect(self.update)
        self._show_record(editor.record)

    def make_menu(self) -> QMenu:
        """The eight hues."""
        look, wording = self._editor.desk.look, self._editor.desk.wording
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for hue in range(HUES):
            action = QAction(_icon(look, hue), wording.text("Colour {n}", n=hue + 1), menu)
            action.setData(hue)
            action.setCheckable(True)
            action.setChecked(hue == self._hue())
            menu.addAction(action)
        menu.triggered.connect(self._choose)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the swatch."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_swatch(painter, self._editor.desk.look, QRect(4, (self.height() - 16) // 2, 16, 16), self._hue())
        painter.end()

    def _hue(self) -> int:
        record = self._editor.record
        return record.hue if isinstance(record, Initiative) else 0

    def _show_record(self, _record: object) -> None:
        self.name_only(self._editor.desk.wording.text("Colour {n}", n=self._hue() % HUES + 1))
        self.setEnabled(not self._editor.desk.is_read_only)
        self.update()

    def _open(self) -> None:
        self.make_menu().popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _choose(self, action: QAction) -> None:
        desk = self._editor.desk
        sentence = self._editor.change("hue", int(action.data()), desk.wording.text(COLOUR))
        if sentence:
            desk.say(sentence, level="warning")


def paint_swatch(painter: QPainter, look: Look, area: QRect, hue: int) -> None:
    """A rounded square of an initiative's tint with its edge at the left."""
    colours = look.theme.initiative(hue)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colours.edge)
    painter.setBrush(colours.edge)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _icon(look: Look, hue: int) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, look, pixmap.rect(), hue)
    painter.end()
    return QIcon(pixmap)
