"""What the booklet says -> its pages, in one pass: contents counted, days paginated, then every number is known."""

from __future__ import annotations

import threading
from typing import Final

from director_app.documents.booklet import booklet_content
from director_app.documents.booklet_back import IndexPages, back_cover, credit_pages, memo_page
from director_app.documents.booklet_days import DayPager, Found
from director_app.documents.booklet_front import Contents, cover, guide
from director_app.documents.booklet_photos import cover_photo, entry_photos, photo_remarks
from director_app.documents.booklet_styles import (
    FOOT,
    WIDTH,
    BookletStyles,
    booklet_styles,
    left_edge,
)
from director_app.documents.breaking import wrap
from director_app.documents.colours import palette
from director_app.documents.content import Booklet, Foot
from director_app.documents.credits import Logos, logo_remarks, logos_of
from director_app.documents.layout import Job, Laid
from director_app.documents.options import DocumentOptions, Remark
from director_app.documents.page import MM, Bookmark, Page
from director_app.documents.pdf_writer import stop_if_asked
from director_app.documents.photos import Pictures
from director_app.documents.typography import Typesetter
from director_app.wording import Wording

#: Sheets are folded: a booklet has a multiple of four pages.
_FOLD: Final = 4
#: mm, the height of a logo of ordinary shape.
_LOGO: Final = 5.0


class BookletPages:
    """The pages of a booklet, their outline, and what came out otherwise than it should."""

    def __init__(self, pages: list[Page], bookmarks: list[Bookmark], remarks: tuple[Remark, ...]) -> None:
        self.pages = pages
        self.bookmarks = bookmarks
        self.remarks = remarks


def booklet_pages(
    setter: Typesetter,
    booklet: Booklet,
    options: DocumentOptions,
    wording: Wording,
    sort_names: dict[str, str],
    stop: threading.Event | None = None,
    pictures: Pictures | None = None,
) -> BookletPages:
    """Every page, with foot lines, page numbers and bookmarks."""
    styles = booklet_styles(palette(booklet.colour))
    bleed = options.bleed_mm * MM
    pictures = pictures or Pictures()
    logos = Logos(pictures, _LOGO)
    photos = entry_photos(booklet, pictures, stop)
    booklet = booklet._replace(small_print=photos.credits)
    said: list[Remark] = []
    photo = cover_photo(booklet, pictures, options.bleed_mm) if options.style == "photo" else None
    is_festive = options.style == "festive"
    front = [cover(setter, booklet, styles, bleed, logos, said, has_pattern=is_festive, photo=photo)]
    front += guide(setter, booklet, styles)
    contents = Contents(setter, booklet, styles, wording)
    first = len(front) + 1
    number = first + contents.page_count(first, _rows_after_months(booklet))
    pager = DayPager(setter, styles, booklet.words, number, photos)
    for index, month in enumerate(booklet.months):
        stop_if_asked(stop)
        pager.add_month(index, month)
    back, more = _back_pages(setter, booklet, styles, number + len(pager.pages), pager, sort_names, logos)
    middle = contents.pages(first, pager.chapters, tuple((title, found) for title, found in more))
    pages = [*front, *middle, *pager.pages, *back]
    while (len(pages) + 1) % _FOLD:
        pages.append(memo_page(setter, booklet, styles, len(pages) + 1))
    for page in pages[1:]:
        foot(setter, page, booklet.foot, styles)
    pages.append(back_cover(setter, booklet, styles, len(pages) + 1, bleed, logos))
    bookmarks = [
        Bookmark(booklet.guide_title, "guide", 0),
        Bookmark(booklet.contents_title, "contents", 0),
        *pager.bookmarks,
        *(Bookmark(title, found.anchor, 0) for title, found in more if found.anchor != "guide"),
    ]
    said += photo_remarks(photos, pager.photo_pages)
    groups = [*booklet.credits, *(group for _title, more_groups in booklet.more_credits for group in more_groups)]
    said += logo_remarks([*logos_of(groups), (booklet.complex_name, booklet.complex_logo)], pictures)
    return BookletPages(pages, bookmarks, tuple(said))


def lay_out(job: Job) -> Laid:
    """The booklet of what was asked for."""
    content = booklet_content(job.facts, job.options)
    stop_if_asked(job.stop)
    sort_names = {artist.name: artist.sort_name for artist in job.plan.artists.values() if artist.sort_name}
    laid = booklet_pages(job.setter, content, job.options, job.wording, sort_names, job.stop, job.pictures)
    author = " · ".join(name for group in content.credits for name in group.names)
    title = content.cover.title.replace("\n", " ")
    subtitle = content.cover.subtitle
    return Laid(laid.pages, content, title, author, subtitle, laid.bookmarks, laid.remarks, content.left_out)


def _rows_after_months(booklet: Booklet) -> int:
    """How many indexes and other parts follow the months: known before any page is."""
    told = [entry for month in booklet.months for day in month.days for entry in day.entries]
    shown = [one for month in booklet.months for one in month.exhibitions]
    parts = (
        any(one.artists for one in told) or any(one.artists for one in shown),
        any(one.venue for one in told) or any(one.venue for one in shown),
        any(one.area for one in told) or any(one.area for one in shown),
        _has_credits(booklet),
    )
    return sum(parts)


def _has_credits(booklet: Booklet) -> bool:
    return bool(booklet.credits or booklet.more_credits or booklet.small_print)


def _back_pages(
    setter: Typesetter,
    booklet: Booklet,
    styles: BookletStyles,
    number: int,
    pager: DayPager,
    sort_names: dict[str, str],
    logos: Logos,
) -> tuple[list[Page], list[tuple[str, Found]]]:
    """Indexes and credits, and what the contents say of them."""
    words = booklet.words
    index = IndexPages(setter, styles, number, words.latin)
    more: list[tuple[str, Found]] = []
    for title, finding, entries, anchor in (
        (words.artists, words.find_artists, pager.artists, "artists"),
        (words.venues, words.find_venues, pager.venues, "venues"),
        (words.areas, words.find_areas, pager.areas, "areas"),
    ):
        if entries:
            more.append((finding, Found(index.add(title, entries, sort_names, anchor), anchor)))
    pages = list(index.pages)
    if _has_credits(booklet):
        under, following = index.room_below(), number + len(pages)
        more.append((words.credits, Found(under[0].number if under else following, "credits")))
        pages += credit_pages(setter, booklet, styles, following, logos, under)
    return pages, more


def foot(setter: Typesetter, page: Page, said: Foot, styles: BookletStyles) -> None:
    """Page number at the outer edge; series or edition at the inner one; the season's notice with it."""
    left = left_edge(page)
    number = setter.line(str(page.number), styles.number)
    is_right = page.number % 2 == 1
    text = " · ".join(part for part in (said.series if is_right else said.edition, said.notice) if part)
    lines = wrap(setter, text, styles.foot, WIDTH - 12 * MM)
    y = FOOT
    for line in lines:
        if is_right:
            page.text(left, y, line)
        else:
            page.text_right(left + WIDTH, y, line)
        y -= styles.foot.leading
    if is_right:
        page.text_right(left + WIDTH, FOOT, number)
    else:
        page.text(left, FOOT, number)
