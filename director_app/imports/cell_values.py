"""Cells of other columns than dates: phones, money, head-counts, names joined in one cell, coordinates, yes and no."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from director_app.domain.facts import Setting
from director_app.imports.cells import Cell, cell_text
from director_app.imports.remarks import Remark, remark
from director_app.imports.written_times import is_undecided, names_nothing
from director_app.wording import message

OUTSIDE_KOREA: Final = message("The coordinates {latitude}, {longitude} lie outside Korea and were left out.")
SWAPPED: Final = message("Latitude and longitude stood in each other's column; they were exchanged.")
NOT_A_POINT: Final = message("“{text}” is no point on the map; latitude and longitude were left empty.")
NOT_A_SETTING: Final = message("“{text}” says neither indoors nor outdoors; {column} was left empty.")
NOT_A_PHONE: Final = message("“{text}” has no digits of a telephone number; it was kept as it is.")
NOT_A_NUMBER: Final = message("“{text}” is not a number; {column} was left empty.")
ZERO_RESTORED: Final = message("The phone number {text} had lost its leading zero; it was put back.")
AND_OTHERS: Final = message("“{text}” does not name everybody; only the names that are written out were taken.")
UNLIKELY_NUMBER: Final = message("{column} {text} is unlikely; it was left out.")

#: WGS 84 bounds of the Republic of Korea with its islands.
LATITUDES: Final = (33.0, 38.7)
LONGITUDES: Final = (124.5, 132.0)
_MOST_HEADS: Final = 1_000_000
#: Values that the national data sets use for "not known".
_SENTINELS: Final = frozenset({66704, 99999, 9999, 999999})

_UNITS: Final = {"천": 1_000, "만": 10_000, "십만": 100_000, "백만": 1_000_000, "천만": 10_000_000, "억": 100_000_000}
_AMOUNT: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(억|천만|백만|십만|만|천)?\s*(?:(\d[\d,]*)\s*(천|백)?\s*)?원?")
_FREE: Final = re.compile(r"무료|무\s*료|free\b|no charge", re.IGNORECASE)
_PAID: Final = re.compile(r"유료|\d", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\s*(?:외\s*(?:\d+\s*(?:팀|명|인|개\s*팀|개사|곳))?|등(?:\s*\d+\s*(?:팀|명|인|개\s*팀))?|and others|et al\.?)\s*$"
)
_YES: Final = frozenset(
    {"y", "yes", "o", "○", "◯", "true", "1", "예", "네", "있음", "유", "가능", "필요", "v", "✓", "✔"}
)
_NO: Final = frozenset({"n", "no", "x", "×", "false", "0", "아니오", "아니요", "없음", "무", "불가", "불필요"})


class Phone(NamedTuple):
    """A phone number as typed, and the form two spellings of one number share (E.164), or empty."""

    text: str
    key: str = ""


class Names(NamedTuple):
    """The names in one cell, in the order they stand."""

    names: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


class Place(NamedTuple):
    """A point on the map, or nothing."""

    latitude: float | None = None
    longitude: float | None = None
    remarks: tuple[Remark, ...] = ()


def read_phone(cell: Cell) -> tuple[Phone, tuple[Remark, ...]]:
    """A phone number. A number that a spreadsheet took for a quantity gets its leading zero back."""
    text = cell_text(cell)
    remarks: tuple[Remark, ...] = ()
    digits = text.replace(".0", "") if isinstance(cell, int | float) else ""
    if (
        digits.isdigit()
        and len(digits) in (8, 9, 10)
        and digits[0] in "1234567"
        and not digits.startswith(("15", "16", "18"))
    ):
        text = f"0{digits}"
        remarks = (remark(ZERO_RESTORED, text=digits),)
    if text and not is_undecided(text) and not any(mark.isdigit() for mark in text):
        remarks = (remark(NOT_A_PHONE, text=text),)
    return Phone(text, phone_key(text)), remarks


def phone_key(text: str) -> str:
    """What two spellings of one Korean phone number have in common: E.164, or empty when it is none."""
    if sum(mark.isdigit() for mark in text) < 8:
        return ""
    import phonenumbers

    first = re.split(r"[,/~;\n]| ?\(", text.strip(), maxsplit=1)[0]
    try:
        parsed = phonenumbers.parse(first, "KR")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def read_names(cell: Cell, *, splits_on_dot: bool = True) -> Names:
    """The names in a cell, joined with + / , ; · or line breaks; brackets keep what is in them together."""
    text = cell_text(cell)
    if not text or names_nothing(text):
        return Names(())
    remarks: tuple[Remark, ...] = ()
    if cut := _OTHERS.search(text):
        remarks = (remark(AND_OTHERS, text=text),)
        text = text[: cut.start()]
    marks = "+/,;、\n" + ("·ㆍ•" if splits_on_dot else "")
    names: list[str] = []
    current, depth = "", 0
    for mark in text:
        depth += (mark in "([（<〈《「『") - (mark in ")]）>〉》」』")
        if mark in marks and depth <= 0:
            names.append(current)
            current = ""
        else:
            current += mark
    names.append(current)
    clean = (name.strip(" -*•") for name in names)
    return Names(tuple(dict.fromkeys(name for name in clean if name and not names_nothing(name))), remarks)


def read_count(cell: Cell, column: str) -> tuple[int | None, tuple[Remark, ...]]:
    """A head-count, number of seats or minutes: 478, "478명", "1,000석", "약 50"; "50~60" is its upper figure."""
    if isinstance(cell, bool) or cell is None:
        return None, ()
    if isinstance(cell, int | float):
        value: int | None = round(cell)
    else:
        text = cell_text(cell)
        figures = re.findall(r"\d[\d,]*", text.replace("만여", "만"))
        if not figures or re.match(r"[-−]\s*\d", text):
            unread = (
                ()
                if is_undecided(text) or text in ("없음", "제한없음", "-")
                else (remark(NOT_A_NUMBER, text=text, column=column),)
            )
            return None, unread
        value = int(figures[-1 if re.search(r"\d\s*[~～-]\s*\d", text) else 0].replace(",", "") or 0)
        if re.search(r"\d\s*만", text):
            value *= 10_000
    if value is not None and value < 0:
        return None, (remark(NOT_A_NUMBER, text=str(value), column=column),)
    if value is None or value == 0:
        return None, ()
    if value in _SENTINELS or value > _MOST_HEADS:
        return None, (remark(UNLIKELY_NUMBER, text=str(value), column=column),)
    return value, ()


def read_measure(cell: Cell, column: str) -> tuple[float | None, tuple[Remark, ...]]:
    """A measure such as 3.5 (kW) or "600㎡"."""
    if isinstance(cell, bool) or cell is None:
        return None, ()
    if isinstance(cell, int | float):
        return float(cell), ()
    text = cell_text(cell)
    found = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if found is None:
        return None, () if is_undecided(text) else (remark(NOT_A_NUMBER, text=text, column=column),)
    return float(found[0].replace(",", "")), ()


def read_amount(cell: Cell) -> int | None:
    """Whole won of a fee: 500000, "50만원", "1,500,000원", "1억 2천"; None when it names no single amount."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return round(cell) if cell >= 0 else None
    text = cell_text(cell)
    if is_undecided(text) or re.search(r"\d\s*[~+]\s*\d", text):
        return None
    found = _AMOUNT.search(text)
    if found is None:
        return 0 if _FREE.search(text) else None
    value = float(found[1].replace(",", "")) * _UNITS.get(found[2] or "", 1)
    if found[2] and found[3]:
        scale = {"천": 1_000, "백": 100}.get(found[4] or "", 1) * (10_000 if found[2] == "억" and found[4] else 1)
        value += float(found[3].replace(",", "")) * scale
    return round(value) if value < 1e13 else None


def read_is_free(cell: Cell) -> bool | None:
    """Whether an admission text says free (True), paid (False), or neither."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell == 0
    text = cell_text(cell)
    if _FREE.search(text) or text.strip() in ("0", "0원"):
        return not re.search(r"유료|\d\s*만?\s*원", text.replace("0원", "") if text.strip() == "0원" else text)
    return False if _PAID.search(text) and not re.search(r"혼합", text) else None


def read_yes_no(cell: Cell) -> bool | None:
    """Yes, no, or not said."""
    if isinstance(cell, bool):
        return cell
    word = cell_text(cell).lower()
    return True if word in _YES else False if word in _NO else None


def read_setting(cell: Cell) -> Setting | None:
    """Indoors, outdoors or both."""
    word = cell_text(cell).lower().replace(" ", "")
    indoor = bool(re.search(r"실내|옥내|indoor|inside", word))
    outdoor = bool(re.search(r"실외|야외|옥외|outdoor|outside", word))
    if (indoor and outdoor) or word in ("both", "겸용", "복합"):
        return Setting.BOTH
    return Setting.INDOOR if indoor else Setting.OUTDOOR if outdoor else None


def read_point(latitude: Cell, longitude: Cell) -> Place:
    """A point from two cells; anything outside Korea is dropped, exchanged columns are put right."""
    north, east = _degrees(latitude), _degrees(longitude)
    if north is None or east is None:
        said = ", ".join(cell_text(cell) for cell in (latitude, longitude) if cell is not None)
        return Place(remarks=(remark(NOT_A_POINT, text=said),) if said and not is_undecided(said) else ())
    if north == 0 and east == 0:
        return Place()
    if _within(north, LATITUDES) and _within(east, LONGITUDES):
        return Place(north, east)
    if _within(east, LATITUDES) and _within(north, LONGITUDES):
        return Place(east, north, (remark(SWAPPED),))
    return Place(remarks=(remark(OUTSIDE_KOREA, latitude=north, longitude=east),))


def _degrees(cell: Cell) -> float | None:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    try:
        value = float(cell_text(cell).rstrip("°NEne "))
    except ValueError:
        return None
    return value if abs(value) <= 360 else None


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]
