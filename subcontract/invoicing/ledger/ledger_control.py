"""Control totals of a journal: what it holds, and whether it agrees with the records themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.invoicing.ledger.ledger_periods import Coming
from subcontract.invoicing.ledger.vouchers import Posting, Voucher, VoucherKind, all_postings
from subcontract.invoicing.payments import Payment
from subcontract.invoicing.records import Invoice, InvoiceKind
from subcontract.invoicing.terms import SalesAccount
from subcontract.money import ZERO, Money, total

NO_BASE = frozenset({SalesAccount.RECEIVABLES, SalesAccount.BANK, SalesAccount.VAT})
VatKey = tuple[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class VatLine:
    """What was sold at one VAT code and rate, credit notes taken off."""

    code: str
    rate: Decimal
    base: Money
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The figures by which a journal is checked where it goes."""

    vouchers: int
    rows: int
    debit: Money
    credit: Money
    vat: tuple[VatLine, ...]
    before: Money
    """Receivables that earlier journals have left open."""
    invoiced: Money
    credited: Money
    paid: Money
    """Of receivables; reminder fees and interest that were paid are income on their own."""
    costs: Money
    """Reminder fees and late interest that were paid."""
    by_records: Money
    """Receivables after the journal as the invoices, credit notes and payments themselves tell."""
    vat_agrees: bool
    """Whether VAT by rate is what the invoices tell."""

    @property
    def after(self) -> Money:
        """Receivables after the journal as it books them."""
        return self.before + self.invoiced - self.credited - self.paid

    @property
    def agrees(self) -> bool:
        """Whether both sides are equal, and receivables and VAT are those of the invoices."""
        return self.debit == self.credit and self.after == self.by_records and self.vat_agrees


def control_of(
    coming: Coming,
    invoices: Iterable[Invoice],
    payments: Iterable[Payment],
    before: Money,
) -> Control:
    """Control totals of what is coming; ``before`` are receivables of earlier journals."""
    vouchers = coming.vouchers
    postings = tuple(all_postings(vouchers))
    by_id = {one.id: one for one in invoices}
    inside = [by_id[one.of] for one in vouchers if one.of in by_id]  # type: ignore[index]
    vat = vat_of_postings(postings)
    return Control(
        vouchers=len(vouchers),
        rows=len(postings),
        debit=total(one.debit for one in postings),
        credit=total(one.credit for one in postings),
        vat=vat,
        before=before,
        invoiced=_receivables(_of(vouchers, VoucherKind.INVOICE)),
        credited=-_receivables(_of(vouchers, VoucherKind.CREDIT_NOTE)),
        paid=-_receivables(_of(vouchers, VoucherKind.PAYMENT)),
        costs=_costs(vouchers),
        by_records=before + _by_records(vouchers, by_id.values(), payments),
        vat_agrees=_known(vat) == _known(vat_of_invoices(inside)),
    )


def receivables_before(gone: Iterable[Voucher], invoiced: Money, paid: Money) -> Money:
    """What earlier journals have left open: the records' totals, and the costs that payments paid besides.

    ``gone`` must hold every payment in journals whose invoice was reminded: only those pay costs.
    """
    return invoiced - paid + _costs(gone)


def _of(vouchers: Iterable[Voucher], kind: VoucherKind) -> Iterable[Voucher]:
    return (one for one in vouchers if one.kind is kind)


def _receivables(vouchers: Iterable[Voucher]) -> Money:
    """What some vouchers add to receivables."""
    return total(one.owed for one in all_postings(vouchers) if one.account is SalesAccount.RECEIVABLES)


def _costs(vouchers: Iterable[Voucher]) -> Money:
    """Reminder fees and interest paid."""
    paid = _of(vouchers, VoucherKind.PAYMENT)
    apart = (SalesAccount.COLLECTION, SalesAccount.INTEREST)
    return total(-one.owed for one in all_postings(paid) if one.account in apart)


def _by_records(
    vouchers: tuple[Voucher, ...], invoices: Iterable[Invoice], payments: Iterable[Payment]
) -> Money:
    """What the journal adds to receivables, from the records' own totals."""
    inside = frozenset(one.of for one in vouchers)
    charged = total(
        -one.total if one.kind is InvoiceKind.CREDIT_NOTE else one.total
        for one in invoices
        if one.id in inside
    )
    paid = total(one.amount for one in payments if one.id in inside)
    return charged - paid + _costs(vouchers)


# --- VAT


def vat_of_postings(postings: Iterable[Posting]) -> tuple[VatLine, ...]:
    """Base and VAT by code and rate as they are booked, the highest rate first."""
    bases: dict[VatKey, Money] = {}
    amounts: dict[VatKey, Money] = {}
    for one in postings:
        if not one.vat:
            continue
        sums = amounts if one.account is SalesAccount.VAT else bases
        key = (one.vat, one.rate)
        sums[key] = sums.get(key, ZERO) - one.owed
    return _lines(bases, amounts)


def vat_of_invoices(invoices: Iterable[Invoice]) -> tuple[VatLine, ...]:
    """Base and VAT by code and rate as invoices tell them; credit notes are taken off."""
    bases: dict[VatKey, Money] = {}
    amounts: dict[VatKey, Money] = {}
    for invoice in invoices:
        note = invoice.kind is InvoiceKind.CREDIT_NOTE
        for one in invoice.vat:
            key = (one.code, one.rate)
            bases[key] = bases.get(key, ZERO) + (-one.base if note else one.base)
            amounts[key] = amounts.get(key, ZERO) + (-one.amount if note else one.amount)
    return _lines(bases, amounts)


def _lines(bases: Mapping[VatKey, Money], amounts: Mapping[VatKey, Money]) -> tuple[VatLine, ...]:
    keys = sorted(bases.keys() | amounts.keys(), key=lambda key: (-key[1], key[0]))
    return tuple(
        VatLine(
            code=code,
            rate=rate,
            base=bases.get((code, rate), ZERO),
            amount=amounts.get((code, rate), ZERO),
        )
        for code, rate in keys
    )


def _known(lines: Iterable[VatLine]) -> frozenset[VatLine]:
    """Lines that come to something, apart from costs paid, which no invoice tells."""
    return frozenset(one for one in lines if (one.base or one.amount) and one.code != "O")
