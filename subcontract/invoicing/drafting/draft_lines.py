"""Draft lines from everything not yet invoiced: one line for each phase, month and VAT rate.

Each line bills the difference between what stands now and what earlier lines billed, so work corrected
after an invoice comes as a difference line, and nothing is ever billed twice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from uuid import UUID

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.hours.entry import EntryKind, WorkEntry
from subcontract.ids import InvoiceLineId, JobId, PhaseId
from subcontract.invoicing.drafting.billing import BillingFacts, LinePrice
from subcontract.invoicing.drafting.chains import Standing, standings
from subcontract.invoicing.drafting.hand_lines import plain_rate
from subcontract.invoicing.drafting.quantities import is_billable, material_quantity, quantity
from subcontract.invoicing.records import InvoiceLine
from subcontract.invoicing.totals import LineAmounts, line_net
from subcontract.jobs.job import Basis, Job, Phase
from subcontract.jobs.offers import UNIT_NAMES, vat_of
from subcontract.money import HALF_UP, ZERO, Money
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.words import N_

NO_PHASE = Phase(id=PhaseId(UUID(int=0)), name="", basis=Basis.FIXED)
"""Material of a job that belongs to no phase is taxed by the general rate."""
MATERIAL_UNIT = "kpl"
WHOLE = Decimal(100)
"""All of a fixed price, in hundredths."""
PRICE_PLACES = Decimal("0.0001")
MOST_DRIFT = Money("0.50")
"""What a hundred shares can drift by rounding; a bigger rest means that the price was changed."""


@dataclass(frozen=True, slots=True)
class LineKey:
    """What a line is about: never more than one month and one rate."""

    job: JobId
    phase: PhaseId | None
    month: Month
    vat: str
    material: str = ""
    price: Decimal | None = None


def draft_lines(facts: BillingFacts) -> tuple[InvoiceLine, ...]:
    """Lines of all that is not yet invoiced, in the order of jobs, phases and months.

    Refuses a worked phase without a price (``price_missing``) and shares of a fixed price that would be
    over 100 per cent together (``over_fixed_price``).
    """
    groups: dict[LineKey, list[Standing]] = {}
    for standing in standings(facts.entries, facts.billed):
        if _can_be_drafted(standing, facts):
            groups.setdefault(_key(standing.last, facts), []).append(standing)
    found: list[InvoiceLine] = []
    problems: list[Problem] = []
    for key, group in groups.items():
        job = facts.jobs[key.job]
        phase = job.phase(key.phase)
        if key.price is not None:
            found.extend(_material_lines(key, group, facts))
        elif phase is not None and phase.basis is not Basis.FIXED:
            lines = _work_lines(key, group, facts)
            if lines and not phase.unit_price:
                problems.append(Problem(code=Code.PRICE_MISSING, field="job", facts={"name": phase.name}))
            found.extend(lines)
    if problems:
        raise Refused(*problems)
    found.extend(_fixed_lines(facts, groups))
    return tuple(sorted(found, key=lambda line: _order(line, facts)))


def vat_text(phase: Phase | None, day: date, *, registered: bool) -> str:
    """The VAT of a line supplied on a day: a rate without needless noughts, or a code."""
    return plain_rate(vat_of(phase or NO_PHASE, day, registered=registered))


def _can_be_drafted(standing: Standing, facts: BillingFacts) -> bool:
    """Whether a chain may come on a line.

    Work that was billed on one phase and then moved to another cannot be a difference of either: its
    line is credited, which frees the work to be drafted anew.
    """
    billed = standing.billed
    if billed is not None and _key(billed, facts) != _key(standing.last, facts):
        return False
    return is_billable(standing.last) or standing.is_corrected


def _key(entry: WorkEntry, facts: BillingFacts) -> LineKey:
    """Where an entry belongs."""
    phase = facts.jobs[entry.job].phase(entry.phase)
    vat = vat_text(phase, entry.day, registered=facts.vat_registered)
    month = Month.of(entry.day)
    if entry.kind is EntryKind.MATERIAL:
        price = entry.unit_price.amount
        return LineKey(entry.job, entry.phase, month, vat, material=entry.material, price=price)
    return LineKey(entry.job, entry.phase, month, vat)


def _order(line: InvoiceLine, facts: BillingFacts) -> tuple[int, int, date, str]:
    """Jobs by number, phases in their own order, then days."""
    job = facts.jobs[line.job] if line.job else None
    phases = [phase.id for phase in job.phases] if job else []
    at = phases.index(line.phase) if line.phase in phases else len(phases)
    return (job.number if job else 0, at, line.supplied.first, line.text)


def _work_lines(key: LineKey, group: list[Standing], facts: BillingFacts) -> list[InvoiceLine]:
    """The lines of worked pieces, hours or days: corrections of billed work, then what is new."""
    job = facts.jobs[key.job]
    phase = job.phase(key.phase)
    assert phase is not None  # noqa: S101 - the caller has looked
    terms = _Terms(
        text=_text(job, phase, facts),
        unit=phase.unit_name or UNIT_NAMES[phase.basis],
        price=LinePrice(phase.unit_price, key.vat),
        sum_of=partial(quantity, phase.basis),
    )
    return _lines_of(key, group, facts, terms)


def _material_lines(key: LineKey, group: list[Standing], facts: BillingFacts) -> list[InvoiceLine]:
    """The lines of one material at one price."""
    terms = _Terms(
        text=key.material,
        unit=MATERIAL_UNIT,
        price=LinePrice(key.price or Decimal(0), key.vat),
        sum_of=material_quantity,
    )
    return _lines_of(key, group, facts, terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """How work or material of one kind is summed and priced."""

    text: str
    unit: str
    price: LinePrice
    sum_of: Callable[[Iterable[WorkEntry]], Decimal]


def _lines_of(key: LineKey, group: list[Standing], facts: BillingFacts, terms: _Terms) -> list[InvoiceLine]:
    """Differences to what was billed, at the prices at which it was billed; then what is new."""
    links = {one.last.id: one.billed for one in group if one.billed is not None}
    found: list[InvoiceLine] = []
    before = terms.sum_of(links.values())
    for price, corrected in _by_price(group, facts, terms.price).items():
        links.update({entry.id: entry for entry in corrected})
        after = terms.sum_of(links.values())
        if after != before:
            text = _correction(terms.text, facts)
            found.append(_line(key, text, after - before, price, terms.unit, corrected))
        before = after
    new = [one.last for one in group if one.is_new]
    number = terms.sum_of((*links.values(), *new)) - before
    if number and new:
        found.append(_line(key, terms.text, number, terms.price, terms.unit, new))
    return found


def _by_price(
    group: list[Standing], facts: BillingFacts, usual: LinePrice
) -> dict[LinePrice, list[WorkEntry]]:
    """What stands now of corrected work, by the price at which it was billed."""
    found: dict[LinePrice, list[WorkEntry]] = {}
    for one in group:
        if one.billed is not None and one.is_corrected:
            found.setdefault(facts.billed_at.get(one.billed.id, usual), []).append(one.last)
    return found


def _fixed_lines(facts: BillingFacts, groups: Mapping[LineKey, list[Standing]]) -> list[InvoiceLine]:
    """The asked shares of fixed prices, each with the work done on it in the period."""
    found, left = [], facts.shares_left or {}
    for job in facts.jobs.values():
        for phase in job.phases:
            share = (facts.shares or {}).get(phase.id, Decimal(0))
            if phase.basis is not Basis.FIXED or not share:
                continue
            if not 0 < share <= left.get(phase.id, WHOLE):
                raise refuse(Code.OVER_FIXED_PRICE, "shares", left=left.get(phase.id, WHOLE))
            found.append(_fixed_line(job, phase, share, facts, groups))
    return found


def _fixed_price(phase: Phase, share: Decimal, facts: BillingFacts) -> Decimal:
    """The price that a share is a share of; the last one brings the cents that rounding left behind.

    Shares are rounded one by one: without this, two halves of 500.01 would be 500.02.
    """
    price = phase.unit_price * (phase.quantity or 1)
    left = (facts.shares_left or {}).get(phase.id, WHOLE)
    usual = Money.rounded(price * share / WHOLE)
    rest = Money.rounded(price) - facts.fixed_billed.get(phase.id, ZERO)
    if share != left or rest == usual or abs(rest - usual) > MOST_DRIFT:
        return price
    return (rest.amount * WHOLE / share).quantize(PRICE_PLACES, rounding=HALF_UP)


def _fixed_line(
    job: Job, phase: Phase, share: Decimal, facts: BillingFacts, groups: Mapping[LineKey, list[Standing]]
) -> InvoiceLine:
    """One share of one fixed price."""
    if not phase.unit_price:
        raise refuse(Code.PRICE_MISSING, "job", name=phase.name)
    work = [
        standing.last
        for key, group in groups.items()
        if key.phase == phase.id and key.price is None
        for standing in group
        if standing.is_new
    ]
    last = max((entry.day for entry in work), default=facts.period.last)
    vat = vat_text(phase, last, registered=facts.vat_registered)
    key = LineKey(job.id, phase.id, Month.of(last), vat)
    price = LinePrice(_fixed_price(phase, share, facts), vat)
    return _line(key, _text(job, phase, facts), share / WHOLE, price, UNIT_NAMES[Basis.FIXED], work, last)


def _text(job: Job, phase: Phase, facts: BillingFacts) -> str:
    """What a line says: the phase as it was ordered, after the job when their names differ."""
    name = facts.quoted.get(phase.id, phase.name)
    return name if name == job.name else f"{job.name}: {name}"


def _correction(text: str, facts: BillingFacts) -> str:
    """What a difference line says, in the customer's language."""
    return facts.texts.say(N_("Correction of earlier work: {text}"), text=text)


def _line(  # noqa: PLR0917 - the parts of a line
    key: LineKey,
    text: str,
    number: Decimal,
    price: LinePrice,
    unit: str,
    entries: Iterable[WorkEntry],
    day: date | None = None,
) -> InvoiceLine:
    """A line with its net."""
    kept = tuple(entries)
    days = [entry.day for entry in kept] or [day or key.month.last]
    amounts = LineAmounts(
        quantity=number, unit_price=price.unit_price, discount=price.discount, vat=price.vat
    )
    return InvoiceLine(
        id=InvoiceLineId(ids.new()),
        text=text,
        quantity=number,
        unit=unit,
        unit_price=price.unit_price,
        discount=price.discount,
        vat=price.vat,
        net=line_net(amounts),
        supplied=DateRange(min(days), max(days)),
        job=key.job,
        phase=key.phase,
        entries=tuple(entry.id for entry in kept),
    )
