"""The season itself, its complex, and the areas that must be reached."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Contact, Credit, Equipment
from director_app.domain.ids import AreaId, AttachmentId, ComplexId, SeasonId


class LevelChoice(StrEnum):
    """How much the director wants a kind of problem to matter; off is not looked for."""

    BLOCK = "block"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class ChosenLevel(NamedTuple):
    """One kind of problem, by its code, whose level is not the usual one."""

    kind: str
    level: LevelChoice = LevelChoice.WARNING


class FilingRule(NamedTuple):
    """From how many people on, and how long before, a local government wants the disaster plan (재해대처계획).

    As it stands it says what the Performance Act (공연법 art. 11, decree art. 9) does; a local government may ask for
    more. Days are whole days before the first day.
    """

    #: The words of an address for which it holds, such as 구미시; empty: wherever no other one holds.
    government: str = ""
    from_heads: int = 1000
    days_before: int = 14
    changes_before: int = 7
    #: The ordinance or letter that says so.
    source: str = ""


class Season(NamedTuple):
    """One season at one complex; a plan has exactly one."""

    id: SeasonId
    title: str = ""
    title_en: str = ""
    subtitle: str = ""
    #: English twins; where one is empty, English pages use the Korean.
    subtitle_en: str = ""
    complex: ComplexId | None = None
    first_day: date | None = None
    last_day: date | None = None
    zone: str = "Asia/Seoul"
    #: A fixed day that stands for today (기준일); None follows the clock.
    reference_date: date | None = None
    #: Letters before reference numbers, as in GM-017.
    number_prefix: str = "CD"
    credits: tuple[Credit, ...] = ()
    #: The public desk that prints name for enquiries.
    enquiries: str = ""
    enquiries_en: str = ""
    enquiries_phone: str = ""
    web_address: str = ""
    booking_note: str = ""
    booking_note_en: str = ""
    rain_note: str = ""
    rain_note_en: str = ""
    #: Printed at the foot of every page, e.g. that names are invented.
    notice: str = ""
    #: The same for English pages; without it they print none.
    notice_en: str = ""
    week_starts_on_sunday: bool = False
    is_sample: bool = False
    #: Kinds of problem that matter more or less than usual; codes that no planner knows are kept and do nothing.
    problem_levels: tuple[ChosenLevel, ...] = ()
    #: What the season owns or has on hire; what is not listed is not counted.
    equipment: tuple[Equipment, ...] = ()


class Complex(NamedTuple):
    """An industrial complex with its own brand."""

    id: ComplexId
    name: str = ""
    name_en: str = ""
    address: str = ""
    address_en: str = ""
    #: The complex's own colour as #RRGGBB, used on paper only.
    colour: str = ""
    logo: AttachmentId | None = None
    contact: Contact = Contact()
    source: str = ""
    #: Where a local government asks for more than the Performance Act.
    filings: tuple[FilingRule, ...] = ()


class Area(NamedTuple):
    """A named corner of a complex. Its head-count is the sum of its sites unless stated."""

    id: AreaId
    name: str = ""
    name_en: str = ""
    complex: ComplexId | None = None
    position: int = 0
    stated_heads: int | None = None
    note: str = ""
    source: str = ""
