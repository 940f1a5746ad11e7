"""Pages placed on larger sheets: four flyers to cut, and the booklet in the order in which it is folded and stapled."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from director_app.documents.booklet_pages import lay_out as booklet_laid
from director_app.documents.booklet_styles import blank_page
from director_app.documents.colours import BLACK
from director_app.documents.flyer_pages import FlyerPages
from director_app.documents.flyers import flyer_content
from director_app.documents.layout import Job, Laid
from director_app.documents.notice import the_date
from director_app.documents.page import A4, MM, Page, rectangle
from director_app.planner.scope import Scope

_FOLD: Final = 4
_CUT_MARK: Final = 4 * MM
_HAIR: Final = 0.25


def booklet_imposed(job: Job) -> Laid:
    """The booklet on A4, two pages on each side: print on both sides, fold in the middle, staple."""
    laid = booklet_laid(job)
    pages = list(laid.pages)
    while len(pages) % _FOLD:
        pages.append(blank_page(len(pages) + 1))
    sheets = []
    count = len(pages)
    for number in range(count // 2):
        outer, inner = pages[count - 1 - number], pages[number]
        left, right = (outer, inner) if number % 2 == 0 else (inner, outer)
        sheet = Page(A4[1], A4[0])
        sheet.number = number + 1
        sheet.place(left, 0.0, 0.0)
        sheet.place(right, sheet.width / 2, 0.0)
        sheets.append(sheet)
    return Laid(
        sheets, laid.content, laid.title, laid.author, laid.subject, remarks=laid.remarks, left_out=laid.left_out
    )


def four_flyers(job: Job) -> Laid:
    """Four small flyers of one programme or date on A4, with marks for cutting.

    Raises:
        RefusedInput: when there is nothing that may be printed.
    """
    scope = job.options.scope
    if scope.programme is None and scope.delivery is None:
        scope = Scope(delivery=the_date(job).id)
    options = replace(job.options, scope=scope, bleed_mm=0.0)
    content = flyer_content(job.facts, options)
    content = content._replace(photo=None, intro=content.intro._replace(text=""))
    made = FlyerPages(job.setter, content, replace(options, size="A6"), job.pictures)
    sheets: list[Page] = []
    for flyer in made.pages():
        sheet = Page(*A4)
        for column in range(2):
            for row in range(2):
                sheet.place(flyer, column * sheet.width / 2, row * sheet.height / 2)
        _cut_marks(sheet)
        sheet.number = len(sheets) + 1
        sheets.append(sheet)
    return Laid(sheets, content, content.title.replace("\n", " "), subject=content.series, remarks=tuple(made.remarks))


def _cut_marks(sheet: Page) -> None:
    middle, level, half = sheet.width / 2, sheet.height / 2, _HAIR / 2
    for y in (0.0, sheet.height - _CUT_MARK):
        sheet.strikes.append(rectangle(middle - half, y, _HAIR, _CUT_MARK, BLACK))
    for x in (0.0, sheet.width - _CUT_MARK):
        sheet.strikes.append(rectangle(x, level - half, _CUT_MARK, _HAIR, BLACK))
