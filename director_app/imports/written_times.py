"""Times of day as people write them -> wall minutes: 19:00~20:30, 오후 6시 30분, 14~16시, 11:00+14:00, 25:30."""

from __future__ import annotations

import re
from datetime import datetime, time
from functools import lru_cache
from typing import Final, NamedTuple

from director_app.domain.timeline import DAY, DAY_ENDS, LATEST, WallMinute
from director_app.imports.cells import Cell
from director_app.imports.remarks import Remark, remark
from director_app.wording import message

NOT_A_TIME: Final = message("“{text}” is not a time; it was left undecided.")
END_FIRST: Final = message("The end {end} lies before the start {start}; the end was left undecided.")
SAME_END: Final = message("Start and end are both {start}; the end was left undecided.")
HALF_ASSUMED: Final = message("“{text}” does not say morning or afternoon; {time} was taken.")
SEVERAL_TIMES: Final = message("{n} times stand in one cell; they became {n} deliveries.")

#: What stands in a cell whose fact is not known yet.
UNDECIDED: Final = re.compile(
    r"미정|미확정|추후|추 ?후 ?(?:공지|안내|협의)|협의(?: ?중)?|확인 ?중|별도|상시|시간 ?미정|날짜 ?미정|미상"
    r"|tb[ad]|undecided|to be (?:announced|decided|confirmed)|n/?a|none|[-–—?.·]+",
    re.IGNORECASE,
)
#: A text that names nothing yet: what is open, that it is, and what will become of it. 미정 is a name of people, and
#: such words stand within others; so the whole text must say so, not a part of it.
_OPEN_WORDS: Final = re.compile(
    r"(?:(?:상세|세부|시작|종료|공연|행사|출연|참여|날짜|일자|일시|일정|요일|기간|시간|시각|회차|장소|공연장|출연(?:진|자)|아티스트|"
    r"예술(?:인|가)|연주자|가수|강사|작가|작자|팀|단체(?:명)?|곡(?:명)?|프로그램(?:명)?|제목|내용|담당자|연락처|인원|금액|요금|예산)"
    r"[은는이가]?[\s·,/:]*)*"
    r"(?:미정|미확정|미상|추\s?후)(?:\s*(?:별도|다시|개별|공지|안내|협의|결정|확정|발표|통보|조율|예정|중|임|입니다|합니다|됩니다))*[.\s]*"
)
#: Meal and shift words that say a slot of the day without a clock time.
SLOT: Final = re.compile(r"점심(?:시간)?|중식|석식|저녁시간|중·석식(?: ?시간)?|출근(?:길|시간)?|퇴근(?:길|시간)?|교대")


class TimeSpan(NamedTuple):
    """A start and perhaps an end, in wall minutes of one date; the end may pass 24:00."""

    start: WallMinute | None = None
    end: WallMinute | None = None


class WrittenTimes(NamedTuple):
    """What a text says about the time of day, and what of it was left over."""

    spans: tuple[TimeSpan, ...] = ()
    minutes: int | None = None
    rest: str = ""
    remarks: tuple[Remark, ...] = ()


class _Token(NamedTuple):
    minute: int
    #: "am" or "pm" when it was written, else empty.
    half: str
    by_hour_word: bool
    text: str
    #: What stands between the token before and this one.
    before: str


_HALVES: Final = {
    "오전": "am", "아침": "am", "새벽": "am", "am": "am", "a.m.": "am", "a.m": "am",
    "오후": "pm", "낮": "noon", "저녁": "pm", "밤": "night", "pm": "pm", "p.m.": "pm", "p.m": "pm",
}  # fmt: skip
_HALF: Final = r"오전|오후|아침|새벽|낮|저녁|밤|(?<![a-z])[ap]\.?m\.?"
_TIME: Final = re.compile(
    rf"(?:(?P<half>{_HALF})\s*)?(?:"
    r"(?<![\d:.])(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?!\d)"
    r"|\s*시(?!간|[가-힣]{2})(?:\s*(?P<word>\d{1,2})\s*분|\s*(?P<thirty>반))?)"
    r"(?:\s*(?P<after>[ap]\.?m\b\.?))?"
    r"|(?<![\d:.])(?P<bare>\d{1,2})\s*(?P<marked>[ap]\.?m\b\.?)"
    r"|(?P<named>정오|자정|noon\b|midnight\b))",
    re.IGNORECASE,
)
_SHORT_RANGE: Final = re.compile(rf"(?<![\d:.시])(\d{{1,2}})\s*([~-])\s*(?=(?:(?:{_HALF})\s*)?\d{{1,2}}\s*시(?!간))")
_SHORT_RANGE_EN: Final = re.compile(
    r"(?<![\d:.])(\d{1,2}(?::\d{2})?)\s*[~-]\s*(\d{1,2}(?::\d{2})?)\s*([ap]\.?m)\b\.?", re.IGNORECASE
)
_SHORT_MINUTES: Final = re.compile(r"(\d{1,2})\s*시\s*(\d{1,2})\s*분?\s*~\s*(\d{1,2})\s*분")
_DURATION: Final = re.compile(
    r"(?<!\d)(?:(\d{1,2}(?:\.\d)?)\s*(?:시간|hours?\b|hrs?\b)(?:\s*(\d{1,2})\s*(?:분|min(?:ute)?s?\b)|\s*(반))?"
    r"|(\d{1,3})\s*(?:분|min(?:ute)?s?\b)(?!의))",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"~|-|부터|에서|\bto\b|→")
_FILLERS: Final = re.compile(
    r"[()\[\]{}+,/·ㆍ;|~\-\s:.'\"]|부터|까지|에서|시작|종료|매회|회|총|약|및|와|과|각|\bto\b|\band\b|from|\d회차?"
)
_FOLD: Final = str.maketrans("～〜∼˜–—―−：．０１２３４５６７８９（）", "~~~~~~~~:.0123456789()")


def folded(text: str) -> str:
    """A text with the many forms of range marks, colons, digits and brackets as the plain ones."""
    return text.translate(_FOLD)


@lru_cache(maxsize=8_192)
def is_undecided(text: str) -> bool:
    """Whether a cell of dates or figures says that its fact is not known yet, rather than being empty or unreadable."""
    return names_nothing(text) or bool(re.search(r"미정|미확정|추후|미상", text))


@lru_cache(maxsize=8_192)
def names_nothing(text: str) -> bool:
    """Whether a name or a text only says that it is not known yet: “장소 미정”, not “김미정” or “추후도서관”."""
    bare = text.strip().strip("()[]")
    return bool(UNDECIDED.fullmatch(bare)) or bool(_OPEN_WORDS.fullmatch(bare))


def read_duration(cell: Cell) -> int | None:
    """Minutes of a running time: 50, "50분", "1시간 30분", "90 min", "1:30"; None when it says none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute or None
    if isinstance(cell, int | float):
        return (round(cell * DAY) or None) if 0 < cell < 1 else round(cell) if 1 <= cell <= LATEST else None
    text = folded(str(cell))
    minutes, _rest = _duration(text)
    if minutes is None and (plain := re.fullmatch(r"\s*(?:약\s*)?(\d{1,4})(?:\.0)?\s*'?\s*", text)):
        minutes = int(plain[1]) or None
    if minutes is None and (clock := re.fullmatch(r"\s*(\d{1,2}):(\d{2})(?::00)?\s*", text)):
        minutes = int(clock[1]) * 60 + int(clock[2]) or None
    return minutes if minutes is None or minutes <= LATEST else None


def read_times(cell: Cell) -> WrittenTimes:
    """The time spans a cell of a time column says."""
    if isinstance(cell, datetime):
        return _one(cell.hour * 60 + cell.minute)
    if isinstance(cell, time):
        return _one(cell.hour * 60 + cell.minute)
    if isinstance(cell, bool) or cell is None:
        return WrittenTimes()
    if isinstance(cell, int | float):
        return _number(cell)
    return _read_text(cell)


@lru_cache(maxsize=8_192)
def _read_text(cell: str) -> WrittenTimes:
    text = folded(cell)
    if re.fullmatch(r"\s*\d{1,4}\s*", text) or re.fullmatch(r"\s*0?\.\d+\s*", text):
        return _number(float(text) if "." in text else int(text))
    found = times_in(text)
    left = _FILLERS.sub("", found.rest)
    if left and not found.spans and not is_undecided(found.rest) and not SLOT.search(found.rest):
        return found._replace(remarks=(*found.remarks, remark(NOT_A_TIME, text=cell)))
    if re.search(r"\d", left):
        return found._replace(remarks=(*found.remarks, remark(NOT_A_TIME, text=found.rest.strip(" +,/~"))))
    return found


def times_in(text: str) -> WrittenTimes:
    """The times inside a folded text, and the text without them."""
    text = _SHORT_RANGE.sub(r"\1시\2", text)
    text = _SHORT_MINUTES.sub(r"\1시 \2분~\1시 \3분", text)
    text = _SHORT_RANGE_EN.sub(r"\1\3~\2\3", text)
    remarks: list[Remark] = []
    tokens, rest = _tokens(text, remarks)
    minutes, rest = _duration(rest)
    spans = _spans(tokens, remarks)
    if minutes is not None:
        spans = [span._replace(end=_later(span.start, minutes)) if span.end is None else span for span in spans]
    return WrittenTimes(tuple(spans), minutes, rest, tuple(remarks))


def paired(starts: WrittenTimes, ends: WrittenTimes) -> WrittenTimes:
    """A start column and an end column read together: as many spans as there are starts."""
    remarks = [*starts.remarks, *ends.remarks]
    if not starts.spans:
        return WrittenTimes((), starts.minutes, starts.rest, tuple(remarks))
    spans: list[TimeSpan] = []
    for index, span in enumerate(starts.spans):
        matching = ends.spans[index].start if index < len(ends.spans) else None
        if len(starts.spans) == 1 and len(ends.spans) > 1:
            matching = ends.spans[-1].start
        spans.append(span if span.end is not None else _closed(span.start, matching, remarks))
    return WrittenTimes(tuple(spans), starts.minutes, starts.rest, tuple(remarks))


def _one(minute: int) -> WrittenTimes:
    return WrittenTimes((TimeSpan(WallMinute(minute)),))


def _number(value: float) -> WrittenTimes:
    """A fraction of a day as spreadsheets store times, an hour (19), or digits of a clock (1900, 930)."""
    if 0 < value < 1:
        return _one(round(value * DAY))
    if value % 1:
        return _one(round(value % 1 * DAY)) if value > 1000 else _unreadable(value)
    hours, minutes = (int(value), 0) if value <= 24 else divmod(int(value), 100)
    if 0 <= hours <= 30 and minutes < 60:
        return _one(hours * 60 + minutes)
    return _unreadable(value)


def _unreadable(value: object) -> WrittenTimes:
    return WrittenTimes(rest=str(value), remarks=(remark(NOT_A_TIME, text=str(value)),))


def _tokens(text: str, remarks: list[Remark]) -> tuple[list[_Token], str]:
    tokens: list[_Token] = []
    kept: list[str] = []
    done = 0
    for found in _TIME.finditer(text):
        minute = _minute_of(found)
        if minute is None:
            continue
        between = text[done : found.start()]
        kept.append(between)
        half = _HALVES.get((found["half"] or found["after"] or found["marked"] or "").lower(), "")
        by_word = found["minute"] is None and not found["named"]
        tokens.append(_Token(minute, half or ("pm" if found["named"] else ""), by_word, found[0].strip(), between))
        done = found.end()
    kept.append(text[done:])
    return tokens, " ".join(kept)


def _minute_of(found: re.Match[str]) -> int | None:
    if found["named"]:
        return 12 * 60 if found["named"].lower() in ("정오", "noon") else DAY
    hour = int(found["hour"] or found["bare"])
    minute = 30 if found["thirty"] else int(found["minute"] or found["word"] or 0)
    half = _HALVES.get((found["half"] or found["after"] or found["marked"] or "").lower(), "")
    if half == "am" and hour == 12:
        hour = 0
    elif half in ("pm", "noon") and (hour < 12 if half == "pm" else hour < 6):
        hour += 12
    elif half == "night":
        hour += 12 if 5 < hour <= 12 else 24 if hour <= 5 else 0
    value = hour * 60 + minute
    return value if minute < 60 and value <= LATEST else None


def _spans(tokens: list[_Token], remarks: list[Remark]) -> list[TimeSpan]:
    spans: list[TimeSpan] = []
    index = 0
    while index < len(tokens):
        start = _start_of(tokens[index], remarks)
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and _RANGE.search(following.before) and not re.search(r"[+,;/\n]", following.before):
            spans.append(_closed(WallMinute(start), _end_of(tokens[index], following, start), remarks))
            index += 2
        else:
            spans.append(TimeSpan(WallMinute(start)))
            index += 1
    return spans


def _start_of(token: _Token, remarks: list[Remark]) -> int:
    """The minute of a time; "2시" without more means the afternoon, as programmes do not begin at two at night."""
    if token.by_hour_word and not token.half and 60 <= token.minute < 7 * 60:
        taken = token.minute + DAY // 2
        remarks.append(remark(HALF_ASSUMED, text=token.text, time=f"{taken // 60:02d}:{taken % 60:02d}"))
        return taken
    return token.minute


def _end_of(first: _Token, second: _Token, start: int) -> WallMinute:
    """The end of a range; where only the start says morning or afternoon, the first fitting reading counts."""
    minute = second.minute
    if not second.half and (first.half or first.by_hour_word) and minute <= start and minute + DAY // 2 > start:
        minute += DAY // 2
    return WallMinute(minute)


def _closed(start: WallMinute | None, end: WallMinute | None, remarks: list[Remark]) -> TimeSpan:
    """A span whose end may lie past midnight; an end that cannot be one is dropped with a remark."""
    if start is None or end is None:
        return TimeSpan(start, None)
    if end > start:
        return TimeSpan(start, end)
    if end == start:
        remarks.append(remark(SAME_END, start=_clock(start)))
        return TimeSpan(start, None)
    if end <= DAY_ENDS and start >= 17 * 60:
        return TimeSpan(start, WallMinute(end + DAY))
    remarks.append(remark(END_FIRST, start=_clock(start), end=_clock(end)))
    return TimeSpan(start, None)


def _later(start: WallMinute | None, minutes: int) -> WallMinute | None:
    return WallMinute(start + minutes) if start is not None and minutes > 0 and start + minutes <= LATEST else None


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _duration(text: str) -> tuple[int | None, str]:
    found = _DURATION.search(text)
    if found is None:
        return None, text
    half_hour = 30 if found[3] else int(found[2] or 0)
    minutes = int(found[4]) if found[4] else round(float(found[1]) * 60) + half_hour
    return (minutes or None), text[: found.start()] + " " + text[found.end() :]
