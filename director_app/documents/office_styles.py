"""The empty .docx that documents are written into: page, fonts, language, real heading styles, nothing else."""

from __future__ import annotations

from typing import Any, Final

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from director_app.documents.office_xml import child, field, run, twips
from director_app.documents.sheets import Sheets

#: Edge of the page in mm: left and right, top, bottom.
SIDE, _TOP, _BOTTOM = 15.0, 18.0, 20.0
_A4: Final = (210.0, 297.0)
#: The face that Korean offices have; a computer without it takes one of its own.
_FACES: Final = {"ko": "맑은 고딕", "en": "Malgun Gothic"}
_EAST_ASIA: Final = "ko-KR"
#: The way of Word 2013 and all after it; documents of older ways are opened in a mode that says so.
_COMPATIBLE_WITH: Final = "15"
#: Size in pt, and room before and after.
_STYLES: Final = {
    "Normal": (10.0, 0.0, 4.0),
    "Title": (20.0, 0.0, 4.0),
    "Heading 1": (14.0, 14.0, 4.0),
    "Heading 2": (11.5, 9.0, 3.0),
    "Heading 3": (10.5, 7.0, 3.0),
    "Header": (8.0, 0.0, 0.0),
    "Footer": (8.0, 0.0, 0.0),
}
_KEPT: Final = (*_STYLES, "Default Paragraph Font", "Normal Table", "No List", "Table Grid")
#: What the library's own empty document brings along and nobody asked for.
_LEFT_OUT: Final = ("thumbnail", "extended-properties", "customXml", "numbering", "stylesWithEffects", "webSettings",
                    "fontTable")  # fmt: skip


def empty_document(sheets: Sheets, language: str, tag: str) -> Any:
    """An empty document for these sheets in a language; `tag` names it as files do."""
    document: Any = Document()
    for part in (document.part.package, document.part):
        for name, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _LEFT_OUT:
                part.rels.pop(name)
    _page(document, is_landscape=sheets.is_landscape)
    _styles(document, _FACES.get(language, _FACES["en"]), tag)
    _lines_of_tables(document)
    _footer(document, sheets)
    return document


def room(sheets: Sheets) -> float:
    """Width of the text in mm."""
    return (_A4[1] if sheets.is_landscape else _A4[0]) - 2 * SIDE


def _page(document: Any, *, is_landscape: bool) -> None:
    section = document.sections[0]
    width, height = (_A4[1], _A4[0]) if is_landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    section.header_distance = section.footer_distance = Mm(9)


def _styles(document: Any, face: str, tag: str) -> None:
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _set_face(defaults, face)
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), tag)
    language.set(qn("w:eastAsia"), _EAST_ASIA)
    _settings(document, tag)
    for name, (size, before, after) in _STYLES.items():
        style = document.styles[name]
        for gone in style.element.findall(qn("w:link")):
            style.element.remove(gone)
        properties = style.element.get_or_add_pPr()
        for old in (*properties.findall(qn("w:pBdr")), *properties.findall(qn("w:tabs"))):
            properties.remove(old)
        _set_face(style.element.get_or_add_rPr(), face)
        style.font.size = Pt(size)
        style.font.bold = name.startswith(("Heading", "Title"))
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.15
        if name.startswith(("Heading", "Title")):
            style.paragraph_format.keep_with_next = True


def _settings(document: Any, tag: str) -> None:
    """The language, and no older way of setting type than that of today's programs."""
    settings = document.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    theme.set(qn("w:val"), tag)
    theme.set(qn("w:eastAsia"), _EAST_ASIA)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _COMPATIBLE_WITH)


def _lines_of_tables(document: Any) -> None:
    """Thin grey lines, as offices draw them."""
    style = document.styles["Table Grid"].element
    for border in style.iter(*(qn(f"w:{edge}") for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))):
        border.set(qn("w:sz"), "4")
        border.set(qn("w:color"), "8C8C8C")


def _set_face(properties: Any, face: str) -> None:
    """One face for Latin and Korean letters, and none of the theme's."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    for old in (*properties.findall(qn("w:spacing")), *properties.findall(qn("w:kern"))):
        properties.remove(old)
    fonts = child(properties, "w:rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face)
    properties.remove(fonts)
    properties.insert(0, fonts)


def _footer(document: Any, sheets: Sheets) -> None:
    """The warning of working sheets and the season's notice; then series, page of pages, and draft or edition."""
    foot = sheets.foot
    footer = document.sections[0].footer
    for text in (sheets.warning, foot.notice):
        if text:
            line = footer.paragraphs[-1]
            run(line._p, text)  # noqa: SLF001 - the element has no public name
            footer.add_paragraph(style=document.styles["Footer"])
    line = footer.paragraphs[-1]
    line.style = document.styles["Footer"]
    properties = line._p.get_or_add_pPr()  # noqa: SLF001
    width = room(sheets)
    tabs = child(properties, "w:tabs")
    child(tabs, "w:tab", val="center", pos=twips(width / 2))
    child(tabs, "w:tab", val="right", pos=twips(width))
    place = line._p  # noqa: SLF001
    run(place, foot.series)
    child(child(place, "w:r"), "w:tab")
    field(place, "PAGE")
    run(place, " / ")
    field(place, "NUMPAGES")
    child(child(place, "w:r"), "w:tab")
    run(place, foot.edition)
