from datetime import date

from subcontract.days import DateRange
from subcontract.rota.fairness import shares_of, weeks_until
from subcontract.rota.plan import Plan
from subcontract.rota.shift import ShiftState
from tests import make


def test_four_weeks_end_with_the_week_of_the_day() -> None:
    assert weeks_until(date(2026, 11, 25)) == DateRange(date(2026, 11, 2), date(2026, 11, 29))


def test_shares_count_standing_shifts_and_leave_nobody_out() -> None:
    liisa = make.client(number=1)
    emil = make.client(number=2, first_name="Emil", last_name="Berg")
    gone = make.client(number=3, active=False)
    old, here = make.shift(day=date(2026, 10, 30)), make.shift()
    off = make.shift(state=ShiftState.CANCELLED)
    plan = Plan(
        shifts=(old, here, off),
        clients=(liisa, emil, gone),
        assignments=tuple(make.assignment(shift, liisa) for shift in (old, here, off)),
    )
    shares = shares_of(plan, weeks_until(make.TODAY))
    assert [(s.client.first_name, s.shifts, s.minutes, s.jobs) for s in shares] == [
        ("Emil", 0, 0, 0),
        ("Liisa", 1, 225, 1),
    ]
