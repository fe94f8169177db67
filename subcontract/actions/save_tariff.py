"""Keeps the unit's dated tariffs; what an approved month was paid by stays as it was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from subcontract.actions.act import Done, Kind, Permission, Undo, Worker
from subcontract.clock import Clock
from subcontract.days import ONE_DAY, DateRange
from subcontract.ids import TariffId, UnitId
from subcontract.payout.records import PayRunState, Tariff
from subcontract.payout.tariffs import TariffTable, problems_of
from subcontract.ports import Books
from subcontract.problems import Code, Refused, refuse
from subcontract.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTariff:
    """A new or changed tariff; a new one may end the open one before it."""

    tariff: Tariff
    ends_previous: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveTariff:
    """A tariff that was made by mistake."""

    tariff: TariffId


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreTariffs:
    """The tariffs of the unit as they were before a change and as the change left them."""

    tariffs: tuple[Tariff, ...]
    left: tuple[Tariff, ...]


def save_tariff(ask: SaveTariff, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Add a tariff or change one.

    Refuses every fault of the table beside its field, days that overlap (``periods_overlap``) and what
    would change an approved month (``period_locked``).
    """
    who.must_be_allowed(Permission.EDIT_TARIFFS)
    before = books.tariffs.where(unit=who.unit)
    tariff = replace(ask.tariff, unit=who.unit)
    others = tuple(one for one in before if one.id != tariff.id)
    if ask.ends_previous:
        others = tuple(_ended(one, tariff) for one in others)
    problems = problems_of(tariff, others)
    if problems:
        raise Refused(*problems)
    return _change(books, who, before, (*others, tariff), N_("save tariff"), tariff.id)


def remove_tariff(ask: RemoveTariff, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Take a tariff away, unless an approved month was paid by it (``period_locked``)."""
    who.must_be_allowed(Permission.EDIT_TARIFFS)
    before = books.tariffs.where(unit=who.unit)
    gone = books.tariffs.get(ask.tariff)
    after = tuple(one for one in before if one.id != gone.id)
    return _change(books, who, before, after, N_("remove tariff"), gone.id)


def restore_tariffs(ask: RestoreTariffs, books: Books, clock: Clock, who: Worker) -> Done:  # noqa: ARG001
    """Put the tariffs back as they were; the opposite of saving and removing.

    Refuses ``changed_elsewhere`` when they are no longer as the change left them.
    """
    who.must_be_allowed(Permission.EDIT_TARIFFS)
    before = books.tariffs.where(unit=who.unit)
    if _plain(before) != _plain(ask.left):
        raise refuse(Code.CHANGED_ELSEWHERE)
    versions = {one.id: one.version for one in before}
    after = tuple(replace(one, version=versions.get(one.id, 1)) for one in ask.tariffs)
    return _change(books, who, before, after, N_("save tariff"), None)


def _plain(tariffs: Iterable[Tariff]) -> frozenset[Tariff]:
    """The tariffs without their versions, in no order."""
    return frozenset(replace(one, version=0) for one in tariffs)


def _ended(one: Tariff, new: Tariff) -> Tariff:
    """The open tariff before a new one ends the day before it."""
    if one.days.is_open and one.days.first < new.days.first:
        return replace(one, days=DateRange(one.days.first, new.days.first - ONE_DAY))
    return one


def _change(  # noqa: PLR0917 - what was, what will be, and its name
    books: Books,
    who: Worker,
    before: tuple[Tariff, ...],
    after: tuple[Tariff, ...],
    name: str,
    of: TariffId | None,
) -> Done:
    """Write what differs, and say how to take it back."""
    _must_keep_approved_months(books, who.unit, before, after)
    old = {one.id: one for one in before}
    for one in after:
        if one.id not in old:
            books.tariffs.add(one)
        elif one != old[one.id]:
            books.tariffs.save(one)
    for one in before:
        if all(one.id != kept.id for kept in after):
            books.tariffs.remove(one)
    undo = Undo(name=name, action=restore_tariffs, ask=RestoreTariffs(tariffs=before, left=after))
    return Done(changed=frozenset({Kind.TARIFFS}), id=of, undo=undo)


def _must_keep_approved_months(
    books: Books, unit: UnitId, before: Iterable[Tariff], after: Iterable[Tariff]
) -> None:
    """Refuse a change of what some approved month was paid by."""
    old, new = TariffTable(before), TariffTable(after)
    for run in books.pay_runs.where(unit=unit, state=PayRunState.APPROVED):
        if any(_content(old.on(day)) != _content(new.on(day)) for day in run.month.days):
            raise refuse(Code.PERIOD_LOCKED, "days", month=run.month)


def _content(tariff: Tariff | None) -> object:
    """What a tariff pays by, whatever its days."""
    if tariff is None:
        return None
    return (frozenset(tariff.rates), tariff.full_day_minutes, tariff.limit_mode, tariff.above_limit)
