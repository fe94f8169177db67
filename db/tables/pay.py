"""Employment, tax cards, pensions, wage subsidy, and what the wage ledger keeps beside payouts."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, Text, UniqueConstraint

from db.tables.building import child, choice, columns, days, flags, record, reference, texts
from db.tables.columns import Cents, Moment, MonthText, Scaled
from db.tables.money import payouts
from subcontract.benefits.records import EarnedIn, PensionKind
from subcontract.jobs.job import SplitRule
from subcontract.payout.wage_records import HandOverKind, MixedDay, NetPay, PayCode
from subcontract.people.employment import HolidayPayment, PaidBy
from subcontract.rules import SubsidyKind

employments = record(
    "employments",
    reference("unit", "units.id"),
    reference("client", "clients.id"),
    *days(),
    reference("job", "jobs.id", empty=True),
    choice("holiday", HolidayPayment),
    *texts("duties place fixed_term_reason"),
    *columns(Date, "agreed_on", empty=True),
    *columns(Integer, "version"),
    Index(None, "client"),
)
employment_terms = child(
    "employment_terms",
    employments,
    "employment",
    *columns(Date, "first"),
    *columns(Cents, "hourly"),
    *columns(Scaled, "capacity"),
    *columns(Integer, "weekly_minutes"),
    *texts("pay_group"),
    choice("paid_by", PaidBy),
    *columns(Scaled, "piece_rate"),
)
fee_terms = record(
    "fee_terms",
    reference("client", "clients.id"),
    *days(),
    *columns(Cents, "amount"),
    *flags("per_hour"),
    *texts("text"),
    *columns(Integer, "version"),
    Index(None, "client"),
)
tax_cards = record(
    "tax_cards",
    reference("client", "clients.id"),
    *days(),
    *columns(Scaled, "base additional"),
    *columns(Cents, "limit"),
    *columns(Date, "received_on", empty=True),
    *columns(Integer, "version"),
    CheckConstraint("base >= 0 AND additional >= 0", name="percentages_not_negative"),
    Index(None, "client"),
)

pensions = record(
    "pensions",
    reference("client", "clients.id"),
    *days(),
    choice("kind", PensionKind),
    *columns(Cents, "prior_earnings"),
    *columns(Integer, "version"),
    Index(None, "client"),
)
outside_earnings = record(
    "outside_earnings",
    reference("client", "clients.id"),
    *columns(MonthText, "month"),
    *columns(Cents, "amount"),
    *texts("source"),
    *columns(Integer, "version"),
    UniqueConstraint("client", "month", "source"),
)

subsidy_facts = record(
    "subsidy_facts",
    reference("client", "clients.id"),
    *columns(Date, "checked_on"),
    *flags("jobseeker without_qualification integration_plan lacks_skills reduced_capacity", empty=True),
    *flags("long_unemployment_likely adjustments_made lasting_reduction apprenticeship", empty=True),
    *flags("plan_states_subsidy collective_agreement had_subsidy", empty=True),
    *flags("redundancies distorts_competition unpaid_dues convictions other_aid", empty=True),
    *flags("by_result_alone in_market", empty=True),
    *columns(Integer, "unemployed_of_14 unemployed_of_28 unemployed_in_a_row", empty=True),
    *columns(Integer, "months_without_work weekly_minutes full_weekly_minutes", empty=True),
    *columns(Date, "certificate earlier_subsidy_end start", empty=True),
    *texts("note"),
    *columns(Integer, "version"),
    UniqueConstraint("client"),
)
subsidy_decisions = record(
    "subsidy_decisions",
    reference("client", "clients.id"),
    reference("employment", "employments.id", empty=True),
    choice("ground", SubsidyKind),
    *columns(Scaled, "percentage"),
    *columns(Cents, "cap"),
    *days(),
    *columns(Date, "decided_on"),
    *texts("number"),
    *columns(Scaled, "working_time"),
    *columns(Date, "extension_applied", empty=True),
    *columns(Integer, "version"),
    Index(None, "client"),
)
subsidy_claims = record(
    "subsidy_claims",
    reference("decision", "subsidy_decisions.id"),
    *columns(MonthText, "month"),
    *days(),
    *columns(Cents, "eligible amount earlier"),
    *flags("capped"),
    *columns(Date, "due made_on"),
    *columns(Date, "sent_on", empty=True),
    *columns(Integer, "version"),
    UniqueConstraint("decision", "month"),
)
subsidy_claim_lines = child(
    "subsidy_claim_lines",
    subsidy_claims,
    "claim",
    *texts("what"),
    *columns(Cents, "amount"),
    *flags("counted"),
    reference("payout", "payouts.id", empty=True),
)

pay_settings = record(
    "pay_settings",
    reference("unit", "units.id"),
    *columns(Date, "first"),
    *columns(Scaled, "sunday holiday"),
    choice("mixed_day", MixedDay),
    choice("net_pay", NetPay),
    choice("earned_in", EarnedIn),
    *flags("large_employer"),
    *columns(Scaled, "employer_pension other_employer"),
    *flags("salary_payment"),
    *columns(Scaled, "per_kilometre"),
    *columns(Integer, "version"),
    UniqueConstraint("unit", "first"),
)
pay_codes = child(
    "pay_codes",
    pay_settings,
    "settings",
    choice("kind", PayCode),
    Column("code", Text, nullable=False),
)
pay_items = record(
    "pay_items",
    reference("unit", "units.id"),
    reference("client", "clients.id"),
    *columns(MonthText, "month"),
    *columns(Date, "day"),
    choice("kind", PayCode),
    *texts("text"),
    *columns(Integer, "minutes"),
    *columns(Scaled, "quantity rate"),
    *columns(Cents, "amount"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    *columns(Integer, "version"),
    Index(None, "client", "month"),
    Index(None, "month"),
)
wage_pots = record(
    "wage_pots",
    reference("unit", "units.id"),
    reference("job", "jobs.id"),
    *days(),
    *columns(Cents, "amount"),
    *columns(Scaled, "percent"),
    choice("split", SplitRule),
    *columns(Integer, "version"),
    Index(None, "job"),
)
wage_pot_shares = child(
    "wage_pot_shares", wage_pots, "pot", reference("client", "clients.id"), *columns(Scaled, "share")
)

SUMS = (
    "wages holiday_compensation fees expenses withholding pension unemployment "
    "employer_health employer_unemployment employer_pension employer_other card_used protected"
)
payout_wages = child(
    "payout_wages",
    payouts,
    "payout",
    *columns(Cents, SUMS),
    reference("tax_card", "tax_cards.id", empty=True),
)
reopenings = record(
    "reopenings",
    reference("payout", "payouts.id"),
    reference("client", "clients.id"),
    *texts("reason"),
    reference("by", "staff.id"),
    *columns(Moment, "at"),
    key="payout",
)
hand_overs = record(
    "hand_overs",
    reference("pay_run", "pay_runs.id"),
    choice("kind", HandOverKind),
    *texts("reference"),
    *columns(Integer, "count"),
    *columns(Cents, "total"),
    reference("made_by", "staff.id"),
    *columns(Moment, "made_at"),
    reference("ticked_by", "staff.id", empty=True),
    *columns(Moment, "ticked_at", empty=True),
    *columns(Integer, "version"),
    Index(None, "pay_run"),
)
