"""Reads what the files of an approved run are made of: who is in them, who is left out, what they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, EntryId, HandOverId, JobId, PayoutId
from subcontract.jobs.job import Job
from subcontract.money import Money, total
from subcontract.papers.files.bank_file import BankFileVersion
from subcontract.payout.accounts import post
from subcontract.payout.handing import Handing, kinds_of, to_bank, to_ledger, to_payroll, to_register
from subcontract.payout.records import Payout, PayRun
from subcontract.payout.wage_records import HandOverKind, PayCode, PaySettings, settings_on
from subcontract.payout.wages.lines import code_of
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.people.unit import Unit
from subcontract.ports import Books, Lists
from subcontract.words import Texts

PAYING = frozenset({HandOverKind.BANK_FILE, HandOverKind.PAYROLL})
"""Files by which people get their money: nobody is in two of them."""
BY_JOB = frozenset({HandOverKind.PAYROLL, HandOverKind.LEDGER})
"""Files that tell to which job a sum belongs."""
Sent = Mapping[HandOverKind, frozenset[PayoutId]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingFacts:
    """A run with all that its files are made of."""

    run: PayRun
    unit: Unit
    payouts: tuple[Payout, ...]
    clients: Mapping[ClientId, Client]
    reopened: frozenset[PayoutId]
    sent: Sent
    """Payouts that files whose totals matched have taken out of the house."""
    employments: tuple[Employment, ...] = ()
    settings: PaySettings | None = None
    """The unit's settings of pay on the pay day."""
    entries: Mapping[EntryId, WorkEntry] = field(default_factory=dict)
    """Every entry of the month, where jobs are told of: what lines rest on tells the job."""
    jobs: Mapping[JobId, Job] = field(default_factory=dict)

    @property
    def salary(self) -> bool:
        """Whether payments are marked as salaries in the bank file."""
        return self.settings.salary_payment if self.settings else True

    @property
    def kinds(self) -> tuple[HandOverKind, ...]:
        """The files that are made of this run."""
        return kinds_of(self.run.ledger, self.settings)

    @property
    def payroll_pays(self) -> bool:
        """Whether the provider's payroll reckons and pays the run's wages."""
        return HandOverKind.PAYROLL in self.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How one file is made: its own id, the moment, by whom, what stands on the receiver's statement."""

    id: HandOverId
    moment: datetime
    by: str
    text: str
    texts: Texts
    """The words of tables, in the asker's language."""
    version: BankFileVersion = BankFileVersion.CURRENT


def handing_facts(books: Books | Lists, run: PayRun, *, with_work: bool = False) -> HandingFacts:
    """Read a run; only files that tell of jobs need the month's entries ``with_work``, which are many."""
    payouts = books.payouts.where(pay_run=run.id)
    ids = tuple(payout.id for payout in payouts)
    worked = books.entries.within(run.month.days, unit=run.unit) if with_work else ()
    entries = {one.id: one for one in worked}
    return HandingFacts(
        run=run,
        unit=books.units.get(run.unit),
        payouts=payouts,
        clients={client.id: client for client in books.clients.where(unit=run.unit)},
        reopened=frozenset(one.payout for one in books.pay.reopenings.where(payout=ids)),
        sent=sent_of(books, run, payouts),
        employments=books.pay.employments.where(unit=run.unit),
        settings=settings_on(books.pay.pay_settings.where(unit=run.unit), run.pay_day),
        entries=entries,
        jobs={job.id: job for job in books.jobs.where(unit=run.unit)},
    )


def payroll_pays(books: Books | Lists, run: PayRun) -> bool:
    """Whether the provider's payroll reckons and pays a run's wages."""
    settings = settings_on(books.pay.pay_settings.where(unit=run.unit), run.pay_day)
    return HandOverKind.PAYROLL in kinds_of(run.ledger, settings)


def sent_of(books: Books | Lists, run: PayRun, payouts: Iterable[Payout]) -> Sent:
    """What has left the house in files that were ticked; the kept files themselves tell whose it is."""
    sent: dict[HandOverKind, frozenset[PayoutId]] = {}
    known = tuple(payout.id for payout in payouts)
    for handed in books.pay.hand_overs.where(pay_run=run.id):
        paper = books.papers.find(handed.id, handed.kind) if handed.ticked_by else None
        if paper is not None:
            inside = frozenset(one for one in known if one.hex.encode() in paper.content)
            sent[handed.kind] = sent.get(handed.kind, frozenset()) | inside
    return sent


def paid_by_file(sent: Sent) -> frozenset[PayoutId]:
    """Whose money has gone, by the bank or through the payroll."""
    return frozenset[PayoutId]().union(*(sent.get(kind, frozenset()) for kind in PAYING))


def handing_of(facts: HandingFacts, kind: HandOverKind) -> Handing:
    """Who is in a file of a kind, and who is left out; nobody is in one that is not made of the run."""
    if kind not in facts.kinds:
        return Handing(payouts=(), left_out=())
    gone = paid_by_file(facts.sent)
    match kind:
        case HandOverKind.BANK_FILE:
            return to_bank(facts.payouts, facts.clients, facts.reopened, gone)
        case HandOverKind.PAYROLL:
            return to_payroll(facts.payouts, facts.clients, facts.reopened, gone)
        case HandOverKind.LEDGER:
            return to_ledger(facts.payouts, facts.clients, facts.reopened)
        case _:
            sent = facts.sent.get(HandOverKind.INCOMES_REGISTER, ())
            return to_register(facts.payouts, facts.clients, facts.reopened, sent)


def total_of(kind: HandOverKind, payouts: Iterable[Payout]) -> Money:
    """The control total of a file: money paid, gross pay, costs of the run, or income reported."""
    match kind:
        case HandOverKind.BANK_FILE:
            return total(payout.net for payout in payouts)
        case HandOverKind.PAYROLL:
            return total(payout.paid for payout in payouts)
        case HandOverKind.LEDGER:
            return total(posting.debit for posting in post(payouts, {}))
        case _:
            return total(payout.taxable + kilometres_paid(payout) for payout in payouts)


def kilometres_paid(payout: Payout) -> Money:
    """What is paid back of kilometres, corrections included."""
    return total(line.amount for line in payout.lines if code_of(line) is PayCode.KILOMETRES)
