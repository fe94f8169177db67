"""The folder's list of a pay run: everybody on a row, the sums, who made and approved it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from subcontract import rules
from subcontract.money import ZERO, Money, total
from subcontract.papers import wording
from subcontract.papers.blocks import line_block, paragraph, sign_here
from subcontract.papers.facts import AllowanceListFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY, BODY_WIDTH, MM, SECOND, SEMIBOLD, SMALL, Type
from subcontract.papers.page import Letter, print_letter
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.payout.records import Ledger, Payout, PayRunState
from subcontract.words import N_, Texts

ROW: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)
MODULUS: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWords:
    """What the list of a ledger is called, and its four sums; marked texts."""

    title: str
    subject: str
    paid: str
    sums: tuple[tuple[str, Callable[[Payout], Money]], ...]
    """The last one is what people get: the control total is reckoned of it."""


def _withheld(payout: Payout) -> Money:
    return payout.wage.withheld if payout.wage else ZERO


LISTS: Final = {
    Ledger.ALLOWANCE: ListWords(
        title=N_("Allowances"),
        subject=N_("Allowances paid, {month}"),
        paid=N_("Paid in all"),
        sums=(
            (N_("Tax-free €"), lambda payout: payout.tax_free),
            (N_("Taxed €"), lambda payout: payout.taxable),
            (N_("Cut €"), lambda payout: payout.cut),
            (N_("Paid €"), lambda payout: payout.paid),
        ),
    ),
    Ledger.WAGE: ListWords(
        title=N_("Wages and fees"),
        subject=N_("Wages and fees paid, {month}"),
        paid=N_("To the accounts in all"),
        sums=(
            (N_("Gross pay €"), lambda payout: payout.taxable),
            (N_("Withheld €"), _withheld),
            (N_("Costs back €"), lambda payout: payout.tax_free),
            (N_("To the account €"), lambda payout: payout.net),
        ),
    ),
}

BY_PAYROLL: Final = ListWords(
    title=N_("Wages and fees"),
    subject=N_("Wages and fees for the payroll, {month}"),
    paid=N_("Gross in all"),
    sums=(
        (N_("Gross pay €"), lambda payout: payout.taxable),
        (N_("Costs back €"), lambda payout: payout.tax_free),
        (N_("In all €"), lambda payout: payout.paid),
    ),
)
"""Where the provider's payroll withholds and pays."""


def _words(facts: AllowanceListFacts) -> ListWords:
    return BY_PAYROLL if facts.by_payroll else LISTS[facts.run.ledger]


def make_allowance_list(facts: AllowanceListFacts, texts: Texts) -> bytes:
    """Print the list of a pay run, people in the given order."""
    words = _words(facts)
    letter = Letter(
        title=texts.say(words.title),
        subject=texts.say(words.subject, month=facts.run.month),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        facts=_facts(facts, texts),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, _blocks(facts, texts), texts)


def control_total(facts: AllowanceListFacts) -> int:
    """A check of the whole list: client numbers times cents, summed, the last six digits.

    Computed again from another copy of the list it tells whether a row was changed or left out.
    """
    read = _paid(facts)
    return sum(client.number * read(payout).cents for client, payout in facts.rows) % MODULUS


def _paid(facts: AllowanceListFacts) -> Callable[[Payout], Money]:
    """What of a payout stands last on its row."""
    return _words(facts).sums[-1][1]


def _facts(facts: AllowanceListFacts, texts: Texts) -> tuple[tuple[str, str], ...]:
    """What the list is about."""
    run, payouts = facts.run, [payout for _, payout in facts.rows]
    state = N_("Approved") if run.state is PayRunState.APPROVED else N_("Not approved")
    paid, costs = total(map(_paid(facts), payouts)), total(map(_on_top, payouts))
    return (
        (texts.say(N_("Month")), texts.month(run.month)),
        (texts.say(N_("Pay day")), texts.day(rules.pay_day(run.pay_day).value)),
        (texts.say(N_("State")), texts.say(state)),
        (texts.say(N_("Clients paid")), texts.number(len(facts.rows))),
        (texts.say(_words(facts).paid), texts.money(paid)),
        (texts.say(N_("Employer's costs")), texts.money(costs) if costs else ""),
        (texts.say(N_("Reopened, not paid")), texts.number(facts.reopened) if facts.reopened else ""),
        (texts.say(N_("Control total")), f"{control_total(facts):06}"),
    )


def _on_top(payout: Payout) -> Money:
    """What the employer pays on top."""
    return payout.wage.employer_costs if payout.wage else ZERO


def _table(words: ListWords, texts: Texts, kind: Type) -> Table:
    """Number, name, days, time and the four sums."""
    figure = 22 * MM
    return Table(
        columns=(
            Column(texts.say(N_("No.")), 12 * MM),
            Column(texts.say(N_("Client")), BODY_WIDTH - 45 * MM - len(words.sums) * figure),
            Column(texts.say(N_("Days")), 13 * MM, Side.RIGHT),
            Column(texts.say(N_("Time")), 20 * MM, Side.RIGHT),
            *(Column(texts.say(title), figure, Side.RIGHT) for title, _ in words.sums),
        ),
        kind=kind,
        note=SMALL,
    )


def _blocks(facts: AllowanceListFacts, texts: Texts) -> tuple[Block, ...]:
    """The rows, their sum and the signatures."""
    words = _words(facts)
    table = _table(words, texts, ROW)
    head = head_block(table)
    lines = rows(table, [_cells(facts, at, texts) for at in range(len(facts.rows))], head)
    if lines:
        lines = (*lines[:-1], replace(lines[-1], with_next=True))
    return (
        head,
        *lines,
        *rows(_table(words, texts, SUM), [_sums(facts, texts)], head),
        space(8 * MM),
        *_approval(facts, texts),
    )


def _cells(facts: AllowanceListFacts, at: int, texts: Texts) -> tuple[Cell, ...]:
    """One person's row."""
    client, payout = facts.rows[at]
    sums = _words(facts).sums
    return (
        Cell(str(client.number)),
        Cell(client.name),
        Cell(texts.number(payout.days)),
        Cell(texts.length(payout.minutes)),
        *(Cell(_or_dash(texts, read(payout))) for _, read in sums[:-1]),
        Cell(wording.amount(texts, sums[-1][1](payout))),
    )


def _or_dash(texts: Texts, money: Money) -> str:
    """An amount, or a dash that lets the others be seen."""
    return wording.amount(texts, money) if money else "–"


def _sums(facts: AllowanceListFacts, texts: Texts) -> tuple[Cell, ...]:
    """The row of totals."""
    payouts = [payout for _, payout in facts.rows]
    sums = (total(map(read, payouts)) for _, read in _words(facts).sums)
    return (
        Cell(""),
        Cell(texts.say(N_("In all"))),
        Cell(texts.number(sum(payout.days for payout in payouts))),
        Cell(texts.length(sum(payout.minutes for payout in payouts))),
        *(Cell(wording.amount(texts, money)) for money in sums),
    )


def _approval(facts: AllowanceListFacts, texts: Texts) -> tuple[Block, ...]:
    """Who calculated and who approved, when, and the seal of the event log."""
    run = facts.run
    lines = [_who(texts, N_("Calculated by {name}, {moment}"), facts.calculated_by, run.calculated_at)]
    if run.approved_at:
        lines.append(_who(texts, N_("Approved by {name}, {moment}"), facts.approved_by, run.approved_at))
        signed: tuple[Block, ...] = ()
    else:
        signed = (sign_here([texts.say(N_("Approved by, date and signature"))]),)
    if facts.chain_head:
        lines.append(texts.say(N_("Head of the event log: {head}"), head=facts.chain_head))
    return (
        *(line_block(line, BODY) for line in lines[:2]),
        *(block for line in lines[2:] for block in paragraph(line, SECOND)),
        *signed,
    )


def _who(texts: Texts, text: str, name: str, moment: datetime) -> str:
    """A name and a moment."""
    return texts.say(text, name=name or "–", moment=texts.moment(moment))
