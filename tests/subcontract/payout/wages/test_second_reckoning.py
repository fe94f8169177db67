"""Random payments and months: the program and the reckoning in whole numbers agree to the cent."""

import json
from random import Random

import pytest

from subcontract.money import ZERO, total
from subcontract.payout.wages import lines
from subcontract.payout.wages.calculate import wage_month
from tests.random_wages import as_facts, by_integers, by_the_program, in_integers, random_case, random_month
from tests.ui.test_command_line import answers

PAYMENTS, MONTHS = 3000, 1000


@pytest.mark.parametrize("seed", range(3))
def test_random_payments_agree(seed: int) -> None:
    chance = Random(seed)
    cases = [random_case(chance) for _ in range(PAYMENTS // 3)]
    for case, answer in zip(cases, answers("wage", map(json.dumps, cases)), strict=True):
        assert answer == in_integers(case), case


@pytest.mark.parametrize("seed", range(4))
def test_random_months_agree(seed: int) -> None:
    chance = Random(seed)
    for _ in range(MONTHS // 4):
        told = random_month(chance)
        assert by_the_program(told) == by_integers(told), told


def test_random_months_keep_their_sums() -> None:
    chance = Random(99)
    for _ in range(100):
        facts, paying, _ = as_facts(random_month(chance))
        results = wage_month(facts, paying)
        for pot in facts.pots:
            shared = total(
                line.amount
                for result in results.values()
                for line in result.lines
                if line.rule == "pot" and dict(line.blanks)["job"] == facts.jobs[pot.job].name
            )
            assert shared in {pot.amount, ZERO}
        for result in results.values():
            assert result.wage
            told = total(line.amount for line in result.lines if not lines.is_told_only(line))
            assert told == result.tax_free + result.taxable - result.wage.withheld
            assert ZERO <= result.wage.withholding <= result.taxable
            assert result.wage.withheld <= result.taxable


def test_the_random_cases_reach_what_matters() -> None:
    chance = Random(7)
    months = [random_month(chance) for _ in range(200)]
    people = [person for told in months for person in told.people]
    assert {person.by for person in people} == {"hour", "piece", "pot"}
    found = set()
    for told in months:
        facts, paying, _ = as_facts(told)
        for result in wage_month(facts, paying).values():
            found |= {line.rule for line in result.lines}
    assert {"hours", "pieces", "pot", "floor", "sunday", "holiday", "sick_pay"} <= found
