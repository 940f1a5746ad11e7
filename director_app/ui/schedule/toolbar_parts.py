"""What the schedule puts into the toolbar: arrows around today, the view switch, zoom, copying the list, the filter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from director_app.ui.look import Look
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.views import VIEWS, View, names_of
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.segments import Segments
from director_app.wording import Wording

WITH_HOURS: Sequence[View] = ("week", "day")


class ToolbarParts:
    """The buttons; the page gives them their work."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self.back = Button(look, "", "glyph", "chevron-left", icon_size=18)
        self.today = Button(look, "", "quiet")
        self.today.is_spare = True  # the arrows turn the days too
        self.forth = Button(look, "", "glyph", "chevron-right", icon_size=18)
        self.switch = Segments(look, "")
        self.smaller = Button(look, "", "glyph", "zoom-out", parent, icon_size=18)
        self.larger = Button(look, "", "glyph", "zoom-in", parent, icon_size=18)
        self.copy = Button(look, "", "glyph", "copy", parent, icon_size=18)
        self.on_site = Button(look, "", "normal", "cloud-rain", parent)
        self.on_site.setCheckable(True)
        self.filter = Button(look, "", "glyph", "list-filter", icon_size=18)
        self.show_for("month")

    @property
    def left(self) -> Sequence[QWidget]:
        """Arrows around today."""
        return (self.back, self.today, self.forth)

    @property
    def right(self) -> Sequence[QWidget]:
        """The switch for the site, zoom, copying the list, and the filter."""
        return (self.on_site, self.smaller, self.larger, self.copy, self.filter)

    def show_for(self, view: View, *, is_on_site: bool = False) -> None:
        """Hours can be zoomed, a list can be copied, a day has its switch for the site."""
        has_hours = view in WITH_HOURS and not is_on_site
        self.smaller.setVisible(has_hours)
        self.larger.setVisible(has_hours)
        self.on_site.setVisible(view == "day")
        self.on_site.setChecked(is_on_site)
        self.copy.setVisible(view == "list")

    def retranslate(self, wording: Wording, view: View) -> None:
        """Say everything in the present language."""
        self.back.name_only(wording.text("Earlier (Page Up)"))
        self.forth.name_only(wording.text("Later (Page Down)"))
        self.today.setText(wording.text("Today"))
        self.smaller.name_only(wording.text("Hours smaller (Ctrl+-)"))
        self.larger.name_only(wording.text("Hours larger (Ctrl++)"))
        self.on_site.setText(wording.text("On site"))
        self.on_site.setToolTip(wording.text("The day as it is worked through on site (O)"))
        self.copy.name_only(wording.text("Copy as a table"))
        self.switch.setAccessibleName(wording.text("View"))
        names = names_of(wording)
        self.switch.set_choices([(one, names[one]) for one in VIEWS])
        self.switch.choose(view)

    def name_filter(self, wording: Wording, chosen: Filter) -> None:
        """Say how many conditions there are."""
        name = wording.text("Filter")
        if not chosen.is_empty:
            name = wording.plural("Filter: {n} condition", "Filter: {n} conditions", chosen.choices)
        self.filter.name_only(name)
        self.filter.setCheckable(not chosen.is_empty)
        self.filter.setChecked(not chosen.is_empty)
