"""Evenness as tables: what each total of hours, of pay and of good turns costs each person."""

from collections.abc import Callable
from dataclasses import dataclass
from math import gcd

from subcontract.rota.rotation import points
from subcontract.rota.rotation.points import squared
from subcontract.rota.rotation.problem import Person, Slot
from subcontract.rota.rotation.sharing.basis import Basis
from subcontract.rota.rotation.sharing.shares import THOUSAND, by_day, most_of_day
from subcontract.rota.weights import Goal

STEP_OF_PAY = 50
"""Cents: pay is shared to the half euro; what a person gets is of course paid to the cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """Something that is shared evenly: hours, pay or good turns, with each person's points by total."""

    amount: tuple[tuple[int, ...], ...]
    """What a shift gives a person, in steps of this measure, by person and shift."""
    cost: tuple[tuple[int, ...], ...]
    """A person's points by the total in steps."""


Row = tuple[int, ...]
OfPerson = tuple[Row, Row, Row, Row, Row, Row]
"""What each shift adds to a person's hours, good turns and pay, and the points of each total of these."""


def measures_of(basis: Basis) -> tuple[OfPerson, ...]:
    """The measures of each person; what does not count in this question adds nothing."""
    counts = bool(basis.problem.weights[Goal.EVEN] and basis.problem.size)
    hours = _hours(basis) if counts else _nothing(basis)
    good = _good(basis) if counts and any(slot.good for slot in basis.slots) else _nothing(basis)
    pay = _pay(basis) if counts and basis.problem.pay else _nothing(basis)
    return tuple(
        (
            hours.amount[i],
            good.amount[i],
            pay.amount[i],
            hours.cost[i],
            good.cost[i],
            pay.cost[i],
        )
        for i in range(len(basis.people))
    )


def _nothing(basis: Basis) -> _Measure:
    """A measure that does not count."""
    people = len(basis.people)
    return _Measure(amount=((0,) * len(basis.slots),) * people, cost=((0,),) * people)


def usual_turn(basis: Basis) -> int:
    """The minutes of an average place of the question."""
    minutes = sum(slot.best * slot.minutes for slot in basis.slots)
    return max(1, minutes // max(1, basis.problem.size))


def _hours(basis: Basis) -> _Measure:
    """Minutes against the fair minutes, in the largest step that all shifts are whole of."""
    step, turn = gcd(*(slot.minutes for slot in basis.slots)) or 1, usual_turn(basis)
    amount = tuple(slot.minutes // step for slot in basis.slots)
    cost = []
    for person in basis.people:
        most = _most(basis, person, lambda slot: slot.minutes // step)
        cost.append(_row(basis, most, step, (basis.shares[person.id].minutes, turn), points.EVEN))
    return _Measure(amount=(amount,) * len(basis.people), cost=tuple(cost))


def _good(basis: Basis) -> _Measure:
    """Turns at the jobs that all like, against the fair number of them."""
    amount = tuple(int(slot.good) for slot in basis.slots)
    cost = tuple(
        _row(
            basis,
            _most(basis, person, lambda slot: int(slot.good)),
            THOUSAND,
            (basis.shares[person.id].good, THOUSAND),
            points.EVEN_GOOD,
        )
        for person in basis.people
    )
    return _Measure(amount=(amount,) * len(basis.people), cost=cost)


def _pay(basis: Basis) -> _Measure:
    """Pay against what the fair minutes would give the same person on average."""
    amounts, costs = [], []
    for person in basis.people:
        cents = basis.problem.cents.get(person.id, {})
        steps = {slot.shift.id: _steps(cents.get(slot.shift.id, 0)) for slot in basis.slots}
        share = basis.shares[person.id]
        turn = max(STEP_OF_PAY, share.pay_of_hour * usual_turn(basis) // 60)
        most = _most(basis, person, lambda slot, steps=steps: steps[slot.shift.id])  # type: ignore[misc]
        amounts.append(tuple(steps.values()))
        costs.append(_row(basis, most, STEP_OF_PAY, (share.cents, turn), points.EVEN_PAY))
    return _Measure(amount=tuple(amounts), cost=tuple(costs))


def _steps(cents: int) -> int:
    return (cents + STEP_OF_PAY // 2) // STEP_OF_PAY


def _most(basis: Basis, person: Person, worth: Callable[[Slot], int]) -> int:
    """The most that a person's shifts can give together; what is locked may clash and so adds up."""
    could = sum(most_of_day(day, worth) for day in by_day(basis.could[person.id]).values())
    return could + sum(map(worth, basis.held[person.id]))


def _row(basis: Basis, most: int, step: int, fair: tuple[int, int], cost: int) -> tuple[int, ...]:
    """One person's points by the total in steps."""
    weight = basis.problem.weights[Goal.EVEN]
    target, turn = fair
    return tuple(weight * squared(n * step - target, turn, cost) for n in range(most + 1))
