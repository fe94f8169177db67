"""What is asked of how the unit pays. What the sources leave open stands in the help of its field; no Qt."""

from decimal import Decimal

from subcontract.benefits.records import EarnedIn
from subcontract.payout.wage_records import MixedDay, NetPay, PayCode
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.tables.table import CellKind, Column

NET_PAY = {
    NetPay.OURS: N_("Urakka"),
    NetPay.PAYROLL: N_("The payroll"),
}
MIXED = {
    MixedDay.WAGE_ALONE: N_("Wage alone"),
    MixedDay.EACH_ITS_OWN: N_("Wage and allowance, each for its own hours"),
}
EARNED_IN = {
    EarnedIn.PAYMENT: N_("The month of the pay day"),
    EarnedIn.WORK: N_("The month of the work"),
}
CODES = {
    PayCode.HOURS: N_("Pay of hours"),
    PayCode.PIECES: N_("Pay of pieces"),
    PayCode.POT: N_("Share of a pot"),
    PayCode.FLOOR: N_("Made up to the hourly pay"),
    PayCode.SUNDAY: N_("Sunday increment"),
    PayCode.HOLIDAY: N_("Increment of a public holiday"),
    PayCode.SICK_PAY: N_("Sick pay"),
    PayCode.PAID_ABSENCE: N_("Paid absence"),
    PayCode.OTHER_WAGE: N_("Other wage"),
    PayCode.OVERTIME_INCREMENT: N_("Increment of overtime"),
    PayCode.HOLIDAY_COMPENSATION: N_("Holiday compensation"),
    PayCode.FEE: N_("Fee"),
    PayCode.BUS_TICKET: N_("Tickets"),
    PayCode.KILOMETRES: N_("Kilometres"),
    PayCode.DIFFERENCE: N_("Difference of an earlier month"),
}
LONGEST_CODE = 20
WHO, INCREMENTS = N_("Who pays"), N_("Increments and days with both")
EMPLOYER, LIMITS, TRAVEL = N_("Employer's costs"), N_("Earnings limits"), N_("Travel")
PAYROLL = N_("The payroll's own codes")
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE),
    Column(key="net_pay", title=N_("Who pays"), grows=True),
    Column(key="sunday", title=N_("Sunday %"), kind=CellKind.NUMBER),
    Column(key="pension", title=N_("Pension %"), kind=CellKind.NUMBER, worth=0),
    Column(key="state", title=N_("State"), kind=CellKind.STATE, worth=3),
)
FIELDS = (
    FieldSpec(
        name="first",
        label=N_("In force from"),
        kind=FieldKind.DATE,
        required=True,
        help=N_("They hold until the next ones. Changed settings are new ones from their own day on."),
    ),
    FieldSpec(
        name="net_pay",
        label=N_("Who reckons the net pay"),
        kind=FieldKind.CHOICE,
        required=True,
        group=WHO,
        choices=tuple(Choice(value=one, label=word) for one, word in NET_PAY.items()),
        help=N_(
            "Urakka makes payslips and the bank file. Where the payroll pays, it gets gross lines by its own "
            "codes."
        ),
    ),
    FieldSpec(
        name="salary_payment",
        label=N_("Mark payments as salaries in the bank file (SALA)"),
        kind=FieldKind.FLAG,
        group=WHO,
        help=N_(
            "Banks keep salaries confidential. Whether payments to clients are salaries is for the finance "
            "office to agree with the bank."
        ),
    ),
    FieldSpec(
        name="sunday",
        label=N_("Increment of Sunday work"),
        kind=FieldKind.PERCENT,
        required=True,
        most=Decimal(300),
        group=INCREMENTS,
        help=N_("Of the hourly pay. The law gives 100 %; the collective agreement may say more."),
    ),
    FieldSpec(
        name="holiday",
        label=N_("Increment of work on a public holiday"),
        kind=FieldKind.PERCENT,
        required=True,
        most=Decimal(300),
        group=INCREMENTS,
    ),
    FieldSpec(
        name="mixed_day",
        label=N_("A day with both wage work and allowance work gives"),
        kind=FieldKind.CHOICE,
        required=True,
        group=INCREMENTS,
        choices=tuple(Choice(value=one, label=word) for one, word in MIXED.items()),
        help=N_(
            "Open question: no source says whether an allowance may be paid for a day with wage work. "
            "Wage alone is the safe choice. The same hours are never paid twice."
        ),
    ),
    FieldSpec(
        name="large_employer",
        label=N_("The payroll exceeds the limit of unemployment insurance"),
        kind=FieldKind.FLAG,
        group=EMPLOYER,
        help=N_(
            "A wellbeing services county always does. Open question: of the county's own percentage for 2026 "
            "the sources differ; the higher one is used. It changes only the employer's cost."
        ),
    ),
    FieldSpec(
        name="employer_pension",
        label=N_("Employer's share of the pension contribution"),
        kind=FieldKind.PERCENT,
        required=True,
        group=EMPLOYER,
        help=N_(
            "Each employer has its own: ask the pension institution (in a county Keva). While it is 0 the "
            "employer's costs are told too low."
        ),
    ),
    FieldSpec(
        name="other_employer",
        label=N_("Accident and group life insurance together"),
        kind=FieldKind.PERCENT,
        required=True,
        group=EMPLOYER,
        help=N_("By the insurer's own tariff."),
    ),
    FieldSpec(
        name="earned_in",
        label=N_("Pay counts to the limit of a pension in"),
        kind=FieldKind.CHOICE,
        required=True,
        group=LIMITS,
        choices=tuple(Choice(value=one, label=word) for one, word in EARNED_IN.items()),
        help=N_(
            "Open question: no source says which month counts. Ask Kela or the pension institution, and "
            "write its answer down."
        ),
    ),
    FieldSpec(
        name="per_kilometre",
        label=N_("Travel in one's own car, a kilometre"),
        kind=FieldKind.QUANTITY,
        required=True,
        places=4,
        unit="€",
        most=Decimal(5),
        group=TRAVEL,
        help=N_("The tax authority decides the highest tax-free sum for each year. 0 while none is paid."),
    ),
    *(
        FieldSpec(name=f"codes.{code.value}", label=word, max_length=LONGEST_CODE, group=PAYROLL)
        for code, word in CODES.items()
    ),
)
PLAIN = (
    *("first", "net_pay", "salary_payment", "sunday", "holiday", "mixed_day"),
    *("large_employer", "employer_pension", "other_employer", "earned_in", "per_kilometre"),
)
OWN_CODES = frozenset(f"codes.{code.value}" for code in CODES)
