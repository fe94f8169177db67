"""Customers, jobs, quotes, shifts and assignments as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import members, rows, values
from db.stores.shapes import span, within
from db.tables import jobs as t
from subcontract.jobs.customer import Customer
from subcontract.jobs.job import Job, Measurement, Phase, PhaseCosts, TimeStudy
from subcontract.jobs.quote import Quote, QuoteLine
from subcontract.people.unit import Address
from subcontract.rota.shift import Assignment, Shift


def _sought_customer(customer: Customer) -> str:
    return f"{customer.name} {customer.contact_name} {customer.business_id} {customer.number}"


def _sought_job(job: Job) -> str:
    return f"{job.name} {job.order_number} {job.place} {job.number}"


CUSTOMERS = Mapping.of(Customer, t.customers, sought=_sought_customer, address=within(Address))
JOBS = Mapping.of(
    Job,
    t.jobs,
    sought=_sought_job,
    days=span(),
    phases=rows(
        t.phases,
        Phase,
        key="id",
        keyed=True,
        costs=within(PhaseCosts),
        studies=rows(t.time_studies, TimeStudy, key="id", measurements=rows(t.measurements, Measurement)),
        agreed_shares=values(t.phase_shares, "client share"),
    ),
    needs=members(t.job_needs, "need"),
)
QUOTES = Mapping.of(Quote, t.quotes, lines=rows(t.quote_lines, QuoteLine))
SHIFTS = Mapping.of(
    Shift,
    t.shifts,
    other_coaches=members(t.shift_coaches, "staff"),
    needs=members(t.shift_needs, "need"),
)
ASSIGNMENTS = Mapping.of(Assignment, t.assignments)
