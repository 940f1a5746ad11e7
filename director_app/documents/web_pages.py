"""Pages of HTML without scripts: the frame, the tables and the look; every text is escaped here and nowhere else."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from director_app.documents.colours import Rgb, contrast, palette
from director_app.wording import Wording

#: What pages say of the program that made them.
GENERATOR: Final = "Culture Delivery Director"
#: Control characters are no part of HTML (WHATWG HTML, 13.2.3.5); lone surrogates cannot be written.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_WHITE: Final = (1.0, 1.0, 1.0)
_READABLE: Final = 4.5
_STYLE: Final = """\
:root { --accent: ACCENT; --on-accent: ON_ACCENT; --accent-text: ACCENT_TEXT; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: #1c1c1a; background: #fff; line-height: 1.55;
  font-family: Pretendard, "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif; }
a { color: var(--accent-text); text-underline-offset: 0.18em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 0.5rem; top: 0.5rem; padding: 0.5rem 1rem; background: #fff; color: #1c1c1a; z-index: 1; }
header { background: var(--accent); color: var(--on-accent); padding: 1rem max(1rem, calc(50% - 30rem)); }
header a { color: inherit; }
header p { margin: 0 0 0.4rem; font-weight: 700; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 0; padding: 0; list-style: none; }
main, footer { max-width: 62rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0.6rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; border-bottom: 2px solid var(--accent-text); padding-bottom: 0.2rem; }
.lead { font-size: 1.1rem; }
.links { columns: 18rem; padding-left: 1.2rem; }
.links li { break-inside: avoid; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.8rem 0.5rem 0; border-bottom: 1px solid #d6d6d0;
  overflow-wrap: anywhere; }
thead th { font-size: 0.85rem; font-weight: 600; color: #55554e; }
tbody th { font-weight: 600; }
.when { width: 11rem; font-variant-numeric: tabular-nums; }
.where { width: 17rem; }
.more { display: block; font-size: 0.9rem; font-weight: 400; color: #55554e; }
.mark { font-weight: 700; color: #a11212; }
footer { border-top: 1px solid #d6d6d0; margin-top: 3rem; font-size: 0.9rem; color: #55554e; }
@media (max-width: 40rem) {
  thead { position: absolute; left: -9999px; }
  table, tbody, tr { display: block; }
  tr { border-bottom: 1px solid #d6d6d0; padding: 0.5rem 0; }
  tbody th, td { display: block; width: auto; border: 0; padding: 0.1rem 0; }
}
@media print {
  header { background: none; color: #000; padding: 0; }
  nav, .skip, .calendars { display: none; }
  main, footer { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  tr, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
"""


class Markup(str):
    """Text that is HTML already; everything else is escaped where it is put in."""

    __slots__ = ()


class Link(NamedTuple):
    """One entry of a list of links."""

    address: str
    text: str
    #: How much is behind it, and the like.
    more: str = ""


class Cell(NamedTuple):
    """One cell of a table."""

    content: str
    style: str = ""


class TableRow(NamedTuple):
    """One row; its name is what links point to."""

    name: str
    cells: tuple[Cell, ...]


class WebFrame:
    """What all pages of one programme share: language, title, links and foot."""

    def __init__(self, wording: Wording, title: str, foot: tuple[str, ...]) -> None:
        self.wording = wording
        self._title = title
        self._foot = foot

    def said(self, text: str) -> Markup:
        """A text of the plan, escaped; Korean on an English page is marked, so that it is read out as Korean."""
        if isinstance(text, Markup):
            return text
        escaped = escape(text)
        if self.wording.language != "ko" and _HANGUL.search(text):
            return Markup(f'<span lang="ko">{escaped}</span>')
        return escaped

    def link(self, address: str, text: str) -> Markup:
        """A link; addresses are our own or were looked at."""
        return Markup(f'<a href="{escape(address)}">{self.said(text)}</a>')

    def links(self, entries: list[Link]) -> Markup:
        """A list of links."""
        items = "\n".join(
            f"<li>{self.link(one.address, one.text)}{' ' + self.said(one.more) if one.more else ''}</li>"
            for one in entries
        )
        return Markup(f'<ul class="links">\n{items}\n</ul>\n')

    def head(self, text: str, name: str = "") -> Markup:
        """A heading inside a page."""
        anchor = f' id="{escape(name)}"' if name else ""
        return Markup(f"<h2{anchor}>{self.said(text)}</h2>\n")

    def paragraphs(self, lines: Sequence[str], style: str = "") -> Markup:
        """A paragraph for each line that says something."""
        attribute = f' class="{style}"' if style else ""
        return Markup("".join(f"<p{attribute}>{self.said(line)}</p>\n" for line in lines if line.strip()))

    def table(self, label: str, headers: tuple[str, ...], rows: list[TableRow], *, head: int) -> Markup:
        """A table with column headers; the cell numbered `head` is the header of its row."""
        columns = "".join(f'<th scope="col">{self.said(one)}</th>' for one in headers)
        body = "\n".join(self._row(row, head) for row in rows)
        return Markup(
            f'<table aria-label="{escape(label)}">\n<thead><tr>{columns}</tr></thead>\n'
            f"<tbody>\n{body}\n</tbody>\n</table>\n"
        )

    def _row(self, row: TableRow, head: int) -> str:
        cells = []
        for number, cell in enumerate(row.cells):
            style = f' class="{cell.style}"' if cell.style else ""
            content = self.said(cell.content)
            is_head = number == head
            cells.append(f'<th scope="row"{style}>{content}</th>' if is_head else f"<td{style}>{content}</td>")
        return f'<tr id="{escape(row.name)}">{"".join(cells)}</tr>'

    def ways(self) -> dict[str, str]:
        """The parts of the first page by their anchors."""
        text = self.wording.text
        return {"dates": text("By date"), "areas": text("By area"), "programmes": text("All programmes")}

    def page(self, title: str, body: str, root: str = "") -> bytes:
        """A whole page; `root` leads from it to the folder of the first page."""
        text = self.wording.text
        first = f"{root}index.html"
        places = "".join(f"<li>{self.link(f'{first}#{name}', word)}</li>" for name, word in self.ways().items())
        whole = title if title == self._title else f"{title} · {self._title}"
        foot = "".join(f"<p>{self.said(line)}</p>\n" for line in self._foot if line)
        return (
            f'<!DOCTYPE html>\n<html lang="{self.wording.language}">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{escape(whole)}</title>\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="{GENERATOR}">\n'
            f'<link rel="stylesheet" href="{root}style.css">\n</head>\n<body>\n'
            f'<a class="skip" href="#content">{self.said(text("Skip to the content"))}</a>\n'
            f"<header>\n<p>{self.link(first, self._title)}</p>\n"
            f'<nav aria-label="{escape(text("Ways through the programme"))}"><ul>{places}</ul></nav>\n</header>\n'
            f'<main id="content">\n<h1>{self.said(title)}</h1>\n{body}</main>\n<footer>\n{foot}</footer>\n'
            "</body>\n</html>\n"
        ).encode()


def escape(text: str) -> Markup:
    """Text as HTML, also inside quotes; whatever it is, it stays characters."""
    return Markup(html.escape(_NO_TEXT.sub(" ", text)))


def style_sheet(colour: str) -> bytes:
    """The look of all pages in the complex's own "#RRGGBB"; text on it and in it has a contrast of 4.5 at least."""
    colours = palette(colour)
    accent = _hex(colours.accent.rgb())
    on_accent = max("#ffffff", "#000000", key=lambda one: contrast(_rgb(one), _rgb(accent)))
    text = colours.accent_text.rgb()
    while contrast(_rgb(_hex(text)), _WHITE) < _READABLE:  # rounding to 256 steps may lose a little
        text = (text[0] * 0.98, text[1] * 0.98, text[2] * 0.98)
    sheet = _STYLE.replace("ON_ACCENT", on_accent).replace("ACCENT_TEXT", _hex(text)).replace("ACCENT;", f"{accent};")
    return sheet.encode()


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in colour)


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
