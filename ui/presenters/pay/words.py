"""What the pay run's warnings and states are called; no Qt."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from subcontract.payout.records import Ledger, Payout, PayRunState, TariffBasis
from subcontract.payout.warnings import PayWarning
from subcontract.words import N_, Texts
from ui.presenters.tone import State, Tone

ONE_AND_MANY: dict[PayWarning, tuple[str, str]] = {
    PayWarning.NO_FORM_OF_WORK: (
        N_("{number} client has days without a form of work: they are not paid"),
        N_("{number} clients have days without a form of work: they are not paid"),
    ),
    PayWarning.NO_TARIFF_CLASS: (
        N_("{number} client has days without a tariff class: they are not paid"),
        N_("{number} clients have days without a tariff class: they are not paid"),
    ),
    PayWarning.NO_TARIFF: (
        N_("{number} client has days without a tariff: they are not paid"),
        N_("{number} clients have days without a tariff: they are not paid"),
    ),
    PayWarning.DAY_NOT_COMPLETE: (
        N_("{number} client has days that are not complete"),
        N_("{number} clients have days that are not complete"),
    ),
    PayWarning.POT_NOT_SHARED: (
        N_("{number} client's share of the group could not be reckoned"),
        N_("{number} clients' shares of the group could not be reckoned"),
    ),
    PayWarning.PAID_ELSEWHERE: (
        N_("{number} client has hours that were already paid as wage: they are left out"),
        N_("{number} clients have hours that were already paid as wage: they are left out"),
    ),
    PayWarning.EARNINGS_OVER: (
        N_("{number} client's month goes over the earnings limit of the pension: ask before paying"),
        N_("{number} clients' months go over the earnings limit of the pension: ask before paying"),
    ),
    PayWarning.EARNINGS_NEAR: (
        N_("{number} client's month is near the earnings limit of the pension"),
        N_("{number} clients' months are near the earnings limit of the pension"),
    ),
    PayWarning.IBAN_MISSING: (
        N_("{number} client has no bank account"),
        N_("{number} clients have no bank account"),
    ),
    PayWarning.CUT_MADE: (
        N_("{number} client's allowance was cut at the tax-free limit"),
        N_("{number} clients' allowance was cut at the tax-free limit"),
    ),
    PayWarning.TAXABLE_PART: (
        N_("{number} client gets a taxable part above the limit"),
        N_("{number} clients get a taxable part above the limit"),
    ),
    PayWarning.CARRIED_OVER: (
        N_("{number} client's result is below zero: nothing is paid, the rest waits for the next pay run"),
        N_("{number} clients' results are below zero: nothing is paid, the rest waits for the next pay run"),
    ),
    PayWarning.CORRECTED: (
        N_("{number} client gets a correction of an earlier month"),
        N_("{number} clients get a correction of an earlier month"),
    ),
    PayWarning.NEAR_LIMIT: (
        N_("{number} client is close to the tax-free limit"),
        N_("{number} clients are close to the tax-free limit"),
    ),
    PayWarning.NO_EMPLOYMENT: (
        N_("{number} client worked without an agreement of employment: those hours are not paid"),
        N_("{number} clients worked without an agreement of employment: those hours are not paid"),
    ),
    PayWarning.NO_TERMS: (
        N_("{number} client has days without agreed pay: they are not paid"),
        N_("{number} clients have days without agreed pay: they are not paid"),
    ),
    PayWarning.NO_FEE_TERMS: (
        N_("{number} peer coach has no agreed fee: nothing is paid"),
        N_("{number} peer coaches have no agreed fee: nothing is paid"),
    ),
    PayWarning.NO_TAX_CARD: (
        N_("{number} client has no tax card: 60 per cent is withheld"),
        N_("{number} clients have no tax card: 60 per cent is withheld"),
    ),
    PayWarning.NOTHING_LEFT: (
        N_("{number} client is left nothing after what is withheld"),
        N_("{number} clients are left nothing after what is withheld"),
    ),
    PayWarning.EMPLOYMENTS_OVERLAP: (
        N_("{number} client has agreements that overlap: the latest was used"),
        N_("{number} clients have agreements that overlap: the latest was used"),
    ),
    PayWarning.BIRTH_DATE_MISSING: (
        N_("{number} client has no identity code: the age is not known"),
        N_("{number} clients have no identity code: the age is not known"),
    ),
    PayWarning.NO_PAY_SETTINGS: (
        N_("{number} client was reckoned without settings of pay"),
        N_("{number} clients were reckoned without settings of pay"),
    ),
    PayWarning.LAST_YEARS_RATE: (
        N_("{number} client is paid by last year's percentage: no tax card of this year"),
        N_("{number} clients are paid by last year's percentage: no tax card of this year"),
    ),
    PayWarning.TAX_CARD_ENDS: (
        N_("{number} client's tax card ends before the next pay day"),
        N_("{number} clients' tax cards end before the next pay day"),
    ),
    PayWarning.TAX_CARD_LIMIT: (
        N_("{number} client's income passed the limit of the tax card"),
        N_("{number} clients' income passed the limit of the tax card"),
    ),
    PayWarning.HOLIDAY_EARNED: (
        N_("{number} client earns holiday, although compensation is paid with each payment"),
        N_("{number} clients earn holiday, although compensation is paid with each payment"),
    ),
    PayWarning.HOLIDAY_AT_END: (
        N_("{number} client's employment ends: holiday compensation is paid"),
        N_("{number} clients' employments end: holiday compensation is paid"),
    ),
    PayWarning.FLOOR_TOP_UP: (
        N_("{number} client's pay was made up to the hourly base"),
        N_("{number} clients' pay was made up to the hourly base"),
    ),
    PayWarning.MIXED_DAY: (
        N_("{number} client has days with wage work: they give no allowance"),
        N_("{number} clients have days with wage work: they give no allowance"),
    ),
    PayWarning.SMALL_PAYMENT: (
        N_("{number} client gets a small occasional payment: nothing is withheld"),
        N_("{number} clients get a small occasional payment: nothing is withheld"),
    ),
    PayWarning.AGE_CHANGES: (
        N_("{number} client has a birthday that changes a contribution next month"),
        N_("{number} clients have a birthday that changes a contribution next month"),
    ),
}
"""Warnings in the order in which they should be looked at, with how many people each concerns."""
IN_WAGES: dict[PayWarning, tuple[str, str]] = {
    PayWarning.PAID_ELSEWHERE: (
        N_("{number} client has hours that were already paid as work allowance: they are left out"),
        N_("{number} clients have hours that were already paid as work allowance: they are left out"),
    ),
}
"""What the wage ledger says in other words."""
INFORMING = frozenset(
    {
        PayWarning.CORRECTED,
        PayWarning.NEAR_LIMIT,
        PayWarning.CUT_MADE,
        PayWarning.MIXED_DAY,
        PayWarning.FLOOR_TOP_UP,
        PayWarning.HOLIDAY_AT_END,
        PayWarning.TAX_CARD_LIMIT,
        PayWarning.LAST_YEARS_RATE,
        PayWarning.SMALL_PAYMENT,
        PayWarning.AGE_CHANGES,
    }
)
SHORT: dict[PayWarning, str] = {
    PayWarning.NO_FORM_OF_WORK: N_("Form of work missing"),
    PayWarning.NO_TARIFF_CLASS: N_("Tariff class missing"),
    PayWarning.NO_TARIFF: N_("Tariff missing"),
    PayWarning.DAY_NOT_COMPLETE: N_("Day not complete"),
    PayWarning.POT_NOT_SHARED: N_("Share not reckoned"),
    PayWarning.PAID_ELSEWHERE: N_("Paid as wage"),
    PayWarning.IBAN_MISSING: N_("Bank account missing"),
    PayWarning.CUT_MADE: N_("Cut at the limit"),
    PayWarning.TAXABLE_PART: N_("Taxable part"),
    PayWarning.CARRIED_OVER: N_("Carried over"),
    PayWarning.CORRECTED: N_("Correction"),
    PayWarning.NEAR_LIMIT: N_("Near the limit"),
    PayWarning.EARNINGS_OVER: N_("Over the earnings limit"),
    PayWarning.EARNINGS_NEAR: N_("Near the earnings limit"),
    PayWarning.NO_EMPLOYMENT: N_("Employment missing"),
    PayWarning.NO_TERMS: N_("Agreed pay missing"),
    PayWarning.NO_FEE_TERMS: N_("Agreed fee missing"),
    PayWarning.NO_TAX_CARD: N_("Tax card missing"),
    PayWarning.NOTHING_LEFT: N_("Nothing left to pay"),
    PayWarning.EMPLOYMENTS_OVERLAP: N_("Agreements overlap"),
    PayWarning.BIRTH_DATE_MISSING: N_("Identity code missing"),
    PayWarning.NO_PAY_SETTINGS: N_("Settings of pay missing"),
    PayWarning.LAST_YEARS_RATE: N_("Last year's percentage"),
    PayWarning.TAX_CARD_ENDS: N_("Tax card ends"),
    PayWarning.TAX_CARD_LIMIT: N_("Above the tax card's limit"),
    PayWarning.HOLIDAY_EARNED: N_("Earns holiday"),
    PayWarning.HOLIDAY_AT_END: N_("Holiday compensation paid"),
    PayWarning.FLOOR_TOP_UP: N_("Made up to the hourly base"),
    PayWarning.MIXED_DAY: N_("No allowance on a wage day"),
    PayWarning.SMALL_PAYMENT: N_("Small payment"),
    PayWarning.AGE_CHANGES: N_("Birthday changes contributions"),
}
MENDED_AT: dict[PayWarning, str] = {
    PayWarning.NO_EMPLOYMENT: "employments",
    PayWarning.NO_TERMS: "employments",
    PayWarning.EMPLOYMENTS_OVERLAP: "employments",
    PayWarning.NO_FEE_TERMS: "fees",
    PayWarning.NO_TAX_CARD: "tax_cards",
    PayWarning.LAST_YEARS_RATE: "tax_cards",
    PayWarning.TAX_CARD_ENDS: "tax_cards",
    PayWarning.IBAN_MISSING: "pay",
}
"""The part of a client's page where what is missing is written, what nothing is paid without first."""
SHORT_IN_WAGES: dict[PayWarning, str] = {PayWarning.PAID_ELSEWHERE: N_("Paid as allowance")}
BASES: dict[TariffBasis, str] = {
    TariffBasis.DAY: N_("Whole day"),
    TariffBasis.HALF_DAY: N_("Half day"),
    TariffBasis.HOUR: N_("Hour"),
    TariffBasis.PIECE: N_("Piece"),
    TariffBasis.POT_SHARE: N_("Share of the group's sum"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningGroup:
    """A warning with how many people it concerns, written; choosing it shows only them."""

    code: PayWarning
    sentence: str
    tone: Tone


def warning_groups(payouts: Iterable[Payout], texts: Texts) -> tuple[WarningGroup, ...]:
    """The warnings of a run, grouped, the gravest first."""
    paid = tuple(payouts)
    numbers = Counter(code for payout in paid for code in payout.warnings)
    own = IN_WAGES if any(payout.ledger is Ledger.WAGE for payout in paid) else {}
    return tuple(
        WarningGroup(
            code=code, sentence=texts.count(*own.get(code, words), numbers[code]), tone=tone_of(code)
        )
        for code, words in ONE_AND_MANY.items()
        if numbers[code]
    )


def tone_of(code: PayWarning) -> Tone:
    """How grave a warning is."""
    return Tone.INFO if code in INFORMING else Tone.ATTENTION


def gravest(payout: Payout, texts: Texts) -> State:
    """The state of a payout in the list: its gravest warning, or ready."""
    for code in ONE_AND_MANY:
        if code in payout.warnings:
            own = SHORT_IN_WAGES if payout.ledger is Ledger.WAGE else {}
            return State(texts.say(own.get(code, SHORT[code])), tone_of(code))
    return State(texts.say(N_("In order")), Tone.READY)


def mended_at(payout: Payout) -> str:
    """The part of the client's page where the first of these is mended; ``""`` when there is none."""
    return next((part for code, part in MENDED_AT.items() if code in payout.warnings), "")


def run_state(state: PayRunState | None, texts: Texts) -> State:
    """The state of a month's run; ``None`` when it has not been calculated."""
    if state is None:
        return State(texts.say(N_("Not calculated")), Tone.ATTENTION, "clock")
    if state is PayRunState.OPEN:
        return State(texts.say(N_("Waits for approval")), Tone.INFO, "clock")
    return State(texts.say(N_("Approved")), Tone.READY, "lock")
