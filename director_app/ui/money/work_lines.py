"""Works of light as a list: two rows of fields each, and the real clock times of tonight, reckoned from the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from director_app.documents.light_words import hours
from director_app.domain.ids import WorkId
from director_app.domain.lights import Work
from director_app.planner.light import light_of
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import DECIMAL
from director_app.ui.forms.named_choices import REFERENCE, named_choices
from director_app.ui.forms.week_hours import CLOSURES
from director_app.ui.lines.record_lines import RecordLine
from director_app.ui.lines.sorted_lines import SortedLines
from director_app.ui.money.fields import WORK
from director_app.ui.widgets.text import OneLine
from director_app.wording import message

TONIGHT: Final = message("tonight {hours}")
_TONIGHT_WIDTH: Final = 150


#: The second row: who made it, whose it is, what it needs, when it is dark, and what was agreed with neighbours.
MORE: Final[Sequence[FieldSpec]] = (
    FieldSpec("artist", message("Artist"), REFERENCE, choices=named_choices("artists", message("Artist")), width=150),
    FieldSpec(
        "owner", message("Owner"), REFERENCE, choices=named_choices("organisations", message("Owner")), width=150
    ),
    FieldSpec("power_kw", message("Power"), DECIMAL, width=76, hint=message("kW")),
    FieldSpec("maintenance", message("Dark for maintenance"), CLOSURES, hint=message("12/24~12/26 and the reason")),
    FieldSpec("neighbours", message("Neighbours"), hint=message("agreed with neighbours")),
)


class WorkLines(SortedLines):
    """Every work with its facts and tonight's hours."""

    def __init__(self, desk: Desk) -> None:
        self._tonight: dict[str, OneLine] = {}
        super().__init__(
            desk, "works", message("Works of light"), WORK, add_hint=message("New work"), order=_by_title
        )  # fmt: skip

    def refresh(self) -> None:
        """Show the works as they are now, and when each is lit tonight."""
        super().refresh()
        plan, wording, today = self._desk.plan, self._desk.wording, self._desk.today()
        self._tonight = {one: words for one, words in self._tonight.items() if one in plan.works}
        for identity, words in self._tonight.items():
            work = plan.works[WorkId(identity)]
            said = hours(wording, light_of(plan, work, today)) or wording.text("not there")
            words.setText(wording.text(TONIGHT, hours=said))

    def _made(self, identity: str) -> RecordLine:
        line = super()._made(identity)
        words = self._tonight[identity] = OneLine(self._desk.look, "", "small", "text2", tabular=True)
        words.setFixedSize(_TONIGHT_WIDTH, 30)
        words.setIndent(8)
        line.put_below(MORE, words)
        return line


def _by_title(work: Work) -> tuple[str, str]:
    return work.title, work.id
