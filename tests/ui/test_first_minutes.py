"""The first five minutes: from a file of 38 applications to a month, one drag, and that month on A4, in few actions."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from director_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", r"raise\(\)")
MOST = 12
"""The user may need so many actions."""
ROWS = 38
HEADS = ("접수일시", "기업명", "담당자", "연락처", "1지망", "2지망", "희망 시간대", "참여 예상 인원", "장소", "비고")


def _applications(path: Path) -> Path:
    """A file as a complex sends it: a title over the table, and wishes written as people write them."""
    import xlsxwriter

    first = datetime.datetime(2025, 9, 1, 9, 0)
    wishes = ("10월 2주 점심", "10/14", "10월 중 수요일", "10. 21.(화)", "10월 3주")
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("신청")
        sheet.write_row(0, 0, HEADS)
        for row in range(ROWS):
            received = first + datetime.timedelta(hours=7 * row)
            cells = (
                f"{received:%Y-%m-%d %H:%M}", f"나라정밀{row + 1}", "김담당", "054-000-0000", wishes[row % 5],
                wishes[(row + 2) % 5], ("중식", "석식")[row % 2], str(40 + row), "사내 식당", "",
            )  # fmt: skip
            sheet.write_row(row + 1, 0, cells)
    return path


class Counted:
    """A user whose actions are counted: a drop, a click, a drag or a key each is one."""

    def __init__(self, window: MainWindow, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot
        self.done: list[str] = []

    def drop(self, path: Path) -> None:
        self.done.append("drop the file on the window")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(700, 400), copy, data, left, Qt.KeyboardModifier.NoModifier)
        self.window.dropEvent(event)  # a drop that is sent has no drag before it, and Qt lets it go

    def click(self, button: Any) -> None:
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        self.done.append(f"click {button.text()}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        self.done.append(f"press {key.name}")
        QTest.keyClick(self.window, key, held)

    def drag(self, widget: QWidget, start: QPoint, target: QWidget, end: QPoint) -> None:
        self.done.append("drag")
        there = widget.mapFromGlobal(target.mapToGlobal(end))
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        kinds = [(QEvent.Type.MouseButtonPress, start, left, left)]
        kinds += [(QEvent.Type.MouseMove, start + (there - start) * part / 4, none, left) for part in (1, 2, 3, 4)]
        kinds += [(QEvent.Type.MouseButtonRelease, there, left, none)]
        for kind, where, button, held in kinds:
            spots = QPointF(where), QPointF(widget.mapToGlobal(where))
            event = QMouseEvent(kind, *spots, button, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(widget, event)


def test_from_a_file_of_applications_to_a_month_on_paper(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    import pypdfium2

    user = Counted(window, qtbot)
    user.drop(_applications(tmp_path / "기업 신청.xlsx"))
    qtbot.waitUntil(lambda: window.plans.import_page.proposal is not None)
    user.click(window.plans.import_page._accept)
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.isVisible())
    frame: Any = window.frame
    plan = frame.desk.plan
    assert len(plan.applications) == ROWS
    assert frame.present_page == "schedule"
    page = frame.page("schedule")
    assert (page.view, page.toolbar_title()) == ("month", "2025년 10월")
    tray, grid = page.tray.list, page.month
    day = datetime.date(2025, 10, 15)
    cell = grid.layout_now.cell_of(day)
    first = tray.model().index(0, 0)
    user.drag(
        tray.viewport(), tray.visualRect(first).center(), grid.viewport(),
        QPoint(cell.rect.x + cell.rect.w // 2, grid._offset() + cell.rect.bottom - 8),
    )  # fmt: skip
    (made,) = frame.desk.plan.deliveries.values()
    assert made.date == day
    user.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    publish = frame.page("publish")
    out = tmp_path / "october.pdf"
    frame.desk.questions.answer = out
    user.click(publish.options.make_button)
    user.done.append("confirm where the file goes")
    qtbot.waitUntil(out.is_file, timeout=15_000)
    assert len(user.done) <= MOST, user.done
    document = pypdfium2.PdfDocument(str(out))
    assert len(document) == 1
    assert sorted(round(side / 72 * 25.4) for side in document[0].get_size()) == [210, 297]
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "나라정밀" in words
    assert "10" in words
