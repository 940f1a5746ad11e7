"""How the cells of the list are typed into. A text that is not understood stays in its field until it is, or Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from director_app.ui.drafts import DraftKeeper
from director_app.ui.schedule.list_choices import Offer, Offers
from director_app.ui.schedule.list_columns import KEYS
from director_app.ui.schedule.list_edits import New
from director_app.ui.schedule.list_panel import OfferPanel
from director_app.ui.widgets.composed_line import ComposedLine
from director_app.ui.widgets.kept_typing import commit_composition
from director_app.ui.widgets.text import restyle

if TYPE_CHECKING:
    from director_app.ui.schedule.list_ground import ListGround

_Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW: Final = 28
_STAYS: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another program or a menu over the window does not end the typing."""


class CellEditor(ComposedLine):
    """A cell being typed into."""

    def __init__(self, parent: QWidget, delivery: str, column: str) -> None:
        super().__init__(parent)
        self.delivery, self.column = delivery, column
        self.is_taken = self.is_refused = False
        self.offers: Offers | None = None
        self.waiting: DraftKeeper | None = None
        self.setFrame(False)
        self.setProperty("ring", "none")

    def show_refused(self, sentence: str) -> None:
        """Mark the text as not understood; an empty sentence takes the mark away."""
        if self.is_refused != bool(sentence):
            self.is_refused = bool(sentence)
            self.setProperty("wrong", self.is_refused)
            restyle(self)
        self.setAccessibleDescription(sentence)


class ListDelegate(QStyledItemDelegate):
    """Edits the cells; drawing is the view's own."""

    def __init__(self, view: ListGround) -> None:
        super().__init__(view)
        self._view = view
        self._panel: OfferPanel | None = None
        self._editor: CellEditor | None = None

    def paint(self, _painter: QPainter, _option: QStyleOptionViewItem, _index: _Index) -> None:
        """Nothing: rows are drawn whole by the view."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        return QSize(60, _ROW)

    @property
    def panel(self) -> OfferPanel:
        """What floats under the field."""
        if self._panel is None:
            self._panel = OfferPanel(self._view.shared.desk.look, self._view)
            self._panel.picked.connect(self._picked)
        return self._panel

    def refused_editor(self) -> CellEditor | None:
        """The field whose text was not understood."""
        editor = self._editor
        return editor if editor is not None and editor.is_refused and not editor.is_taken else None

    # -- Qt's questions ----------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A field over the cell."""
        view, desk = self._view, self._view.shared.desk
        one = view.table.delivery_at(index.row())
        column = KEYS[index.column()]
        editor = CellEditor(parent, one.id if one is not None else "", column)
        editor.setFont(desk.look.font("body", tabular=True))
        editor.setAccessibleName(view.table.head([index.column()])[0])
        if one is not None:
            editor.offers = Offers(view.table.scene, view.names, desk.live_check, one, column)
        editor.written.connect(self._typing)
        self._editor = editor
        if one is not None:
            editor.waiting = DraftKeeper(desk.drafts, desk.look.typing, editor, f"cell {column}")
            editor.waiting.stand_at("deliveries", one.id)
        return editor

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """The field goes, and what floats under it."""
        if editor is self._editor:
            self._editor = None
            self._view.shared.desk.look.typing.let_go(self)
            self._hide_panel()
        if isinstance(editor, CellEditor) and editor.waiting is not None:
            editor.waiting.leave(settled=editor.is_taken)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The text of the cell; what is being typed is left alone."""
        if isinstance(editor, CellEditor) and not editor.is_typed_into and not editor.is_refused:
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, _editor: QWidget, _model: Any, _index: _Index) -> None:
        """Nothing: a text is taken by the keys, or when the field loses them."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Exactly over the cell."""
        rect: QRect = option.rect
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys that end the typing; losing the focus takes the text."""
        if not isinstance(editor, CellEditor):
            return super().eventFilter(editor, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(editor, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self._take(editor, 0, 0, with_offer=False)
            return False
        return super().eventFilter(editor, event)

    def _key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER:
            self._take(editor, -1 if back else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._take(editor, 0, -1 if back or key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_Escape:
            self._close(editor)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(editor, event)
        else:
            return False
        return True

    def finish_typing(self) -> None:
        """Take what is being typed now; a text that is not understood stays in its field."""
        editor = self._editor
        if editor is not None and editor.is_typed_into:
            self._take(editor, 0, 0, with_offer=False)

    # -- typing ------------------------------------------------------------------------------------------------

    def _typing(self) -> None:
        editor = self._editor
        if editor is not None and not editor.is_taken:
            self._view.shared.desk.look.typing.hold(self)
            editor.show_refused("")
            self._offer(editor, "")

    def _offer(self, editor: CellEditor, why: str) -> None:
        typed = editor.typed()
        offers = editor.offers.of(typed) if editor.offers is not None else []
        best = -1
        if editor.offers is not None and offers:
            understood = not self._view.why_refused(editor.delivery, editor.column, typed)
            best = editor.offers.best(typed, offers, is_understood=understood)
            if why and best < 0:
                best = 0
        corner = editor.mapTo(self._view, QPoint(0, 0))
        self.panel.show_offers(offers, best, why, QRect(corner, editor.size()))
        self._say_chosen(editor)

    def _step(self, editor: CellEditor, event: QKeyEvent) -> None:
        """The arrows walk through what is offered; without it they end the typing, as in a spreadsheet."""
        way = 1 if event.key() == Qt.Key.Key_Down else -1
        if self.panel.has_offers():
            self.panel.step(way)
            self._say_chosen(editor)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._offer(editor, "")
        else:
            self._take(editor, way, 0)

    def _say_chosen(self, editor: CellEditor) -> None:
        offer = self.panel.chosen()
        if offer is not None:
            editor.setAccessibleDescription(f"{offer.says} {offer.remark}".strip())

    def _picked(self, offer: Offer) -> None:
        if self._editor is not None:
            self._write(self._editor, offer.text, offer.new, (0, 0))

    def _take(self, editor: CellEditor, down: int, right: int, *, with_offer: bool = True) -> None:
        """Take the text and go on; a text that is not understood stays, with the reason under it."""
        if editor.is_taken:
            return
        commit_composition()
        offer = self._panel.chosen() if self._panel is not None and with_offer else None
        if offer is not None:
            self._write(editor, offer.text, offer.new, (down, right))
        elif editor.is_typed_into:
            self._write(editor, editor.typed(), "refuse", (down, right))
        else:
            self._close(editor)
            self._view.go(editor.delivery, editor.column, down, right)

    def _write(self, editor: CellEditor, text: str, new: New, way: tuple[int, int]) -> None:
        view = self._view
        why = view.why_refused(editor.delivery, editor.column, text, new)
        if why:
            if new == "refuse" and text != editor.text():
                editor.setText(text)
                editor.setModified(True)
            editor.show_refused(why)
            self._offer(editor, why)
            return
        delivery, column = editor.delivery, editor.column
        target = view.beside(delivery, column, *way)
        self._close(editor)
        view.write_cell(delivery, column, text, new)
        if way != (0, 0):
            view.stand_on(target)

    def _close(self, editor: CellEditor) -> None:
        editor.is_taken = True
        self._hide_panel()
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _hide_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()
