"""Claims of what real wage runs have reckoned: days of the decision, increments, corrections run by run."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from subcontract import ids
from subcontract.actions.act import Done
from subcontract.actions.approve_pay_run import ApprovePayRun, approve_pay_run
from subcontract.actions.calculate_pay_run import CalculatePayRun, calculate_pay_run
from subcontract.actions.claim_facts import passed_claims
from subcontract.actions.make_subsidy_claim import (
    MakeSubsidyClaim,
    MarkClaimSent,
    make_subsidy_claim,
    mark_claim_sent,
)
from subcontract.actions.pay_items import AddPayItem, add_pay_item
from subcontract.actions.perform import perform
from subcontract.actions.save_employment import SaveEmployment, save_employment
from subcontract.actions.save_pay_settings import SavePaySettings, save_pay_settings
from subcontract.actions.save_subsidy import SaveSubsidyDecision, save_subsidy_decision
from subcontract.benefits.records import SubsidyClaim, SubsidyDecision
from subcontract.benefits.subsidy_claims import to_correct
from subcontract.clock import FixedClock
from subcontract.days import DateRange, Month
from subcontract.ids import PayRunId, StaffId
from subcontract.money import Money, total
from subcontract.payout.eligible import COUNTED, LEFT_OUT, OUTSIDE
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import PayCode
from subcontract.people.client import Client
from subcontract.people.employment import PaidBy
from subcontract.people.staff import Role
from tests import make, make_benefits, make_pay
from tests.fakes import MemoryStore

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
CLERK = StaffId(ids.new())


@dataclass
class Office:
    """An office that pays one employed person, month by month."""

    store: MemoryStore = field(default_factory=make.store)
    at: datetime = datetime(2026, 12, 1, 8, tzinfo=UTC)
    client: Client = field(default_factory=make_pay.worker)
    job: Any = field(default_factory=lambda: make.job(number=1))

    def __post_init__(self) -> None:
        def write(books: Any) -> None:
            books.clients.add(self.client)
            books.jobs.add(self.job)

        self.store.fill(write)
        self.employment = make_pay.employment(self.client)
        self.save(self.employment)
        self.do(save_pay_settings, SavePaySettings(settings=make_pay.settings()))

    def do(self, action: Any, ask: object, *roles: Role, **worker: Any) -> Done:
        self.at += timedelta(minutes=1)
        return perform(action, ask, self.store.open_books, FixedClock(self.at), make.worker(*roles, **worker))

    def save(self, employment: Any) -> None:
        self.do(save_employment, SaveEmployment(employment=employment))

    def work(self, *days: int, minutes: int = 240) -> None:
        for day in days:
            self.at += timedelta(minutes=1)
            entry = make_pay.work(self.client, date(2026, 10, day), self.job, minutes, at=self.at)
            self.store.fill(lambda books, entry=entry: books.entries.add(entry))  # type: ignore[misc]

    def decide(self, last: str = "2026-10-31", **fields: Any) -> SubsidyDecision:
        days = DateRange(date(2026, 1, 1), date.fromisoformat(last))
        decision = make_benefits.decision(
            client=self.client.id, employment=self.employment.id, days=days, **fields
        )
        self.do(save_subsidy_decision, SaveSubsidyDecision(decision=decision))
        return decision

    def run(self, month: Month) -> None:
        """Calculate and approve a month of wages."""
        ask = CalculatePayRun(month=month, ledger=Ledger.WAGE)
        done = self.do(calculate_pay_run, ask, Role.CLERK, staff=CLERK)
        with self.store.open_lists() as lists:
            run = lists.pay_runs.get(PayRunId(done.id)) if done.id else None
            assert run is not None
            paid = total(payout.paid for payout in lists.payouts.where(pay_run=run.id))
        self.do(approve_pay_run, ApprovePayRun(pay_run=run.id, version=run.version, paid=paid))

    def claim(self, decision: SubsidyDecision) -> SubsidyClaim:
        self.do(make_subsidy_claim, MakeSubsidyClaim(decision=decision.id, month=OCTOBER))
        return self.stored()

    def stored(self) -> SubsidyClaim:
        with self.store.open_lists() as lists:
            (claim,) = lists.pay.subsidy_claims.all()
        return claim

    def passed(self) -> tuple[SubsidyClaim, ...]:
        with self.store.open_lists() as lists:
            return passed_claims(lists, make.UNIT, self.at.date())


@pytest.fixture
def office() -> Office:
    return Office()


def sums(claim: SubsidyClaim, *, counted: bool) -> dict[str, str]:
    return {one.what: str(one.amount) for one in claim.lines if one.counted is counted}


def test_a_whole_month_of_hours_sundays_and_sick_pay(office: Office) -> None:
    decision = office.decide()
    office.work(5, 6, 11)
    sick = AddPayItem(
        client=office.client.id, month=OCTOBER, day=date(2026, 10, 7), kind=PayCode.SICK_PAY, amount=Money(48)
    )
    office.do(add_pay_item, sick)
    office.run(OCTOBER)
    claim = office.claim(decision)
    assert sums(claim, counted=True) == {
        COUNTED[PayCode.HOURS]: "144.00",
        COUNTED[PayCode.SUNDAY]: "48.00",
        COUNTED[PayCode.SICK_PAY]: "48.00",
    }
    assert (claim.eligible, claim.amount) == (Money(240), Money(168))
    assert LEFT_OUT[PayCode.HOLIDAY_COMPENSATION] in sums(claim, counted=False)


@pytest.mark.parametrize("decided_first", [True, False])
def test_days_after_the_decision_are_left_out_whenever_it_was_saved(
    office: Office, decided_first: bool
) -> None:
    decision = office.decide("2026-10-14") if decided_first else None
    office.work(5, 11, 14, 15, 18, 30)
    office.run(OCTOBER)
    claim = office.claim(decision or office.decide("2026-10-14"))
    assert sums(claim, counted=True) == {COUNTED[PayCode.HOURS]: "144.00", COUNTED[PayCode.SUNDAY]: "48.00"}
    assert sums(claim, counted=False)[OUTSIDE] == "192.00"
    assert (claim.days.last, claim.amount) == (date(2026, 10, 14), Money("134.40"))


def test_pieces_are_left_out_and_the_top_up_counts(office: Office) -> None:
    decision = office.decide()
    terms = make_pay.terms(paid_by=PaidBy.PIECE, piece_rate=Decimal("0.10"))
    office.save(replace(office.employment, terms=(terms,)))
    entry = make_pay.work(office.client, date(2026, 10, 5), office.job, 240, pieces=300)
    office.store.fill(lambda books: books.entries.add(entry))
    office.run(OCTOBER)
    claim = office.claim(decision)
    assert sums(claim, counted=True) == {COUNTED[PayCode.FLOOR]: "18.00"}
    assert sums(claim, counted=False)[LEFT_OUT[PayCode.PIECES]] == "30.00"


def test_a_rate_raised_back_in_time_corrects_a_sent_claim(office: Office) -> None:
    decision = office.decide()
    office.work(5, 6)
    office.run(OCTOBER)
    claim = office.claim(decision)
    assert claim.amount == Money("67.20")
    office.do(mark_claim_sent, MarkClaimSent(claim=claim.id, version=claim.version, sent_on=office.at.date()))
    raised = make_pay.terms(first=date(2026, 10, 6), hourly=Money(13))
    office.save(replace(office.employment, terms=(*office.employment.terms, raised)))
    assert office.passed() == ()  # the correction is not paid yet
    office.run(NOVEMBER)
    (now,) = office.passed()
    assert (now.eligible, now.amount, to_correct(now)) == (Money(100), Money(70), Money("2.80"))
    corrected = office.claim(decision)
    assert (corrected.amount, corrected.earlier, corrected.sent_on) == (Money(70), Money("67.20"), None)
