"""The employment agreement of a client: all that the written account of terms must tell (TSL 55/2001 2:4).

What the program does not know (a trial period, notice, the insurers) is a line to write on by hand: an
agreement that left it out would look complete without being so.
"""

from collections.abc import Iterator
from typing import Final

from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph, sign_here
from subcontract.papers.facts import EmploymentFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY, MM
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.papers.payslip import HOLIDAY, PAID_BY
from subcontract.people.employment import WHOLE_CAPACITY, EmploymentTerms, PaidBy
from subcontract.words import N_, Texts

BY_HAND: Final = "____________________"
LONG_BY_HAND: Final = "________________________________________"


def make_employment_agreement(facts: EmploymentFacts, texts: Texts) -> bytes:
    """Print an agreement to be signed by both; ``texts`` in the person's language."""
    name = f"{facts.client.first_name} {facts.client.last_name}"
    agreed = facts.employment.agreed_on
    letter = Letter(
        title=texts.say(N_("Employment agreement")),
        subject=texts.say(N_("Employment agreement, {name}"), name=name),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        facts=(
            (texts.say(N_("No.")), str(facts.client.number)),
            (texts.say(N_("Agreed on")), texts.day(agreed) if agreed else ""),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _blocks(facts: EmploymentFacts, texts: Texts) -> Iterator[Block]:
    """The numbered parts."""
    parts = (
        (N_("Parties"), _parties(facts, texts)),
        (N_("How long the employment lasts"), _length(facts, texts)),
        (N_("Work and place"), _work(facts, texts)),
        (N_("Pay and working time"), tuple(_pay(facts, texts))),
        (N_("Annual holiday"), _holiday(facts, texts)),
        (N_("Other terms"), _other(texts)),
        (N_("Signatures"), _signatures(facts, texts)),
    )
    for number, (title, blocks) in enumerate(parts, start=1):
        yield heading(f"{number}  {texts.say(title)}")
        yield from blocks


def _clauses(*sentences: str) -> tuple[Block, ...]:
    """A sentence or two a paragraph."""
    return (*(block for text in sentences for block in paragraph(text, BODY)), space(MM))


def _parties(facts: EmploymentFacts, texts: Texts) -> tuple[Block, ...]:
    """Employer and employee with where they are."""
    unit, client = facts.unit, facts.client
    number = wording.business_id(unit.business_id)
    named = texts.say(N_("Business id {number}"), number=number) if number else ""
    contact = ", ".join(part for part in (unit.phone, unit.email) if part)
    return (
        *fields(
            (
                (texts.say(N_("Employer")), ", ".join(part for part in (unit.provider, named) if part)),
                (texts.say(N_("Unit")), ", ".join((unit.name, *address_lines(unit.address)))),
                (texts.say(N_("Contact details")), contact),
                (texts.say(N_("Employee")), f"{client.first_name} {client.last_name}"),
                (texts.say(N_("Identity code")), BY_HAND),
                (texts.say(N_("Address")), ", ".join(address_lines(client.address)) or LONG_BY_HAND),
            )
        ),
        space(MM),
    )


def _length(facts: EmploymentFacts, texts: Texts) -> tuple[Block, ...]:
    """When the work begins, when and why it ends, and the trial period.

    A fixed term has its reason when it is agreed: without one, an agreement was ended later.
    """
    days, reason = facts.employment.days, facts.employment.fixed_term_reason
    if days.is_open:
        last = texts.say(N_("for an indefinite time"))
    elif reason:
        last = texts.say(N_("until {day}"), day=days.last)
    else:
        last = texts.say(N_("for an indefinite time; last day {day}"), day=days.last)
    return (
        *fields(
            (
                (texts.say(N_("Work begins")), texts.day(days.first)),
                (texts.say(N_("In force")), last),
                (texts.say(N_("Why for a fixed term")), "" if days.is_open else reason),
                (texts.say(N_("Trial period")), BY_HAND),
            )
        ),
        space(MM),
    )


def _work(facts: EmploymentFacts, texts: Texts) -> tuple[Block, ...]:
    """What is done, where, and on what ground of the law."""
    employment = facts.employment
    moving = texts.say(N_("the employer's own premises and those of its customers, by the work list"))
    guided = N_("The employer's coach guides the work. The customer whose work is done is not the employer.")
    ground = N_("This is work that supports employment (act 710/1982, section 27 d, subsection 3).")
    return (
        *fields(
            (
                (texts.say(N_("Duties")), employment.duties or LONG_BY_HAND),
                (texts.say(N_("Job")), facts.job or texts.say(N_("from job to job"))),
                (texts.say(N_("Place of work")), employment.place or moving),
            )
        ),
        space(MM),
        *_clauses(texts.say(guided), texts.say(ground)),
    )


def _pay(facts: EmploymentFacts, texts: Texts) -> Iterator[Block]:
    """Every set of terms from its first day on, then what holds for all of them."""
    several = len(facts.employment.terms) > 1
    for terms in facts.employment.terms:
        if several:
            yield from paragraph(texts.say(N_("From {day}"), day=terms.first), BODY, with_next=True)
        yield from fields(_terms(terms, texts))
        yield space(MM)
    # without an agreement pay by the hour is due twice a month (TSL 2:13)
    once_a_month = N_("a calendar month; it is agreed that pay is paid once a month")
    yield from fields(
        (
            (texts.say(N_("Pay period")), texts.say(once_a_month)),
            (texts.say(N_("Collective agreement")), BY_HAND),
        )
    )
    yield space(MM)
    sentences = [texts.say(N_("Increments of Sunday and holiday work follow the collective agreement."))]
    if any(terms.paid_by is not PaidBy.HOUR for terms in facts.employment.terms):
        sentences.append(texts.say(N_("For each hour at work at least the pay by the hour is paid.")))
    yield from _clauses(*sentences)


def _terms(terms: EmploymentTerms, texts: Texts) -> list[tuple[str, str]]:
    """What is agreed of pay and hours from a day on."""
    lowered = terms.capacity != WHOLE_CAPACITY
    lowered_by = texts.say(
        N_("{percent} of {amount} an hour"), percent=texts.percent(terms.capacity), amount=terms.hourly
    )
    price = wording.unit_price(texts, terms.piece_rate)
    piece = texts.say(N_("{price} € a piece"), price=price) if terms.paid_by is PaidBy.PIECE else ""
    weekly = texts.length(terms.weekly_minutes) if terms.weekly_minutes else ""
    varies = texts.say(N_("varies with the work there is, by the work list"))
    return [
        (texts.say(N_("Pay by the hour")), texts.money(terms.hourly_base)),
        (texts.say(N_("Work capacity")), lowered_by if lowered else ""),
        (texts.say(N_("Paid")), texts.say(PAID_BY[terms.paid_by])),
        (texts.say(N_("Pay by the piece")), piece),
        (texts.say(N_("Pay group")), terms.pay_group),
        (texts.say(N_("Weekly working time")), weekly or varies),
    ]


def _holiday(facts: EmploymentFacts, texts: Texts) -> tuple[Block, ...]:
    """How holiday is earned, and when its compensation is paid."""
    earned = N_("Holiday is earned by the Annual Holidays Act (162/2005) and the collective agreement.")
    paid = texts.say(HOLIDAY[facts.employment.holiday])
    return (
        *paragraph(texts.say(earned), BODY, with_next=True),
        *fields(((texts.say(N_("Holiday compensation")), paid),)),
        space(MM),
    )


def _other(texts: Texts) -> tuple[Block, ...]:
    """What is written in by hand, and the further ground to end the employment."""
    ending = N_(
        "The employer may also end the employment when the employee no longer needs work that supports "
        "employment (act 710/1982, section 27 d, subsection 5)."
    )
    by_hand = (
        (texts.say(N_("Notice")), BY_HAND),
        (texts.say(N_("Pension insurer")), BY_HAND),
        (texts.say(N_("Accident insurer")), BY_HAND),
        (texts.say(N_("Training")), BY_HAND),
        (texts.say(N_("Further terms")), LONG_BY_HAND),
    )
    return (*fields(by_hand), space(MM), *_clauses(texts.say(ending)))


def _signatures(facts: EmploymentFacts, texts: Texts) -> tuple[Block, ...]:
    """Two copies, two signatures."""
    caption = texts.say(N_("Date, signature and name in print"))
    copies = texts.say(N_("This agreement has been made in two copies, one for each party."))
    name = f"{facts.client.first_name} {facts.client.last_name}"
    return (
        *paragraph(copies, with_next=True),
        sign_here((caption, caption), (facts.unit.provider, name)),
    )
