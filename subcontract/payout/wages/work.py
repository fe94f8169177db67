"""What each client did in the month as far as wages and fees are concerned, by agreement and job."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from subcontract.hours.entry import WorkEntry
from subcontract.ids import ClientId, EntryId, JobId, ShiftId
from subcontract.payout.groups import groups_with_pieces, left_unshared, shares_here
from subcontract.payout.ledgers import WAGE_FORMS, Forms, attended
from subcontract.payout.wage_records import PaySettings
from subcontract.payout.wages.facts import WageFacts
from subcontract.payout.wages.increments import special_minutes
from subcontract.payout.wages.terms import Agreements
from subcontract.payout.warnings import PayWarning
from subcontract.people.client import Client, FormOfWork
from subcontract.people.employment import Employment, EmploymentTerms, FeeTerms


@dataclass(slots=True, kw_only=True)
class Stint:
    """What a client did at one job under the same terms, in one part of the month."""

    employment: Employment
    terms: EmploymentTerms
    job: JobId
    part: int
    days: set[date] = field(default_factory=set)
    minutes: int = 0
    sunday: int = 0
    holiday: int = 0
    pieces: int = 0
    entries: list[EntryId] = field(default_factory=list)
    """Entries of the work, and group results that it has a share of."""

    @property
    def first(self) -> date:
        """The first day of work."""
        return min(self.days)


@dataclass(slots=True, kw_only=True)
class FeeWork:
    """What a peer coach did at one job under the same agreement of a fee."""

    terms: FeeTerms
    job: JobId
    first: date
    minutes: int = 0
    times: set[tuple[date, ShiftId | None]] = field(default_factory=set)
    """Occasions: each shift, or the day where there is no shift."""
    entries: list[EntryId] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class ClientWork:
    """A client's month in the wage ledger."""

    client: Client
    stints: dict[tuple[object, ...], Stint] = field(default_factory=dict)
    fees: dict[tuple[object, ...], FeeWork] = field(default_factory=dict)
    at_job: dict[tuple[date, JobId], Stint] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)
    minutes: int = 0
    warnings: set[PayWarning] = field(default_factory=set)

    @property
    def pieces(self) -> int:
        """Own pieces and shares of the group's results."""
        return sum(stint.pieces for stint in self.stints.values())

    def count(self, entry: WorkEntry) -> None:
        """Count the day and the minutes of an entry that is paid here."""
        self.days.add(entry.day)
        self.minutes += entry.minutes


Works = dict[ClientId, ClientWork]


def work_of(facts: WageFacts, agreements: Agreements) -> Works:
    """Everybody with wage work or work for a fee; what no agreement covers becomes a warning."""
    forms, pot_starts, setting_starts = Forms(facts.employments), facts.pot_starts, facts.setting_starts
    works: Works = {}
    for entry, client in attended(facts):
        form = _form_of(entry, client, forms, facts, agreements)
        if form not in WAGE_FORMS:
            continue
        work = works.setdefault(client.id, ClientWork(client=client))
        if entry.id in facts.paid_elsewhere:
            work.warnings.add(PayWarning.PAID_ELSEWHERE)
            continue
        if entry.shift is not None and entry.shift in facts.open_shifts:
            work.warnings.add(PayWarning.DAY_NOT_COMPLETE)
        if form is FormOfWork.FEE:
            _lay_fee(work, entry, agreements)
        else:
            pots = pot_starts.get(entry.job, ())
            starts = (*facts.parts.get(client.id, ()), *pots, *setting_starts)
            part = sum(1 for start in starts if start <= entry.day)
            _lay_stint(work, entry, part, agreements, facts.settings_of(entry.day))
    _lay_pieces(facts, works, forms)
    return works


def _form_of(
    entry: WorkEntry, client: Client, forms: Forms, facts: WageFacts, agreements: Agreements
) -> FormOfWork | None:
    """The form of an entry's work; what was settled here stays wage work, or work for a fee."""
    form = forms.of(client, entry)
    if form in WAGE_FORMS or entry.id not in facts.paid_here:
        return form
    employed = agreements.employments_on(client.id, entry.day, entry.job)
    return FormOfWork.EMPLOYMENT if employed else FormOfWork.FEE


def _lay_stint(
    work: ClientWork, entry: WorkEntry, part: int, agreements: Agreements, settings: PaySettings
) -> None:
    """Put an entry into its stint, if its pay has been agreed."""
    found = agreements.employments_on(work.client.id, entry.day, entry.job)
    terms = found[0].terms_on(entry.day) if found else None
    if len(found) > 1:
        work.warnings.add(PayWarning.EMPLOYMENTS_OVERLAP)
    if terms is None:
        work.warnings.add(PayWarning.NO_TERMS if found else PayWarning.NO_EMPLOYMENT)
        return
    key = (found[0].id, terms.first, entry.job, part)
    if key not in work.stints:
        work.stints[key] = Stint(employment=found[0], terms=terms, job=entry.job, part=part)
    stint = work.stints[key]
    special = special_minutes(entry, settings)
    stint.days.add(entry.day)
    stint.minutes += entry.minutes
    stint.sunday += special.sunday
    stint.holiday += special.holiday
    stint.entries.append(entry.id)
    work.at_job[entry.day, entry.job] = stint
    work.count(entry)


def _lay_fee(work: ClientWork, entry: WorkEntry, agreements: Agreements) -> None:
    """Put an entry of a peer coach under its agreement of a fee."""
    found = agreements.fees_on(work.client.id, entry.day)
    if not found:
        work.warnings.add(PayWarning.NO_FEE_TERMS)
        return
    if len(found) > 1:
        work.warnings.add(PayWarning.EMPLOYMENTS_OVERLAP)
    key = (found[0].id, entry.job)
    if key not in work.fees:
        work.fees[key] = FeeWork(terms=found[0], job=entry.job, first=entry.day)
    fee = work.fees[key]
    fee.first = min(fee.first, entry.day)
    fee.minutes += entry.minutes
    fee.times.add((entry.day, entry.shift))
    fee.entries.append(entry.id)
    work.count(entry)


def _lay_pieces(facts: WageFacts, works: Mapping[ClientId, ClientWork], forms: Forms) -> None:
    """Give each stint its pieces: own ones, and shares of what the group made together."""
    numbers = {client.id: client.number for client in facts.clients.values()}
    ours = (forms.entries_of(facts, WAGE_FORMS) | facts.paid_here) - facts.paid_elsewhere
    elsewhere = frozenset(entry.id for entry in facts.entries if entry.id not in ours)
    for group in groups_with_pieces(facts.entries):
        for share in shares_here(group, facts.jobs, numbers, elsewhere):
            work = works.get(share.client)
            stint = work.at_job.get((share.day, share.job)) if work else None
            if stint is not None:
                stint.pieces += share.pieces
                if share.rule is not None:
                    stint.entries.append(share.entry)
        for client in left_unshared(group, facts.jobs):
            if client in works:
                works[client].warnings.add(PayWarning.POT_NOT_SHARED)
