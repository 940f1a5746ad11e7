"""What was done to our events on a phone, as a calendar file that an import reads: times, dates taken out, and words.

An import knows our events by their UID. What they said before stands beside what they say now, in properties of our
own, so that only what was changed over there is proposed and nothing that the plan puts together itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from director_app.calendars.event import CANCELLED

#: What an event said before it was changed; an import reads the same names.
WAS: Final = "X-CULTURE-DELIVERY-WAS-"
#: The field of the plan that a changed description goes into.
NOTE_FIELD: Final = "X-CULTURE-DELIVERY-NOTE"
_WORDS: Final = ("SUMMARY", "LOCATION", "DESCRIPTION")


def with_what_was(found: str, ours: str, *, internal: bool) -> str:
    """An object as a server has it, with our own words beside theirs; dates that they took out are called off."""
    from icalendar import Component, vText

    theirs: Any = Component.from_ical(found)
    said = {_which(one): one for one in Component.from_ical(ours).walk("VEVENT")}
    usual = said.get("") or next(iter(said.values()))
    for event in theirs.walk("VEVENT"):
        was = said.get(_which(event), usual)
        for name in _WORDS:
            event.add(f"{WAS}{name}", vText(str(was.get(name, ""))))
        event.add(NOTE_FIELD, "internal_note" if internal else "public_note")
        taken = list(_taken_out(event, was))
        if taken:  # a date that is left out cannot be said to be called off
            event.pop("EXDATE")
            event.update({name: value for name, value in was.items() if name == "EXDATE"})
        for one in taken:
            theirs.add_component(one)
    return str(theirs.to_ical(), "utf-8")


def _which(event: Any) -> str:
    found = event.get("RECURRENCE-ID")
    return str(found.to_ical(), "utf-8") if found is not None else ""


def _taken_out(event: Any, was: Any) -> Iterator[Any]:
    """The dates of an event that repeats which it leaves out now and did not before."""
    if "RRULE" not in event or "RRULE" not in was:
        return
    before = {moment.dt for moment in _left_out(was)}
    for moment in _left_out(event):
        if moment.dt not in before:
            single = type(event)()
            single.add("UID", str(event["UID"]))
            single.add("SUMMARY", str(event.get("SUMMARY", "")))
            single.add("RECURRENCE-ID", moment.dt)
            single.add("DTSTART", moment.dt)
            single.add("SEQUENCE", int(event.get("SEQUENCE", 0)) + 1)
            single.add("STATUS", CANCELLED)
            yield single


def _left_out(event: Any) -> list[Any]:
    value = event.get("EXDATE", [])
    return [moment for one in (value if isinstance(value, list) else [value]) for moment in one.dts]
