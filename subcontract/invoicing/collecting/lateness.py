"""What late payment of one invoice has cost so far: its debt day by day, interest and costs already charged.

Money that comes pays the invoice itself first and then what reminders charged. What a credit note takes
back was never owed: it bears no interest from the beginning.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from subcontract.invoicing.collecting.late_interest import Debt, Fall, InterestBy
from subcontract.invoicing.collecting.reference_rates import ReferenceRate
from subcontract.invoicing.collecting.reminding import Dispute, Reminder
from subcontract.invoicing.credits.crediting import credited_total
from subcontract.invoicing.payments import Payment, paid_total
from subcontract.invoicing.records import Invoice, InvoiceKind, InvoiceLine, LineKind
from subcontract.invoicing.terms import InvoicingTerms
from subcontract.jobs.customer import CustomerKind
from subcontract.money import ZERO, Money, total
from subcontract.rules import Debtor, InterestAct


@dataclass(frozen=True, slots=True, kw_only=True)
class LateInvoice:
    """An invoice with everything that its lateness depends on."""

    invoice: Invoice
    buyer: CustomerKind
    notes: tuple[Invoice, ...] = ()
    payments: tuple[Payment, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    charged: tuple[InvoiceLine, ...] = ()
    """Lines of interest invoices and their drafts that charge this invoice's lateness and still stand."""

    @property
    def debtor(self) -> Debtor:
        """Whose limits hold: a household is a consumer, everybody else is treated as a business."""
        return Debtor.CONSUMER if self.buyer is CustomerKind.HOUSEHOLD else Debtor.BUSINESS

    @property
    def principal(self) -> Money:
        """What is open of the invoice itself; below nought what was paid besides it."""
        if self.invoice.kind is InvoiceKind.CREDIT_NOTE:
            return ZERO
        return self.invoice.total - credited_total(self.notes) - paid_total(self.payments)

    @property
    def paid_besides(self) -> Money:
        """What has come beyond the invoice itself."""
        return max(ZERO, -self.principal)

    @property
    def dispute(self) -> Dispute | None:
        """The dispute that is going on."""
        return next((one for one in self.disputes if one.ended_on is None), None)

    @property
    def last(self) -> Reminder | None:
        """The reminder sent last."""
        return max(self.reminders, key=lambda one: one.step, default=None)

    @property
    def debt(self) -> Debt:
        """What bears interest from the first day that no interest invoice charges."""
        days = [line.supplied.last for line in self.charged if line.kind is LineKind.INTEREST]
        return Debt(
            principal=max(ZERO, self.invoice.total - credited_total(self.notes)),
            due=max([self.invoice.due, *days]),
            falls=tuple(Fall(day=one.day, amount=one.amount) for one in self.payments),
        )

    @property
    def settled_on(self) -> date | None:
        """The day of the payment with which nothing was open any more."""
        if self.principal > ZERO:
            return None
        return max((one.day for one in self.payments), default=self.invoice.due)

    @property
    def unbilled_costs(self) -> tuple[Reminder, ...]:
        """Reminders that cost something which no interest invoice charges."""
        billed = {line.supplied.first for line in self.charged if line.kind is LineKind.COLLECTION}
        return tuple(one for one in self.reminders if costs_of(one) and one.day not in billed)

    def by(self, terms: InvoicingTerms, typed: Iterable[ReferenceRate]) -> InterestBy:
        """By what its interest is reckoned; a household pays by 4 § whatever the unit's choice."""
        household = self.debtor is Debtor.CONSUMER
        act = InterestAct.GENERAL if household else terms.interest_act
        return InterestBy(act=act, day_count=terms.day_count, typed=tuple(typed))


def costs_of(reminder: Reminder) -> Money:
    """What a reminder itself charged: its fee and the standard compensation."""
    return reminder.fee + reminder.compensation


def costs_total(reminders: Iterable[Reminder]) -> Money:
    """What reminders charged themselves, interest left out."""
    return total(costs_of(one) for one in reminders)
