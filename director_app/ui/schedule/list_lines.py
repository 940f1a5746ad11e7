"""A delivery as a row of the list: its texts, each made when it is first wanted."""

from __future__ import annotations

from director_app.domain.programme import Delivery
from director_app.domain.published import initiative_of
from director_app.operations.fix_sentences import KIND_WORDS
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import in_order
from director_app.ui.desk import Desk
from director_app.ui.schedule.items import confirmation_states, hue_of
from director_app.ui.schedule.list_columns import KEYS, PROBLEMS
from director_app.ui.schedule.list_texts import Cell, Scene, cell_of


class Line:
    """The texts of a row, and what the painter needs beside them.

    Attributes:
        level: of the worst problem; empty without one.
    """

    __slots__ = ("_problem", "cells", "confirmations", "generation", "hue", "level", "one", "status")

    def __init__(self, desk: Desk, one: Delivery, generation: int) -> None:
        self.one, self.generation = one, generation
        self.cells: dict[int, Cell] = {}
        self.status = one.status
        self.hue = hue_of(desk.plan, initiative_of(desk.plan, one))
        self.confirmations = confirmation_states(one)
        self.level, self._problem = _in_short(desk, one)

    def cell(self, scene: Scene, column: int) -> Cell:
        """The text of a cell and whether it is open."""
        kept = self.cells.get(column)
        if kept is None:
            found = (self._problem, False) if column == PROBLEMS else cell_of(scene, self.one, KEYS[column])
            kept = self.cells[column] = found
        return kept


def _in_short(desk: Desk, one: Delivery) -> tuple[str, str]:
    """Level and name of the worst problem, and how many more there are: a column has no room for sentences."""
    found = desk.problems_of(("deliveries", one.id))
    if not found:
        return "", ""
    worst = in_order(desk.plan, found)[0]
    name = desk.wording.text(KIND_WORDS[worst.kind])
    if len(found) == 1:
        return str(worst.level), name
    return str(worst.level), desk.wording.text("{problem} +{n}", problem=name, n=len(found) - 1)


def problems_in_full(desk: Desk, one: Delivery) -> str:
    """Every problem of a delivery as a sentence, the worst first, each on a line."""
    found = in_order(desk.plan, desk.problems_of(("deliveries", one.id)))
    return "\n".join(problem_sentence(desk.wording, desk.plan, problem) for problem in found)
