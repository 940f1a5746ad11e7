"""How she left the schedule: its view, the tray, how large hours are and what times snap to; so it opens again."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from director_app.ui.schedule.hour_grid import ZOOMS
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.settings import Settings

_SNAPS: Final = range(5, 61)


class LeftAs:
    """Reads and writes the window's preferences for one workspace; a page in no window keeps nothing."""

    def __init__(self, state: ScheduleState, page: QWidget) -> None:
        self._state = state
        self._page = page
        state.scaled.connect(self._keep_scale)

    def restore(self) -> tuple[str, bool] | None:
        """Set the hours as they were; tells the view and whether the tray was open, None where nothing is kept."""
        settings = self._settings()
        if settings is None:
            return None
        kept = settings.present.window
        if kept.schedule_zoom:
            self._state.set_zoom(min(max(kept.schedule_zoom / 100, ZOOMS[0]), ZOOMS[-1]))
        if kept.schedule_snap in _SNAPS:
            self._state.set_snap(kept.schedule_snap)
        return kept.schedule_view, kept.tray_open

    def keep_tray(self, is_open: bool) -> None:
        """The tray was opened or folded."""
        if (settings := self._settings()) is not None:
            settings.set_window(tray_open=is_open)

    def keep_view(self, view: str) -> None:
        """The view that was chosen last."""
        if (settings := self._settings()) is not None:
            settings.set_window(schedule_view=view)

    def _keep_scale(self) -> None:
        if (settings := self._settings()) is not None:
            zoom = self._state.zoom
            percent = 0 if zoom is None else round(zoom * 100)
            settings.set_window(schedule_zoom=percent, schedule_snap=self._state.snap)

    def _settings(self) -> Settings | None:
        settings = getattr(self._page.window(), "settings", None)
        return settings if isinstance(settings, Settings) else None
