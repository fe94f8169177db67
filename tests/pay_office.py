"""A centre with two clients and a job, for tests of what is kept about their pay."""

from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.calculate_pay_run import pay_day_of
from subcontract.actions.perform import perform
from subcontract.actions.save_employment import SaveEmployment, save_employment
from subcontract.clock import standing_at
from subcontract.days import Month
from subcontract.ids import PayRunId
from subcontract.jobs.customer import Customer
from subcontract.payout.records import Ledger, Payout, PayoutLine, PayRun, PayRunState
from subcontract.people.client import Client
from subcontract.people.employment import Employment
from subcontract.people.staff import Role
from subcontract.problems import Code, Refused
from tests import make, make_benefits

CLOCK = standing_at(make.TODAY)
NOVEMBER = Month(2026, 11)


@dataclass
class Office:
    """A centre with two clients and a job."""

    store: Any = field(default_factory=make.store)
    """Books in memory, or any other storage that has the unit and its manager."""
    liisa: Client = field(default_factory=lambda: make.client(number=1, identity_code="010190-900P"))
    emil: Client = field(default_factory=lambda: make.client(number=2, first_name="Emil", last_name="Berg"))
    customer: Customer = field(default_factory=make.customer)
    job: Any = None

    def __post_init__(self) -> None:
        self.job = make.job(number=1, customer=self.customer.id)
        self.add("clients", self.liisa, self.emil)
        self.add("customers", self.customer)
        self.add("jobs", self.job)

    def add(self, shelf: str, *records: Any) -> None:
        with self.store.open_books() as books:
            for record in records:
                attrgetter(shelf)(books).add(record)
            books.commit()

    def do(self, action: Any, ask: object, *roles: Role) -> Done:
        return perform(action, ask, self.store.open_books, CLOCK, make.worker(*roles))

    def undo(self, done: Done) -> Done:
        assert done.undo
        return self.do(done.undo.action, done.undo.ask)

    def all(self, shelf: str) -> tuple[Any, ...]:
        with self.store.open_lists() as lists:
            found: tuple[Any, ...] = getattr(lists.pay, shelf).all()
            return found

    def plain(self, shelf: str) -> set[Any]:
        return {replace(one, version=0) for one in self.all(shelf)}

    def approve(self, month: Month = NOVEMBER, *lines: PayoutLine, **payout: Any) -> Payout:
        """An approved wage run with a payout for Liisa."""
        run = PayRun(
            id=PayRunId(ids.new()),
            unit=make.UNIT,
            ledger=payout.get("ledger", Ledger.WAGE),
            month=month,
            pay_day=payout.pop("pay_day", pay_day_of(month)),
            state=PayRunState.APPROVED,
            calculated_by=make.MANAGER,
            calculated_at=CLOCK.now(),
            approved_at=payout.pop("approved_at", None),
        )
        fields = {"client": self.liisa.id, **payout}
        paid = make_benefits.payout(*lines, pay_run=run.id, month=month, **fields)

        self.add("pay_runs", run)
        self.add("payouts", paid)
        return paid

    def employment(self, **fields: Any) -> Employment:
        return make_benefits.employment(client=self.liisa.id, **fields)

    def employ(self, **fields: Any) -> Employment:
        record = self.employment(**fields)
        self.do(save_employment, SaveEmployment(employment=record))
        return record


def problems(office: Office, action: Any, ask: object, *roles: Role) -> list[tuple[Code, str]]:
    with pytest.raises(Refused) as refused:
        office.do(action, ask, *roles)
    return [(one.code, one.field) for one in refused.value.problems]
