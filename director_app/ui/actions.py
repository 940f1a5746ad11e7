"""All commands of the window in one table: shortcuts, menus, the palette and a test for double keys read the same rows.

Shortcuts have modifiers or are function keys, because single letters do not work while a Korean layout composes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from director_app.ui.look import Look
from director_app.wording import message

Need = Literal["nothing", "plan", "writable plan", "undo step", "redo step"]


class ActionSpec(NamedTuple):
    """One command: its key, its English name, shortcuts, icon, and what must be there for it to work."""

    key: str
    name: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: Need = "nothing"
    group: str = ""
    """Commands of one group exclude each other and show which one holds."""
    keys_there: str = ""
    """Keys that do the same where the command belongs; shown, not bound, since a list or field has them for itself."""


ACTIONS: Final = (
    ActionSpec("undo", message("Undo"), ("Ctrl+Z",), "undo-2", "undo step"),
    ActionSpec("redo", message("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", "redo step"),
    ActionSpec("go-overview", message("Go to overview"), ("Ctrl+1",), "layout-dashboard", "plan"),
    ActionSpec("go-schedule", message("Go to schedule"), ("Ctrl+2",), "calendar-days", "plan"),
    ActionSpec("go-programmes", message("Go to programmes"), ("Ctrl+3",), "drama", "plan"),
    ActionSpec("go-artists", message("Go to artists"), ("Ctrl+4",), "users-round", "plan"),
    ActionSpec("go-venues", message("Go to venues"), ("Ctrl+5",), "map-pin", "plan"),
    ActionSpec("go-publish", message("Go to publish"), ("Ctrl+6",), "printer", "plan"),
    ActionSpec("print", message("Print what is shown"), ("Ctrl+P",), "printer", "plan"),
    ActionSpec("go-season", message("Season (title, period, areas, credits)"), (), "pencil", "plan"),
    ActionSpec(
        "go-money",
        message("Money and results (funding, budget, works of light, reports)"),
        (),
        "file-spreadsheet",
        "plan",
    ),
    ActionSpec("go-council", message("Council (members, meetings, decisions)"), (), "contact-round", "plan"),
    ActionSpec("go-tours", message("Tours (routes, stops, consent of hosts)"), (), "route", "plan"),
    ActionSpec("go-event-days", message("Event days (set-up, shifts, booths, guests)"), (), "users-round", "plan"),
    ActionSpec("go-spaces", message("Spaces (calls, stays, evaluations, grants)"), (), "building-2", "plan"),
    ActionSpec("go-next-season", message("Begin the next season from this one …"), (), "calendar-plus", "plan"),
    ActionSpec("go-editions", message("Editions and what changed"), (), "file-text", "plan"),
    ActionSpec("go-portfolio", message("Other complexes beside this one"), (), "building-2", "plan"),
    ActionSpec("exchange", message("Exchange with other desks and calendars"), (), "copy", "writable plan"),
    ActionSpec("go-copies", message("Copies of earlier states …"), (), "history", "plan"),
    ActionSpec("view-month", message("Schedule: month"), (), "calendar-days", "plan", keys_there="M"),
    ActionSpec("view-week", message("Schedule: week"), (), "calendar-days", "plan", keys_there="W"),
    ActionSpec("view-day", message("Schedule: day"), (), "calendar-days", "plan", keys_there="D"),
    ActionSpec("view-on-site", message("Schedule: day, on site"), (), "cloud-rain", "plan", keys_there="O"),
    ActionSpec("view-season", message("Schedule: season"), (), "calendar-days", "plan", keys_there="S"),
    ActionSpec("view-list", message("Schedule: list"), (), "list", "plan", keys_there="L"),
    ActionSpec(
        "schedule-new", message("Date and time, or a new item"), (), "clock", "writable plan", keys_there="Enter"
    ),
    ActionSpec(
        "schedule-move-day", message("Move to another day"), (), "calendar-days", "writable plan", keys_there="Ctrl+M"
    ),
    ActionSpec(
        "schedule-nearest", message("Move to the nearest good place"), (), "", "writable plan", keys_there="Ctrl+Enter"
    ),
    ActionSpec(
        "schedule-shift", message("Shift this and all later of the day"), (), "", "writable plan", keys_there="Ctrl+T"
    ),
    ActionSpec("schedule-dates", message("Put it on more dates"), (), "", "writable plan", keys_there="Ctrl+R"),
    ActionSpec(
        "schedule-series", message("Series: this, this and later, all"), (), "", "writable plan", keys_there="Ctrl+E"
    ),
    ActionSpec("schedule-repeat", message("Repeat a week later"), (), "copy", "writable plan", keys_there="Ctrl+D"),
    ActionSpec("schedule-lock", message("Lock or unlock"), (), "lock", "writable plan", keys_there="Ctrl+L"),
    ActionSpec("schedule-trash", message("Move to the trash"), (), "trash-2", "writable plan", keys_there="Del"),
    ActionSpec("propose", message("Propose dates, times and places"), (), "calendar-plus", "plan"),
    ActionSpec("repair", message("Mend after a dropout or cancellation"), (), "life-buoy", "plan"),
    ActionSpec("find", message("Find anything"), ("Ctrl+K",), "command", "plan"),
    ActionSpec("filter", message("Filter this list"), ("Ctrl+F",), "list-filter", "plan"),
    ActionSpec("inspector", message("Show or hide details"), ("Ctrl+I",), "panel-right-open", "plan"),
    ActionSpec("check-list", message("Show or hide the list of problems"), ("Ctrl+J",), "list", "plan"),
    ActionSpec("next-problem", message("Next problem"), ("F8",), "chevron-right", "plan"),
    ActionSpec("previous-problem", message("Previous problem"), ("Shift+F8",), "chevron-left", "plan"),
    ActionSpec("import-table", message("Import a table"), ("Ctrl+Shift+I",), "clipboard-paste", "writable plan"),
    ActionSpec("saved", message("Is everything saved?"), ("Ctrl+S",), "check", "plan"),
    ActionSpec("back-up", message("Save a copy"), ("Ctrl+Shift+S",), "copy", "plan"),
    ActionSpec("new-plan", message("New empty plan"), ("Ctrl+N",), "square-plus"),
    ActionSpec("open-plan", message("Open a plan file"), ("Ctrl+O",), "folder-open"),
    ActionSpec("open-sample", message("Open the sample season"), (), "book-open"),
    ActionSpec("close-plan", message("Close this plan"), ("Ctrl+W",), "x", "plan"),
    ActionSpec("language-ko", message("Korean"), (), "", group="language"),
    ActionSpec("language-en", message("English"), (), "", group="language"),
    ActionSpec("theme-system", message("Colours of the system"), (), "", group="theme"),
    ActionSpec("theme-light", message("Light colours"), (), "", group="theme"),
    ActionSpec("theme-dark", message("Dark colours"), (), "", group="theme"),
    ActionSpec("text-85", message("Text size 85 %"), group="text-size"),
    ActionSpec("text-100", message("Text size 100 %"), group="text-size"),
    ActionSpec("text-115", message("Text size 115 %"), group="text-size"),
    ActionSpec("text-130", message("Text size 130 %"), group="text-size"),
    ActionSpec("text-150", message("Text size 150 %"), group="text-size"),
    ActionSpec("text-175", message("Text size 175 %"), group="text-size"),
    ActionSpec("text-200", message("Text size 200 %"), group="text-size"),
    ActionSpec("keys", message("All keys"), ("F1",), "command"),
    ActionSpec("about", message("About this program"), (), "info"),
    ActionSpec("quit", message("Quit"), ("Ctrl+Q",), ""),
)
"""Every command of the frame."""


class Actions(QObject):
    """The commands of the table as QActions of one window."""

    def __init__(self, look: Look, window: QWidget, specs: Iterable[ActionSpec] = ACTIONS) -> None:
        super().__init__(window)
        self._look = look
        self.specs = tuple(specs)
        self._by_key: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in self.specs:
            self._add(spec, window)
        self.retranslate()
        look.language_changed.connect(self.retranslate)
        self._has_icons = False
        look.theme_changed.connect(self._recolour)

    def __getitem__(self, key: str) -> QAction:
        """The action of a key; KeyError for an unknown one."""
        return self._by_key[key]

    def on(self, key: str, slot: Callable[[], object]) -> None:
        """Call a bound method when the command is given."""
        self._by_key[key].triggered.connect(slot)

    def let(self, facts: frozenset[Need]) -> None:
        """Enable what can be done now: ``facts`` says what is there."""
        for spec in self.specs:
            self._by_key[spec.key].setEnabled(spec.needs == "nothing" or spec.needs in facts)

    def hold(self, group: str, key: str) -> None:
        """Show which command of a group holds."""
        if key in self._by_key and group in self._groups:
            self._by_key[key].setChecked(True)

    def retranslate(self) -> None:
        """Say every name again, with its shortcut in the tool tip."""
        for spec in self.specs:
            action = self._by_key[spec.key]
            name = self._look.wording.text(spec.name)
            action.setText(name)
            action.setToolTip(with_shortcut(name, action))

    def _add(self, spec: ActionSpec, window: QWidget) -> None:
        action = QAction(self)
        action.setObjectName(spec.key)
        action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
        action.setProperty("keys_there", spec.keys_there)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if spec.group:
            action.setCheckable(True)
            if spec.group not in self._groups:
                self._groups[spec.group] = QActionGroup(self)
            self._groups[spec.group].addAction(action)
        window.addAction(action)
        self._by_key[spec.key] = action

    def draw_icons(self) -> None:
        """Give every command its icon; done when a menu is first opened, because menus come after the first paint."""
        if not self._has_icons:
            self._has_icons = True
            self._recolour()

    def _recolour(self) -> None:
        if not self._has_icons:
            return
        for spec in self.specs:
            if spec.icon:
                self._by_key[spec.key].setIcon(self._look.icons.icon(spec.icon))


def with_shortcut(name: str, action: QAction) -> str:
    """A name with the first shortcut of an action behind it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name} ({keys})" if keys else name
