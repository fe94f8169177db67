"""Checks the records of staff and of the unit before they are saved."""

from collections.abc import Iterable
from dataclasses import replace

from subcontract.codes import business_id, e_invoice_address, e_invoice_operator, iban
from subcontract.people.findings import Findings
from subcontract.people.likeness import alike
from subcontract.people.staff import Role, Staff
from subcontract.people.unit import Unit
from subcontract.problems import Code, Problem, refuse

MOST_LOGO_BYTES = 500_000
PNG_START = b"\x89PNG\r\n\x1a\n"
MOST_QUOTE_DAYS = 366


def checked_staff(staff: Staff) -> Staff:
    """The member of staff as stored; refuses with every problem found."""
    found = Findings()
    read = replace(
        staff,
        name=found.line(staff.name, "name", required=True),
        email=found.email(staff.email),
        phone=found.phone(staff.phone),
    )
    if not staff.roles:
        found.add(Code.REQUIRED, "roles")
    found.refuse_any()
    return read


def namesakes(staff: Staff, others: Iterable[Staff], before: Staff | None) -> tuple[Problem, ...]:
    """Others of a similar name, to be confirmed: one person twice would be two where two must look."""
    if before is not None and before.name == staff.name:
        return ()
    return tuple(
        Problem(code=Code.SIMILAR_NAME, field="name", facts={"name": other.name})
        for other in others
        if other.id != staff.id and alike(staff.name, other.name)
    )[:1]


def must_leave_a_manager(changed: Staff, others: tuple[Staff, ...]) -> None:
    """Refuse to take away the unit's last active manager (``LAST_MANAGER``)."""
    after = (changed, *(other for other in others if other.id != changed.id))
    had_one = any(Role.MANAGER in one.roles and one.active for one in others)
    if had_one and not any(Role.MANAGER in one.roles and one.active for one in after):
        raise refuse(Code.LAST_MANAGER, "roles")


def checked_unit(unit: Unit) -> Unit:
    """The unit as stored; refuses with every problem found."""
    found = Findings()
    read = replace(
        unit,
        name=found.line(unit.name, "name", required=True),
        provider=found.line(unit.provider, "provider", required=True),
        business_id=found.read(business_id, unit.business_id, "business_id"),
        address=found.address(unit.address),
        email=found.email(unit.email),
        phone=found.phone(unit.phone),
        iban=found.read(iban, unit.iban, "iban"),
        e_invoice_address=found.read(e_invoice_address, unit.e_invoice_address, "e_invoice_address"),
        e_invoice_operator=found.read(e_invoice_operator, unit.e_invoice_operator, "e_invoice_operator"),
        invoice_note=found.note(unit.invoice_note, "invoice_note", longest=500),
    )
    found.between(unit.quote_valid_days, "quote_valid_days", 1, MOST_QUOTE_DAYS)
    if unit.logo and (not unit.logo.startswith(PNG_START) or len(unit.logo) > MOST_LOGO_BYTES):
        found.add(Code.BAD_PICTURE, "logo")
    found.refuse_any()
    return read
