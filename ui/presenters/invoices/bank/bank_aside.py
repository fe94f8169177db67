"""Setting a booking aside with its reason, and letting it wait again; no Qt."""

from collections.abc import Callable
from typing import Protocol

from subcontract.actions.act import Done, Permission
from subcontract.actions.set_booking_aside import (
    BringBookingBack,
    SetBookingAside,
    bring_booking_back,
    set_booking_aside,
)
from subcontract.invoicing.bank.bookings import Booking
from subcontract.words import N_
from ui.presenters.forms.fields import FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.bank.bank_reading import Waiting
from ui.presenters.owner import Owner

REASON = (
    FieldSpec(
        name="reason",
        label=N_("Why is it no payment of an invoice"),
        required=True,
        max_length=200,
        help=N_("For example a grant, interest of the bank, or a payment for another unit."),
    ),
)
ONE_BY_ONE = N_("Its payments came one by one in another file")


class OfBookings(Owner, Protocol):
    """What setting aside needs to know of the page."""

    @property
    def selected(self) -> Waiting | None:
        """The booking that is selected among those that wait."""

    @property
    def put_aside(self) -> Booking | None:
        """The booking that is selected among those set aside."""


class SettingAside:
    """The reason that is being written, and the acts."""

    def __init__(self, page: OfBookings, done: Callable[[Done], None]) -> None:
        """``done`` is called after each act."""
        self._page = page
        self._done = done
        self.is_open = False
        """Whether the reason is being written for which the selected booking is set aside."""
        self.form = FormPresenter(REASON, page.texts, page.door.today, name=N_("Set aside"))

    @property
    def _may(self) -> bool:
        return self._page.may(Permission.RECORD_PAYMENTS) and not self._page.busy

    @property
    def can_do(self) -> bool:
        """Whether the selected booking can be set aside."""
        return self._page.selected is not None and self._may

    @property
    def can_bring_back(self) -> bool:
        """Whether the selected booking can wait again."""
        return self._page.put_aside is not None and self._may

    def start(self) -> None:
        """Ask why the selected booking is no payment of an invoice."""
        if self.can_do:
            self.is_open, self._page.notice = True, None
            self.form.load({})
            self._page.tell()

    def stop(self) -> None:
        """Back to placing."""
        self.is_open = False
        self._page.tell()

    def do(self) -> None:
        """Put the selected booking out of the way for the reason that was written."""
        values = self.form.parsed()
        if values is None:
            self._page.tell()
        else:
            self._put(values["reason"])

    def do_as_batch(self) -> None:
        """Put a batch out of the way whose payments came one by one."""
        self._put(self._page.texts.say(ONE_BY_ONE))

    def _put(self, reason: str) -> None:
        one = self._page.selected
        if one is not None and self.can_do:
            ask = SetBookingAside(booking=one.booking.id, version=one.booking.version, reason=reason)
            self._page.act(set_booking_aside, ask, done=self._was_put, form=self.form)

    def _was_put(self, done: Done) -> None:
        self.is_open = False
        self._done(done)

    def bring_back(self) -> None:
        """Let a booking that was set aside wait again."""
        one = self._page.put_aside
        if one is not None and self.can_bring_back:
            ask = BringBookingBack(booking=one.id, version=one.version)
            self._page.act(bring_booking_back, ask, done=self._done)
