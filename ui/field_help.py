"""What F1 tells about a field of each kind, and about buttons and lists, beside their own help; no Qt."""

from collections.abc import Mapping

from subcontract.words import N_
from ui.presenters.forms.fields import FieldKind

AMOUNT = N_("Write a number like 12 or 12,5.")
CODE = N_("Write it as it stands on the paper; spaces do not matter.")
HOW_TO_WRITE: Mapping[FieldKind, str] = {
    FieldKind.MONEY: N_("Write euros and cents like 1234,50."),
    FieldKind.HOURS: N_("Write hours like 7,5 or 7:30."),
    FieldKind.QUANTITY: AMOUNT,
    FieldKind.PERCENT: AMOUNT,
    FieldKind.DATE: N_(
        "Write the day like 1.2.2026, 1.2. or today. The up and down arrows move it by a day."
    ),
    FieldKind.TIME: N_("Write the time of day like 8.30."),
    FieldKind.CHOICE: N_("Choose with the up and down arrows, or write the first letters of a choice."),
    FieldKind.MULTI_CHOICE: N_("Tab goes from choice to choice, the space bar takes one or leaves it."),
    FieldKind.WHETHER: N_("The left and right arrows choose an answer."),
    FieldKind.FLAG: N_("The space bar ticks it or takes the tick away."),
    FieldKind.TEXT: N_("Write it in your own words."),
    FieldKind.MULTILINE: N_("Write it in your own words. Enter begins a new line."),
    FieldKind.IBAN: CODE,
    FieldKind.IDENTITY_CODE: CODE,
    FieldKind.BUSINESS_ID: CODE,
}
OF_BUTTON = N_("The space bar presses it.")
OF_BUTTON_WITH_KEY = N_("The space bar presses it, and {key} wherever you are on this page.")
OF_LIST = N_("The arrows move in the list. Enter opens the row.")
