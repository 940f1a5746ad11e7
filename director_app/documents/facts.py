"""What print says of one delivery: title, place, people, terms, and what happens in rain. Each fact is worded once.

Private contacts are never read here. What is not decided is announced later; what does not apply is left out.
"""

from __future__ import annotations

import datetime
from typing import Any, Final

from director_app.documents.content import CreditGroup, Foot, Mood, Photo, When
from director_app.documents.opening import hours_on, weekly_hours
from director_app.documents.options import DocumentOptions, Remark
from director_app.documents.photos import digest_of
from director_app.domain.facts import Accessibility, Act, Credit, Fallback, FallbackKind, FallbackState, Subject
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.kinds import KIND_NAMES, kind_of
from director_app.domain.local_texts import english_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Programme, Status
from director_app.domain.published import area_of, lineup_of, plan_b_of
from director_app.domain.sheet_codes import sheet_code
from director_app.domain.timeline import DAY
from director_app.planner.checks import is_outdoor
from director_app.wording import Wording, message

_MOODS: Final = {
    Status.PENCILLED: Mood.PENCILLED,
    Status.POSTPONED: Mood.POSTPONED,
    Status.CANCELLED: Mood.CANCELLED,
}
_ACCESSIBILITY: Final = {
    Accessibility.WHEELCHAIR: message("wheelchair seats"),
    Accessibility.SIGN_LANGUAGE: message("sign language"),
    Accessibility.CAPTIONS: message("captions"),
    Accessibility.AUDIO_DESCRIPTION: message("audio description"),
    Accessibility.BRAILLE: message("braille and large print"),
    Accessibility.CHILDREN: message("children welcome"),
    Accessibility.LANGUAGES: message("several languages"),
}
#: Credit roles as Korean funders write them; an English edition names them in English, all others stay as typed.
_ROLES: Final = {
    "주최": "Presented by",
    "주관": "Organised by",
    "후원": "Supported by",
    "협찬": "Sponsored by",
    "협력": "In cooperation with",
    "기획": "Curated by",
    "총감독": "General director",
}
#: Names of shifts as Korean companies write them.
_SHIFTS: Final = {
    "주간": "day shift",
    "주간조": "day shift",
    "야간": "night shift",
    "야간조": "night shift",
    "오전조": "morning shift",
    "오후조": "afternoon shift",
}
#: Words by which a trigger typed in Korean speaks of heat, for an English edition.
_HEAT: Final = ("폭염", "더위", "무더")
_FALLBACKS: Final = {
    FallbackKind.AS_IS: message("※ {trigger}: goes ahead as planned"),
    FallbackKind.POSTPONE: message("※ {trigger}: postponed"),
    FallbackKind.CANCEL: message("※ {trigger}: cancelled"),
}
NOT_TRANSLATED: Final = message("There is no English for {texts}; it is printed in Korean.")
MORE_NOT_TRANSLATED: Final = message("Further records with texts that have no English: {n}.")
_MOST_UNTRANSLATED: Final = 40
_LONG_TEXT: Final = 30
#: What a record is called by in a remark.
_NAMES: Final = ("number", "name", "title")


def _weight(told: tuple[tuple[str, str], object]) -> int:
    """What stands on every page comes before single dates."""
    return KIND_NAMES.index(told[0][0])


class Facts:
    """Words for the deliveries of one plan in one language; remembers what it has said."""

    def __init__(self, plan: Plan, wording: Wording) -> None:
        self.plan = plan
        self.wording = wording
        self.is_korean = wording.language == "ko"
        self.later = wording.undecided(paper=True)
        self._acts: dict[tuple[Act, ...], tuple[str, ...]] = {}
        self._places: dict[tuple[str | None, str | None, str | None], tuple[str, str, str]] = {}
        self._marks = {
            Mood.STANDS: "",
            Mood.PENCILLED: wording.context("print", "Not settled yet"),
            Mood.POSTPONED: wording.context("print", "Postponed"),
            Mood.CANCELLED: wording.context("print", "Cancelled"),
        }
        self._metas: dict[tuple[object, ...], str] = {}
        self._whens: dict[tuple[int | None, int | None], When] = {}
        self._untranslated: dict[tuple[str, str], dict[str, None]] = {}

    # -- words ----------------------------------------------------------------------------------------------

    def said(self, record: Any, field: str) -> str:
        """A field in the language of the edition; where that has no words for it, the Korean, which is remembered."""
        korean = str(getattr(record, field))
        if self.is_korean:
            return korean or english_of(record, field)
        english = english_of(record, field)
        if not english and any("가" <= char <= "힣" for char in korean):
            self._untranslated.setdefault((kind_of(record), record.id), {})[korean] = None
        return english or korean

    def untranslated(self) -> tuple[Remark, ...]:
        """What was printed in Korean because an English edition has no words for it, by record."""
        found = []
        for (kind, identity), texts in sorted(self._untranslated.items(), key=_weight)[:_MOST_UNTRANSLATED]:
            record = self.plan.find(kind, identity)
            place = next((str(one) for one in (getattr(record, name, "") for name in _NAMES) if one), "")
            shown = ", ".join(f"“{text if len(text) <= _LONG_TEXT else text[:_LONG_TEXT] + '…'}”" for text in texts)
            found.append(Remark(NOT_TRANSLATED, {"texts": shown}, place, None, Subject(kind, identity)))
        left = len(self._untranslated) - len(found)
        return (*found, Remark(MORE_NOT_TRANSLATED, {"n": left})) if left else tuple(found)

    # -- names ----------------------------------------------------------------------------------------------

    def season_title(self) -> str:
        """What the season is called."""
        return self.said(self.plan.season, "title") or self.complex_name()

    def complex_name(self) -> str:
        """What the complex is called."""
        complex_ = self.plan.complex
        return self.said(complex_, "name") if complex_ else ""

    def programme_title(self, programme: Programme) -> str:
        """The programme's title in the language of the edition."""
        return self.said(programme, "title")

    def programme_text(self, programme: Programme, part: str) -> str:
        """Subtitle, intro, audience and what else is told of it, in the language of the edition."""
        return self.said(programme, part)

    def title(self, delivery: Delivery) -> str:
        """What the delivery is called: programme and suffix, or what is known instead."""
        programme = self.plan.programmes.get(delivery.programme) if delivery.programme else None
        if programme is not None:
            title = self.programme_title(programme)
            return f"{title} {self.said(delivery, 'title_suffix')}" if delivery.title_suffix else title
        if delivery.title_suffix:
            return self.said(delivery, "title_suffix")
        return self.event_title(self.event_of(delivery)) or self.wording.text("Programme to be announced")

    def short_title(self, delivery: Delivery) -> str:
        """The title made for calendars, or the whole one."""
        programme = self.plan.programmes.get(delivery.programme) if delivery.programme else None
        if programme is None or not programme.short_title or not self.is_korean:
            return self.title(delivery)
        return f"{programme.short_title} {delivery.title_suffix}".rstrip()

    def event_of(self, delivery: Delivery) -> Event | None:
        """The event the delivery is part of."""
        return self.plan.events.get(delivery.event) if delivery.event else None

    def event_title(self, event: Event | None) -> str:
        """What the event is called; nothing without one."""
        return self.said(event, "title") if event else ""

    def artist_name(self, artist_id: ArtistId) -> str:
        """The artist's name as printed."""
        artist = self.plan.artists.get(artist_id)
        return self.said(artist, "name") if artist else ""

    def acts(self, delivery: Delivery) -> tuple[str, ...]:
        """Names of the line-up in billing order."""
        lineup = lineup_of(self.plan, delivery)
        names = self._acts.get(lineup)
        if names is None:
            found = [self.artist_name(act.artist) for act in lineup]
            names = self._acts[lineup] = tuple(name for name in found if name)
        return names

    def venue_name(self, venue_id: VenueId) -> str:
        """The venue's name as printed."""
        venue = self.plan.venues.get(venue_id)
        return self.said(venue, "name") if venue else ""

    def place(self, delivery: Delivery) -> tuple[str, str, str]:
        """Place with area for the entry, the venue's name and the area's name for the indexes."""
        key = (delivery.venue, delivery.organisation, delivery.area)
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = self._place(delivery)
        return found

    def _place(self, delivery: Delivery) -> tuple[str, str, str]:
        plan = self.plan
        venue = plan.venues.get(delivery.venue) if delivery.venue else None
        organisation = plan.organisations.get(delivery.organisation) if delivery.organisation else None
        area_id = area_of(plan, delivery)
        area = plan.areas.get(area_id) if area_id else None
        area_name = self.said(area, "name") if area else ""
        name = ""
        if venue is not None:
            name = self.said(venue, "name")
        elif organisation is not None:
            name = self.said(organisation, "name")
        if not name:
            undecided = self.wording.text("Place to be announced")
            return (f"{area_name} · {undecided}" if area_name else undecided), "", area_name
        return (f"{name} ({area_name})" if area_name and area_name not in name else name), name, area_name

    # -- time -----------------------------------------------------------------------------------------------

    def when(self, delivery: Delivery) -> When:
        """Start over end, or that the time will be announced."""
        key = (delivery.start, delivery.end)
        found = self._whens.get(key)
        if found is None:
            found = self._whens[key] = self._when(delivery)
        return found

    def _when(self, delivery: Delivery) -> When:
        start, end = delivery.start, delivery.end
        if start is None:
            return When("", "", (self.wording.context("print", "Time"), self.later))
        spoken = ""
        if end is not None:
            late = end >= DAY > start
            spoken = "~" + (self.wording.clock_long(end) if late else self.wording.clock(end))
        next_day = (self.wording.context("print", "next day"),) if start >= DAY else ()
        return When(self.wording.clock(start), spoken, next_day)

    def dates(self, delivery: Delivery) -> str:
        """Its date, or first and last; the month, or that it will be announced, while it has none."""
        if delivery.date is None:
            year, _, month = delivery.month.partition("-")
            return self.wording.month(int(year), int(month)) if year.isdigit() and month.isdigit() else self.later
        if delivery.until is None or delivery.until <= delivery.date:
            return self.wording.date_short(delivery.date)
        return f"{self.wording.date_short(delivery.date)}~{self.wording.date_short(delivery.until)}"

    def clock_text(self, delivery: Delivery) -> str:
        """The time on one line: "19:00~20:30", hours by weekday, or nothing while undecided."""
        if delivery.start is None:
            return weekly_hours(self.wording, delivery)
        if delivery.end is None:
            return self.wording.clock_long(delivery.start)
        return f"{self.wording.clock_long(delivery.start)}~{self.wording.clock(delivery.end)}"

    def clock_on(self, delivery: Delivery, day: datetime.date) -> str:
        """Its time on one date; what is open for days may differ from day to day."""
        return self.clock_text(delivery) if delivery.start is not None else hours_on(self.wording, delivery, day)

    def split_day(self, day: datetime.date) -> tuple[str, str]:
        """A date as figures and weekday: ("10. 8.", "(수)"), ("8 Oct", "(Wed)")."""
        weekday = self.wording.weekday(day.weekday())
        said = self.wording.date_short(day)
        figures = said.removesuffix(f"({weekday})") if self.is_korean else said.removeprefix(f"{weekday} ")
        return figures.strip(), f"({weekday})"

    def plain_day(self, day: datetime.date) -> str:
        """A date with its year and without its weekday: "2025. 9. 19."."""
        figures, _weekday = self.split_day(day)
        return f"{day.year}. {figures}" if self.is_korean else f"{figures} {day.year}"

    # -- terms ----------------------------------------------------------------------------------------------

    def mood(self, delivery: Delivery) -> tuple[Mood, str]:
        """What has become of the delivery, and the mark that says so."""
        mood = _MOODS.get(delivery.status, Mood.STANDS)
        return mood, self._marks[mood]

    def moved(self, delivery: Delivery) -> str:
        """Where a postponed delivery went."""
        if delivery.status is not Status.POSTPONED:
            return ""
        if delivery.postponed_to is None:
            return self.wording.text("→ new date to be announced")
        return f"→ {self.wording.date_short(delivery.postponed_to)}"

    def admission(self, programme: Programme | None) -> str:
        """What it costs, as typed, or that it is free."""
        if programme is None:
            return ""
        if programme.admission:
            return self.said(programme, "admission")
        return self.wording.context("print", "Free") if programme.is_free else ""

    def booking(self, delivery: Delivery | None, programme: Programme | None) -> str:
        """How to book."""
        if delivery is not None and delivery.booking:
            return self.said(delivery, "booking")
        return self.said(programme, "booking") if programme else ""

    def public_note(self, delivery: Delivery) -> str:
        """What is printed with this date."""
        return self.said(delivery, "public_note")

    def shift(self, name: str) -> str:
        """What a shift is called: the usual Korean names in English too, all others as typed."""
        return name if self.is_korean else _SHIFTS.get(name, name)

    def meta(self, delivery: Delivery, programme: Programme | None) -> str:
        """Audience, admission, booking, last day and accessibility on one line."""
        key = (delivery.programme, delivery.booking, delivery.until, delivery.accessibility)
        found = self._metas.get(key)
        if found is None:
            parts = [self.said(programme, "audience") if programme else "", self.admission(programme)]
            parts += [self.said(programme, "age_rating") if programme else "", self.booking(delivery, programme)]
            if delivery.until is not None and delivery.until != delivery.date:
                parts.append(self.wording.text("until {date}", date=self.wording.date_short(delivery.until)))
            parts += self.accessibility(delivery, programme)
            found = self._metas[key] = " · ".join(part for part in parts if part)
        return found

    def accessibility(self, delivery: Delivery, programme: Programme | None) -> list[str]:
        """What makes the delivery easy to reach and follow."""
        marks = delivery.accessibility
        if marks is None:
            marks = programme.accessibility if programme else ()
        return [self.wording.text(_ACCESSIBILITY[mark]) for mark in marks]

    def fallback(self, delivery: Delivery) -> str:
        """The line that starts with ※: what happens in rain or heat; nothing for what is under a roof."""
        plan_b = plan_b_of(self.plan, delivery.fallback, delivery.event, delivery.venue)
        if plan_b is not None:
            return self._fallback_line(plan_b)
        if is_outdoor(self.plan, delivery):
            return self.wording.text("※ {trigger}: to be announced", trigger=self._trigger(""))
        return ""

    def _fallback_line(self, plan_b: Fallback) -> str:
        trigger = self._trigger(plan_b.trigger)
        if plan_b.kind in _FALLBACKS:
            return self.wording.text(_FALLBACKS[plan_b.kind], trigger=trigger)
        place = self.venue_name(plan_b.venue) if plan_b.venue else plan_b.note
        if place and plan_b.state is not FallbackState.ASKED:  # no house is promised before it has agreed
            return self.wording.text("※ {trigger}: {place}", trigger=trigger, place=place)
        return self.wording.text("※ {trigger}: place to be announced", trigger=trigger)

    def _trigger(self, typed: str) -> str:
        said = typed.strip().removesuffix(" 시")
        if not said or (not self.is_korean and any("가" <= char <= "힣" for char in said)):
            heat = any(word in said for word in _HEAT)
            return self.wording.context("print", "Rain or heat") if heat else self.wording.context("print", "Rain")
        return said

    # -- photo ----------------------------------------------------------------------------------------------

    def photo(self, programme: Programme | None) -> Photo | None:
        """The programme's photo, cut around its focus point; in the middle where none was set."""
        attachment = self.plan.attachments.get(programme.photo) if programme and programme.photo else None
        if programme is None or attachment is None or not attachment.digest:
            return None
        point = programme.photo_focus
        focus = (point[0], point[1]) if len(point) == 2 and all(0 <= share <= 1 for share in point) else (0.5, 0.5)
        return Photo(attachment.digest, focus, self.photo_credit(programme))

    def photo_credit(self, programme: Programme) -> str:
        """Who made the programme's photo and under which licence it is printed."""
        attachment = self.plan.attachments.get(programme.photo) if programme.photo else None
        named = programme.photo_credit or (attachment.credit if attachment else "")
        licence = attachment.licence if attachment else ""
        said = " · ".join(part for part in (named, licence if licence not in named else "") if part)
        return self.wording.text("Photo: {credit}", credit=said) if said else ""

    # -- credits and foot -----------------------------------------------------------------------------------

    def credit_groups(self, entered: tuple[Credit, ...]) -> tuple[CreditGroup, ...]:
        """Credit lines, roles and bodies in the order they were entered."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for credit in entered:
            organisation = self.plan.organisations.get(credit.organisation) if credit.organisation else None
            known = self.said(organisation, "name") if organisation and not self.is_korean else ""
            name = known or credit.name or (organisation.name if organisation else "")
            if name:
                logo = digest_of(self.plan, organisation.logo) if organisation else ""
                groups.setdefault(self._role(credit.role), []).append((name, logo))
        return tuple(CreditGroup(role, *map(tuple, zip(*told, strict=True))) for role, told in groups.items())

    def _role(self, role: str) -> str:
        return role if self.is_korean else _ROLES.get(role, role)

    def foot(self, options: DocumentOptions) -> Foot:
        """Series and complex, edition or draft mark, and the season's notice."""
        names = dict.fromkeys((self.season_title(), self.complex_name()))
        day = self.plain_day(options.made_at.date())
        if options.edition is not None:
            edition = self.wording.text("Edition {edition} · as of {date}", edition=options.edition, date=day)
            if options.edition.isdecimal():
                edition = f"{edition} · {sheet_code(self.plan.season.id, int(options.edition))}"
            edition = " · ".join(part.replace(" ", "\u00a0") for part in edition.split(" · "))
        else:
            minute = options.made_at.hour * 60 + options.made_at.minute
            edition = self.wording.text("Draft {date} {time}", date=day, time=self.wording.clock(minute))
        return Foot(" · ".join(name for name in names if name), edition, self.notice())

    def notice(self) -> str:
        """What stands at the foot of every page."""
        return self.said(self.plan.season, "notice")

    def enquiries(self) -> str:
        """The public desk and its number."""
        season = self.plan.season
        return " ".join(part for part in (self.said(season, "enquiries"), season.enquiries_phone) if part)
