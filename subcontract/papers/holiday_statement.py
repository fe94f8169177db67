"""The holiday that an employment has earned in a credit year, month by month (162/2005 28 and 29 §)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from subcontract import rules
from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph
from subcontract.papers.facts import HolidayFacts, HolidayOf
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import MM, SECOND, SEMIBOLD, SMALL, Type
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.payslip import HOLIDAY
from subcontract.papers.table import Cell, Column, Side, Table, head_block, rows
from subcontract.payout.wages.holiday import FullBy, MonthEarned
from subcontract.words import N_, Texts

ROW: Final = Type(9)
SUM: Final = Type(9, SEMIBOLD)
FULL_BY: Final = {
    FullBy.DAYS: N_("at least {days} days at work in a month"),
    FullBy.HOURS: N_("at least {hours} hours of work in a month"),
    FullBy.EITHER: N_("at least {days} days or {hours} hours of work, and {calendar} days in employment"),
}
"""By which of the two rules of the act, or by the counties' agreement."""


def make_holiday_statement(facts: HolidayFacts, texts: Texts) -> bytes:
    """Print the statement; ``texts`` in the person's language."""
    client = facts.client
    span = wording.days(texts, facts.year)
    letter = Letter(
        title=texts.say(N_("Holiday earned")),
        subject=texts.say(N_("Holiday earned, {days}"), days=span),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        recipient=(f"{client.first_name} {client.last_name}", *address_lines(client.address)),
        facts=(
            (texts.say(N_("Credit year")), span),
            (texts.say(N_("No.")), str(client.number)),
            (texts.say(N_("Reckoned until")), texts.day(facts.until)),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _blocks(facts: HolidayFacts, texts: Texts) -> Iterator[Block]:
    """Each employment; one that lasts on says that the figures are not final."""
    for one in facts.of:
        yield from _employment(one, facts, texts)
    if facts.until < facts.year.last:
        words = N_("The credit year is not over: the figures are those of the work done so far.")
        yield from paragraph(texts.say(words), SECOND)
    words = N_(
        "Days away sick and days for which sick pay or paid absence was typed count as days at work. "
        "Whoever types them keeps the limits of the act."
    )
    yield from paragraph(texts.say(words), SECOND)


def _employment(one: HolidayOf, facts: HolidayFacts, texts: Texts) -> Iterator[Block]:
    """The result first, then the months that it comes from and the rules."""
    accrual = one.accrual
    yield heading(texts.say(N_("Employment")))
    each = rules.holiday_days_of_month(facts.year.last, a_year_or_more=accrual.a_year_or_more).value
    yield from fields(
        [
            (texts.say(N_("Employment")), _span(one, texts)),
            (texts.say(N_("A month is full")), _full_by(accrual.full_by, facts, texts)),
            (texts.say(N_("Full months")), texts.number(accrual.full_months)),
            (texts.say(N_("Days of a full month")), texts.number(each)),
            (
                texts.say(N_("Days of holiday")),
                texts.count(N_("{number} day"), N_("{number} days"), accrual.days),
            ),
            (texts.say(N_("Holiday compensation")), texts.say(HOLIDAY[one.payment])),
        ]
    )
    yield space(3 * MM)
    yield from _months(one, texts)
    yield space(2 * MM)
    yield from _words(one, facts, texts)
    yield from _sources(one, texts)
    yield space(4 * MM)


def _full_by(full_by: FullBy, facts: HolidayFacts, texts: Texts) -> str:
    """What makes a month full, with the figures of the rule."""
    limits = rules.holiday_accrual(facts.year.last, public=full_by is FullBy.EITHER).value
    blanks = {
        "days": texts.number(limits["full_month_days"]),
        "hours": texts.number(limits["full_month_hours"]),
        "calendar": texts.number(limits.get("full_month_calendar_days", Decimal(0))),
    }
    return texts.say(FULL_BY[full_by], **blanks)


def _span(one: HolidayOf, texts: Texts) -> str:
    """From when to when it has lasted."""
    if one.days.is_open:
        return texts.say(N_("from {day}, for an indefinite time"), day=texts.day(one.days.first))
    return wording.days(texts, one.days)


def _months(one: HolidayOf, texts: Texts) -> Iterator[Block]:
    """The months in a table."""
    table = Table(
        columns=(
            Column(texts.say(N_("Month")), 50 * MM),
            Column(texts.say(N_("Days at work")), 30 * MM, Side.RIGHT),
            Column(texts.say(N_("Hours")), 30 * MM, Side.RIGHT),
            Column(texts.say(N_("Days in employment")), 34 * MM, Side.RIGHT),
            Column(texts.say(N_("Full")), 26 * MM, Side.RIGHT),
        ),
        kind=ROW,
        note=SMALL,
    )
    head = head_block(table)
    yield head
    yield from rows(table, [_cells(month, texts) for month in one.accrual.months], head)


def _cells(month: MonthEarned, texts: Texts) -> tuple[Cell, ...]:
    return (
        Cell(texts.month(month.month)),
        Cell(texts.number(month.days)),
        Cell(texts.length(month.minutes)),
        Cell(texts.number(month.calendar_days)),
        Cell(texts.say(N_("yes") if month.full else N_("no"))),
    )


def _words(one: HolidayOf, facts: HolidayFacts, texts: Texts) -> Iterator[Block]:
    """What the table alone does not tell."""
    if one.accrual.joined:
        words = N_("The first and the last month are one full month together")
        yield from paragraph(f"{texts.say(words)}.", SECOND)
    if one.accrual.never_full:
        words = N_(
            "No month is full, so no days of holiday are earned. For each month of employment there are "
            "{days} days of leave to be had, and holiday compensation is a percentage of pay."
        )
        leave = rules.holiday_accrual(facts.year.last).value["leave_days_without_accrual"]
        yield from paragraph(texts.say(words, days=texts.number(leave)), SECOND)


def _sources(one: HolidayOf, texts: Texts) -> Iterator[Block]:
    """Where the rules come from, each once."""
    seen: dict[str, date | None] = {}
    for line in one.accrual.lines:
        if line.source:
            seen.setdefault(line.source, line.valid_from)
    for source, since in seen.items():
        day, named = texts.day(since) if since else "", wording.source(texts, source)
        text = texts.say(N_("{source}, from {day}"), source=named, day=day) if day else named
        yield from paragraph(text, SMALL, after=0)
