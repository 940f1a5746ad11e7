"""The season itself on one page: every fact in place, saved at once, each change one named step."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.ids import AreaId
from director_app.planner.coverage import heads_of
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import BoundField
from director_app.ui.forms.bound_form import BoundForm, Section
from director_app.ui.lines.record_lines import RecordLine, RecordLines
from director_app.ui.season import fields
from director_app.ui.season.credit_lines import CreditLines
from director_app.ui.season.hue_button import HUES, HueButton
from director_app.ui.season.logo_field import LogoField
from director_app.ui.season.own_editors import ComplexEditor, SeasonEditor
from director_app.ui.season.problem_levels import ProblemLevels
from director_app.ui.season.way_lines import WayLines
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.text import set_ground
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content
from director_app.wording import message

TWO_COLUMNS_FROM: Final = 1000
"""Below this width the second column stands under the first."""
WIDEST: Final = 760
LOGO_SIZE: Final = (128, 56)
_LABELS: Final = 92


class SeasonPage(SeenPage):
    """Season, complex, print texts at the left; areas, initiatives, credits at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.season = SeasonEditor(desk, self)
        self.complex = ComplexEditor(desk, self)
        self.title = BoundField(self.season, fields.TITLE)
        self.title_en = BoundField(self.season, fields.TITLE_EN)
        self.facts = BoundForm(self.season, fields.SEASON, label_width=_LABELS)
        self.facts.add_pair("period", fields.PERIOD)
        for spec in (*fields.SEASON_MORE, fields.SAMPLE):
            self.facts.add_field(spec)
        self.place = BoundForm(self.complex, fields.COMPLEX, label_width=_LABELS)
        self.logo = LogoField(self.complex, self.complex.add, LOGO_SIZE)
        self.place.add_row(desk.wording.text("Logo"), self.logo, key="logo")
        self.contact = BoundForm(self.complex, fields.COMPLEX_CONTACT, label_width=_LABELS)
        self.enquiries = BoundForm(self.season, fields.ENQUIRIES, label_width=_LABELS)
        self.notes = BoundForm(self.season, fields.NOTES, label_width=_LABELS)
        self.stock = BoundForm(self.season, fields.STOCK, label_width=_LABELS)
        self.filings = BoundForm(self.complex, fields.FILING, label_width=_LABELS)
        self.travel_ways = WayLines(desk)
        self.areas = RecordLines(
            desk,
            "areas",
            message("Areas"),
            fields.AREA,
            add_hint=message("New area"),
            fresh=self._fresh_area,
        )
        self.initiatives = RecordLines(
            desk,
            "initiatives",
            message("Initiatives"),
            fields.INITIATIVE,
            add_hint=message("New initiative"),
            fresh=self._fresh_initiative,
            dress=self._give_colour,
        )
        self.credits = CreditLines(desk)
        self.levels = ProblemLevels(desk)
        self._sections = {
            "complex": Section(desk, message("Industrial complex")),
            "enquiries": Section(desk, message("Printed for enquiries")),
            "notes": Section(desk, message("Texts on every print")),
            "planner": Section(desk, message("What the planner counts with")),
            "contact": Section(desk, message("Contact (not in print)")),
        }
        self.areas.completed.connect(self._show_derived_heads)
        self._arrange()
        self._name_everything()

    # -- what the window asks -------------------------------------------------------------------------------

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Season facts")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._name_everything()
        self.plan_replaced()

    def _name_everything(self) -> None:
        wording = self.desk.wording
        for field in (self.title, self.title_en):
            field.retranslate()
            field.input.setAccessibleName(field.label)
        for form in (self.facts, self.place, self.contact, self.enquiries, self.notes, self.stock, self.filings):
            form.retranslate()
        self.place.set_label("logo", wording.text("Logo"))
        self.logo.retranslate()
        for section in (*self._sections.values(), *self._lists()):
            section.retranslate()

    def plan_replaced(self) -> None:
        """Show the season as it is now."""
        self.season.refresh()
        self.complex.follow()
        for section in self._lists():
            section.refresh()
        self.facts.show_row(fields.SAMPLE.path, visible=self.desk.plan.season.is_sample)

    def _lists(self) -> tuple[RecordLines | CreditLines | ProblemLevels, ...]:
        return self.areas, self.travel_ways, self.initiatives, self.credits, self.levels

    def show_subject(self, subject: object) -> None:
        """Put the cursor into the title when "title" is asked for."""
        if subject == "title":
            self.title.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= TWO_COLUMNS_FROM
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # -- inside ---------------------------------------------------------------------------------------------

    def _fresh_area(self) -> dict[str, Any]:
        return {"complex": self.desk.plan.season.complex}

    def _fresh_initiative(self) -> dict[str, Any]:
        """The first hue that no initiative has yet."""
        used = {one.hue % HUES for one in self.desk.plan.initiatives.values()}
        free = [hue for hue in range(HUES) if hue not in used]
        return {"hue": free[0] if free else len(self.desk.plan.initiatives) % HUES}

    def _give_colour(self, line: RecordLine) -> None:
        line.put_first(HueButton(line.editor))

    def _show_derived_heads(self) -> None:
        """Where no figure was stated, the sum of the sites stands in grey."""
        wording, plan = self.desk.wording, self.desk.plan
        for line in self.areas.made():
            field = line.fields[-1].input
            if isinstance(field, LineField):
                heads = heads_of(plan, AreaId(line.editor.id))
                field.setPlaceholderText(wording.text("sites: {n}", n=wording.number(heads)) if heads else "")

    def _arrange(self) -> None:
        set_ground(self, "surface")
        content = scrolled_content(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(40)
        row = QHBoxLayout(content)
        row.setContentsMargins(18, 18, 24, 32)
        row.addLayout(self._columns, 1000)
        row.addStretch(1)
        texts = (self._sections["enquiries"], self._sections["notes"])
        # From the outside in: with each new parent Qt styles everything inside again.
        _fill(
            self._columns, self.facts, self._sections["complex"], self._sections["contact"], *texts, head=self._head()
        )
        planner = self._sections["planner"]
        _fill(self._columns, self.areas, self.initiatives, self.credits, self.travel_ways, planner, self.levels)
        planner.add(self.stock)
        planner.add(self.filings)
        self._sections["complex"].add(self.place)
        self._sections["enquiries"].add(self.enquiries)
        self._sections["notes"].add(self.notes)
        self._sections["contact"].add(self.contact)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.title_en)
        return head


def _fill(columns: QBoxLayout, *parts: QWidget, head: QWidget | None = None) -> None:
    """A column of parts; the fields of a head have a margin of their own and begin further left."""
    box = QWidget()
    columns.addWidget(box, 1)
    box.setMaximumWidth(WIDEST)
    whole = QVBoxLayout(box)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(10)
    column = QVBoxLayout()
    column.setContentsMargins(8, 0, 0, 0)
    column.setSpacing(20)
    if head is not None:
        whole.addWidget(head)
    whole.addLayout(column)
    for part in parts:
        column.addWidget(part)
    whole.addStretch(1)
