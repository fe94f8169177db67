"""A driver at the presenters: whole journeys as sentences, without a window.

    desk = Desk.new_centre(store)
    desk.add_customer("Tavaratalo Kuusi Oy", business_id="1234567-1")
    desk.add_job("Pakettien tarroitus", "Tavaratalo Kuusi Oy")

Everything is typed as a user types it, in Finnish, into the fields of the same presenters that the
window lays out. A verb that the program refuses raises ``Stopped`` with the sentences it showed.
"""

from collections.abc import Hashable
from typing import Any, cast
from uuid import UUID

from subcontract.days import Month
from subcontract.ids import ClientId
from subcontract.jobs.job import JobState
from tests.seat import Seat, Stopped, day_of, plain
from ui.presenters.forms.form import FormPresenter
from ui.presenters.reports.reports import Report
from ui.presenters.rota.board import ShiftCard

__all__ = ["Desk", "Stopped", "day_of", "plain"]


class Desk(Seat):
    """Somebody at the program doing the work of a centre."""

    # --- registers

    def add_customer(self, name: str, **what: object) -> UUID:
        """A firm that orders work."""
        page = self.customers
        page.start_new()
        given = {"kind": "Yritys", "payment_term_days": "14", "language": "Suomi"}
        self.fill(page.form, **{"name": name, **given, **what})
        page.save()
        self.must(page, page.form)
        return self._current(page.current)

    def add_client(self, last: str, first: str, *, since: str = "1.1.2026", **what: object) -> UUID:
        """A client on allowance in tariff class A."""
        page = self.clients
        page.start_new()
        permit = cast("tuple[str, str] | None", what.pop("permit", None))
        tariff_class = what.pop("tariff_class", "A")
        self.fill(page.form, last_name=last, first_name=first, **what)
        self.line(page.forms, form="Työosuusraha", first=since)
        self.line(page.classes, tariff_class=tariff_class, first=since)
        if permit is not None:
            self.line(page.permits, name=permit[0], valid_to=permit[1])
        page.save()
        self.must(page, page.form, *(row for lines in page.lines for row in lines.rows))
        return self._current(page.current)

    @staticmethod
    def _current(record: Any) -> UUID:
        if record is None:
            raise Stopped("nothing was saved")
        return cast("UUID", record.id)

    def set_tariff(self, first: str, *rates: tuple[str, str, str], **what: object) -> None:
        """What a day, an hour or a piece gives in each class."""
        page = self.tariffs
        page.start_new()
        self.fill(page.form, **{"first": first, **what})
        for tariff_class, basis, amount in rates:
            self.line(page.rates, tariff_class=tariff_class, basis=basis, amount=amount)
        page.save()
        self.must(page, page.form, *page.rates.rows)

    # --- a job from its enquiry to its order

    def add_job(self, name: str, customer: str, **what: object) -> UUID:
        """Start an enquiry; phases follow, then ``save_job``."""
        self.jobs.start_new()
        self.fill(self.jobs.page.basics, name=name, customer=customer, source="Suora kysely", **what)
        job = self.jobs.page.job
        return self._current(job)

    def price_phase(self, name: str, basis: str, **what: object) -> None:
        """Write a phase on the price sheet."""
        sheet = self.jobs.page.sheet
        sheet.add()
        self.fill(sheet.form, name=name, basis=basis, **what)

    def save_job(self) -> None:
        """Save the job's page."""
        page = self.jobs.page
        page.save()
        self.must(page, page.basics, page.sheet.form)

    def open_job(self, name: str) -> None:
        """Open a job's page from the list."""
        self.jobs.open_row(self.row(self.jobs.table, name).id)

    def study(self, *measurements: tuple[str, str, str]) -> None:
        """Record a time study of the phase on the desk: pieces, minutes and seconds of each run."""
        page = self.jobs.page
        lines = page.studies.lines
        for at, (pieces, minutes, seconds) in enumerate(measurements):
            row = lines.rows[at] if at < len(lines.rows) else lines.add()
            self.fill(row, pieces=pieces, minutes=minutes, seconds=seconds)
        page.save_study()
        self.must(page, page.studies.form, *page.studies.lines.rows)

    def make_quote(self, **what: object) -> None:
        """Make the next version of the job's quote."""
        page = self.jobs.page
        self.fill(page.quotes.offer, **what)
        page.quotes.make()
        self.must(page, page.quotes.offer, page.sheet.form)

    def accept_quote(self, by: str, **what: object) -> None:
        """The customer took the offer."""
        page = self.jobs.page
        self.fill(page.quotes.answer, by=by, **what)
        page.quotes.accept()
        self.must(page, page.quotes.answer)

    def move_job(self, to: JobState) -> None:
        """Move the open job."""
        self.jobs.page.move(to)
        self.must(self.jobs.page, self.jobs.page.reason)

    # --- the rota

    def plan_shifts(
        self, job: str, *, weekdays: tuple[str, ...], first: str, last: str, **what: object
    ) -> None:
        """Make shifts by a calendar rule."""
        rota = self.rota
        rota.go_to(day_of(first))
        rota.forms.start_new()
        self.fill(rota.forms.new, job=job)
        self.fill(rota.forms.new, weekdays=weekdays, first=first, last=last, **what)
        rota.forms.save_new()
        self.must(rota, rota.forms.new)

    def show_shift(self, day: str, job: str = "") -> ShiftCard:
        """Open the card of a day's shift; the card tells its warnings."""
        rota, wanted = self.rota, day_of(day)
        rota.go_to(wanted)
        for row in rota.rows:
            for cards in row.cells:
                for card in cards:
                    if card.day == wanted and job in row.title:
                        rota.open(card.shift)
                        return cast("ShiftCard", rota.shift_card)
        raise Stopped(f"no shift on {day}")

    def put_on(self, name: str, day: str, job: str = "") -> ShiftCard:
        """Put a client on a day's shift; gives the card as it is then."""
        self.show_shift(day, job)
        self.rota.people.put_on(self.row(self.rota.people.others, name).id)
        self.must(self.rota)
        return self.show_shift(day, job)

    def take_off(self, name: str, day: str, job: str = "") -> ShiftCard:
        """Take a client off a day's shift."""
        self.show_shift(day, job)
        self.rota.people.on.select(self.row(self.rota.people.on, name).id)
        self.rota.people.take_off()
        self.must(self.rota)
        return self.show_shift(day, job)

    def copy_week(self, day: str) -> None:
        """Copy the week of a day to the next, people included."""
        self.rota.go_to(day_of(day))
        self.rota.forms.copy_to_next()
        self.must(self.rota)

    # --- recording

    def open_day(self, day: str) -> None:
        """Show a day in the grid, as typed in its field."""
        if not self.recording.type_day(day):
            raise Stopped(f"{day} is no day")

    def record_day_as_planned(self) -> None:
        """Everybody as planned."""
        if not self.recording.can_record_all:
            raise Stopped("nobody is without an entry")
        self.recording.record_all()
        self.must(self.recording)

    def _who(self, name: str) -> Hashable:
        return self.row(self.recording.table, name).id

    def type_cell(self, name: str, column: str, text: str) -> None:
        """Type in a cell of the grid."""
        self.recording.table.edit(self._who(name), column, text)
        problem = self.row(self.recording.table, name).problems
        if problem:
            raise Stopped(" ".join(problem.values()))
        self.later()

    def press(self, name: str, letter: str) -> None:
        """Press a letter on a row: T, S or P."""
        if not self.recording.typing.mark_by_key(self._who(name), letter):
            raise Stopped(f"{letter} says nothing")
        self.later()

    def correct(self, name: str, reason: str, **what: object) -> None:
        """Correct a client's day on its card, with a reason."""
        page = self.recording
        page.open_row(self._who(name))
        self.fill(page.card.form, **what, reason=reason)
        page.card.save()
        self.must(page, page.card.form)

    def group_result(self, pieces: str, **what: object) -> None:
        """Write the group's result under the grid."""
        group = self.recording.group
        self.fill(group.form, pieces=pieces, **what)
        for name in ("pieces", *what):
            group.left(name)
        self.must(self.recording, group.form)

    def add_material(self, material: str, quantity: str, unit_price: str) -> None:
        """Record a material."""
        group = self.recording.group
        self.fill(group.material, material=material, quantity=quantity, unit_price=unit_price)
        group.add_material()
        self.must(self.recording, group.material)

    def complete_day(self) -> None:
        """Say that everything of the shift has been recorded."""
        self.recording.complete()
        self.must(self.recording)
        if not self.recording.is_complete:
            raise Stopped("the day is not complete")

    def complete_month(self, month: Month) -> None:
        """The office's word."""
        page = self.month
        page.step((month.year - page.month.year) * 12 + month.number - page.month.number)
        if not page.can_complete:
            raise Stopped("the month cannot be marked complete")
        page.complete()
        self.must(page)

    # --- pay

    def calculate_pay(self, month: Month) -> None:
        """Calculate a month."""
        self.pay.open_month(month)
        if not self.pay.can_calculate:
            raise Stopped("the month cannot be calculated")
        self.pay.calculate()
        self.must(self.pay)

    def approve_pay(self, month: Month) -> None:
        """Approve what stands on the button."""
        self.pay.open_month(month)
        if not self.pay.can_approve:
            raise Stopped(self.pay.notice.text if self.pay.notice else "the month cannot be approved")
        self.pay.approve()
        self.must(self.pay)

    def why(self, name: str) -> list[tuple[str, str]]:
        """The lines under Miksi? of a person: what and how much."""
        self.pay.people.select(self.row(self.pay.people, name).id)
        return [(plain(step.what), plain(step.amount)) for step in self.pay.steps]

    # --- invoices

    def draft(self, customer: str, shares: dict[str, str] | None = None) -> None:
        """Draft everything of a customer that no line bills; shares of fixed prices by phase."""
        page = self.invoices
        page.show_to_invoice()
        part = page.to_invoice
        part.table.select(self.row(part.table, customer).id)
        for phase, share in (shares or {}).items():
            form = cast("FormPresenter", part.form)
            name = next(name for name, spec in form.specs.items() if spec.label == phase)
            self.fill(form, **{name: share})
        part.make()
        self.must(part)

    def type_line(self, text: str, key: str, typed: str) -> None:
        """Type in a line of the draft."""
        table = self.invoices.draft.table
        table.edit(self.row(table, text).id, key, typed)

    def issue(self) -> None:
        """Issue the open draft."""
        part = self.invoices.draft
        part.issue()
        self.must(part, part.form)

    def open_invoice(self, number: int) -> None:
        """Open an invoice by its number from the list."""
        self.invoices.show_list()
        table = self.invoices.table
        row = next(one for one in table.visible if one.cells["number"] == str(number))
        self.invoices.open_row(row.id)

    def credit(self, note: str, lines: dict[str, str] | None = None) -> None:
        """Credit the open invoice: all that is left, or the named lines by the amounts typed."""
        part = self.invoices.invoice
        part.start_credit()
        for row in part.table.visible if lines is not None else ():
            text = str(row.cells["text"])
            part.table.edit(row.id, "credit", (lines or {}).get(text, "0"))
        self.fill(part.form, note=note)
        part.credit()
        self.must(part, part.form)

    # --- looking back

    def todo(self) -> list[str]:
        """What the first screen asks for."""
        return [plain(card.what) for card in self.today.cards]

    def open_lines(self, month: Month) -> list[str]:
        """The cross-check of a month: what does not agree."""
        page = self.reports
        page.show(Report.CHECK)
        page.step((month.year - page.month.year) * 12 + month.number - page.month.number)
        return [plain(page.table.text(row, page.table.columns[0])) for row in page.table.visible]

    def client_id(self, name: str) -> ClientId:
        """The id of a client by the name in lists."""
        return cast("ClientId", self.row(self.clients.table, name).id)
