"""The programme as a folder of web pages, with calendars to subscribe to beside them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from director_app.atomic_files import write_folder
from director_app.calendars.ical_export import export_calendar
from director_app.calendars.options import CalendarOptions
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.plan import Plan
from director_app.operations.open_plan import OpenPlan
from director_app.operations.publishing import Published, keep_told, refuse_over_plan, told_now
from director_app.operations.whole_plans import ledger_of
from director_app.planner.scope import Scope
from director_app.wording import Wording


class WebWork(NamedTuple):
    """Pages and calendars that are not written yet, and the ledger entries that must be kept before they are."""

    files: dict[str, bytes]
    risen: dict[str, str]
    dates: int
    remarks: tuple[str, ...]


def make_web(
    plan: Plan, known: Mapping[DeliveryId, LedgerEntry], wording: Wording, scope: Scope, now: datetime.datetime
) -> WebWork:
    """The pages of a plan whose ledger is `known`; `now` needs a zone. Changes nothing, so that a worker may do it.

    Raises:
        RefusedInput: when there is no date, or the plan's time zone is unknown.
    """
    from director_app.documents.web_programme import WebProgramme, calendar_parts

    programme = WebProgramme(plan, wording, scope)
    ledger, risen = told_now(plan, known, CalendarOptions(scope=scope), now)
    made = {
        name: export_calendar(plan, ledger, wording, CalendarOptions(scope=part))
        for name, part in calendar_parts(programme, scope).items()
    }
    files = programme.files({name: calendar.data for name, calendar in made.items()})
    return WebWork(files, risen, len(programme.deliveries), made["all"].remarks)


def export_web(open_plan: OpenPlan, folder: Path, wording: Wording, scope: Scope, now: datetime.datetime) -> Published:
    """Write the folder, whole; what calendars were told is kept with the plan first.

    Raises:
        RefusedInput: when there is no date, or the plan's time zone is unknown.
        CannotUseFile: when the folder is not ours, or it or the plan cannot be written.
    """
    refuse_over_plan(open_plan.path, folder)
    work = make_web(open_plan.plan, ledger_of(open_plan), wording, scope, now)
    remarks = (*work.remarks, *keep_told(open_plan, work.risen, wording))
    write_folder(folder, work.files)
    return Published(folder, work.dates, remarks)
