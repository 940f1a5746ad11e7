"""The columns of the table of applications: original words over read values, state, waiting, the answering delivery."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from director_app.domain.facts import Setting
from director_app.domain.ids import OrganisationId
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery
from director_app.domain.published import strand_of
from director_app.domain.requests import Application, order_of_receipt
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.models.columns import Cell, Column, Listing, Piece, Scene, Tag
from director_app.ui.pages import applications_words as said
from director_app.ui.words import SETTING_WORDS, day_text
from director_app.wording import message

Place = Callable[[Application, str], str]


def affected(plan: Plan, change: RecordChange) -> list[str]:
    """The applications whose rows a change of another record touches."""
    if change.kind in ("deliveries", "organisations"):
        return list(plan.users_of_kind(change.kind, change.id, "applications"))
    return []


def company_name(plan: Plan, application: Application) -> str:
    """Who applied: the company or artist, else the words of the row."""
    organisation = plan.organisations.get(application.organisation) if application.organisation else None
    artist = plan.artists.get(application.artist) if application.artist else None
    return (organisation.name if organisation else "") or (artist.name if artist else "") or application.applicant


class ApplicationColumns:
    """Makes the columns; `place` reads a typed date and makes the answering delivery."""

    def __init__(self, today: Callable[[], datetime.date], level_of: Callable[[str], str], place: Place) -> None:
        self._today = today
        self._level_of = level_of
        self._place = place

    def listing(self) -> Listing:
        """All columns from left to right."""
        columns = (
            Column("number", message("Number"), _number, 68, _receipt, cell=_number_cell),
            Column("received", message("Received at"), _received, 112, _receipt, cell=_received_cell),
            Column("company", message("Company · contact"), _company, 150, cell=_company_cell),
            *(self._wish_column(place) for place in range(3)),
            Column("slot", message("Meal slot"), _slot, 104, cell=_slot_cell),
            Column("heads", message("Heads by shift"), _heads, 126, _heads_value, cell=_heads_cell),
            Column("space", message("Space"), _space, 104, cell=_space_cell),
            Column("state", message("State"), _state, 104, _state_value, cell=_state_cell),
            Column("waiting", message("Days waiting"), self._waiting, 88, self._waited, cell=self._waiting_cell,
                   right_aligned=True),
            Column("answer", message("Answered by"), self._answer, 130, _answer_day, cell=self._answer_cell,
                   edit=self._place, stretches=True),
        )  # fmt: skip
        return Listing("applications", columns, affected)

    def _wish_column(self, place: int) -> Column:
        titles = (message("Wish 1"), message("Wish 2"), message("Wish 3"))
        wish = _WishColumn(place)
        return Column(f"wish{place + 1}", titles[place], wish.text, (134, 118, 98)[place], wish.sort, cell=wish.cell)

    def _waiting(self, application: Application, scene: Scene) -> str:
        days = said.waited_days(application, self._today())
        return "" if days is None else scene.wording.text("day {n}", n=days)

    def _waited(self, application: Application, _scene: Scene) -> int:
        days = said.waited_days(application, self._today())
        return -1 if days is None else days

    def _waiting_cell(self, application: Application, scene: Scene) -> Cell:
        days = said.waited_days(application, self._today())
        late = days is not None and days >= said.LONG_WAIT
        return Cell((Piece(self._waiting(application, scene), "warn" if late else "text2", strong=late),))

    def _answer(self, application: Application, scene: Scene) -> str:
        delivery = _delivery(application, scene)
        return delivery.number if delivery is not None else ""

    def _answer_cell(self, application: Application, scene: Scene) -> Cell:
        delivery = _delivery(application, scene)
        if delivery is None:
            if application.state in said.OVER:
                return Cell()
            return Cell((Piece(scene.wording.text("Type a date"), "text3"),))
        strand = strand_of(scene.plan, delivery)
        time = f" {scene.wording.clock(delivery.start)}" if delivery.start is not None else ""
        day = day_text(scene.wording, delivery).partition("(")[0].strip()
        return Cell(
            (Piece(delivery.number, "accent"),),
            (Piece(f"{day}{time}", "text2"),),
            status=delivery.status,
            hue=strand.hue if strand else -1,
            level=self._level_of(delivery.id),
        )


class _WishColumn:
    """One of the three wishes."""

    def __init__(self, place: int) -> None:
        self._place = place

    def text(self, application: Application, scene: Scene) -> str:
        """The original words."""
        del scene
        return application.wishes[self._place].text if len(application.wishes) > self._place else ""

    def sort(self, application: Application, scene: Scene) -> Any:
        """By the read date."""
        del scene
        wish = application.wishes[self._place] if len(application.wishes) > self._place else None
        return wish.first_day if wish is not None and wish.first_day is not None else datetime.date.max

    def cell(self, application: Application, scene: Scene) -> Cell:
        """Original words over the read date; a weekday that does not fit is said."""
        if len(application.wishes) <= self._place:
            if self._place:
                return Cell()
            return Cell((Piece(" "),), (Piece(scene.wording.undecided(), undecided=True),))
        wish = application.wishes[self._place]
        wrong = said.wrong_weekday(wish)
        read = Piece(said.wish_read(wish, scene.wording), "text2", undecided=wish.first_day is None)
        if wrong is not None and wish.first_day is not None:
            day = day_and_month(scene.wording, wish.first_day)
            weekday = scene.wording.weekday(wrong, short=False)
            text = scene.wording.text("{date} is a {weekday}", date=day, weekday=weekday)
            read = Piece(text, "warn", strong=True)
        return Cell((Piece(wish.text or " ", _tone(application)),), (read,))


def _delivery(application: Application, scene: Scene) -> Delivery | None:
    return scene.plan.deliveries.get(application.delivery) if application.delivery else None


def _tone(application: Application) -> str:
    return "text3" if application.state in said.OVER else "text"


def _receipt(application: Application, _scene: Scene) -> Any:
    return order_of_receipt(application)


def _number(application: Application, _scene: Scene) -> str:
    return application.number or str(application.received_order or "")


def _number_cell(application: Application, scene: Scene) -> Cell:
    return Cell((Piece(_number(application, scene), _tone(application), strong=True),))


def _received(application: Application, scene: Scene) -> str:
    moment = application.received_at
    if moment is None:
        return scene.wording.undecided()
    return f"{scene.wording.date_short(moment.date())} {moment:%H:%M}"


def _received_cell(application: Application, scene: Scene) -> Cell:
    moment = application.received_at
    if moment is None:
        return Cell((Piece(scene.wording.undecided(), undecided=True),))
    return Cell(
        (Piece(scene.wording.date_short(moment.date()), _tone(application)),), (Piece(f"{moment:%H:%M}", "text2"),)
    )


def _company(application: Application, scene: Scene) -> str:
    return company_name(scene.plan, application)


def _company_cell(application: Application, scene: Scene) -> Cell:
    name = company_name(scene.plan, application)
    first = Piece(name or scene.wording.undecided(), _tone(application), strong=True, undecided=not name)
    return Cell((first,), (Piece(application.contact.name or " ", "text2"),))


def _slot(application: Application, _scene: Scene) -> str:
    return application.meal_slot


def _slot_cell(application: Application, scene: Scene) -> Cell:
    wish = next((one for one in application.wishes if one.start is not None), None)
    if wish is None or wish.start is None:
        second = Piece(scene.wording.undecided(), undecided=True)
    elif wish.end is None:
        second = Piece(scene.wording.clock(wish.start), "text2")
    else:
        second = Piece(scene.wording.clock_span(wish.start, wish.end), "text2")
    return Cell((Piece(application.meal_slot or " ", _tone(application)),), (second,))


def _heads(application: Application, scene: Scene) -> str:
    return ", ".join(_one_shift(shift.shift, shift.heads, scene) for shift in application.heads)


def _heads_value(application: Application, _scene: Scene) -> int:
    return said.heads_of(application) or -1


def _heads_cell(application: Application, scene: Scene) -> Cell:
    total = said.heads_of(application)
    original = said.original_heads(application) or ("" if total is None else str(total))
    read = " · ".join(_one_shift(shift.shift, shift.heads, scene) for shift in application.heads)
    second = Piece(read, "text2") if read else Piece(scene.wording.undecided(), undecided=True)
    return Cell((Piece(original or " ", _tone(application)),), (second,))


def _one_shift(shift: str, heads: int | None, scene: Scene) -> str:
    count = scene.wording.undecided() if heads is None else str(heads)
    return f"{shift} {count}" if shift else count


def _space(application: Application, _scene: Scene) -> str:
    return application.space


def _space_cell(application: Application, scene: Scene) -> Cell:
    setting = _setting_of(application, scene)
    read = scene.wording.text(SETTING_WORDS[setting]) if setting is not None else " "
    return Cell((Piece(application.space or " ", _tone(application)),), (Piece(read, "text2"),))


def _setting_of(application: Application, scene: Scene) -> Setting | None:
    """Where the company's place stands, when all its places agree."""
    if not application.organisation:
        return None
    hosted = scene.plan.users_of_kind("organisations", OrganisationId(application.organisation), "venues")
    settings = {venue.setting for one in hosted if (venue := scene.plan.find("venues", one)) is not None}
    return settings.pop() if len(settings) == 1 else None


def _state(application: Application, scene: Scene) -> str:
    return scene.wording.text(said.STATE_WORDS[application.state])


def _state_value(application: Application, _scene: Scene) -> int:
    return list(said.STATE_WORDS).index(application.state)


def _state_cell(application: Application, scene: Scene) -> Cell:
    role, icon = said.STATE_TAGS[application.state]
    return Cell(tag=Tag(_state(application, scene), role, icon))


def _answer_day(application: Application, scene: Scene) -> Any:
    delivery = _delivery(application, scene)
    return delivery.date if delivery is not None and delivery.date is not None else datetime.date.max
