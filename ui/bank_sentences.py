"""The sentences about files of the bank; see ``ui.problem_sentences``."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

BANK_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.BANK_FILE_UNOPENED: (
        N_("The file could not be opened. Check that it is where it was, then choose it again."),
    ),
    Code.BANK_FILE_EMPTY: (N_("The file is empty. Fetch it from the bank again."),),
    Code.BANK_FILE_TOO_LARGE: (
        N_("The file is larger than {most} MB: no statement is. Nothing was read. Check which file it is."),
        N_("The file is too large for a statement. Nothing was read. Check which file it is."),
    ),
    Code.BANK_FILE_TOO_MANY: (
        N_("The file has too many bookings. Nothing was read. Fetch a shorter period from the bank."),
    ),
    Code.BANK_FILE_UNKNOWN: (
        N_(
            "This is not a bank's file that the program knows. It reads statements and payments as "
            "camt.053 and camt.054, and the older TITO and KTL files. Nothing was read."
        ),
    ),
    Code.BANK_FILE_UNSAFE: (
        N_(
            "The file holds something that no bank sends and that may be harmful. Nothing was read. "
            "Fetch the file from the bank again."
        ),
    ),
    Code.BANK_FILE_LETTERS: (
        N_(
            "The letters of the file are not those of a bank's file. Nothing was read. Fetch it from the "
            "bank again, and do not save it in another program before."
        ),
    ),
    Code.BANK_FILE_BROKEN: (
        N_("The file is broken at row {line}, or its end is missing. Nothing was read. Fetch it again."),
        N_("The file is broken. Nothing was read. Fetch it from the bank again."),
    ),
    Code.BANK_FILE_FIELD: (
        N_("Booking {entry} of the file, {part}: this cannot be read. Nothing was taken from the file."),
        N_("Row {line} of the file, {part}: this cannot be read. Nothing was taken from the file."),
        N_("A part of the file cannot be read. Nothing was taken from it. Fetch it again."),
    ),
    Code.BANK_FILE_SUMS: (
        N_(
            "Row {line} of the file, {part}: the bookings come to something else, so a part of the file is "
            "missing or changed. Nothing was taken from it. Fetch it from the bank again."
        ),
        N_("The bookings of the file do not come to its control sums. Nothing was taken from it."),
    ),
    Code.BOOKING_OTHER_WAY: (
        N_("The money went the other way on the account. What came in pays; what went out is given back."),
    ),
}
