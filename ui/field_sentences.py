"""The sentences of what is wrong with a value or a code in a field; see ``ui.problem_sentences``; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

FIELD_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.REQUIRED: (N_("Fill in this field."),),
    Code.NOT_A_NUMBER: (N_("This is not a number. Write it like 12 or 12,5."),),
    Code.NOT_A_DATE: (N_("This is not a date. Write it like 1.2.2026, or today."),),
    Code.NOT_A_TIME: (N_("This is not a time of day. Write it like 8.30."),),
    Code.NOT_A_LENGTH_OF_TIME: (N_("This is not a length of time. Write it like 7,5 or 7:30."),),
    Code.NOT_AN_AMOUNT: (N_("This is not an amount in euros and cents. Write it like 1234,50."),),
    Code.AMBIGUOUS: (
        N_("This can be read in more than one way. Did you mean {alternatives}? Write it so."),
        N_("This can be read in more than one way. Write it more exactly."),
    ),
    Code.TOO_LONG: (
        N_("This is too long: at most {most} characters fit."),
        N_("This is too long. Shorten the text."),
    ),
    Code.TOO_LARGE: (
        N_("This is too large: at most {most} is possible."),
        N_("This is too large. Check the figure."),
    ),
    Code.TOO_SMALL: (
        N_("This is too small: at least {least} is needed."),
        N_("This is too small. Check the figure."),
    ),
    Code.TOO_MANY_DECIMALS: (
        N_("Too many decimals: at most {places} can be used here."),
        N_("Too many decimals. Round the figure."),
    ),
    Code.NEGATIVE: (N_("This cannot be below zero."),),
    Code.FORBIDDEN_CHARACTER: (
        N_("There is a hidden sign after “{after}” that cannot be kept. Write that place again."),
        N_("The text has a character that cannot be kept, such as a line break or a hidden sign. Remove it."),
    ),
    Code.UNKNOWN_FIELD: (
        N_("The field {name} is not known here. Nothing was changed."),
        N_("One of the fields is not known here. Nothing was changed."),
    ),
    Code.UNKNOWN_VALUE: (N_("This is not one of the choices. Choose from the list."),),
    Code.FLOAT_REFUSED: (N_('This figure must be written exactly, as text: for example "12.50".'),),
    Code.WRONG_TYPE: (N_("This has the wrong form. Check the value."),),
    Code.BAD_IDENTITY_CODE: (
        N_("This identity code is not right. Check every character, the last one too."),
    ),
    Code.BAD_BUSINESS_ID: (
        N_(
            "This business ID is not right. It has seven digits, a hyphen and a check digit: "
            "check each of them."
        ),
    ),
    Code.BAD_VAT_ID: (N_("This VAT number is not right. A Finnish one looks like FI12345678."),),
    Code.BAD_IBAN: (N_("This account number (IBAN) is not right. Check it from the bank's paper."),),
    Code.BAD_REFERENCE: (N_("This reference number is not right. Check every digit."),),
    Code.BAD_BARCODE: (
        N_(
            "A barcode cannot be made of these figures. Check the account, the sum, the reference and"
            " the due date."
        ),
    ),
    Code.BAD_E_INVOICE_ADDRESS: (
        N_(
            "This e-invoice address is not right. It begins with 0037 and the business ID, or is an account "
            "number."
        ),
    ),
    Code.BAD_E_INVOICE_OPERATOR: (
        N_(
            "This operator is not right. It begins with 0037, or is a bank's BIC of 8 or 11 letters and "
            "digits."
        ),
    ),
}
