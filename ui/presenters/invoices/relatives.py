"""Invoices and notes that belong to an issued one, each a way to the other; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from subcontract.invoicing.records import Draft, Invoice, InvoiceKind
from subcontract.ports import Lists
from subcontract.words import N_, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relative in words, and its id."""

    label: str
    number: str
    record: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatives:
    """What an invoice or note comes from, and what came of it."""

    original: Invoice | None = None
    """What it credits or takes back."""
    replaces: Invoice | None = None
    came: tuple[Invoice, ...] = ()
    """Notes that credit it, or the invoice that takes it back."""
    replaced_by: tuple[Invoice, ...] = ()
    drafts: tuple[Draft, ...] = ()
    """Drafts that are to replace it."""


def read_relatives(lists: Lists, invoice: Invoice) -> Relatives:
    """Everything that points to an invoice, and what it points to."""
    return Relatives(
        original=lists.invoices.find(invoice.original) if invoice.original else None,
        replaces=lists.invoices.find(invoice.replaces) if invoice.replaces else None,
        came=lists.invoices.where(original=invoice.id),
        replaced_by=lists.invoices.where(replaces=invoice.id),
        drafts=lists.drafts.where(replaces=invoice.id),
    )


def links_of(invoice: Invoice, relatives: Relatives, texts: Texts) -> tuple[Link, ...]:
    """The relatives in words, where it comes from first."""
    return tuple(
        Link(
            label=texts.say(label),
            number=str(one.number) if isinstance(one, Invoice) else texts.say(N_("Draft")),
            record=one.id,
        )
        for label, one in _told(invoice, relatives)
    )


def _told(invoice: Invoice, relatives: Relatives) -> Iterator[tuple[str, Invoice | Draft]]:
    """What each relative is to the invoice."""
    note = invoice.kind is InvoiceKind.CREDIT_NOTE
    if relatives.original is not None:
        yield N_("Credits invoice") if note else N_("Takes back credit note"), relatives.original
    if relatives.replaces is not None:
        yield N_("Replaces invoice"), relatives.replaces
    for one in relatives.came:
        yield N_("Taken back by invoice") if note else N_("Credited by note"), one
    for later in relatives.replaced_by:
        yield N_("Replaced by invoice"), later
    for draft in relatives.drafts:
        yield N_("Is being replaced by"), draft
