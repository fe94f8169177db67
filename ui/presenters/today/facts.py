"""What the cards of the first screen are, and the facts that they are made of; no Qt."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from subcontract.days import Month
from subcontract.hours.gaps import Gap
from subcontract.ids import JobId
from subcontract.invoicing.credits.corrections import Correction
from subcontract.jobs.job import Job
from subcontract.jobs.quote import Quote
from subcontract.payout.records import Ledger, PayRun, Tariff
from subcontract.people.client import Client
from subcontract.ports import InvoiceHead, WaitingBooking
from ui.presenters.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing to do: what, for whom, by when, and the one button; texts are written."""

    what: str
    whom: str = ""
    when: str = ""
    button: str
    screen: str
    """Where the button leads: a screen, or a page of it such as ``invoices/overdue``."""
    record: UUID | None = None
    tone: Tone = Tone.ATTENTION
    picture: str = "calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duties:
    """The facts that cards are made of."""

    today: date
    gaps: tuple[Gap, ...] = ()
    """Of past days."""
    jobs: dict[JobId, Job]
    clients: tuple[Client, ...] = ()
    quotes: tuple[Quote, ...] = ()
    """Those without an answer."""
    tariffs: tuple[Tariff, ...] = ()
    runs: tuple[PayRun, ...] = ()
    unpaid_months: tuple[tuple[Month, Ledger], ...] = ()
    """Past months with work that a ledger pays and no pay run of it, oldest first."""
    unbilled: int = 0
    """Entries of past months that no line bills."""
    to_credit: tuple[Correction, ...] = ()
    """Lines of invoices whose work was corrected downwards."""
    overdue: tuple[InvoiceHead, ...] = ()
    overpaid: tuple[InvoiceHead, ...] = ()
    """Invoices of which something is to be given back."""
    bookings: tuple[WaitingBooking, ...] = ()
    """What came on the account and waits for its invoice."""
