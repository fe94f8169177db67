"""A driver at the presenters of pay: agreements, tax cards, wage runs and their files as sentences."""

from typing import Any, TypeVar, cast

from subcontract.days import Month
from subcontract.payout.records import Ledger
from subcontract.payout.wage_records import HandOver, HandOverKind
from tests.desk import Desk
from tests.seat import Stopped, plain
from ui.presenters.clients.employments import EmploymentsPresenter
from ui.presenters.clients.fees import FeesPresenter
from ui.presenters.clients.tax_cards import TaxCardsPresenter
from ui.presenters.registers.of_client import OfClientPresenter

T = TypeVar("T", bound=OfClientPresenter[Any, Any])
PAYMENTS = "Payments"


class PayDesk(Desk):
    """Somebody at the program who sees to people's pay."""

    # --- a client's page

    def tab(self, made: type[T], name: str) -> T:
        """A tab of a client's page."""
        client = self.clients.records[self.client_id(name)]
        page = self.screen(made)
        page.show_client(client, PAYMENTS)
        self.must(page)
        return page

    def _saved(self, page: OfClientPresenter[Any, Any]) -> None:
        page.save()
        self.must(page, page.form, *(row for lines in page.lines for row in lines.rows))

    def employ(self, name: str, first: str, hourly: str, *, last: str = "", **what: object) -> None:
        """Agree an employment; the client's form of work follows with one press."""
        page = self.tab(EmploymentsPresenter, name)
        page.start_new()
        self.fill(page.form, **{"days.first": first, "days.last": last})
        terms = {key: what.pop(key) for key in ("paid_by", "capacity", "weekly_minutes") if key in what}
        self.fill(page.form, **what)
        row = page.terms.rows[0] if page.terms.rows else page.terms.add()
        self.fill(row, hourly=hourly, **terms)
        self._saved(page)
        if page.can_mend_form:
            page.mend_form()
            self.must(page)

    def change_pay(self, name: str, first: str, hourly: str) -> str:
        """Agree another pay from a day on; gives what the program says of months that have been paid."""
        page = self.tab(EmploymentsPresenter, name)
        page.open_row(page.table.visible[0].id)
        self.line(page.terms, first=first, hourly=hourly)
        said = page.about_paid
        self._saved(page)
        return plain(said)

    def agree_fee(self, name: str, first: str, amount: str, **what: object) -> None:
        """Agree a peer coach's fee."""
        page = self.tab(FeesPresenter, name)
        page.start_new()
        self.fill(page.form, **{"days.first": first, "amount": amount, "per_hour": "Kerralta", **what})
        self._saved(page)
        if page.can_mend_form:
            page.mend_form()
            self.must(page)

    def take_card(self, name: str, first: str, last: str, **what: str) -> None:
        """Write a tax card down."""
        page = self.tab(TaxCardsPresenter, name)
        page.start_new()
        self.fill(page.form, **{"days.first": first, "days.last": last}, **what)
        self._saved(page)

    # --- a run of wages

    def wages(self, month: Month) -> None:
        """Calculate a month of wages and fees."""
        self.pay.choose(Ledger.WAGE)
        self.calculate_pay(month)

    def wages_of(self, month: Month) -> None:
        """Look at a month of wages and fees."""
        self.pay.choose(Ledger.WAGE)
        self.pay.open_month(month)

    def paid(self, name: str, key: str = "paid") -> str:
        """A figure of a person's row."""
        return self.cell(self.pay.people, name, key)

    def hand_over(self, kind: HandOverKind) -> HandOver:
        """Make a file of the approved run that is open, save it and tick its total."""
        files = self.pay.files
        files.open()
        files.choose(kind)
        if not files.can_make:
            coming = files.coming
            raise Stopped(" ".join(coming.wanting) if coming else "no file can be made")
        files.make()
        self.must(self.pay)
        if files.to_save is None:
            raise Stopped("no file came")
        files.saved(files.to_save.name)
        files.tick()
        self.must(self.pay)
        return cast("HandOver", files.selected)

    def reopen(self, name: str, reason: str) -> str:
        """Reopen a payout of the approved run that is open; gives what was asked before."""
        self.pay.people.select(self.row(self.pay.people, name).id)
        part = self.pay.reopening
        part.start()
        self.fill(part.form, reason=reason)
        asked = plain(part.question)
        part.do()
        self.must(self.pay, part.form)
        return asked
