"""Writes the files that leave the house of an approved run: payments for the bank, wage reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from subcontract import rules
from subcontract.clock import HELSINKI
from subcontract.codes import print_business_id
from subcontract.ids import ClientId, HandOverId, PayoutId
from subcontract.money import ZERO, Money, total
from subcontract.papers.files.bank_file import BankFileFacts, BankFileVersion, BankPayment, bank_file
from subcontract.papers.files.incomes_register import (
    Earner,
    Income,
    IncomeLine,
    RegisterFacts,
    register_file,
)
from subcontract.payout.handing import Handing, bank_day, to_bank, to_register
from subcontract.payout.records import Ledger, Payout, PayRun
from subcontract.payout.wage_records import HandOverKind, PayCode, WageSums, settings_on
from subcontract.payout.wages.lines import code_of
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.people.unit import Unit
from subcontract.ports import Books, Lists

SOURCE = "Urakka"
ID_SIGNS = 12
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
    salary: bool = True
    """Whether payments are marked as salaries in the bank file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How one file is made: its own id, the moment, by whom, what stands on the receiver's statement."""

    id: HandOverId
    moment: datetime
    by: str
    text: str
    version: BankFileVersion = BankFileVersion.CURRENT


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file as it leaves the house, with its control figures."""

    reference: str
    content: bytes
    count: int
    total: Money


def handing_facts(books: Books | Lists, run: PayRun) -> HandingFacts:
    """Read a run."""
    settings = settings_on(books.pay.pay_settings.where(unit=run.unit), run.pay_day)
    payouts = books.payouts.where(pay_run=run.id)
    ids = tuple(payout.id for payout in payouts)
    return HandingFacts(
        run=run,
        unit=books.units.get(run.unit),
        payouts=payouts,
        clients={client.id: client for client in books.clients.where(unit=run.unit)},
        reopened=frozenset(one.payout for one in books.pay.reopenings.where(payout=ids)),
        sent=sent_of(books, run, payouts),
        employments=books.pay.employments.where(unit=run.unit),
        salary=settings.salary_payment if settings else True,
    )


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


def handing_of(facts: HandingFacts, kind: HandOverKind) -> Handing:
    """Who is in a file of a kind, and who is left out."""
    told_apart = to_bank if kind is HandOverKind.BANK_FILE else to_register
    return told_apart(facts.payouts, facts.clients, facts.reopened, facts.sent.get(kind, ()))


def total_of(kind: HandOverKind, payouts: Iterable[Payout]) -> Money:
    """The control total of a file: money paid, or income reported."""
    if kind is HandOverKind.BANK_FILE:
        return total(payout.net for payout in payouts)
    return total(payout.taxable + _kilometres(payout) for payout in payouts)


def made_file(kind: HandOverKind, facts: HandingFacts, making: Making) -> MadeFile:
    """Make a file; refuses one without anybody, and what the unit lacks for it."""
    payouts = handing_of(facts, kind).payouts
    reference = f"{facts.run.month}-{facts.run.ledger[0].upper()}-{making.id.hex[:ID_SIGNS]}"
    if kind is HandOverKind.BANK_FILE:
        content = bank_file(_bank_facts(payouts, facts, making, reference), making.version)
    else:
        content = register_file(_register_facts(payouts, facts, making, reference))
    return MadeFile(reference=reference, content=content, count=len(payouts), total=total_of(kind, payouts))


def _bank_facts(
    payouts: tuple[Payout, ...], facts: HandingFacts, making: Making, reference: str
) -> BankFileFacts:
    unit, local = facts.unit, making.moment.astimezone(HELSINKI)
    return BankFileFacts(
        message=reference,
        made_at=local,
        pay_day=bank_day(facts.run.pay_day, local.date()),
        payer=unit.provider,
        payer_id=unit.business_id.replace("-", ""),
        payer_town=unit.address.town,
        iban=unit.iban,
        text=making.text,
        salary=facts.salary,
        payments=tuple(_payment(payout, facts.clients[payout.client]) for payout in payouts),
    )


def _payment(payout: Payout, client: Client) -> BankPayment:
    name = f"{client.first_name} {client.last_name}"
    return BankPayment(end_to_end=payout.id.hex, name=name, iban=client.iban, amount=payout.net)


def _register_facts(
    payouts: tuple[Payout, ...], facts: HandingFacts, making: Making, reference: str
) -> RegisterFacts:
    unit, run = facts.unit, facts.run
    number = unit.business_id.replace("-", "")
    return RegisterFacts(
        delivery=reference,
        made_at=making.moment.astimezone(UTC),
        source=SOURCE,
        business_id=print_business_id(number) if number else "",
        contact=making.by,
        phone=unit.phone,
        pay_day=rules.pay_day(run.pay_day).value,
        period=run.month.days,
        earners=tuple(_earner(payout, facts) for payout in payouts),
        production=True,
    )


def _earner(payout: Payout, facts: HandingFacts) -> Earner:
    """One person's report: pay as its total, an allowance above the limit as other taxable income."""
    client, wage = facts.clients[payout.client], payout.wage or WageSums()
    pay = Income.WAGES_TOTAL if payout.ledger is Ledger.WAGE else Income.OTHER_TAXABLE
    employment = _employment(payout, facts) if wage.wages or wage.holiday_compensation else None
    return Earner(
        report=payout.id.hex,
        identity_code=client.identity_code,
        last_name=client.last_name,
        first_name=client.first_name,
        employed=employment.days if employment else None,
        open_ended=bool(employment and employment.days.is_open),
        lines=(
            IncomeLine(income=pay, amount=payout.taxable),
            IncomeLine(income=Income.WITHHOLDING, amount=wage.withholding),
            IncomeLine(income=Income.PENSION, amount=wage.pension),
            IncomeLine(income=Income.UNEMPLOYMENT, amount=wage.unemployment),
            IncomeLine(income=Income.KILOMETRES, amount=_kilometres(payout), kilometres=_driven(payout)),
        ),
    )


def _employment(payout: Payout, facts: HandingFacts) -> Employment | None:
    """The person's latest agreement that had begun by the end of the month."""
    begun = [
        one
        for one in facts.employments
        if one.client == payout.client and one.days.first <= facts.run.month.last
    ]
    return max(begun, key=lambda one: one.days.first, default=None)


def _kilometres(payout: Payout) -> Money:
    """What is paid back of kilometres, corrections included."""
    return total(line.amount for line in payout.lines if code_of(line) is PayCode.KILOMETRES)


def _driven(payout: Payout) -> int:
    """Whole kilometres of the month."""
    driven = sum((line.basis for line in payout.lines if line.rule == PayCode.KILOMETRES), ZERO.amount)
    return int(driven)
