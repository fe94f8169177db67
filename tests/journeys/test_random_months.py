"""Random steps over a month, by whoever may; a few truths hold after each month, whatever was done.

The same steps are walked in memory and in an encrypted file: both must tell the same.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from subcontract.days import Month
from subcontract.invoicing.issuing import totals_of
from subcontract.invoicing.records import InvoiceKind
from subcontract.jobs.job import JobState
from subcontract.money import ZERO, total
from subcontract.reports.cross_check import OpenKind
from tests.db.stores import new_file
from tests.desk import Desk, Stopped
from tests.fakes import MemoryStore
from ui.presenters.tables.table import TablePresenter

FIRM, JOB = "Tavaratalo Kuusi Oy", "Pakettien tarroitus"
OCTOBER = Month(2026, 10)
DAYS = ("5.10.2026", "6.10.2026", "7.10.2026")
NAMES = ("Aalto", "Berg", "Mäki")
LATER = {OpenKind.CHANGED_AFTER_PAYOUT, OpenKind.PAID_WITHOUT_ENTRY, OpenKind.CHANGED_AFTER_INVOICE}
"""What waits for the next month: its pay run, or a credit note."""


@dataclass(frozen=True)
class Step:
    """Something that somebody does on some day."""

    what: str
    day: str = DAYS[0]
    name: str = NAMES[0]
    figure: int = 0


STEPS = st.builds(
    Step,
    what=st.sampled_from(
        (
            *("record", "sick", "end", "pieces", "result", "material", "complete", "reopen", "correct"),
            *("draft", "issue", "credit", "pay", "approve", "undo"),
        )
    ),
    day=st.sampled_from(DAYS),
    name=st.sampled_from(NAMES),
    figure=st.integers(0, 3),
)


def centre(store: Any) -> Desk:
    """Three people on three days' shifts of a job by the piece."""
    desk = Desk.new_centre(store)
    desk.set_tariff("1.9.2026", ("A", "Kokopäivä", "8"), ("B", "Tunti", "4,50"))
    desk.add_customer(FIRM, business_id="1234567-1", street="Katu 2", postcode="53100", town="Lappeenranta")
    for name, tariff_class in zip(NAMES, "ABA", strict=True):
        desk.add_client(name, "Aino", tariff_class=tariff_class, iban="FI21 1234 5600 0007 85")
    desk.add_job(JOB, FIRM, first="1.10.2026", coach="Koivu, Maija")
    desk.price_phase("Tarroitus", "Kappaleelta", quantity="900", minutes_per_unit="1", unit_price="0,33")
    desk.save_job()
    desk.move_job(JobState.ORDERED)
    desk.move_job(JobState.RUNNING)
    weekdays = ("maanantai", "tiistai", "keskiviikko")
    desk.plan_shifts(
        JOB, weekdays=weekdays, first=DAYS[0], last=DAYS[-1], phase="Tarroitus", start="9", end="12"
    )
    for day in DAYS:
        for name in NAMES:
            desk.put_on(name, day)
    return desk.on("2.11.2026").as_manager()


def _recording(desk: Desk, step: Step) -> None:
    desk.as_manager().open_day(step.day)
    acts: dict[str, Callable[[], object]] = {
        "record": desk.record_day_as_planned,
        "sick": lambda: desk.press(step.name, "S"),
        "end": lambda: desk.type_cell(step.name, "end", f"{10 + step.figure}.30"),
        "pieces": lambda: desk.type_cell(step.name, "pieces", str(40 * step.figure)),
        "result": lambda: desk.group_result(str(100 + step.figure)),
        "material": lambda: desk.add_material("Teippi", str(step.figure + 1), "3,33"),
        "complete": desk.complete_day,
        "reopen": desk.recording.reopen,
        "correct": lambda: desk.correct(step.name, "Tarkistus", end=f"{10 + step.figure}.45"),
    }
    acts[step.what]()


def _money(desk: Desk, step: Step) -> None:
    if step.what == "draft":
        desk.as_clerk().draft(FIRM)
    elif step.what == "issue":
        desk.as_clerk().invoices.open_row(desk.row(desk.invoices.table, "Luonnos").id)
        desk.issue()
    elif step.what == "credit":
        issued = [row for row in desk.as_clerk().invoices.table.rows if row.cells.get("due") is not None]
        if issued:
            desk.invoices.open_row(issued[step.figure % len(issued)].id)
            desk.credit("Hyvitys")
    elif step.what == "pay":
        desk.as_clerk().calculate_pay(OCTOBER)
    else:
        desk.as_manager().approve_pay(OCTOBER)


def walk(desk: Desk, steps: list[Step]) -> list[str]:
    """Do the steps; what the program refuses is left, and told."""
    told = []
    for step in steps:
        try:
            if step.what == "undo":
                desk.undo()
            elif step.what in {"draft", "issue", "credit", "pay", "approve"}:
                _money(desk, step)
            else:
                _recording(desk, step)
        except Stopped as stopped:
            told.append(f"{step.what}: {stopped}")
        else:
            told.append(step.what)
        desk.later()
    return told


def no_hour_is_billed_twice(desk: Desk) -> None:
    """Each entry stands on at most one line that has not been credited in full."""
    invoices = desk.stored(lambda lists: lists.invoices.all())
    drafts = desk.stored(lambda lists: lists.drafts.all())
    back = Counter[object]()
    for note in invoices:
        for line in note.lines if note.kind is InvoiceKind.CREDIT_NOTE else ():
            back[line.credits_line] += line.net.amount
    standing = Counter[object]()
    for paper in (*invoices, *drafts):
        for line in paper.lines if getattr(paper, "original", None) is None else ():
            if not line.net or back[line.id] != line.net.amount:
                standing.update(line.entries)
    assert not [entry for entry, times in standing.items() if times > 1]


def no_day_is_paid_twice(desk: Desk) -> None:
    """In a run each entry gives at most one line of its client; a payout is the sum of its lines."""
    for payout in desk.stored(lambda lists: lists.payouts.all()):
        assert total(line.amount for line in payout.lines) == payout.tax_free + payout.taxable
        paid = Counter(entry for line in payout.lines if line.amount > ZERO for entry in line.entries)
        assert not [entry for entry, times in paid.items() if times > 1]


def an_invoice_is_the_sum_of_its_lines(desk: Desk) -> None:
    """Numbers are gapless, and net, VAT and total come from the lines."""
    invoices = desk.stored(lambda lists: lists.invoices.all())
    for invoice in invoices:
        assert total(line.net for line in invoice.lines) == invoice.net
        assert invoice.total == invoice.net + total(vat.amount for vat in invoice.vat)
        if invoice.kind is InvoiceKind.INVOICE:
            assert totals_of(invoice.lines).total == invoice.total
    assert sorted(one.number for one in invoices) == list(range(1001, 1001 + len(invoices)))


def is_approved(desk: Desk) -> bool:
    desk.as_clerk().pay.open_month(OCTOBER)
    return desk.pay.is_approved


def finish(desk: Desk) -> None:
    """The month is brought to its end as an office would: recorded, paid, invoiced.

    In a month that was paid half recorded, what is recorded later needs a reason for each entry.
    """
    for day in () if is_approved(desk) else DAYS:
        desk.as_manager().open_day(day)
        desk.recording.reopen()
        if desk.recording.can_record_all:
            desk.record_day_as_planned()
        if desk.recording.group.result is None:
            desk.group_result("7")
        desk.complete_day()
    if desk.stored(lambda lists: lists.drafts.all()):
        _money(desk, Step("issue"))
    if not is_approved(desk):
        desk.calculate_pay(OCTOBER)
        desk.as_manager().approve_pay(OCTOBER)
    invoice_the_rest(desk)


def invoice_the_rest(desk: Desk) -> None:
    """What is still to be invoiced, corrections too; a sum below zero is left for a credit note."""
    desk.as_clerk().invoices.show_to_invoice()
    if desk.invoices.to_invoice.table.visible:
        desk.draft(FIRM)
        if desk.invoices.draft.total > ZERO:
            desk.issue()


def written(table: TablePresenter) -> list[tuple[str, ...]]:
    return [tuple(table.text(row, column) for column in table.columns) for row in table.visible]


def shown(desk: Desk) -> list[object]:
    """What the screens show, without ids."""
    desk.as_manager()
    desk.pay.open_month(OCTOBER)
    tables = [desk.pay.people, desk.invoices.table, *desk.reports.tables.values()]
    seen = [written(table) for table in tables]
    for day in DAYS:
        desk.open_day(day)
        seen.append(written(desk.recording.table))
    return [*seen, desk.todo(), desk.open_lines(OCTOBER)]


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=6, max_size=24))
def test_the_truths_hold_whatever_is_done(steps: list[Step]) -> None:
    desk = centre(MemoryStore())
    walk(desk, steps)
    paid_early = is_approved(desk)
    for truth in (no_hour_is_billed_twice, no_day_is_paid_twice, an_invoice_is_the_sum_of_its_lines):
        truth(desk)
    finish(desk)
    for truth in (no_hour_is_billed_twice, no_day_is_paid_twice, an_invoice_is_the_sum_of_its_lines):
        truth(desk)
    desk.open_lines(OCTOBER)
    assert paid_early or {line.kind for line in desk.reports.open_lines} <= LATER


@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=8, max_size=16))
def test_memory_and_the_file_tell_the_same(steps: list[Step], tmp_path_factory: Any) -> None:
    folder: Path = tmp_path_factory.mktemp("months")
    store = new_file(folder / "month.urakka", folder / "template.urakka")
    try:
        here, there = centre(MemoryStore()), centre(store)
        assert walk(here, steps) == walk(there, steps)
        assert shown(here) == shown(there)
    finally:
        store.close()
