"""The quote on paper: a version of the price, how long it holds, and a line to accept it on."""

from subcontract.papers import wording
from subcontract.papers.blocks import fields, heading, line_block, paragraph, sign_here
from subcontract.papers.facts import QuoteFacts
from subcontract.papers.flow import Block
from subcontract.papers.measures import BODY, MM, STRONG
from subcontract.papers.offer import offer_blocks
from subcontract.papers.page import Letter, address_lines, print_letter
from subcontract.words import N_, Texts


def make_quote(facts: QuoteFacts, texts: Texts) -> bytes:
    """Print a version of a quote; ``texts`` in the customer's language. A draft of one says that it is."""
    return print_letter(_letter(facts, texts), _blocks(facts, texts), texts)


def _letter(facts: QuoteFacts, texts: Texts) -> Letter:
    """The frame: who offers what to whom, until when."""
    quote, customer = facts.quote, facts.customer
    names = (customer.name, customer.contact_name, *address_lines(customer.address))
    return Letter(
        title=texts.say(N_("Draft quote") if facts.draft else N_("Quote")),
        mark=texts.say(N_("DRAFT")) if facts.draft else "",
        subject=texts.say(
            N_("Quote {number}, version {version}"),
            number=str(facts.job.number),
            version=str(quote.revision),
        ),
        sender=facts.unit.provider,
        under_sender=facts.unit.name,
        logo=facts.unit.logo,
        recipient=tuple(name for name in names if name),
        facts=(
            (texts.say(N_("Number")), str(facts.job.number)),
            (texts.say(N_("Version")), str(quote.revision)),
            (texts.say(N_("Date of issue")), texts.day(quote.day)),
            (texts.say(N_("Valid until")), texts.day(quote.valid_until)),
            (texts.say(N_("Offered by")), facts.by),
            (texts.say(N_("Your business id")), wording.business_id(customer.business_id)),
        ),
        foot=wording.sender_foot(facts.unit, texts),
    )


def _blocks(facts: QuoteFacts, texts: Texts) -> tuple[Block, ...]:
    """What is offered, at what price, on what terms."""
    job, quote = facts.job, facts.quote
    span = wording.days(texts, job.days) if job.days and not job.days.is_open else ""
    start = texts.say(N_("from {day}"), day=job.days.first) if job.days and job.days.is_open else ""
    return (
        *paragraph(job.name, STRONG),
        *paragraph(quote.text or job.description, after=3 * MM),
        *fields(((texts.say(N_("Place of work")), job.place), (texts.say(N_("When")), span or start))),
        heading(texts.say(N_("Price"))),
        *offer_blocks(quote, texts),
        heading(texts.say(N_("Terms"))),
        *(block for term in _terms(facts, texts) for block in paragraph(term, BODY)),
        heading(texts.say(N_("Acceptance"))),
        line_block(texts.say(N_("We accept this quote."))),
        sign_here((texts.say(N_("Place and date")), texts.say(N_("Signature and name in print")))),
    )


def _terms(facts: QuoteFacts, texts: Texts) -> tuple[str, ...]:
    """The terms, a sentence or two each."""
    return (
        texts.say(N_("The quote is valid until {day}."), day=facts.quote.valid_until),
        *wording.offered_terms(texts, facts.customer.payment_term_days),
        texts.say(N_("A coach of ours guides the group and answers for the quality of the work.")),
    )
