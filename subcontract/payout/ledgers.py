"""Which of the two ledgers pays for what: the same hours and the same costs are never in both."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from subcontract.days import DateRange, DayMap, Month
from subcontract.hours.entry import WorkEntry
from subcontract.hours.pieces import is_helping, is_present
from subcontract.ids import ClientId, EntryId, JobId
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import EXPENSES, MixedDay, PayItem, PaySettings, settings_on
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment, FeeTerms
from subcontract.people.forms_of_work import days_without

WAGE_FORMS = frozenset({FormOfWork.EMPLOYMENT, FormOfWork.FEE})
OF_A_JOB = (FormOfWork.EMPLOYMENT, FormOfWork.ALLOWANCE)
"""Forms beside which work at the job of an employment is wage work."""


class LedgerFacts(Protocol):
    """What both ledgers know of a month."""

    @property
    def clients(self) -> Mapping[ClientId, Client]:
        """Everybody who worked or has a typed line."""

    @property
    def entries(self) -> tuple[WorkEntry, ...]:
        """Entries in force."""

    @property
    def items(self) -> tuple[PayItem, ...]:
        """Typed lines."""

    @property
    def costs_here(self) -> frozenset[ClientId]:
        """Whose costs the ledger that is reckoned has settled: more of the month's go there too."""

    @property
    def costs_elsewhere(self) -> frozenset[ClientId]:
        """Whose costs the other ledger has settled."""

    @property
    def employments(self) -> tuple[Employment, ...]:
        """Agreements of those clients."""


class Forms:
    """The form of work of each entry.

    The client's form of the day tells it. Somebody on allowance may besides be employed for a job of
    its own: work at that job is wage work, and a day with both is a mixed one.
    """

    def __init__(self, employments: Iterable[Employment]) -> None:
        """Know the employments that are for one job."""
        self._for_a_job: dict[tuple[ClientId, JobId], list[Employment]] = defaultdict(list)
        for one in employments:
            if one.job is not None:
                self._for_a_job[one.client, one.job].append(one)

    def of(self, client: Client, entry: WorkEntry) -> FormOfWork | None:
        """On what basis an entry's work was done, ``None`` when nothing has been agreed."""
        return self.on(client, entry.day, entry.job)

    def on(self, client: Client, day: date, job: JobId) -> FormOfWork | None:
        """On what basis a client works at a job on a day."""
        form = client.form_on(day)
        if form is FormOfWork.ALLOWANCE:
            own = self._for_a_job.get((client.id, job), ())
            if any(day in one.days for one in own):
                return FormOfWork.EMPLOYMENT
        return form

    def entries_of(self, facts: LedgerFacts, forms: frozenset[FormOfWork]) -> frozenset[EntryId]:
        """Attended entries whose form is one of ``forms``."""
        return frozenset(entry.id for entry, client in attended(facts) if self.of(client, entry) in forms)


def days_without_wage(client: Client, employment: Employment) -> tuple[DateRange, ...]:
    """The days of an agreement whose work would not be paid as wage, by the client's forms of work."""
    forms = (FormOfWork.EMPLOYMENT,) if employment.job is None else OF_A_JOB
    return days_without(client, employment.days, forms)


def days_without_fee(client: Client, terms: FeeTerms) -> tuple[DateRange, ...]:
    """The days of an agreed fee on which work would not be paid by it, by the client's forms of work."""
    return days_without(client, terms.days, (FormOfWork.FEE,))


def not_paid_yet(spans: Iterable[DateRange], paid: Iterable[Month]) -> tuple[DateRange, ...]:
    """What is left of days without months that have been paid: hours stay in the ledger that paid them."""
    months = DayMap((month.days, True) for month in paid)
    return tuple(gap for span in spans for gap in months.gaps(span))


def attended(facts: LedgerFacts) -> Iterator[tuple[WorkEntry, Client]]:
    """Each entry of attended work with its client; a peer coach's time is paid too."""
    for entry in facts.entries:
        client = facts.clients.get(entry.client) if entry.client else None
        if client is not None and (is_present(entry) or is_helping(entry)):
            yield entry, client


def wage_alone(settings: tuple[PaySettings, ...], day: date) -> bool:
    """Whether a day with wage work gives no allowance: the default while nothing is set."""
    found = settings_on(settings, day)
    return found is None or found.mixed_day is MixedDay.WAGE_ALONE


def expenses_of(facts: LedgerFacts, ledger: Ledger) -> dict[ClientId, list[PayItem]]:
    """The costs that a ledger pays back: each in the payout that its client has in the month."""
    forms = Forms(facts.employments)
    waged, allowed = _clients_of(facts, forms)
    found: dict[ClientId, list[PayItem]] = defaultdict(list)
    for item in facts.items:
        client = facts.clients.get(item.client)
        if client is None or item.kind not in EXPENSES:
            continue
        by_day = client.form_on(item.day) in WAGE_FORMS
        in_wages = client.id in waged or (client.id not in allowed and by_day)
        if _is_here(client.id, facts, otherwise=in_wages is (ledger is Ledger.WAGE)):
            found[client.id].append(item)
    return found


def _is_here(client: ClientId, facts: LedgerFacts, *, otherwise: bool) -> bool:
    """Whether a ledger pays somebody's costs: what one has settled stays there."""
    if client in facts.costs_here:
        return True
    return otherwise and client not in facts.costs_elsewhere


def _clients_of(facts: LedgerFacts, forms: Forms) -> tuple[set[ClientId], set[ClientId]]:
    """Who has wage work or a typed line of pay, and who has work on allowance."""
    waged = {item.client for item in facts.items if item.kind not in EXPENSES}
    allowed: set[ClientId] = set()
    for entry, client in attended(facts):
        form = forms.of(client, entry)
        if form in WAGE_FORMS:
            waged.add(client.id)
        elif form is FormOfWork.ALLOWANCE:
            allowed.add(client.id)
    return waged, allowed
