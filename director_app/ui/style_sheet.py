"""The one style sheet of the program, written in colour roles (``@text2``) and filled in per theme.

Widgets choose their look by dynamic properties: ``kind`` (what a button or frame is), ``tone`` (a text colour role)
and ``size`` ("small"). Fonts are not set here; they come from :meth:`Theme.font`.
"""

from __future__ import annotations

import re

from director_app.ui.theme import Theme

_ROLE = re.compile(r"@([a-z][a-z0-9-]*)")

_GROUNDS = """
QWidget[ground="canvas"] { background: @canvas; }
QWidget[ground="surface"] { background: @surface; }
QWidget[ground="raised"] { background: @raised; }
QWidget[ground="sunken"] { background: @sunken; }
QWidget[ground="blockbg"] { background: @blockbg; }
QWidget[ground="warnbg"] { background: @warnbg; }
QWidget[ground="strip"] { background: @strip; border-radius: 4px; }
QWidget[ground="select"] { background: @select; }
QFrame[kind="panel"] { background: @surface; border: 1px solid @line; border-radius: 10px; }
QFrame[kind="floating"] { background: @raised; border: 1px solid @line; border-radius: 10px; }
QFrame[kind="floating"] QListWidget { background: @raised; }
QFrame[kind="locked"] { background: @canvas; border: 1px solid @line; border-radius: 6px; }
QFrame[kind="divider"] { background: @line; border: 0; }
QFrame[kind="drop"] { background: @surface; border: 1.5px dashed @control; border-radius: 10px; }
QFrame[kind="drop"][over="true"] { background: @select; border: 2px solid @accent; }
QFrame[edge="right"] { border: 0; border-right: 1px solid @line; }
QFrame[edge="left"] { border: 0; border-left: 1px solid @line; }
QFrame[edge="top"] { border: 0; border-top: 1px solid @line; }
QFrame[edge="bottom"] { border: 0; border-bottom: 1px solid @line; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] { background: transparent; border: 0; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px 8px; }
"""

_TEXTS = """
QLabel[tone="text2"] { color: @text2; }
QLabel[tone="text3"] { color: @text3; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="block"] { color: @block; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="note"] { color: @note; }
QLabel[tone="ok"] { color: @ok; }
QLabel[tone="culture"] { color: @culture; }
"""

_BUTTONS = """
QPushButton { background: @surface; color: @text; border: 1px solid @control; border-radius: 6px; padding: 0 11px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @select; }
QPushButton:disabled { color: @text3; border-color: @chip; background: transparent; }
QPushButton[kind="primary"] { background: @accent; color: @on-accent; border-color: @accent; }
QPushButton[kind="primary"]:hover { border-color: @text; }
QPushButton[kind="primary"]:disabled { background: transparent; color: @text3; border-color: @chip; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; padding: 0 9px; }
QPushButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:disabled { border-color: transparent; }
QPushButton[kind="quiet"]:checked { background: @select; }
QPushButton[kind="link"] { background: transparent; border: 0; padding: 0; color: @accent; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"][tone="text2"] { color: @text2; }
QPushButton[kind="link"][tone="text"] { color: @text; }
QPushButton[kind="link"][tone="block"] { color: @block; }
QPushButton[kind="glyph"] { background: transparent; border: 0; padding: 0; border-radius: 6px; }
QPushButton[kind="glyph"]:hover, QPushButton[kind="glyph"]:checked { background: @hover; }
QPushButton[size="small"] { padding: 0 7px; }
QPushButton[danger="true"] { color: @block; }
QPushButton[kind="chip"] { background: transparent; color: @text; border: 1px solid @chip; border-radius: 5px;
  padding: 0 7px; }
QPushButton[kind="chip"]:hover { background: @hover; }
QPushButton[kind="chip"]:checked { background: @select; border-color: @accent; }
QPushButton::menu-indicator { image: none; width: 0; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox { background: @surface; color: @text; border: 1px solid @control;
  border-radius: 6px; padding: 0 9px; selection-background-color: @select; selection-color: @text; }
QPlainTextEdit, QTextEdit { padding: 4px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @text3; border-color: @chip; background: transparent; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: @block; }
QLineEdit[unsure="true"], QComboBox[unsure="true"] { border-color: @warn; }
QLineEdit[kind="quiet"], QPlainTextEdit[kind="quiet"] { background: transparent; border-color: transparent;
  padding: 0 5px; }
QPlainTextEdit[kind="quiet"] { padding: 1px 3px; }
QLineEdit[kind="quiet"]:hover, QPlainTextEdit[kind="quiet"]:hover { background: @hover; }
QLineEdit[kind="quiet"]:focus, QPlainTextEdit[kind="quiet"]:focus { background: @surface; border-color: @control; }
QLineEdit[kind="quiet"]:read-only:hover { background: transparent; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid @control; border-radius: 7px;
  background: @surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid @accent; background: @surface; }
QComboBox { background: @surface; color: @text; border: 1px solid @control; border-radius: 6px;
  padding: 0 2px 0 9px; }
QComboBox:hover { background: @hover; }
QComboBox:disabled { color: @text3; border-color: @chip; background: transparent; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox[kind="quiet"]::drop-down { width: 22px; }
QComboBox::down-arrow { image: none; }
QComboBox[kind="quiet"] { background: transparent; border-color: transparent; padding: 0 0 0 7px; }
QComboBox[kind="quiet"]:hover { background: @hover; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; outline: 0; padding: 4px;
  selection-background-color: @select; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 6px; border-radius: 4px; }
"""

_LISTS = """
QAbstractItemView { background: @surface; color: @text; border: 0; outline: 0;
  selection-background-color: @select; selection-color: @text; gridline-color: @grid;
  alternate-background-color: @surface; }
QAbstractItemView[ground="canvas"] { background: @canvas; alternate-background-color: @canvas; }
QHeaderView { background: @canvas; border: 0; }
QHeaderView::section { background: @canvas; color: @text2; border: 0; border-right: 1px solid @line;
  border-bottom: 1px solid @line; padding: 0 8px; }
QHeaderView::section:hover { background: @hover; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; }
QTableCornerButton::section { background: @canvas; border: 0; }
QTableView::item:focus, QListView::item:focus { border: 0; }
QMenu { background: @raised; color: @text; border: 1px solid @line; padding: 5px; }
QMenu::item { background: transparent; padding: 0 24px 0 8px; height: 28px; border-radius: 4px; }
QMenu::item:selected { background: @hover; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
"""

_BARS = """
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: @hatch; border-radius: 3px; margin: 2px 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 3px 2px; }
QScrollBar::handle:hover { background: @pat; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @hatch; border: 0; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QDialog { background: @canvas; }
"""


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme; raises KeyError when the text names a role the theme does not have."""
    text = _GROUNDS + _TEXTS + _BUTTONS + _FIELDS + _LISTS + _BARS
    return _ROLE.sub(lambda found: theme.hex(found.group(1)), text)
