"""Lines that no recorded work stands behind: written by hand or recurring, and charges on the whole."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from subcontract import ids
from subcontract.days import DateRange
from subcontract.ids import InvoiceLineId, JobId
from subcontract.invoicing.records import InvoiceLine, LineKind
from subcontract.invoicing.recurring import RecurringLine
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.jobs.offers import vat_of_class
from subcontract.jobs.vat_classes import VAT_CLASSES
from subcontract.people.findings import Findings
from subcontract.problems import Code

HandLine = RecurringLine
"""What a line says whether it comes once or again."""
LONGEST_TEXT: Final = 200
LONGEST_UNIT: Final = 20
MOST: Final = Decimal(1_000_000)
MOST_DISCOUNT: Final = 100
PLACES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line stands and by what rate it is taxed: that of the last day of its supply (AVL 15 §)."""

    supplied: DateRange
    registered: bool = True
    """Whether the seller is in the VAT register."""
    kind: LineKind = LineKind.OTHER
    job: JobId | None = None


def hand_line(line: HandLine, place: Place) -> InvoiceLine:
    """The line as it stands on a draft."""
    vat = plain_rate(vat_of_class(line.vat_class, place.supplied.last, registered=place.registered))
    amounts = LineAmounts(quantity=line.quantity, unit_price=line.unit_price, discount=line.discount, vat=vat)
    return InvoiceLine(
        id=InvoiceLineId(ids.new()),
        kind=place.kind,
        text=line.text.strip(),
        quantity=line.quantity,
        unit=line.unit.strip(),
        unit_price=line.unit_price,
        discount=line.discount,
        vat=vat,
        net=line_net(amounts),
        supplied=place.supplied,
        job=place.job,
    )


def plain_rate(vat: str) -> str:
    """A rate without needless noughts, or a code."""
    return vat if vat.isalpha() else format(Decimal(vat).normalize(), "f")


def check_line(line: HandLine, found: Findings, before: str = "", *, signed: bool = False) -> None:
    """Note what is wrong with a line, each field named after ``before``; only a charge may be ``signed``."""
    found.line(line.text.strip(), f"{before}text", required=True, longest=LONGEST_TEXT)
    found.line(line.unit.strip(), f"{before}unit", longest=LONGEST_UNIT)
    if not line.quantity:
        found.add(Code.REQUIRED, f"{before}quantity")
    least = -MOST if signed else Decimal(0)
    found.between(line.quantity, f"{before}quantity", 0, MOST)
    found.between(line.unit_price, f"{before}unit_price", least, MOST)
    found.decimals(line.quantity, f"{before}quantity", PLACES)
    found.decimals(line.unit_price, f"{before}unit_price", PLACES)
    found.percentage(line.discount, f"{before}discount", MOST_DISCOUNT)
    if line.vat_class not in VAT_CLASSES:
        found.add(Code.UNKNOWN_VALUE, f"{before}vat_class")
