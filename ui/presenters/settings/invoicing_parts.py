"""What is asked of how the unit invoices, group by group in their order on the page; no Qt.

Another area adds its group as a ``TermsPart`` of its own file to ``PARTS``.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from subcontract.invoicing.terms import DayCount, InvoicingTerms
from subcontract.invoicing.terms_check import LEAST_NEXT_DAYS, LONGEST_REMINDER, MOST_DAYS
from subcontract.rules import InterestAct
from subcontract.words import N_
from ui.presenters.forms.fields import Choice, FieldKind, FieldSpec
from ui.presenters.settings.accounts_part import ACCOUNTS
from ui.presenters.settings.paper_part import PAPER
from ui.presenters.settings.terms_part import TermsPart, plain_part

ACTS = {
    InterestAct.GENERAL: N_("4 §: the ordinary rate"),
    InterestAct.COMMERCIAL: N_("4 a §: the rate of commercial contracts"),
}
COUNTS = {
    DayCount.ACTUAL_365: N_("By the days, a year has 365 (actual/365)"),
    DayCount.THIRTY_360: N_("A month has 30 days, a year 360 (30/360)"),
}
INTEREST_GROUP, REMINDER_GROUP = N_("Late interest"), N_("Reminders")
DAYS = ("first_reminder_days", "next_reminder_days")

INTEREST = plain_part(
    FieldSpec(
        name="interest_act",
        label=N_("Late interest is charged by"),
        kind=FieldKind.CHOICE,
        required=True,
        group=INTEREST_GROUP,
        choices=tuple(Choice(value=one, label=word) for one, word in ACTS.items()),
        help=N_(
            "4 a § is for claims of an undertaking on firms and public bodies (act 30/2013). Open question: "
            "whether a wellbeing services county is one is not settled, so the lower 4 § is the safe choice. "
            "Households always pay by 4 §."
        ),
    ),
    FieldSpec(
        name="day_count",
        label=N_("Days of interest are counted"),
        kind=FieldKind.CHOICE,
        required=True,
        group=INTEREST_GROUP,
        choices=tuple(Choice(value=one, label=word) for one, word in COUNTS.items()),
        help=N_("Open question: the act does not say how. Both are in use."),
    ),
    FieldSpec(
        name="standard_compensation",
        label=N_("Charge the standard compensation"),
        kind=FieldKind.FLAG,
        group=INTEREST_GROUP,
        help=N_(
            "Only under act 30/2013, so only with 4 a §, and never from households. Reminders then cost "
            "something only above it."
        ),
    ),
)


def _reminder_values(terms: InvoicingTerms) -> dict[str, object]:
    """What stands in the fields of reminders."""
    return {
        **{name: Decimal(getattr(terms, name)) for name in DAYS},
        "fee_business": terms.fee_business,
        "fee_consumer": terms.fee_consumer,
        "reminder_text": terms.reminder_text,
    }


def _with_reminders(terms: InvoicingTerms, values: Mapping[str, Any]) -> InvoicingTerms:
    """The terms with what stands in the fields of reminders."""
    return replace(
        terms,
        first_reminder_days=int(values["first_reminder_days"]),
        next_reminder_days=int(values["next_reminder_days"]),
        fee_business=values["fee_business"],
        fee_consumer=values["fee_consumer"],
        reminder_text=values["reminder_text"],
    )


REMINDERS = TermsPart(
    fields=(
        FieldSpec(
            name="first_reminder_days",
            label=N_("The first reminder, days after the due day"),
            kind=FieldKind.QUANTITY,
            required=True,
            group=REMINDER_GROUP,
            unit=N_("days"),
            places=0,
            least=Decimal(1),
            most=Decimal(MOST_DAYS),
            help=N_("A household is reminded as late as the law asks, so that the fee may be charged."),
        ),
        FieldSpec(
            name="next_reminder_days",
            label=N_("Time to pay a reminder, and days to the next one"),
            kind=FieldKind.QUANTITY,
            required=True,
            group=REMINDER_GROUP,
            unit=N_("days"),
            places=0,
            least=Decimal(LEAST_NEXT_DAYS),
            most=Decimal(MOST_DAYS),
            help=N_("Where the law asks for a longer time before a new fee, that time is kept: see Rules."),
        ),
        FieldSpec(
            name="fee_business",
            label=N_("Fee of a reminder to a firm or a public body"),
            kind=FieldKind.MONEY,
            required=True,
            group=REMINDER_GROUP,
            help=N_("Never more than the Debt Collection Act 10 e § allows. 0 when nothing is charged."),
        ),
        FieldSpec(
            name="fee_consumer",
            label=N_("Fee of a reminder to a household"),
            kind=FieldKind.MONEY,
            required=True,
            group=REMINDER_GROUP,
            help=N_("Never more than the Debt Collection Act 10 a § allows. 0 when nothing is charged."),
        ),
        FieldSpec(
            name="reminder_text",
            label=N_("Own words on reminders"),
            kind=FieldKind.MULTILINE,
            group=REMINDER_GROUP,
            max_length=LONGEST_REMINDER,
            help=N_("Whom to call, for example. Each reminder says the rest by itself."),
        ),
    ),
    values=_reminder_values,
    put=_with_reminders,
)
PARTS: tuple[TermsPart, ...] = (PAPER, REMINDERS, INTEREST, ACCOUNTS)
