"""What is asked for: what to place, what counts how much, for how long; for a repair who dropped out and when."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.operations.naming import delivery_title
from director_app.operations.proposing import Aim, Request, named_by
from director_app.planner.placing.goals import Goals, Weight
from director_app.planner.placing.repair import Dropout
from director_app.ui.desk import Desk
from director_app.ui.forms.record_choice import RecordChoice
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.ui.widgets.when_fields import DateField
from director_app.wording import message

SECONDS: Final = (("5", message("5 s")), ("20", message("20 s")), ("60", message("1 min")))
_GOALS: Final = {
    "preferred": message("Wished dates, usual times"),
    "corners": message("Every area, every week"),
    "shifts": message("When most shifts can come"),
    "spread": message("No week overfull"),
    "journeys": message("Few journeys"),
    "changes": message("What has a date keeps it"),
    "spare": message("A free workday each week"),
}
_WEIGHTS: Final = {
    Weight.NOT: message("not at all"),
    Weight.SOME: message("a little"),
    Weight.MUCH: message("much"),
}
_WEIGHT_WIDTH: Final = 100
_KINDS: Final = (("artists", message("Artist")), ("venues", message("Venue")))


class RequestForm(QWidget):
    """The left column.

    Signals: ``changed()`` when what it would ask for became another thing.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self.names: tuple[DeliveryId, ...] = ()
        self.aim = ChoiceField(look, self)
        self.seconds = Segments(look, "", self)
        self.weights = {name: ChoiceField(look, self, small=True) for name in _GOALS}
        self._labels = {name: Text(look, "", "small") for name in _GOALS}
        self._heads = [Text(look, "", "small-strong", "text2") for _number in range(3)]
        self._about = Text(look, "", "small", "text2", wraps=True)
        self.kind = Segments(look, "", self)
        self.kind.set_choices([(key, key) for key, _text in _KINDS])
        self.who = {key: RecordChoice(desk, key, self) for key, _text in _KINDS}
        self.first = DateField(look, desk.today(), self)
        self.last = DateField(look, desk.today(), self)
        self._days: list[datetime.date | None] = [desk.today(), desk.today()]
        self._chosen = dict.fromkeys(self.who, "")
        self._arrange()
        self._connect()
        self.retranslate()
        self.weigh(Goals())
        self.seconds.choose("20")

    # -- what is asked for -----------------------------------------------------------------------------------

    def request(self) -> Request | None:
        """What she asks for; None while a repair does not say of whom and when."""
        aim = Aim(self.aim.current() or Aim.UNPLACED)
        seconds = float(self.seconds.current() or 20)
        dropout = self._dropout() if aim is Aim.REPAIR and not self.names else None
        if aim is Aim.REPAIR and not self.names and dropout is None:
            return None
        goals = Goals(**{name: Weight(int(field.current())) for name, field in self.weights.items()})
        names = self.names if aim is Aim.REPAIR else ()
        return Request(aim, self._desk.today(), goals, seconds, names, dropout)

    def ask(self, aim: Aim, names: tuple[DeliveryId, ...] = (), who: Subject | None = None) -> None:
        """Ask for something else; a repair of some deliveries, or after somebody dropped out."""
        self.names = names
        self.aim.show_value(aim)
        if who is not None:
            self.kind.choose(who.kind)
            self._choose(who.kind, who.id)
        self.retranslate()

    def show_days(self, first: datetime.date, last: datetime.date) -> None:
        """From when to when somebody is out."""
        self._days = [first, last]
        self.first.show_date(first)
        self.last.show_date(last)
        self.changed.emit()

    def weigh(self, goals: Goals) -> None:
        """Show these weights."""
        for name, field in self.weights.items():
            field.show_value(str(int(getattr(goals, name))))

    def _dropout(self) -> Dropout | None:
        kind = self.kind.current()
        first, last = self._days
        if not self._chosen.get(kind) or first is None or last is None:
            return None
        return Dropout(Subject(kind, self._chosen[kind]), first, last)

    # -- inside ----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._heads[0])
        column.addWidget(self.aim)
        column.addWidget(self._about)
        look = self._desk.look
        self._until = Text(look, "~", "body", "text2")
        self._out = QWidget(self)
        out = QVBoxLayout(self._out)
        out.setContentsMargins(0, 0, 0, 0)
        out.setSpacing(8)
        out.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        for choice in self.who.values():
            out.addWidget(choice)
        out.addWidget(row_of(self.first, self._until, self.last))
        column.addWidget(self._out)
        column.addWidget(horizontal_line(self))
        self._weighing = QWidget(self)
        grid = QGridLayout(self._weighing)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._heads[1], 0, 0, 1, 2)
        for number, (name, field) in enumerate(self.weights.items(), start=1):
            self._labels[name].setBuddy(field)
            field.setFixedWidth(_WEIGHT_WIDTH)
            grid.addWidget(self._labels[name], number, 0)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(0, 1)
        column.addWidget(self._weighing)
        column.addWidget(self._heads[2])
        column.addWidget(self.seconds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        self.aim.chosen.connect(self._choose_aim)
        self.kind.chosen.connect(self._show_parts)
        for key, choice in self.who.items():
            choice.chosen.connect(self._take_artist if key == "artists" else self._take_venue)
        self.first.decided.connect(self._take_first)
        self.last.decided.connect(self._take_last)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording, plan = self._desk.wording, self._desk.plan
        today = self._desk.today()
        counts = {aim: len(named_by(plan, Request(aim, today))) for aim in Aim if aim is not Aim.REPAIR}
        present = self.aim.current() or Aim.UNPLACED
        self.aim.set_choices(
            [
                (Aim.UNPLACED, wording.text("Without a date ({n})", n=wording.number(counts[Aim.UNPLACED]))),
                (
                    Aim.NOT_LOCKED,
                    wording.text("All that is not locked ({n})", n=wording.number(counts[Aim.NOT_LOCKED])),
                ),
                (
                    Aim.APPLICATIONS,
                    wording.text("Applications that wait ({n})", n=wording.number(counts[Aim.APPLICATIONS])),
                ),
                (Aim.REPAIR, wording.text("Mend after a dropout or cancellation")),
            ]
        )
        self.aim.show_value(present)
        heads = (message("What is placed"), message("What counts"), message("Search for"))
        for text, words in zip(self._heads, heads, strict=True):
            text.setText(wording.text(words))
        self.aim.setAccessibleName(wording.text("What is placed"))
        self.seconds.setAccessibleName(wording.text("Search for"))
        self.seconds.set_choices([(key, wording.text(text)) for key, text in SECONDS])
        self.kind.setAccessibleName(wording.text("Who dropped out"))
        self.kind.set_choices([(key, wording.text(text)) for key, text in _KINDS])
        for name, field in self.weights.items():
            self._labels[name].setText(wording.text(_GOALS[name]))
            field.setAccessibleName(wording.text(_GOALS[name]))
            field.set_choices([(str(int(weight)), wording.text(text)) for weight, text in _WEIGHTS.items()])
        for key, choice in self.who.items():
            choice.name_both(wording.text("Who dropped out"))
            choice.show_record(plan, self._chosen[key], wording.text("choose …"))
        for date_field, day, name in zip(
            (self.first, self.last), self._days, (message("First day out"), message("Last day out")), strict=True
        ):
            date_field.setAccessibleName(wording.text(name))
            date_field.show_date(day)
        self._show_parts()

    def _show_parts(self, _chosen: object = None) -> None:
        is_repair = self.aim.current() == Aim.REPAIR
        self._out.setVisible(is_repair and not self.names)
        self._weighing.setVisible(not is_repair)
        for key, choice in self.who.items():
            choice.setVisible(key == self.kind.current())
        self._about.setText(self._words(self._desk.plan))
        self.changed.emit()

    def _words(self, plan: Plan) -> str:
        wording = self._desk.wording
        if self.aim.current() == Aim.APPLICATIONS:
            return wording.text("Corners that wait longest come first, then whoever asked first.")
        if self.aim.current() != Aim.REPAIR:
            return wording.text("What is locked or over stays as it is.")
        words = wording.text(
            "Another time, place or act for what is lost, so that as few people as possible must be told."
        )
        named = [f"{plan.deliveries[name].number} {delivery_title(wording, plan, name)}".strip() for name in self.names]
        return "\n".join([*named, words])

    def _choose_aim(self, _aim: str) -> None:
        self.names = ()
        self._show_parts()

    def _choose(self, kind: str, identity: str) -> None:
        self._chosen[kind] = identity
        self.changed.emit()

    def _take_artist(self, identity: str) -> None:
        self._choose("artists", identity)

    def _take_venue(self, identity: str) -> None:
        self._choose("venues", identity)

    def _take_first(self, day: datetime.date | None) -> None:
        self._days[0] = day
        if day is not None and (self._days[1] is None or self._days[1] < day):
            self._days[1] = day
            self.last.show_date(day)
        self.changed.emit()

    def _take_last(self, day: datetime.date | None) -> None:
        self._days[1] = day
        self.changed.emit()
