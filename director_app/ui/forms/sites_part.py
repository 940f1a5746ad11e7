"""The sites of a company, each with its area, heads, sittings and shift patterns."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Change, Edit, Remove
from director_app.domain.ids import OrganisationId, SiteId, new_id
from director_app.domain.people import Site
from director_app.domain.plan import Plan
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.bound_form import BoundForm
from director_app.ui.forms.coming_strip import ComingStrip
from director_app.ui.forms.field_forms import COUNT
from director_app.ui.forms.name_field import ReferenceField, joined
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.shifts_part import ShiftsPart
from director_app.ui.messages import way_back
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

_HEADS = (
    FieldSpec("heads", message("People"), COUNT, message("persons"), width=78),
    FieldSpec("sittings", message("Sittings"), COUNT, message("sittings at meals"), width=52),
)


def sites_of(plan: Plan, organisation: str) -> list[Site]:
    """The sites of an organisation in a lasting order."""
    return [plan.sites[SiteId(one)] for one in sorted(plan.users_of_kind("organisations", organisation, "sites"))]


class SitePart(QWidget):
    """Everything about one site."""

    def __init__(self, parent_editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        desk = parent_editor.desk
        self.editor = RecordEditor(desk, "sites", self)
        self.area = ReferenceField(desk, "areas", self._write_area)
        self.form = BoundForm(self.editor, ())
        self.name = self.form.add_field(FieldSpec("name", message("Site"), hint=message("main factory …")))
        self.form.add_row(desk.wording.text("Area"), self.area, key="area")
        self.form.add_field(FieldSpec("address", message("Address")))
        self.form.add_pair("heads", _HEADS)
        self.shifts = ShiftsPart(self.editor)
        self.coming = ComingStrip(self.editor)
        self.away = Button(desk.look, "", "glyph", "trash-2", small=True, icon_size=14)
        self.away.clicked.connect(self._remove)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.form, 1)
        row.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.shifts)
        column.addWidget(self.coming)
        self.editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self.editor.desk.wording
        self.form.retranslate()
        self.form.set_label("area", wording.text("Area"))
        self.away.name_only(wording.text("Remove this site"))
        self.shifts.retranslate()
        self.coming.retranslate()

    def _show_record(self, site: Site | None) -> None:
        if site is not None:
            self.area.show_reference(site.area)

    def _write_area(self, identity: str | None, first: Edit | None) -> str:
        edit = joined(first, Change("sites", self.editor.id, {"area": identity}))
        return self.editor.perform(edit, self.editor.step(self.editor.desk.wording.text("area")))

    def _remove(self) -> None:
        desk, site = self.editor.desk, self.editor.record
        name = site.name or desk.wording.text("Site")
        if desk.perform(Remove("sites", site.id), StepName(steps.REMOVED, {"title": name})) is not None:
            undo = way_back(desk.wording, desk.undo)
            desk.say(desk.wording.text("“{title}” was removed.", title=name), (undo,))


class SitesPart(QWidget):
    """All sites of the organisation shown, and a way to add one."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.parts: list[SitePart] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.more = Button(editor.desk.look, "", "link")
        self.more.clicked.connect(self.add)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.more.setText(self._editor.desk.wording.text("Add a site"))
        for part in self.parts:
            part.retranslate()

    def add(self) -> None:
        """Add a site and go into its name."""
        desk = self._editor.desk
        site = Site(SiteId(new_id()), OrganisationId(self._editor.id))
        if desk.perform(Add((site,)), StepName(steps.ADDED, {"title": desk.wording.text("Site")})) is not None:
            part = next(one for one in self.parts if one.editor.id == site.id)
            part.name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_record(self, record: Any) -> None:
        if record is None:
            return
        sites = sites_of(self._editor.desk.plan, record.id)
        while len(self.parts) < len(sites):
            part = SitePart(self._editor, self)
            self._column.insertWidget(len(self.parts), part)
            self.parts.append(part)
        for place, part in enumerate(self.parts):
            part.setVisible(place < len(sites))
            part.editor.show(sites[place].id if place < len(sites) else "")
