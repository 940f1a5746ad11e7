"""Plan -> what a flyer says: one delivery, or a programme with all its rounds."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.documents.content import DatePart, Fact, Flyer, LanguageLine, Round
from director_app.documents.facts import Facts
from director_app.documents.options import DocumentOptions
from director_app.documents.phrases import NO_ROOM, NOT_DRAWN, Phrases, date_said, phrases_of
from director_app.documents.romanising import romanised
from director_app.documents.typography import one_line
from director_app.domain.facts import Credit
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.published import date_order
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.domain.timeline import DAY
from director_app.wording import LANGUAGES, Wording, message

#: From this many rounds on the front tells them in two columns; beyond `MOST_ON_FRONT` they stand on the back.
MOST_ON_FRONT: Final = 16
_TIMES: Final = (
    "", "", message("two dates"), message("three dates"), message("four dates"), message("five dates"),
    message("six dates"), message("seven dates"), message("eight dates"), message("nine dates"), message("ten dates"),
)  # fmt: skip
#: Korean, English and the twelve of our phrases.
_MOST_LANGUAGES: Final = 14
#: Names of languages in their own script.
_LANGUAGES: Final = {
    "ko": "한국어", "en": "English", "kk": "Қазақша", "ky": "Кыргызча", "tg": "Тоҷикӣ", "tet": "Tetun",
}  # fmt: skip


def flyer_content(facts: Facts, options: DocumentOptions, most_languages: int = _MOST_LANGUAGES) -> Flyer:
    """Everything the flyer says: of a programme, of one date, or of all that comes to an area.

    Of further languages there are `most_languages` lines.

    Raises:
        RefusedInput: when none of these is named, or it has nothing that may be printed.
    """
    programme, deliveries = _chosen(facts.plan, options)
    return _FlyerMaker(facts, options, programme, deliveries, most_languages).flyer()


def _chosen(plan: Plan, options: DocumentOptions) -> tuple[Programme | None, list[Delivery]]:
    scope = options.scope
    if scope.delivery is None and scope.programme is None and scope.area is None:
        raise RefusedInput(message("A flyer needs a programme, a date or an area to speak of."))
    if scope.delivery is not None:
        delivery = plan.deliveries.get(scope.delivery)
        if delivery is None or delivery.status is Status.IDEA:
            raise RefusedInput(message("Ideas are not printed for the public. Make the date firmer first."))
        return (plan.programmes.get(delivery.programme) if delivery.programme else None), [delivery]
    programme = plan.programmes.get(scope.programme) if scope.programme else None
    if programme is None and scope.programme is not None:
        raise RefusedInput(message("The programme is no longer in the plan."))
    holds = scope.holds(plan)
    found = [one for one in plan.deliveries.values() if one.status is not Status.IDEA and holds(one)]
    if not found:
        if programme is None:
            raise RefusedInput(message("Nothing that may be printed comes to this area, so there is no flyer for it."))
        raise RefusedInput(
            message("“{title}” has no date that may be printed, so there is nothing to put on a flyer yet."),
            title=programme.title,
        )
    if programme is None and len(found) == 1 and found[0].programme:
        programme = plan.programmes.get(found[0].programme)
    return programme, sorted(found, key=date_order)


def address_of(season: Season) -> str:
    """The public web address as it is read: without what a browser adds by itself."""
    return season.web_address.removeprefix("https://").removeprefix("http://").rstrip("/")


class _FlyerMaker:
    """Words of one flyer."""

    def __init__(
        self,
        facts: Facts,
        options: DocumentOptions,
        programme: Programme | None,
        deliveries: list[Delivery],
        most_languages: int,
    ) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.wording = facts.wording
        self.options = options
        self.programme = programme
        self.deliveries = deliveries
        self._most_languages = most_languages
        self._gap = 0.06 if self.facts.is_korean else 0.16
        #: What the head speaks of: dates that take place, or all when none does.
        self.standing = [one for one in deliveries if one.status.takes_place] or deliveries

    def flyer(self) -> Flyer:
        facts, programme, season = self.facts, self.programme, self.plan.season
        first = self.standing[0] if self.standing else None
        single = self.deliveries[0] if len(self.deliveries) == 1 else None
        title = facts.title(single) if single else (facts.programme_title(programme) if programme else self._area())
        rounds = () if single else tuple(self._round(index, one) for index, one in enumerate(self.deliveries))
        complex_ = self.plan.complex
        event = facts.event_title(facts.event_of(first)) if first else ""
        place, address, fallback = self._where(single)
        languages, lacking = self._languages(single)
        wording_about = self.wording.context("print", "About")
        free = programme is not None and bool(programme.is_free) and not programme.admission
        return Flyer(
            key=programme.id if programme else (self.options.scope.area or (first.id if first else "flyer")),
            colour=complex_.colour if complex_ else "",
            has_pattern=self._has_pattern(single),
            series=facts.season_title(),
            context=event if event and event != title else facts.complex_name(),
            title=title or self.wording.text("Programme to be announced"),
            subtitle=facts.programme_text(programme, "subtitle") if programme else "",
            intro=Fact(wording_about, facts.programme_text(programme, "intro") if programme else ""),
            free=self.wording.context("print", "Free") if free else "",
            mark=facts.mood(single)[1] if single else "",
            date=self._date(single),
            rounds=rounds,
            rounds_on_back=self.wording.text("All dates are on the back.") if rounds else "",
            more_on_back=self.wording.text("More on the back."),
            more_rounds=self.wording.text("More dates: {place}", place=address_of(season) or facts.enquiries()),
            place_label=self.wording.context("print", "Place"),
            place=place,
            address=address,
            fallback=fallback,
            facts=self._facts(single, free=free),
            qr=season.web_address,
            qr_label=self._qr_label(single),
            qr_address=address_of(season),
            languages=languages,
            languages_lacking=lacking,
            caution=self.wording.text("Dates may change."),
            has_enquiries=bool(facts.enquiries()),
            credits=facts.credit_groups(self._credits(first)),
            foot=facts.foot(self.options),
            photo=facts.photo(programme),
        )  # fmt: skip

    def _area(self) -> str:
        """The area whose dates it tells."""
        area = self.plan.areas.get(self.options.scope.area) if self.options.scope.area else None
        return self.facts.said(area, "name") if area is not None else ""

    def _has_pattern(self, single: Delivery | None) -> bool:
        """Festive prints get the drawn pattern; a list of rounds needs the room for itself."""
        if self.options.style is not None:
            return self.options.style == "festive"
        if single is None:
            return False
        lasts = single.until is not None and single.until != single.date
        return single.is_featured or lasts or (self.programme is not None and self.programme.is_featured)

    def _qr_label(self, single: Delivery | None) -> str:
        return self.wording.text("See this date") if single else self.wording.context("print", "Latest dates")

    def _credits(self, first: Delivery | None) -> tuple[Credit, ...]:
        """The delivery's own credits, else the programme's, the event's, the season's."""
        event = self.facts.event_of(first) if first else None
        for credited in (first, self.programme, event):
            if credited is not None and credited.credits is not None:
                return credited.credits
        return self.plan.season.credits

    # -- when -----------------------------------------------------------------------------------------------

    def _date(self, single: Delivery | None) -> tuple[DatePart, ...]:
        if single is not None:
            return self._single_date(single)
        days = sorted({one.date for one in self.standing if one.date is not None})
        if not days:
            return (DatePart(self.wording.text("Date to be announced"), False, 0.0),)
        parts = self._span(days[0], days[-1])
        count = len(self.standing)
        has_words = 1 < count < len(_TIMES) and not self.options.in_language
        said = self.wording.text(_TIMES[count]) if has_words else ""
        said = said or self.wording.plural("{n} date", "{n} dates", count)
        return (*parts, DatePart(said, False, 0.3))

    def _single_date(self, one: Delivery) -> tuple[DatePart, ...]:
        if one.date is None:
            parts: tuple[DatePart, ...] = (DatePart(self._month(one), False, 0.0),)
        else:
            parts = self._span(one.date, one.until or one.date)
        if one.start is not None:
            if one.start >= DAY:
                parts = (*parts, DatePart(self.wording.context("print", "next day"), False, 0.5))
            return (*parts, DatePart(self.wording.clock(one.start), True, 0.9 if one.start < DAY else 0.15))
        if one.date is not None and not one.hours and (one.until is None or one.until == one.date):
            later = self.wording.text("Time {undecided}", undecided=self.facts.later)
            return (*parts, DatePart(later, False, 0.6))
        return parts

    def _month(self, one: Delivery) -> str:
        year, _, month = one.month.partition("-")
        if not (year.isdigit() and month.isdigit()):
            return self.wording.text("Date to be announced")
        said = self.wording.month(int(year), int(month))
        return self.wording.text("{month}, date to be announced", month=said)

    def _span(self, first: datetime.date, last: datetime.date) -> tuple[DatePart, ...]:
        figures, weekday = self.facts.split_day(first)
        parts = [DatePart(figures, True, 0.0), DatePart(weekday, False, self._gap)]
        if first != last:
            figures, weekday = self.facts.split_day(last)
            if self.facts.is_korean and (first.year, first.month) == (last.year, last.month):
                figures = f"{last.day}."
            parts += [DatePart("~", True, 0.2), DatePart(figures, True, 0.06), DatePart(weekday, False, self._gap)]
        return tuple(parts)

    def _round(self, index: int, one: Delivery) -> Round:
        facts = self.facts
        if one.date is None:
            figures, weekday = self._month(one), ""
        else:
            figures, weekday = facts.split_day(one.date)
        mood, mark = facts.mood(one)
        place = facts.place(one)
        acts = "" if one.lineup is None else " · ".join(facts.acts(one))
        title = facts.title(one) if self.programme is None else ""
        lasts = facts.dates(one) if title and one.until is not None and one.until != one.date else ""
        lines = (title, lasts, facts.moved(one), acts, facts.public_note(one))
        return Round(
            one.id, str(index + 1), figures, weekday, facts.clock_text(one), place[1] or place[0],
            tuple(line for line in lines if line), mood, mark,
        )  # fmt: skip

    # -- where and what -------------------------------------------------------------------------------------

    def _where(self, single: Delivery | None) -> tuple[str, str, str]:
        """Place, address and fallback line of a single delivery; rounds tell their own places."""
        if single is None:
            return "", "", ""
        place, name, area = self.facts.place(single)
        venue = self.plan.venues.get(single.venue) if single.venue else None
        address = (self.facts.said(venue, "address") if venue else "") or (area if name else "")
        return name or place, address, self.facts.fallback(single)

    def _facts(self, single: Delivery | None, *, free: bool) -> tuple[Fact, ...]:
        facts, wording, programme = self.facts, self.wording, self.programme
        told: list[Fact] = []
        if single is not None and (single.hours if single.start is None else single.end is not None):
            told.append(Fact(wording.context("print", "Time"), facts.clock_text(single)))
        elif single is not None and single.start is None and single.until not in (None, single.date):
            told.append(Fact(wording.context("print", "Time"), facts.later))
        names = facts.acts(single) if single else self._shared_acts()
        if names:
            told.append(Fact(wording.context("print", "Artists"), "", names))
        elif single is not None:
            told.append(Fact(wording.context("print", "Artists"), facts.later))
        if single is None:
            told += self._shared(programme)
        who = [facts.said(programme, "audience"), facts.said(programme, "age_rating")] if programme else []
        who.append("" if free else facts.admission(programme))
        told.append(Fact(wording.context("print", "Admission"), " · ".join(part for part in who if part)))
        told.append(Fact(wording.context("print", "Booking"), facts.booking(single, programme)))
        if single is not None:
            marks = facts.accessibility(single, programme)
            told.append(Fact(wording.context("print", "Access"), " · ".join(marks)))
            told.append(Fact(wording.context("print", "Note"), facts.public_note(single)))
        told.append(Fact(wording.context("print", "Enquiries"), facts.enquiries() or facts.later))
        return tuple(fact for fact in told if fact.text or fact.names)

    def _shared_acts(self) -> tuple[str, ...]:
        """The programme's line-up, unless every round names its own."""
        if self.programme is None or all(one.lineup is not None for one in self.deliveries):
            return ()
        names = (self.facts.artist_name(act.artist) for act in self.programme.lineup)
        return tuple(name for name in names if name)

    def _shared(self, programme: Programme | None) -> list[Fact]:
        """What all rounds have in common is said once under the list."""
        told = []
        if self.standing and all(one.start is None and not one.hours for one in self.standing):
            told.append(Fact(self.wording.context("print", "Time"), self.wording.text("to be announced for all dates")))
        lines = dict.fromkeys(self.facts.fallback(one) for one in self.standing)
        rain = [line.removeprefix("※").strip() for line in lines if line]
        if rain:
            told.append(Fact(self.wording.context("print", "Rain and heat"), " / ".join(rain)))
        return told

    def _languages(self, single: Delivery | None) -> tuple[tuple[LanguageLine, ...], tuple[LanguageLine, ...]]:
        """One line per language: Korean and English in full, others with the programme's title and our phrases.

        The second tuple holds languages that have no line, with the message that says why.
        """
        if not self.options.languages or self.programme is None or single is None or single.date is None:
            return (), ()
        lines, lacking = [self._own_language(tag, single) for tag in LANGUAGES], []
        for text in self.programme.texts:
            tag, phrases = text.language.split("-", 1)[0], phrases_of(text.language)
            if tag in LANGUAGES:
                continue
            name = phrases.name if phrases else _LANGUAGES.get(tag, text.language)
            why = ""
            if phrases is not None and not phrases.is_drawn:
                why = NOT_DRAWN
            elif len(lines) == self._most_languages:
                why = NO_ROOM
            if why:
                lacking.append(LanguageLine(name, why))
            else:
                title = text.title or self._romanised()
                said = self._other_language(title, single, single.date, phrases)
                needs_reader = phrases is not None and not phrases.is_checked
                lines.append(LanguageLine(name, said, needs_reader, tag == "zh", not text.title))
        return tuple(lines), tuple(lacking)

    def _other_language(self, title: str, single: Delivery, date: datetime.date, phrases: Phrases | None) -> str:
        day = date_said(phrases, date) if phrases else date.isoformat()
        clock = self.facts.clock_text(single) if single.start is not None else ""
        place = Facts(self.plan, Wording("en")).place(single)[1]
        free = phrases.free if phrases and self.programme and self.programme.is_free else ""
        register = phrases.register if phrases and self.facts.booking(single, self.programme) else ""
        return ", ".join(part for part in (title, day, clock, place, free, register) if part)

    def _romanised(self) -> str:
        """The programme's Korean title with its romanisation, for readers of a language that has no title."""
        title = one_line(self.programme.title) if self.programme else ""
        said = romanised(title)
        return title if said == title else f"{title} ({said})"

    def _own_language(self, tag: str, single: Delivery) -> LanguageLine:
        wording = Wording(tag)
        facts = Facts(self.plan, wording)
        place = facts.place(single)
        day = wording.date_short(single.date) if single.date else ""
        when = " ".join(part for part in (day, facts.clock_text(single)) if part)
        free = wording.context("print", "Free") if self.programme and self.programme.is_free else ""
        return LanguageLine(_LANGUAGES[tag], ", ".join(part for part in (when, place[1] or place[0], free) if part))
