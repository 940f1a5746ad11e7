"""The planner's findings as lines to read: level, sentence, links, date; sorted out, filtered, alike ones folded."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.papers import AcceptedProblem
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.operations.fix_sentences import ABOUT_ONE, KIND_WORDS, folded_sentence, subject_name
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import LEVEL_ORDER, Problem, first_day
from director_app.wording import Wording

LEVELS = ("block", "warning", "note")
"""Levels, the most urgent first."""

NEAR: Final = datetime.timedelta(weeks=3)
"""The bar speaks of what lies this close; the rest is counted."""

Scope = Literal["near", "open", "past", "accepted"]
Grouping = Literal["kind", "day", "person"]
SCOPES: Final[tuple[Scope, ...]] = ("near", "open", "past", "accepted")
GROUPINGS: Final[tuple[Grouping, ...]] = ("kind", "day", "person")
ALIKE: Final = 3
"""So many findings of one kind are folded into one line."""


class ProblemLine:
    """One finding in words. The words are made when somebody reads them: most lines of a long list are never seen.

    ``accepted`` is what she wrote down when she accepted it, None while it is open.
    """

    def __init__(
        self,
        wording: Wording,
        plan: Plan,
        problem: Problem,
        accepted: AcceptedProblem | None = None,
        *,
        is_over: bool = False,
    ) -> None:
        self._wording = wording
        self._plan = plan
        self.problem = problem
        self.level = str(problem.level)
        self.subjects = problem.subjects
        self.accepted = accepted
        self.icon = "accepted" if accepted is not None else "past" if is_over else self.level

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ProblemLine) and other.problem == self.problem

    def __hash__(self) -> int:
        return hash(self.problem)

    @cached_property
    def sentence(self) -> str:
        """Who or what, when, and what is wrong; in one line, also where a name or a note has line breaks."""
        return " ".join(problem_sentence(self._wording, self._plan, self.problem).split())

    @cached_property
    def links(self) -> tuple[tuple[Subject, str], ...]:
        """Both sides as they are called: two dates, or a date and the person or place it is about."""
        named = ((subject, subject_name(self._wording, self._plan, *subject)) for subject in self.subjects)
        return tuple((subject, name) for subject, name in named if name)[:2]

    @cached_property
    def day(self) -> datetime.date | None:
        """The date of its earliest delivery."""
        return first_day(self._plan, self.problem)

    @property
    def person(self) -> Subject | None:
        """The person it is about, else the place, else nobody."""
        about_it = [subject for kind in ("artists", "venues") for subject in self.subjects if subject.kind == kind]
        return about_it[0] if about_it else None


class Fold(NamedTuple):
    """A line that stands for several; they are shown below it while it is open."""

    key: Hashable
    text: str
    level: str
    lines: tuple[ProblemLine, ...]
    is_open: bool
    #: Whether all of it are findings of one kind, so that one fix or one acceptance may answer all.
    is_alike: bool


Row = ProblemLine | Fold


class Findings(NamedTuple):
    """All findings, sorted out by what she needs to know of them; most urgent first."""

    near: tuple[ProblemLine, ...]
    open: tuple[ProblemLine, ...]
    past: tuple[ProblemLine, ...]
    accepted: tuple[ProblemLine, ...]

    @property
    def rest(self) -> int:
        """How many open ones the bar does not speak of."""
        return len(self.open) + len(self.past) - len(self.near)


NO_FINDINGS: Final = Findings((), (), (), ())


def sort_out(
    wording: Wording,
    plan: Plan,
    problems: Iterable[Problem],
    accepted: Mapping[Problem, AcceptedProblem],
    today: datetime.date,
) -> Findings:
    """Findings near today, all that are open, those that are over, and those she has accepted."""
    near, is_open, past = [], [], []
    far = today + NEAR
    table = plan.deliveries
    for problem in problems:
        sides = [table.get(subject.id) for subject in problem.subjects if subject.kind == "deliveries"]  # type: ignore[call-overload]  # ids of deliveries
        if sides and all(_is_over(one, today) for one in sides):
            past.append(ProblemLine(wording, plan, problem, is_over=True))
            continue
        line = ProblemLine(wording, plan, problem)
        is_open.append(line)
        if not sides or any(_is_near(one, today, far) for one in sides):
            near.append(line)
    known = [ProblemLine(wording, plan, problem, record) for problem, record in accepted.items()]
    return Findings(tuple(near), tuple(is_open), tuple(past), tuple(known))


def _is_over(one: Delivery | None, today: datetime.date) -> bool:
    last = (one.until or one.date) if one is not None else None
    return last is not None and last < today


def _is_near(one: Delivery | None, today: datetime.date, far: datetime.date) -> bool:
    """Whether it matters now: pencilled and above, from today on and within three weeks, or without a date."""
    if one is None or one.status is Status.IDEA:
        return False
    if one.date is None:
        return True
    return one.date <= far and (one.until or one.date) >= today


def rows_of(
    wording: Wording, plan: Plan, lines: Sequence[ProblemLine], grouping: Grouping, turned: frozenset[Hashable]
) -> tuple[Row, ...]:
    """Lines with alike ones folded, or below the day or the person they are about; ``turned`` are folds she turned.

    A fold stands where the most urgent of its lines would stand; days stand in order.
    """
    key = _KEYS[grouping]
    groups: dict[Hashable, list[ProblemLine]] = {}
    for line in lines:
        groups.setdefault(key(line), []).append(line)
    if grouping == "day":
        groups = dict(sorted(groups.items(), key=_by_day))
    places = {id(line): place for place, line in enumerate(lines)}
    blocks: list[tuple[int, tuple[Row, ...]]] = []
    for name, members in groups.items():
        if grouping == "kind" and len(members) < ALIKE:
            blocks.extend((places[id(line)], (line,)) for line in members)
            continue
        is_open = (name in turned) != (grouping == "day")
        fold = _fold(wording, plan, name, tuple(members), grouping, is_open=is_open)
        blocks.append((places[id(members[0])], (fold, *members) if is_open else (fold,)))
    if grouping != "day":
        blocks.sort(key=_place)
    return tuple(row for _at, block in blocks for row in block)


def _place(block: tuple[int, tuple[Row, ...]]) -> int:
    return block[0]


def _fold(
    wording: Wording, plan: Plan, key: Hashable, lines: tuple[ProblemLine, ...], grouping: Grouping, *, is_open: bool
) -> Fold:
    first = lines[0]
    level = min((line.level for line in lines), key=LEVELS.index)
    alike = len(lines) > 1 and len({alike_key(line) for line in lines}) == 1
    if grouping == "day":
        text = wording.date(first.day) if first.day is not None else wording.undecided()
    elif grouping == "person":
        subject = first.person
        text = subject_name(wording, plan, *subject) if subject is not None else wording.text("Nobody in particular")
    else:
        text = folded_sentence(wording, plan, [line.problem for line in lines])
    if grouping != "kind":
        text = wording.text("{name}: {n}", name=text, n=wording.number(len(lines)))
    return Fold(key, text, first.icon if first.icon not in LEVELS else level, lines, is_open, alike)


def alike_key(line: ProblemLine) -> Hashable:
    """What alike findings share: kind and level, and the person or place where they are about one."""
    problem = line.problem
    return str(problem.kind), line.level, line.person if problem.kind in ABOUT_ONE else None


def _day_key(line: ProblemLine) -> Hashable:
    return line.day


def _person_key(line: ProblemLine) -> Hashable:
    return line.person


def _by_day(entry: tuple[Hashable, list[ProblemLine]]) -> datetime.date:
    return entry[1][0].day or datetime.date.max


_KEYS: Final[dict[Grouping, Callable[[ProblemLine], Hashable]]] = {
    "kind": alike_key,
    "day": _day_key,
    "person": _person_key,
}


def filter_choices(
    wording: Wording, plan: Plan, lines: Sequence[ProblemLine], grouping: Grouping
) -> list[tuple[Hashable, str]]:
    """What the lines can be narrowed to, each with its count: kinds, days or persons, as they are grouped."""
    counted: dict[Hashable, int] = {}
    named: dict[Hashable, ProblemLine] = {}
    for line in lines:
        key = filter_key(line, grouping)
        counted[key] = counted.get(key, 0) + 1
        named.setdefault(key, line)
    if grouping == "day":
        order = sorted(counted, key=lambda key: named[key].day or datetime.date.max)
    else:
        order = sorted(counted, key=lambda key: (LEVEL_ORDER[named[key].problem.level], -counted[key]))
    return [(key, f"{_filter_name(wording, plan, named[key], grouping)} {counted[key]:,}") for key in order]


def filter_key(line: ProblemLine, grouping: Grouping) -> Hashable:
    """What a line is filtered by."""
    return str(line.problem.kind) if grouping == "kind" else _KEYS[grouping](line)


def _filter_name(wording: Wording, plan: Plan, line: ProblemLine, grouping: Grouping) -> str:
    if grouping == "kind":
        return wording.text(KIND_WORDS[line.problem.kind])
    if grouping == "day":
        return wording.date_short(line.day) if line.day is not None else wording.undecided()
    subject = line.person
    return subject_name(wording, plan, *subject) if subject is not None else wording.text("Nobody in particular")


def counts(lines: Iterable[ProblemLine]) -> dict[str, int]:
    """How many lines of each level."""
    found = dict.fromkeys(LEVELS, 0)
    for line in lines:
        if line.level in found:
            found[line.level] += 1
    return found


def about(lines: Iterable[ProblemLine], selection: frozenset[Subject]) -> ProblemLine | None:
    """The most urgent line about what is selected."""
    return next((line for line in lines if selection.intersection(line.subjects)), None)
