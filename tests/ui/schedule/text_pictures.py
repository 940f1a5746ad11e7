"""Layouts drawn with letters, so that a test can show what it expects."""

from collections.abc import Sequence

from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.geometry_day import DayLayout
from director_app.ui.schedule.geometry_month import MonthLayout
from director_app.ui.schedule.geometry_week import WeekLayout


class Sheet:
    """A sheet of letters at so many pixels a letter and a line."""

    def __init__(self, width: int, height: int, letter: float, line: float) -> None:
        self._letter, self._line = letter, line
        self._rows = [[" "] * round(width / letter) for _ in range(round(height / line))]

    def write(self, x: float, y: float, text: str) -> None:
        row, column = int(y / self._line), round(x / self._letter)
        for offset, letter in enumerate(text):
            if 0 <= row < len(self._rows) and 0 <= column + offset < len(self._rows[row]):
                self._rows[row][column + offset] = letter

    def box(self, rect: Rect, name: str, left: str = "[", right: str = "]", fill: str = "-") -> None:
        width = max(1, round(rect.right / self._letter) - round(rect.x / self._letter))
        self.write(rect.x, rect.y, (left + name + fill * width)[: width - 1] + right)
        y = rect.y + self._line
        while y + self._line <= rect.bottom + 1:
            self.write(rect.x, y, "|" + " " * (width - 2) + "|")
            y += self._line

    def lines(self) -> list[str]:
        return ["".join(row).rstrip() for row in self._rows]


def month_week(layout: MonthLayout, row: int, letter: float = 10, line: float = 11) -> list[str]:
    """One week of a month: the number of each day, then its items; 11 pixels a line."""
    top, bottom = layout.rows[row], layout.rows[row + 1]
    sheet = Sheet(layout.width, bottom - top, letter, line)
    for cell in layout.cells:
        if cell.row == row:
            sheet.write(cell.rect.x, 0, f"{cell.day.day}")
    for piece in layout.placed:
        if top <= piece.rect.y < bottom and not piece.in_panel:
            rect = piece.rect.moved(0, -top)
            left = "<" if piece.comes_from_before else "["
            right = ">" if piece.goes_on else "]"
            sheet.box(rect, piece.key, left, right, "=" if piece.is_bar else "-")
    for more in layout.overflows:
        if top <= more.rect.y < bottom and not more.in_panel:
            sheet.write(more.rect.x, more.rect.y - top, f"+{more.hidden}")
    return _without_empty_end(sheet.lines())


def week_hours(layout: WeekLayout, letter: float = 6, line: float = 22) -> list[str]:
    """The hours of a week, half an hour a line at 44 pixels an hour."""
    sheet = Sheet(layout.width, layout.axis.height, letter, line)
    for hour in range(layout.axis.first, layout.axis.last):
        sheet.write(0, layout.axis.y_of(hour * 60), f"{hour:02d}")
    for block in layout.blocks:
        if not block.in_band:
            sheet.box(block.rect, block.key)
    return _without_empty_end(sheet.lines())


def week_band(layout: WeekLayout, letter: float = 6, line: float = 22) -> list[str]:
    """The band above the hours."""
    sheet = Sheet(layout.width, layout.band_height, letter, line)
    for block in layout.blocks:
        if block.in_band:
            sheet.box(
                block.rect, block.key, "<" if block.comes_from_before else "[", ">" if block.goes_on else "]", "="
            )
    for more in layout.more:
        sheet.write(more.rect.x, more.rect.y, f"+{more.hidden}")
    return _without_empty_end(sheet.lines())


def _without_empty_end(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def day_rows(layout: DayLayout, letter: float = 12, line: float = 19) -> list[str]:
    """The rows of a day; five minutes are 6 pixels, set-up and strike are dots."""
    sheet = Sheet(layout.axis.width, layout.height, letter, line)
    for row in layout.rows:
        if row.is_head:
            sheet.write(0, row.y, f"-{row.key}")
    for block in layout.blocks:
        rect = block.rect
        sheet.write(rect.x - block.before, rect.y, "." * round(block.before / letter))
        sheet.box(rect, block.key, fill="=" if block.is_thin else "-")
        sheet.write(rect.right, rect.y, "." * round(block.after / letter))
    return _without_empty_end(sheet.lines())
