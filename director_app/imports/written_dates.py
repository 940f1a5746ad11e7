"""Dates as people write them -> dates: 2025-07-25, 2025. 7. 25.(금), ’25. 11. 19., 10월 25~26일, 7/25, serial numbers.

The weekday beside a date is checked; where only a month is known, the month is kept; what is undecided stays so.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from director_app.imports.cells import Cell
from director_app.imports.remarks import Remark, Weekday, remark
from director_app.imports.written_times import (
    SLOT,
    WrittenTimes,
    folded,
    is_undecided,
    read_times,
    times_in,
)
from director_app.wording import message

NOT_A_DATE: Final = message("“{text}” is not a date; it was left undecided.")
WRONG_WEEKDAY: Final = message("“{text}” falls on a {real}, not on a {written}; the date was taken.")
END_DATE_FIRST: Final = message("The last date {last} lies before the first {first}; the last date was left out.")
NO_MONTH: Final = message("“{text}” names a day without a month; the date was left undecided.")
YEAR_ASSUMED: Final = message("“{text}” names no year; {year} was taken.")
YEAR_OF_ROWS: Final = message("“{text}” names no year; {year} was taken, as in other rows.")
YEAR_OF_TITLE: Final = message("“{text}” names no year; {year} was taken from the title of the table.")
YEAR_OF_FILE: Final = message("“{text}” names no year; {year} was taken from the name of the file.")
MONTH_OF_TITLE: Final = message("“{text}” names no month; month {month} was taken from the title above it.")
YEAR_REMARKS: Final = frozenset({YEAR_ASSUMED, YEAR_OF_ROWS, YEAR_OF_TITLE, YEAR_OF_FILE})
REPEATS: Final = message("“{text}” repeats; only the dates that are written out were taken.")
ONLY_UNTIL: Final = message("“{text}” says only until when; the first date was left undecided.")
SERIAL: Final = message("The number {text} was read as the date {date}.")

_LONGEST_SPAN: Final = timedelta(days=366 * 10)
_HALF_A_YEAR: Final = timedelta(days=183)
_EPOCH: Final = date(1899, 12, 30)
_SERIALS: Final = range(20_000, 80_000)


class DaySpan(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def distance(self, day: date) -> timedelta:
        """How far a day lies before or after them; nothing within."""
        return max(self.first - day, day - self.last, timedelta())


class DateContext(NamedTuple):
    """What completes a date without a year: receipt, other dates of the table, the season, the day that is today."""

    today: date
    first: date | None = None
    last: date | None = None
    #: The day an application came in; what it wishes lies on that day or later.
    received: date | None = None
    #: Whether a weekday beside a date may lead out of the season, as in wishes.
    leaves_season: bool = False
    #: Days that the table itself names with their year.
    near: DaySpan | None = None
    #: The remark that says where a year was taken from.
    told_by: str = YEAR_ASSUMED
    #: The month that a title above the rows names, for days without one; 0 for none.
    month: int = 0

    def year_for(self, month: int, day: int) -> int:
        """The year of the first such day since the receipt, else near the table's days, in the season, or of today."""
        if self.received is not None:
            years = range(self.received.year, self.received.year + 9)  # 29 February may be eight years away
            later = (year for year in years if (made := _date(year, month, day)) and made >= self.received)
            return next(later, self.received.year)
        if self.near is not None:
            return self._year_near(self.near, month, day)
        for year in sorted({self.today.year, *(edge.year for edge in (self.first, self.last) if edge is not None)}):
            made = _date(year, month, day)
            if made and self.first and self.last and self.first <= made <= self.last:
                return year
        return self.first.year if self.first else self.today.year

    def _year_near(self, near: DaySpan, month: int, day: int) -> int:
        """The year that brings the day nearest to the others; a year none of them is in must be half a year nearer."""
        costs = []
        for year in range(near.first.year - 1, near.last.year + 2):
            if (made := _date(year, month, day)) is not None:
                foreign = timedelta() if near.first.year <= year <= near.last.year else _HALF_A_YEAR
                costs.append((near.distance(made) + foreign, year))
        return min(costs)[1] if costs else near.first.year

    def year_of_month(self, month: int) -> int:
        """The year of a month without a day."""
        if self.received is not None:
            return self.received.year + (month < self.received.month)
        return self.year_for(month, 1)

    def may_move(self, day: date, moved: date) -> bool:
        """Whether a weekday may put a day without a year into another year than was assumed."""
        anchor = DaySpan(self.received, self.received) if self.received is not None else self.near
        if anchor is not None:
            return anchor.distance(moved) <= _HALF_A_YEAR
        return self.leaves_season or not (self.first and self.last and self.first <= day <= self.last)


class When(NamedTuple):
    """What a cell says about days and times."""

    days: tuple[DaySpan, ...] = ()
    #: "2025-11" when only the month is known.
    month: str = ""
    times: WrittenTimes = WrittenTimes()
    rest: str = ""
    remarks: tuple[Remark, ...] = ()


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME: Final = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_TOKEN: Final = re.compile(
    r"(?P<compact>(?<!\d)(?:19|20)\d{2}[01]\d[0-3]\d(?!\d))"
    r"|(?<![\d:])(?:(?P<year>(?:19|20)\d{2})|'?(?P<short>\d{2}))\s*(?P<mark>년도?|[.\-/])\s*(?P<month>\d{1,2})\s*"
    r"(?:월|[.\-/])\s*(?P<day>\d{1,2})(?:\s*일|\.(?!\d))?(?![\d:시])"
    r"|(?<![\d:])(?P<us_month>\d{1,2})/(?P<us_day>\d{1,2})/(?P<us_year>(?:19|20)\d{2})(?!\d)"
    r"|(?<![\d:])(?:(?P<ym_year>(?:19|20)\d{2})|'(?P<ym_short>\d{2}))\s*(?:년|[.\-/])\s*(?P<ym_month>1[0-2]|0?[1-9])"
    r"(?:\s*월|\.)?(?!\s*[.\-/월]?\s*\d)"
    rf"|(?P<en_day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<en_month>{_NAME})[a-z]*\.?,?(?:\s+(?P<en_year>\d{{4}}))?"
    rf"|(?P<am_month>{_NAME})[a-z]*\.?\s+(?P<am_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<am_year>\d{{4}}))?"
    rf"|(?P<my_month>{_NAME})[a-z]*\.?,?\s+(?P<my_year>\d{{4}})"
    r"|(?<![\d:./])(?P<md_month>1[0-2]|0?[1-9])\s*(?:월\s*|[./]\s?)(?P<md_day>3[01]|[12]\d|0?[1-9])"
    r"(?:\s*일|\.)?(?![\d:시]|\s*주)"
    r"|(?<![\d:])(?P<only_month>1[0-2]|0?[1-9])\s*월"
    r"|(?<![\d:])(?P<only_day>3[01]|[12]\d|0?[1-9])\s*일(?!정|부터 \d+일|간)"
    r"|(?P<weekday>\(\s*[월화수목금토일](?:요일)?\s*\)|(?<![가-힣])[월화수목금토일]요일"
    r"|\(?\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\)?)"
    r"|(?P<bare>(?<![\d:.])(?:3[01]|[12]\d|0?[1-9])(?=\s*(?:\.|일)?\s*~)"
    r"|(?:(?<=~)|(?<=~ ))(?:3[01]|[12]\d|0?[1-9])(?=일|\.(?! ?\d)|\(|,|$| ))",
    re.IGNORECASE,
)
#: "10-14" alone in a cell, as spreadsheet programs show a day.
_HYPHENED: Final = re.compile(r"^\s*(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])\s*(?=$|\()")
_REPEATS: Final = re.compile(r"매주|매월|매일|격주|평일|주말|every|weekly|daily", re.IGNORECASE)
_WEEKDAYS_KO: Final = "월화수목금토일"
_WEEKDAYS_EN: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SEOUL: Final = "Asia/Seoul"


def read_when(cell: Cell, context: DateContext) -> When:
    """The days and times a cell of a date (or date and time) column says."""
    if isinstance(cell, datetime):
        local = cell.astimezone(ZoneInfo(_SEOUL)) if cell.tzinfo else cell
        has_time = bool(local.hour or local.minute)
        return When((DaySpan(local.date(), local.date()),), times=read_times(local) if has_time else WrittenTimes())
    if isinstance(cell, date):
        return When((DaySpan(cell, cell),))
    if isinstance(cell, bool) or cell is None:
        return When()
    if isinstance(cell, int | float):
        return _serial(cell)
    return _read_text(cell, context)


@lru_cache(maxsize=8_192)
def _read_text(cell: str, context: DateContext) -> When:
    text = folded(cell).replace("’", "'").replace("‘", "'").replace("`", "'")
    if re.fullmatch(r"\s*\d{5}(?:\.\d+)?\s*", text):
        return _serial(float(text) if "." in text else int(text))
    if (moment := _iso_moment(text)) is not None:
        return read_when(moment, context)
    return _Reader(cell, context).read(text)


#: With seconds or a T a zone may follow; "2025-11-05 11:00+14:00" names two times.
_ISO_MOMENT: Final = re.compile(
    r"\s*\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}Z?"
    r"|(?:T\d{2}:\d{2}|[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?)\s*(?:Z|[+-]\d{2}:?\d{2})?)\s*$"
)


def _iso_moment(text: str) -> datetime | None:
    if not _ISO_MOMENT.match(text):
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def _serial(value: float) -> When:
    """A number in a date column: 20250725, 250725, or a spreadsheet's count of days since 1899-12-30."""
    whole = int(value)
    if whole in _SERIALS:
        day = _EPOCH + timedelta(days=whole)
        times = read_times(value % 1) if value % 1 else WrittenTimes()
        return When((DaySpan(day, day),), times=times, remarks=(remark(SERIAL, text=str(value), date=day),))
    digits = str(whole)
    if len(digits) in (6, 8):
        year = int(digits[:-4]) + (2000 if len(digits) == 6 else 0)
        made = _date(year, int(digits[-4:-2]), int(digits[-2:]))
        if made is not None:
            return When((DaySpan(made, made),))
    return When(rest=str(value), remarks=(remark(NOT_A_DATE, text=str(value)),))


class _Reader:
    """Reads one text from left to right, remembering the year and month it is in."""

    def __init__(self, original: str, context: DateContext) -> None:
        self._original = original
        self._context = context
        self._year: int | None = None
        self._month: int | None = None
        self._spans: list[DaySpan] = []
        self._remarks: list[Remark] = []
        self._found_month = ""
        self._year_was_assumed = False
        #: Whether the year of the last date is assumed and no weekday has spoken for it.
        self._year_is_open = False
        self._range_open = False

    def read(self, text: str) -> When:
        times = times_in(text)
        body = re.sub(r" +", " ", times.rest)
        body = _HYPHENED.sub(r"\1/\2", body)
        kept: list[str] = []
        done = 0
        for found in _TOKEN.finditer(body):
            between = body[done : found.start()]
            kept.append(between)
            done = found.end()
            if between.strip():
                self._range_open = bool(re.search(r"~|부터|에서|(?:^|\s)-(?:\s|$)|\bto\b", between)) and bool(
                    self._spans
                )
            self._take(found)
        kept.append(body[done:])
        rest = " ".join("".join(kept).split()).strip(" ~,.-()+·")
        self._look_back(body, rest, bool(times.spans))
        days = tuple(dict.fromkeys(self._spans))
        month = "" if days else self._found_month
        return When(days, month, times, rest, (*self._remarks, *times.remarks))

    def _look_back(self, body: str, rest: str, has_times: bool) -> None:
        """What can only be said once the whole text is read."""
        if self._year_was_assumed and self._spans:
            self._remarks.append(remark(self._context.told_by, text=self._original, year=self._spans[0].first.year))
        if _REPEATS.search(body):
            self._remarks.append(remark(REPEATS, text=self._original))
        if re.search(r"\d\s*일?\.?(?:\([^)]*\))?\s*까지", body) and not re.search(r"~|부터|에서", body):
            self._spans.clear()
            self._remarks.append(remark(ONLY_UNTIL, text=self._original))
        nothing = not (self._spans or self._found_month or self._remarks or has_times)
        if nothing and rest and not is_undecided(self._original) and not SLOT.search(rest):
            self._remarks.append(remark(NOT_A_DATE, text=self._original))

    def _take(self, found: re.Match[str]) -> None:
        part = found.groupdict()
        if part["weekday"]:
            self._check_weekday(part["weekday"])
        elif part["compact"]:
            digits = part["compact"]
            self._year_is_open = False
            self._full(int(digits[:4]), int(digits[4:6]), int(digits[6:]), found[0])
        elif part["month"]:
            self._dotted(part, found[0])
        elif part["us_month"]:
            self._year_is_open = False
            first, second = int(part["us_month"]), int(part["us_day"])
            month, day = (second, first) if first > 12 else (first, second)
            self._full(int(part["us_year"]), month, day, found[0])
        elif part["en_month"] or part["am_month"]:
            month = _MONTHS.index((part["en_month"] or part["am_month"]).lower()[:3]) + 1
            year = part["en_year"] or part["am_year"]
            self._in_year(int(year) if year else None, month, int(part["en_day"] or part["am_day"]), found[0])
        elif part["md_month"]:
            self._in_year(None, int(part["md_month"]), int(part["md_day"]), found[0])
        elif part["only_day"] or part["bare"]:
            self._day(int(part["only_day"] or part["bare"]), found[0])
        else:
            self._month_alone(part)

    def _dotted(self, part: dict[str, str | None], text: str) -> None:
        first, month, day = part["year"] or part["short"] or "", int(part["month"] or 0), int(part["day"] or 0)
        self._year_is_open = False
        if part["short"] and part["mark"] == "/" and int(first) <= 12:
            self._full(2000 + day, int(first), month, text)
        else:
            self._full(int(first) if part["year"] else 2000 + int(first), month, day, text)

    def _month_alone(self, part: dict[str, str | None]) -> None:
        if part["my_month"]:
            month, year = _MONTHS.index(part["my_month"].lower()[:3]) + 1, int(part["my_year"] or 0)
        elif part["ym_month"]:
            month = int(part["ym_month"])
            year = int(part["ym_year"]) if part["ym_year"] else 2000 + int(part["ym_short"] or 0)
        else:
            month = int(part["only_month"] or 0)
            year = self._year or self._context.year_of_month(month)
            self._year_is_open = self._year_is_open or self._year is None
        self._year, self._month = year, month
        if not self._found_month and 1 <= month <= 12:
            self._found_month = f"{year:04d}-{month:02d}"

    def _in_year(self, year: int | None, month: int, day: int, text: str) -> None:
        if year is not None:
            self._year_is_open = False
        else:
            year = self._year
        if year is None:
            year = self._context.year_for(month, day)
            self._year_was_assumed = self._year_is_open = True
        elif self._range_open and self._spans and month < self._spans[-1].first.month:
            year = self._spans[-1].first.year + 1
        self._full(year, month, day, text)

    def _day(self, day: int, text: str) -> None:
        if self._month is None and self._context.month:
            self._month = self._context.month
            self._remarks.append(remark(MONTH_OF_TITLE, text=self._original, month=self._month))
            self._year_is_open = True
            self._year_was_assumed = self._context.near is None
        if self._month is None:
            missing = remark(NO_MONTH, text=self._original)
            self._remarks += [missing] if missing not in self._remarks else []
            return
        self._full(self._year or self._context.year_for(self._month, day), self._month, day, text)

    def _full(self, year: int, month: int, day: int, text: str) -> None:
        self._year, self._month = year, month
        made = _date(year, month, day)
        if made is None:
            self._remarks.append(remark(NOT_A_DATE, text=text.strip()))
            return
        if self._range_open and self._spans:
            self._close(made)
        else:
            self._spans.append(DaySpan(made, made))
        self._range_open = False

    def _close(self, last: date) -> None:
        first = self._spans[-1].first
        if last < first or last - first > _LONGEST_SPAN:
            self._remarks.append(remark(END_DATE_FIRST, first=first, last=last))
        else:
            self._spans[-1] = DaySpan(first, last)

    def _check_weekday(self, text: str) -> None:
        if not self._spans:
            return
        letters = text.strip("() .").lower()
        written = _WEEKDAYS_KO.find(letters[0])
        if written < 0:
            written = _WEEKDAYS_EN.index(letters[:3])
        if self._year_is_open:
            self._move_to(written)
        real = self._spans[-1].last
        if real.weekday() != written:
            self._remarks.append(
                remark(WRONG_WEEKDAY, text=self._original, real=Weekday(real.weekday()), written=Weekday(written))
            )

    def _move_to(self, weekday: int) -> None:
        """Let the weekday beside a date without a year choose among the year assumed and the ones beside it.

        A day falls on a weekday in one of three years that follow each other, or in none.
        """
        last = self._spans[-1].last
        for by in (0, -1, 1):
            moved = _date(last.year + by, last.month, last.day)
            if by and (moved is None or not self._context.may_move(last, moved)):
                continue
            spans = [(_date(a.year + by, a.month, a.day), _date(b.year + by, b.month, b.day)) for a, b in self._spans]
            if moved is not None and moved.weekday() == weekday and all(a and b for a, b in spans):
                self._spans = [DaySpan(a, b) for a, b in spans if a and b]
                self._year = last.year + by
                self._year_is_open = self._year_was_assumed = False
                return


def ended(first: When, last: When) -> When:
    """A first-date column and a last-date column read together."""
    remarks = [*first.remarks, *last.remarks]
    if not first.days or not last.days:
        return first._replace(remarks=tuple(remarks), month=first.month or (last.month if not first.days else ""))
    start, end = first.days[0].first, last.days[-1].last
    if end < start or end - start > _LONGEST_SPAN:
        remarks.append(remark(END_DATE_FIRST, first=start, last=end))
        end = first.days[0].last
    days = (DaySpan(start, end), *first.days[1:]) if len(first.days) == 1 else first.days
    times = first.times if first.times.spans else last.times
    return first._replace(days=days, times=times, remarks=tuple(remarks))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
