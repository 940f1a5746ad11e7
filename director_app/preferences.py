"""The user's preferences: typed values in a TOML file, never in a plan.

The file is written whole and at once, so that a pulled battery leaves the old or the new one. What a newer version
wrote there is kept. A file that cannot be read is put aside under another name and the defaults are taken.
"""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal, get_args

from director_app import paths

Language = Literal["ko", "en"]
ThemeChoice = Literal["system", "light", "dark"]
ScheduleView = Literal["month", "week", "day", "season", "area", "list"]
WeekStart = Literal["monday", "sunday"]
TextSize = Literal[85, 100, 115, 130, 150, 175, 200]
"""Per cent; everything in the window grows with the text, so that none is cut."""
Workspace = Literal["overview", "schedule", "programmes", "artists", "venues", "publish"]

TEXT_SIZES: Final[tuple[TextSize, ...]] = get_args(TextSize)
RECENT_LIMIT: Final = 12


@dataclass(frozen=True, slots=True)
class RecentPlan:
    """A plan that was open: where, under which name, and when (UTC, ISO text)."""

    path: str
    name: str
    opened: str


@dataclass(frozen=True, slots=True)
class WindowPreferences:
    """How the window was left."""

    schedule_view: ScheduleView = "month"
    #: Per cent of the usual size of an hour; 0 fits the hours into the window.
    schedule_zoom: int = 0
    #: Minutes that times snap to while dragging.
    schedule_snap: int = 10
    inspector_open: bool = True
    tray_open: bool = True
    check_list_open: bool = False
    #: Logical pixels.
    check_list_height: int = 200
    #: The workspace that was seen last.
    workspace: Workspace = "schedule"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the user chose for the program as a whole."""

    language: Language = "ko"
    theme: ThemeChoice = "system"
    week_start: WeekStart = "monday"
    text_size: TextSize = 100
    #: The calendar server that was last published to, and the name there; never a password.
    server_address: str = ""
    server_user: str = ""
    window: WindowPreferences = field(default_factory=WindowPreferences)
    recent: tuple[RecentPlan, ...] = ()

    def with_recent(self, path: Path, name: str, now: datetime | None = None) -> "Preferences":
        """These preferences with the plan at `path` first among the recent ones."""
        opened = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds")
        plan = RecentPlan(str(path.absolute()), name, opened)
        others = tuple(other for other in self.recent if other.path != plan.path)
        return replace(self, recent=(plan, *others)[:RECENT_LIMIT])

    def without_recent(self, path: str) -> "Preferences":
        """These preferences without the plan at `path` among the recent ones."""
        return replace(self, recent=tuple(plan for plan in self.recent if plan.path != path))


def load(file: Path | None = None) -> Preferences:
    """The preferences in `file`; values that are missing or make no sense are the defaults.

    A file that is no TOML is renamed to `<name>.broken` beside it, so that nothing the user wrote is lost.
    """
    file = file or paths.preferences_file()
    written = _read(file)
    window = written.get("window")
    return Preferences(
        **_known(Preferences, written),
        window=WindowPreferences(**_known(WindowPreferences, window if isinstance(window, dict) else {})),
        recent=_recent(written.get("recent")),
    )


def save(preferences: Preferences, file: Path | None = None) -> None:
    """Write the preferences to `file`, all at once; OSError where the folder cannot be written."""
    import tomli_w  # reading needs only the standard library

    file = file or paths.preferences_file()
    ours = asdict(preferences)
    before = _read(file)
    old_window = before.get("window")
    window = {**(old_window if isinstance(old_window, dict) else {}), **ours.pop("window")}
    text = tomli_w.dumps({**before, **ours, "window": window, "recent": list(ours["recent"])})
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as temporary:
            temporary.write(text)
            temporary.flush()
            os.fsync(temporary.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError:  # not there, or no right to read it: the defaults, and the file stays as it is
        return {}
    except UnicodeDecodeError:
        _put_aside(file)
        return {}
    import tomllib  # a first start has nothing to read, and its window should be there at once

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        _put_aside(file)
        return {}


def _put_aside(file: Path) -> None:
    with suppress(OSError):
        file.replace(file.with_name(file.name + ".broken"))


def _known(kind: type[Preferences | WindowPreferences], written: Mapping[str, Any]) -> dict[str, Any]:
    """The simple fields of `kind` for which `written` has a value that may stand there."""
    return {
        each.name: written[each.name]
        for each in fields(kind)
        if each.name in written and _may_stand(each.type, written[each.name])
    }


def _may_stand(annotation: object, value: object) -> bool:
    if annotation is bool:
        return isinstance(value, bool)
    if annotation is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if annotation is str:
        return isinstance(value, str)
    return value in get_args(annotation)


def _recent(written: object) -> tuple[RecentPlan, ...]:
    entries = written if isinstance(written, list) else []
    names = [each.name for each in fields(RecentPlan)]
    return tuple(
        RecentPlan(**{name: entry[name] for name in names})
        for entry in entries
        if isinstance(entry, dict) and all(isinstance(entry.get(name), str) for name in names)
    )[:RECENT_LIMIT]
