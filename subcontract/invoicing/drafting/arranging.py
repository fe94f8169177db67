"""Drafts put together and taken apart: the lines stay as they are, and so does the work that they bill."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from subcontract import ids
from subcontract.days import DateRange, Month
from subcontract.ids import DraftId, InvoiceLineId, JobId
from subcontract.invoicing.records import Draft, InvoiceLine
from subcontract.problems import Code, refuse


def merged(drafts: Sequence[Draft]) -> Draft:
    """One draft with the lines of all; it is the first of them.

    A number or a reference that differs is left empty, for only one can stand on an invoice; messages,
    grounds and attachments follow each other. Refuses drafts of several customers (``other_customer``).
    """
    first = drafts[0]
    if any((one.customer, one.unit) != (first.customer, first.unit) for one in drafts):
        raise refuse(Code.OTHER_CUSTOMER)
    return replace(
        first,
        lines=tuple(line for draft in drafts for line in draft.lines),
        period=DateRange(
            min(draft.period.first for draft in drafts), max(draft.period.last for draft in drafts)
        ),
        order_number=_same(draft.order_number for draft in drafts),
        buyer_reference=_same(draft.buyer_reference for draft in drafts),
        buyer_cost_centre=_same(draft.buyer_cost_centre for draft in drafts),
        note="\n".join(_each(draft.note for draft in drafts)),
        exemption="; ".join(_each(draft.exemption for draft in drafts)),
        exemption_code=_same(draft.exemption_code for draft in drafts),
        attachments=_each(name for draft in drafts for name in draft.attachments),
        replaces=next((draft.replaces for draft in drafts if draft.replaces), None),
    )


def days_of_work(draft: Draft) -> DateRange:
    """From the first to the last day that the lines bill; the draft's own period when it has no lines.

    The period of a draft reaches back to the oldest work that was looked for, far before what was found.
    """
    if not draft.lines:
        return draft.period
    days = [line.supplied for line in draft.lines]
    return DateRange(min(one.first for one in days), max(one.last for one in days))


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    """Different texts in their order, without empty ones."""
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _same(texts: Iterable[str]) -> str:
    """The one text that all have that have any; nothing when they differ."""
    found = _each(texts)
    return found[0] if len(found) == 1 else ""


def split(draft: Draft, groups: Iterable[frozenset[InvoiceLineId]]) -> tuple[Draft, ...]:
    """The draft with the lines that stay, then a new one for each group of lines.

    Refuses a group without lines of the draft, a line in two groups (``not_found``), and when no line would
    stay (``nothing_to_do``).
    """
    rest = {line.id: line for line in draft.lines}
    made: list[Draft] = []
    for group in groups:
        if not group or not group <= rest.keys():
            raise refuse(Code.NOT_FOUND, "lines")
        lines = tuple(rest.pop(line.id) for line in draft.lines if line.id in group)
        made.append(replace(draft, id=DraftId(ids.new()), lines=lines, replaces=None, version=1))
    if not rest or not made:
        raise refuse(Code.NOTHING_TO_DO)
    return (replace(draft, lines=tuple(rest.values())), *made)


def by_job(lines: Iterable[InvoiceLine]) -> tuple[frozenset[InvoiceLineId], ...]:
    """The lines of each job but the first: what a draft is split into so that each has one job."""
    return _others(lines, lambda line: line.job)


def by_month(lines: Iterable[InvoiceLine]) -> tuple[frozenset[InvoiceLineId], ...]:
    """The lines of each month of supply but the earliest."""
    return _others(sorted(lines, key=_end), lambda line: Month.of(line.supplied.last))


def _end(line: InvoiceLine) -> tuple[int, int]:
    return line.supplied.last.year, line.supplied.last.month


def _others(
    lines: Iterable[InvoiceLine], key: Callable[[InvoiceLine], Hashable]
) -> tuple[frozenset[InvoiceLineId], ...]:
    groups: dict[Hashable, set[InvoiceLineId]] = {}
    for line in lines:
        groups.setdefault(key(line), set()).add(line.id)
    return tuple(frozenset(group) for group in list(groups.values())[1:])


def only_job(draft: Draft) -> JobId | None:
    """The one job of all the draft's lines, if they have one."""
    jobs = {line.job for line in draft.lines}
    return jobs.pop() if len(jobs) == 1 else None
