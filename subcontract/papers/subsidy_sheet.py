"""The data sheet of an application for a wage subsidy: what it asks, what to attach, what is missing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from subcontract import rules
from subcontract.benefits.subsidy import doubt_of_cap
from subcontract.benefits.subsidy_attached import attachments
from subcontract.benefits.subsidy_check import Answer
from subcontract.benefits.subsidy_conditions import Condition
from subcontract.benefits.subsidy_facts import EmployerKind
from subcontract.benefits.subsidy_words import GROUNDS
from subcontract.codes import print_iban
from subcontract.days import DateRange
from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph
from subcontract.papers.facts import SubsidySheetFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import MM, SECOND, SMALL, SMALL_STRONG, Type
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.table import Cell, Column, Table, head_block, rows
from subcontract.words import N_, Texts

ROW: Final = Type(9)
GAP: Final = 3 * MM
EMPLOYERS: Final = {
    EmployerKind.COUNTY: N_("Wellbeing services county"),
    EmployerKind.MUNICIPALITY: N_("Municipality"),
    EmployerKind.ASSOCIATION: N_("Association or foundation"),
    EmployerKind.COMPANY: N_("Company"),
    EmployerKind.STATE: N_("State"),
}
ANSWERS: Final = {
    Answer.ELIGIBLE: N_("The conditions are met"),
    Answer.LIKELY: N_("Likely"),
    Answer.UNKNOWN: N_("Cannot be said yet"),
    Answer.NO: N_("Not as things are"),
}


def make_subsidy_sheet(facts: SubsidySheetFacts, texts: Texts) -> bytes:
    """Print the sheet."""
    say = texts.say
    letter = Letter(
        title=say(N_("Data for the application")),
        subject=say(N_("Data for the application for a wage subsidy")),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        facts=(
            (say(N_("Subsidy")), say(N_("Wage subsidy"))),
            (say(N_("Facts as of")), texts.day(facts.asked.person.checked_on)),
            (say(N_("Check list")), say(ANSWERS[facts.check.answer])),
            (say(N_("Made by")), facts.by),
            (say(N_("Made on")), texts.day(facts.day)),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _blocks(facts: SubsidySheetFacts, texts: Texts) -> Iterator[Block]:
    """The parties and the work, the ground, the conditions, the papers."""
    say = texts.say
    words = N_(
        "This sheet gathers what the application asks. Apply in the service of the employment authority; "
        "the decision must come before the employment begins. The authority decides at its discretion."
    )
    yield from paragraph(say(words), SECOND, after=2 * MM)
    for title, pairs in (
        (N_("Employer"), _employer(facts, texts)),
        (N_("Person"), _person(facts, texts)),
        (N_("The employment that is planned"), _work(facts, texts)),
        (N_("What is applied for"), _ground(facts, texts)),
    ):
        yield heading(say(title))
        yield from fields(pairs)
        yield space(GAP)
    yield from _doubt(facts, texts)
    yield heading(say(N_("Papers to attach")))
    found = [
        (say(one.what), say(N_("Is there") if one.there else N_("To be got")), one.section)
        for one in attachments(facts.check.best, facts.asked)
    ]
    yield from _listed(N_("Paper"), found, texts)
    yield heading(say(N_("Conditions")))
    told = [_told(one, texts) for one in facts.check.best.conditions]
    yield from _listed(N_("Condition"), told, texts)


def _employer(facts: SubsidySheetFacts, texts: Texts) -> Sequence[tuple[str, str]]:
    unit, say = facts.unit, texts.say
    kind = facts.asked.work.employer
    return (
        (say(N_("Name")), unit.provider),
        (say(N_("Unit")), unit.name),
        (say(N_("Kind of employer")), say(EMPLOYERS[kind]) if kind else ""),
        (say(N_("Business id")), wording.business_id(unit.business_id)),
        (say(N_("Address")), ", ".join(address_lines(unit.address))),
        (say(N_("Phone")), unit.phone),
        (say(N_("E-mail")), unit.email),
        (say(N_("Account")), print_iban(unit.iban) if unit.iban else ""),
    )


def _person(facts: SubsidySheetFacts, texts: Texts) -> Sequence[tuple[str, str]]:
    client, person, say = facts.client, facts.asked.person, texts.say
    return (
        (say(N_("Name")), f"{client.first_name} {client.last_name}"),
        (say(N_("Identity code")), client.identity_code),
        (say(N_("Address")), ", ".join(address_lines(client.address))),
        (say(N_("Jobseeker")), _whether(person.jobseeker, texts)),
        (say(N_("Unemployed")), _unemployed(facts, texts)),
        (say(N_("Certificate of")), texts.day(person.certificate) if person.certificate else ""),
        (say(N_("Earlier subsidy")), _earlier(facts, texts)),
    )


def _whether(said: bool | None, texts: Texts) -> str:  # noqa: FBT001 - a fact that is told
    if said is None:
        return texts.say(N_("Not known"))
    return texts.say(N_("Yes") if said else N_("No"))


def _unemployed(facts: SubsidySheetFacts, texts: Texts) -> str:
    """The months of unemployment in the frames that the act asks about."""
    person = facts.asked.person
    rule = rules.subsidy_conditions(facts.asked.granted_on).value
    frames = (
        (person.unemployed_of_14, rule["long_within_months"]),
        (person.unemployed_of_28, rule["very_long_within_months"]),
    )
    words = N_("{number} of the last {within} months")
    told = [
        texts.say(words, number=months, within=int(within)) for months, within in frames if months is not None
    ]
    return ", ".join(told) or texts.say(N_("Not known"))


def _earlier(facts: SubsidySheetFacts, texts: Texts) -> str:
    person = facts.asked.person
    if person.earlier_subsidy_end:
        return texts.say(N_("until {day}"), day=person.earlier_subsidy_end)
    return _whether(person.had_subsidy, texts)


def _work(facts: SubsidySheetFacts, texts: Texts) -> Sequence[tuple[str, str]]:
    """What is planned; of an agreement that has been made also its pay and its end."""
    work, agreement, say = facts.asked.work, facts.agreement, texts.say
    terms = agreement.terms_on(max(agreement.days.first, facts.day)) if agreement else None
    unknown = say(N_("Not known"))
    last = ""
    if agreement is not None:
        ends = agreement.days
        last = say(N_("for an indefinite time")) if ends.is_open else texts.day(ends.last)
    return (
        (say(N_("First day")), texts.day(work.start) if work.start else unknown),
        (say(N_("Last day")), last),
        (say(N_("Hours a week")), _hours(work.weekly_hours, texts) or unknown),
        (say(N_("Full hours a week")), _hours(work.full_hours, texts)),
        (say(N_("Pay by the hour")), texts.money(terms.hourly_base) if terms else ""),
        (say(N_("Pay group")), terms.pay_group if terms else ""),
        (say(N_("Duties")), agreement.duties if agreement else ""),
        (say(N_("Place of work")), agreement.place if agreement else ""),
        (say(N_("Decision of")), texts.day(work.decided_on) if work.decided_on else ""),
    )


def _hours(hours: Decimal | None, texts: Texts) -> str:
    return "" if hours is None else texts.length(int(hours * 60))


def _ground(facts: SubsidySheetFacts, texts: Texts) -> Sequence[tuple[str, str]]:
    """The ground with what it gives by the rule."""
    best, asked, say = facts.check.best, facts.asked, texts.say
    cap = rules.subsidy_cap(int(best.percentage), asked.granted_on).value
    whole = say(N_("the whole apprenticeship"))
    months = texts.count(N_("{number} month"), N_("{number} months"), best.months or 0)
    extends = asked.work.extends
    return (
        (say(N_("Ground")), say(GROUNDS[best.ground])),
        (say(N_("Share")), texts.percent(best.percentage)),
        (say(N_("At most in a month")), texts.money(cap)),
        (say(N_("At most for")), whole if best.months is None else months),
        (say(N_("Extension of")), wording.days(texts, extends) if extends else ""),
        (say(N_("Applied for on")), texts.day(asked.work.applied_on) if asked.work.applied_on else ""),
    )


def _doubt(facts: SubsidySheetFacts, texts: Texts) -> Iterator[Block]:
    """The open question about the cap."""
    day = facts.asked.granted_on
    doubt = doubt_of_cap(facts.check.best.percentage, DateRange(day, day))
    if doubt is not None:
        yield from paragraph(texts.say(doubt.note), SECOND, after=GAP)


def _told(one: Condition, texts: Texts) -> tuple[str, str, str]:
    state = N_("Not known") if one.met is None else N_("Met") if one.met else N_("Not met")
    return texts.say(one.text, **dict(one.facts)), texts.say(state), one.section


def _listed(title: str, found: Sequence[tuple[str, str, str]], texts: Texts) -> Iterator[Block]:
    """A table of what, how it stands, and where that is written."""
    say = texts.say
    table = Table(
        columns=(
            Column(say(title), 102 * MM),
            Column(say(N_("State")), 28 * MM),
            Column(say(N_("Section")), 40 * MM),
        ),
        kind=ROW,
        note=SMALL,
        head=SMALL_STRONG,
    )
    head = head_block(table)
    yield head
    yield from rows(table, [tuple(Cell(text) for text in line) for line in found], head)
    yield space(GAP)
