from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subcontract import ids
from subcontract.ids import PhaseId, QuoteId
from subcontract.jobs.job import Basis, JobState
from subcontract.jobs.offers import (
    Offer,
    answered,
    has_expired,
    lost,
    offered,
    ordered,
    quoted_texts,
    replaced,
)
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.money import Money
from subcontract.problems import Code, Refused
from tests import make


def offer(**fields: Any) -> Offer:
    default = Offer(id=QuoteId(ids.new()), by=make.MANAGER, day=make.TODAY, valid_days=30)
    return replace(default, **fields)


def test_a_quote_copies_the_phases_and_sums_vat_once_a_rate() -> None:
    job = make.job(
        phases=(
            make.phase(),
            make.phase(
                name="Piha", basis=Basis.FIXED, quantity=Decimal(1), unit_name="", unit_price=Decimal("99.99")
            ),
            make.phase(name="Leipä", quantity=Decimal(3), unit_price=Decimal("1.1111"), vat_class="reduced"),
        )
    )
    quote = offered(job, (), offer())
    assert [(line.text, line.unit, line.vat, line.net) for line in quote.lines] == [
        ("Tarroitus", "kpl", "25.5", Money("948.00")),
        ("Piha", "erä", "25.5", Money("99.99")),
        ("Leipä", "kpl", "13.5", Money("3.33")),
    ]
    assert (quote.net, quote.vat, quote.total) == (Money("1051.32"), Money("267.69"), Money("1319.01"))
    assert (quote.revision, quote.valid_until) == (1, date(2026, 12, 23))


def test_vat_is_that_of_the_day_and_a_seller_outside_the_register_charges_none() -> None:
    old = offered(make.job(), (), offer(day=date(2024, 8, 31)))
    assert old.lines[0].vat == "24.0"
    assert offered(make.job(), (), offer(vat_registered=False)).vat == Money(0)


def test_what_the_job_lacks_is_told_at_once() -> None:
    job = make.job(
        phases=(make.phase(unit_price=Decimal(0)), make.phase(name="Pakkaus", quantity=Decimal(0)))
    )
    with pytest.raises(Refused) as refused:
        offered(job, (), offer(valid_days=0))
    assert [(p.code, p.field) for p in refused.value.problems] == [
        (Code.PRICE_MISSING, "phases.0.unit_price"),
        (Code.REQUIRED, "phases.1.quantity"),
        (Code.TOO_SMALL, "valid_days"),
    ]
    with pytest.raises(Refused) as refused:
        offered(make.job(phases=(), state=JobState.CLOSED), (), offer())
    assert [p.code for p in refused.value.problems] == [Code.WRONG_STATE, Code.NO_PHASES]


def test_a_new_version_takes_the_place_of_the_open_one() -> None:
    refused_one = make.quote(state=QuoteState.REFUSED)
    open_one = make.quote(revision=2)
    assert offered(make.job(), (refused_one, open_one), offer()).revision == 3
    assert replaced((refused_one, open_one)) == (replace(open_one, state=QuoteState.REPLACED),)


def test_the_last_day_still_counts() -> None:
    quote = make.quote()
    assert not has_expired(quote, quote.valid_until)
    assert has_expired(quote, quote.valid_until + timedelta(days=1))
    assert not has_expired(replace(quote, state=QuoteState.ACCEPTED), date(2030, 1, 1))


def test_an_expired_quote_is_accepted_only_when_that_is_confirmed() -> None:
    quote, late = make.quote(), date(2027, 1, 15)
    with pytest.raises(Refused) as refused:
        answered(quote, accepted=True, by="Olli", on=late, despite=frozenset())
    assert refused.value.code is Code.QUOTE_EXPIRED
    done = answered(quote, accepted=True, by="Olli", on=late, despite=frozenset({Code.QUOTE_EXPIRED}))
    assert (done.state, done.answered_on, done.answered_by) == (QuoteState.ACCEPTED, late, "Olli")


def test_an_answer_comes_once_from_somebody_and_not_before_the_quote() -> None:
    with pytest.raises(Refused) as refused:
        answered(make.quote(), accepted=True, by=" ", on=date(2026, 11, 1), despite=frozenset())
    assert [p.field for p in refused.value.problems] == ["by", "day"]
    with pytest.raises(Refused) as refused:
        answered(
            make.quote(state=QuoteState.ACCEPTED), accepted=False, by="", on=make.TODAY, despite=frozenset()
        )
    assert refused.value.code is Code.WRONG_STATE


@pytest.mark.parametrize("accepted", [True, False])
def test_nobody_has_answered_tomorrow(*, accepted: bool) -> None:
    quote, today = make.quote(), make.TODAY
    tomorrow = today + timedelta(days=1)
    with pytest.raises(Refused) as refused:
        answered(quote, accepted=accepted, by="Olli", on=tomorrow, despite=frozenset(), today=today)
    found = refused.value.problems
    assert [(p.code, p.field, dict(p.facts)) for p in found] == [(Code.TOO_LARGE, "day", {"most": today})]
    assert answered(quote, accepted=accepted, by="Olli", on=today, despite=frozenset(), today=today)


def test_an_order_stands_at_the_prices_of_the_quote() -> None:
    job = make.job(state=JobState.QUOTED)
    quote = offered(job, (), offer())
    cheaper = replace(job, phases=(replace(job.phases[0], unit_price=Decimal("0.10"), quantity=Decimal(5)),))
    order = ordered(cheaper, quote, "PO-7")
    assert (order.state, order.order_number) == (JobState.ORDERED, "PO-7")
    assert (order.phases[0].unit_price, order.phases[0].quantity) == (Decimal("0.79"), Decimal(1200))


def test_a_running_job_keeps_running_whatever_its_new_quote_meets() -> None:
    running = make.job(state=JobState.RUNNING)
    assert ordered(running, make.quote()).state is JobState.RUNNING
    assert lost(running, "") == running


def test_a_refused_job_is_lost_with_a_reason() -> None:
    job = make.job(state=JobState.QUOTED)
    assert lost(job, " Kallis ").lost_reason == "Kallis"
    with pytest.raises(Refused):
        lost(job, " ")


prices = st.decimals(min_value=Decimal("0.0001"), max_value=Decimal(1000), places=4)


@given(st.lists(st.tuples(prices, prices), min_size=1, max_size=8))
def test_the_total_is_always_lines_and_vat(pairs: list[tuple[Decimal, Decimal]]) -> None:
    phases = tuple(make.phase(name=f"v{n}", quantity=q, unit_price=p) for n, (q, p) in enumerate(pairs))
    quote: Quote = offered(make.job(phases=phases), (), offer())
    assert quote.net == sum((line.net for line in quote.lines), Money(0))
    assert quote.total == quote.net + quote.vat


# --- what the quote calls the work ---------------------------------------------------------------


def test_phases_are_called_as_they_were_ordered_even_when_renamed_since() -> None:
    one, two = make.phase(name="Tarroitus"), make.phase(id=PhaseId(ids.new()), name="Pakkaus")
    job = make.job(phases=(one, two))
    line = make.quote(job=job.id).lines[0]
    first = replace(line, text="Tarroitus")
    second = replace(line, text="Pakkaaminen laatikoihin")
    quote = make.quote(job=job.id, lines=(first, second), state=QuoteState.ACCEPTED)
    assert quoted_texts(job, (quote,)) == {one.id: "Tarroitus", two.id: "Pakkaaminen laatikoihin"}
    shorter = replace(quote, lines=(first,))
    assert quoted_texts(job, (shorter,)) == {one.id: "Tarroitus"}
    open_one = replace(quote, state=QuoteState.SENT)
    assert quoted_texts(job, (open_one,)) == {}
    newer = replace(quote, revision=2, lines=(first, replace(second, text="Pakkaus")))
    assert quoted_texts(job, (newer, quote)) == {one.id: "Tarroitus", two.id: "Pakkaus"}
    other = replace(job, phases=(one, replace(two, unit_price=Decimal(5))))
    assert quoted_texts(other, (quote,)) == {one.id: "Tarroitus"}
