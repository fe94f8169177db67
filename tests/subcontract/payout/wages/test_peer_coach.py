"""A peer coach's time beside the group is paid by the fee, and by nothing else."""

from dataclasses import replace
from typing import Any

from subcontract.hours.entry import Attendance, EntryKind, WorkEntry
from subcontract.ids import ShiftId
from subcontract.ids import new as new_id
from subcontract.payout.wage_records import PayCode
from subcontract.people.client import FormOfWork
from tests import make
from tests.make_pay import fee_terms, work, worker
from tests.subcontract.payout.wages.test_month import JOB, amounts, gross

PEER = worker(1, FormOfWork.FEE)


def helping(day: int, minutes: int, **fields: Any) -> WorkEntry:
    entry = work(PEER, day, JOB, minutes, shift=ShiftId(new_id()))
    return replace(entry, kind=EntryKind.COACHING, staff=None, **fields)


def test_helping_is_paid_by_the_time_and_by_the_hour() -> None:
    entries = [helping(2, 225), helping(3, 120), helping(4, 0, attendance=Attendance.SICK)]
    each = gross(entries, PEER, fee_terms=(fee_terms(PEER),))
    assert amounts(each, PayCode.FEE) == ["70.00"]
    assert (each.days, each.minutes) == (2, 345)
    hourly = gross(entries, PEER, fee_terms=(fee_terms(PEER, per_hour=True),))
    assert hourly.minutes == 345


def test_a_coachs_own_time_is_nobodys_fee() -> None:
    coach = replace(helping(2, 225), client=None, staff=make.MANAGER)
    assert amounts(gross([coach, helping(3, 120)], PEER, fee_terms=(fee_terms(PEER),)), PayCode.FEE) == [
        "35.00"
    ]
