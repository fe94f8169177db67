"""Invoices of every sort that the program can make, from a seed: for e-invoices, papers and ledgers.

``random_invoice(Random(7))`` is the same invoice in every run. All hold the rules of the domain: nets by
``line_net``, sums by ``sum_up``, credit notes by ``credit_note``; nobody in them exists.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from random import Random
from uuid import UUID

from hypothesis import strategies as st
from stdnum import luhn
from stdnum.fi import ytunnus

from subcontract.codes import make_reference
from subcontract.days import DateRange
from subcontract.ids import CustomerId, InvoiceId, InvoiceLineId
from subcontract.invoicing.credits.crediting import CreditLine, credit_note, left
from subcontract.invoicing.issuing import Issue
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, LineKind, Party
from subcontract.invoicing.totals import LineAmounts, line_net, sum_up
from subcontract.money import ZERO, Money
from subcontract.people.unit import Address
from tests import make

SENTENCE = """Hyllytys Pakkaustyö Tarroitus pihan siivous & kunnostus lähetys <A4> kirjekuoria à-la-carte
Öljyinen lajittelu 'iltavuoro' "Kuusi" kokoonpano nro 12/3 50 % ä €-hinta tavaratalon kahvilan astiat"""
WORDS = SENTENCE.split()
NAMES = (
    "Malli Oy",
    "Tavaratalo Kuusi Oy",
    "Åbo Städ & Söner Ab",
    "O'Neill <Finland> Oy",
    "Esimerkin kunnan sivistys- ja vapaa-aikapalvelujen tilapalvelukeskuksen eteläinen huoltoyksikkö",
    "Čáhppesluođđa Š oy",
)
STREETS = (
    "Mallikatu 2",
    "PL 1",
    "Pitkän Matkan Takaisen Metsäkylän Vanha Yhdystie 1234 as. 56 rappu Ö, portti 7",
)
UNITS = ("kpl", "h", "pv", "urakka", "erä", "m²", "lähetys", "neliömetri viikossa", "")
CODED = {"reverse": "AE", "exempt": "E", "zero": "Z", "unregistered": "E"}
SORTS = ("taxed", "taxed", "mixed", "household", "foreign", "interest", *CODED)
RATES = ("25.5", "25.5", "25.5", "13.5", "14", "10", "24")


@dataclass(frozen=True)
class _Maker:
    """One invoice in the making."""

    rnd: Random
    peppol: bool
    sort: str
    ids: Iterator[int]

    def maybe(self, make_one: Callable[[], str], odds: int = 2) -> str:
        """The text, or nothing once in ``odds`` times."""
        return make_one() if self.rnd.randrange(odds) else ""

    def words(self, least: int, most: int) -> str:
        return " ".join(self.rnd.choice(WORDS) for _ in range(self.rnd.randint(least, most)))

    def text(self) -> str:
        """Mostly short, sometimes longer than any field."""
        return self.words(1, 4) if self.rnd.randrange(8) else self.words(15, 90)

    def decimal(self, most: int, places: int) -> Decimal:
        return Decimal(self.rnd.randint(1, most * 10**places)).scaleb(-places)

    def id(self) -> UUID:
        return UUID(int=next(self.ids))

    def days(self) -> DateRange:
        first = date(2026, 1, 1) + timedelta(days=self.rnd.randrange(300))
        return DateRange(first, first + timedelta(days=self.rnd.randrange(31)))

    def address(self, country: str) -> Address:
        if country == "FI" and not self.rnd.randrange(6):
            return Address()
        code = f"{self.rnd.randint(100, 99999):05}"
        return Address(
            street=self.rnd.choice(STREETS),
            postcode=code,
            town=self.rnd.choice(("Espoo", "Å")) + "bo",
            country=country,
        )

    def e_addresses(self, own: str) -> tuple[str, str]:
        """Address and operator: both, one, an account, or none; Peppol needs an OVT code."""
        at = 0 if self.peppol else self.rnd.randrange(4)
        operator = self.rnd.choice(("003721291126", "003723327487", "BANKFIHH"))
        ovt = f"0037{own}{self.rnd.choice(('', '01', 'AB12'))}"
        return ((ovt, operator), (iban(self.rnd), "BANKFIHH"), (ovt, ""), ("", ""))[at]

    def seller(self) -> Party:
        own = business_id(self.rnd)
        address, operator = self.e_addresses(own)
        registered = self.sort != "unregistered"
        return Party(
            name=self.rnd.choice(NAMES),
            business_id=own,
            vat_id=f"FI{own}" if registered else "",
            address=self.address("FI"),
            email=self.maybe(lambda: "laskutus@rantapaja.example"),
            phone=self.maybe(lambda: "+358 5 123 4567"),
            iban=iban(self.rnd),
            e_invoice_address=address,
            e_invoice_operator=operator,
        )

    def buyer(self) -> Party:
        household, foreign = self.sort == "household", self.sort == "foreign"
        own = business_id(self.rnd)
        address, operator = self.e_addresses(own)
        vat_id = "SE556677889901" if foreign else f"FI{own}"
        return Party(
            name=self.rnd.choice(NAMES) if not household else "Matti Mallikas",
            business_id="" if household or foreign else own,
            vat_id="" if household else vat_id,
            address=self.address("SE" if foreign else "FI"),
            contact_name=self.maybe(lambda: self.rnd.choice(("Pirjo Salo", "Å. Öst " * 14)).strip()),
            email=self.maybe(lambda: "ostot@malli.example", 3),
            phone=self.maybe(lambda: "05 123 4567", 3),
            e_invoice_address=address,
            e_invoice_operator=operator,
        )

    def vat(self) -> str:
        if self.sort == "mixed":
            return self.rnd.choice((*RATES, "E", "Z"))
        if self.sort == "foreign":
            return "AE"
        return CODED.get(self.sort) or self.rnd.choice(RATES)

    def line(self, kind: LineKind) -> InvoiceLine:
        """One line; a deduction and a discount of the whole are below nought."""
        below = kind is LineKind.DEDUCTION or (kind is LineKind.CHARGE and not self.rnd.randrange(2))
        single = kind in {LineKind.CHARGE, LineKind.DEDUCTION, LineKind.INTEREST, LineKind.PREPAYMENT}
        quantity = Decimal(1) if single else self.quantity()
        price = self.decimal(500, 2 if single else self.rnd.choice((2, 2, 3, 4)))
        discount = Decimal(0) if single or self.rnd.randrange(3) else self.discount()
        amounts = LineAmounts(
            quantity=quantity,
            unit_price=-price if below else price,
            discount=discount,
            vat="O" if kind is LineKind.INTEREST else self.vat(),
        )
        return InvoiceLine(
            id=InvoiceLineId(self.id()),
            kind=kind,
            text=self.text(),
            quantity=quantity,
            unit="" if single else self.rnd.choice(UNITS),
            unit_price=amounts.unit_price,
            discount=discount,
            vat=amounts.vat,
            net=line_net(amounts),
            supplied=self.days(),
        )

    def quantity(self) -> Decimal:
        """Pieces, hours or shares; a correction of earlier work may be below nought."""
        number = self.decimal(*self.rnd.choice(((3000, 0), (80, 2), (1, 4))))
        return number if self.rnd.randrange(12) else -number

    def discount(self) -> Decimal:
        return self.rnd.choice(
            (Decimal(10), Decimal("12.5"), Decimal("33.3333"), Decimal(100), Decimal("0.01"))
        )

    def lines(self) -> tuple[InvoiceLine, ...]:
        """Work, and now and then charges and deductions; never below nought together."""
        if self.sort == "interest":
            return tuple(self.line(LineKind.INTEREST) for _ in range(self.rnd.randint(1, 3)))
        kinds = [
            LineKind.WORK,
            LineKind.WORK,
            LineKind.OTHER,
            LineKind.PREPAYMENT,
            LineKind.CHARGE,
            LineKind.DEDUCTION,
        ]
        found = [self.line(LineKind.WORK)]
        found += [self.line(self.rnd.choice(kinds)) for _ in range(self.rnd.choice((0, 0, 1, 2, 3, 12)))]
        short = sum_up((line.vat, line.net) for line in found).total
        if short < ZERO:
            found.append(self._making_up(found[0], short))
        return tuple(found)

    def _making_up(self, like: InvoiceLine, short: Money) -> InvoiceLine:
        price = abs(short).amount + 1
        return replace(
            like,
            id=InvoiceLineId(self.id()),
            kind=LineKind.OTHER,
            quantity=Decimal(1),
            unit_price=price,
            discount=Decimal(0),
            net=Money(price),
        )

    def invoice(self) -> Invoice:
        lines, number = self.lines(), self.rnd.randint(1001, 999_999)
        sums = sum_up((line.vat, line.net) for line in lines)
        exempt = self.sort != "unregistered" and any(line.vat == "E" for line in lines)
        reference = make_reference(str(number))
        day = date(2026, 11, 1) + timedelta(days=self.rnd.randrange(60))
        return Invoice(
            id=InvoiceId(self.id()),
            kind=InvoiceKind.INVOICE,
            unit=make.UNIT,
            customer=CustomerId(self.id()),
            number=number,
            day=day,
            due=day + timedelta(days=self.rnd.choice((0, 7, 14, 30))),
            reference=reference.national if self.rnd.randrange(4) else reference.rf,
            language=self.rnd.choice(("fi", "fi", "sv", "en")),
            seller=self.seller(),
            buyer=self.buyer(),
            lines=lines,
            vat=sums.vat,
            net=sums.net,
            total=sums.total,
            order_number=self.maybe(lambda: f"PO-{self.rnd.randrange(10**6)}"),
            buyer_reference=self.maybe(lambda: self.words(1, 3)),
            note="\n".join(self.text() for _ in range(self.rnd.choice((0, 0, 1, 3)))),
            exemption=self.text() if exempt else "",
            exemption_code=self.maybe(lambda: "VATEX-EU-132-1G") if exempt else "",
            buyer_cost_centre=self.maybe(lambda: self.rnd.choice(("KP 220", "Kustannuspaikka " * 4)).strip()),
            attachments=tuple(
                f"liite {at} {self.words(0, 12)}.pdf" for at in range(self.rnd.choice((0, 0, 2)))
            ),
            by=make.MANAGER,
            at=datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC),
        )

    def credited(self, invoice: Invoice) -> Invoice:
        """A credit note: of the whole, or the last of several of which each takes a part."""
        notes: list[Invoice] = []
        for at in range(self.rnd.choice((1, 1, 2, 3))):
            rest = {line: net for line, net in left(invoice, notes).items() if net}
            if not rest:
                break
            asked = tuple(self._part(line, net) for line, net in rest.items() if self.rnd.randrange(3))
            issue = Issue(place=invoice.number + at, by=make.MANAGER, day=invoice.due, at=invoice.at)
            notes.append(credit_note(invoice, notes, asked, issue, self.maybe(self.text)))
        return notes[-1] if notes else invoice

    def _part(self, line: InvoiceLineId, net: Money) -> CreditLine:
        cents = self.rnd.randint(1, abs(net.cents))
        return CreditLine(line=line, amount=Money.of_cents(cents if net > ZERO else -cents))


def random_invoice(rnd: Random, *, peppol: bool = False) -> Invoice:
    """An invoice, a credit note, or one that takes a credit note back.

    With ``peppol`` both sides have an OVT code, and the buyer is no household.
    """
    sorts = tuple(sort for sort in SORTS if not (peppol and sort == "household"))
    maker = _Maker(rnd=rnd, peppol=peppol, sort=rnd.choice(sorts), ids=count(rnd.getrandbits(90) << 32))
    invoice = maker.invoice()
    what = rnd.randrange(6)
    if what > 1:
        return invoice
    note = maker.credited(invoice)
    if what == 0 or note is invoice:
        return note
    return taken_back(note)


def taken_back(note: Invoice) -> Invoice:
    """The invoice that takes a credit note back."""
    return replace(
        note,
        id=InvoiceId(UUID(int=note.id.int ^ 1)),
        kind=InvoiceKind.INVOICE,
        number=note.number + 1,
        due=note.day + timedelta(days=14),
        original=note.id,
        original_number=note.number,
        original_day=note.day,
    )


def invoices(*, peppol: bool = False) -> st.SearchStrategy[Invoice]:
    """Random invoices for hypothesis, which makes a failing one smaller."""
    return st.randoms(use_true_random=False).map(lambda rnd: random_invoice(rnd, peppol=peppol))


def business_id(rnd: Random) -> str:
    """A business id whose check digit holds."""
    while True:
        body = f"{rnd.randint(1_000_000, 9_999_999)}"
        for check in "0123456789":
            if ytunnus.is_valid(body + check):
                return body + check


def iban(rnd: Random) -> str:
    """A Finnish account whose both check digits hold."""
    body = f"{rnd.randrange(10**13):013}"
    body += luhn.calc_check_digit(body)
    return f"FI{98 - int(body + '151800') % 97:02}{body}"
