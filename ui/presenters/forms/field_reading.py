"""How what was typed in a field of each kind is read; no Qt. Imported when something has been typed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from subcontract import codes
from subcontract.money import Money
from subcontract.problems import Code, refuse
from ui import entry
from ui.presenters.forms.fields import FieldKind, FieldSpec, empty_value


def read_field(spec: FieldSpec, text: str, *, today: date, point: entry.Point = entry.Point.ASK) -> object:
    """Read what was typed in a field; raises ``Refused`` with the field's name."""
    if spec.kind in {FieldKind.MULTILINE, FieldKind.PASSWORD}:
        plain = text.strip("\n") if spec.kind is FieldKind.MULTILINE else text
    else:
        plain = " ".join(text.split())
    if not plain.strip():
        if spec.required:
            raise refuse(Code.REQUIRED, spec.name)
        return empty_value(spec)
    if len(plain) > spec.longest:
        raise refuse(Code.TOO_LONG, spec.name, most=spec.longest)
    if spec.kind in _FIGURES:
        return _FIGURES[spec.kind](spec, plain, point)
    if spec.kind is FieldKind.DATE:
        return entry.day(plain, spec.name, today=today)
    if spec.kind is FieldKind.TIME:
        return entry.clock(plain, spec.name)
    return _code(spec, plain)


def _money(spec: FieldSpec, text: str, _point: entry.Point) -> object:
    least = None if spec.signed else (spec.least if isinstance(spec.least, Money) else Money(0))
    most = spec.most if isinstance(spec.most, Money) else entry.MOST_MONEY
    return entry.money(text, spec.name, least=least, most=most)


def _hours(spec: FieldSpec, text: str, point: entry.Point) -> object:
    most = spec.most if isinstance(spec.most, int) else entry.DAY_MINUTES
    return entry.hours(text, spec.name, point=point, most=most)


def _quantity(spec: FieldSpec, text: str, _point: entry.Point) -> object:
    least = None if spec.signed else _decimal(spec.least, Decimal(0))
    most = _decimal(spec.most, entry.LARGEST)
    return entry.number(text, spec.name, least=least, most=most, places=spec.places)


def _percent(spec: FieldSpec, text: str, _point: entry.Point) -> object:
    return entry.percent(text, spec.name, most=_decimal(spec.most, Decimal(100)), places=spec.places)


def _decimal(value: object, otherwise: Decimal) -> Decimal:
    """A limit as a decimal."""
    return Decimal(value) if isinstance(value, int | Decimal) else otherwise


_FIGURES: dict[FieldKind, Callable[[FieldSpec, str, entry.Point], object]] = {
    FieldKind.MONEY: _money,
    FieldKind.HOURS: _hours,
    FieldKind.QUANTITY: _quantity,
    FieldKind.PERCENT: _percent,
}
_PLAIN: dict[FieldKind, Callable[[str, str], str]] = {
    FieldKind.POSTCODE: entry.postcode,
    FieldKind.EMAIL: entry.email,
    FieldKind.PHONE: entry.phone,
}


def _code(spec: FieldSpec, text: str) -> str:
    """Read a code, or a text without signs that cannot be seen."""
    readers = {
        FieldKind.IBAN: codes.iban,
        FieldKind.IDENTITY_CODE: codes.identity_code,
        FieldKind.BUSINESS_ID: codes.business_id,
        FieldKind.PASSWORD: lambda typed, _field: typed,
    }
    read = readers.get(spec.kind) or _PLAIN.get(spec.kind) or entry.clean
    return read(text, spec.name)
