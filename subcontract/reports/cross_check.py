"""Attendance, work, pay and invoices must agree: every line left open is told, and the goal is none."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from subcontract.days import Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.hours.gaps import Gap, GapCode
from subcontract.hours.pieces import is_helping, is_present
from subcontract.ids import ClientId, JobId
from subcontract.invoicing.drafting.chains import Standing, standings
from subcontract.invoicing.drafting.quantities import is_billable, quantity
from subcontract.jobs.job import Basis
from subcontract.payout.ledgers import WAGE_FORMS, Forms
from subcontract.payout.records import Ledger
from subcontract.payout.warnings import PayWarning
from subcontract.reports.facts import ReportFacts


class OpenKind(StrEnum):
    """What does not agree yet."""

    NOT_RECORDED = "not_recorded"
    """A shift has people without entries, or the day is not complete."""
    NOT_PAID = "not_paid"
    """Attended work that is in no payout of its ledger."""
    NO_FORM_OF_WORK = "no_form_of_work"
    NOT_INVOICED = "not_invoiced"
    NO_PRICE = "no_price"
    """Work on a phase that has no price, or on no phase."""
    CHANGED_AFTER_INVOICE = "changed_after_invoice"
    """The customer's next invoice, or a credit note, must tell the difference."""
    CHANGED_AFTER_PAYOUT = "changed_after_payout"
    """The difference comes with the next pay run."""
    PAID_WITHOUT_ENTRY = "paid_without_entry"
    """A payout rests on an entry that stands no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """Open entries of one kind, gathered by what would close them."""

    kind: OpenKind
    month: Month
    number: int
    """How many entries or shifts."""
    job: JobId | None = None
    client: ClientId | None = None
    ledger: Ledger | None = None
    """Whose run closes it, where it is about pay."""


def cross_check(facts: ReportFacts, gaps: tuple[Gap, ...]) -> tuple[OpenLine, ...]:
    """Every open line, worst first: recording, then pay, then invoices."""
    found: Counter[Key] = Counter()
    found.update(_not_recorded(gaps, facts))
    found.update(_pay(facts))
    found.update(_invoices(facts))
    lines = [
        OpenLine(kind=kind, month=month, number=number, job=job, client=client, ledger=ledger)
        for (kind, month, job, client, ledger), number in found.items()
    ]
    order = list(OpenKind)
    return tuple(
        sorted(
            lines,
            key=lambda one: (
                order.index(one.kind),
                one.month,
                str(one.ledger),
                str(one.job),
                str(one.client),
            ),
        )
    )


UNPAYABLE = frozenset(
    (
        *(PayWarning.NO_TARIFF, PayWarning.NO_TARIFF_CLASS, PayWarning.POT_NOT_SHARED),
        *(PayWarning.NO_EMPLOYMENT, PayWarning.NO_TERMS, PayWarning.NO_FEE_TERMS),
    )
)
"""With these an attended day is left unpaid for want of something."""
Key = tuple[OpenKind, Month, JobId | None, ClientId | None, Ledger | None]
RECORDING = frozenset(
    {GapCode.NOTHING_RECORDED, GapCode.NOT_RECORDED, GapCode.DAY_NOT_COMPLETE, GapCode.NOBODY_TO_SHARE}
)


def _not_recorded(gaps: tuple[Gap, ...], facts: ReportFacts) -> Iterator[Key]:
    """Shifts of the past whose day is still open."""
    for gap in gaps:
        if gap.code in RECORDING and gap.day < facts.today:
            yield (OpenKind.NOT_RECORDED, Month.of(gap.day), gap.job, None, None)


def _pay(facts: ReportFacts) -> Iterator[Key]:
    """Work that is paid nowhere, and pay that rests on nothing; the running month is not due yet."""
    forms, this_month = Forms(facts.employments), Month.of(facts.today)
    ledgers = {ledger: _Paid(facts, ledger) for ledger in Ledger}
    for entry in facts.standing:
        month = Month.of(entry.day)
        client = facts.clients.get(entry.client) if entry.client else None
        is_paid = is_present(entry) or is_helping(entry)
        if client is None or not is_paid or month >= this_month:
            continue
        form = forms.of(client, entry)
        if form is None:
            yield (OpenKind.NO_FORM_OF_WORK, month, None, client.id, None)
        elif not any(entry.id in one.entries for one in ledgers.values()):
            ledger = Ledger.WAGE if form in WAGE_FORMS else Ledger.ALLOWANCE
            kind = ledgers[ledger].lacks(entry)
            if kind is not None:
                yield (kind, month, None, None, ledger)
    for one in ledgers.values():
        yield from one.resting_on_nothing()


class _Paid:
    """What the payouts of one ledger have paid."""

    def __init__(self, facts: ReportFacts, ledger: Ledger) -> None:
        """Gather it once."""
        self._facts, self._ledger = facts, ledger
        payouts = [payout for payout in facts.payouts if payout.ledger is ledger]
        self.entries = {entry for payout in payouts for line in payout.lines for entry in line.entries}
        self._approved = {payout.month for payout in payouts if payout.approved}
        self._warned = {(payout.client, payout.month): frozenset(payout.warnings) for payout in payouts}

    def lacks(self, entry: WorkEntry) -> OpenKind | None:
        """What is open of an entry that no payout is of; nothing when a run gave nothing for it."""
        if self._gave_nothing(entry):
            return None
        if Month.of(entry.day) not in self._approved:
            return OpenKind.NOT_PAID
        return None if self._is_settled(entry) else OpenKind.CHANGED_AFTER_PAYOUT

    def _gave_nothing(self, entry: WorkEntry) -> bool:
        """Whether a pay run looked at an entry and nothing is paid for it: no pieces, say."""
        month = Month.of(entry.day)
        looked = self._facts.calculated.get((self._ledger, month))
        if looked is None or entry.at > looked:
            return False
        warnings = self._warned.get((entry.client, month)) if entry.client else None
        return warnings is not None and UNPAYABLE.isdisjoint(warnings)

    def _is_settled(self, entry: WorkEntry) -> bool:
        """Whether an approved run has looked at an entry since it was recorded, or its payout reopened."""
        until = self._facts.settled_until.get(self._ledger)
        since = self._facts.reopened.get(entry.id, entry.at)
        return until is not None and max(since, entry.at) <= until

    def resting_on_nothing(self) -> Iterator[Key]:
        """Payouts of entries that were taken back since, until a run has taken the money back too."""
        by_id = {entry.id: entry for entry in self._facts.entries}
        for entry in self._facts.entries:
            if entry.void and not self._is_settled(entry):
                first = by_id.get(entry.supersedes) if entry.supersedes else None
                if first is not None and first.id in self.entries:
                    month = Month.of(entry.day)
                    yield (OpenKind.PAID_WITHOUT_ENTRY, month, None, entry.client, self._ledger)


def _invoices(facts: ReportFacts) -> Iterator[Key]:
    """Work of past months that no line bills, or that was corrected after its invoice."""
    this_month = Month.of(facts.today)
    for standing in standings(facts.entries, facts.billed):
        entry = standing.last
        month = Month.of(entry.day)
        if standing.is_corrected and _bills_otherwise(standing, facts):
            yield (OpenKind.CHANGED_AFTER_INVOICE, month, entry.job, None, None)
        elif standing.is_new and is_billable(entry) and month < this_month and _bills(entry, facts):
            kind = OpenKind.NOT_INVOICED if _has_price(entry, facts) else OpenKind.NO_PRICE
            yield (kind, month, entry.job, None, None)


def _bills(entry: WorkEntry, facts: ReportFacts) -> bool:
    """Whether an invoice can ever tell an entry: no good pieces at a price by the piece bill nothing."""
    job = facts.jobs.get(entry.job)
    phase = job.phase(entry.phase) if job else None
    if entry.kind is EntryKind.MATERIAL or phase is None or phase.basis is not Basis.PIECE:
        return True
    return not phase.unit_price or quantity(phase.basis, (entry,)) > 0


def _bills_otherwise(standing: Standing, facts: ReportFacts) -> bool:
    """Whether a correction changes what the customer pays: hours of work billed by pieces do not."""
    last, billed = standing.last, standing.billed
    if billed is None or last.phase != billed.phase:
        return True
    if last.kind is EntryKind.MATERIAL:
        return (last.void, last.quantity, last.unit_price) != (
            billed.void,
            billed.quantity,
            billed.unit_price,
        )
    job = facts.jobs.get(last.job)
    phase = job.phase(last.phase) if job else None
    return phase is None or quantity(phase.basis, (last,)) != quantity(phase.basis, (billed,))


def _has_price(entry: WorkEntry, facts: ReportFacts) -> bool:
    """Whether an entry's phase has a price; material carries its own, and a day's pieces share theirs."""
    if entry.kind is EntryKind.MATERIAL:
        return True
    job = facts.jobs.get(entry.job)
    phase = job.phase(entry.phase) if job else None
    return phase is not None and (bool(phase.unit_price) or phase.basis is Basis.FIXED)
