"""The agreement that an accepted quote makes: who, what, where, when, at what price, on what terms."""

from collections.abc import Iterator

from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, paragraph, sign_here
from subcontract.papers.facts import AgreementFacts
from subcontract.papers.flow import Block, space
from subcontract.papers.measures import BODY, MM
from subcontract.papers.offer import offer_blocks
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.words import N_, Texts


def make_agreement(facts: AgreementFacts, texts: Texts) -> bytes:
    """Print an agreement to be signed by both; ``texts`` in the customer's language."""
    number = str(facts.job.number)
    letter = Letter(
        title=texts.say(N_("Agreement")),
        subject=texts.say(N_("Agreement {number}"), number=number),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        facts=(
            (texts.say(N_("Number")), number),
            (texts.say(N_("Quote")), _quote(facts, texts)),
            (texts.say(N_("Accepted")), _accepted(facts, texts)),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )
    return print_letter(letter, tuple(_blocks(facts, texts)), texts)


def _quote(facts: AgreementFacts, texts: Texts) -> str:
    """The quote that was accepted."""
    quote = facts.quote
    return texts.say(N_("version {version}, {day}"), version=str(quote.revision), day=quote.day)


def _accepted(facts: AgreementFacts, texts: Texts) -> str:
    """When, and by whom for the customer."""
    quote = facts.quote
    day = texts.day(quote.answered_on) if quote.answered_on else ""
    return ", ".join(part for part in (day, quote.answered_by) if part)


def _blocks(facts: AgreementFacts, texts: Texts) -> Iterator[Block]:
    """The numbered parts."""
    parts = (
        (N_("Parties"), _parties(facts, texts)),
        (N_("Work, place and times"), _work(facts, texts)),
        (N_("Price"), offer_blocks(facts.quote, texts)),
        (N_("Guidance and safety"), _clauses(_safety(facts, texts))),
        (N_("Changes and cancellation"), _clauses(_changes(texts))),
        (N_("Invoicing"), _clauses(_invoicing(facts, texts))),
        (N_("Signatures"), _signatures(facts, texts)),
    )
    for number, (title, blocks) in enumerate(parts, start=1):
        yield heading(f"{number}  {texts.say(title)}")
        yield from blocks


def _clauses(sentences: tuple[str, ...]) -> tuple[Block, ...]:
    """A sentence or two a paragraph."""
    return (*(block for text in sentences for block in paragraph(text, BODY)), space(MM))


def _parties(facts: AgreementFacts, texts: Texts) -> tuple[Block, ...]:
    """Provider and customer with their ids and addresses."""
    unit, customer = facts.unit, facts.customer
    contact = ", ".join(part for part in (customer.contact_name, customer.phone, customer.email) if part)
    own_contact = ", ".join(part for part in (facts.coach, unit.phone, unit.email) if part)
    return (
        *fields(
            (
                (texts.say(N_("Service provider")), _party(unit.provider, unit.business_id, texts)),
                (texts.say(N_("Unit")), ", ".join((unit.name, *address_lines(unit.address)))),
                (texts.say(N_("Contact")), own_contact),
                (texts.say(N_("Customer")), _party(customer.name, customer.business_id, texts)),
                (texts.say(N_("Address")), ", ".join(address_lines(customer.address))),
                (texts.say(N_("Customer's contact")), contact),
            )
        ),
        space(MM),
    )


def _party(name: str, business_id: str, texts: Texts) -> str:
    """A name with its business id."""
    number = wording.business_id(business_id)
    return f"{name}, {texts.say(N_('Business id {number}'), number=number)}" if number else name


def _work(facts: AgreementFacts, texts: Texts) -> tuple[Block, ...]:
    """What is done, where and when."""
    job = facts.job
    open_end = texts.say(N_("from {day}"), day=job.days.first) if job.days and job.days.is_open else ""
    days = wording.days(texts, job.days) if job.days and not open_end else open_end
    people = texts.say(N_("{least} to {most} people and a coach"), least=job.least, most=job.most)
    return (
        *fields(
            (
                (texts.say(N_("Work")), job.name),
                (texts.say(N_("Description")), job.description),
                (texts.say(N_("Place of work")), job.place),
                (texts.say(N_("When")), days),
                (texts.say(N_("Times")), facts.times),
                (texts.say(N_("Group")), people),
            )
        ),
        space(MM),
    )


def _safety(facts: AgreementFacts, texts: Texts) -> tuple[str, ...]:
    """Who guides, who answers for what."""
    if facts.coach:
        guide = texts.say(N_("The provider's coach {name} guides the group all the time."), name=facts.coach)
    else:
        guide = texts.say(N_("The provider's coach guides the group all the time."))
    return (
        guide,
        texts.say(N_("Those who do the work are not employed by the customer. The group may change.")),
        texts.say(N_("Before the work begins, the customer shows the place, its dangers and its rules.")),
        texts.say(N_("The customer answers for the safety of its premises, machines and materials.")),
        texts.say(N_("The provider answers for guidance at work and for what its own tools need.")),
        texts.say(N_("Each party sees to its own insurances.")),
        texts.say(N_("The customer keeps to itself what it learns about those who do the work.")),
    )


def _changes(texts: Texts) -> tuple[str, ...]:
    """What happens when plans change; the length of notice is written in by hand."""
    return (
        texts.say(N_("Each party tells of changes and cancellations as soon as it knows of them.")),
        texts.say(N_("Work done before a cancellation is invoiced.")),
        texts.say(N_("Changes of the price are agreed in writing.")),
        texts.say(N_("Notice to end this agreement: ____________")),
    )


def _invoicing(facts: AgreementFacts, texts: Texts) -> tuple[str, ...]:
    """When and how the work is invoiced."""
    customer, job = facts.customer, facts.job
    sentences = [
        texts.say(N_("Work is invoiced when it is done, continuing work once a month.")),
        *wording.offered_terms(texts, customer.payment_term_days),
        texts.say(N_("Late interest follows the Interest Act.")),
    ]
    if customer.e_invoice_address:
        address = f"{customer.e_invoice_address} {customer.e_invoice_operator}".strip()
        sentences.append(texts.say(N_("E-invoice {address}"), address=address))
    if job.order_number:
        sentences.append(texts.say(N_("Customer's order number: {number}"), number=job.order_number))
    return tuple(sentences)


def _signatures(facts: AgreementFacts, texts: Texts) -> tuple[Block, ...]:
    """Two copies, two signatures."""
    caption = texts.say(N_("Date, signature and name in print"))
    copies = texts.say(N_("This agreement has been made in two copies, one for each party."))
    return (
        *paragraph(copies, with_next=True),
        sign_here((caption, caption), (facts.unit.provider, facts.customer.name)),
    )
