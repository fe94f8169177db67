"""The quotes of a job: making one, looking at its paper, writing down the answer; no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from subcontract import ids, papers
from subcontract.actions.act import Done, Permission
from subcontract.actions.answer_quote import AcceptQuote, RefuseQuote, accept_quote, refuse_quote
from subcontract.actions.make_quote import MakeQuote, make_quote
from subcontract.ids import JobId, QuoteId
from subcontract.jobs.job import Job
from subcontract.jobs.offers import Offer, offered
from subcontract.jobs.quote import Quote, QuoteState
from subcontract.money import Money
from subcontract.papers import QuoteFacts
from subcontract.people.unit import Unit
from subcontract.ports import Lists
from subcontract.problems import Code, Problem, Refused
from subcontract.words import N_
from ui.presenters.forms.form import FormPresenter
from ui.presenters.jobs.fields import ANSWER_FIELDS, QUOTE_FIELDS
from ui.presenters.jobs.price_sheet import PriceSheetPresenter
from ui.presenters.jobs.words import quote_state
from ui.presenters.owner import Owner
from ui.presenters.tone import State
from ui.texts import CatalogueTexts

DAYS_WHEN_UNKNOWN = Decimal(30)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteShown:
    """A quote in words."""

    id: QuoteId
    title: str
    detail: str
    total: Money
    state: State
    is_open: bool
    has_agreement: bool


class Page(Owner, Protocol):
    """What the quotes need of the job's page."""

    job: Job | None
    unit: Unit | None
    is_new: bool
    sheet: PriceSheetPresenter

    @property
    def is_open(self) -> bool:
        """Whether a job is on the page."""

    @property
    def dirty(self) -> bool:
        """Whether something has not been saved."""


class QuotesPresenter:
    """The versions of a job's quote."""

    def __init__(self, page: Page) -> None:
        """Belong to a job's page."""
        self.page = page
        self.texts = page.texts
        self.offer = FormPresenter(QUOTE_FIELDS, page.texts, page.door.today, name=N_("New quote"))
        self.answer = FormPresenter(ANSWER_FIELDS, page.texts, page.door.today, name=N_("Answer"))
        self.quotes: tuple[Quote, ...] = ()
        self.despite: frozenset[Code] = frozenset()
        self._of: tuple[JobId | None, frozenset[QuoteId]] = (None, frozenset())
        """The job and the quotes that are shown."""
        self._drafts: dict[JobId, tuple[dict[str, str], dict[str, str]]] = {}
        """What has been typed of a quote and of an answer, by job."""

    def show(self, quotes: tuple[Quote, ...]) -> None:
        """Show the quotes of the job; what has been typed stays."""
        job = self.page.job
        shown = (job.id if job else None, frozenset(quote.id for quote in quotes))
        self.quotes = quotes
        if shown == self._of:
            return
        self._of = shown
        unit, latest = self.page.unit, next(iter(quotes), None)
        days = Decimal(unit.quote_valid_days) if unit else DAYS_WHEN_UNKNOWN
        self.offer.load({"valid_days": days, "text": latest.text if latest else ""})
        self.answer.load({"day": self.page.door.today(), "order_number": job.order_number if job else ""})
        self.despite = frozenset()
        offer, answer = self._drafts.pop(job.id, ({}, {})) if job else ({}, {})
        self.offer.typed.update(offer)
        self.answer.typed.update(answer)

    @property
    def dirty(self) -> bool:
        """Whether a quote or an answer is half written."""
        return self.offer.dirty or self.answer.dirty

    def keep(self) -> None:
        """Let what has been typed wait for the job to be opened again."""
        job, _ = self._of
        if job is not None and self.dirty:
            self._drafts[job] = (dict(self.offer.typed), dict(self.answer.typed))
        self._of = (None, frozenset())

    @property
    def shown(self) -> tuple[QuoteShown, ...]:
        """Every version, newest first."""
        return tuple(map(self._shown, self.quotes))

    def _shown(self, quote: Quote) -> QuoteShown:
        say = self.texts.say
        detail = say(N_("Made {day}, valid until {until}"), day=quote.day, until=quote.valid_until)
        if quote.answered_on is not None:
            detail = say(N_("Answered {day} by {who}"), day=quote.answered_on, who=quote.answered_by or "–")
        return QuoteShown(
            id=quote.id,
            title=say(N_("Quote, version {revision}"), revision=str(quote.revision)),
            detail=detail,
            total=quote.total,
            state=quote_state(quote, self.page.door.today(), self.texts),
            is_open=quote.state is QuoteState.SENT,
            has_agreement=quote.state is QuoteState.ACCEPTED,
        )

    @property
    def open_quote(self) -> Quote | None:
        """The quote that waits for an answer."""
        return next((quote for quote in self.quotes if quote.state is QuoteState.SENT), None)

    @property
    def can_offer(self) -> bool:
        """Whether a quote can be made now: of what is stored, by who may."""
        page = self.page
        return page.is_open and not page.is_new and not page.dirty and page.may(Permission.SEND_QUOTES)

    @property
    def why_not(self) -> str:
        """Why no quote can be made now, in words."""
        page = self.page
        if page.is_open and (page.is_new or page.dirty):
            return self.texts.say(N_("Save the job first: a quote is made of what has been saved."))
        return ""

    # --- acts

    def make(self) -> None:
        """Make the next version and keep its paper."""
        ask = self._ask()
        if ask is not None:
            self.page.act(make_quote, ask, done=self._made, form=self)

    def _ask(self) -> MakeQuote | None:
        values, job = self.offer.parsed(), self.page.job
        if values is None or job is None or not self.can_offer:
            self.page.tell()
            return None
        return MakeQuote(
            job=job.id,
            texts_in=CatalogueTexts,
            valid_days=int(values["valid_days"]),
            text=values["text"],
        )

    def _made(self, _done: Done) -> None:
        self.page.load()

    def refuse(self, refused: Refused) -> tuple[Problem, ...]:
        """Show problems beside the fields of the quote, the answer and the phases; give back the rest."""
        codes = frozenset(problem.code for problem in refused.problems)
        self.despite = codes if codes <= {Code.QUOTE_EXPIRED} else frozenset()
        own = self.answer if self.open_quote is not None and self._answers else self.offer
        left = own.refuse(refused)
        return self.page.sheet.refuse(Refused(*left)) if left else ()

    _answers = False

    def accept(self) -> None:
        """The customer took the offer: the order and the agreement are made."""
        quote, values = self.open_quote, self.answer.parsed()
        if quote is None or values is None:
            return
        self._answers = True
        ask = AcceptQuote(
            quote=quote.id,
            by=values["by"],
            texts_in=CatalogueTexts,
            day=values["day"],
            order_number=values["order_number"],
            times=values["times"],
            despite=self.despite,
        )
        self.page.act(accept_quote, ask, done=self._answered, form=self)

    def decline(self) -> None:
        """The customer did not take the offer."""
        quote, values = self.open_quote, self.answer.parsed()
        if quote is None or values is None:
            return
        self._answers = True
        ask = RefuseQuote(quote=quote.id, reason=values["reason"], by=values["by"], day=values["day"])
        self.page.act(refuse_quote, ask, done=self._answered, form=self)

    def _answered(self, _done: Done) -> None:
        self._answers = False
        self.despite = frozenset()
        self.page.load()

    # --- papers

    def paper(self, quote: QuoteId, kind: str, done: Callable[[bytes], None]) -> None:
        """Hand the archived paper of a quote (``quote`` or ``agreement``) to ``done``."""
        self.page.door.ask(lambda lists: _paper(lists, quote, kind), done)

    def preview(self, done: Callable[[bytes], None]) -> None:
        """Make the paper of the next version without sending anything."""
        ask = self._ask()
        if ask is None:
            return
        door, job = self.page.door, ask.job
        by, day = door.who, door.today()
        offer = Offer(
            id=QuoteId(ids.new()), by=by.staff, day=day, valid_days=ask.valid_days or 1, text=ask.text
        )
        door.work(
            lambda lists, _progress: _preview(lists, job, offer, by.name),
            done,
            refused=lambda refused: self.page.refused(refused, self),
        )


def _paper(lists: Lists, quote: QuoteId, kind: str) -> bytes:
    paper = lists.papers.find(quote, kind)
    return paper.content if paper is not None else b""


def _preview(lists: Lists, id: JobId, offer: Offer, by: str) -> bytes:  # noqa: A002 - the field's own name
    job = lists.jobs.get(id)
    unit, customer = lists.units.get(job.unit), lists.customers.get(job.customer)
    quote = offered(job, lists.quotes.where(job=id), replace(offer, vat_registered=unit.vat_registered))
    facts = QuoteFacts(quote=quote, job=job, customer=customer, unit=unit, by=by, draft=True)
    return papers.quote_pdf(facts, CatalogueTexts(customer.language))
