"""What every reader of a code does first."""

from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError

from subcontract.problems import Code, refuse

LONGEST_TYPED = 64
SPACES = " \t\u00a0\u2007\u202f"
DASHES = "\u2010\u2011\u2012\u2013\u2212"


def typed_code(text: str, code: Code, field: str) -> str:
    """Take away the spaces of print and refuse what no code can hold: huge, empty, beyond ASCII."""
    if not isinstance(text, str):
        raise refuse(Code.WRONG_TYPE, field)
    if len(text) > LONGEST_TYPED:
        raise refuse(code, field, reason="form")
    plain = "".join("-" if char in DASHES else char for char in text if char not in SPACES)
    if not plain or not plain.isascii() or not plain.isprintable():
        raise refuse(code, field, reason="form")
    return plain.upper()


def reason_of(problem: ValidationError) -> str:
    """Name what stdnum found wrong."""
    if isinstance(problem, InvalidChecksum):
        return "check_digit"
    return "number" if isinstance(problem, InvalidComponent) else "form"


def grouped(text: str, size: int) -> str:
    """Put a space after every ``size`` characters from the left."""
    return " ".join(text[at : at + size] for at in range(0, len(text), size))
