"""Wage reports to the Incomes Register (act 53/2018; technical interface of 10/2022, schema WageReportsToIR).

For the upload service, which takes this XML alone. Income is reported by totals: 101 for pay, 316 for
taxable allowance. Codes that no official sample or list we read shows are not written.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from subcontract.days import DateRange
from subcontract.money import ZERO, Money, total
from subcontract.papers.files.xml import Part, document, root_of
from subcontract.problems import Code, Problem, Refused

NAMESPACE = "http://www.tulorekisteri.fi/2017/1/WageReportsToIR"
WAGE_REPORT, BUSINESS_ID, IDENTITY_CODE, SUBSTANCE = "100", "1", "2", "1"
NEW_REPORT, REFUSE_ONE_BY_ONE = "1", "1"
LONGEST_ID, LONGEST_SOURCE = 40, 30


class Income(IntEnum):
    """Codes of incomes and of what is withheld, as the official lists have them."""

    WAGES_TOTAL = 101
    KILOMETRES = 311
    OTHER_TAXABLE = 316
    WITHHOLDING = 402
    PENSION = 413
    UNEMPLOYMENT = 414


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomeLine:
    """One transaction; ``kilometres`` only with the code for them."""

    income: Income
    amount: Money
    kilometres: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Earner:
    """One person's report."""

    report: str
    """Our own id of the report, unique for ever, at most 40 characters."""
    identity_code: str
    last_name: str
    first_name: str
    employed: DateRange | None = None
    """Days of the employment; none for a fee or an allowance."""
    open_ended: bool = False
    lines: tuple[IncomeLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts:
    """One delivery: the payouts of one pay day."""

    delivery: str
    made_at: datetime
    """In UTC."""
    source: str
    business_id: str
    """With its hyphen."""
    contact: str
    phone: str
    pay_day: date
    period: DateRange
    earners: tuple[Earner, ...]
    production: bool = False

    @property
    def total(self) -> Money:
        """The control total: all incomes, without what is withheld from them."""
        kept = {Income.WAGES_TOTAL, Income.KILOMETRES, Income.OTHER_TAXABLE}
        return total(line.amount for earner in self.earners for line in earner.lines if line.income in kept)


def register_file(facts: RegisterFacts) -> bytes:
    """The file; refuses an empty delivery, a missing contact, business id or identity code, and twin ids."""
    problems = tuple(_problems(facts))
    if problems:
        raise Refused(*problems)
    root = root_of("WageReportsRequestToIR", NAMESPACE, prefix="wrtir")
    return document(root, [("DeliveryData", _delivery(facts))])


def _problems(facts: RegisterFacts) -> list[Problem]:
    found = []
    if not facts.earners:
        found.append(Problem(code=Code.NOTHING_TO_DO, field="earners"))
    found += [
        Problem(code=Code.REQUIRED, field=name)
        for name in ("business_id", "contact", "phone")
        if not getattr(facts, name)
    ]
    found += [
        Problem(code=Code.REQUIRED, field=f"earners.{at}.identity_code")
        for at, earner in enumerate(facts.earners)
        if not earner.identity_code
    ]
    ids = [earner.report for earner in facts.earners]
    if len(set(ids)) < len(ids):
        found.append(Problem(code=Code.TWICE_IN_LIST, field="earners"))
    if any(not 0 < len(one) <= LONGEST_ID for one in (facts.delivery, *ids)):
        found.append(Problem(code=Code.TOO_LONG, field="earners", facts={"most": LONGEST_ID}))
    return found


def _delivery(facts: RegisterFacts) -> list[Part]:
    """Who reports, for which pay day, and the reports."""
    owner: list[Part] = [("Type", BUSINESS_ID), ("Code", facts.business_id)]
    return [
        ("Timestamp", facts.made_at.strftime("%Y-%m-%dT%H:%M:%SZ")),
        ("Source", facts.source[:LONGEST_SOURCE]),
        ("DeliveryDataType", WAGE_REPORT),
        ("DeliveryId", facts.delivery),
        ("FaultyControl", REFUSE_ONE_BY_ONE),
        ("ProductionEnvironment", "true" if facts.production else "false"),
        ("DeliveryDataOwner", owner),
        ("DeliveryDataCreator", owner),
        ("DeliveryDataSender", owner),
        ("PaymentPeriod", [("PaymentDate", facts.pay_day.isoformat()), *_days(facts.period)]),
        ("ContactPersons", [("ContactPerson", _contact(facts))]),
        ("Payer", [("PayerIds", [("Id", owner)])]),
        ("Reports", [("Report", _report(earner)) for earner in facts.earners]),
    ]


def _days(days: DateRange, *, last: bool = True) -> list[Part]:
    return [
        ("StartDate", days.first.isoformat()),
        ("EndDate", days.last.isoformat() if last else ""),
    ]


def _contact(facts: RegisterFacts) -> list[Part]:
    return [("Name", facts.contact), ("Telephone", facts.phone), ("ResponsibilityCode", SUBSTANCE)]


def _report(earner: Earner) -> list[Part]:
    """One person."""
    identity: list[Part] = [("Type", IDENTITY_CODE), ("Code", earner.identity_code)]
    name: list[Part] = [("LastName", earner.last_name), ("FirstName", earner.first_name)]
    return [
        ("ReportData", [("ActionCode", NEW_REPORT), ("ReportId", earner.report)]),
        (
            "IncomeEarner",
            [
                ("IncomeEarnerIds", [("Id", identity)]),
                ("IncomeEarnerBasic", name),
                ("Employment", _employment(earner)),
            ],
        ),
        ("Transactions", [("Transaction", _line(line)) for line in earner.lines if line.amount != ZERO]),
    ]


def _employment(earner: Earner) -> list[Part]:
    if earner.employed is None:
        return []
    days = _days(earner.employed, last=not earner.open_ended)
    return [("Employed", "true"), ("EmploymentPeriods", [("Period", days)])]


def _line(line: IncomeLine) -> list[Part]:
    basic: list[Part] = [("TransactionCode", str(line.income.value)), ("Amount", str(line.amount))]
    driven: list[Part] = [("Kilometers", str(line.kilometres))] if line.kilometres else []
    return [("TransactionBasic", basic), ("KmAllowance", driven)]
