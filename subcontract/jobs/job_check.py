"""Checks a job with its phases before it is saved: every problem at once.

A field of a phase is named ``phases.2.quantity``: the place of the phase, counted from 0, and its field.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from subcontract.ids import ClientId, PhaseId
from subcontract.jobs.job import Basis, Job, JobState, Phase, PhaseCosts
from subcontract.jobs.vat_classes import VAT_CLASSES
from subcontract.money import ZERO
from subcontract.people.findings import Findings
from subcontract.problems import Code

PRICE_PLACES = 4
MOST_QUANTITY = Decimal(1_000_000)
MOST_MINUTES = Decimal(10_000)
MOST_PACE = Decimal(10)
MOST_HOURS = Decimal(100_000)
MOST_PERCENT = Decimal(500)
MOST_PRICE = Decimal(1_000_000)
MOST_PEOPLE = 200
LONGEST_COST_CENTRE = 40
LEAST_SHARE = Decimal("0.0001")


def checked_job(job: Job) -> Job:
    """The job as it is stored; refuses with every problem found."""
    found = Findings()
    read = replace(
        job,
        name=found.line(job.name, "name", required=True),
        description=found.note(job.description, "description"),
        place=found.line(job.place, "place"),
        order_number=found.line(job.order_number, "order_number", longest=60),
        cost_centre=found.line(job.cost_centre, "cost_centre", longest=LONGEST_COST_CENTRE),
        needs=frozenset(found.line(need, "needs", required=True) for need in job.needs),
        phases=tuple(_phase(phase, f"phases.{at}", found) for at, phase in enumerate(job.phases)),
    )
    found.between(job.least, "least", 1, MOST_PEOPLE)
    found.between(job.most, "most", max(1, job.least), MOST_PEOPLE)
    if job.allowance_pot < ZERO:
        found.add(Code.NEGATIVE, "allowance_pot")
    _no_twins(read.phases, found)
    found.refuse_any()
    return read


def _phase(phase: Phase, at: str, found: Findings) -> Phase:
    """Read a phase; a fixed one is sold as one whole."""
    if phase.vat_class not in VAT_CLASSES:
        found.add(Code.UNKNOWN_VALUE, f"{at}.vat_class")
    found.between(phase.quantity, f"{at}.quantity", 0, MOST_QUANTITY)
    found.between(phase.minutes_per_unit, f"{at}.minutes_per_unit", 0, MOST_MINUTES)
    found.between(phase.pace, f"{at}.pace", Decimal("0.01"), MOST_PACE)
    found.between(phase.hours, f"{at}.hours", 0, MOST_HOURS)
    for name in ("unit_price", "market_price"):
        found.between(getattr(phase, name), f"{at}.{name}", 0, MOST_PRICE)
        _places(getattr(phase, name), f"{at}.{name}", found)
    _shares(phase, at, found)
    _costs(phase.costs, at, found)
    return replace(
        phase,
        name=found.line(phase.name, f"{at}.name", required=True),
        unit_name=found.line(phase.unit_name, f"{at}.unit_name", longest=20),
        quantity=Decimal(1) if phase.basis is Basis.FIXED else phase.quantity,
        market_source=found.line(phase.market_source, f"{at}.market_source"),
        pictogram=found.line(phase.pictogram, f"{at}.pictogram"),
    )


def _shares(phase: Phase, at: str, found: Findings) -> None:
    """Every agreed share is above zero, and each client has one."""
    seen: set[ClientId] = set()
    for row, (client, share) in enumerate(phase.agreed_shares):
        found.between(share, f"{at}.agreed_shares.{row}.share", LEAST_SHARE, MOST_QUANTITY)
        if client in seen:
            found.add(Code.TWICE_IN_LIST, f"{at}.agreed_shares.{row}.client")
        seen.add(client)


def _places(value: Decimal, field: str, found: Findings) -> None:
    """A price of a unit has at most four decimals."""
    if value != value.quantize(Decimal(1).scaleb(-PRICE_PLACES)):
        found.add(Code.TOO_MANY_DECIMALS, field, places=PRICE_PLACES)


def _costs(costs: PhaseCosts, at: str, found: Findings) -> None:
    """No cost is below zero, no percentage absurd, and the step of the price is above zero."""
    for name in ("hourly", "per_day", "materials", "tools", "clothes", "transport", "coach_hourly"):
        if getattr(costs, name) < ZERO:
            found.add(Code.NEGATIVE, f"{at}.costs.{name}")
    for name in ("holiday_compensation", "employer_costs", "overhead", "margin"):
        found.between(getattr(costs, name), f"{at}.costs.{name}", 0, MOST_PERCENT)
    found.between(costs.persons, f"{at}.costs.persons", 0, MOST_PEOPLE)
    found.between(costs.days, f"{at}.costs.days", 0, MOST_HOURS)
    found.between(costs.coach_hours, f"{at}.costs.coach_hours", 0, MOST_HOURS)
    found.between(costs.price_step, f"{at}.costs.price_step", Decimal("0.0001"), MOST_PRICE)


def _no_twins(phases: tuple[Phase, ...], found: Findings) -> None:
    """Two phases of one name could not be told apart on a shift or an invoice."""
    seen: set[str] = set()
    for at, phase in enumerate(phases):
        name = phase.name.casefold()
        if name and name in seen:
            found.add(Code.TWICE_IN_LIST, f"phases.{at}.name", name=phase.name)
        seen.add(name)


def removed_phases(before: Job, after: Job) -> frozenset[PhaseId]:
    """Phases that the job had and has no more."""
    return frozenset(phase.id for phase in before.phases) - {phase.id for phase in after.phases}


def as_entered(job: Job, before: Job | None) -> Job:
    """The job with what only its own acts change kept as it was: state, reason, number and studies."""
    if before is None:
        return replace(job, state=JobState.ENQUIRY, lost_reason="")
    studies = {phase.id: phase.studies for phase in before.phases}
    return replace(
        job,
        unit=before.unit,
        number=before.number,
        state=before.state,
        lost_reason=before.lost_reason,
        phases=tuple(replace(phase, studies=studies.get(phase.id, ())) for phase in job.phases),
    )


def open_jobs(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """Jobs that are neither closed nor lost."""
    return tuple(job for job in jobs if job.state not in {JobState.CLOSED, JobState.LOST})
