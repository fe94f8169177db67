"""Reads the figures of an invoice wherever they stand: screens, paper, Finvoice, UBL and ledger.

Every reader gives ``Figures`` in cents, taken from what a person or another program would read: the texts
of the screen, the text of the PDF's pages, the elements of the files, the postings of the voucher.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from lxml import etree

from subcontract import papers
from subcontract.clock import standing_at
from subcontract.ids import DraftId, InvoicingTermsId
from subcontract.invoicing.credits.crediting import CreditLine, credit_note, left
from subcontract.invoicing.issuing import Issue
from subcontract.invoicing.ledger.journal import CostCentres, voucher_of
from subcontract.invoicing.records import Draft, Invoice, InvoiceKind, InvoiceLine
from subcontract.invoicing.terms import InvoicingTerms, Layout, SalesAccount
from subcontract.money import Money
from subcontract.papers.files.e_invoices.finvoice import Encoding, finvoice
from subcontract.papers.files.e_invoices.ubl import ubl
from subcontract.words import Texts
from tests import make
from tests.invoices_in_integers import Figures, Line, reckoned, scaled
from tests.paper_reading import text, texts
from tests.random_invoices import random_invoice
from ui.presenters.direct import DirectDoor
from ui.presenters.invoices.invoices import InvoicesPresenter
from ui.presenters.tables.table import Row, TablePresenter

DAY = date(2027, 2, 1)
PARTS = {
    "fi": (re.compile(r"(?<![\d,])[-−]?\d{1,3}(?: \d{3})*,\d\d(?!\d)"), " ", ","),
    "en": (re.compile(r"(?<![\d.,])[-−]?€?\d{1,3}(?:,\d{3})*\.\d\d(?!\d)"), ",", "."),
}
"""How an amount looks, what parts its thousands and what its cents."""
PARTS["sv"] = PARTS["fi"]
DIGITS = re.compile(r"\d+")
RATE = re.compile(r"(\d+(?:[.,]\d+)?) ?%")
LAYOUTS = tuple(Layout)
SLIP = "TILISIIRTO. GIRERING"
HOUSEHOLD = 3
"""Columns of euros: price, net, and for a household the sum with VAT."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """An invoice, or a credit note with the notes of the same invoice before it."""

    invoice: Invoice
    earlier: tuple[Invoice, ...] = ()
    peppol: bool = False
    """Whether both sides can be reached by Peppol, so that UBL can be written."""

    @property
    def is_note(self) -> bool:
        """Whether it is a credit note: some places show its sums below nought."""
        return self.invoice.kind is InvoiceKind.CREDIT_NOTE


def cases(rnd: Random) -> Iterator[Case]:
    """A random invoice, and one time in four a few credit notes of it, one after another."""
    peppol = rnd.random() < 0.9
    invoice = random_invoice(rnd, peppol=peppol)
    while invoice.original is not None:
        invoice = random_invoice(rnd, peppol=peppol)
    invoice = replace(invoice, lines=tuple(map(_without_numbers, invoice.lines)))
    yield Case(invoice=invoice, peppol=peppol)
    notes: list[Invoice] = []
    for at in range(rnd.choice((0, 0, 0, 3))):
        rest = {line: net for line, net in left(invoice, notes).items() if net}
        if not rest:
            return
        asked = [_part(line, net, rnd) for line, net in rest.items() if rnd.randrange(3)]
        issue = Issue(place=invoice.number + at, by=make.MANAGER, day=invoice.due, at=invoice.at)
        note = credit_note(invoice, notes, asked, issue)
        yield Case(invoice=note, earlier=tuple(notes), peppol=peppol)
        notes.append(note)


def _without_numbers(line: InvoiceLine) -> InvoiceLine:
    """The line without digits in its words: before an amount they would be read as a part of it."""
    return replace(line, text=DIGITS.sub("n", line.text))


def _part(line: Any, net: Money, rnd: Random) -> CreditLine:
    """Some of what is left of a line."""
    cents = rnd.randint(1, abs(net.cents))
    return CreditLine(line=line, amount=Money.of_cents(cents if net.cents > 0 else -cents))


# --- all of them


def batch(seed: int, least: int) -> list[Case]:
    """At least so many cases, each with a number of its own; the same for the same seed."""
    rnd, found = Random(seed), dict[int, Case]()
    while len(found) < least:
        found.update({case.invoice.number: case for case in cases(rnd)})
    return list(found.values())


def compared(some: Sequence[Case]) -> tuple[Counter[str], list[str]]:
    """How many cases were compared in each place, and every difference in words."""
    screens, counts, wrong = Screens(some), Counter[str](), list[str]()
    for case in some:
        right = in_integers(case)
        counts.update(["all", "notes" if case.is_note else "invoices", "screens"])
        found = list(screens.differences(case, right))
        for place, read, expected in _places(case, right):
            counts[place] += 1
            shown = _shown(read, case)
            if shown != expected:
                found.append(f"{place}: {shown}")
        wrong += [f"{case.invoice.number}, {one}; should be {right}" for one in found]
    return counts, wrong


def _shown(read: Callable[[Case], Figures], case: Case) -> Figures | str:
    """What is read in a place, or why it cannot be read."""
    try:
        return read(case)
    except Exception as error:  # noqa: BLE001 - one that cannot be read is told with the others
        return repr(error)


def _places(case: Case, right: Figures) -> Iterator[tuple[str, Callable[[Case], Figures], Figures]]:
    """Who reads, and what should be read there."""
    bare = replace(right, vat=(), net=right.total)
    yield "paper", on_paper, right if _shows_vat(case.invoice) else bare
    yield "Finvoice", in_finvoice, right
    if case.peppol:
        yield "UBL", in_ubl, right
    yield "ledger", in_ledger, booked(right)


# --- what it should come to


def in_integers(case: Case) -> Figures:
    """The second reckoning, from quantities, prices, discounts and rates alone."""
    return reckoned(_plain(case.invoice), [_plain(note) for note in case.earlier])


def _plain(invoice: Invoice) -> list[Line]:
    return [
        Line(
            quantity=scaled(f"{line.quantity:f}", 4),
            price=scaled(f"{line.unit_price:f}", 4),
            discount=scaled(f"{line.discount:f}", 4),
            vat=line.vat,
        )
        for line in invoice.lines
    ]


# --- paper


def on_paper(case: Case) -> Figures:
    """The figures that the pages of the PDF show, in either layout; without VAT, the total alone."""
    invoice = case.invoice
    layout = LAYOUTS[invoice.number % len(LAYOUTS)]
    terms = InvoicingTerms(id=InvoicingTermsId(UUID(int=1)), unit=make.UNIT, layout=layout)
    words = text(papers.invoice_pdf(invoice, make.unit(), texts(invoice.language), terms))
    above, _, slip = words.partition(SLIP)
    pattern, _, _ = PARTS[invoice.language]
    nets, sums = [], []
    lines = above.replace("€-", "").splitlines()  # a word of theirs, no sum
    figure = 2 if any(line.count("€") == HOUSEHOLD for line in lines) else 1
    for line in lines:
        found = [match.group() for match in pattern.finditer(line)]
        if found and "€" in line:
            sums.append((line, [_cents(one, invoice.language) for one in found]))
        elif found and line.endswith(found[-1]):
            nets.append(_cents(found[-figure], invoice.language))
    total = sums[-1][1][0]
    if slip:
        assert total == int(re.findall(r"(\d+,\d\d)\n", slip)[-1].replace(",", "")), slip
    return _summed(nets, sums[:-1], total, texts(invoice.language))


def _summed(nets: list[int], sums: list[tuple[str, list[int]]], total: int, said: Texts) -> Figures:
    """What stands between the table and the total: its sum and charges, then the net and VAT by rate."""
    net_at = next((at for at, (line, _) in enumerate(sums) if said.say("Total without VAT") in line), None)
    over, vat = sums[:net_at], [] if net_at is None else sums[net_at + 1 :]
    if over and said.say("Lines in all") in over[0][0]:
        assert over[0][1] == [sum(nets)], over[0][0]
        over = over[1:]
    charges = [amounts[-1] for _, amounts in over]
    net = total if net_at is None else sums[net_at][1][0]
    return Figures.of([*nets, *charges], [_vat_on_paper(*one) for one in vat], net, total)


def _shows_vat(invoice: Invoice) -> bool:
    """Whether VAT stands on the paper: not without a VAT id, and not of late interest alone."""
    return bool(invoice.seller.vat_id) and not invoice.is_interest


def _vat_on_paper(line: str, amounts: Sequence[int]) -> tuple[int, int, int]:
    rate = RATE.search(line)
    thousandths = scaled(rate.group(1).replace(",", "."), 3) if rate else 0
    return (thousandths, amounts[0], amounts[1] if len(amounts) > 1 else 0)


def _cents(amount: str, language: str) -> int:
    _, thousands, mark = PARTS[language]
    plain = (
        amount.replace("−", "-")
        .replace("€", "")
        .replace("\u00a0", " ")
        .replace(thousands, "")
        .replace(mark, ".")
        .strip()
    )
    return scaled(plain, 2)


# --- e-invoices


def in_finvoice(case: Case) -> Figures:
    """The figures of the Finvoice file; a credit note's are below nought in it."""
    invoice = case.invoice
    root: Any = etree.fromstring(finvoice(invoice, texts(invoice.language), encoding=Encoding.UTF8))
    sign = -1 if case.is_note else 1

    def cents(name: str, under: Any = root) -> int:
        return sign * scaled(under.findtext(name).replace(",", "."), 2)

    nets = [cents("RowVatExcludedAmount", row) for row in root.iterfind("InvoiceRow")]
    details = root.find("InvoiceDetails")
    nets += [cents("Amount", one) for one in details.iterfind("ChargeDetails")]
    nets += [-cents("Amount", one) for one in details.iterfind("DiscountDetails")]
    vat = [
        (
            scaled(one.findtext("VatRatePercent", "0").replace(",", "."), 3),
            cents("VatBaseAmount", one),
            cents("VatRateAmount", one),
        )
        for one in details.iterfind("VatSpecificationDetails")
    ]
    net, total = (cents(f"InvoiceTotalVat{which}Amount", details) for which in ("Excluded", "Included"))
    assert cents("InvoiceTotalVatAmount", details) == total - net
    return Figures.of(nets, vat, net, total)


SPACES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}


def in_ubl(case: Case) -> Figures:
    """The figures of the UBL file."""
    root: Any = etree.fromstring(ubl(case.invoice, texts(case.invoice.language)))

    def cents(path: str, under: Any = root) -> int:
        return scaled(under.findtext(path, namespaces=SPACES), 2)

    kind = "CreditNoteLine" if case.is_note else "InvoiceLine"
    nets = [cents("cbc:LineExtensionAmount", one) for one in root.iterfind(f"cac:{kind}", SPACES)]
    for one in root.iterfind("cac:AllowanceCharge", SPACES):
        charge = one.findtext("cbc:ChargeIndicator", namespaces=SPACES) == "true"
        nets.append(cents("cbc:Amount", one) if charge else -cents("cbc:Amount", one))
    vat = [
        (
            scaled(one.findtext("cac:TaxCategory/cbc:Percent", "0", SPACES), 3),
            cents("cbc:TaxableAmount", one),
            cents("cbc:TaxAmount", one),
        )
        for one in root.iterfind("cac:TaxTotal/cac:TaxSubtotal", SPACES)
    ]
    sums = root.find("cac:LegalMonetaryTotal", SPACES)
    net, total = cents("cbc:TaxExclusiveAmount", sums), cents("cbc:TaxInclusiveAmount", sums)
    assert cents("cac:TaxTotal/cbc:TaxAmount") == total - net
    assert cents("cbc:PayableAmount", sums) == total
    return Figures.of(nets, vat, net, total)


# --- ledger


def in_ledger(case: Case) -> Figures:
    """The figures of the voucher; it has no lines, and no VAT of nothing."""
    voucher = voucher_of(case.invoice, CostCentres())
    sign = 1 if case.is_note else -1
    vat: dict[tuple[str, int], list[int]] = {}
    total = 0
    for one in voucher.postings:
        if one.account is SalesAccount.RECEIVABLES:
            total -= sign * one.owed.cents
            continue
        sums = vat.setdefault((one.vat, scaled(f"{one.rate:f}", 3)), [0, 0])
        sums[one.account is SalesAccount.VAT] += sign * one.owed.cents
    groups = [(rate, base, amount) for (_, rate), (base, amount) in vat.items()]
    return Figures.of((), groups, sum(base for _, base, _ in groups), total)


def booked(figures: Figures) -> Figures:
    """What of the figures a ledger can show."""
    return replace(figures, nets=(), vat=tuple(one for one in figures.vat if one[1:] != (0, 0)))


# --- screens


@dataclass
class Screens:
    """The list of invoices, the page of one and the draft it was, over books that hold some cases."""

    some: Sequence[Case]
    page: InvoicesPresenter = field(init=False)
    rows: dict[Any, Row] = field(init=False)

    def __post_init__(self) -> None:
        store = make.store()
        store.fill(self._fill)
        door = DirectDoor(store.open_books, store.open_lists, standing_at(DAY), make.worker())
        self.page = InvoicesPresenter(door, texts())
        self.page.load()
        self.rows = {row.id: row for row in self.page.table.rows}

    def _fill(self, books: Any) -> None:
        for case in self.some:
            invoice = case.invoice
            books.invoices.add(invoice)
            if not case.is_note:
                books.customers.add(make.customer(id=invoice.customer))
                books.drafts.add(_draft_of(invoice))

    def differences(self, case: Case, right: Figures) -> Iterator[str]:
        """Where a screen shows anything else."""
        if (listed := self._listed(case)) != (right.net, right.total):
            yield f"list: {listed}"
        self.page.open_invoice(case.invoice.id)
        if (shown := _from_steps(self.page.invoice.steps)) != right:
            yield f"page: {shown}"
        total = dict(self.page.invoice.facts)[texts().say("Total")]
        if _cents(total, "fi") != right.total:
            yield f"facts of the page: {total}"
        if not case.is_note:
            yield from self._draft_differences(case, right)

    def _listed(self, case: Case) -> tuple[int, ...]:
        sign = -1 if case.is_note else 1
        row = self.rows[case.invoice.id]
        return tuple(sign * amount for amount in _amounts(self.page.table, [row], "net", "total"))

    def _draft_differences(self, case: Case, right: Figures) -> Iterator[str]:
        page = self.page.draft
        self.page.open_draft(DraftId(_draft_of(case.invoice).id))
        if (shown := _from_steps(page.steps)) != right:
            yield f"draft: {shown}"
        if (nets := sorted(_amounts(page.table, page.table.rows, "net"))) != list(right.nets):
            yield f"lines of the draft: {nets}"
        if texts().money(Money.of_cents(right.total)) not in page.verb:
            yield f"button of the draft: {page.verb}"


def _draft_of(invoice: Invoice) -> Draft:
    """The draft that an invoice may have been; an id of its own lets both stand in the same books."""
    return Draft(
        id=DraftId(UUID(int=invoice.id.int ^ 1)),
        unit=invoice.unit,
        customer=invoice.customer,
        period=invoice.lines[0].supplied,
        lines=invoice.lines,
        made_on=invoice.day,
    )


def _amounts(table: TablePresenter, rows: Sequence[Row], *keys: str) -> list[int]:
    columns = [column for column in table.columns if column.key in keys]
    return [_cents(table.text(row, column), "fi") for row in rows for column in columns]


def _from_steps(steps: Sequence[Any]) -> Figures:
    """The figures from what stands under Miksi?: the lines, their sum, VAT by rate, the whole."""
    net_at = next(at for at, step in enumerate(steps) if step.is_sum)
    vat = [
        (
            scaled(step.rate.replace("\u00a0", "").rstrip("%").replace(",", ".") or "0", 3),
            _cents(step.basis, "fi"),
            _cents(step.amount, "fi"),
        )
        for step in steps[net_at + 1 : -1]
    ]
    nets = [_cents(step.amount, "fi") for step in steps[:net_at]]
    return Figures.of(nets, vat, _cents(steps[net_at].amount, "fi"), _cents(steps[-1].amount, "fi"))
