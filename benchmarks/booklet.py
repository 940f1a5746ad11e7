"""The season booklet of 5,000 (or 300) deliveries beside its floor: drawing the same lines once they are placed.

The floor takes the finished pages and does nothing but draw: ReportLab's own canvas, one `drawString` per line with the
fonts parsed before, rules and boxes, and the file. Ours starts from the plan: words, widths, line breaks, pages,
contents, indexes, and the same file. Both run in turn, both without garbage collection, in processor time; what counts
is the median of the paired ratios.

    python -m benchmarks.booklet [300] [rounds]
"""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from director_app.documents.booklet import booklet_content
from director_app.documents.booklet_pages import booklet_pages
from director_app.documents.fonts import face
from director_app.documents.making import DocumentOptions, make_document
from director_app.documents.page import Page
from director_app.documents.pdf_writer import harden, replace_file
from director_app.documents.typography import Typesetter
from director_app.domain.facts import Act, Credit, Setting
from director_app.domain.ids import AreaId, ArtistId, ComplexId, DeliveryId, ProgrammeId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.season import Area, Complex, Season
from director_app.domain.timeline import WallMinute
from director_app.wording import Wording

SYLLABLES = 1000
#: What is promised: ours over floor.
TARGET = {300: 1.1, 5000: 1.15}


def plan_of(deliveries: int) -> Plan:
    """A season with many different syllables, nine titles in ten different, and a line-up for every date."""
    chance = Random(20250919)
    syllables = [chr(0xAC00 + number) for number in chance.sample(range(11172), SYLLABLES)]

    def word(shortest: int = 2, longest: int = 5) -> str:
        return "".join(chance.choices(syllables, k=chance.randint(shortest, longest)))

    def words(count: int) -> str:
        return " ".join(word() for _ in range(count))

    artists = [
        Artist(ArtistId(f"a{index}"), words(chance.randint(1, 2))) for index in range(max(60, deliveries * 3 // 25))
    ]
    areas = [Area(AreaId(f"r{index}"), f"{word()}동", position=index) for index in range(20)]
    venues = [
        Venue(VenueId(f"v{index}"), words(2), area=chance.choice(areas).id,
              setting=chance.choice((Setting.INDOOR, Setting.OUTDOOR)))
        for index in range(max(25, deliveries // 50))
    ]  # fmt: skip
    programmes = [
        Programme(ProgrammeId(f"p{index}"), words(chance.randint(2, 4)), subtitle=words(2) if index % 3 else "",
                  audience=words(2), is_free=True, booking=words(3) if index % 2 else "")
        for index in range(deliveries * 9 // 10)
    ]  # fmt: skip
    first = date(2025, 4, 1)
    dates = []
    for index in range(deliveries):
        start = WallMinute(chance.randrange(60, 132) * 10)
        dates.append(
            Delivery(
                DeliveryId(f"d{index}"), f"CD-{index:05d}", chance.choice(programmes).id,
                venue=chance.choice(venues).id, date=first + timedelta(days=chance.randrange(240)), start=start,
                end=WallMinute(start + chance.choice((30, 60, 90))), status=Status.CONFIRMED,
                lineup=tuple(Act(artist.id) for artist in chance.sample(artists, chance.randint(1, 4))),
            )
        )  # fmt: skip
    season = Season(SEASON, words(2), complex=ComplexId("c"), credits=(Credit("주최", words(1)),), notice=words(4),
                    enquiries=words(2), web_address="https://season.example")  # fmt: skip
    place = Complex(ComplexId("c"), words(1), colour="#117C5E")
    return Plan.of([season, place, *areas, *venues, *artists, *programmes, *dates])


def draw_placed(pages: list[Page], out: Path) -> None:
    """The floor: placed lines and shapes through ReportLab's canvas into a file."""
    harden()
    make: Any = Canvas
    canvas = make("", pagesize=(pages[0].width, pages[0].height), invariant=1, initialFontName="Pretendard-Regular")
    for page in pages:
        for shape in page.shapes:
            canvas.addLiteral(shape)
        ink = None
        for x, y, line in page.texts:
            style = line.style
            if style.ink is not ink:
                ink = style.ink
                canvas.setFillColorCMYK(*ink)
            canvas.setFont(style.weight, style.size)
            canvas.drawString(x, y, line.text)
        canvas.showPage()
    replace_file(out, canvas.getpdfdata())


def timed(work: Any, *arguments: Any) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    work(*arguments)
    taken = time.process_time() - start
    gc.enable()
    return taken


def main() -> int:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    plan, wording = plan_of(size), Wording("ko")
    options = DocumentOptions(datetime(2025, 9, 19, 14, 2), edition="1")  # noqa: DTZ001 - a wall clock time on paper
    for name in ("Pretendard-Regular", "Pretendard-Medium", "Pretendard-SemiBold", "Pretendard-Bold"):
        face(name)
    content = booklet_content(plan, wording, options)
    pages = booklet_pages(Typesetter(), content, options, wording, {}).pages
    lines = sum(len(page.texts) for page in pages)
    print(f"{size} deliveries, {len(pages)} pages, {lines} placed lines")
    with tempfile.TemporaryDirectory() as folder:
        floor_file, own_file = Path(folder, "floor.pdf"), Path(folder, "own.pdf")
        ratios = []
        for _ in range(rounds):
            floor = timed(draw_placed, pages, floor_file)
            own = timed(make_document, plan, "booklet", own_file, wording, options)
            ratios.append(own / floor)
            print(f"  floor {floor:.3f} s   ours {own:.3f} s   ratio {own / floor:.2f}")
        print(f"files: floor {floor_file.stat().st_size // 1024} KiB, ours {own_file.stat().st_size // 1024} KiB")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    print(f"booklet of {size}: {statistics.median(ratios):.2f} x floor (target {TARGET.get(size, 1.15)})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
