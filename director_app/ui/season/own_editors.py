"""Editors of the two records a plan has one of; what is not there yet is shown empty and comes with its first fact."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from director_app.domain.edits import Add, Change, Edit, Put, Several
from director_app.domain.ids import ComplexId, new_id
from director_app.domain.plan import SEASON
from director_app.domain.season import Complex, Season
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.field_paths import changes_at
from director_app.ui.forms.record_editor import RecordEditor


class SeasonEditor(RecordEditor):
    """Shows the plan's season."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, "seasons", parent)
        self.id = SEASON

    @property
    def record(self) -> Season:
        """The season, an empty one when none was written yet."""
        return self.desk.plan.season

    def change(self, path: str, value: Any, label: str) -> str:
        """Write one field; "" when done, else the sentence that says why not."""
        season = self.record
        return self.perform(writing(self.desk, changes_at(season, path, value)), self.step(label))

    def step(self, label: str) -> StepName:
        """The season's title is long and there is one season: the field names the step."""
        return steps.changed(self.desk.wording.text("Season"), label)


class ComplexEditor(RecordEditor):
    """Shows the season's complex; the first fact about one adds it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, "complexes", parent)
        self._blank = Complex(ComplexId(new_id()))
        self.follow()

    @property
    def record(self) -> Complex:
        """The complex, an empty one when there is none yet."""
        return self.desk.plan.complex or self._blank

    @property
    def is_there(self) -> bool:
        """Whether the plan has a complex."""
        return self.desk.plan.complex is not None

    def follow(self) -> None:
        """Show the complex of the season as it is now."""
        self.show(self.record.id)

    def change(self, path: str, value: Any, label: str) -> str:
        """Write one field; "" when done, else the sentence that says why not."""
        return self.perform(self._written(changes_at(self.record, path, value)), self.step(label))

    def step(self, label: str) -> StepName:
        """There is one complex: the field names the step."""
        return steps.changed(self.desk.wording.text("Industrial complex"), label)

    def add(self) -> bool:
        """Have a complex to hang a logo on; whether there is one now."""
        if self.is_there:
            return True
        name = StepName(steps.ADDED, {"title": self.desk.wording.text("Industrial complex")})
        sentence = self.perform(self._written({}), name)
        if sentence:
            self.desk.say(sentence, level="warning")
        return not sentence

    def _written(self, values: dict[str, Any]) -> Edit:
        if self.is_there:
            return Change("complexes", self.id, values)
        if not any(values.values()) and values:
            return Several(())
        added = self._blank._replace(**values)
        return Several((Add((added,)), writing(self.desk, {"complex": added.id})))


def writing(desk: Desk, values: dict[str, Any]) -> Edit:
    """The edit that sets fields of the season, whether one was written before or not."""
    if SEASON in desk.plan.seasons:
        return Change("seasons", SEASON, values)
    return Put(desk.plan.season._replace(**values))
