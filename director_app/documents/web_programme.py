"""The programme as web pages: by date, by area, and one for each programme; no scripts, nothing private.

The same plan gives the same bytes. Names of files come from what a record is and not from its title or place in a list,
so that a link that somebody kept still leads there when the programme has grown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Final

from director_app.documents.facts import Facts
from director_app.documents.web_pages import Cell, Link, Markup, TableRow, WebFrame, style_sheet
from director_app.domain.ids import AreaId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, date_order
from director_app.domain.refusals import RefusedInput
from director_app.planner.published_part import published_part
from director_app.planner.scope import Scope
from director_app.wording import Wording, message

NOTHING_TO_SHOW: Final = message("There is no date to print, so {document} cannot be made.")
#: Addresses that a browser may be sent to; what else was typed stays text.
_WEB: Final = ("https://", "http://")
_UNDATED: Final = "undated"


def dates_shown(part: Plan, scope: Scope) -> list[Delivery]:
    """The dates of what is published of a plan that a scope holds, in their order."""
    holds = scope.holds(part)
    return sorted((one for one in part.deliveries.values() if holds(one)), key=date_order)


class WebProgramme:
    """What of a plan stands on the pages, in one language.

    Attributes: ``deliveries`` in order; ``areas`` and ``programmes`` that have dates, in order.
    """

    def __init__(self, plan: Plan, wording: Wording, scope: Scope) -> None:
        part = published_part(plan)
        self.deliveries = dates_shown(part, scope)
        if not self.deliveries:
            raise RefusedInput(NOTHING_TO_SHOW, document=wording.text("the web programme"))
        self._plan, self._wording = part, wording
        self._facts = facts = Facts(part, wording)
        foot = (" · ".join(dict.fromkeys(one for one in (facts.season_title(), facts.complex_name()) if one)),
                facts.notice())  # fmt: skip
        self._frame = WebFrame(wording, facts.season_title() or wording.text("Programme"), foot)
        found = {area_of(part, one) for one in self.deliveries}
        self.areas = sorted((one for one in found if one is not None), key=self._area_order)
        self._has_nowhere = None in found
        named = {one.programme for one in self.deliveries if one.programme}
        self.programmes = sorted(named, key=lambda one: (facts.programme_title(part.programmes[one]).casefold(), one))

    def files(self, calendars: Mapping[str, bytes]) -> dict[str, bytes]:
        """Every file by its path; `calendars` are put beside the pages by the names of `calendar_parts`."""
        complex_ = self._plan.complex
        made = {f"calendars/{name}.ics": data for name, data in calendars.items()}
        made["style.css"] = style_sheet(complex_.colour if complex_ else "")
        months: dict[str, list[Delivery]] = {}
        for one in self.deliveries:
            months.setdefault(_month_of(one), []).append(one)
        for month, found in months.items():
            made[f"dates/{month}.html"] = self._month_page(month, found)
        by_area: dict[str, list[Delivery]] = {}
        by_programme: dict[str, list[Delivery]] = {}
        for one in self.deliveries:
            by_area.setdefault(self._area_file(area_of(self._plan, one)), []).append(one)
            if one.programme:
                by_programme.setdefault(one.programme, []).append(one)
        for area in (*self.areas, None) if self._has_nowhere else self.areas:
            name = self._area_file(area)
            made[f"areas/{name}.html"] = self._area_page(area, by_area[name], calendars)
        for programme in self.programmes:
            page = self._programme_page(programme, by_programme[programme])
            made[f"programmes/{page_name(programme)}.html"] = page
        made["index.html"] = self._first_page(months, by_area, by_programme, calendars)
        return made

    # -- pages ----------------------------------------------------------------------------------------------

    def _first_page(
        self,
        months: Mapping[str, list[Delivery]],
        by_area: Mapping[str, list[Delivery]],
        by_programme: Mapping[str, list[Delivery]],
        calendars: Mapping[str, bytes],
    ) -> bytes:
        facts, programmes = self._facts, self._plan.programmes
        areas = [*self.areas, None] if self._has_nowhere else self.areas
        lists = {
            "dates": [Link(f"dates/{one}.html", self._month_title(one), self._count(months[one])) for one in months],
            "areas": [
                Link(f"areas/{name}.html", self._area_title(one), self._count(by_area[name]))
                for one, name in ((one, self._area_file(one)) for one in areas)
            ],
            "programmes": [
                Link(
                    f"programmes/{page_name(one)}.html",
                    facts.programme_title(programmes[one]) or "—",
                    self._count(by_programme[one]),
                )
                for one in self.programmes
            ],
        }
        body = [self._frame.paragraphs(self._greeting(), "lead"), self._calendar_line("", "all", calendars)]
        for name, title in self._frame.ways().items():
            body += [self._frame.head(title, name), self._frame.links(lists[name])]
        return self._frame.page(facts.season_title() or self._wording.text("Programme"), "".join(body))

    def _greeting(self) -> list[Markup]:
        """Complex, address on the web and whom to ask; escaped lines."""
        facts, frame, web = self._facts, self._frame, self._plan.season.web_address.strip()
        lines = [frame.said(name) for name in (facts.complex_name(),) if name and name != facts.season_title()]
        if facts.enquiries():
            lines.append(frame.said(self._wording.text("Enquiries: {name}", name=facts.enquiries())))
        if web:
            lines.append(frame.link(web, web) if web.startswith(_WEB) else frame.said(web))
        return lines

    def _month_page(self, month: str, found: list[Delivery]) -> bytes:
        days: dict[str, list[Delivery]] = {}
        for one in found:
            days.setdefault(one.date.isoformat() if one.date is not None else "", []).append(one)
        body = []
        for day, on_day in days.items():
            first = on_day[0].date
            title = self._wording.date(first) if first is not None else self._wording.text("Date to be announced")
            body.append(self._frame.head(title, f"on-{day}" if day else _UNDATED))
            body.append(self._dates_table(title, on_day, with_date=False))
        return self._frame.page(self._month_title(month), "".join(body), "../")

    def _area_page(self, area: AreaId | None, found: list[Delivery], calendars: Mapping[str, bytes]) -> bytes:
        title = self._area_title(area)
        body = [self._calendar_line("../", self._area_file(area), calendars)]
        months: dict[str, list[Delivery]] = {}
        for one in found:
            months.setdefault(_month_of(one), []).append(one)
        for month, in_month in months.items():
            body.append(self._frame.head(self._month_title(month)))
            body.append(self._dates_table(f"{title}, {self._month_title(month)}", in_month, with_date=True))
        return self._frame.page(title, "".join(body), "../")

    def _programme_page(self, key: ProgrammeId, found: list[Delivery]) -> bytes:
        facts, frame, programme = self._facts, self._frame, self._plan.programmes[key]
        terms = (
            facts.programme_text(programme, "audience"),
            facts.admission(programme),
            facts.programme_text(programme, "age_rating"),
            facts.booking(None, programme),
        )
        body = [
            frame.paragraphs([facts.programme_text(programme, "subtitle")], "lead"),
            frame.paragraphs(facts.programme_text(programme, "intro").splitlines()),
            frame.paragraphs([" · ".join(one for one in terms if one)]),
            frame.head(self._wording.text("Date and time")),
            self._dates_table(facts.programme_title(programme), found, with_date=True, with_title=False),
        ]
        return frame.page(facts.programme_title(programme) or "—", "".join(body), "../")

    # -- pieces ---------------------------------------------------------------------------------------------

    def _dates_table(self, label: str, found: list[Delivery], *, with_date: bool, with_title: bool = True) -> Markup:
        headers: list[tuple[str, Callable[[Delivery], Cell]]] = []
        context = self._wording.context
        if with_date:
            headers.append((context("print", "Date"), self._date_cell))
        headers.append((context("print", "Time"), self._time_cell))
        title = self._title_cell if with_title else self._people_cell
        headers.append((context("print", "Programme"), title))
        headers.append((context("print", "Place"), self._place_cell))
        rows = [TableRow(f"d-{page_name(one.id)}", tuple(cell(one) for _name, cell in headers)) for one in found]
        head = 0 if not with_title else 1 + with_date
        return self._frame.table(label, tuple(name for name, _cell in headers), rows, head=head)

    def _date_cell(self, one: Delivery) -> Cell:
        said = self._frame.said(self._facts.dates(one))
        if one.date is not None:
            said = Markup(f'<time datetime="{one.date.isoformat()}">{said}</time>')
        return Cell(said, "when")

    def _time_cell(self, one: Delivery) -> Cell:
        return Cell(self._facts.clock_text(one) or self._facts.later, "when")

    def _title_cell(self, one: Delivery) -> Cell:
        title = self._facts.title(one)
        link = self._frame.said(title)
        if one.programme:
            link = self._frame.link(f"../programmes/{page_name(one.programme)}.html", title)
        return Cell(Markup(self._mark(one) + link + self._more(self._told(one))))

    def _people_cell(self, one: Delivery) -> Cell:
        """On the page of the programme itself: what this one date has of its own."""
        suffix = self._frame.said(self._facts.said(one, "title_suffix")) if one.title_suffix else ""
        return Cell(Markup(self._mark(one) + suffix + self._more(self._told(one))))

    def _place_cell(self, one: Delivery) -> Cell:
        place = self._frame.said(self._facts.place(one)[0])
        fallback = self._facts.fallback(one) if one.status.takes_place else ""
        return Cell(Markup(place + self._more([fallback])), "where")

    def _told(self, one: Delivery) -> list[str]:
        facts = self._facts
        programme = self._plan.programmes.get(one.programme) if one.programme else None
        return [facts.moved(one), " · ".join(facts.acts(one)), facts.meta(one, programme), facts.public_note(one)]

    def _mark(self, one: Delivery) -> str:
        _mood, mark = self._facts.mood(one)
        return f'<span class="mark">{self._frame.said(mark)}</span> ' if mark else ""

    def _more(self, lines: list[str]) -> str:
        return "".join(f'<span class="more">{self._frame.said(line)}</span>' for line in lines if line)

    def _calendar_line(self, root: str, name: str, calendars: Mapping[str, bytes]) -> Markup:
        if name not in calendars:
            return Markup("")
        link = self._frame.link(f"{root}calendars/{name}.ics", self._wording.text("Calendar of these dates (.ics)"))
        how = self._frame.said(self._wording.text("Give your calendar the address of this link, and it follows."))
        return Markup(f'<p class="calendars">{link} {how}</p>\n')

    # -- names ----------------------------------------------------------------------------------------------

    def _area_order(self, area: AreaId) -> tuple[int, str, str]:
        record = self._plan.areas[area]
        return record.position, record.name, area

    def _area_file(self, area: AreaId | None) -> str:
        return page_name(area) if area is not None else "none"

    def _area_title(self, area: AreaId | None) -> str:
        if area is None:
            return self._wording.text("Place to be announced")
        return self._facts.said(self._plan.areas[area], "name") or "—"

    def _month_title(self, month: str) -> str:
        if month == _UNDATED:
            return self._wording.text("Date to be announced")
        year, number = month.split("-")
        return self._wording.month(int(year), int(number))

    def _count(self, found: list[Delivery]) -> str:
        return self._wording.plural("({n} date)", "({n} dates)", len(found))


def page_name(identity: str) -> str:
    """The name of the page or calendar of a record: always the same, and of letters that every server takes."""
    return hashlib.blake2b(identity.encode(), digest_size=6).hexdigest()


def calendar_parts(programme: WebProgramme, scope: Scope) -> dict[str, Scope]:
    """The calendars that lie beside the pages, by name: everything, and each area.

    One for each of thousands of programmes would cost far more time than all the pages.
    """
    parts = {"all": scope}
    parts.update({page_name(one): scope._replace(area=one) for one in programme.areas})
    return parts


def _month_of(one: Delivery) -> str:
    if one.date is not None:
        return f"{one.date.year:04}-{one.date.month:02}"
    year, _, month = one.month.partition("-")
    return f"{int(year):04}-{int(month):02}" if month else _UNDATED
