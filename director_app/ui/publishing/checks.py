"""What to look at before something is given out: remarks of the finished print, and facts that public print needs."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, NamedTuple

from director_app.domain.facts import FallbackKind, FallbackState, Subject
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import date_order, plan_b_of
from director_app.planner.checks import is_outdoor
from director_app.planner.problems import Problem
from director_app.ui.publishing.check_line import CheckLine, enquiries_lines
from director_app.ui.publishing.choice import Choice, found_in
from director_app.ui.publishing.proof import proof_lines
from director_app.wording import Wording, message

SAID_BY_US = ("No desk for enquiries is named",)


class FoundChecks(NamedTuple):
    """What was found beside the window, and what it was found in."""

    choice: Choice
    plan: Plan
    lines: tuple[CheckLine, ...]


def find_checks(
    plan: Plan, choice: Choice, remarks: tuple[Any, ...], wording: Wording, problems: Sequence[Problem],
    is_quick: bool, stop: threading.Event,
) -> FoundChecks:  # fmt: skip
    """The lines of a large plan, worked out beside the window; after a quick look nothing is said of all pages."""
    if stop.is_set():
        return FoundChecks(choice, plan, ())
    lines = check_lines(choice, plan, found_in(choice, plan), remarks, wording, problems, is_quick=is_quick)
    return FoundChecks(choice, plan, tuple(lines))


def check_lines(
    choice: Choice, plan: Plan, deliveries: list[Delivery], remarks: tuple[Any, ...], wording: Wording,
    problems: Sequence[Problem] = (), *, is_quick: bool = False,
) -> list[CheckLine]:  # fmt: skip
    """Everything worth a look in these deliveries, what matters most first; what is in order comes last."""
    if choice.is_calendar:
        return _calendar_lines(choice, deliveries, wording)
    if choice.is_edition:
        lines = [*proof_lines(plan, deliveries, problems, wording), *_undecided(deliveries, wording)]
    else:
        lines = [*enquiries_lines(plan, wording), *_undecided(deliveries, wording)]
        lines += _fallbacks(plan, deliveries, wording)
    tight = [remark for remark in remarks if not remark.message.startswith(SAID_BY_US)]
    for remark in tight:
        place = f"{remark.place}: " if remark.place else ""
        sentence = place + wording.text(remark.message, **dict(remark.values))
        lines.append(
            CheckLine("warning", sentence, remark.subject, wording.text("Open") if remark.subject else "", remark.page)
        )
    if not tight and not is_quick:
        lines.append(CheckLine("ok", wording.text("Nothing overflows and no character is missing")))
    order = {"block": 0, "warning": 1, "note": 2, "ok": 3}
    told: dict[tuple[str, Subject | None], CheckLine] = {}
    for line in lines:
        told.setdefault((line.sentence, line.subject), line)  # of several pages the first
    return sorted(told.values(), key=lambda line: order[line.level])


def _undecided(deliveries: list[Delivery], wording: Wording) -> list[CheckLine]:
    days = [one for one in deliveries if one.date is None]
    times = [one for one in deliveries if one.date is not None and one.start is None and not one.hours]
    places = [one for one in deliveries if one.venue is None]
    facts = (
        (days, wording.plural("{n} date without a day", "{n} dates without a day", len(days))),
        (times, wording.plural("{n} date without a time", "{n} dates without a time", len(times))),
        (places, wording.plural("{n} date without a place", "{n} dates without a place", len(places))),
    )
    link = wording.text("Open the date")
    return [CheckLine("warning", said, _first(found), link) for found, said in facts if found]


def _fallbacks(plan: Plan, deliveries: list[Delivery], wording: Wording) -> list[CheckLine]:
    found = []
    for delivery in deliveries:
        if not is_outdoor(plan, delivery):
            continue
        plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
        if plan_b is None or plan_b.kind is not FallbackKind.INDOORS or plan_b.venue is None:
            continue
        if plan_b.state is not FallbackState.SECURED:
            found.append(delivery)
    if not found:
        return []
    sentence = wording.plural("{n} fallback place is not secured", "{n} fallback places are not secured", len(found))
    return [CheckLine("warning", sentence, _first(found), wording.text("Open the plan B"))]


def _first(found: list[Delivery]) -> Subject:
    return Subject("deliveries", min(found, key=date_order).id)


def _calendar_lines(choice: Choice, deliveries: list[Delivery], wording: Wording) -> list[CheckLine]:
    lines = []
    undated = [one for one in deliveries if one.date is None]
    if undated:
        sentence = wording.plural(
            "{n} date is left out: its day is not known",
            "{n} dates are left out: their days are not known",
            len(undated),
        )
        lines.append(CheckLine("warning", sentence, _first(undated), wording.text("Open the date")))
    text = (
        message("Contacts, notes and ideas are in it; send it only to the team")
        if choice.is_internal
        else message("No contact details are in it")
    )
    lines.append(CheckLine("note" if choice.is_internal else "ok", wording.text(text)))
    return lines
