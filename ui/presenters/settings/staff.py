"""The register of staff and their roles; no Qt."""

from dataclasses import replace
from typing import Any

from subcontract import ids
from subcontract.actions.act import Kind, Permission
from subcontract.actions.save_staff import SaveStaff, save_staff
from subcontract.ids import StaffId
from subcontract.people.staff import Role, Staff
from subcontract.words import N_, Texts
from ui.presenters.base import ActionFunction, Door
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.forms.form import FormPresenter
from ui.presenters.registers.named_register import NamedRegister
from ui.presenters.tables.table import Column, Empty, Row, TablePresenter
from ui.presenters.tone import Tone

ROLES = {
    Role.JOB_COACH: (N_("job coach"), N_("Clients, customers, jobs, quotes, shifts and recording.")),
    Role.WORK_COACH: (N_("work coach"), N_("Shifts and recording.")),
    Role.PEER_COACH: (N_("peer coach"), N_("Helps at the site; changes nothing here.")),
    Role.CLERK: (N_("finance clerk"), N_("Months, tariffs, pay runs and invoices.")),
    Role.MANAGER: (N_("manager"), N_("Everything, and approves payouts.")),
    Role.AUDITOR: (N_("auditor"), N_("Reads reports.")),
}
"""The word of each role and what it may do."""
COLUMNS = (
    Column(key="name", title=N_("Name"), grows=True),
    Column(key="roles", title=N_("Roles"), worth=3),
    Column(key="phone", title=N_("Telephone")),
    Column(key="email", title=N_("E-mail"), worth=0),
)
FIELDS = (
    FieldSpec(name="name", label=N_("Name"), required=True, max_length=120),
    FieldSpec(
        name="roles",
        label=N_("Roles"),
        kind=FieldKind.MULTI_CHOICE,
        required=True,
        choices=tuple(Choice(value=role, label=word, help=does) for role, (word, does) in ROLES.items()),
        help=N_("What a person may do follows from the roles. A payout needs two people."),
    ),
    FieldSpec(name="phone", label=N_("Telephone"), kind=FieldKind.PHONE),
    FieldSpec(name="email", label=N_("E-mail"), kind=FieldKind.EMAIL),
    FieldSpec(name="active", label=N_("Works here now"), kind=FieldKind.FLAG),
)
PLAIN = ("name", "phone", "email", "active")


class StaffPresenter(NamedRegister[Staff]):
    """Coaches, clerks and managers of the worker's own unit."""

    depends_on = frozenset({Kind.STAFF})

    def __init__(self, door: Door, texts: Texts) -> None:
        """Start with nothing read."""
        empty = Empty(
            picture="group",
            sentence=N_("Nobody works here yet. Begin with the first member of staff."),
            button=N_("New member of staff"),
            command=self.start_new,
        )
        table = TablePresenter(COLUMNS, texts, name=N_("Staff"), empty=empty)
        table.count_words = (N_("{number} member of staff"), N_("{number} members of staff"))
        table.sort_by("name")
        form = FormPresenter(FIELDS, texts, door.today, name=N_("Member of staff"))
        super().__init__(door, texts, table, form)

    def load(self) -> None:
        """Read the staff of the unit."""
        own = self.door.who.unit
        self.door.ask(lambda lists: lists.staff.where(unit=own), self._fill)

    def _fill(self, staff: tuple[Staff, ...]) -> None:
        self.fill(staff, map(self._row, staff))

    def _row(self, one: Staff) -> Row:
        roles = ", ".join(self.texts.say(word) for role, (word, _) in ROLES.items() if role in one.roles)
        return Row(
            id=one.id,
            cells={"name": one.name, "roles": roles, "phone": one.phone, "email": one.email},
            tone=Tone.NONE if one.active else Tone.QUIET,
        )

    @property
    def heading(self) -> str:
        """What stands above the open record."""
        if self.current is None or self.is_new:
            return self.texts.say(N_("New member of staff"))
        return self.current.name

    @property
    def can_save(self) -> bool:
        """Whether pressing Save makes sense."""
        return self.is_open and self.may(Permission.EDIT_UNIT) and not self.busy

    # --- the record

    def new_record(self) -> Staff:
        """A work coach without a name."""
        return Staff(
            id=StaffId(ids.new()), unit=self.door.who.unit, name="", roles=frozenset({Role.WORK_COACH})
        )

    def values_of(self, record: Staff) -> dict[str, object]:
        """The form's values."""
        roles = tuple(role for role in ROLES if role in record.roles)
        return {**{name: getattr(record, name) for name in PLAIN}, "roles": roles}

    def record_of(self, values: dict[str, Any], lines: dict[str, list[dict[str, Any]]]) -> Staff:  # noqa: ARG002
        """The open member of staff with what stands in the form."""
        return replace(
            self.current or self.new_record(),
            **{name: values[name] for name in PLAIN if name in self.kept_fields},
            roles=frozenset(values["roles"]),
        )

    def save_ask(self, record: Staff) -> tuple[ActionFunction, object]:
        """How a member of staff is saved."""
        return save_staff, SaveStaff(staff=record, despite=self.despite)

    def follow(self) -> None:
        """A new one works here; who may not edit reads."""
        self.form.hidden = {"active"} if self.is_new else set()
        self.form.locked = set() if self.may(Permission.EDIT_UNIT) else set(self.form.specs)
