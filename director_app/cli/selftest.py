"""`selftest`: everything a plan goes through, once each; how a frozen build shows that nothing is missing."""

from __future__ import annotations

import argparse
import datetime
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from director_app.calendars.options import CalendarOptions
from director_app.cli.commands import REFUSED, Report
from director_app.documents.options import DocumentOptions
from director_app.documents.tables import TableOptions
from director_app.operations import publishing, whole_plans
from director_app.operations.importing import propose_import
from director_app.operations.open_plan import OpenPlan
from director_app.operations.searching import Search
from director_app.planner.checks import check_plan
from director_app.planner.scope import Scope
from director_app.wording import Wording

_PLANS_FOR: Final = 20.0
_MADE_AT: Final = datetime.datetime(2025, 10, 14, 14, 2)  # noqa: DTZ001 - printed, not compared


def selftest(_arguments: argparse.Namespace, wording: Wording) -> Report:
    """Do everything once on the sample in a folder that is thrown away, and say what failed."""
    with tempfile.TemporaryDirectory(prefix="director-selftest-") as name:
        folder = Path(name)
        whole_plans.start_sample(folder / "sample.cdplan").close()
        open_plan = OpenPlan.open(folder / "sample.cdplan")
        try:
            failed = [each for each, attempt in _ATTEMPTS.items() if not attempt(open_plan, folder, wording)]
        finally:
            open_plan.close()
    facts = {"ok": not failed, "done": [each for each in _ATTEMPTS if each not in failed], "failed": failed}
    lines = [wording.text("{n} of {all} parts work.", n=len(_ATTEMPTS) - len(failed), all=len(_ATTEMPTS))]
    lines.extend(wording.text("This part does not work: {part}", part=each) for each in failed)
    return Report(facts, tuple(lines), REFUSED if failed else 0)


def _opens(open_plan: OpenPlan, _folder: Path, _wording: Wording) -> bool:
    return len(open_plan.plan.deliveries) > 0 and open_plan.read_only is None


def _searches(open_plan: OpenPlan, _folder: Path, _wording: Wording) -> bool:
    return bool(Search(open_plan.plan).find("ㅇㅌㄷㅇㄴ"))


def _checks(open_plan: OpenPlan, _folder: Path, _wording: Wording) -> bool:
    return bool(check_plan(open_plan.plan))


def _plans(open_plan: OpenPlan, _folder: Path, _wording: Wording) -> bool:
    from director_app.planner.placing.options import unplaced
    from director_app.planner.placing.proposals import propose

    plan = open_plan.plan
    day = plan.season.reference_date or _MADE_AT.date()
    return bool(propose(plan, unplaced(plan, day), day, seconds=_PLANS_FOR).placements)


def _prints(open_plan: OpenPlan, folder: Path, wording: Wording) -> bool:
    from director_app.documents.page_images import page_count, page_image

    booklet = publishing.export_pdf(
        open_plan, "booklet", folder / "booklet.pdf", wording, DocumentOptions(made_at=_MADE_AT)
    )
    programme = min(open_plan.plan.programmes)
    flyer = DocumentOptions(made_at=_MADE_AT, scope=Scope(programme=programme))
    publishing.export_pdf(open_plan, "flyer", folder / "flyer.pdf", wording, flyer)
    to_edit = DocumentOptions(made_at=_MADE_AT, form="docx")
    publishing.export_pdf(open_plan, "result-report", folder / "report.docx", wording, to_edit)
    is_written = page_count(booklet.path) == booklet.pages and zipfile.is_zipfile(folder / "report.docx")
    return is_written and page_image(folder / "flyer.pdf", 0, 0.2) is not None


def _exports(open_plan: OpenPlan, folder: Path, wording: Wording) -> bool:
    now = datetime.datetime.now(datetime.UTC)
    events = publishing.export_ics(open_plan, folder / "season.ics", wording, CalendarOptions(), now).amount
    publishing.export_json(open_plan, folder / "season.json")
    return (
        events > 0 and publishing.export_table(open_plan, "csv", folder / "s.csv", wording, TableOptions()).amount > 0
    )


def _imports(open_plan: OpenPlan, folder: Path, wording: Wording) -> bool:
    table = folder / "schedule.xlsx"
    publishing.export_table(open_plan, "xlsx", table, wording, TableOptions())
    rows = propose_import(open_plan.plan, [table]).rows
    return bool(rows) and bool(propose_import(open_plan.plan, [folder / "season.ics"]).events)


def _hands_over(open_plan: OpenPlan, folder: Path, _wording: Wording) -> bool:
    from director_app.operations import bundles, handing_over

    bundle = folder / "season.cdbundle"
    handing_over.hand_over(open_plan, bundle, _MADE_AT, passphrase="selftest")  # noqa: S106 - hides nothing
    return bool(bundles.read_bundle(bundle, "selftest").plan.deliveries)


def _could_publish(_open_plan: OpenPlan, _folder: Path, _wording: Wording) -> bool:
    """Everything that talks to a calendar server is there; no word is sent."""
    from director_app.calendars.caldav_client import CalendarServer, Login

    with CalendarServer(Login("https://localhost/", "selftest", "")) as server:
        return server is not None


_ATTEMPTS: Final[dict[str, Callable[[OpenPlan, Path, Wording], bool]]] = {
    "open": _opens,
    "search": _searches,
    "check": _checks,
    "plan": _plans,
    "print": _prints,
    "export": _exports,
    "import": _imports,
    "hand over": _hands_over,
    "calendar server": _could_publish,
}
