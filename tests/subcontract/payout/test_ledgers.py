"""The two ledgers side by side: the same hours and the same costs are never in both."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract.days import DateRange
from subcontract.hours.entry import WorkEntry
from subcontract.ids import PayoutId, PayRunId
from subcontract.ids import new as new_id
from subcontract.money import ZERO, Money
from subcontract.payout.calculate import Result, calculate
from subcontract.payout.facts import MonthFacts
from subcontract.payout.records import AboveLimit, Ledger, Payout, Tariff, TariffBasis, TariffRate
from subcontract.payout.wage_records import MixedDay, PayCode, PaySettings
from subcontract.payout.wages import lines
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.facts import WageFacts
from subcontract.payout.wages.gross import gross_month
from subcontract.payout.wages.of_allowance import with_withholding
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork, TariffClassSpan
from subcontract.people.employment import PaidBy
from tests import make, make_pay
from tests.make_pay import NOVEMBER, YEAR, card, employment, item, paying, terms, wage_facts, work, worker
from ui.presenters.working import steps_of_payout
from ui.texts import CatalogueTexts

FINNISH = CatalogueTexts("fi")
JOB, OTHER = make.job(number=1), make.job(number=2)
CLASS_A = (TariffClassSpan(days=YEAR, tariff_class="A"),)


def on_allowance(number: int = 1) -> Client:
    return worker(number, FormOfWork.ALLOWANCE, tariff_classes=CLASS_A)


def allowance_facts(facts: WageFacts, *tariffs: Tariff) -> MonthFacts:
    """The same month as the allowance sees it."""
    return MonthFacts(
        month=facts.month,
        tariffs=tariffs or (make.tariff(),),
        clients=facts.clients,
        jobs=facts.jobs,
        entries=facts.entries,
        employments=facts.employments,
        settings=facts.settings,
        items=facts.items,
    )


def each_its_own(**fields: object) -> PaySettings:
    return replace(make_pay.settings(mixed_day=MixedDay.EACH_ITS_OWN), **fields)  # type: ignore[arg-type]


def mixed(anna: Client, *settings: PaySettings) -> WageFacts:
    """Anna is on allowance, and employed for one job: on the second at both, on the third at one."""
    entries = [work(anna, 2, JOB), work(anna, 2, OTHER), work(anna, 3, OTHER), work(anna, 4, JOB)]
    own = employment(anna, job=JOB.id)
    return wage_facts((anna,), (JOB, OTHER), entries, employments=(own,), settings=settings)


def entries_in(result: Result) -> set[object]:
    return {entry for line in result.lines for entry in line.entries}


def test_an_employment_for_a_job_makes_its_work_wage_work():
    anna = on_allowance()
    facts = mixed(anna, make_pay.settings())
    wage = gross_month(facts)[anna.id]
    assert (wage.days, wage.minutes) == (2, 480)
    allowance = calculate(allowance_facts(facts))[anna.id]
    assert (allowance.days, allowance.tax_free) == (1, Money("8.00"))
    assert PayWarning.MIXED_DAY in allowance.warnings


def test_a_mixed_day_may_give_both_where_the_unit_says_so():
    anna = on_allowance()
    facts = mixed(anna, each_its_own())
    allowance = calculate(allowance_facts(facts))[anna.id]
    assert (allowance.days, allowance.tax_free) == (2, Money("16.00"))
    assert PayWarning.MIXED_DAY not in allowance.warnings
    late = mixed(anna, make_pay.settings(), each_its_own(first=date(2026, 11, 3)))
    assert calculate(allowance_facts(late))[anna.id].days == 1


def test_wage_stands_alone_while_nothing_is_set():
    anna = on_allowance()
    assert calculate(allowance_facts(mixed(anna)))[anna.id].days == 1


def test_pieces_of_each_ledger_stay_in_it():
    anna = on_allowance()
    by_piece = terms(paid_by=PaidBy.PIECE, piece_rate=Decimal("0.10"))
    entries = [work(anna, 2, JOB, 1, pieces=100), work(anna, 2, OTHER, 1, pieces=7)]
    facts = wage_facts(
        (anna,), (JOB, OTHER), entries,
        employments=(employment(anna, by_piece, job=JOB.id),), settings=(each_its_own(),),
    )  # fmt: skip
    tariff = make.tariff(TariffRate(tariff_class="A", basis=TariffBasis.PIECE, amount=Money("0.01")))
    assert gross_month(facts)[anna.id].pieces == 100
    assert calculate(allowance_facts(facts, tariff))[anna.id].tax_free == Money("0.07")


def test_hours_paid_as_allowance_are_not_paid_as_wage():
    anna = worker()
    paid, free = work(anna, 2, JOB), work(anna, 3, JOB)
    facts = wage_facts(
        (anna,), (JOB,), [paid, free], employments=(employment(anna),), paid_elsewhere=frozenset({paid.id})
    )
    got = gross_month(facts)[anna.id]
    assert (got.days, got.minutes, PayWarning.PAID_ELSEWHERE in got.warnings) == (1, 240, True)


def test_costs_are_paid_back_in_the_payout_that_there_is():
    waged, allowed, idle, absent = worker(1), on_allowance(2), worker(3), on_allowance(4)
    people = (waged, allowed, idle, absent)
    tickets = tuple(item(one, PayCode.BUS_TICKET, "4.40") for one in people)
    entries = [work(waged, 2, JOB), *(work(allowed, day, JOB) for day in (2, 3))]
    facts = wage_facts(people, (JOB,), entries, employments=(employment(waged),), items=tickets)
    in_wages, in_allowance = wage_month(facts, paying(card(waged))), calculate(allowance_facts(facts))
    assert set(in_wages) == {waged.id, idle.id}
    assert set(in_allowance) == {allowed.id, absent.id}
    got = in_allowance[allowed.id]
    assert (got.tax_free, got.cut) == (Money("20.40"), ZERO)
    assert got.wage is not None
    assert got.wage.expenses == Money("4.40")
    assert in_allowance[absent.id].tax_free == Money("4.40")


def test_costs_never_count_into_the_limit_of_the_allowance():
    anna = on_allowance()
    ticket = item(anna, PayCode.BUS_TICKET, "4.40", day=date(2026, 11, 2))
    facts = wage_facts((anna,), (JOB,), [work(anna, 2, JOB)], items=(ticket,))
    tariff = make.tariff(TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money(12)))
    got = calculate(allowance_facts(facts, tariff))[anna.id]
    assert (got.tax_free, got.cut) == (Money("16.40"), ZERO)


def test_the_taxable_part_of_an_allowance_is_withheld_from():
    anna = on_allowance()
    facts = wage_facts((anna,), (JOB,), [work(anna, 2, JOB)])
    row = TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money(32))
    results = calculate(allowance_facts(facts, make.tariff(row, above_limit=AboveLimit.TAXABLE)))
    own = card(anna)
    got = with_withholding(results, NOVEMBER, paying(own))[anna.id]
    assert got.wage is not None
    assert (got.taxable, got.wage.withheld, got.wage.tax_card) == (Money(20), Money(1), own.id)
    assert (got.wage.pension, got.wage.employer_health) == (ZERO, ZERO)
    assert [line.amount for line in got.lines if line.rule in lines.WITHHELD_RULES] == [Money(-1)]
    without = with_withholding(results, NOVEMBER, paying())[anna.id]
    assert PayWarning.NO_TAX_CARD in without.warnings


@given(
    spans=st.lists(
        st.tuples(st.integers(1, 28), st.sampled_from((None, *FormOfWork))),
        min_size=1,
        max_size=4,
        unique_by=lambda s: s[0],
    ),
    job_days=st.tuples(st.integers(1, 30), st.integers(1, 30)),
    worked=st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=20),
    rule=st.sampled_from(MixedDay),
)
def test_no_hour_is_ever_in_both_ledgers(
    *,
    spans: list[tuple[int, FormOfWork | None]],
    job_days: tuple[int, int],
    worked: list[tuple[int, bool]],
    rule: MixedDay,
):
    anna = replace(on_allowance(), forms=())
    starts = sorted(spans)
    ends = [*(first - 1 for first, _ in starts[1:]), 30]
    for (first, form), last in zip(starts, ends, strict=True):
        if form is not None:
            days = DateRange(date(2026, 11, first), date(2026, 11, last))
            anna = replace(anna, forms=(*anna.forms, *make_pay.forms(form, days)))
    first, last = sorted(job_days)
    for_job = employment(anna, days=DateRange(date(2026, 11, first), date(2026, 11, last)), job=JOB.id)
    entries: list[WorkEntry] = [work(anna, day, JOB if at_job else OTHER) for day, at_job in worked]
    facts = wage_facts(
        (anna,), (JOB, OTHER), entries, employments=(for_job, employment(anna)),
        fee_terms=(make_pay.fee_terms(anna),), settings=(make_pay.settings(mixed_day=rule),),
    )  # fmt: skip
    in_wages = wage_month(facts, paying()).get(anna.id, Result(client=anna.id))
    in_allowance = calculate(allowance_facts(facts)).get(anna.id, Result(client=anna.id))
    assert not entries_in(in_wages) & entries_in(in_allowance)
    agreed = {entry.id for entry in entries if anna.form_on(entry.day) is not None}
    if rule is MixedDay.EACH_ITS_OWN:
        assert entries_in(in_wages) | entries_in(in_allowance) == agreed
    else:
        assert entries_in(in_wages) | entries_in(in_allowance) <= agreed


@pytest.mark.parametrize("rule", MixedDay)
def test_every_rule_of_a_mixed_day_has_its_meaning(rule: MixedDay):
    anna = on_allowance()
    days = calculate(allowance_facts(mixed(anna, make_pay.settings(mixed_day=rule))))[anna.id].days
    assert days == {MixedDay.WAGE_ALONE: 1, MixedDay.EACH_ITS_OWN: 2}[rule]


def test_a_cost_by_the_kilometre_and_a_percentage_can_be_read_under_why():
    anna = on_allowance()
    drive = item(
        anna, PayCode.KILOMETRES, "3.13", quantity=Decimal("12.5"), rate=Decimal("0.2501"), text="Koti"
    )
    facts = wage_facts((anna,), (JOB,), [work(anna, 2, JOB)], items=(drive,))
    row = TariffRate(tariff_class="A", basis=TariffBasis.DAY, amount=Money(32))
    results = calculate(allowance_facts(facts, make.tariff(row, above_limit=AboveLimit.TAXABLE)))
    result = with_withholding(results, NOVEMBER, paying(card(anna)))[anna.id]
    payout = Payout(
        id=PayoutId(new_id()), pay_run=PayRunId(new_id()), client=anna.id, ledger=Ledger.ALLOWANCE,
        month=NOVEMBER, days=1, minutes=240, pieces=0, tax_free=result.tax_free, taxable=result.taxable,
        lines=result.lines, wage=result.wage,
    )  # fmt: skip
    steps = {step.what: (step.basis, step.rate, step.amount) for step in steps_of_payout(payout, FINNISH)}
    assert steps["to 5.11.2026 · Kilometrit: Koti"] == ("12,5 km", "0,2501\u00a0€", "3,13\u00a0€")
    assert steps["Ennakonpidätys verokortilla, perusprosentti"][1] == "5\u00a0%"
