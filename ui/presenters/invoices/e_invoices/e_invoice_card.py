"""One invoice of those that go as e-invoices: what is missing, or what its file says; no Qt."""

from subcontract.ids import StaffId
from subcontract.words import N_
from ui.presenters.forms.fields import FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.invoices.e_invoices.e_invoice_reading import Going, SentFile, read_file
from ui.presenters.invoices.e_invoices.e_invoice_words import file_facts, missing
from ui.presenters.owner import Owner

REASON = (
    FieldSpec(
        name="reason",
        label=N_("Why is it sent again"),
        max_length=200,
        help=N_("Kept with the new file. The customer does not see it."),
    ),
)


class EInvoiceCard:
    """The invoice that is open beside the list."""

    def __init__(self, owner: Owner) -> None:
        """Belong to the presenter of the list."""
        self._owner = owner
        self.texts = owner.texts
        self.going: Going | None = None
        self.file: SentFile | None = None
        """The file of the invoice, as it went."""
        self.names: dict[StaffId, str] = {}
        self.form = FormPresenter(REASON, owner.texts, owner.door.today, name=N_("Send again"))
        self.form.on_change = lambda _field: owner.tell()

    def show(self, going: Going | None) -> None:
        """Show an invoice, and its file as soon as it has been read."""
        self.going, self.file = going, None
        sending = going.last if going is not None else None
        if sending is not None:
            self._owner.door.ask(lambda lists: read_file(lists, sending), self._show_file)

    def _show_file(self, file: SentFile | None) -> None:
        last = self.going.last if self.going is not None else None
        if file is not None and last is not None and file.paper.of == last.id:
            self.file = file
            self._owner.tell()

    @property
    def heading(self) -> str:
        """The number and customer."""
        if self.going is None:
            return ""
        number = str(self.going.head.number)
        return self.texts.say(N_("Invoice {number}, {customer}"), number=number, customer=self.going.customer)

    @property
    def wanting(self) -> str:
        """What keeps it from going."""
        if self.going is None or not self.going.problems or not self.going.waits:
            return ""
        return self.texts.say(N_("Missing: {what}"), what=missing(self.going.problems, self.texts))

    @property
    def hint(self) -> str:
        """What is said of one that has not gone and misses nothing."""
        if self.going is None or not self.going.can_go:
            return ""
        return self.texts.say(N_("Nothing is missing: this invoice can be sent."))

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The file: its name, when and by whom it was sent, then what it says: ``(label, value)``."""
        if self.going is None or (last := self.going.last) is None:
            return ()
        by = self.names.get(last.made_by, "")
        rows = [
            (self.texts.say(N_("File")), last.file_name),
            (self.texts.say(N_("Sent")), f"{self.texts.moment(last.made_at)}, {by}"),
            (self.texts.say(N_("Note")), last.note),
        ]
        if self.file is not None and self.file.facts is not None:
            rows += file_facts(self.file.facts, self.texts)
        return tuple((label, value) for label, value in rows if value)
