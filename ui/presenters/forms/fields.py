"""Kinds of fields, and how the value of each is written for editing and echoed; no Qt."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from subcontract.money import Money
from subcontract.problems import Refused
from subcontract.words import N_, Texts

SHORT_TEXT = 200
LONG_TEXT = 5000
AMBIGUOUS_DECIMALS = 3


class FieldKind(StrEnum):
    """What a field holds. The value's type is told; an empty field that is not required is ``None``."""

    TEXT = "text"
    """``str``, empty is ``""``"""
    MULTILINE = "multiline"
    """``str`` with line breaks"""
    MONEY = "money"
    """``Money``"""
    HOURS = "hours"
    """whole minutes, ``int``"""
    QUANTITY = "quantity"
    """``Decimal``"""
    PERCENT = "percent"
    """``Decimal`` number of hundredths"""
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    """the value of one of ``choices``"""
    MULTI_CHOICE = "multi_choice"
    """``tuple`` of values of ``choices``"""
    FLAG = "flag"
    """``bool``"""
    WHETHER = "whether"
    """``bool``, or ``None`` while it is not known; ``choices`` are ``ANSWERS``"""
    IBAN = "iban"
    """``str`` as stored; empty is ``""``, as with all codes below"""
    IDENTITY_CODE = "identity_code"
    """masked until the user asks to see it"""
    BUSINESS_ID = "business_id"
    POSTCODE = "postcode"
    EMAIL = "email"
    PHONE = "phone"
    PASSWORD = "password"  # noqa: S105 - a kind of field, no secret


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the values to choose from; ``label`` is marked text or a name."""

    value: object
    label: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field of a form. ``label``, ``help``, ``group``, ``unit`` and ``placeholder`` are marked texts."""

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    help: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()
    group: str = ""
    """Heading of the group; fields of the same group follow each other."""
    max_length: int = 0
    """0 means the kind's own length."""
    unit: str = ""
    places: int = 2
    least: Money | Decimal | int | None = None
    """Smallest value; ``None`` means zero. For amounts that may be below zero say ``signed``."""
    most: Money | Decimal | int | None = None
    signed: bool = False
    placeholder: str = ""
    """What stands in a choice that has not been made and may be left so; a dash when nothing is said."""
    always: bool = False
    """Whether one of the choices holds from the beginning on, so that leaving it empty is not offered."""

    @property
    def longest(self) -> int:
        """How many characters fit."""
        return self.max_length or (LONG_TEXT if self.kind is FieldKind.MULTILINE else SHORT_TEXT)


ANSWERS = (
    Choice(value=True, label=N_("Yes")),
    Choice(value=False, label=N_("No")),
    Choice(value=None, label=N_("Not known")),
)
"""What a question may be answered with."""
PICKED = frozenset({FieldKind.CHOICE, FieldKind.MULTI_CHOICE, FieldKind.FLAG, FieldKind.WHETHER})
"""Kinds that are picked, not typed."""
CODES = frozenset(
    {
        FieldKind.TEXT,
        FieldKind.MULTILINE,
        FieldKind.IBAN,
        FieldKind.IDENTITY_CODE,
        FieldKind.BUSINESS_ID,
        FieldKind.POSTCODE,
        FieldKind.EMAIL,
        FieldKind.PHONE,
        FieldKind.PASSWORD,
    }
)
"""Kinds whose empty value is ``""``."""


def empty_value(spec: FieldSpec) -> object:
    """The value of a field with nothing in it."""
    if spec.kind in CODES:
        return ""
    return {FieldKind.FLAG: False, FieldKind.MULTI_CHOICE: ()}.get(spec.kind)


def _figure(value: Decimal, places: int | None, texts: Texts) -> str:
    """Write a figure so that it reads back as itself, whatever marks the language uses.

    English groups by commas, which in a field mean decimals, and three decimals after a point look like
    thousands: there the groups are left out and a fourth decimal is written.
    """
    written = texts.number(value, places)
    if "." not in texts.number(Decimal("0.5")):
        return written
    plain = written.replace(",", "")
    return f"{plain}0" if len(plain.partition(".")[2]) == AMBIGUOUS_DECIMALS else plain


def write_field(spec: FieldSpec, value: object, texts: Texts) -> str:  # noqa: PLR0911 - one line a kind
    """Write a value as it stands in the field, in the form that reading gives back."""
    if value is None or value == "":
        return ""
    if isinstance(value, Money):
        return _figure(value.amount, 2, texts)
    if spec.kind is FieldKind.HOURS and isinstance(value, int):
        return f"{value // 60}:{value % 60:02}"
    if isinstance(value, int | Decimal):
        return _figure(Decimal(value), _cents_at_least(spec, Decimal(value)), texts)
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, time):
        return texts.clock(value)
    if spec.kind in {FieldKind.IBAN, FieldKind.BUSINESS_ID}:
        return _printed(spec.kind, str(value))
    return str(value)


def _cents_at_least(spec: FieldSpec, value: Decimal) -> int | None:
    """A price of a unit is told to the cent, or more exactly where it is more exact: 1,50 and 0,055."""
    if spec.unit != "€":
        return None
    exponent = value.normalize().as_tuple().exponent
    return max(2, -exponent if isinstance(exponent, int) else 0)


def _printed(kind: FieldKind, value: str) -> str:
    """Print a code as people know it; a stored code that cannot be read stays as it is."""
    from subcontract import codes  # noqa: PLC0415 - heavy, and not needed for the first paint

    try:
        return codes.print_iban(value) if kind is FieldKind.IBAN else codes.print_business_id(value)
    except Refused:
        return value


def echo(spec: FieldSpec, value: object, texts: Texts) -> str:
    """How the program understood a field, where that helps: a length of time, a weekday."""
    if spec.kind is FieldKind.HOURS and isinstance(value, int):
        return texts.length(value)
    if spec.kind is FieldKind.DATE and isinstance(value, date):
        return texts.long_day(value)
    return ""
