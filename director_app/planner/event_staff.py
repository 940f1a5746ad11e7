"""Shifts at events: whether enough people stand there, whether nobody stands in two places, whether set-up has room."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Event, Status
from director_app.domain.staffing import Post
from director_app.domain.timeline import Span, span_on, whole_day
from director_app.planner.ground import Ground
from director_app.planner.problems import DEFAULT_LEVELS, Level, Problem, ProblemKind

#: Days before a shift from which on missing people are spoken of, and from which on they press.
SHORT_SHOWN: Final = 21
SHORT_PRESSES: Final = 7


def posts_in_order(plan: Plan) -> list[Post]:
    """Every shift by day, beginning and task; those without a day last."""
    last = datetime.date.max
    return sorted(plan.posts.values(), key=lambda one: (one.date or last, one.start or 0, one.kind, one.title, one.id))


def missing(post: Post) -> int:
    """How many people a shift still lacks."""
    return max(0, post.wanted - len(post.people))


def staff_short(ground: Ground) -> Iterator[Problem]:
    """Shifts of the coming weeks with fewer people than are wanted."""
    for post in ground.plan.posts.values():
        days = ground.days_to(post.date)
        if days is None or not 0 <= days <= SHORT_SHOWN or not missing(post):
            continue
        level = Level.NOTE if days > SHORT_PRESSES else None
        yield _found(
            ProblemKind.STAFF_SHORT, (("posts", post.id),), level, day=post.date, have=len(post.people),
            need=post.wanted, days=days,
        )  # fmt: skip


def people_twice(ground: Ground) -> Iterator[Problem]:
    """The same name in two shifts at the same time."""
    by_name: dict[tuple[str, datetime.date], list[Post]] = {}
    for post in ground.plan.posts.values():
        if post.date is not None and (ground.days_to(post.date) or 0) >= 0:
            for name in {name.strip() for name in post.people} - {""}:
                by_name.setdefault((name, post.date), []).append(post)
    for (name, day), posts in by_name.items():
        for one, other in combinations(sorted(posts, key=lambda post: post.id), 2):
            if _span(one, day).overlaps(_span(other, day)):
                yield _found(ProblemKind.POST_TWICE, (("posts", one.id), ("posts", other.id)), name=name, day=day)


def setup_taken(ground: Ground) -> Iterator[Problem]:
    """Something else stands on the ground of an event on its days of set-up or taking down."""
    plan = ground.plan
    for event in plan.events.values():
        for day in work_days(event):
            if event.venue is None or (ground.days_to(day) or 0) < 0:
                continue
            for name in sorted(plan.on_day(day)):
                one = plan.deliveries[name]
                binds = one.status.takes_place and one.status is not Status.IDEA and one.event != event.id
                if binds and any(place.id == event.venue for place in ground.wholes(one.venue)):
                    about = (("deliveries", DeliveryId(name)), ("events", event.id))
                    yield _found(ProblemKind.SETUP_TAKEN, about, day=day)


def work_days(event: Event) -> list[datetime.date]:
    """The days before and after an event on which it is set up and taken down."""
    found = []
    if event.setup_from is not None and event.first_day is not None:
        found += [event.setup_from + datetime.timedelta(n) for n in range((event.first_day - event.setup_from).days)]
    last = event.last_day or event.first_day
    if event.strike_until is not None and last is not None:
        found += [last + datetime.timedelta(n + 1) for n in range((event.strike_until - last).days)]
    return found


def _span(post: Post, day: datetime.date) -> Span:
    if post.start is None or post.end is None:
        return whole_day(day)
    return span_on(day, post.start, post.end)


def _found(kind: ProblemKind, about: tuple[tuple[str, str], ...], level: Level | None = None, **data: Any) -> Problem:
    subjects = tuple(Subject(*one) for one in about)
    return Problem(kind, DEFAULT_LEVELS[kind] if level is None else level, subjects, tuple(data.items()))
