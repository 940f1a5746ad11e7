"""What a calendar file would hold, as a list in the order of the dates."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from director_app.documents.opening import weekly_hours
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order
from director_app.operations.sentences import delivery_title
from director_app.ui.desk import Desk
from director_app.ui.models.columns import Column, Listing, Piece, RowText, Scene
from director_app.ui.models.record_table import RecordTable
from director_app.ui.models.two_lines import TwoLineDelegate
from director_app.ui.publishing.choice import Choice
from director_app.ui.widgets.text import OneLine, Text, set_ground
from director_app.ui.words import STATUS_WORDS, day_text, time_text, venue_name


class CalendarList(QWidget):
    """Title, one sentence, and the entries."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: dict[str, Delivery] = {}
        self._is_internal = False
        set_ground(self, "canvas")
        look = desk.look
        self.title = OneLine(look, "", "strong")
        self.sentence = Text(look, "", "small", "text2", wraps=True)
        self.model = RecordTable(Listing("deliveries", (Column("entry", "", _text, sort=_sort, line=self._line),)),
                                 desk.wording, self)  # fmt: skip
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMaximumWidth(760)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 0)
        column.setSpacing(6)
        for widget in (self.title, self.sentence):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.model.set_wording(self._desk.wording)
        self.list.setAccessibleName(self._desk.wording.text("Entries of the calendar"))

    def show_entries(self, choice: Choice, deliveries: list[Delivery], title: str, lacking: str) -> None:
        """Show what would be in the file."""
        wording = self._desk.wording
        self._is_internal = choice.is_internal
        kept = [
            one for one in deliveries if one.date is not None and (choice.is_internal or one.status is not Status.IDEA)
        ]
        self._wanted = {one.id: one for one in kept}
        self.title.setText(title)
        count = wording.plural("{n} entry", "{n} entries", len(kept))
        promise = (
            wording.text("with contacts and notes, for the team only")
            if choice.is_internal
            else wording.text("without contact details and ideas")
        )
        self.sentence.setText(lacking or f"{count} · {promise}")
        self.model.set_keep(self._keeps)
        self.model.show_plan(self._desk.plan)

    def _keeps(self, delivery: Delivery, _scene: Scene) -> bool:
        return delivery.id in self._wanted

    def _line(self, delivery: Delivery, scene: Scene) -> RowText:
        wording = scene.wording
        time = (delivery.start is None and weekly_hours(wording, delivery)) or time_text(wording, delivery)
        when = f"{day_text(wording, delivery)} {time}"
        place = venue_name(wording, scene.plan, delivery)
        return RowText(
            delivery_title(wording, scene.plan, delivery.id),
            (Piece(when), Piece(" · "), Piece(place, undecided=place == wording.undecided())),
            right=wording.text(STATUS_WORDS[delivery.status]),
            muted=not delivery.status.takes_place,
        )


def _text(delivery: Delivery, scene: Scene) -> str:
    return delivery_title(scene.wording, scene.plan, delivery.id)


def _sort(delivery: Delivery, _scene: Scene) -> object:
    return date_order(delivery)
