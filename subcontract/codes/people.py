"""Identity codes of people: read, checked and masked.

>>> identity_code("010594y9032")
'010594Y9032'
>>> mask_identity_code("010594Y9032")
'010594Y***'
>>> birth_date("010516B903X").isoformat()
'2016-05-01'
"""

from datetime import date

from stdnum.exceptions import InvalidComponent, ValidationError
from stdnum.fi import hetu

from subcontract.codes._reading import reason_of, typed_code
from subcontract.problems import Code, refuse

CENTURIES = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)


def identity_code(text: str, field: str = "", *, temporary: bool = True) -> str:
    """Read a personal identity code; its separator is part of the identity and never changed.

    Numbers 900-999 are temporary: never given out by the state, used for made-up persons.
    """
    typed = typed_code(text, Code.BAD_IDENTITY_CODE, field)
    try:
        code = hetu.validate(typed, allow_temporary=temporary)
    except ValidationError as problem:
        reason = "date" if _is_bad_date(typed, problem) else reason_of(problem)
        raise refuse(Code.BAD_IDENTITY_CODE, field, reason=reason) from None
    if code != typed:  # stdnum also takes away signs that do not belong
        raise refuse(Code.BAD_IDENTITY_CODE, field, reason="form")
    return code


def _is_bad_date(code: str, problem: ValidationError) -> bool:
    """Whether a code of the right form was refused for its date of birth."""
    if not isinstance(problem, InvalidComponent):
        return False
    try:
        birth_date(code)
    except ValueError:
        return True
    return False


def birth_date(code: str) -> date:
    """The date of birth that an identity code already read tells."""
    return date(CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))


def mask_identity_code(code: str) -> str:
    """The identity code as lists and logs may show it."""
    return code[:7] + "***"
