"""A page of lists one under the other, with sums at its head: every fact in place, each change one named step."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.ui.desk import Desk
from director_app.ui.lines.sorted_lines import SortedLines
from director_app.ui.widgets.text import Text, set_ground
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content

WIDEST: Final = 1240


class SectionsPage(SeenPage):
    """Its lists are made by whoever derives from it, and given to `lay_out`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sums = Text(desk.look, "", "heading", tabular=True, wraps=True)
        self.sections: tuple[SortedLines, ...] = ()

    def sums_said(self) -> list[str]:
        """What stands at the head, part by part."""
        return []

    def lay_out(self, *sections: SortedLines, beside: QWidget | None = None) -> None:
        """Put the lists under the sums; something may stand beside these."""
        self.sections = sections
        set_ground(self, "surface")
        column = QVBoxLayout(scrolled_content(self))
        column.setContentsMargins(24, 18, 24, 32)
        column.setSpacing(20)
        head = QHBoxLayout()
        head.addWidget(self.sums, 1)
        if beside is not None:
            head.addWidget(beside)
        column.addLayout(head)
        for part in sections:
            part.setMaximumWidth(WIDEST)
            column.addWidget(part)
        column.addStretch(1)
        self.retranslate()

    def show_subject(self, subject: object) -> None:
        """Put the cursor into the line of a record."""
        if not isinstance(subject, Subject):
            return
        for line in (line for section in self.findChildren(SortedLines) for line in section.lines()):
            if line.editor.kind == subject.kind and line.editor.id == subject.id:
                line.fields[0].setFocus()
                if (area := self.findChild(QScrollArea)) is not None:
                    area.ensureWidgetVisible(line)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for section in self.sections:
            section.retranslate()
        self.plan_replaced()

    def plan_replaced(self) -> None:
        """Show everything as it is now."""
        for section in self.sections:
            section.refresh()
        self.sums.setText(" · ".join(self.sums_said()))
