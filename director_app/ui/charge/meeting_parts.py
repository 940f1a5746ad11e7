"""What stands below a meeting: who was there, and the papers that lie with it as files."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.ui.charge.attendance import Attendance
from director_app.ui.desk import Desk
from director_app.ui.frame.delivery_lines import FilesPart
from director_app.ui.frame.items_editor import ItemsEditor


class MeetingParts(QWidget):
    """Attendance and files of one meeting."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self.attendance = Attendance(desk, meeting)
        self._editor = ItemsEditor(desk, "meetings", self)
        self.files = FilesPart(self._editor)
        self._id = meeting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.attendance)
        column.addWidget(self.files)
        self.files.retranslate()

    def refresh(self) -> None:
        """Show who sat on the day, who was there, and the files as they are now."""
        self.attendance.refresh()
        self._editor.show(self._id)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.attendance.retranslate()
        self.files.retranslate()
