"""Random payments and months of wages, and both reckonings of them side by side."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from subcontract.days import DateRange, Month
from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, TaxCardId
from subcontract.ids import new as new_id
from subcontract.jobs.job import SplitRule
from subcontract.money import Money
from subcontract.payout.calculate import Result
from subcontract.payout.wage_records import PayCode
from subcontract.payout.wages.calculate import wage_month
from subcontract.payout.wages.facts import PaidBefore, PayingFacts, WageFacts
from subcontract.people.client import Client
from subcontract.people.employment import PaidBy
from tests import make, make_pay, wages_in_integers
from tests.wages_in_integers import Card, Person, Pot, Worked

DECEMBER = Month(2026, 12)
JOBS = tuple(make.job(number=number, name=f"Urakka {number}") for number in (1, 2, 3))


def tenths(value: int) -> Decimal:
    return Decimal(value).scaleb(-1)


def euros(cents: int) -> str:
    return str(Money.of_cents(cents))


# --- payments, as the calculator takes them --------------------------------------------------


def random_day(chance: Random, first: int, last: int) -> date:
    return date.fromordinal(chance.randint(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()))


def random_case(chance: Random) -> dict[str, Any]:
    """A case of the kind ``wage``; birthdays near the ages that matter are likely."""
    pay_date = random_day(chance, 2025, 2026)
    born = random_day(chance, 1950, 2010)
    if chance.random() < 0.5:
        age = chance.choice((16, 17, 18, 53, 63, 65, 68, 69, 70))
        around = pay_date.year * 12 + pay_date.month - 1 - age * 12 + chance.randint(-1, 1)
        born = date(around // 12, around % 12 + 1, chance.randint(1, 28))
    earnings = [
        {
            "kind": "hourly",
            "minutes": chance.randint(0, 9000),
            "rate": f"{chance.randint(0, 30000) / 1000:.3f}",
        }
        if chance.random() < 0.6
        else {"kind": "amount", "amount": euros(chance.randint(-50_000, 300_000))}
        for _ in range(chance.randint(0, 4))
    ]
    case: dict[str, Any] = {
        "pay_date": pay_date.isoformat(),
        "birth_date": born.isoformat(),
        "earnings": earnings,
        "holiday_compensation": chance.choice(("0", "9.0", "11.5", "13")),
    }
    kind = chance.random()
    if kind < 0.7:
        case["tax_card"] = {
            "base": str(tenths(chance.randint(0, 600))),
            "additional": str(tenths(chance.randint(0, 600))),
            "limit": euros(chance.randint(0, 2_000_000)),
            "used": euros(chance.randint(0, 2_000_000)),
        }
    elif kind < 0.85:
        case["tax_card"] = {"known_last_year": str(tenths(chance.randint(0, 600)))}
    if chance.random() < 0.3:
        case["employer_pension"] = str(tenths(chance.randint(0, 300)))
    return case


def in_integers(case: dict[str, Any]) -> dict[str, object]:
    """What the second reckoning says of a case, in the calculator's words."""
    gross = sum(_cents_of(earning) for earning in case["earnings"])
    compensation = wages_in_integers.half_up(gross * _tenths_of(case["holiday_compensation"]), 1000)
    said = case.get("tax_card")
    card: Card | int | None = None
    if said is not None and "base" in said:
        card = Card(
            base=_tenths_of(said["base"]),
            additional=_tenths_of(said["additional"]),
            limit=_cents(said["limit"]),
            used=_cents(said["used"]),
        )
    elif said is not None:
        card = _tenths_of(said["known_last_year"])
    own = case.get("employer_pension")
    paid = wages_in_integers.pay(
        gross + compensation, _day(case["pay_date"]), _day(case["birth_date"]), card,
        own_pension=_tenths_of(own) if own else 0,
    )  # fmt: skip
    employer = {"health": euros(paid.employer_health), "unemployment": euros(paid.employer_unemployment)}
    if own:
        employer["pension"] = euros(paid.employer_pension)
    return {
        "gross": euros(gross),
        "holiday_compensation": euros(compensation),
        "taxable": euros(paid.taxable),
        "withholding": euros(paid.withholding),
        "pension": euros(paid.pension),
        "unemployment": euros(paid.unemployment),
        "net": euros(paid.net),
        "employer": employer,
        "card_used_after": None if paid.used_after is None else euros(paid.used_after),
    }


def _cents_of(earning: dict[str, Any]) -> int:
    if earning["kind"] == "amount":
        return _cents(earning["amount"])
    thousandths = int(earning["rate"].replace(".", ""))
    return wages_in_integers.half_up(earning["minutes"] * thousandths, 600)


def _cents(text: str) -> int:
    return int(text.replace(".", ""))


def _tenths_of(text: str) -> int:
    whole, _, part = text.partition(".")
    return int(whole) * 10 + int(part or 0)


def _day(text: str) -> tuple[int, int, int]:
    year, month, day = text.split("-")
    return int(year), int(month), int(day)


# --- months ----------------------------------------------------------------------------------


def random_person(chance: Random, number: int) -> Person:
    """Somebody with up to a dozen days of work."""
    has_card = chance.random() < 0.85
    card = Card(
        base=chance.randint(0, 400),
        additional=chance.randint(0, 600),
        limit=chance.randint(1, 800_000),
        used=chance.randint(0, 800_000),
    )
    worked = tuple(
        Worked(
            day=chance.randint(1, 31),
            job=chance.randint(1, 3),
            minutes=chance.randint(1, 480),
            pieces=chance.choice((0, 0, chance.randint(1, 400))),
        )
        for _ in range(chance.randint(1, 12))
    )
    born = random_day(chance, 1955, 2009)
    return Person(
        number=number,
        born=(born.year, born.month, born.day),
        by=chance.choice(("hour", "piece", "pot")),
        hourly=chance.randint(800, 2500),
        hourly_later=chance.randint(800, 2500),
        later_from=chance.randint(1, 31),
        capacity=chance.choice((1000, 1000, chance.randint(100, 1000))),
        piece=chance.randint(1, 9999),
        compensation=chance.choice((90, 115)),
        card=card if has_card else None,
        counted=chance.choice((0, chance.randint(1, 30_000))),
        uncounted=chance.choice((0, chance.randint(1, 30_000))),
        worked=worked,
    )


@dataclass(frozen=True)
class RandomMonth:
    """A month's people and pots, and the increments in tenths of a per cent."""

    people: tuple[Person, ...]
    pots: tuple[Pot, ...]
    sunday: int
    holiday: int


def random_month(chance: Random) -> RandomMonth:
    people = tuple(random_person(chance, number) for number in range(1, chance.randint(2, 5)))
    pots = tuple(
        Pot(job=job, cents=chance.randint(1, 200_000), by=chance.choice(("minutes", "pieces", "equal")))
        for job in (1, 2, 3)
        if chance.random() < 0.7
    )
    return RandomMonth(
        people=people,
        pots=pots,
        sunday=chance.choice((0, 500, 1000, chance.randint(0, 1500))),
        holiday=chance.choice((0, 500, 1000, chance.randint(0, 1500))),
    )


def as_facts(told: RandomMonth) -> tuple[WageFacts, PayingFacts, dict[int, ClientId]]:
    """The same month as the program takes it."""
    clients = {
        person.number: make_pay.worker(person.number, identity_code=_code(person)) for person in told.people
    }
    entries: list[WorkEntry] = [
        make_pay.work(
            clients[person.number], date(2026, 12, one.day), JOBS[one.job - 1], one.minutes, pieces=one.pieces
        )
        for person in told.people
        for one in person.worked
    ]
    facts = WageFacts(
        month=DECEMBER,
        clients={one.id: one for one in clients.values()},
        jobs={job.id: job for job in JOBS},
        entries=tuple(entries),
        settings=(make_pay.settings(sunday=tenths(told.sunday), holiday=tenths(told.holiday)),),
        employments=tuple(_employment(person, clients[person.number]) for person in told.people),
        items=tuple(item for person in told.people for item in _items(person, clients[person.number])),
        pots=tuple(
            make_pay.pot(JOBS[pot.job - 1], amount=Money.of_cents(pot.cents), split=SplitRule(pot.by))
            for pot in told.pots
        ),
    )
    cards = [_card(person, clients[person.number]) for person in told.people if person.card]
    paying = PayingFacts(
        pay_day=date(2026, 12, 30),
        cards=tuple(card for card, _ in cards),
        paid=tuple(paid for _, paid in cards),
    )
    return facts, paying, {number: client.id for number, client in clients.items()}


def _code(person: Person) -> str:
    """An identity code that tells the day of birth; the check character does not matter here."""
    year, month, day = person.born
    return f"{day:02}{month:02}{year % 100:02}{'-' if year < 2000 else 'A'}900X"


def _employment(person: Person, client: Client) -> Any:
    terms = {
        "capacity": tenths(person.capacity),
        "paid_by": PaidBy(person.by),
        "piece_rate": Decimal(person.piece).scaleb(-4),
    }
    first = make_pay.terms(first=date(2020, 1, 1), hourly=Money.of_cents(person.hourly), **terms)
    later = make_pay.terms(
        first=date(2026, 12, person.later_from), hourly=Money.of_cents(person.hourly_later), **terms
    )
    begins = date(2026, 4, 1) if person.compensation == 115 else date(2026, 4, 2)
    return make_pay.employment(client, first, later, days=DateRange(begins))


def _items(person: Person, client: Client) -> list[Any]:
    sums = ((PayCode.OTHER_WAGE, person.counted), (PayCode.SICK_PAY, person.uncounted))
    return [
        make_pay.item(client, kind, euros(cents), month=DECEMBER, day=date(2026, 12, 5))
        for kind, cents in sums
        if cents
    ]


def _card(person: Person, client: Client) -> tuple[Any, PaidBefore]:
    assert person.card
    card = make_pay.card(
        client,
        id=TaxCardId(new_id()),
        base=tenths(person.card.base),
        additional=tenths(person.card.additional),
        limit=Money.of_cents(person.card.limit),
    )
    used = PaidBefore(
        client=client.id, pay_day=date(2026, 5, 15), card=card.id, used=Money.of_cents(person.card.used)
    )
    return card, used


Figures = tuple[int, int, int, int, int, int, int, int]


def by_the_program(told: RandomMonth) -> dict[int, Figures]:
    facts, paying, ids = as_facts(told)
    results = wage_month(facts, paying)
    return {number: _figures(results[client]) for number, client in ids.items()}


def _figures(result: Result) -> Figures:
    assert result.wage
    sums = (
        result.wage.wages,
        result.wage.holiday_compensation,
        result.taxable,
        result.wage.withholding,
        result.wage.pension,
        result.wage.unemployment,
        result.wage.employer_health,
        result.wage.employer_unemployment,
    )
    first, second, third, fourth, fifth, sixth, seventh, eighth = (each.cents for each in sums)
    return (first, second, third, fourth, fifth, sixth, seventh, eighth)


def by_integers(told: RandomMonth) -> dict[int, Figures]:
    reckoned = wages_in_integers.month(told.people, told.pots, told.sunday, told.holiday)
    return {
        number: (
            wages, compensation, paid.taxable, paid.withholding, paid.pension, paid.unemployment,
            paid.employer_health, paid.employer_unemployment,
        )
        for number, (wages, compensation, paid) in reckoned.items()
    }  # fmt: skip
