"""`portfolio`: many plans at once."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import Any

from director_app.cli.commands import Report
from director_app.operations.field_words import RecordWords
from director_app.operations.portfolio import Engagement, PlanNumbers, Portfolio, read_portfolio
from director_app.wording import Wording


def portfolio(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Numbers and coverage of each plan, and the artists whom two of them ask for at one time."""
    day = datetime.datetime.now().date()  # noqa: DTZ005 - the wall clock of her desk
    found = read_portfolio(map(Path, arguments.plans), day)
    plans = [
        {"file": str(path), **{name: value for name, value in one._asdict().items() if name != "path"}}
        for path, one in zip(arguments.plans, found.numbers, strict=True)
    ]
    clashes = [
        {
            "artist": one.name,
            "sure": one.is_sure,
            "first": _engagement(wording, arguments, found, one.first),
            "second": _engagement(wording, arguments, found, one.second),
        }
        for one in found.clashes
    ]
    lines = [_line(wording, file, one) for file, one in zip(arguments.plans, found.numbers, strict=True)]
    lines += [_clash_line(wording, one) for one in clashes] or [
        wording.text("No artist is asked for twice at one time.")
    ]
    return Report({"plans": plans, "clashes": clashes}, tuple(lines))


def _engagement(wording: Wording, arguments: argparse.Namespace, found: Portfolio, one: Engagement) -> dict[str, Any]:
    plan = found.plans[one.plan]
    return {
        "file": arguments.plans[one.plan],
        "delivery": one.delivery,
        "number": plan.deliveries[one.delivery].number,
        "sentence": RecordWords(wording, plan).record("deliveries", one.delivery),
    }


def _line(wording: Wording, file: str, one: PlanNumbers) -> str:
    line = wording.text(
        "{name}: {n} deliveries, {undated} without a date; {reached} of {areas} areas reached, {forgotten} forgotten.",
        name=one.title or file, n=one.deliveries, undated=one.undated, reached=one.reached, areas=one.areas,
        forgotten=one.forgotten,
    )  # fmt: skip
    if one.fairness is None:
        return line
    spread = wording.text("Spread over the people of all areas: {n} of 100.", n=round(one.fairness * 100))
    return f"{line} {spread}"


def _clash_line(wording: Wording, one: dict[str, Any]) -> str:
    values = {"artist": one["artist"], "first": one["first"]["sentence"], "second": one["second"]["sentence"]}
    if one["sure"]:
        return wording.text("{artist} is asked for twice: {first}; {second}.", **values)
    return wording.text("{artist} may be asked for twice (same name): {first}; {second}.", **values)
