"""How long it takes from area to area, on foot and by van: a line for each way, added by typing two areas."""

from __future__ import annotations

import re
from typing import Any, Final

from director_app.domain.ids import AreaId, TravelId, new_id
from director_app.domain.places import Travel
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import COUNT
from director_app.ui.forms.name_field import AmbiguousName, named
from director_app.ui.forms.named_choices import REFERENCE, named_choices
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.lines.sorted_lines import SortedLines
from director_app.wording import message

NOT_A_WAY: Final = message("Write two areas of the season with a dash between them, and minutes if you know them.")
_TYPED: Final = re.compile(r"^(?P<one>.+?)\s*[-–—~→↔/]\s*(?P<other>.+?)(?:\s+(?P<van>\d{1,3})\s*(?:분|min)?)?$")


def _areas(editor: RecordEditor) -> list[tuple[str, str]]:
    """A way has two ends: nothing cannot be chosen."""
    return named_choices("areas", message("Area"))(editor)[1:]


_WAY: Final = (
    FieldSpec("one", message("Way from"), REFERENCE, choices=_areas),
    FieldSpec("other", message("Way to"), REFERENCE, choices=_areas),
    FieldSpec("walk_minutes", message("Minutes on foot"), COUNT, width=44, unit=message("on foot")),
    FieldSpec("van_minutes", message("Minutes by van"), COUNT, width=44, unit=message("by van")),
)


class WayLines(SortedLines):
    """The ways of the season; both directions take as long."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            "travels",
            message("Ways between areas"),
            _WAY,
            add_hint=message("New way: area – area"),
            order=self._place_of,
        )

    def new(self, text: str) -> Any:
        """The way between two areas; what is typed behind them are minutes by van."""
        found = _TYPED.match(text)
        ends = [self._area(found[name]) for name in ("one", "other")] if found else [None]
        if found is None or None in ends or ends[0] == ends[1]:
            return self._desk.wording.text(NOT_A_WAY)
        minutes = int(found["van"]) if found["van"] else None
        return Travel(TravelId(new_id()), AreaId(ends[0] or ""), AreaId(ends[1] or ""), van_minutes=minutes)

    def _area(self, name: str) -> str | None:
        try:
            return named(self._desk.plan, "areas", name)
        except AmbiguousName:
            return None

    def _place_of(self, way: Travel) -> tuple[str, str, str]:
        areas = self._desk.plan.areas
        one, other = (areas[end].name if end in areas else "" for end in (way.one, way.other))
        return one, other, way.id
