"""That an applicant was told: the same record as on the phone list of a date, written with the application's state."""

from __future__ import annotations

from director_app.domain.edits import Edit
from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.domain.requests import Application
from director_app.operations.telling import telling
from director_app.planner.applicants import applicant_of
from director_app.planner.on_site import people_to_tell
from director_app.ui.desk import Desk
from director_app.ui.forms.acknowledging import wall_clock
from director_app.ui.on_site.tell_rows import told_at_words
from director_app.wording import Wording


def told_now(desk: Desk, application: Application) -> Edit | None:
    """The edit that writes down that the applicant is told of the date now; None where there is nobody or no date."""
    plan, applicant = desk.plan, applicant_of(desk.plan, application)
    if applicant is None or application.delivery is None or application.delivery not in plan.deliveries:
        return None
    people = people_to_tell(plan, plan, [application.delivery])
    found = [(one, plan) for one in people if one.subject == Subject(*applicant)]
    done = telling(desk.wording, plan, found, wall_clock(desk.today()), is_told=True)
    return done[0] if done is not None else None


def told_words(wording: Wording, plan: Plan, application: Application) -> str:
    """When the applicant was told of the date; empty when nobody was."""
    applicant = applicant_of(plan, application)
    if applicant is None or application.delivery is None:
        return ""
    names = plan.users_of_kind("deliveries", application.delivery, "tellings")
    told = [plan.table("tellings")[name] for name in names]
    moments = [one.told_at for one in told if one.subject == Subject(*applicant) and one.told_at is not None]
    return told_at_words(wording, max(moments, default=None))
