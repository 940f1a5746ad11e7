"""The public copy of a plan: tables of what stands in the printed programme, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from director_app.documents.facts import Facts
from director_app.documents.web_programme import NOTHING_TO_SHOW, dates_shown, page_name
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, initiative_of, lineup_of
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import OpenPlan
from director_app.operations.publishing import Published, refuse_over_plan
from director_app.planner.published_part import published_part
from director_app.planner.scope import Scope
from director_app.wording import Wording

Row = dict[str, Any]


def export_public(open_plan: OpenPlan, out: Path, wording: Wording, scope: Scope) -> Published:
    """Write the dates of the scope, and what they name, into a file of its own.

    Raises:
        RefusedInput: when there is no date.
        CannotUseFile: when the file cannot be written.
    """
    from director_app.store.public_copy import write_public_copy

    refuse_over_plan(open_plan.path, out)
    rows = public_rows(open_plan.plan, wording, scope)
    if not rows["deliveries"]:
        raise RefusedInput(NOTHING_TO_SHOW, document=wording.text("the public copy"))
    write_public_copy(out, rows)
    return Published(out, len(rows["deliveries"]))


def public_rows(plan: Plan, wording: Wording, scope: Scope) -> dict[str, list[Row]]:
    """The rows of every table; only records that a published date names, under the names of their web pages."""
    part = published_part(plan)
    told = dates_shown(part, scope)
    facts = Facts(part, wording)
    programmes = _named(part.programmes, (one.programme for one in told))
    venues = _named(part.venues, (one.venue for one in told))
    acts = {one.id: [act.artist for act in lineup_of(part, one) if act.artist] for one in told}
    areas = [area_of(part, one) for one in told] + [venue.area for venue in venues]
    strands = [initiative_of(part, one) for one in told] + [programme.initiative for programme in programmes]
    return {
        "seasons": [_season_row(facts)],
        "areas": [_fields(one, "name", "name_en") for one in _named(part.areas, areas)],
        "initiatives": [_fields(one, "name", "name_en") for one in _named(part.initiatives, strands)],
        "artists": [
            _fields(one, "name", "romanised", "genre")
            for one in _named(part.artists, (artist for names in acts.values() for artist in names))
        ],
        "venues": [
            {
                **_fields(one, "name", "name_en", "address", "address_en", "latitude", "longitude"),
                "area": _key(one.area),
                "setting": one.setting.value if one.setting is not None else None,
            }
            for one in venues
        ],
        "programmes": [
            {
                **_fields(one, "title", "title_en", "subtitle", "audience", "is_free", "admission", "age_rating",
                          "booking", "intro"),
                "initiative": _key(one.initiative),
            }
            for one in programmes
        ],
        "deliveries": [_delivery_row(part, facts, one) for one in told],
        "performances": [
            {"delivery": page_name(delivery), "position": position, "artist": page_name(artist)}
            for delivery, artists in acts.items()
            for position, artist in enumerate(artists, 1)
        ],
    }  # fmt: skip


def _season_row(facts: Facts) -> Row:
    season, complex_ = facts.plan.season, facts.plan.complex
    return {
        **_fields(season, "title", "title_en", "web_address"),
        "complex": complex_.name if complex_ else "",
        "complex_en": complex_.name_en if complex_ else "",
        "enquiries": facts.enquiries(),
    }


def _delivery_row(part: Plan, facts: Facts, one: Delivery) -> Row:
    clock = facts.wording.clock
    return {
        **_fields(one, "number"),
        "date": one.date.isoformat() if one.date is not None else None,
        "until": one.until.isoformat() if one.until is not None else None,
        "month": one.month or (f"{one.date:%Y-%m}" if one.date is not None else None),
        "starts": clock(one.start) if one.start is not None else None,
        "ends": clock(one.end) if one.end is not None else None,
        "title": facts.title(one),
        "status": one.status.value,
        "programme": _key(one.programme),
        "venue": _key(one.venue),
        "place": facts.place(one)[0],
        "area": _key(area_of(part, one)),
        "initiative": _key(initiative_of(part, one)),
        "postponed_to": one.postponed_to.isoformat() if one.postponed_to is not None else None,
        "in_rain": facts.fallback(one) if one.status.takes_place else "",
        "booking": one.booking,
        "note": facts.public_note(one),
    }


def _named(table: Any, keys: Iterable[str | None]) -> list[Any]:
    """Records of a table that are named, each once, in an order that does not depend on who names them."""
    return [table[key] for key in sorted({key for key in keys if key is not None and key in table})]


def _fields(record: Any, *names: str) -> Row:
    return {"id": page_name(record.id), **{name: getattr(record, name) for name in names}}


def _key(identity: str | None) -> str | None:
    return page_name(identity) if identity else None
