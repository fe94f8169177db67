"""Gathers the tables that leave a run: gross lines for the payroll, postings for accounting."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from subcontract import rules
from subcontract.actions.hand_over_facts import HandingFacts, Making
from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import EntryId, JobId
from subcontract.money import Money, product, ratio
from subcontract.papers.files.ledger import LedgerFacts
from subcontract.papers.files.payroll import PayrollFacts, PayrollRow
from subcontract.payout.accounts import post
from subcontract.payout.by_job import job_of
from subcontract.payout.lines import CARRY_RULE, DIFFERENCE_RULE, MINUTES, is_percentage
from subcontract.payout.records import Payout, PayoutLine
from subcontract.payout.wage_records import PayCode, PaySettings
from subcontract.payout.wages.lines import code_of
from subcontract.payout.wages.parts import parts_of
from subcontract.words import Texts

HOUR, IN_HOURS, FOUR_PLACES = 60, "h", Decimal("0.0001")


def ledger_facts(payouts: tuple[Payout, ...], facts: HandingFacts, reference: str) -> LedgerFacts:
    """The run's postings with the names of jobs."""
    return LedgerFacts(
        reference=reference,
        month=facts.run.month,
        pay_day=rules.pay_day(facts.run.pay_day).value,
        postings=post(payouts, facts.entries),
        jobs={job.id: (job.number, job.name) for job in facts.jobs.values()},
    )


def payroll_facts(payouts: tuple[Payout, ...], facts: HandingFacts, making: Making) -> PayrollFacts:
    """Every gross line of everybody."""
    return PayrollFacts(
        pay_day=rules.pay_day(facts.run.pay_day).value,
        rows=tuple(row for payout in payouts for row in _rows(payout, facts, making.texts)),
    )


def _rows(payout: Payout, facts: HandingFacts, texts: Texts) -> Iterator[PayrollRow]:
    """The lines of one payout that come to money."""
    client = facts.clients[payout.client]
    for line in parts_of(payout).earned:
        if not line.amount:
            continue
        job = job_of(line, facts.entries)
        number, name = _named(job, facts)
        quantity, unit, rate = _counted(line, texts)
        yield PayrollRow(
            payment=payout.id.hex,
            number=client.number,
            identity_code=client.identity_code,
            last_name=client.last_name,
            first_name=client.first_name,
            code=pay_code(line, facts.settings),
            what=texts.say(line.what, **dict(line.blanks)),
            days=_days_of(line, payout.month, facts.entries),
            quantity=quantity,
            unit=unit,
            rate=rate,
            amount=line.amount,
            cost_place=number,
            job=name,
        )


def pay_code(line: PayoutLine, settings: PaySettings | None) -> str:
    """The payroll's code of a line.

    A correction goes by the payroll's own code of corrections where it has one, otherwise by the code of
    what it corrects; so does a rest that is carried over.
    """
    codes = dict(settings.codes) if settings else {}
    kind = code_of(line) or PayCode.DIFFERENCE
    if line.rule in {DIFFERENCE_RULE, CARRY_RULE}:
        kind = PayCode.DIFFERENCE if PayCode.DIFFERENCE in codes else kind
    return codes.get(kind, kind.value)


def _named(job: JobId | None, facts: HandingFacts) -> tuple[int, str]:
    """The number and the name of a job."""
    found = facts.jobs.get(job) if job else None
    return (found.number, found.name) if found else (0, "")


def _days_of(line: PayoutLine, month: Month, entries: Mapping[EntryId, WorkEntry]) -> DateRange:
    """The days of a line's work, the month that it corrects, or the whole month."""
    if line.day is None:
        return month.days
    if line.rule == DIFFERENCE_RULE:
        return Month.of(line.day).days
    worked = [entries[one].day for one in line.entries if one in entries]
    return DateRange(line.day, max((line.day, *worked)))


def _counted(line: PayoutLine, texts: Texts) -> tuple[Decimal, str, Decimal]:
    """How many of what at what price; a sum alone where these two do not come to it.

    A payroll that reckons for itself would otherwise pay a made-up floor, a share of a pot or an increment
    of less than 100 per cent as whole hours.
    """
    divisor = HOUR if line.basis_unit == MINUTES else 1
    comes_to = Money.rounded(ratio(product(line.basis, line.rate), divisor))
    if is_percentage(line) or not line.basis or (line.rate and comes_to != line.amount):
        return (Decimal(0), "", Decimal(0))
    if line.basis_unit == MINUTES:
        return (ratio(line.basis, HOUR).quantize(FOUR_PLACES).normalize(), IN_HOURS, line.rate)
    return (line.basis, texts.say(line.basis_unit) if line.basis_unit else "", line.rate)
