"""Work that was corrected after its invoice: what each line billed, what stands now, and the difference.

Where less stands than was billed, the difference is credited on the line that billed it. Where more
stands, it comes as a difference line on the customer's next draft.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import CustomerId, EntryId, InvoiceId, InvoiceLineId, JobId
from subcontract.invoicing.credits.crediting import CreditLine, left
from subcontract.invoicing.drafting.chains import Standing, standings
from subcontract.invoicing.drafting.quantities import material_quantity, quantity
from subcontract.invoicing.families import root_lines, still_charged
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.jobs.job import Basis, Job
from subcontract.money import ZERO, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFacts:
    """Everything of one customer that is needed."""

    jobs: Mapping[JobId, Job]
    entries: tuple[WorkEntry, ...]
    """Every entry of the jobs in the period, superseded and void ones too."""
    lines: Mapping[EntryId, InvoiceLineId]
    """The line that bills each billed entry of a corrected chain."""
    families: tuple[tuple[Invoice, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What one line of an issued invoice bills otherwise than the work now stands."""

    customer: CustomerId
    invoice: Invoice
    """The first of its family."""
    line: InvoiceLine
    chains: tuple[Standing, ...]
    """The corrected work of the line: what was billed, and what stands."""
    before: Decimal
    after: Decimal
    """Quantities of all that corrects this line's work, before and after."""
    net: Money
    """The difference without VAT; below nought what is to be credited."""
    credits: tuple[tuple[InvoiceId, CreditLine], ...] = ()
    """How it is credited, never more than is left; empty when the customer owes more."""
    is_moved: bool = False
    """Whether the work went to another phase, month or price: it is no difference of this line, whose
    crediting frees it to be drafted anew."""

    @property
    def is_credit(self) -> bool:
        """Whether the customer is to get something back."""
        return bool(self.credits)


def corrections(facts: CorrectionFacts) -> tuple[Correction, ...]:
    """Every difference of a customer's issued invoices, in the order of invoices and lines."""
    of_line = {
        line.id: (family, root)
        for family in facts.families
        for roots in (root_lines(family),)
        for one in family
        for line in one.lines
        for root in (roots[line.id],)
    }
    found: list[Correction] = []
    for group in _groups(facts).values():
        links = {one.last.id: one.billed for one in group if one.billed is not None}
        for root, (family, chains) in _by_root(group, facts, of_line).items():
            line = next(line for line in family[0].lines if line.id == root)
            before = _sum(line, facts, links.values())
            links.update({one.last.id: one.last for one in chains})
            after = _sum(line, facts, links.values())
            if after != before:
                found.append(_correction(family, line, chains, (before, after)))
    found.extend(_moved(facts, of_line))
    return tuple(sorted(found, key=lambda one: (one.invoice.number, str(one.line.id))))


def _groups(facts: CorrectionFacts) -> dict[object, list[Standing]]:
    """Billed chains whose quantities belong together: one phase or material, month and price."""
    groups: dict[object, list[Standing]] = {}
    for one in standings(facts.entries, frozenset(facts.lines)):
        if one.billed is not None and _place(one.billed) == _place(one.last):
            groups.setdefault(_place(one.last), []).append(one)
    return groups


def _moved(facts: CorrectionFacts, of_line: "OfLine") -> Iterator[Correction]:
    """Work that a line still bills and that now belongs to another place."""
    group = [
        one
        for one in standings(facts.entries, frozenset(facts.lines))
        if one.billed is not None and not one.last.void and _place(one.billed) != _place(one.last)
    ]
    for root, (family, chains) in _by_root(group, facts, of_line).items():
        line = next(line for line in family[0].lines if line.id == root)
        billed = _sum(line, facts, (one.billed for one in chains if one.billed is not None))
        if billed:
            yield Correction(
                customer=family[0].customer,
                invoice=family[0],
                line=line,
                chains=tuple(chains),
                before=billed,
                after=Decimal(0),
                net=-_priced(line, billed),
                is_moved=True,
            )


def _place(entry: WorkEntry) -> object:
    """Where an entry is billed; work that was moved to another place is no difference of either."""
    month = (entry.day.year, entry.day.month)
    if entry.kind is EntryKind.MATERIAL:
        return (entry.job, entry.phase, month, entry.material, entry.unit_price)
    return (entry.job, entry.phase, month)


OfLine = Mapping[InvoiceLineId, tuple[tuple[Invoice, ...], InvoiceLineId]]
ByRoot = dict[InvoiceLineId, tuple[tuple[Invoice, ...], list[Standing]]]


def _by_root(group: Iterable[Standing], facts: CorrectionFacts, of_line: OfLine) -> ByRoot:
    """The corrected chains by the line of the first invoice that bills them; drafts have none."""
    found: ByRoot = {}
    for one in group:
        held = facts.lines.get(one.billed.id) if one.billed else None
        if one.is_corrected and held is not None and held in of_line:
            family, root = of_line[held]
            found.setdefault(root, (family, []))[1].append(one)
    return dict(sorted(found.items(), key=lambda item: (item[1][0][0].number, str(item[0]))))


def _sum(line: InvoiceLine, facts: CorrectionFacts, entries: Iterable[WorkEntry]) -> Decimal:
    """The quantity of some entries as the line counts it."""
    kept = tuple(entries)
    if any(entry.kind is EntryKind.MATERIAL for entry in kept):
        return material_quantity(kept)
    job = facts.jobs.get(line.job) if line.job else None
    phase = job.phase(line.phase) if job else None
    return quantity(phase.basis, kept) if phase is not None else quantity(Basis.FIXED, kept)


def _correction(
    family: tuple[Invoice, ...],
    line: InvoiceLine,
    chains: list[Standing],
    sums: tuple[Decimal, Decimal],
) -> Correction:
    """The difference of one line at the line's own price."""
    before, after = sums
    net = _priced(line, abs(after - before))
    net = net if after > before else -net
    return Correction(
        customer=family[0].customer,
        invoice=family[0],
        line=line,
        chains=tuple(chains),
        before=before,
        after=after,
        net=net,
        credits=_credits(family, line, before - after, chains) if net < ZERO else (),
    )


def _priced(line: InvoiceLine, number: Decimal) -> Money:
    """What a quantity costs on a line."""
    return line_net(
        LineAmounts(quantity=number, unit_price=line.unit_price, discount=line.discount, vat=line.vat)
    )


def _credits(
    family: tuple[Invoice, ...], line: InvoiceLine, number: Decimal, chains: list[Standing]
) -> tuple[tuple[InvoiceId, CreditLine], ...]:
    """Where a difference is credited: on the invoices of the family that still charge the line.

    When all that is charged goes, the work is free and nothing needs to be kept as credited.
    """
    need = _priced(line, number)
    all_goes = still_charged(family)[line.id] <= need
    entries = () if all_goes else tuple(one.last.id for one in chains)
    found: list[tuple[InvoiceId, CreditLine]] = []
    for invoice, rest, of in _charging(family, line.id):
        part = min(rest, need)
        if part > ZERO:
            whole = number if part == need == _priced(of, number) else None
            asked = CreditLine(
                line=of.id,
                quantity=whole,
                amount=None if whole else part,
                entries=() if found else entries,
            )
            found.append((invoice.id, asked))
            need -= part
    return tuple(found)


def _charging(
    family: tuple[Invoice, ...], root: InvoiceLineId
) -> Iterable[tuple[Invoice, Money, InvoiceLine]]:
    """Invoices of a family with what is left of their lines that descend from one line."""
    roots = root_lines(family)
    for invoice in family:
        if invoice.kind is InvoiceKind.INVOICE:
            rest = left(invoice, [note for note in family if note.original == invoice.id])
            for line in invoice.lines:
                if roots[line.id] == root:
                    yield invoice, rest[line.id], line


def credit_lines(found: Iterable[Correction]) -> dict[InvoiceId, tuple[CreditLine, ...]]:
    """The lines to credit by the invoice that they are credited on."""
    asked: dict[InvoiceId, list[CreditLine]] = {}
    for one in found:
        for invoice, line in one.credits:
            asked.setdefault(invoice, []).append(line)
    return {invoice: tuple(lines) for invoice, lines in asked.items()}
