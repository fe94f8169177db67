"""The register of customers; no Qt."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_customer import SaveCustomer, save_customer
from subcontract.ids import CustomerId
from subcontract.jobs.customer import Customer, CustomerKind, EInvoiceFormat
from subcontract.jobs.customer_check import customer_warnings
from subcontract.jobs.job import Job
from subcontract.jobs.job_check import open_jobs
from subcontract.people.unit import Address
from subcontract.ports import Lists
from subcontract.words import N_, Texts
from ui.operators import operator_code
from ui.presenters import customer_needs, e_invoice_fields
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.jobs.words import state_of
from ui.presenters.registers.named_register import NamedRegister
from ui.presenters.tables.table import CellKind, Column, Empty, Row, TablePresenter
from ui.presenters.tone import State, Tone
from ui.problem_sentences import explain

KINDS = {
    CustomerKind.FIRM: N_("Firm"),
    CustomerKind.ASSOCIATION: N_("Association"),
    CustomerKind.PUBLIC: N_("Public body"),
    CustomerKind.HOUSEHOLD: N_("Household"),
}
LANGUAGES = (
    Choice(value="fi", label=N_("Finnish")),
    Choice(value="sv", label=N_("Swedish")),
    Choice(value="en", label=N_("English")),
)
COLUMNS = (
    Column(key="name", title=N_("Customer"), grows=True),
    Column(key="kind", title=N_("Kind")),
    Column(key="town", title=N_("Town"), worth=2),
    Column(key="jobs", title=N_("Open jobs"), kind=CellKind.NUMBER, total=True, worth=3),
    Column(key="number", title=N_("No."), kind=CellKind.NUMBER, worth=0),
)
BASIC, CONTACT, INVOICING, OTHER = (
    N_("Who orders"),
    N_("Contact details"),
    N_("Invoicing"),
    N_("Other matters"),
)
FIELDS = (
    FieldSpec(name="name", label=N_("Name"), required=True, group=BASIC, max_length=120),
    FieldSpec(
        name="kind",
        label=N_("Kind"),
        kind=FieldKind.CHOICE,
        required=True,
        group=BASIC,
        choices=tuple(Choice(value=kind, label=word) for kind, word in KINDS.items()),
    ),
    FieldSpec(
        name="business_id",
        label=N_("Business ID"),
        kind=FieldKind.BUSINESS_ID,
        group=BASIC,
        help=N_("Looks like 1234567-1. An association or a foreign firm may be without."),
    ),
    replace(customer_needs.VAT_ID, group=BASIC),
    FieldSpec(name="contact_name", label=N_("Contact person"), group=CONTACT, max_length=120),
    FieldSpec(name="phone", label=N_("Telephone"), kind=FieldKind.PHONE, group=CONTACT),
    FieldSpec(name="email", label=N_("E-mail"), kind=FieldKind.EMAIL, group=CONTACT),
    FieldSpec(name="street", label=N_("Street address"), group=CONTACT, max_length=120),
    FieldSpec(name="postcode", label=N_("Postcode"), group=CONTACT, max_length=12),
    FieldSpec(name="town", label=N_("Town"), group=CONTACT, max_length=60),
    FieldSpec(
        name="country",
        label=N_("Country"),
        group=CONTACT,
        max_length=2,
        help=N_("Two letters: FI is Finland, SE Sweden, EE Estonia."),
    ),
    FieldSpec(
        name="payment_term_days",
        label=N_("Payment term"),
        kind=FieldKind.QUANTITY,
        required=True,
        group=INVOICING,
        unit=N_("days"),
        places=0,
        most=Decimal(60),
    ),
    e_invoice_fields.format_of(INVOICING),
    *e_invoice_fields.way(INVOICING),
    FieldSpec(name="buyer_reference", label=N_("Buyer's reference"), group=INVOICING, max_length=120),
    FieldSpec(
        name="language",
        label=N_("Language of papers"),
        kind=FieldKind.CHOICE,
        required=True,
        group=INVOICING,
        choices=LANGUAGES,
    ),
    *customer_needs.NEEDS,
    FieldSpec(
        name="note", label=N_("Note"), kind=FieldKind.MULTILINE, group=OTHER, help=N_("Not shown on papers.")
    ),
    FieldSpec(name="active", label=N_("Orders work from us"), kind=FieldKind.FLAG, group=OTHER),
)
E_INVOICE = ("e_invoice_format", "e_invoice_address", "e_invoice_operator")
ADDRESS = ("street", "postcode", "town", "country")
PLAIN = (
    *("name", "kind", "business_id", "contact_name", "phone", "email", "e_invoice_address"),
    *("e_invoice_operator", "e_invoice_format", "buyer_reference", "language", "note", "active"),
    *customer_needs.PLAIN,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOfCustomer:
    """A job as the customer's card lists it."""

    id: UUID
    title: str
    name: str
    state: State


class CustomersPresenter(NamedRegister[Customer]):
    """Firms, associations, public bodies and households."""

    depends_on = frozenset({Kind.CUSTOMERS, Kind.JOBS})
    new_words = N_("New customer")

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(
            picture="document",
            sentence=N_("No customers yet. Begin with the first firm that orders work."),
            button=N_("New customer"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Customers"), empty=empty)
        table.count_words = (N_("{number} customer"), N_("{number} customers"))
        table.sort_by("name")
        form = FormPresenter(FIELDS, texts, door.today, name=N_("Customer"))
        super().__init__(door, texts, table, form)
        self._jobs: tuple[Job, ...] = ()

    def load(self) -> None:
        """Read customers and their jobs."""
        self.door.ask(_read, self._fill)

    def _fill(self, answer: tuple[tuple[Customer, ...], tuple[Job, ...]]) -> None:
        customers, self._jobs = answer
        counts = Counter(job.customer for job in open_jobs(self._jobs))
        self.fill(customers, (self._row(customer, counts[customer.id]) for customer in customers))

    def _row(self, customer: Customer, jobs: int) -> Row:
        return Row(
            id=customer.id,
            cells={
                "name": customer.name,
                "kind": self.texts.say(KINDS[customer.kind]),
                "town": customer.address.town,
                "jobs": jobs or None,
                "number": customer.number,
            },
            tone=Tone.NONE if customer.active else Tone.QUIET,
            search=f"{customer.business_id} {customer.contact_name} {customer.email} {customer.number}",
        )

    @property
    def jobs(self) -> tuple[JobOfCustomer, ...]:
        """The jobs of the open customer, newest first."""
        return tuple(self._jobs_of_current())

    def _jobs_of_current(self) -> Iterator[JobOfCustomer]:
        for job in reversed(self._jobs):
            if self.current is not None and job.customer == self.current.id:
                title = self.texts.say(N_("Job {number}"), number=str(job.number))
                state = state_of(job.state, self.texts)
                yield JobOfCustomer(id=job.id, title=title, name=job.name, state=state)

    @property
    def heading(self) -> str:
        """What stands above the open record."""
        if self.current is None or self.is_new:
            return self.texts.say(N_("New customer"))
        return self.current.name

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.may(Permission.EDIT_CUSTOMERS) and not self.busy

    # --- the record

    def new_record(self) -> Customer:
        """A firm without a name."""
        return Customer(id=CustomerId(ids.new()), number=0, name="")

    def values_of(self, record: Customer) -> dict[str, object]:
        """The form's values."""
        return {
            **{name: getattr(record, name) for name in PLAIN},
            **{name: getattr(record.address, name) for name in ADDRESS},
            "payment_term_days": Decimal(record.payment_term_days),
        }

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> Customer:  # noqa: ARG002
        """The open customer with what stands in the form."""
        values = {
            **values,
            "e_invoice_operator": operator_code(values["e_invoice_operator"]),
            "e_invoice_format": values["e_invoice_format"] or EInvoiceFormat.PAPER,
        }
        return replace(
            self.current or self.new_record(),
            **{name: values[name] for name in PLAIN if name in self.kept_fields},
            address=Address(**{name: values[name] for name in ADDRESS}),
            payment_term_days=int(values["payment_term_days"]),
        )

    def save_ask(self, record: Customer) -> tuple[ActionFunction, object]:
        """How a customer is saved."""
        return save_customer, SaveCustomer(customer=record, despite=self.despite)

    def follow(self) -> None:
        """A household has no business id or e-invoice; a long term is noted; who may not edit reads."""
        form = self.form
        household = form.picked["kind"] is CustomerKind.HOUSEHOLD
        form.hidden = {"business_id", *E_INVOICE} if household else set()
        form.hidden |= customer_needs.hidden_needs(form.picked["kind"], form.typed.get("country", ""))
        if self.is_new:
            form.hidden.add("active")
        form.locked = set() if self.may(Permission.EDIT_CUSTOMERS) else set(form.specs)
        self._note_warnings()

    def _note_warnings(self) -> None:
        e_invoice_fields.note_operator(self.form, self.texts)
        e_invoice_fields.note_format(self.form, self.texts)
        values = self.form.readable()
        days = values.get("payment_term_days")
        self.form.notes.pop("payment_term_days", None)
        if days is not None:
            for problem in customer_warnings(replace(self.new_record(), payment_term_days=int(days))):
                self.form.notes[problem.field] = explain(problem, self.texts)


def _read(lists: Lists) -> tuple[tuple[Customer, ...], tuple[Job, ...]]:
    return lists.customers.all(), lists.jobs.all()
