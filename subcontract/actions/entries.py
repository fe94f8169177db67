"""What every act that records work shares: what locks a day, what stands beside an entry, writing it."""

from dataclasses import dataclass, replace
from datetime import timedelta

from subcontract.actions.act import Kind
from subcontract.clock import Clock
from subcontract.days import DateRange, Month
from subcontract.hours.check import is_twin, problems_beside
from subcontract.hours.entry import OF_PEOPLE, EntryKind, WorkEntry
from subcontract.hours.in_force import in_force
from subcontract.hours.told import LONGEST_TEXT, Signature, Told, entry_of, problems_of_told, told_of
from subcontract.jobs.job import JobState
from subcontract.payout.records import PayRunState
from subcontract.ports import Books
from subcontract.problems import Code, Problem, Refused, refuse
from subcontract.rota.shift import Shift, ShiftState

ENTRIES = frozenset({Kind.ENTRIES})
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Locks:
    """What makes a change of a day need a reason."""

    month_complete: bool = False
    day_complete: bool = False
    paid: bool = False
    invoiced: bool = False

    @property
    def ask_reason(self) -> bool:
        """Whether any of them holds."""
        return self.month_complete or self.day_complete or self.paid or self.invoiced


def locks_of(told: Told, books: Books, corrected: WorkEntry | None = None) -> Locks:
    """Read what has already been said, paid or invoiced of the day and the entry."""
    month = Month.of(told.day)
    runs = books.pay_runs.where(unit=told.unit, month=month)
    return Locks(
        month_complete=books.complete_months.find((told.unit, month)) is not None,
        day_complete=told.shift is not None and books.complete_days.find(told.shift) is not None,
        paid=any(run.state is PayRunState.APPROVED for run in runs),
        invoiced=corrected is not None and books.billings.line_of(corrected.id) is not None,
    )


def reason_in(reason: str, locks: Locks, month: Month) -> str:
    """The reason in one line; refuses when the locks ask for one and there is none."""
    plain = " ".join(reason.split())
    if len(plain) > LONGEST_TEXT:
        raise refuse(Code.TOO_LONG, "reason", most=LONGEST_TEXT)
    if plain:
        return plain
    if locks.month_complete:
        raise refuse(Code.PERIOD_LOCKED, "reason", month=month)
    if locks.ask_reason:
        raise refuse(Code.REASON_NEEDED, "reason")
    return plain


def write(told: Told, signature: Signature, books: Books, clock: Clock) -> WorkEntry:
    """Check what is told, then add it; refuses with every problem at once."""
    entry = checked(told, signature, books, clock)
    books.entries.add(entry)
    return entry


def checked(told: Told, signature: Signature, books: Books, clock: Clock) -> WorkEntry:
    """The entry of what is told, checked alone and beside the others; nothing is written."""
    problems = [*problems_of_told(told, clock.today()), *_problems_of_place(told, books)]
    if problems:
        raise Refused(*problems)
    entry = entry_of(told, signature)
    beside = [each for each in around(entry, books) if each.id != signature.supersedes]
    if any(is_twin(entry, each) for each in beside):
        raise refuse(Code.ALREADY_EXISTS, name=_name(entry, books))
    jobs = {each.job: books.jobs.get(each.job) for each in beside}
    if problems := list(problems_beside(entry, beside, jobs, _name(entry, books))):
        raise Refused(*problems)
    return entry


def around(entry: WorkEntry, books: Books) -> tuple[WorkEntry, ...]:
    """Entries in force of the same person or shift, the day before and after included."""
    days = DateRange(entry.day - ONE_DAY, entry.day + ONE_DAY)
    if entry.kind in OF_PEOPLE and entry.client is not None:
        return in_force(books.entries.within(days, client=entry.client))
    if entry.kind is EntryKind.COACHING:
        return in_force(books.entries.within(days, staff=entry.staff, kind=entry.kind))
    if entry.shift is None:
        return ()
    return in_force(books.entries.where(shift=entry.shift, kind=entry.kind))


def _problems_of_place(told: Told, books: Books) -> list[Problem]:
    """A job, client, phase or shift that does not go with what is told; a lost job is never invoiced."""
    job = books.jobs.get(told.job)
    problems: list[Problem] = []
    if job.unit != told.unit:
        problems.append(Problem(code=Code.UNKNOWN_VALUE, field="job"))
    if job.state is JobState.LOST:
        problems.append(Problem(code=Code.WRONG_STATE, field="job"))
    if told.client is not None and books.clients.get(told.client).unit != told.unit:
        # A unit's pay run pays its own clients: work told elsewhere would be paid nowhere.
        problems.append(Problem(code=Code.UNKNOWN_VALUE, field="client"))
    if told.phase is not None and job.phase(told.phase) is None:
        problems.append(Problem(code=Code.UNKNOWN_VALUE, field="phase"))
    if told.shift is not None:
        problems += _problems_of_shift(told, books.shifts.get(told.shift))
    return problems


def _problems_of_shift(told: Told, shift: Shift) -> list[Problem]:
    """A shift called off, or of another day or job than what is told."""
    if shift.state is ShiftState.CANCELLED:
        return [Problem(code=Code.WRONG_STATE, field="shift")]
    if (shift.day, shift.job, shift.unit) != (told.day, told.job, told.unit):
        return [Problem(code=Code.UNKNOWN_VALUE, field="shift")]
    return []


def _name(entry: WorkEntry, books: Books) -> str:
    """Whose entry it is."""
    if entry.client is not None:
        return books.clients.get(entry.client).name
    return books.staff.get(entry.staff).name if entry.staff is not None else ""


def last_of_chain(entry: WorkEntry, books: Books) -> WorkEntry:
    """The entry that stands in this one's place now, telling the same.

    Refuses to correct what has been corrected to something else: somebody was quicker. What was corrected
    and put back again tells what it told, so that a long row of steps can be taken back one by one.
    """
    last = entry
    while later := books.entries.where(supersedes=last.id):
        last = later[-1]
    if (last.void, told_of(last)) != (entry.void, told_of(entry)):
        raise refuse(Code.CHANGED_ELSEWHERE)
    return last


def voided(entry: WorkEntry, signature: Signature) -> WorkEntry:
    """The entry that takes another back; it counts for nothing itself."""
    return replace(
        entry,
        id=signature.id,
        void=True,
        supersedes=signature.supersedes,
        reason=signature.reason,
        by=signature.by,
        at=signature.at,
    )
