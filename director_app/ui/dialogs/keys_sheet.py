"""F1: every key of the program on one sheet, from the tables that the program itself reads."""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from director_app.operations.searching import initials, is_initials, normalised
from director_app.ui import tokens
from director_app.ui.actions import ACTIONS
from director_app.ui.look import Look
from director_app.ui.schedule.grid_keys import GRID_KEYS
from director_app.ui.schedule.list_keys import LIST_KEYS
from director_app.ui.table_copying import TABLE_KEYS
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.text import Text
from director_app.ui.window_place import fit_dialog
from director_app.wording import Wording, message

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

KeyLine = tuple[str, str]
"""Keys, and what they do in the reader's language."""

_SECTION: Final = 40
"""Height of a heading, with air above it."""
_AT_FOOT: Final = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
_PRINTED_POINTS: Final = 9.5
_EVERYWHERE: Final = message("Everywhere")
_TABLES: Final = (
    (message("Month, week and day"), GRID_KEYS),
    (message("List of dates"), LIST_KEYS),
    (message("Other lists and tables"), TABLE_KEYS),
)


def key_sections(wording: Wording) -> list[tuple[str, list[KeyLine]]]:
    """Every section of the sheet: its heading and its lines."""
    commands = [(_native(spec.shortcuts), wording.text(spec.name)) for spec in ACTIONS if spec.shortcuts]
    tables = [
        (wording.text(heading), [(keys, wording.text(said)) for keys, said in table]) for heading, table in _TABLES
    ]
    return [(wording.text(_EVERYWHERE), commands), *tables]


def sheet_html(wording: Wording) -> str:
    """The whole sheet as a page to print: a table below each heading."""
    parts = [f"<h2>{html.escape(wording.text('Keys'))}</h2>"]
    for heading, rows in key_sections(wording):
        lines = (
            f"<tr><td width='34%'><b>{html.escape(keys)}</b></td><td>{html.escape(said)}</td></tr>"
            for keys, said in rows
        )
        parts.append(f"<h4>{html.escape(heading)}</h4><table width='100%' cellpadding='2'>{''.join(lines)}</table>")
    return "".join(parts)


class KeysSheet(QDialog):
    """The sheet; typing shows only the lines that fit."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        wording = look.wording
        self.setWindowTitle(wording.text("Keys"))
        fit_dialog(self, QSize(620, 640))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        self.field = SearchField(look, self)
        self.field.setPlaceholderText(wording.text("Find a key or what it does"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.typed.connect(self._filter)
        self.field.left_down.connect(self._into_lines)
        self.lines = QTreeWidget(self)
        self._nothing = Text(look, wording.text("No key does that."), "small", "text2")
        self._nothing.hide()
        self._fill()
        self.print_button = Button(look, wording.text("Print"), "normal", "printer")
        self.print_button.clicked.connect(self._ask_printer)
        self._printer: QPrinter | None = None
        for widget in (self.field, self.lines, self._nothing):
            column.addWidget(widget)
        column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignRight)

    def shown(self) -> list[KeyLine]:
        """The lines seen at the moment."""
        return [(line.text(0), line.text(1)) for line in self._all_lines() if not line.isHidden()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 closes it again, as Escape does."""
        if event.key() == Qt.Key.Key_F1:
            self.reject()
        elif event.matches(QKeySequence.StandardKey.Print):
            self._ask_printer()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def print_on(self, printer: QPrinter) -> None:
        """Print the whole sheet, also the lines that are filtered out at the moment."""
        document = QTextDocument()
        font = self._look.font("small")
        font.setPointSizeF(_PRINTED_POINTS)  # pixels of the screen are tiny on paper
        document.setDefaultFont(font)
        document.setHtml(sheet_html(self._look.wording))
        document.print_(printer)

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # only who prints waits for it

        if not QPrinterInfo.availablePrinterNames():
            self._nothing.setText(self._look.wording.text("No printer is connected to this computer."))
            self._nothing.show()
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        QDialog.open(dialog)

    def _print(self) -> None:
        if self._printer is not None:
            self.print_on(self._printer)

    def _fill(self) -> None:
        wording, lines = self._look.wording, self.lines
        lines.setAccessibleName(self.windowTitle())
        lines.setColumnCount(2)
        lines.setHeaderLabels([wording.text("Keys"), wording.text("What they do")])
        lines.setRootIsDecorated(False)
        lines.setItemsExpandable(False)
        lines.setIndentation(0)
        lines.setHeaderHidden(True)
        for heading, rows in key_sections(wording):
            section = QTreeWidgetItem(lines, [heading, ""])
            section.setFirstColumnSpanned(True)
            section.setSizeHint(0, QSize(0, _SECTION))
            section.setTextAlignment(0, _AT_FOOT)
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            section.setFont(0, self._look.font("small-strong"))
            section.setForeground(0, self._look.color("text2"))
            for keys, said in rows:
                line = QTreeWidgetItem(section, [keys, said])
                line.setSizeHint(0, QSize(0, tokens.ROW_LIST))
                line.setFont(0, self._look.font("small-strong"))
        lines.expandAll()
        metrics = QFontMetrics(self._look.font("small-strong"))
        longest = max(metrics.horizontalAdvance(line.text(0)) for line in self._all_lines())
        lines.setColumnWidth(0, longest + 32)
        lines.header().setStretchLastSection(True)

    def _sections(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.lines.topLevelItemCount()):
            section = self.lines.topLevelItem(number)
            if section is not None:
                yield section

    def _all_lines(self) -> Iterator[QTreeWidgetItem]:
        for section in self._sections():
            yield from _below(section)

    def _filter(self, query: str) -> None:
        wanted = normalised(query)
        for section in self._sections():
            fitting = 0
            for line in _below(section):
                fits = _fits(wanted, f"{line.text(0)} {line.text(1)}")
                line.setHidden(not fits)
                fitting += fits
            section.setHidden(not fitting)
        self._nothing.setText(self._look.wording.text("No key does that."))
        self._nothing.setVisible(not self.shown())

    def _into_lines(self) -> None:
        first = next((line for line in self._all_lines() if not line.isHidden()), None)
        if first is not None:
            self.lines.setCurrentItem(first)
            self.lines.setFocus()


def _below(section: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    lines = (section.child(number) for number in range(section.childCount()))
    return [line for line in lines if line is not None]


def _native(shortcuts: tuple[str, ...]) -> str:
    return ", ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in shortcuts)


def _fits(wanted: str, text: str) -> bool:
    normal = normalised(text)
    return wanted in normal or (is_initials(wanted) and wanted in initials(normal))
