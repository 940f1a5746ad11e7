"""Handing over: for whom, which part, without what, and with which passphrase."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from director_app import paths
from director_app.atomic_files import clean_file_name
from director_app.domain.ids import AreaId
from director_app.domain.refusals import Refusal
from director_app.operations.handing_over import Order, Packed, remember
from director_app.operations.kept_contents import contents_beside
from director_app.operations.publishing import refuse_over_plan
from director_app.operations.whole_plans import ledger_of
from director_app.planner.scope import EVERYTHING, Scope
from director_app.ui.desk import Desk
from director_app.ui.exchange.work import pack_beside
from director_app.ui.forms.record_choice import RecordChoice
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField, Tick
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.text import Text
from director_app.ui.widgets.when_fields import DateField
from director_app.wording import message

WHOLE, AREA, DAYS = "whole", "area", "days"
_PARTS: Final = ((WHOLE, message("The whole season")), (AREA, message("One area")), (DAYS, message("Some days")))
_FIELD_WIDTH: Final = 320
_DATE_WIDTH: Final = 140


class HandOverForm(QWidget):
    """Everything that is asked before a bundle is written, and the button that writes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self._about = Text(look, "", "body", "text2", wraps=True)
        self._labels = [Text(look, "", "strong") for _number in range(3)]
        self.name = LineField(look)
        self.part = Segments(look, "", self)
        self.part.set_choices([(key, key) for key, _words in _PARTS])
        self.area = RecordChoice(desk, "areas", self)
        self.first = DateField(look, desk.today(), self)
        self.last = DateField(look, desk.today(), self)
        self._chosen_area = ""
        self._file = ""
        self._days: list[datetime.date | None] = [desk.today(), desk.today() + datetime.timedelta(days=6)]
        self.private = Tick(look)
        self.passphrase = LineField(look)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._hint = Text(look, "", "small", "text2", wraps=True)
        self.button = Button(look, "", "primary")
        self._arrange()
        self.part.chosen.connect(self._show_part)
        self.area.chosen.connect(self._take_area)
        self.first.decided.connect(self._take_first)
        self.last.decided.connect(self._take_last)
        self.button.clicked.connect(self.write)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        text = wording.text
        self._about.setText(
            text(
                "Write this plan, or a part of it, into a file for another desk. When it comes back, what was done "
                "there is merged into this plan."
            )
        )
        names = (text("Who gets it"), text("Which part"), text("Passphrase"))
        for label, field, name in zip(self._labels, (self.name, self.part, self.passphrase), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.name.setPlaceholderText(text("such as a deputy, a city, a company"))
        self.part.set_choices([(key, text(words)) for key, words in _PARTS])
        self.area.name_both(text("Area"))
        self.first.setAccessibleName(text("First day"))
        self.last.setAccessibleName(text("Last day"))
        self.private.setText(text("Without contacts that are not public, fees, notes and money"))
        self._hint.setText(
            text("With a passphrase the file is encrypted. Tell it on another way; without it nobody opens the file.")
        )
        self.passphrase.setPlaceholderText(text("none"))
        self.button.setText(text("Write the file …"))
        self._show_part()

    def scope(self) -> Scope | None:
        """What goes along; None while the part is not named."""
        part = self.part.current() or WHOLE
        if part == WHOLE:
            return EVERYTHING
        if part == AREA:
            return EVERYTHING._replace(area=AreaId(self._chosen_area)) if self._chosen_area else None
        first, last = self._days
        return None if first is None or last is None else EVERYTHING._replace(since=first, until=last)

    def write(self) -> None:
        """Ask where, and write the file beside the window."""
        desk = self._desk
        desk.finish_typing()
        scope, wording = self.scope(), desk.wording
        if scope is None:
            desk.say(wording.text("Say which part goes along."), level="warning")
            return
        stem = " ".join(part for part in (desk.open_plan.path.stem, self.name.text().strip()) if part)
        suggested = desk.open_plan.path.with_name(clean_file_name(stem, paths.BUNDLE_SUFFIX))
        title, kinds = wording.text("Hand over to another desk"), wording.text("Bundles for another desk (*.cdbundle)")
        path = desk.questions.file_to_write(self, title, kinds, suggested)
        if path is None:
            return
        path = path if path.suffix else path.with_name(f"{path.name}{paths.BUNDLE_SUFFIX}")
        try:
            refuse_over_plan(desk.open_plan.path, path)
            ledger = ledger_of(desk.open_plan)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return
        now = datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk
        order = Order(path, now, self.name.text(), scope, not self.private.isChecked(), self.passphrase.text())
        self._file = path.name
        if self.button.hasFocus():
            self.name.setFocus()  # Qt would hand it to whatever stands first on the page
        self.button.setEnabled(False)
        desk.background.run(
            pack_beside, desk.plan, order, ledger, contents_beside(desk.open_plan),
            then=self._written, failed=self._failed, title=wording.text("The file is written"),
        )  # fmt: skip

    def _written(self, packed: Packed) -> None:
        desk = self._desk
        self.button.setEnabled(True)
        if desk.attempt(partial(_remembered, desk, packed)):
            self.passphrase.show_other("")
            desk.say(desk.wording.text("{file} is ready for the other desk.", file=self._file), level="ok")

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, Refusal):
            raise error
        self._desk.say_refusal(error)

    def _show_part(self, _chosen: object = None) -> None:
        part, wording = self.part.current() or WHOLE, self._desk.wording
        self.area.setVisible(part == AREA)
        self._dates.setVisible(part == DAYS)
        self.area.show_record(self._desk.plan, self._chosen_area, wording.text("choose …"))
        for field, day in zip((self.first, self.last), self._days, strict=True):
            field.show_date(day)

    def _take_area(self, identity: str) -> None:
        self._chosen_area = identity

    def _take_first(self, day: datetime.date | None) -> None:
        self._days[0] = day

    def _take_last(self, day: datetime.date | None) -> None:
        self._days[1] = day

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        left = Qt.AlignmentFlag.AlignLeft
        for field in (self.name, self.passphrase, self.area):
            field.setFixedWidth(_FIELD_WIDTH)
        for field in (self.first, self.last):
            field.setFixedWidth(_DATE_WIDTH)
        self._dates = row_of(self.first, Text(self._desk.look, "~", "body", "text2"), self.last, 1)
        name, part, passphrase = self._labels
        for widget in (self._about, name, self.name, part, self.part, self.area, self._dates, self.private):
            if widget in (name, part, self.private):
                column.addSpacing(8)
            if widget is self._about:
                column.addWidget(widget)
            else:
                column.addWidget(widget, 0, left)
        column.addSpacing(8)
        column.addWidget(passphrase)
        column.addWidget(self.passphrase, 0, left)
        column.addWidget(self._hint)
        column.addSpacing(12)
        column.addWidget(self.button, 0, left)
        column.addStretch(1)


def _remembered(desk: Desk, packed: Packed) -> bool:
    remember(desk.open_plan, packed)
    return True
