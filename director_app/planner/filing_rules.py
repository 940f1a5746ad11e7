"""Which rule for the disaster plan holds where: that of the local government, else that of the law."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from director_app.domain.ids import VenueId
from director_app.domain.plan import Plan
from director_app.domain.published import wholes_of
from director_app.domain.season import FilingRule

#: Performance Act (공연법) article 11, decree article 9: 1,000 or more outside a registered venue, filed 14 days
#: before, changes 7 days before.
LAW: Final = FilingRule()


def filing_rule(plan: Plan, places: Iterable[VenueId | None]) -> FilingRule:
    """The rule for what takes place at these places; the strictest where they lie in several local governments.

    A rule holds where its local government stands in the address of the place, of what it is part of, or, where
    those have none, of the complex. A plan without rules of its own goes by the law.
    """
    if plan.complex is None or not plan.complex.filings:
        return LAW
    rules = [_rule_at(plan, place, plan.complex.filings) for place in {*places} or {None}]
    return min(rules, key=lambda rule: (rule.from_heads, -rule.days_before, -rule.changes_before, rule.government))


def least_heads(plan: Plan) -> int:
    """Below so many people nothing has to be filed anywhere."""
    rules = plan.complex.filings if plan.complex is not None else ()
    return min((LAW.from_heads, *(rule.from_heads for rule in rules)))


def longest_before(plan: Plan) -> int:
    """The longest that anybody wants a filing before, in days."""
    rules = plan.complex.filings if plan.complex is not None else ()
    return max((LAW.days_before, *(rule.days_before for rule in rules)))


def _rule_at(plan: Plan, place: VenueId | None, rules: tuple[FilingRule, ...]) -> FilingRule:
    addresses = [plan.venues[whole].address for whole in wholes_of(plan, place)] if place is not None else []
    said = next((one for one in addresses if one), plan.complex.address if plan.complex is not None else "")
    named = [rule for rule in rules if rule.government and rule.government in said]
    if named:
        return max(named, key=lambda rule: len(rule.government))
    return next((rule for rule in rules if not rule.government), LAW)
