"""Payment references: national (7-3-1) and international (RF, ISO 11649).

Published: Finance Finland, "Tilisiirto-opas" (2014) 2.9 and "Kotimaisen viitteen rakenneohje".

>>> make_reference("123456").printed, make_reference("123456").rf_printed
('12 34561', 'RF34 1234 561')
>>> read_reference("RF34 1234 561").national
'1234561'
"""

from dataclasses import dataclass
from typing import Final

from subcontract.codes._reading import grouped, typed_code
from subcontract.problems import Code, refuse

BASE_LENGTHS: Final = range(3, 20)
REFERENCE_LENGTHS: Final = range(4, 21)
LONGEST_RF = 25
RF_TAIL = "271500"  # "RF00" with letters as numbers, as ISO 11649 counts them
WEIGHTS = (7, 3, 1)


@dataclass(frozen=True, slots=True)
class Reference:
    """A payment reference; ``national`` holds the digits with their check digit, without padding."""

    national: str

    @property
    def printed(self) -> str:
        """The national form on paper: groups of five from the right."""
        return grouped(self.national[::-1], 5)[::-1]

    @property
    def rf(self) -> str:
        """The international form (ISO 11649)."""
        return f"RF{_rf_check(self.national)}{self.national}"

    @property
    def rf_printed(self) -> str:
        """The international form on paper: groups of four from the left."""
        return grouped(self.rf, 4)


def reference_check_digit(base: str) -> str:
    """The check digit of a national reference: weights 7, 3, 1 from the right, up to the next ten."""
    weighed = sum(int(digit) * WEIGHTS[at % 3] for at, digit in enumerate(reversed(base)))
    return str(-weighed % 10)


def _rf_check(national: str) -> str:
    return f"{98 - int(national + RF_TAIL) % 97:02}"


def make_reference(base: str, field: str = "") -> Reference:
    """Make a reference of a base of 3 to 19 digits; leading zeros carry nothing and are left out."""
    typed = typed_code(base, Code.BAD_REFERENCE, field)
    digits = typed.lstrip("0")
    if not typed.isdecimal() or len(typed) not in BASE_LENGTHS or len(digits) not in BASE_LENGTHS:
        raise refuse(Code.BAD_REFERENCE, field, reason="form")
    return Reference(digits + reference_check_digit(digits))


def read_reference(text: str, field: str = "") -> Reference:
    """Read a reference in either form, printed or not, padded or not, and check every check digit."""
    typed = typed_code(text, Code.BAD_REFERENCE, field)
    is_rf = typed.startswith("RF")
    body = typed[4:] if is_rf else typed
    national = body.lstrip("0")
    too_long = len(typed) > LONGEST_RF if is_rf else len(typed) > REFERENCE_LENGTHS[-1]
    if too_long or not body.isdecimal() or len(national) not in REFERENCE_LENGTHS:
        raise refuse(Code.BAD_REFERENCE, field, reason="form")
    if reference_check_digit(national[:-1]) != national[-1] or (is_rf and _rf_check(national) != typed[2:4]):
        raise refuse(Code.BAD_REFERENCE, field, reason="check_digit")
    return Reference(national)
