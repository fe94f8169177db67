"""Tables as an XLSX workbook: real numbers and days with their formats, the same bytes for the same facts.

What is text stays text: nothing written here is ever taken for a formula. Rows are written as they come,
so that a workbook of a hundred thousand rows needs little memory.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Final, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from subcontract.days import Month
from subcontract.money import Money
from subcontract.papers.files.csv_file import Cell
from subcontract.papers.files.tables import CellKind, Sums, Table, header_of
from subcontract.words import Texts

FORMATS: Final = {
    CellKind.TEXT: "@",
    CellKind.MONEY: "#,##0.00",
    CellKind.DAY: r"d\.m\.yyyy",
    CellKind.WHOLE: "0",
    CellKind.RATE: "0.0",
}
FIXED: Final = (1980, 1, 1, 0, 0, 0)
"""The moment of every part of the file: its own making would tell apart two files of the same facts."""
NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME: Final = 31
LONGEST_TEXT: Final = 32_767
"""What a cell can hold."""
MODIFIED: Final = re.compile(r"(<dcterms:modified[^>]*>)[^<]*(<)")
A4: Final = 9
HEAD_FONT: Final = Font(bold=True, color="FFFFFF")
HEAD_FILL: Final = PatternFill("solid", start_color="1F5F4A")
HEAD_PLACE: Final = Alignment(vertical="center", wrap_text=True)
SUM_FONT: Final = Font(bold=True)
SUM_LINE: Final = Border(top=Side(style="thin"))


def make_workbook(tables: Iterable[Table], texts: Texts, made_at: datetime) -> bytes:
    """Each table on its own sheet, its header frozen in sight and its sums at the foot."""
    book = Workbook(write_only=True)
    book.properties.creator = "Urakka"
    book.properties.created = made_at.replace(tzinfo=None)
    for table in tables:
        name = NOT_IN_NAMES.sub(" ", texts.say(table.title))[:LONGEST_NAME]
        sheet = cast("Worksheet", book.create_sheet(name))  # one that is only written can do all this too
        _lay(sheet, table)
        _write(sheet, table, texts)
    return _bytes_of(book, made_at)


def _lay(sheet: Worksheet, table: Table) -> None:
    """The widths of columns, what stays in sight, and how the sheet is printed: before the first row."""
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for at, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(at)].width = column.width


def _write(sheet: Worksheet, table: Table, texts: Texts) -> None:
    """The header, every row, and the sums."""
    sheet.append([_head(sheet, title) for title in header_of(table, texts)])
    sums = Sums(table)
    for row in table.rows:
        sums.add(row)
        sheet.append(_cells(sheet, row, table))
    if table.has_total:
        cells = _cells(sheet, sums.row(texts), table)
        for cell in cells:
            if cell is not None:
                cell.font, cell.border = SUM_FONT, SUM_LINE
        sheet.append(cells)


def _cells(sheet: Worksheet, row: Sequence[Cell], table: Table) -> list[SheetCell | None]:
    return [
        None if cell is None else _cell(sheet, cell, column.kind)
        for cell, column in zip(row, table.columns, strict=True)
    ]


def _head(sheet: Worksheet, title: str) -> SheetCell:
    cell = _cell(sheet, title, CellKind.TEXT)
    cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, HEAD_PLACE
    return cell


def _cell(sheet: Worksheet, cell: Cell, kind: CellKind) -> SheetCell:
    """One cell; a text is marked as text whatever its first sign is."""
    value = _value(cell)
    made = WriteOnlyCell(sheet)
    made.value = value
    if isinstance(value, str):
        made.data_type = "s"
    made.number_format = FORMATS[CellKind.TEXT if isinstance(value, str) else kind]
    return made


def _value(cell: Cell) -> str | Decimal | int | date:
    """What a cell holds: numbers and days as themselves, texts without what XML cannot hold."""
    if isinstance(cell, Money):
        return cell.amount
    if isinstance(cell, Month):
        return cell.first
    if isinstance(cell, str):
        return NOT_IN_XML.sub("", cell)[:LONGEST_TEXT]
    assert cell is not None  # noqa: S101 - an empty cell is none at all
    return cell


class _Still(ZipFile):
    """A zip whose parts bear no moment of their making."""

    changed = ""

    def writestr(  # type: ignore[override]
        self,
        zinfo_or_arcname: str | ZipInfo,
        data: bytes | str,
        compress_type: int | None = None,  # noqa: ARG002 - the library's own signature
        compresslevel: int | None = None,  # noqa: ARG002 - likewise
    ) -> None:
        """Write a part."""
        if zinfo_or_arcname == "docProps/core.xml":
            text = data if isinstance(data, str) else data.decode()
            data = MODIFIED.sub(rf"\g<1>{self.changed}\g<2>", text)
        super().writestr(_part(str(zinfo_or_arcname)), data)

    def write(
        self,
        filename: str | PathLike[str],
        arcname: str | PathLike[str] | None = None,
        compress_type: int | None = None,  # noqa: ARG002 - the library's own signature
        compresslevel: int | None = None,  # noqa: ARG002 - likewise
    ) -> None:
        """Write a part that was gathered on disk, a little at a time."""
        with Path(filename).open("rb") as source, self.open(_part(str(arcname)), "w") as target:
            while piece := source.read(1 << 16):
                target.write(piece)


def _part(name: str) -> ZipInfo:
    part = ZipInfo(name, FIXED)
    part.compress_type = ZIP_DEFLATED
    return part


def _bytes_of(book: Workbook, made_at: datetime) -> bytes:
    """The file of a workbook."""
    target = BytesIO()
    with _Still(target, "w", ZIP_DEFLATED) as archive:
        archive.changed = made_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        ExcelWriter(book, archive).write_data()
    return target.getvalue()
