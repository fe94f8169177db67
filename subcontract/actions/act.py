"""What every action shares: who acts, what they may, what changed, and how to undo it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol, TypeVar
from uuid import UUID

from subcontract.clock import Clock
from subcontract.ids import StaffId, UnitId
from subcontract.people.staff import Role
from subcontract.ports import Books
from subcontract.problems import Code, refuse


class Kind(StrEnum):
    """Kinds of things that screens show; a change names those it touched."""

    UNITS = "units"
    STAFF = "staff"
    CLIENTS = "clients"
    CUSTOMERS = "customers"
    JOBS = "jobs"
    QUOTES = "quotes"
    SHIFTS = "shifts"
    ENTRIES = "entries"
    TARIFFS = "tariffs"
    PAY_RUNS = "pay_runs"
    DRAFTS = "drafts"
    INVOICES = "invoices"
    RECURRING = "recurring"
    EMPLOYMENTS = "employments"
    TAX_CARDS = "tax_cards"
    PENSIONS = "pensions"
    SUBSIDIES = "subsidies"
    PAY_SETTINGS = "pay_settings"
    PAY_ITEMS = "pay_items"
    BOOKINGS = "bookings"
    INVOICING_TERMS = "invoicing_terms"
    REMINDERS = "reminders"
    SENDINGS = "sendings"
    LEDGER_EXPORTS = "ledger_exports"
    ROTA_WISHES = "rota_wishes"
    ROSTERS = "rosters"
    PINS = "pins"
    ROTA_TERMS = "rota_terms"
    PUBLICATIONS = "publications"


class Permission(StrEnum):
    """What a role may do."""

    EDIT_UNIT = "edit_unit"
    SEE_CLIENTS = "see_clients"
    SEE_CARE = "see_care"
    EDIT_CLIENTS = "edit_clients"
    EDIT_CUSTOMERS = "edit_customers"
    EDIT_JOBS = "edit_jobs"
    SEND_QUOTES = "send_quotes"
    PLAN_SHIFTS = "plan_shifts"
    RECORD_WORK = "record_work"
    COMPLETE_MONTH = "complete_month"
    EDIT_TARIFFS = "edit_tariffs"
    CALCULATE_PAY = "calculate_pay"
    APPROVE_PAY = "approve_pay"
    EDIT_INVOICES = "edit_invoices"
    ISSUE_INVOICES = "issue_invoices"
    RECORD_PAYMENTS = "record_payments"
    SEE_REPORTS = "see_reports"
    SEE_PAY = "see_pay"
    """A person's agreement, pay, tax card, pension: not for work coaches."""
    EDIT_EMPLOYMENT = "edit_employment"
    EDIT_TAX_CARDS = "edit_tax_cards"
    CHECK_SUBSIDY = "check_subsidy"
    """Facts of health and of unemployment: not for the office."""
    EDIT_SUBSIDY = "edit_subsidy"
    EDIT_PAY_SETTINGS = "edit_pay_settings"
    EDIT_INVOICING_TERMS = "edit_invoicing_terms"
    EXPORT_LEDGER = "export_ledger"


_COACHING = frozenset(
    {
        Permission.SEE_CLIENTS,
        Permission.SEE_CARE,
        Permission.EDIT_CLIENTS,
        Permission.EDIT_CUSTOMERS,
        Permission.EDIT_JOBS,
        Permission.SEND_QUOTES,
        Permission.PLAN_SHIFTS,
        Permission.RECORD_WORK,
        Permission.SEE_REPORTS,
        Permission.SEE_PAY,
        Permission.EDIT_EMPLOYMENT,
        Permission.CHECK_SUBSIDY,
        Permission.EDIT_SUBSIDY,
    }
)
_OFFICE = frozenset(
    {
        Permission.SEE_CLIENTS,
        Permission.EDIT_CUSTOMERS,
        Permission.RECORD_WORK,
        Permission.COMPLETE_MONTH,
        Permission.EDIT_TARIFFS,
        Permission.CALCULATE_PAY,
        Permission.EDIT_INVOICES,
        Permission.ISSUE_INVOICES,
        Permission.RECORD_PAYMENTS,
        Permission.SEE_REPORTS,
        Permission.SEE_PAY,
        Permission.EDIT_EMPLOYMENT,
        Permission.EDIT_TAX_CARDS,
        Permission.EDIT_SUBSIDY,
        Permission.EDIT_PAY_SETTINGS,
        Permission.EDIT_INVOICING_TERMS,
        Permission.EXPORT_LEDGER,
    }
)
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.JOB_COACH: _COACHING,
    Role.WORK_COACH: frozenset(
        {
            Permission.SEE_CLIENTS,
            Permission.SEE_CARE,
            Permission.RECORD_WORK,
            Permission.PLAN_SHIFTS,
        }
    ),
    Role.PEER_COACH: frozenset(),
    Role.CLERK: _OFFICE,
    Role.MANAGER: frozenset(Permission),
    Role.AUDITOR: frozenset({Permission.SEE_REPORTS}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """The member of staff who acts."""

    staff: StaffId
    name: str
    roles: frozenset[Role]
    unit: UnitId

    def may(self, permission: Permission) -> bool:
        """Whether any role allows it."""
        return any(permission in PERMISSIONS[role] for role in self.roles)

    def must_be_allowed(self, permission: Permission) -> None:
        """Refuse with ``NOT_ALLOWED`` unless some role allows it."""
        if not self.may(permission):
            raise refuse(Code.NOT_ALLOWED, permission=permission.value)


A = TypeVar("A")
A_contra = TypeVar("A_contra", contravariant=True)


class Action(Protocol[A_contra]):
    """One thing a user does. ``ask`` is a frozen record of what was asked."""

    __name__: str

    def __call__(self, ask: A_contra, books: Books, clock: Clock, who: Worker, /) -> "Done":
        """Do it in open books that the caller commits; refuses without having written."""


Step = Callable[[int, int], None]
"""How a long act tells how many of how many are ready; what it raises stops the act, and nothing is kept."""


def unseen(_done: int, _of: int) -> None:
    """The step of an act that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The opposite act: the name of what it takes back, the action and its ask."""

    name: str
    """Marked English text of what was done, as after "Undo": ``N_("put on shift")``."""
    action: Callable[[Any, Books, Clock, Worker], "Done"]
    ask: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an action changed."""

    changed: frozenset[Kind]
    id: UUID | None = None
    """The record that was made or changed."""
    undo: Undo | None = None
    """``None`` when it cannot be taken back, only corrected by a new fact."""
    facts: dict[str, object] = field(default_factory=dict)
    """Blanks for the sentence that tells the user what happened."""
