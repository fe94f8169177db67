"""Kind ``wage``: one payment of wages, from earnings to the net, with the employer's costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from subcontract.days import EARLIEST, LATEST, DateRange
from subcontract.money import ZERO, Money, total
from subcontract.payout.records import PayoutLine
from subcontract.payout.wages import lines as wording
from subcontract.payout.wages.contributions import Contributions, Employer
from subcontract.payout.wages.earned import hours_line
from subcontract.payout.wages.net import NetOfPay, PayAsk, net_pay
from subcontract.payout.wages.withholding import JANUARY, CardUse, Ground, LastYear, NoCard
from subcontract.problems import Code, refuse
from subcontract.rules import WorkingLine
from subcontract.words import N_
from ui.calc.case import Answer, Case, Field, at_field
from ui.calc.kinds import Kind

NOTHING, WHOLE = Decimal(0), Decimal(100)
EARNING = frozenset({"kind", "minutes", "rate", "amount"})
CARD = frozenset({"base", "additional", "limit", "used", "valid_from", "valid_to", "known_last_year"})


class Earning(StrEnum):
    """What an earning is given by."""

    HOURLY = "hourly"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The ground that a case gives, and what is told of the card's use afterwards."""

    ground: Ground
    used: Money | None = None
    """Before the payment; ``None`` when there is no card."""
    counts: bool = True
    """Whether the payment counts into that card's limit, or into that of the card to come."""


def answer(case: Case) -> Answer:
    """Reckon one payment."""
    pay_day, born = case.day("pay_date"), case.day("birth_date")
    if born > pay_day:
        raise refuse(Code.ENDS_BEFORE_START, "birth_date", first=born, last=pay_day)
    earned = tuple(_earned(case))
    percentage = _percentage(case, "holiday_compensation", NOTHING)
    card = _card(case, pay_day)
    own_pension = _percentage(case, "employer_pension") if case.given("employer_pension") else None
    with at_field("earnings"):
        gross = total(line.amount for line in earned)
        compensation = gross.percent(percentage)
        wages = gross + compensation
    with at_field("pay_date"):
        ask = PayAsk(
            pay_day=pay_day,
            born=born,
            wages=wages,
            ground=card.ground,
            employer=Employer(pension=own_pension),
        )
        net = net_pay(ask)
    lines = (*earned, *_compensation(gross, percentage, compensation), *net.lines)
    return Answer(result=_result(gross, compensation, net, card), lines=[_told(line) for line in lines])


def _earned(case: Case) -> Iterator[PayoutLine]:
    """Each earning, rounded on its own."""
    if not case.given("earnings"):
        raise refuse(Code.REQUIRED, "earnings")
    for earning in case.cases("earnings", EARNING):
        kind = earning.choice("kind", Earning)
        if kind is Earning.AMOUNT:
            _only(earning, "minutes", "rate")
            yield PayoutLine(what=wording.SUM_ALONE, amount=earning.money("amount"))
            continue
        _only(earning, "amount")
        minutes, hourly = earning.whole("minutes"), earning.number("rate")
        for name, value in (("minutes", minutes), ("rate", hourly)):
            if value < 0:
                raise refuse(Code.NEGATIVE, earning.place + name)
        with at_field(earning.place.rstrip(".")):
            yield hours_line(minutes, hourly)


def _only(earning: Case, *others: str) -> None:
    """Refuse fields that belong to the other kind of earning."""
    for name in others:
        if earning.given(name):
            raise refuse(Code.AMBIGUOUS, earning.place + name)


def _percentage(case: Case, name: str, default: Decimal | None = None) -> Decimal:
    """A percentage between nothing and the whole."""
    value = case.number(name, default)
    if value < NOTHING:
        raise refuse(Code.NEGATIVE, case.place + name)
    if value > WHOLE:
        raise refuse(Code.TOO_LARGE, case.place + name, most=WHOLE)
    return value


def _card(case: Case, pay_day: date) -> Card:
    """The tax card, last year's percentage, or nothing."""
    if not case.given("tax_card"):
        return Card(ground=NoCard())
    card = case.inner("tax_card", CARD)
    if card.given("known_last_year"):
        others = [name for name in sorted(CARD - {"known_last_year"}) if card.given(name)]
        if others:
            raise refuse(Code.AMBIGUOUS, card.place + others[0])
        last_year = LastYear(base=_percentage(card, "known_last_year"))
        return Card(ground=last_year, used=ZERO if pay_day.month == JANUARY else None)
    use = _use_of(card)
    days = _days(card)
    if pay_day in days:
        return Card(ground=use, used=use.used)
    at_turn = date(pay_day.year - 1, 12, 31)
    if pay_day.month == JANUARY and at_turn in days:
        # This year's percentage is not known, and the card was in force at the end of last year.
        return Card(ground=LastYear(base=use.base), used=use.used, counts=False)
    return Card(ground=NoCard(), used=use.used, counts=False)


def _use_of(card: Case) -> CardUse:
    """The percentages, the limit and what is used of it; a card without a limit has one percentage."""
    has_limit = card.given("limit")
    used = _not_negative(card, "used", ZERO)
    return CardUse(
        base=_percentage(card, "base"),
        additional=_percentage(card, "additional", None if has_limit else NOTHING),
        limit=_not_negative(card, "limit") if has_limit else None,
        used=used,
    )


def _not_negative(card: Case, name: str, default: Money | None = None) -> Money:
    """An amount of nothing or more."""
    amount = card.money(name, default)
    if amount < ZERO:
        raise refuse(Code.NEGATIVE, card.place + name)
    return amount


def _days(card: Case) -> DateRange:
    """The days of a card; what is left out is open."""
    first = card.day("valid_from") if card.given("valid_from") else EARLIEST
    last = card.day("valid_to") if card.given("valid_to") else LATEST
    with at_field(card.place + "valid_to"):
        return DateRange(first, last)


# --- the answer ------------------------------------------------------------------------------


def _result(gross: Money, compensation: Money, net: NetOfPay, card: Card) -> dict[str, object]:
    """The figures by the contract."""
    after = None if card.used is None else card.used + (net.withheld.used if card.counts else ZERO)
    return {
        "gross": str(gross),
        "holiday_compensation": str(compensation),
        "taxable": str(net.taxable),
        "withholding": str(net.withheld.amount),
        "pension": str(net.contributions.pension),
        "unemployment": str(net.contributions.unemployment),
        "net": str(net.net),
        "employer": _employer(net.contributions),
        "card_used_after": None if after is None else str(after),
    }


def _employer(paid: Contributions) -> dict[str, str]:
    """The employer's costs; its own pension share only when it was given."""
    costs = {"health": paid.employer_health, "unemployment": paid.employer_unemployment}
    if paid.employer_pension is not None:
        costs["pension"] = paid.employer_pension
    return {name: str(amount) for name, amount in costs.items()}


def _compensation(gross: Money, percentage: Decimal, compensation: Money) -> tuple[PayoutLine, ...]:
    """The line of holiday compensation, if there is any."""
    if not percentage:
        return ()
    line = PayoutLine(
        what=wording.COMPENSATION,
        basis=gross.amount,
        basis_unit=wording.EUROS,
        rate=percentage,
        amount=compensation,
    )
    return (line,)


def _told(line: PayoutLine) -> WorkingLine:
    """A line of the working; what is withheld is told without its sign."""
    bare = not line.basis_unit
    return WorkingLine(
        what=line.what,
        facts=dict(line.blanks),
        basis=None if bare else line.basis,
        rate=None if bare or line.rule == wording.PROTECTED_RULE else line.rate,
        amount=abs(line.amount) if line.rule in wording.WITHHELD_RULES else line.amount,
        rule=line.rule if line.valid_from else "",
        valid_from=line.valid_from,
        source=line.source,
    )


KIND = Kind(
    purpose=N_("One payment of wages: withholding, contributions, net, and the employer's costs"),
    fields=(
        Field(name="pay_date", unit=N_("date of payment")),
        Field(name="birth_date", unit=N_("date of birth")),
        Field(
            name="earnings",
            unit=N_("list of kind hourly with minutes and rate, or kind amount with amount in euros"),
        ),
        Field(name="holiday_compensation", unit=N_("per cent of the earnings; none when left out")),
        Field(
            name="tax_card",
            unit=N_(
                "base, additional, limit, used, valid_from and valid_to, or known_last_year in January; "
                "without a card 60 per cent"
            ),
        ),
        Field(name="employer_pension", unit=N_("employer's own pension share in per cent; may be left out")),
    ),
    example=(
        '{"pay_date":"2026-11-30","birth_date":"1990-05-01","earnings":[{"kind":"hourly","minutes":440,'
        '"rate":"13.35"},{"kind":"amount","amount":"20.00"}],"holiday_compensation":"9.0",'
        '"tax_card":{"base":"5.0","additional":"25.0","limit":"6000.00","used":"5500.00",'
        '"valid_from":"2026-01-01","valid_to":"2026-12-31"}}'
    ),
    answer=answer,
)
