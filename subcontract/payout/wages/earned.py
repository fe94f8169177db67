"""What work earns, line by line: hours, pieces, increments, what the floor makes up, fees, typed lines."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from subcontract.ids import EmploymentId, EntryId, JobId
from subcontract.jobs.job import Job
from subcontract.money import ZERO, Money, product, ratio, total
from subcontract.payout.expenses import UNITS
from subcontract.payout.records import PayoutLine
from subcontract.payout.wage_records import AT_WORK, PayCode, PayItem, PaySettings
from subcontract.payout.wages import lines
from subcontract.payout.wages.facts import WageFacts
from subcontract.payout.wages.pots import PotShare
from subcontract.payout.wages.work import FeeWork, Stint
from subcontract.people.employment import WHOLE_CAPACITY, PaidBy

Jobs = Mapping[JobId, Job]


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """A line of what is earned, and the employment that it belongs to."""

    line: PayoutLine
    employment: EmploymentId | None = None

    @property
    def counts(self) -> bool:
        """Whether it is pay for time at work, of which holiday compensation is reckoned."""
        return self.employment is not None and self.line.rule in AT_WORK


def pay_of_minutes(minutes: int, hourly: Decimal) -> Money:
    """Minutes at the pay of an hour, rounded once."""
    return Money.rounded(ratio(product(hourly, minutes), 60))


def increment(minutes: int, hourly: Decimal, percent: Decimal) -> Money:
    """A percentage of the pay of minutes, rounded once."""
    return Money.rounded(ratio(product(hourly, percent, minutes), 60 * 100))


def hours_line(minutes: int, hourly: Decimal) -> PayoutLine:
    """Hours of which nothing more is known."""
    return PayoutLine(
        what=lines.HOURS_ALONE,
        basis=Decimal(minutes),
        basis_unit=lines.MINUTES,
        rate=hourly,
        amount=pay_of_minutes(minutes, hourly),
        rule=PayCode.HOURS.value,
    )


def earned_of_stints(stints: Iterable[Stint], shares: Iterable[PotShare], facts: WageFacts) -> list[Earned]:
    """All that a client's stints earn: the work itself, increments, and what is made up to the floor."""
    by_stint: dict[int, list[PotShare]] = defaultdict(list)
    for share in shares:
        by_stint[id(share.stint)].append(share)
    jobs, found = facts.jobs, list[Earned]()
    results: dict[tuple[object, ...], list[tuple[Stint, Money]]] = defaultdict(list)
    for stint in sorted(stints, key=lambda stint: (stint.first, _name(stint.job, jobs))):
        work = _work_lines(stint, by_stint[id(stint)], jobs)
        increments = _increments(stint, facts.settings_of(stint.first), jobs)
        found += [Earned(line=line, employment=stint.employment.id) for line in (*work, *increments)]
        if stint.terms.paid_by is not PaidBy.HOUR:
            key = (stint.employment.id, stint.job, stint.part, stint.terms.paid_by)
            results[key].append((stint, total(line.amount for line in work)))
    return found + _floors(results.values(), jobs)


def _work_lines(stint: Stint, shares: list[PotShare], jobs: Jobs) -> list[PayoutLine]:
    """What the work itself gives by the terms."""
    match stint.terms.paid_by:
        case PaidBy.HOUR:
            return [_hours(stint, jobs)]
        case PaidBy.PIECE:
            return [_pieces(stint, jobs)] if stint.pieces else []
        case PaidBy.POT:
            return [_pot(share, jobs) for share in shares]


def _hours(stint: Stint, jobs: Jobs) -> PayoutLine:
    """Minutes at the hourly base."""
    base = stint.terms.hourly_base
    lowered = stint.terms.capacity != WHOLE_CAPACITY
    return _line(
        stint,
        lines.HOURS_LOWERED if lowered else lines.HOURS,
        PayCode.HOURS,
        jobs,
        basis=Decimal(stint.minutes),
        unit=lines.MINUTES,
        rate=base.amount,
        amount=pay_of_minutes(stint.minutes, base.amount),
    )


def _pieces(stint: Stint, jobs: Jobs) -> PayoutLine:
    """Pieces at the agreed pay of a piece."""
    return _line(
        stint,
        lines.PIECES_MADE,
        PayCode.PIECES,
        jobs,
        basis=Decimal(stint.pieces),
        unit=lines.PIECES,
        rate=stint.terms.piece_rate,
        amount=Money.rounded(product(stint.terms.piece_rate, stint.pieces)),
    )


def _pot(share: PotShare, jobs: Jobs) -> PayoutLine:
    """A share of the job's pot."""
    return _line(
        share.stint,
        lines.POT_SHARE,
        PayCode.POT,
        jobs,
        basis=share.weight,
        unit=share.unit,
        rate=share.sum.amount,
        amount=share.amount,
    )


def _line(
    stint: Stint,
    what: str,
    code: PayCode,
    jobs: Jobs,
    *,
    basis: Decimal,
    unit: str,
    rate: Decimal,
    amount: Money,
    more: tuple[tuple[str, str], ...] = (),
) -> PayoutLine:
    """A line of a stint: its first day, its terms' first day, its pay group."""
    return PayoutLine(
        what=what,
        blanks=(("job", _name(stint.job, jobs)), *more),
        day=stint.first,
        basis=basis,
        basis_unit=unit,
        rate=rate,
        amount=amount,
        rule=code.value,
        valid_from=stint.terms.first,
        source=stint.terms.pay_group,
        entries=tuple(stint.entries),
    )


def _increments(stint: Stint, settings: PaySettings, jobs: Jobs) -> list[PayoutLine]:
    """What Sundays and public holidays add to the hourly base."""
    kinds = (
        (lines.SUNDAY, PayCode.SUNDAY, stint.sunday, settings.sunday),
        (lines.HOLIDAY, PayCode.HOLIDAY, stint.holiday, settings.holiday),
    )
    base = stint.terms.hourly_base.amount
    return [
        _line(
            stint,
            what,
            code,
            jobs,
            basis=Decimal(minutes),
            unit=lines.MINUTES,
            rate=base,
            amount=increment(minutes, base, percent),
            more=(("percent", format(percent.normalize(), "f")),),
        )
        for what, code, minutes, percent in kinds
        if minutes and percent
    ]


def _floors(results: Iterable[list[tuple[Stint, Money]]], jobs: Jobs) -> list[Earned]:
    """What each job's pieces or pot must be made up by: its own line, and the job's cost."""
    found: list[Earned] = []
    for group in results:
        floor = total(pay_of_minutes(s.minutes, s.terms.hourly_base.amount) for s, _ in group)
        missing = floor - total(amount for _, amount in group)
        if missing > ZERO:
            first = min((stint for stint, _ in group), key=lambda stint: stint.first)
            line = _floor_line(first, [stint for stint, _ in group], missing, jobs)
            found.append(Earned(line=line, employment=first.employment.id))
    return found


def _floor_line(first: Stint, stints: list[Stint], missing: Money, jobs: Jobs) -> PayoutLine:
    """Minutes at the hourly base, less what the pieces or the pot gave."""
    bases = {stint.terms.hourly_base.amount for stint in stints}
    entries: dict[EntryId, None] = dict.fromkeys(entry for stint in stints for entry in stint.entries)
    return PayoutLine(
        what=lines.FLOOR,
        blanks=(("job", _name(first.job, jobs)),),
        day=first.first,
        basis=Decimal(sum(stint.minutes for stint in stints)),
        basis_unit=lines.MINUTES,
        rate=bases.pop() if len(bases) == 1 else Decimal(0),
        amount=missing,
        rule=PayCode.FLOOR.value,
        valid_from=first.terms.first,
        source=first.terms.pay_group,
        entries=tuple(entries),
    )


def fee_line(work: FeeWork, jobs: Jobs) -> PayoutLine:
    """A fee by the hour, or of each time."""
    terms = work.terms
    by_hour = terms.per_hour
    return PayoutLine(
        what=lines.FEE_OF_HOURS if by_hour else lines.FEE_OF_TIMES,
        blanks=(("job", _name(work.job, jobs)),),
        day=work.first,
        basis=Decimal(work.minutes if by_hour else len(work.times)),
        basis_unit=lines.MINUTES if by_hour else lines.TIMES,
        rate=terms.amount.amount,
        amount=terms.amount.for_minutes(work.minutes) if by_hour else terms.amount.times(len(work.times)),
        rule=PayCode.FEE.value,
        valid_from=terms.days.first,
        source=terms.text,
        entries=tuple(work.entries),
    )


def typed_line(item: PayItem) -> PayoutLine:
    """A line as somebody typed it: minutes, or a quantity, or a bare sum."""
    bare, with_text = lines.TYPED[item.kind]
    basis, unit = item.quantity, UNITS.get(item.kind, lines.TIMES)
    if item.minutes:
        basis, unit = Decimal(item.minutes), lines.MINUTES
    return PayoutLine(
        what=with_text if item.text else bare,
        blanks=(("text", item.text),) if item.text else (),
        day=item.day,
        basis=basis,
        basis_unit=unit if basis else "",
        rate=item.rate,
        amount=item.amount,
        rule=item.kind.value,
    )


def _name(job: JobId, jobs: Jobs) -> str:
    """A job as it is called."""
    return jobs[job].name if job in jobs else ""
