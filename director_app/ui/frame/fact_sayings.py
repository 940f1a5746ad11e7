"""The quiet words under and inside the inspector's rows: what holds where nothing was decided, what follows from it."""

from __future__ import annotations

from typing import Any, Final

from director_app.domain.edits import title_of
from director_app.domain.facts import Fallback, FallbackKind
from director_app.domain.ids import ProgrammeId
from director_app.domain.programme import Delivery, Programme
from director_app.domain.published import (
    area_of,
    end_minute,
    initiative_from,
    lineup_of,
    place_name,
    plan_b_of,
    programme_of,
)
from director_app.planner.bookings import setup_and_strike
from director_app.planner.reach import Coming, CrewAnswer, reach_of
from director_app.ui.forms.credit_lines import credit_text
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.words import FALLBACK_STATE_WORDS, FALLBACK_WORDS, SETTING_WORDS
from director_app.wording import message

COMING_WORDS: Final = {
    Coming.CAN: message("{crews} can come"),
    Coming.SOME: message("{crews}: some can come"),
    Coming.CANNOT: message("{crews} cannot come"),
}


def when_hint(editor: ItemsEditor) -> str:
    """How long it takes with set-up and strike, or how many days with which hours."""
    one, wording = editor.record, editor.desk.wording
    if not isinstance(one, Delivery) or one.start is None:
        return _days(editor, one)
    if one.until is not None and one.until != one.date:
        return _days(editor, one)
    end, assumed = end_minute(editor.desk.plan, one)
    if end is None:
        return ""
    setup, strike = setup_and_strike(editor.desk.plan, one)
    sentence = wording.text(
        "Set-up {setup} · show {show} · strike {strike} = {sum} min",
        setup=setup, show=end - one.start, strike=strike, sum=setup + (end - one.start) + strike,
    )  # fmt: skip
    end_assumed = wording.text("end assumed")
    return f"{sentence} · {end_assumed}" if assumed else sentence


def _days(editor: ItemsEditor, one: Delivery) -> str:
    if one.date is None or one.until is None or one.until == one.date:
        return ""
    wording, days = editor.desk.wording, (one.until - one.date).days + 1
    count = wording.plural("lasts {n} day", "lasts {n} days", days)
    if one.hours:
        hours = wording.text("hours by weekday")
    elif one.start is not None:
        hours = wording.text("the same hours every day")
    else:
        return count
    return f"{count} · {hours}"


def where_hint(editor: ItemsEditor) -> str:
    """Area, roof, seats, and the gate pass that has to be asked for."""
    plan, wording, one = editor.desk.plan, editor.desk.wording, editor.record
    venue = plan.venues.get(one.venue) if one.venue else None
    area = plan.areas.get(identity) if isinstance(one, Delivery) and (identity := area_of(plan, one)) else None
    parts = [area.name if area else ""]
    if venue is not None:
        around = place_name(plan, venue.part_of) if venue.part_of else ""
        parts.insert(0, around)
        parts.append(wording.text(SETTING_WORDS[venue.setting]) if venue.setting else "")
        parts.append(wording.text("{n} seats", n=venue.seats) if venue.seats else "")
        if venue.access.pass_days is not None:
            parts.append(wording.text("gate pass {n} days ahead", n=venue.access.pass_days))
    return " · ".join(part for part in parts if part)


def reach_hint(editor: ItemsEditor) -> str:
    """Up to how many could come, an estimate and said as one; which crews can, might, and cannot."""
    wording = editor.desk.wording
    reach = reach_of(editor.desk.plan, editor.record)
    if reach is None:
        return ""
    said = []
    for coming, words in COMING_WORDS.items():
        crews = list(dict.fromkeys(_crew(editor, one) for one in reach.answers if one.coming is coming))
        if crews:
            more = f" +{len(crews) - 3}" if len(crews) > 3 else ""
            said.append(wording.text(words, crews=", ".join(crews[:3]) + more))
    lines = [] if reach.up_to is None else [wording.text("Up to {n} (estimate)", n=wording.number(reach.up_to))]
    return "\n".join([*lines, " · ".join(said)])


def _crew(editor: ItemsEditor, answer: CrewAnswer) -> str:
    site = editor.desk.plan.sites.get(answer.site)
    return answer.crew or (site.name if site is not None else "")


def own_programme(editor: ItemsEditor) -> Programme | None:
    """The programme of the record shown."""
    return programme_of(editor.desk.plan, editor.record) if isinstance(editor.record, Delivery) else None


def inherited_setup(editor: ItemsEditor) -> str:
    """Minutes of set-up as the programme has them."""
    programme = own_programme(editor)
    return _as_in_programme(editor, str(programme.setup_minutes)) if programme else "0"


def inherited_strike(editor: ItemsEditor) -> str:
    """Minutes of strike as the programme has them."""
    programme = own_programme(editor)
    return _as_in_programme(editor, str(programme.strike_minutes)) if programme else "0"


def inherited_booking(editor: ItemsEditor) -> str:
    """How one books, as the programme has it."""
    programme = own_programme(editor)
    return _as_in_programme(editor, programme.booking) if programme and programme.booking else ""


def _as_in_programme(editor: ItemsEditor, value: str) -> str:
    return editor.desk.wording.text("{value} (programme)", value=value)


def inherited_area(editor: ItemsEditor) -> str:
    """The area of the place."""
    plan, one = editor.desk.plan, editor.record
    area = area_of(plan, one) if isinstance(one, Delivery) else None
    found = plan.areas.get(area) if area is not None else None
    return found.name if found is not None else ""


def inherited_initiative(editor: ItemsEditor) -> str:
    """The initiative of the programme or the event."""
    one, plan = editor.record, editor.desk.plan
    if not isinstance(one, Delivery):
        return ""
    identity = initiative_from(plan, one.programme, one.event)
    found = plan.initiatives.get(identity) if identity else None
    return found.name if found is not None else ""


def inherited_credits(editor: ItemsEditor) -> str:
    """Whose credits hold: the programme's, the event's, or the plan's."""
    one, plan, wording = editor.record, editor.desk.plan, editor.desk.wording
    programme = plan.programmes.get(ProgrammeId(one.programme)) if isinstance(one, Delivery) and one.programme else None
    if programme is not None and programme.credits is not None:
        return wording.text("same as the programme")
    event = plan.events.get(one.event) if isinstance(one, Delivery) and one.event else None
    if event is not None and event.credits is not None:
        return wording.text("same as the event")
    return wording.text("same as the plan")


def credits_hint(editor: ItemsEditor) -> str:
    """The credits that hold, in one line, while there are none of its own."""
    one, plan = editor.record, editor.desk.plan
    if one.credits is not None:
        return ""
    programme = plan.programmes.get(one.programme) if isinstance(one, Delivery) and one.programme else None
    event = plan.events.get(one.event) if isinstance(one, Delivery) and one.event else None
    for around in (programme, event):
        if around is not None and around.credits is not None:
            return credit_text(around.credits).replace("\n", " · ")
    return credit_text(plan.season.credits).replace("\n", " · ")


def fallback_hint(editor: ItemsEditor) -> str:
    """Plan B as it holds: from the event or the place while there is none, or no place, of its own."""
    one, plan = editor.record, editor.desk.plan
    event = one.event if isinstance(one, Delivery) else None
    holds = plan_b_of(plan, one.fallback, event, one.venue)
    if holds is None or holds == one.fallback:
        return ""
    return editor.desk.wording.text("holds meanwhile: {plan_b}", plan_b=_plan_b(editor, holds))


def _plan_b(editor: ItemsEditor, plan_b: Fallback) -> str:
    wording = editor.desk.wording
    said = wording.text(FALLBACK_WORDS[plan_b.kind])
    venue = editor.desk.plan.venues.get(plan_b.venue) if plan_b.venue else None
    if plan_b.kind is not FallbackKind.INDOORS or venue is None:
        return said
    return f"{said} · {venue.name} ({wording.text(FALLBACK_STATE_WORDS[plan_b.state])})"


def lineup_hint(editor: ItemsEditor) -> str:
    """How many people play together, where that is known."""
    one, plan = editor.record, editor.desk.plan
    heads = [plan.artists[act.artist].head_count for act in lineup_of(plan, one) if act.artist in plan.artists]
    known = sum(head for head in heads if head)
    return editor.desk.wording.plural("{n} person", "{n} people", known) if known else ""


def title_of_item(editor: ItemsEditor) -> str:
    """What the record shown is called; empty when it has no name yet."""
    record: Any = editor.record
    return title_of(editor.desk.plan, record) if isinstance(record, Delivery) else str(record.title)
