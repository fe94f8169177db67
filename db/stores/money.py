"""Work entries, payouts and events as rows."""

from db.stores.mapping import Mapping
from db.stores.rows import at_most_one, rows, values
from db.stores.shapes import span
from db.tables import money as t
from db.tables.pay import payout_wages
from subcontract.hours.entry import DayComplete, MonthComplete, WorkEntry
from subcontract.payout.records import Payout, PayoutLine, PayRun, Tariff, TariffRate
from subcontract.payout.wage_records import WageSums
from subcontract.ports import Event

ENTRIES = Mapping.of(WorkEntry, t.work_entries)
COMPLETE_DAYS = Mapping.of(DayComplete, t.complete_days, key="shift")
COMPLETE_MONTHS = Mapping.of(MonthComplete, t.complete_months, key="unit month")
TARIFFS = Mapping.of(Tariff, t.tariffs, days=span(), rates=rows(t.tariff_rates, TariffRate))
PAY_RUNS = Mapping.of(PayRun, t.pay_runs)
PAYOUTS = Mapping.of(
    Payout,
    t.payouts,
    lines=rows(t.payout_lines, PayoutLine, entries=values(t.payout_line_entries, "entry")),
    warnings=values(t.payout_warnings, "warning"),
    wage=at_most_one(payout_wages, WageSums),
)
EVENTS = Mapping.of(Event, t.events)
