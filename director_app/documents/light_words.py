"""What print says of works of light: kind, hours of a night, and their rule in words."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.documents.content import Fact
from director_app.documents.facts import Facts
from director_app.domain.lights import LightFrom, LightRule, Work, WorkKind
from director_app.domain.local_texts import said
from director_app.planner.light import Dark, Lit, lights_on
from director_app.wording import Wording, message

KINDS: Final = {
    WorkKind.SCULPTURE: message("Sculpture"),
    WorkKind.PUBLIC_ART: message("Public art"),
    WorkKind.MEDIA_ART: message("Media art"),
    WorkKind.PROJECTION: message("Projection"),
    WorkKind.LIGHTING: message("Lighting"),
}
_DARK: Final = {
    Dark.NOT_THERE: "",
    Dark.MAINTENANCE: message("maintenance"),
    Dark.CLOSED: message("not lit"),
    Dark.NO_RULE: "–",
}


def work_title(facts: Facts, work: Work) -> str:
    """What a work is called in the language of the edition."""
    return said(work, "title", english=not facts.is_korean) or facts.wording.text(KINDS[work.kind])


def hours(wording: Wording, lit: Lit) -> str:
    """The clock times of a night: "18:09~23:00", or why there is no light."""
    if lit.dark is not None:
        words = _DARK[lit.dark]
        return wording.text(words) if words and words != "–" else words
    later = wording.undecided(paper=True)
    if lit.on is None and lit.off is None:
        return later
    on = later if lit.on is None else wording.clock(lit.on)
    return f"{on}~{later if lit.off is None else wording.clock(lit.off)}"


def lights_of_day(facts: Facts, day: datetime.date) -> tuple[Fact, ...]:
    """The works that are lit in a night, with place and hours."""
    found = []
    for work, lit in lights_on(facts.plan, day):
        place = facts.venue_name(work.venue) if work.venue else ""
        text = " · ".join(part for part in (hours(facts.wording, lit), place) if part)
        found.append(Fact(work_title(facts, work), text))
    return tuple(found)


def rule_words(wording: Wording, rule: LightRule) -> str:
    """A rule as it is said: "dusk + 20 min, at latest 20:30, to 23:00 (Fri, Sat)"."""
    parts = [_begin(wording, rule)]
    if rule.begins is not LightFrom.CLOCK and rule.latest is not None:
        parts.append(wording.text("at latest {time}", time=wording.clock(rule.latest)))
    if rule.until is not None:
        parts.append(wording.text("to {time}", time=wording.clock_long(rule.until)))
    whole = ", ".join(part for part in parts if part)
    limits = [wording.weekday(day) for day in rule.weekdays]
    if rule.valid_from is not None or rule.valid_until is not None:
        first, last = rule.valid_from, rule.valid_until
        limits.append(
            "~".join((wording.date_short(first) if first else "", wording.date_short(last) if last else "")).strip()
        )
    return f"{whole} ({', '.join(limits)})" if limits else whole


def _begin(wording: Wording, rule: LightRule) -> str:
    if rule.begins is LightFrom.CLOCK:
        return wording.clock(rule.latest) if rule.latest is not None else wording.undecided(paper=True)
    name = wording.text("sunset") if rule.begins is LightFrom.SUNSET else wording.text("dusk")
    if not rule.after_minutes:
        return name
    sign = "+" if rule.after_minutes > 0 else "−"
    return wording.text("{sun} {sign} {n} min", sun=name, sign=sign, n=abs(rule.after_minutes))
