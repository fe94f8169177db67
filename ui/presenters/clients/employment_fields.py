"""Fields and columns of employment agreements; no Qt."""

from decimal import Decimal

from subcontract.people.employment import HolidayPayment, PaidBy
from subcontract.words import N_
from ui.presenters.forms.days_fields import FROM, until
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.tables.table import CellKind, Column

PAID_BY = {
    PaidBy.HOUR: N_("Hourly pay"),
    PaidBy.PIECE: N_("Piece pay, at least the hourly pay"),
    PaidBy.POT: N_("A share of the job's pot, at least the hourly pay"),
}
HOLIDAY = {
    HolidayPayment.WITH_EACH_PAYMENT: N_("With each payment"),
    HolidayPayment.AT_END: N_("When the employment ends"),
}
COLUMNS = (
    Column(key="first", title=N_("From"), kind=CellKind.DATE, worth=9),
    Column(key="last", title=N_("Until"), kind=CellKind.DATE),
    Column(key="work", title=N_("Work"), grows=True),
    Column(key="hourly", title=N_("Pay by the hour"), kind=CellKind.MONEY),
    Column(key="weekly", title=N_("Hours a week"), kind=CellKind.HOURS),
    Column(key="state", title=N_("State"), kind=CellKind.STATE),
)
WORK, PAY = N_("Work"), N_("Pay and holiday")
FIELDS = (
    FROM,
    until(help=N_("Empty when the agreement is for an indefinite time.")),
    FieldSpec(
        name="fixed_term_reason",
        label=N_("Reason for the fixed term"),
        help=N_("The Employment Contracts Act (1:3) asks for one, such as the length of the job."),
    ),
    FieldSpec(name="agreed_on", label=N_("Agreed on"), kind=FieldKind.DATE),
    FieldSpec(
        name="job",
        label=N_("Only for one job"),
        kind=FieldKind.CHOICE,
        group=WORK,
        help=N_("Leave it unchosen when the employment goes on from job to job."),
    ),
    FieldSpec(
        name="duties",
        label=N_("Duties"),
        group=WORK,
        help=N_("The law asks for them in writing. Empty, the paper has a line to write them on."),
    ),
    FieldSpec(name="place", label=N_("Place of work"), group=WORK),
    FieldSpec(
        name="holiday",
        label=N_("Holiday compensation is paid"),
        kind=FieldKind.CHOICE,
        required=True,
        group=PAY,
        choices=tuple(Choice(value=one, label=word) for one, word in HOLIDAY.items()),
    ),
)
TERMS = (
    FieldSpec(name="first", label=N_("From"), kind=FieldKind.DATE),
    FieldSpec(name="hourly", label=N_("Pay by the hour"), kind=FieldKind.MONEY, required=True),
    FieldSpec(
        name="capacity",
        label=N_("Work capacity"),
        kind=FieldKind.PERCENT,
        required=True,
        most=Decimal(100),
    ),
    FieldSpec(name="weekly_minutes", label=N_("Hours a week"), kind=FieldKind.HOURS, most=60 * 60),
    FieldSpec(name="pay_group", label=N_("Pay group"), max_length=20),
    FieldSpec(
        name="paid_by",
        label=N_("Paid"),
        kind=FieldKind.CHOICE,
        required=True,
        choices=tuple(Choice(value=one, label=word) for one, word in PAID_BY.items()),
    ),
    FieldSpec(name="piece_rate", label=N_("Pay by the piece"), kind=FieldKind.QUANTITY, places=4, unit="€"),
)
ENDING = (FieldSpec(name="last", label=N_("Last day of work"), kind=FieldKind.DATE, required=True),)
PLAIN = ("fixed_term_reason", "agreed_on", "job", "duties", "place", "holiday")
