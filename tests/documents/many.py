"""Generated plans by the hundred or thousand: ``python -m tests.documents.many AMOUNT [SEED]``.

Each plan is printed as one document of each kind that speaks of a date; an independent reader then looks whether
anything leaves its page or lies on something else, and whether the title came out as it went in. The suite holds a
share of it (`test_all_documents`); this is the whole.
"""

from __future__ import annotations

import random
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from director_app.domain.ids import DeliveryId
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from tests.documents.reading import squeezed, whole_text
from tests.documents.test_all_documents import _in_pieces, made, outside_and_overlapping
from tests.documents.working_plan import DAY, awkward

_OF_ONE = ("poster", "notice", "flyer-4up", "flyer")
_DOCUMENTS = (
    *_OF_ONE, "leaflet", "month-calendar", "schedule", "door-sheet", "day-sheet", "booklet", "week-timetable",
)  # fmt: skip
#: Without quotation marks, which are kerned over what stands beside them: an overlap that is meant.
_LETTERS = (
    "가나다라마바사아자차카타파하힣뷁",
    "溫山文化",
    "ABCdefgij",
    "0123456789",
    "ăđế",
    "()·~.,:!?&<>-",
    "한글",
)


def titles(amount: int, seed: int) -> Iterator[str]:
    """Titles of 1 to 200 letters: words short and endless, scripts mixed, some decomposed."""
    chosen = random.Random(seed)
    for _number in range(amount):
        length, title = chosen.choice((1, 2, 8, 20, 45, 90, 200)), ""
        while len(title) < length:
            letters = chosen.choice(_LETTERS)
            title += "".join(chosen.choice(letters) for _letter in range(chosen.randint(1, 14)))
            title += " " if chosen.random() < 0.8 else ""
        title = title[:length].strip() or "가"
        yield unicodedata.normalize("NFD", title) if chosen.random() < 0.2 else title


def wrong_with(title: str, name: str, folder: Path) -> list[str]:
    """What an independent reader finds wrong with one document of a plan with that title."""
    scope = Scope(delivery=DeliveryId("o0")) if name in _OF_ONE else Scope(since=DAY, until=DAY)
    try:
        path = made(awkward(title), name, folder, scope=scope).path
    except RefusedInput:
        return []  # said in a sentence, and nothing written
    found, wanted = squeezed(whole_text(path)).replace("￾", ""), squeezed(unicodedata.normalize("NFC", title))
    lost = [] if wanted in found or _in_pieces(wanted, found) else ["the title did not come out as it went in"]
    return [*lost, *outside_and_overlapping(path)]


def main(amount: int, seed: int) -> int:
    """Print what is wrong, and how many plans were looked at."""
    bad = 0
    for number, title in enumerate(titles(amount, seed)):
        name = _DOCUMENTS[number % len(_DOCUMENTS)]
        with tempfile.TemporaryDirectory() as folder:
            wrong = wrong_with(title, name, Path(folder))
        if wrong:
            bad += 1
            sys.stdout.write(f"{name} {title!r}: {wrong[:3]}\n")
    sys.stdout.write(f"{amount} plans, {bad} with something wrong\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
