"""The working behind an amount as plain words, for the panel under Miksi?; no Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from subcontract import rules
from subcontract.days import Month
from subcontract.invoicing.records import InvoiceLine, VatSum
from subcontract.money import Money
from subcontract.papers.wording import source
from subcontract.payout import lines as wording
from subcontract.payout.records import Ledger, Payout, PayoutLine
from subcontract.payout.wages.parts import parts_of
from subcontract.words import N_, Texts

CUTS = frozenset({wording.CUT_OF_DAY, wording.CUT_OF_PERIOD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a calculation, written."""

    what: str
    basis: str = ""
    rate: str = ""
    amount: str = ""
    rule: str = ""
    since: date | None = None
    source: str = ""
    is_sum: bool = False


@cache
def _known() -> frozenset[str]:
    """Every dated rule."""
    return frozenset(one.name for one in rules.all_rules())


def steps_of_payout(payout: Payout, texts: Texts) -> tuple[Step, ...]:
    """What is earned, what is withheld, what goes to the account; then the employer's costs on top."""
    wage = payout.ledger is Ledger.WAGE
    parts = parts_of(payout)
    steps = [step_of(line, texts, wage=wage) for line in parts.earned]
    if parts.withheld:
        steps.append(_sum(N_("Before what is withheld"), payout.paid, texts))
        steps += [step_of(line, texts, wage=wage) for line in parts.withheld]
    steps.append(_sum(N_("To the account") if wage else N_("Paid"), payout.net, texts))
    if payout.taxable and not wage:
        steps += _shares(payout, texts)
    if parts.employer and payout.wage:
        steps += [step_of(line, texts, wage=wage) for line in parts.employer]
        steps.append(_sum(N_("Employer's costs on top"), payout.wage.employer_costs, texts))
    steps += [step_of(line, texts, wage=wage) for line in parts.told]
    return tuple(steps)


def _sum(what: str, amount: Money, texts: Texts) -> Step:
    """A sum of the lines above it."""
    return Step(what=texts.say(what), amount=texts.money(amount), is_sum=True)


def _shares(payout: Payout, texts: Texts) -> Iterator[Step]:
    """How much of an allowance is free of tax and how much taxable."""
    yield Step(what=texts.say(N_("Of that free of tax")), amount=texts.money(payout.tax_free))
    taxable = texts.say(N_("Of that taxable, before withholding"))
    yield Step(what=taxable, amount=texts.money(payout.taxable))


def step_of(line: PayoutLine, texts: Texts, *, wage: bool) -> Step:
    """One line of a payout."""
    what = texts.say(line.what, **dict(line.blanks))
    if line.rule == wording.DIFFERENCE_RULE and line.day is not None:
        what = f"{what} · {texts.month(Month.of(line.day))}"
    elif wage and line.day is not None and len(line.entries) > 1:  # the first of several days
        what = f"{texts.say(N_('from {day}'), day=line.day)} · {what}"
    elif line.day is not None:
        what = f"{texts.weekday(line.day)} {texts.day(line.day)} · {what}"
    return Step(
        what=what,
        basis=_basis(line, texts),
        rate=_rate(line, texts),
        amount=texts.money(line.amount),
        rule=_rule(line, texts, wage=wage),
        since=line.valid_from,
        source=source(texts, line.source) if line.rule in _known() else "",
    )


def _rate(line: PayoutLine, texts: Texts) -> str:
    """The price of a unit, or a percentage of euros; where the basis tells all there is none."""
    if line.what in wording.TAXABLE or line.rule == wording.POT_RULE:
        return ""
    if wording.is_percentage(line):
        return texts.percent(line.rate)
    return price_text(line.rate, texts) if line.rate else ""


def _basis(line: PayoutLine, texts: Texts) -> str:
    """What the rate is taken of; what is taxable above a limit is told in euros, a share with the whole."""
    if line.rule == wording.POT_RULE and line.rate:
        own = _quantity(line, texts)
        return texts.say(N_("{own} of the group's {pot}"), own=own, pot=Money(line.rate))
    if line.what in CUTS:
        return ""
    if line.what in wording.TAXABLE or wording.is_percentage(line):
        return texts.money(Money(line.basis))
    return _quantity(line, texts)


def _quantity(line: PayoutLine, texts: Texts) -> str:
    """A length of time, or a number with its unit."""
    if not line.basis:
        return ""
    if line.basis_unit == wording.MINUTES:
        return texts.length(int(line.basis))
    return f"{texts.number(line.basis)} {texts.say(line.basis_unit)}".strip()


def _rule(line: PayoutLine, texts: Texts, *, wage: bool) -> str:
    """The rule that a line follows, in words."""
    if line.rule in _known():
        return texts.say(rules.rule(line.rule).title)
    if wage:
        return texts.say(N_("Employment agreement, {name}"), name=line.source) if line.source else ""
    if line.rule in {wording.TARIFF_RULE, wording.POT_RULE}:
        return texts.say(N_("Tariff, class {name}"), name=line.source)
    return ""


def steps_of_invoice(lines: Iterable[InvoiceLine], vat: Iterable[VatSum], texts: Texts) -> tuple[Step, ...]:
    """Every line of an invoice, VAT by rate, and the total."""
    kept, sums = tuple(lines), tuple(vat)
    steps = [
        Step(
            what=f"{line.text} · {_days(line, texts)}",
            basis=f"{texts.number(line.quantity)} {line.unit}".strip(),
            rate=f"{price_text(line.unit_price, texts)}{_less(line, texts)}",
            amount=texts.money(line.net),
        )
        for line in kept
    ]
    net = sum((line.net for line in kept), Money(0))
    steps.append(Step(what=texts.say(N_("Total without VAT")), amount=texts.money(net), is_sum=True))
    steps += [_vat_step(one, texts) for one in sums]
    whole = net + sum((one.amount for one in sums), Money(0))
    steps.append(Step(what=texts.say(N_("Total")), amount=texts.money(whole), is_sum=True))
    return tuple(steps)


def _days(line: InvoiceLine, texts: Texts) -> str:
    """The days of supply."""
    first, last = line.supplied.first, line.supplied.last
    return texts.day(first) if first == last else f"{texts.day(first)}–{texts.day(last)}"


def _less(line: InvoiceLine, texts: Texts) -> str:
    """The discount after the price."""
    return f" − {texts.percent(line.discount)}" if line.discount else ""


def price_text(price: Decimal, texts: Texts) -> str:
    """A unit price with two to four decimals and its currency."""
    exponent = price.normalize().as_tuple().exponent
    places = min(max(-exponent if isinstance(exponent, int) else 0, 2), 4)
    return f"{texts.number(price, places)}\u00a0€"


def _vat_step(one: VatSum, texts: Texts) -> Step:
    """VAT of one rate on the sum of its lines."""
    if not one.rate:
        words = {"E": N_("no VAT"), "AE": N_("reverse charge"), "O": N_("outside")}
        word = words.get(one.code, N_("zero rate"))
        return Step(what=texts.say(word), basis=texts.money(one.base), amount=texts.money(one.amount))
    return Step(
        what=texts.say(N_("VAT on the sum of the lines of this rate")),
        basis=texts.money(one.base),
        rate=texts.percent(one.rate),
        amount=texts.money(one.amount),
    )
