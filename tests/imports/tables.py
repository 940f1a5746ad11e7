"""Tables for tests: packages made by hand, excerpts of real files, and short ways to read them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from director_app.domain.edits import resolve
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme
from director_app.imports.cells import Row, Sheet
from director_app.imports.columns import ColumnMapping, guess_mapping
from director_app.imports.proposed import ImportProposal, ProposedRow
from director_app.imports.remarks import Remark, sentence_of
from director_app.imports.spreadsheets import read_pasted
from director_app.imports.written_dates import DateContext
from director_app.operations.importing import PastedTable, TakeRows, propose_import
from director_app.wording import Wording

DELIVERIES = """번호,일시,기업명,프로그램,공연팀,장소,상태,예상인원,비고
GM-017,2025. 9. 3.(수) 12:10~12:50,방림,런치콘서트,다온밴드,2공장 식당,확정,120,
GM-018,2025. 9. 10.(수) 12:10,방림,런치콘서트,국악앙상블 봄,2공장 식당,협의 중,,늦지 않게
,미정,㈜새회사,런치콘서트,,,,,
,2025-02-30,방림,런치콘서트,,,,,
,"9/24, 10/1 12:00",방림,런치콘서트,다온밴드,2공장 식당,,,
계,5건,,,,,,,
"""
APPLICATIONS = """접수일시,기업명,담당자,연락처,1지망,2지망,식사시간,주간,야간,공간,비고
2025-08-01 09:12:33,㈜방림,김담당,054-111-2222,10월 2주 점심,10. 15.(수) 12:00,중식,120,40명,잔디밭,
2025-08-01 09:15,비나텍,,,,,석식,50,,로비,주민번호 900101-2234567 참고
,비나텍,,,,,석식,50,,로비,
,비나텍,,,,,석식,50,,로비,
,,,,,,,,,,빈 회사
"""

SHEETS = Path(__file__).parent / "sheets"
TODAY = date(2025, 10, 14)
SEASON = DateContext(TODAY, date(2025, 4, 1), date(2025, 11, 30))

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def sheet_of_text(text: str) -> Sheet:
    """The sheet that a pasted text is."""
    return read_pasted("table", text).sheets[0]


def mapping_of(text: str) -> ColumnMapping:
    """How a pasted text is read."""
    return guess_mapping(sheet_of_text(text))


def fields_of(text: str) -> list[str]:
    """The meaning of each column of a pasted text."""
    return [column.field for column in mapping_of(text).columns]


def rows_of(sheet: Sheet) -> list[tuple[object, ...]]:
    """The cells of a sheet, row by row."""
    return [row.cells for row in sheet.rows]


def sheet(*rows: tuple[object, ...]) -> Sheet:
    """A sheet of ready cells."""
    return Sheet("", tuple(Row(number, cells) for number, cells in enumerate(rows, 1)))  # type: ignore[arg-type]


def said(remarks: tuple[Remark, ...] | list[Remark], language: str = "en") -> list[str]:
    """Remarks as sentences."""
    wording = Wording(language)
    return [sentence_of(one, wording) for one in remarks]


def outcomes(proposal: ImportProposal) -> list[str]:
    """The outcome of each row."""
    return [row.outcome.value for row in proposal.rows]


def row_at(proposal: ImportProposal, number: int) -> ProposedRow:
    """The row of a number."""
    return next(row for row in proposal.rows if row.row == number)


def workbook(cells: str, *, dimension: str = "") -> bytes:
    """An .xlsx file with one sheet of these XML rows."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        part = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{part}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{part}.worksheet+xml"/></Types>',
        )
        package.writestr("_rels/.rels", _relations("officeDocument", "xl/workbook.xml"))
        package.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>",
        )
        package.writestr("xl/_rels/workbook.xml.rels", _relations("worksheet", "worksheets/sheet1.xml"))
        body = f"{dimension}<sheetData>{cells}</sheetData>"
        package.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{_MAIN}">{body}</worksheet>')
    return buffer.getvalue()


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="r1" Type="{_DOCUMENT}/{kind}" Target="{target}"/></Relationships>'
    )


def open_document(rows: str) -> bytes:
    """An .ods file with one table of these XML rows."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{office}:manifest:1.0"/>')
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="T">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return buffer.getvalue()


def package_of(*names: str) -> bytes:
    """A zip package with these parts, empty."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return buffer.getvalue()


def proposed(plan: Plan, text: str, name: str = "표") -> ImportProposal:
    return propose_import(plan, [PastedTable(text, name)], today=TODAY)


def after(plan: Plan, proposal: ImportProposal) -> Plan:
    """The plan with a proposal taken in."""
    return resolve(plan, TakeRows(tuple(change for row in proposal.rows for change in row.changes)))[0]


def imported(text: str, plan: Plan | None = None) -> Plan:
    plan = plan or Plan()
    return after(plan, proposed(plan, text))


def numbered(plan: Plan, number: str) -> Delivery:
    return next(one for one in plan.deliveries.values() if one.number == number)


def programme_of(plan: Plan, delivery: Delivery) -> Programme:
    assert delivery.programme
    return plan.programmes[delivery.programme]
