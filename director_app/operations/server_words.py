"""What a publication to a calendar server would do, and did, in the reader's language."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from director_app.calendars.server_objects import only_words_differ
from director_app.calendars.sync_decisions import Decision, Deed
from director_app.operations.calendar_servers import Looked, Sent
from director_app.wording import Wording, message

#: What each deed is called in a list of numbers.
_COUNTED: Final = {
    Deed.CREATE: message("new there: {n}"),
    Deed.UPDATE: message("changed here: {n}"),
    Deed.REMOVE: message("taken away: {n}"),
    Deed.ADOPT: message("recognised: {n}"),
    Deed.KEEP: message("the same: {n}"),
    Deed.FORGET: message("gone on both sides: {n}"),
    Deed.CHANGED_THERE: message("changed there: {n}"),
    Deed.CHANGED_ON_BOTH: message("changed on both sides: {n}"),
    Deed.GONE_THERE: message("taken away there: {n}"),
    Deed.NEW_THERE: message("added there: {n}"),
}
_QUESTIONS: Final = {
    Deed.CHANGED_THERE: message("{when} {title}: changed there."),
    Deed.CHANGED_ON_BOTH: message("{when} {title}: changed here and there."),
    Deed.GONE_THERE: message("{when} {title}: taken away there."),
    Deed.NEW_THERE: message("{when} {title}: added there."),
}


_REWORDED: Final = message("{when} {title}: only words were changed there.")


def counted(wording: Wording, counts: Mapping[Deed, int]) -> str:
    """How many objects each thing happens to; what happens to none is left out."""
    said = [wording.text(_COUNTED[deed], n=counts[deed]) for deed in Deed if counts.get(deed)]
    return " · ".join(said) or wording.text("nothing")


def counts_of(looked: Looked) -> dict[Deed, int]:
    """How many objects each thing would happen to."""
    return {deed: looked.count(deed) for deed in Deed if looked.count(deed)}


def question_line(wording: Wording, looked: Looked, decision: Decision) -> str:
    """One thing that somebody did over there."""
    found, ours = looked.found.get(decision.uid), looked.objects.get(decision.uid)
    title = next((one.title for one in (found, ours) if one is not None and one.title), "")
    starts = next((one.starts for one in (found, ours) if one is not None), "")
    sentence = _QUESTIONS[decision.deed]
    if decision.deed is Deed.CHANGED_THERE and found is not None and ours is not None:
        sentence = _REWORDED if only_words_differ(found, ours.data) else sentence
    title = title or wording.text("without a title")
    return wording.text(sentence, when=_when(wording, starts), title=title).strip()


def sent_lines(wording: Wording, sent: Sent) -> list[str]:
    """What was done, as whole sentences."""
    lines = [wording.text("Sent: {counts}", counts=counted(wording, sent.counts))]
    if sent.overtaken:
        lines.append(
            wording.plural(
                "{n} event was changed there meanwhile and was left alone. Compare again.",
                "{n} events were changed there meanwhile and were left alone. Compare again.",
                len(sent.overtaken),
            )
        )
    return lines


def _when(wording: Wording, starts: str) -> str:
    """The date of "20251014T121000", "20251014" or what else a calendar says."""
    try:
        return wording.date_short(datetime.datetime.strptime(starts[:8], "%Y%m%d").date())  # noqa: DTZ007 - a date alone
    except ValueError:
        return ""
