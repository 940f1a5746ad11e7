"""What was just done to one date of a series, offered for the later ones and for all."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from director_app.domain.programme import Delivery
from director_app.ui.desk import MessageAction
from director_app.ui.schedule import series_changes
from director_app.ui.schedule.acting import Acting
from director_app.ui.schedule.series_changes import Reach
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.words import day_text, time_text, venue_name


class _Changed(NamedTuple):
    """One date of a series, before it was changed and as it is now."""

    before: Delivery
    after: Delivery


class SeriesVerbs(QObject):
    """Lets the dates of a series follow one of them.

    Signals: ``asked(str)`` with the reach ("later" or "all") that she wants to look at.
    """

    asked = Signal(str)

    def __init__(self, state: ScheduleState, verbs: Acting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._desk = state.desk
        self._verbs = verbs
        self._last: _Changed | None = None
        verbs.done.connect(self._look_at)

    def _look_at(self, outcome: Any) -> None:
        changed = [one for one in outcome.changes if one.kind == "deliveries"]
        if len(changed) != 1 or changed[0].before is None or changed[0].after is None:
            return
        before, after = changed[0].before, changed[0].after
        if after.series is None or before.series != after.series or not series_changes.differs(before, after):
            return
        if self._last is not None and self._last.after == before:
            before = self._last.before  # one way in several steps
        self._last = _Changed(before, after)
        self._offer()

    def _offer(self) -> None:
        later, every = len(self.followers("later")), len(self.followers("all"))
        if not every:
            return
        wording = self._desk.wording
        actions = [MessageAction(wording.text("All {n} …", n=every + 1), _Ask(self, "all"))]
        if 0 < later < every:
            actions.insert(0, MessageAction(wording.text("This and later, {n} …", n=later + 1), _Ask(self, "later")))
        self._desk.say(wording.text("Only this date of its series was changed."), actions)

    @property
    def changed(self) -> Delivery | None:
        """The date that was changed and that others may follow, as it is now."""
        last = self._last
        if last is None or self._desk.plan.deliveries.get(last.after.id) != last.after:
            return None
        return last.after if series_changes.differs(last.before, last.after) else None

    def followers(self, reach: Reach) -> list[Delivery]:
        """The dates that would follow."""
        if self._last is None or self.changed is None:
            return []
        return series_changes.others(self._desk.plan, self._last.before, reach, self._desk.today())

    def lines(self, reach: Reach) -> list[str]:
        """Each date that would follow, as it is and as it would be."""
        last, wording = self._last, self._desk.wording
        if last is None:
            return []
        lines = []
        for one in self.followers(reach):
            as_if = one._replace(**series_changes.alike(last.before, last.after, one))
            before, after = self._said(one), self._said(as_if)
            if one.venue != as_if.venue:
                after = wording.text("{when} · {what}", when=after, what=venue_name(wording, self._desk.plan, as_if))
            lines.append(wording.text("{before} → {after}", before=before, after=after))
        return lines

    def _said(self, one: Delivery) -> str:
        wording = self._desk.wording
        return wording.text("{date} {time}", date=day_text(wording, one), time=time_text(wording, one))

    def follow(self, reach: Reach) -> None:
        """Let them follow, as one step."""
        last, followers = self._last, self.followers(reach)
        if last is None or not followers:
            return
        self._last = None
        title = self._verbs.title(last.after)
        self._verbs.perform(series_changes.follow(last.before, last.after, followers, title))

    def take_out(self) -> None:
        """The selected item no longer belongs to its series."""
        one = self.member()
        if one is not None:
            self._verbs.perform(series_changes.take_out(self._desk.plan, one, self._verbs.title(one)))

    def missing(self) -> list[str]:
        """The dates that the series of the selected item leaves out, with the reason."""
        one, wording = self.member(), self._desk.wording
        series = self._desk.plan.series.get(one.series) if one is not None and one.series is not None else None
        if series is None:
            return []
        days = [wording.date_short(entry.date) for entry in series.left_out]
        reason = [series.left_out_reason] if days and series.left_out_reason else []
        return [*days, *reason]

    def bring_back(self) -> None:
        """Make the dates that the series of the selected item left out."""
        one = self.member()
        if one is not None:
            self._verbs.perform(series_changes.bring_back(self._desk.plan, one, self._verbs.title(one)))

    def member(self) -> Delivery | None:
        """The selected item, when it is one date of a series."""
        chosen = self._state.chosen()
        return chosen[0] if len(chosen) == 1 and chosen[0].series is not None else None


class _Ask:
    """Asks to look at the dates that would follow."""

    def __init__(self, series: SeriesVerbs, reach: Reach) -> None:
        self._series, self._reach = series, reach

    def __call__(self) -> None:
        self._series.asked.emit(self._reach)
