"""`merge`, and the bundle that `export` writes: two desks without a server."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from director_app.cli.commands import Report, opened
from director_app.cli.secrets import first_line
from director_app.domain.merging import Merge
from director_app.domain.refusals import RefusedInput
from director_app.operations.bundles import Bundle, read_bundle
from director_app.operations.handing_over import begin, hand_over, merge_of, take_in
from director_app.operations.merge_words import MergeWords
from director_app.operations.open_plan import OpenPlan
from director_app.planner.scope import Scope
from director_app.wording import Wording, message

NO_CLASH: Final = message("There is no clash {number}; there are {n}.")
NOTHING_TO_CHOOSE: Final = message("A plan that is begun has no clashes, so leave --theirs out.")

_EVERY: Final = "all"


def hand_out(open_plan: OpenPlan, out: Path, scope: Scope, arguments: argparse.Namespace) -> dict[str, Any]:
    """Write a bundle for another desk; what `export` reports of it.

    Raises:
        RefusedInput: when nothing meets the scope.
        CannotUseFile: when it, or the plan that remembers it, cannot be written.
    """
    passphrase = first_line(arguments.passphrase_file) if arguments.passphrase_file else ""
    handover = hand_over(
        open_plan, out, _now(), name=arguments.to or "", scope=scope, private=not arguments.without_private,
        passphrase=passphrase,
    )  # fmt: skip
    return {
        "to": handover.name,
        "narrowed": list(handover.narrowed),
        "without_private": handover.is_without_private,
        "encrypted": bool(passphrase),
        "remarks": [],
    }


def merge_bundle(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Bring in what another desk did, as one step; a plan that is not there is begun from it.

    Raises:
        RefusedInput: for a clash there is none of, or a bundle that comes from another plan.
        CannotUseFile: when a file cannot be read or written.
    """
    bundle = read_bundle(
        Path(arguments.bundle), first_line(arguments.passphrase_file) if arguments.passphrase_file else ""
    )
    if not Path(arguments.plan).exists():
        return _begin(arguments, bundle, wording)
    with opened(arguments.plan, to_write=not arguments.dry_run) as open_plan:
        here = open_plan.plan
        found = merge_of(open_plan, bundle)
        taken = _taken(arguments.theirs, found)
        places = [found.clashes[number - 1].place for number in taken]
        if places:
            chosen = merge_of(open_plan, bundle, places)
            found = chosen._replace(clashes=found.clashes)
        if not arguments.dry_run:
            take_in(open_plan, bundle, _now(), places)
    words = MergeWords(wording, found, here, bundle.plan)
    facts = {**_about(arguments, bundle), "begun": False, **words.facts(taken)}
    return Report(facts, tuple(words.lines(taken)))


def _begin(arguments: argparse.Namespace, bundle: Bundle, wording: Wording) -> Report:
    if arguments.theirs:
        raise RefusedInput(NOTHING_TO_CHOOSE)
    records = sum(1 for _record in bundle.plan.records())
    if not arguments.dry_run:
        begin(Path(arguments.plan), bundle, _now()).close()
    nothing = MergeWords(wording, Merge((), (), (), ()), bundle.plan, bundle.plan).facts()
    facts = {**_about(arguments, bundle), "begun": True, **nothing, "changes": records}
    line = wording.text("{file}: begun with {n} deliveries.", file=arguments.plan, n=len(bundle.plan.deliveries))
    return Report(facts, (line,))


def _about(arguments: argparse.Namespace, bundle: Bundle) -> dict[str, Any]:
    return {
        "plan": arguments.plan,
        "bundle": arguments.bundle,
        "for": bundle.name,
        "narrowed": list(bundle.narrowed),
        "without_private": bundle.is_without_private,
        "dry_run": arguments.dry_run,
    }


def _taken(asked: Sequence[str], found: Merge) -> list[int]:
    """The numbers of the clashes in which the other desk is right."""
    count = len(found.clashes)
    if _EVERY in asked:
        return list(range(1, count + 1))
    numbers = {number for one in asked for number in one.replace(",", " ").split()}
    for number in sorted(numbers):
        if not (number.isascii() and number.isdigit() and 1 <= int(number) <= count):
            raise RefusedInput(NO_CLASH, number=number[:40], n=count)
    return sorted(map(int, numbers))


def _now() -> datetime.datetime:
    return datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk
