"""What changed between two states, in the reader's words: one line for sheets and lists, one sentence elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from director_app.documents.options import ChangeLine
from director_app.domain.edits import title_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import programme_of
from director_app.planner.comparing import ChangeKind, Difference, Severity, Shown, Times
from director_app.wording import Wording, message

#: Short words for what became of a date.
KIND_WORDS: Final = {
    ChangeKind.CANCELLED: message("cancelled"),
    ChangeKind.POSTPONED: message("postponed"),
    ChangeKind.AGAIN: message("takes place after all"),
    ChangeKind.NEW: message("new"),
    ChangeKind.MOVED: message("other time"),
    ChangeKind.LONGER: message("longer"),
    ChangeKind.SHORTER: message("shorter"),
    ChangeKind.PLACE: message("other place"),
    ChangeKind.RECAST: message("other artists"),
    ChangeKind.REWORDED: message("other words"),
}
#: Words for how much a change matters.
SEVERITY_WORDS: Final = {
    Severity.MAJOR: message("Everybody must know"),
    Severity.NOTABLE: message("Good to know in time"),
    Severity.MINOR: message("Only in the words"),
}
#: Words for what was reworded, by the fields of `planner.comparing`.
FIELD_WORDS: Final = {
    "status": message("how firm it is"),
    "title": message("title"),
    "title_en": message("English title"),
    "subtitle": message("subtitle"),
    "subtitle_en": message("subtitle"),
    "short_title": message("short title"),
    "kind": message("genre"),
    "audience": message("audience"),
    "is_free": message("admission"),
    "admission": message("admission"),
    "age_rating": message("age rating"),
    "intro": message("introduction"),
    "texts": message("words in other languages"),
    "photo": message("photo"),
    "photo_focus": message("photo"),
    "photo_credit": message("photo"),
    "is_exhibition": message("genre"),
    "event": message("event"),
    "number": message("reference number"),
    "area": message("area"),
    "initiative": message("initiative"),
    "public_note": message("note"),
    "booking": message("booking"),
    "booking_note": message("booking"),
    "booking_note_en": message("booking"),
    "credits": message("credits"),
    "accessibility": message("accessibility"),
    "shifts": message("shifts"),
    "fallback": message("rain and heat plan"),
    "rain_note": message("rain and heat plan"),
    "rain_note_en": message("rain and heat plan"),
    "reason": message("reason"),
    "way": message("address and way"),
    "first_day": message("period"),
    "last_day": message("period"),
    "enquiries": message("enquiries"),
    "enquiries_en": message("enquiries"),
    "enquiries_phone": message("enquiries"),
    "web_address": message("web address"),
    "notice": message("notice at the foot"),
    "notice_en": message("notice at the foot"),
    "complex": message("name of the complex"),
}
_SENTENCES: Final = {
    ChangeKind.CANCELLED: message("{what}: cancelled, was {before}"),
    ChangeKind.POSTPONED: message("{what}: postponed, was {before}"),
    ChangeKind.AGAIN: message("{what}: takes place after all, {after}"),
    ChangeKind.NEW: message("{what}: new, {after}"),
    ChangeKind.MOVED: message("{what}: {before} → {after}"),
    ChangeKind.LONGER: message("{what}: longer, {before} → {after}"),
    ChangeKind.SHORTER: message("{what}: shorter, {before} → {after}"),
    ChangeKind.PLACE: message("{what}: other place, {before} → {after}"),
    ChangeKind.RECAST: message("{what}: other artists, {before} → {after}"),
    ChangeKind.REWORDED: message("{what}: other words ({after})"),
}
_TO: Final = message("{what}: postponed, {before} → {after}")


class ChangeWords:
    """Words for the differences between two plans."""

    def __init__(self, wording: Wording, before: Plan, after: Plan) -> None:
        self._wording = wording
        self._before, self._after = before, after

    def line(self, one: Difference) -> ChangeLine:
        """The parts of a line: what it is about, what became of it, how it was, how it is."""
        before, after = self._sides(one)
        return ChangeLine(
            one.severity.value, one.kind.value, self._day(one), self._what(one),
            self._wording.text(KIND_WORDS[one.kind]), before, after,
        )  # fmt: skip

    def sentence(self, one: Difference) -> str:
        """The same as one sentence."""
        before, after = map(", ".join, self._sides(one))
        said = _TO if one.kind is ChangeKind.POSTPONED and after else _SENTENCES[one.kind]
        return self._wording.text(said, what=self._what(one), before=before, after=after)

    def _day(self, one: Difference) -> str:
        shown = one.before or one.after
        if shown is None:
            return ""
        times = shown.times
        return self._wording.date_short(times.day) if times.day is not None else self._month(times)

    def _what(self, one: Difference) -> str:
        if one.delivery is None:
            return self._wording.text("The whole season")
        for plan in (self._after, self._before):
            delivery = plan.deliveries.get(one.delivery)
            if delivery is not None and (delivery.status is not Status.IDEA or plan is self._before):
                return " ".join(part for part in (delivery.number, self._title(plan, delivery)) if part)
        return one.delivery

    def _title(self, plan: Plan, delivery: Delivery) -> str:
        programme = programme_of(plan, delivery)
        if self._wording.language == "en" and programme is not None and programme.title_en:
            return f"{programme.title_en} {delivery.title_suffix_en or delivery.title_suffix}".rstrip()
        return title_of(plan, delivery)

    def _sides(self, one: Difference) -> tuple[tuple[str, ...], tuple[str, ...]]:
        before, after, kind = one.before, one.after, one.kind
        if kind is ChangeKind.REWORDED:
            words = dict.fromkeys(self._wording.text(FIELD_WORDS[field]) for field in one.fields)
            return (), (self._wording.listing(list(words)),)
        if kind is ChangeKind.PLACE:
            return (self._place(before),), (self._place(after),)
        if kind is ChangeKind.RECAST:
            return (self._cast(before),), (self._cast(after),)
        if kind in (ChangeKind.NEW, ChangeKind.AGAIN):
            return (), self._time_and_place(after)
        has_new_day = before is not None and after is not None and before.times.day != after.times.day
        if kind is ChangeKind.CANCELLED or (kind is ChangeKind.POSTPONED and not has_new_day):
            return self._time_and_place(before), ()
        return (self._time(before),), (self._time(after),)

    def _time_and_place(self, shown: Shown | None) -> tuple[str, ...]:
        place = self._place(shown) if shown is not None and any(shown.place) else ""
        return tuple(part for part in (self._time(shown), place) if part)

    def _time(self, shown: Shown | None) -> str:
        if shown is None:
            return ""
        times, wording = shown.times, self._wording
        if times.day is None:
            return self._month(times)
        day = wording.date_short(times.day)
        if times.until is not None:
            day = f"{day}~{wording.date_short(times.until)}"
        if times.start is None:
            return day if times.hours or times.until else f"{day} {wording.undecided(paper=True)}"
        end = times.end
        clock = wording.clock_span(times.start, end) if end is not None and end > times.start else None
        return f"{day} {clock or wording.clock(times.start)}"

    def _month(self, times: Times) -> str:
        if not times.month:
            return self._wording.undecided(paper=True)
        year, month = times.month.split("-")
        return self._wording.month(int(year), int(month))

    def _place(self, shown: Shown | None) -> str:
        korean, english = shown.place if shown is not None else ("", "")
        return (english if self._wording.language == "en" else korean) or self._wording.undecided(paper=True)

    def _cast(self, shown: Shown | None) -> str:
        names = []
        for name, romanised, role in shown.cast if shown is not None else ():
            said = romanised if self._wording.language == "en" and romanised else name
            names.append(f"{said}({role})" if role else said)
        return self._wording.listing(names) or self._wording.undecided(paper=True)


def change_lines(
    wording: Wording, before: Plan, after: Plan, differences: Sequence[Difference]
) -> tuple[ChangeLine, ...]:
    """Every difference as a line, in their order."""
    words = ChangeWords(wording, before, after)
    return tuple(map(words.line, differences))


def change_sentences(wording: Wording, before: Plan, after: Plan, differences: Sequence[Difference]) -> tuple[str, ...]:
    """Every difference as a sentence, in their order."""
    words = ChangeWords(wording, before, after)
    return tuple(map(words.sentence, differences))
