"""The places of Maksut: an open month, an approved one with its papers and files, typed lines."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from subcontract.days import Month
from subcontract.ids import PaySettingsId
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOverKind, NetPay, PaySettings
from tests.ui.frame import TODAY
from ui.screens.pay.payouts import PayoutsScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk

OCTOBER, SEPTEMBER = Month(2026, 10), Month(2026, 9)
WRONG_TEXT = "ei tietoa"


def payouts(walk: "Walk") -> Iterator[str]:
    """The months, an open one with Why?, an approved one and its papers."""
    screen = walk.to(PayoutsScreen, "payouts")
    yield "payouts"
    screen.presenter.open_month(OCTOBER)
    walk.rest()
    yield "payouts open"
    walk.open(screen.presenter.people)
    yield "payouts why"
    screen.step_back()
    screen.presenter.open_month(SEPTEMBER)
    walk.rest()
    yield "payouts approved"
    walk.open(screen.presenter.people)
    screen.card.statement.click()
    walk.until(lambda: screen.presenter.papers.shown)
    yield "payouts statement"
    screen.step_back()
    screen.step_back()
    screen.progress.show_step(3, 12, "Paperit")
    yield "payouts progress"
    screen.presenter.papers.make_all()
    walk.until(lambda: screen.presenter.papers.shown)
    yield "payouts all papers"
    screen.step_back()
    screen.presenter.files.open()
    walk.rest()
    for kind in screen.presenter.files.kinds:
        screen.presenter.files.choose(kind)
        yield f"payouts files {kind.value}"
    screen.presenter.files.choose(HandOverKind.LEDGER)
    asked, screen.desk.ask_save_path = screen.desk.ask_save_path, lambda *_: ""  # type: ignore[method-assign]
    screen.presenter.files.make()
    walk.until(lambda: screen.presenter.files.table.visible)
    screen.desk.ask_save_path = asked  # type: ignore[method-assign]
    yield "payouts file made"
    screen.step_back()
    screen.presenter.people.select(screen.presenter.people.visible[0].id)
    walk.open(screen.presenter.people)
    screen.presenter.reopening.start()
    walk.rest()
    yield "payouts reopening"
    screen.step_back()
    yield from _wages(walk, screen)
    yield from _typed_lines(walk, screen)
    yield from _paid_by_payroll(walk, screen)


def _wages(walk: "Walk", screen: PayoutsScreen) -> Iterator[str]:
    """An approved month of wages: somebody's lines, the payslip and the wage report."""
    screen.open_page(f"{Ledger.WAGE}/{SEPTEMBER}")
    walk.rest()
    yield "payouts wages approved"
    walk.open(screen.presenter.people)
    yield "payouts wages why"
    screen.card.payslip.click()
    walk.until(lambda: screen.presenter.papers.shown)
    yield "payouts payslip"
    screen.step_back()
    screen.step_back()
    screen.presenter.files.open()
    walk.rest()
    screen.presenter.files.choose(HandOverKind.INCOMES_REGISTER)
    yield "payouts wages register"
    screen.step_back()
    screen._choose(Ledger.ALLOWANCE)
    walk.rest()


def _typed_lines(walk: "Walk", screen: PayoutsScreen) -> Iterator[str]:
    """The lines of an open month, a mistake in a new one."""
    screen.presenter.open_month(OCTOBER)
    walk.rest()
    screen.presenter.pay_days.start()
    screen.presenter.pay_days.form.type("pay_day", "6.12.2026")
    walk.rest()
    yield "payouts pay day"
    screen.step_back()
    screen.presenter.items.open()
    walk.rest()
    yield "payouts typed lines"
    screen.presenter.items.form.type("amount", WRONG_TEXT)
    screen.presenter.items.add()
    walk.rest()
    yield "payouts typed line mistakes"
    screen.step_back()


def _paid_by_payroll(walk: "Walk", screen: PayoutsScreen) -> Iterator[str]:
    """The file for a payroll that pays, and why there is no other."""
    screen.presenter.open_month(SEPTEMBER)
    walk.rest()
    screen.presenter.files.open()
    walk.rest()
    facts = screen.presenter.files._facts
    assert facts is not None
    unit = facts.unit.id
    settings = PaySettings(id=PaySettingsId(UUID(int=1)), unit=unit, first=TODAY, net_pay=NetPay.PAYROLL)
    run = replace(facts.run, ledger=Ledger.WAGE)
    screen.presenter.files._facts = replace(facts, run=run, settings=settings)
    screen.presenter.files.kind = HandOverKind.PAYROLL
    screen.presenter.tell()
    yield "payouts files payroll"
    screen.step_back()
