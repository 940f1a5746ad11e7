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
from datetime import datetime
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from director_app.atomic_files import write_atomically
from director_app.documents.booklet import booklet_content
from director_app.documents.booklet_pages import booklet_pages
from director_app.documents.facts import Facts
from director_app.documents.fonts import face
from director_app.documents.making import DocumentOptions, make_document
from director_app.documents.page import Page
from director_app.documents.pdf_writer import harden
from director_app.documents.typography import Typesetter
from director_app.operations.practice_season import practice_season
from director_app.wording import Wording

#: What is promised: ours over floor.
TARGET = {300: 1.1, 5000: 1.15}


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
    write_atomically(out, canvas.getpdfdata())


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
    plan, wording = practice_season(size), Wording("ko")
    options = DocumentOptions(datetime(2025, 9, 19, 14, 2), edition="1")  # noqa: DTZ001 - a wall clock time on paper
    for name in ("Pretendard-Regular", "Pretendard-Medium", "Pretendard-SemiBold", "Pretendard-Bold"):
        face(name)
    content = booklet_content(Facts(plan, wording), options)
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
