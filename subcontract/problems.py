"""What can be refused, as values with a stable code; the sentence is made at the edge."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Stable code of a problem. Codes are added, never renamed: logs and other systems hold them."""

    # values and fields
    REQUIRED = "required"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_LENGTH_OF_TIME = "not_a_length_of_time"
    NOT_AN_AMOUNT = "not_an_amount"
    AMBIGUOUS = "ambiguous"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    TOO_SMALL = "too_small"
    TOO_MANY_DECIMALS = "too_many_decimals"
    NEGATIVE = "negative"
    FORBIDDEN_CHARACTER = "forbidden_character"
    UNKNOWN_FIELD = "unknown_field"
    UNKNOWN_VALUE = "unknown_value"
    FLOAT_REFUSED = "float_refused"
    WRONG_TYPE = "wrong_type"
    # codes of people, firms and payments
    BAD_IDENTITY_CODE = "bad_identity_code"
    BAD_BUSINESS_ID = "bad_business_id"
    BAD_VAT_ID = "bad_vat_id"
    BAD_IBAN = "bad_iban"
    BAD_REFERENCE = "bad_reference"
    BAD_BARCODE = "bad_barcode"
    BAD_E_INVOICE_ADDRESS = "bad_e_invoice_address"
    BAD_E_INVOICE_OPERATOR = "bad_e_invoice_operator"
    # days and time
    ENDS_BEFORE_START = "ends_before_start"
    NO_LENGTH = "no_length"
    BREAK_OUTSIDE = "break_outside"
    BREAKS_OVERLAP = "breaks_overlap"
    TIME_DOES_NOT_EXIST = "time_does_not_exist"
    TIME_EXISTS_TWICE = "time_exists_twice"
    DAY_OVER_24_HOURS = "day_over_24_hours"
    END_AND_LENGTH = "end_and_length"
    SHIFT_TOO_LONG = "shift_too_long"
    TOO_MANY_SHIFTS = "too_many_shifts"
    PERIODS_OVERLAP = "periods_overlap"
    # money
    NOTHING_TO_SHARE = "nothing_to_share"
    NEGATIVE_SHARE = "negative_share"
    NEGATIVE_DAY = "negative_day"
    NO_ATTENDED_DAYS = "no_attended_days"
    # rules
    RULE_NOT_KNOWN_YET = "rule_not_known_yet"
    RULE_NO_LONGER_KNOWN = "rule_no_longer_known"
    RATE_UNKNOWN = "rate_unknown"
    # records and work flow
    NOT_FOUND = "not_found"
    ALREADY_EXISTS = "already_exists"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    NOT_ALLOWED = "not_allowed"
    SAME_PERSON = "same_person"
    WRONG_STATE = "wrong_state"
    NOTHING_TO_DO = "nothing_to_do"
    STOPPED = "stopped"
    """The user asked a long act to stop."""
    ALREADY_INVOICED = "already_invoiced"
    ALREADY_PAID = "already_paid"
    PERIOD_LOCKED = "period_locked"
    MORE_THAN_LEFT = "more_than_left"
    IN_USE = "in_use"
    NAMES_A_CLIENT = "names_a_client"
    TARIFF_MISSING = "tariff_missing"
    REASON_NEEDED = "reason_needed"
    ONE_BY_ONE = "one_by_one"
    AMOUNTS_CHANGED = "amounts_changed"
    OVER_FIXED_PRICE = "over_fixed_price"
    SHARE_NEEDED = "share_needed"
    BUYER_VAT_ID_NEEDED = "buyer_vat_id_needed"
    RATE_CHANGED = "rate_changed"
    ONE_OF_TWO = "one_of_two"
    DAY_NOT_IN_EVERY_MONTH = "day_not_in_every_month"
    PREPAYMENT_USED = "prepayment_used"
    OTHER_CUSTOMER = "other_customer"
    ORDER_NUMBER_NEEDED = "order_number_needed"
    BUYER_REFERENCE_NEEDED = "buyer_reference_needed"
    COST_CENTRE_NEEDED = "cost_centre_needed"
    ADDRESS_NEEDED = "address_needed"
    E_INVOICE_ASKED = "e_invoice_asked"
    E_INVOICE_ADDRESS_MISSING = "e_invoice_address_missing"
    NEGATIVE_TOTAL = "negative_total"
    CREDIT_OF_CREDIT = "credit_of_credit"
    CORRECTED_LATER = "corrected_later"
    NOTE_TAKEN_BACK = "note_taken_back"
    NOTE_OF_CORRECTION = "note_of_correction"
    WORK_BILLED_ANEW = "work_billed_anew"
    PAYMENT_NOT_YET = "payment_not_yet"
    MORE_THAN_PAID = "more_than_paid"
    NOT_A_HALF_YEAR = "not_a_half_year"
    RATE_KNOWN = "rate_known"
    COMPENSATION_NOT_ALLOWED = "compensation_not_allowed"
    DISPUTED = "disputed"
    REMINDER_TOO_EARLY = "reminder_too_early"
    ACCOUNT_MISSING = "account_missing"
    LEDGER_UNBALANCED = "ledger_unbalanced"
    TOTALS_CHANGED = "totals_changed"
    # people, customers, jobs and their prices
    BAD_EMAIL = "bad_email"
    BAD_POSTCODE = "bad_postcode"
    BAD_PHONE = "bad_phone"
    BAD_PICTURE = "bad_picture"
    CONSENT_NEEDED = "consent_needed"
    SIMILAR_NAME = "similar_name"
    TWICE_IN_LIST = "twice_in_list"
    NOT_FOR_HOUSEHOLD = "not_for_household"
    LONG_PAYMENT_TERM = "long_payment_term"
    LAST_MANAGER = "last_manager"
    NO_PHASES = "no_phases"
    PRICE_MISSING = "price_missing"
    QUOTE_EXPIRED = "quote_expired"
    WORK_NOT_INVOICED = "work_not_invoiced"
    # hours
    FUTURE_DAY = "future_day"
    NO_MINUTES = "no_minutes"
    TIMES_COLLIDE = "times_collide"
    NOT_RECORDED = "not_recorded"
    MONTH_HAS_GAPS = "month_has_gaps"
    NO_FORM_OF_WORK = "no_form_of_work"
    WORK_RECORDED = "work_recorded"
    # wishes, rosters and groups of the rota
    BOTH_WAYS = "both_ways"
    KEPT_APART = "kept_apart"
    WISHED_TOGETHER = "wished_together"
    STRETCHES_OVERLAP = "stretches_overlap"
    TOO_MANY_STRETCHES = "too_many_stretches"
    NOT_WORKING_HOURS = "not_working_hours"
    IS_PEER_COACH = "is_peer_coach"
    ON_THE_SHIFT = "on_the_shift"
    # employment, benefits and the wage subsidy
    OTHER_PERSON = "other_person"
    NO_EMPLOYMENT = "no_employment"
    EMPLOYMENT_BEFORE_DECISION = "employment_before_decision"
    OUTSIDE_PERIOD = "outside_period"
    PAY_NOT_APPROVED = "pay_not_approved"
    FILE_OUT_OF_DATE = "file_out_of_date"
    # files of the bank, and payments from them
    BANK_FILE_UNOPENED = "bank_file_unopened"
    BANK_FILE_EMPTY = "bank_file_empty"
    BANK_FILE_TOO_LARGE = "bank_file_too_large"
    BANK_FILE_TOO_MANY = "bank_file_too_many"
    BANK_FILE_UNKNOWN = "bank_file_unknown"
    BANK_FILE_UNSAFE = "bank_file_unsafe"
    BANK_FILE_LETTERS = "bank_file_letters"
    BANK_FILE_BROKEN = "bank_file_broken"
    BANK_FILE_FIELD = "bank_file_field"
    BANK_FILE_SUMS = "bank_file_sums"
    BOOKING_OTHER_WAY = "booking_other_way"
    # storage
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a code, not a secret
    FILE_DAMAGED = "file_damaged"
    FILE_NEWER = "file_newer"
    FILE_IN_USE = "file_in_use"
    STORAGE_FAILED = "storage_failed"
    NOT_JSON = "not_json"
    # e-invoices: files of others, and sending
    E_INVOICE_TOO_LARGE = "e_invoice_too_large"
    E_INVOICE_LETTERS = "e_invoice_letters"
    E_INVOICE_UNSAFE = "e_invoice_unsafe"
    E_INVOICE_BROKEN = "e_invoice_broken"
    E_INVOICE_UNKNOWN = "e_invoice_unknown"
    E_INVOICE_FIELD = "e_invoice_field"
    NOT_BY_E_INVOICE = "not_by_e_invoice"
    SENT_ALREADY = "sent_already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong: its code, the field it belongs to ("" for the whole), and its facts."""

    code: Code
    field: str = ""
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The ask was understood and is refused, with every problem found; nothing has been changed."""

    def __init__(self, *problems: Problem) -> None:
        """Carry one or more problems."""
        super().__init__(*problems)
        self.problems = problems

    @property
    def code(self) -> Code:
        """The first problem's code."""
        return self.problems[0].code

    def __str__(self) -> str:
        """Codes and fields only: facts may hold personal data and must not reach a log."""
        return ", ".join(f"{p.code}:{p.field}" if p.field else str(p.code) for p in self.problems)


def refuse(code: Code, field: str = "", /, **facts: object) -> Refused:
    """Make a refusal of a single problem: ``raise refuse(Code.REQUIRED, "name")``."""
    return Refused(Problem(code=code, field=field, facts=facts))
