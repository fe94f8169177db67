"""Makes quotes of jobs, and orders of accepted quotes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from subcontract.ids import PhaseId, QuoteId, StaffId
from subcontract.jobs.job import Basis, Job, JobState, Phase
from subcontract.jobs.quote import Quote, QuoteLine, QuoteState
from subcontract.jobs.vat_classes import EXEMPT, VAT_CODES, code_of
from subcontract.money import Money, total
from subcontract.people.findings import Findings
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rules import vat_rate

MOST_DAYS = 366
UNIT_NAMES = {Basis.PIECE: "kpl", Basis.HOUR: "h", Basis.DAY: "pv", Basis.FIXED: "erä"}
"""Units of the e-invoice where the phase has not named its own."""
OFFERABLE = frozenset((JobState.ENQUIRY, JobState.QUOTED, JobState.ORDERED, JobState.RUNNING))
"""A job that already runs may be offered anew: a continuing job's next price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a quote needs beside the job."""

    id: QuoteId
    by: StaffId
    day: date
    valid_days: int
    text: str = ""
    vat_registered: bool = True
    """Whether the seller may charge VAT at all (AVL 3 §, 209 e § 4)."""


def vat_of(phase: Phase, on: date, *, registered: bool = True) -> str:
    """The phase's VAT as a rate of the day (``25.5``) or a code (``E``, ``AE``, ``Z``)."""
    return vat_of_class(phase.vat_class, on, registered=registered)


def vat_of_class(vat_class: str, on: date, *, registered: bool = True) -> str:
    """The VAT of a class on a day; a seller outside the register charges none (VAT Act 3 §, 209 e §)."""
    if not registered:
        return EXEMPT
    return code_of(vat_class) or str(vat_rate(vat_class, on).value)


def quote_line(phase: Phase, on: date, *, registered: bool = True) -> QuoteLine:
    """Copy a phase as it is offered; its net is rounded once."""
    return QuoteLine(
        text=phase.name,
        quantity=phase.quantity,
        unit=phase.unit_name or UNIT_NAMES[phase.basis],
        unit_price=phase.unit_price,
        vat=vat_of(phase, on, registered=registered),
        net=Money.rounded(phase.quantity * phase.unit_price),
    )


def vat_sum(lines: Iterable[QuoteLine]) -> Money:
    """VAT of the lines: once per rate on the sum of its nets."""
    bases: dict[str, Money] = {}
    for line in lines:
        bases[line.vat] = bases.get(line.vat, Money(0)) + line.net
    return total(base.percent(Decimal(vat)) for vat, base in bases.items() if vat not in VAT_CODES)


def offerable(job: Job, found: Findings) -> None:
    """Note what keeps a job from being offered."""
    if job.state not in OFFERABLE:
        found.add(Code.WRONG_STATE, "", state=job.state.value)
    if not job.phases:
        found.add(Code.NO_PHASES, "phases")
    for at, phase in enumerate(job.phases):
        if not phase.unit_price:
            found.add(Code.PRICE_MISSING, f"phases.{at}.unit_price", name=phase.name)
        if not phase.quantity:
            found.add(Code.REQUIRED, f"phases.{at}.quantity")


def offered(job: Job, earlier: Iterable[Quote], offer: Offer) -> Quote:
    """The next version of the job's quote; refuses with everything that is missing from the job."""
    found = Findings()
    offerable(job, found)
    found.between(offer.valid_days, "valid_days", 1, MOST_DAYS)
    text = found.note(offer.text, "text")
    found.refuse_any()
    lines = tuple(quote_line(p, offer.day, registered=offer.vat_registered) for p in job.phases)
    net, vat = total(line.net for line in lines), vat_sum(lines)
    return Quote(
        id=offer.id,
        job=job.id,
        revision=max((quote.revision for quote in earlier), default=0) + 1,
        day=offer.day,
        valid_until=offer.day + timedelta(days=offer.valid_days),
        by=offer.by,
        lines=lines,
        net=net,
        vat=vat,
        total=net + vat,
        text=text,
    )


def replaced(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Those quotes still open, as replaced by a newer one."""
    return tuple(replace(q, state=QuoteState.REPLACED) for q in quotes if q.state is QuoteState.SENT)


def has_expired(quote: Quote, on: date) -> bool:
    """Whether nobody answered while the quote was valid; its last day still counts."""
    return quote.state is QuoteState.SENT and on > quote.valid_until


def answered(
    quote: Quote, *, accepted: bool, by: str, on: date, despite: frozenset[Code], today: date = date.max
) -> Quote:
    """The quote with its answer; refuses a second answer, a nameless one and an expired quote.

    Late acceptance needs ``QUOTE_EXPIRED`` in ``despite``: that the old price still holds is a decision.
    Nobody has answered on a day that comes after ``today``.
    """
    if quote.state is not QuoteState.SENT:
        raise refuse(Code.WRONG_STATE, "", state=quote.state.value)
    found = Findings()
    name = found.line(by, "by", required=accepted)
    if on < quote.day:
        found.add(Code.TOO_SMALL, "day", least=quote.day)
    if on > today:
        found.add(Code.TOO_LARGE, "day", most=today)
    elif accepted and has_expired(quote, on) and Code.QUOTE_EXPIRED not in despite:
        found.add(Code.QUOTE_EXPIRED, "day", day=quote.valid_until)
    found.refuse_any()
    state = QuoteState.ACCEPTED if accepted else QuoteState.REFUSED
    return replace(quote, state=state, answered_on=on, answered_by=name)


def ordered(job: Job, quote: Quote, order_number: str = "") -> Job:
    """The job as its customer accepted it: the quote's prices and quantities stand."""
    lines = {line.text: line for line in quote.lines}
    phases = tuple(
        replace(phase, unit_price=line.unit_price, quantity=line.quantity)
        if (line := lines.get(phase.name))
        else phase
        for phase in job.phases
    )
    state = JobState.ORDERED if job.state in {JobState.ENQUIRY, JobState.QUOTED} else job.state
    return replace(job, phases=phases, state=state, order_number=order_number or job.order_number)


def ordered_prices(quotes: Iterable[Quote]) -> dict[str, Decimal]:
    """The prices of a unit in the latest quote that was accepted, by the name of the phase."""
    accepted = [quote for quote in quotes if quote.state is QuoteState.ACCEPTED]
    latest = max(accepted, key=lambda quote: quote.revision, default=None)
    return {line.text: line.unit_price for line in latest.lines} if latest is not None else {}


def lost(job: Job, reason: str) -> Job:
    """The job after a refused quote: lost, unless it already runs at an earlier price."""
    if job.state not in {JobState.ENQUIRY, JobState.QUOTED}:
        return job
    if not reason.strip():
        raise Refused(Problem(code=Code.REASON_NEEDED, field="reason"))
    return replace(job, state=JobState.LOST, lost_reason=reason.strip())


def quoted_texts(job: Job, quotes: Iterable[Quote]) -> dict[PhaseId, str]:
    """What the latest accepted quote calls each phase: the customer knows its order by these words.

    A phase that has been renamed since is known by its place and price, when the quote has as many lines as
    the job: another work that came in place of one that was ordered keeps its own name.
    """
    accepted = [quote for quote in quotes if quote.state is QuoteState.ACCEPTED]
    latest = max(accepted, key=lambda quote: quote.revision, default=None)
    if latest is None:
        return {}
    names = {line.text for line in latest.lines}
    found = {phase.id: phase.name for phase in job.phases if phase.name in names}
    if len(latest.lines) != len(job.phases):
        return found
    taken = set(found.values())
    for phase, line in zip(job.phases, latest.lines, strict=True):
        same_price = line.unit_price == phase.unit_price
        if phase.id not in found and line.text not in taken and same_price:
            found[phase.id] = line.text
    return found
